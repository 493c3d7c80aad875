// The cases of a figure, those that go one way taken as one, with what they add in each run.

import { groupedBy } from '../base/group'
import { idOf, roleAt } from '../model/roles'
import type { Run } from './kleene'
import { dependsOnValue } from './needs'
import type { Case, CaseGroup, Pair, Survey } from './survey'
import type { Figure, Walk } from './types'
import { type CasePart, measuredOf, type Part, type Runs } from './why-types'

/** A dozen are read; the others are said together. */
export const MOST_PARTS = 12

/** What one contact adds; null = it cannot be said. */
export type Adds = (group: CaseGroup, one: Case, run: Run, segment: number) => number | null
/** Contact lines of one group that are meant. */
export interface Fed {
  readonly group: CaseGroup
  readonly lines: readonly number[]
}
export interface Sum {
  /** The largest first. */
  readonly parts: readonly CasePart[]
  readonly adds: Runs
  /** Every contact looked at, whether it adds anything or not. */
  readonly contacts: number
  /** What adds something. */
  readonly fed: readonly Fed[]
}
interface How {
  /** Parts are told apart by the value of the case and its way, by who brings it. */
  readonly byWay: boolean
  readonly bySegment: boolean
}

export function sumOf(survey: Survey, figure: Figure, adds: Adds, how: How): Sum {
  const { org } = survey
  const segment = figure.segment === undefined ? undefined : org.segmentAt.get(figure.segment)
  const pairs = pairsFor(survey, figure)
  const found = new Map<string, Gathered>()
  const fed: Fed[] = []
  let contacts = 0
  for (const pair of pairs) {
    for (const group of pair.groups) {
      const lines = segment === undefined ? group.lines : group.lines.filter((line) => org.contacts.segment[line] === segment)
      if (lines.length === 0) continue
      const weights = weightsOf(survey, lines, how.bySegment, segment)
      for (const weight of weights.values()) contacts += weight
      let isFed = false
      for (const one of group.cases) {
        for (const [by, weight] of weights) {
          const each = { pessimistic: adds(group, one, 'pessimistic', by), optimistic: adds(group, one, 'optimistic', by) }
          if (each.pessimistic === 0 && each.optimistic === 0) continue
          isFed = true
          gather(found, group, one, by, weight * one.slice.share, each, how.byWay)
        }
      }
      if (isFed) fed.push({ group, lines })
    }
  }
  const gathered = [...found.values()]
  const faces = groupedBy(gathered, faceOf)
  const isTwoFaced = (one: Gathered) => how.byWay && (faces.get(faceOf(one))?.length ?? 0) > 1
  const parts = gathered.map((one) => partFrom(survey, one, how.byWay, isTwoFaced(one))).sort(byAdding)
  return { parts, adds: addedUp(parts), contacts, fed }
}

function pairsFor(survey: Survey, { role, issueType }: Figure): readonly Pair[] {
  const { org } = survey
  const own = role === undefined ? [...survey.pairsInOrder()] : (survey.entryRoleOf(roleAt(org, role) as number)?.pairs ?? [])
  const issue = issueType === undefined ? undefined : org.issueTypeAt.get(issueType)
  return issue === undefined ? own : own.filter((pair) => pair.issueType === issue)
}

/** Contacts of these lines by segment; -1 = all as one. */
function weightsOf({ org }: Survey, lines: readonly number[], bySegment: boolean, segment = -1): ReadonlyMap<number, number> {
  const weights = new Map<number, number>()
  for (const line of lines) {
    const by = bySegment ? (org.contacts.segment[line] as number) : segment
    weights.set(by, (weights.get(by) ?? 0) + (org.contacts.weight[line] as number))
  }
  return weights
}

interface Gathered {
  readonly group: CaseGroup
  readonly one: Case
  readonly segment: number
  readonly each: Runs
  contacts: number
  adds: Runs
}

