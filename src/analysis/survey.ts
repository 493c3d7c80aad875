// What detectors and totals look at: the walked cases, grouped by (entry role × issue type) and by entry role.
import { groupedBy } from '../base/group'
import { byCodeUnit } from '../base/order'
import { type ThresholdName, threshold } from '../model/thresholds'
import type { Org } from '../model/types'
import { customerEquity, isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import { type Case, type CaseGroup, type Cases, casesOf } from './cases'
import { AllHolders } from './holders'
import type { Run } from './kleene'
import type { Outcome } from './outcome'

export interface Pair {
  readonly role: number
  readonly issueType: number
  readonly groups: readonly CaseGroup[]
  readonly weight: number
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
  readonly entryRoleAt: ReadonlyMap<number, EntryRole>
  /** Whether rows are wanted that are ok or not applicable: most of all rows, in a large file. */
  readonly withOk: boolean
  readonly threshold: (name: ThresholdName) => number
  /** Risk of one contact in a segment that ends so, in money; null where it cannot be said. */
  readonly riskOf: (segment: number, outcome: Outcome) => number | null
  /** Whether F18a can be judged: then stakes are money (domain.md 3.1, order on screen; 3.6, F18). */
  readonly isMoney: boolean
}

export function surveyOf(org: Org, withOk = false): Survey {
  const cases = casesOf(org)
  const pairs = pairsOf(org, cases)
  const entryRoles = entryRolesOf(org, pairs)
  return {
    org,
    cases,
    holders: new AllHolders(org, cases.authority),
    pairs,
    entryRoles,
    entryRoleAt: new Map(entryRoles.map((entry) => [entry.role, entry])),
    withOk,
    threshold: (name) => threshold(org.doc, name),
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

function pairsOf(org: Org, cases: Cases): readonly Pair[] {
  const found = groupedBy(cases.groups, (group) => `${group.entry} ${group.issueType}`)
  const id = (pair: { role: number }) => org.roleIds[pair.role] as string
  const issue = (pair: { issueType: number }) => org.doc.issueTypes?.[pair.issueType]?.id as string
  return [...found.values()]
    .map((groups) => {
      const { entry: role, issueType } = groups[0] as CaseGroup
      return { role, issueType, groups, weight: groups.reduce((sum, group) => sum + group.weight, 0) }
    })
    .sort((a, b) => byCodeUnit(id(a), id(b)) || byCodeUnit(issue(a), issue(b)))
}

function entryRolesOf(org: Org, pairs: readonly Pair[]): readonly EntryRole[] {
  return [...groupedBy(pairs, (pair) => pair.role)]
    .map(([role, own]) => ({ role, pairs: own, weight: own.reduce((sum, pair) => sum + pair.weight, 0) }))
    .sort((a, b) => byCodeUnit(org.roleIds[a.role] as string, org.roleIds[b.role] as string))
}

function riskIn(org: Org): Survey['riskOf'] {
  const { lossIf } = org.doc.strategy ?? {}
  const worth = (org.doc.segments ?? []).map((_, segment) => (isLeftOutOfWorth(org, segment) ? 0 : lifetimeValue(org, segment)))
  return (segment, outcome) => {
    const value = worth[segment] ?? null
    if (value === null) return null
    if (outcome.step === 0) return 0
    const loss = outcome.step === null ? lossIf?.unresolved : lossIf?.escalated
    return typeof loss === 'number' ? loss * value : null
  }
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
