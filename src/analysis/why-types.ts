// What an explanation is: a number, the parts it is the sum of, and what decided them.
import { between, type Measured } from '../base/range'
import type { Run } from './kleene'
import type { Survey } from './survey'
import type { TotalColumns } from './totals'
import type { CaseRef, Figure, Finding, Walk } from './types'
import type { Missing } from './why-missing'
import type { DecidingGrant, DecidingRoute, FeedingRow } from './why-origin'
import type { UsedThreshold } from './why-thresholds'

/** What both runs add: unknown counts as no, and as yes. null = it cannot be said. */
export type Runs = Readonly<Record<Run, number | null>>
/** `kinds`: where a file counts no contacts, each touchpoint × issue type is one. */
export type FigureUnit = 'contacts' | 'kinds' | 'hands' | 'hours' | 'money' | 'people' | 'roles' | 'layers' | 'peopleEach'

/** Cases that go one way, and what their contacts add. */
export interface CasePart {
  readonly kind: 'case'
  readonly case: CaseRef
  readonly entry: number
  readonly issueType: number
  /** -1 = whoever brings it. */
  readonly segment: number
  /** From a spread of values: up to here; else null. */
  readonly upTo: number | null
  readonly contacts: number
  /** undefined where cases that go different ways are one part. */
  readonly step: Walk['step'] | undefined
  /** What one contact adds. */
  readonly each: Measured
  /** Of a risk: the chance of losing the customer, and what the customer is worth. */
  readonly loss: Measured
  readonly worth: number | null
  readonly adds: Runs
}
export interface RolePart {
  readonly kind: 'role'
  readonly role: number
  readonly adds: Runs
}
export interface LayerPart {
  readonly kind: 'layer'
  /** 1 = the top */
  readonly layer: number
  readonly adds: Runs
}
/** The two sides of a quotient. */
export interface CountPart {
  readonly kind: 'count'
  readonly of: 'reports' | 'managers'
  readonly adds: Runs
}
/** Customers, and what each is worth. */
export interface SegmentPart {
  readonly kind: 'segment'
  readonly segment: number
  readonly customers: number | null
  readonly worth: number | null
  readonly adds: Runs
}
/** What a boundary of the strategy leaves to others. */
export interface BoundaryPart {
  readonly kind: 'boundary'
  /** Index into the boundaries. */
  readonly boundary: number
  readonly adds: Runs
}
export type Part = CasePart | RolePart | LayerPart | CountPart | SegmentPart | BoundaryPart

export interface Explanation {
  readonly figure: Figure
  /** As `analyse` says it; null = it cannot be said, `missing` says why. */
  readonly value: Measured
  readonly unit: FigureUnit
  /** All contacts that it is a part of, where that says something. */
  readonly whole: number | null
  /** A sum of its parts, or the first of two parts through the second. */
  readonly isQuotient: boolean
  /** The largest first, what cannot be said before them. */
  readonly parts: readonly Part[]
  /** The parts that are not listed, together. */
  readonly rest: { readonly count: number; readonly adds: Runs } | null
  readonly rows: readonly FeedingRow[]
  readonly moreRows: number
  readonly grants: readonly DecidingGrant[]
  readonly moreGrants: number
  readonly routes: readonly DecidingRoute[]
  /** The assumption under a risk: the extra chance of losing the customer. */
  readonly lossIf: { readonly escalated: number | null; readonly unresolved: number | null } | null
  readonly missing: readonly Missing[]
  /** `handOffs`, `F04` … */
  readonly rule: string
  readonly thresholds: readonly UsedThreshold[]
  readonly finding: Finding | null
}

/** It rests on no row, grant or route. */
export const NO_ORIGIN = { rows: [], moreRows: 0, grants: [], moreGrants: 0, routes: [] } as const
/** What a number that is no sum over cases has nothing of. */
export const WITHOUT_CASES = { ...NO_ORIGIN, whole: null, isQuotient: false, lossIf: null, thresholds: [], finding: null } as const

export function measuredOf({ pessimistic, optimistic }: Runs): Measured {
  return pessimistic === null || optimistic === null ? null : between(pessimistic, optimistic)
}

/** What explanations of one organisation share. */
export interface Asked {
  readonly survey: Survey
  readonly totals: TotalColumns
}