function gather(
  found: Map<string, Gathered>,
  group: CaseGroup,
  one: Case,
  segment: number,
  contacts: number,
  each: Runs,
  byWay: boolean,
): void {
  const { slice, pessimistic, optimistic } = one
  const way = byWay
    ? [
        dependsOnValue(group.needs) ? slice.value : null,
        slice.isStretch,
        pessimistic.step,
        pessimistic.hands.roles,
        optimistic.step,
        optimistic.hands.roles,
      ]
    : []
  const key = JSON.stringify([group.entry, group.issueType, segment, ...way])
  const adds = { pessimistic: times(contacts, each.pessimistic), optimistic: times(contacts, each.optimistic) }
  const known = found.get(key)
  if (known) {
    known.contacts += contacts
    known.adds = { pessimistic: plus(known.adds.pessimistic, adds.pessimistic), optimistic: plus(known.adds.optimistic, adds.optimistic) }
  } else found.set(key, { group, one, segment, each, contacts, adds })
}

function partFrom(survey: Survey, gathered: Gathered, byWay: boolean, isTwoFaced: boolean): CasePart {
  const { org } = survey
  const { group, one, contacts, each, adds } = gathered
  const { slice } = one
  const isStretch = byWay && slice.isStretch
  const segment = gathered.segment >= 0 ? gathered.segment : isTwoFaced ? soleSegment(survey, group) : -1
  return {
    kind: 'case',
    case: {
      entry: idOf(org, group.entry),
      issueType: org.doc.issueTypes?.[group.issueType]?.id as string,
      value: byWay && dependsOnValue(group.needs) ? (slice.point ?? (isStretch ? typicalOf(slice.value, slice.mean) : null)) : null,
      segment: org.doc.segments?.[segment]?.id ?? null,
    },
    entry: group.entry,
    issueType: group.issueType,
    segment,
    upTo: isStretch && slice.value !== null && Number.isFinite(slice.value) ? slice.value : null,
    contacts,
    step: byWay ? stepOf(one) : undefined,
    each: measuredOf(each),
    loss: null,
    worth: null,
    adds,
  }
}

/** One case of the stretch: what it ends at goes as all of it does; beyond the last limit its mean. */
function typicalOf(end: number | null, mean: number | null): number | null {
  return end !== null && Number.isFinite(end) ? end : mean
}

/** What a reader can tell cases apart by. Where several go different ways, it matters who brings them. */
const faceOf = ({ group, one }: Gathered) => JSON.stringify([group.entry, group.issueType, one.slice.value, one.slice.isStretch])

function soleSegment({ org }: Survey, group: CaseGroup): number {
  const segments = new Set(group.lines.map((line) => org.contacts.segment[line] as number))
  return segments.size === 1 ? (segments.values().next().value as number) : -1
}

function stepOf(one: Case): Walk['step'] {
  const [worst, best] = [one.pessimistic.step, one.optimistic.step]
  return worst === best ? worst : { low: best as number, high: worst }
}

const times = (contacts: number, each: number | null) => (each === null ? null : contacts * each)
const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)

export function addedUp(parts: readonly Pick<Part, 'adds'>[]): Runs {
  return parts.reduce<Runs>(
    (sum, { adds }) => ({ pessimistic: plus(sum.pessimistic, adds.pessimistic), optimistic: plus(sum.optimistic, adds.optimistic) }),
    { pessimistic: 0, optimistic: 0 },
  )
}

export function restOf(parts: readonly Part[]): { readonly count: number; readonly adds: Runs } | null {
  return parts.length === 0 ? null : { count: parts.length, adds: addedUp(parts) }
}

const sizeOf = ({ pessimistic, optimistic }: Runs) =>
  pessimistic === null || optimistic === null ? Number.POSITIVE_INFINITY : Math.max(pessimistic, optimistic)

/** What cannot be said comes first: it is why the sum cannot be said. */
function byAdding(a: CasePart, b: CasePart): number {
  const [one, other] = [sizeOf(a.adds), sizeOf(b.adds)]
  return one === other ? b.contacts - a.contacts : other > one ? 1 : -1
}
