// One three-valued combinator for every rule: what holds in both runs is flagged, what fails in both is ok, the rest is not known
// (domain.md 2.6); of two severities the lower one is certain (3.6).
import type { Edit } from '../model/edits/edit'
import type { Run } from './kleene'
import type { EntryRole, Pair, Survey } from './survey'
import type { Because, FindingSeverity, FindingState } from './types'

const RANK: Readonly<Record<FindingSeverity, number>> = { high: 2, medium: 1, low: 0 }
const TOLERANCE = 1e-9

/** What a rule says in one run. */
export interface Verdict {
  readonly severity: FindingSeverity
  /** Contacts affected (weights where the file has no demand). */
  readonly weight: number
}

/** What one rule says of its subjects, in their order. Evidence and remedies are worked out when somebody looks at a row. */
export interface Judgements {
  readonly code: string
  /** A row a pair, or a row an entry role. */
  readonly of: 'pair' | 'role'
  /** Index into STATES. */
  readonly state: Uint8Array
  /** Rank of the severity where flagged, else -1. */
  readonly severity: Int8Array
  readonly pessimistic: Float64Array
  readonly optimistic: Float64Array
  readonly say: (at: number) => Said
}
export const STATES: readonly FindingState[] = ['flagged', 'unknown', 'ok', 'not applicable']
export const FLAGGED_STATE = 0
export const UNKNOWN_STATE = 1
/** By rank. */
export const SEVERITIES: readonly FindingSeverity[] = ['low', 'medium', 'high']

export interface Detector {
  readonly code: string
  readonly detect: (survey: Survey) => Judgements
}

export interface Judged {
  readonly state: FindingState
  readonly severity: FindingSeverity | null
  readonly pessimistic: number
  readonly optimistic: number
}

/** It holds in neither run. */
export const FINE: Judged = { state: 'ok', severity: null, pessimistic: 0, optimistic: 0 }

export function judge(pessimistic: Verdict | null, optimistic: Verdict | null): Judged {
  if (!pessimistic && !optimistic) return FINE
  return {
    state: pessimistic && optimistic ? 'flagged' : 'unknown',
    severity: pessimistic && optimistic ? lower(pessimistic.severity, optimistic.severity) : null,
    pessimistic: pessimistic?.weight ?? 0,
    optimistic: optimistic?.weight ?? 0,
  }
}

/** `isAlike`: both runs say the same, so that one is asked. */
export function judgeRuns(isAlike: boolean, verdictIn: (run: Run) => Verdict | null): Judged {
  const pessimistic = verdictIn('pessimistic')
  return judge(pessimistic, isAlike ? pessimistic : verdictIn('optimistic'))
}

export function lower(a: FindingSeverity, b: FindingSeverity): FindingSeverity {
  return RANK[a] <= RANK[b] ? a : b
}
export function worse(a: FindingSeverity, b: FindingSeverity): FindingSeverity {
  return RANK[a] >= RANK[b] ? a : b
}
export function raised(severity: FindingSeverity): FindingSeverity {
  return severity === 'low' ? 'medium' : 'high'
}
export function rankOf(severity: FindingSeverity | null): number {
  return severity === null ? -1 : RANK[severity]
}
export const isAtLeast = (value: number, limit: number): boolean => value >= limit - TOLERANCE
export const isAbove = (value: number, limit: number): boolean => value > limit + TOLERANCE

/** By the affected share of the entry role's contacts (domain.md 3.1, severity scale). */
export function byShare(survey: Survey, share: number): FindingSeverity {
  if (isAtLeast(share, survey.thresholds.severityHigh)) return 'high'
  return isAtLeast(share, survey.thresholds.severityMedium) ? 'medium' : 'low'
}

/** Contacts of the entry role that are in scope. */
export function weightOfRole(survey: Survey, role: number): number {
  return survey.entryRoleAt(role)?.weight ?? 0
}

/** What is worked out only of rows that are flagged or unknown. */
export interface Said {
  readonly evidence?: Readonly<Record<string, unknown>>
  readonly remedies?: readonly Edit[]
  readonly because?: Because
}

/** A rule about (entry role × issue type). */
export function ofPairs(survey: Survey, code: string, judgePair: (pair: Pair) => Judged, say: (pair: Pair) => Said): Judgements {
  return judgements(code, 'pair', survey.pairs, judgePair, say)
}
/** A rule about an entry role. */
export function ofRoles(survey: Survey, code: string, judgeRole: (role: EntryRole) => Judged, say: (role: EntryRole) => Said): Judgements {
  return judgements(code, 'role', survey.entryRoles, judgeRole, say)
}

function judgements<T>(
  code: string,
  of: Judgements['of'],
  subjects: readonly T[],
  judgeOne: (one: T) => Judged,
  say: (one: T) => Said,
): Judgements {
  const n = subjects.length
  const state = new Uint8Array(n)
  const severity = new Int8Array(n)
  const pessimistic = new Float64Array(n)
  const optimistic = new Float64Array(n)
  for (let at = 0; at < n; at++) {
    const judged = judgeOne(subjects[at] as T)
    state[at] = STATES.indexOf(judged.state)
    severity[at] = rankOf(judged.state === 'flagged' ? judged.severity : null)
    pessimistic[at] = judged.pessimistic
    optimistic[at] = judged.optimistic
  }
  return { code, of, state, severity, pessimistic, optimistic, say: (at) => say(subjects[at] as T) }
}

/** Why a code cannot be judged at all, or null: it is not known what arrives, or at whom. */
export function nothingArrives({ org }: Survey): Because | null {
  const { touchpoints, issueTypes, demand } = org.doc
  if (org.contacts.length > 0) return null
  if (touchpoints === undefined) return { code: 'no-touchpoints' }
  if (issueTypes === undefined) return { code: 'no-issue-types' }
  const arrives = demand ? demand.length > 0 : touchpoints.length > 0 && issueTypes.length > 0
  return arrives ? { code: 'nobody-staffs' } : null
}
