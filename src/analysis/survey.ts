// What detectors and totals look at: the walked cases, grouped by (entry role × issue type) and by entry role.
import { once } from '../base/memo'
import { orderOf, roleOrderOf } from '../model/rank'
import { type ThresholdName, thresholdsOf } from '../model/thresholds'
import type { Org } from '../model/types'
import { customerEquity, isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import { type Case, type CaseGroup, type Cases, casesOf } from './cases'
import { AllHolders } from './holders'
import { type Run, UNKNOWN, YES } from './kleene'
import type { Outcome } from './outcome'

export interface Pair {
  /** Its place among the pairs. */
  readonly at: number
  readonly role: number
  readonly issueType: number
  readonly groups: readonly CaseGroup[]
  readonly weight: number
  /** As in Endings: of all of its groups, `isDead` of some. */
  readonly isSure: boolean
  readonly isOnTheSpot: boolean
  readonly isDead: boolean
  readonly isTimed: boolean
  /** The role holds all kinds of power that are needed; and whether that is in no doubt. */
  readonly isKindHeld: boolean
  readonly isKindSure: boolean
}
export interface EntryRole {
  readonly role: number
  readonly pairs: readonly Pair[]
  readonly weight: number
}
export interface Survey {
  readonly org: Org
  readonly cases: Cases
  readonly holders: AllHolders
  /** In order of role id, then issue type id. */
  readonly pairs: readonly Pair[]
  /** In order of role id. */
  readonly entryRoles: readonly EntryRole[]
  readonly entryRoleAt: (role: number) => EntryRole | undefined
  readonly thresholds: Readonly<Record<ThresholdName, number>>
  /** Risk of one contact in a segment that ends so, in money; null where it cannot be said. */
  readonly riskOf: (segment: number, outcome: Outcome) => number | null
  /** Whether F18a can be judged: then stakes are money (domain.md 3.1, order on screen; 3.6, F18). */
  readonly isMoney: boolean
}

/** One for all who ask of an organisation. */
export const surveyOf = once(surveyFrom)

function surveyFrom(org: Org): Survey {
  const cases = casesOf(org)
  const pairs = pairsOf(org, cases.groups)
  const entryRoles = entryRolesOf(pairs)
  const at = new Int32Array(org.doc.roles.length).fill(-1)
  for (let i = 0; i < entryRoles.length; i++) at[(entryRoles[i] as EntryRole).role] = i
  return {
    org,
    cases,
    holders: new AllHolders(org, cases.authority),
    pairs,
    entryRoles,
    entryRoleAt: (role) => entryRoles[at[role] ?? -1],
    thresholds: thresholdsOf(org.doc),
    riskOf: riskIn(org),
    isMoney: isRiskKnown(org),
  }
}

export const outcomeIn = (run: Run, one: Case): Outcome => one[run]

/** Lines and their weights, one by one: what differs by segment asks for them. */
export function linesOf(org: Org, pair: Pair): readonly { readonly group: CaseGroup; readonly segment: number; readonly weight: number }[] {
  return pair.groups.flatMap((group) =>
    group.lines.map((line) => ({ group, segment: org.contacts.segment[line] as number, weight: org.contacts.weight[line] as number })),
  )
}

function pairsOf(org: Org, groups: readonly CaseGroup[]): readonly Pair[] {
  const { rank } = roleOrderOf(org)
  const issueRank = orderOf((org.doc.issueTypes ?? []).map((issueType) => issueType.id)).rank
  const byIssue = countedInOrder(groups, (group) => issueRank[group.issueType] as number, issueRank.length)
  const inOrder = countedInOrder(byIssue, (group) => rank[group.entry] as number, rank.length)
  const pairs: Pair[] = []
  for (let start = 0; start < inOrder.length; ) {
    const { entry, issueType } = inOrder[start] as CaseGroup
    let end = start + 1
    while (end < inOrder.length && inOrder[end]?.entry === entry && inOrder[end]?.issueType === issueType) end++
    pairs.push(pairOf(pairs.length, inOrder.slice(start, end)))
    start = end
  }
  return pairs
}

function pairOf(at: number, groups: readonly CaseGroup[]): Pair {
  const { entry: role, issueType } = groups[0] as CaseGroup
  let weight = 0
  let isSure = true
  let isOnTheSpot = true
  let isDead = false
  let isTimed = true
  let isKindHeld = true
  let isKindSure = true
  for (const { weight: own, endings } of groups) {
    weight += own
    isSure &&= endings.isSure
    isOnTheSpot &&= endings.isOnTheSpot
    isDead ||= endings.isDead
    isTimed &&= endings.isTimed
    isKindHeld &&= endings.kindsHeld === YES
    isKindSure &&= endings.kindsHeld !== UNKNOWN
  }
  return { at, role, issueType, groups, weight, isSure, isOnTheSpot, isDead, isTimed, isKindHeld, isKindSure }
}

/** By a number below `size`; alike ones keep their order. Linear. */
function countedInOrder<T>(items: readonly T[], numberOf: (item: T) => number, size: number): readonly T[] {
  const start = new Int32Array(size + 1)
  for (const item of items) start[numberOf(item) + 1] = (start[numberOf(item) + 1] as number) + 1
  for (let i = 0; i < size; i++) start[i + 1] = (start[i + 1] as number) + (start[i] as number)
  const sorted = new Array<T>(items.length)
  for (const item of items) {
    const at = start[numberOf(item)] as number
    sorted[at] = item
    start[numberOf(item)] = at + 1
  }
  return sorted
}

function entryRolesOf(pairs: readonly Pair[]): readonly EntryRole[] {
  const entryRoles: EntryRole[] = []
  for (let start = 0; start < pairs.length; ) {
    const { role } = pairs[start] as Pair
    let weight = 0
    let end = start
    for (; end < pairs.length && pairs[end]?.role === role; end++) weight += (pairs[end] as Pair).weight
    entryRoles.push({ role, pairs: pairs.slice(start, end), weight })
    start = end
  }
  return entryRoles
}

function riskIn(org: Org): Survey['riskOf'] {
  const { lossIf } = org.doc.strategy ?? {}
  const worth = (org.doc.segments ?? []).map((_, segment) => (isLeftOutOfWorth(org, segment) ? 0 : lifetimeValue(org, segment)))
  const risks = (loss: number | undefined) => worth.map((value) => (value === null || typeof loss !== 'number' ? null : loss * value))
  const settled = worth.map((value) => (value === null ? null : 0))
  const unresolved = risks(lossIf?.unresolved)
  const escalated = risks(lossIf?.escalated)
  return (segment, { step }) =>
    segment < 0 ? null : ((step === 0 ? settled : step === null ? unresolved : escalated)[segment] as number | null)
}

function isRiskKnown(org: Org): boolean {
  const { lossIf } = org.doc.strategy ?? {}
  const { segments } = org.doc
  return (
    org.contacts.areCounted &&
    typeof lossIf?.escalated === 'number' &&
    typeof lossIf.unresolved === 'number' &&
    segments !== undefined &&
    segments.length > 0 &&
    segments.every((_, segment) => customerEquity(org, segment) !== null || isLeftOutOfWorth(org, segment))
  )
}
