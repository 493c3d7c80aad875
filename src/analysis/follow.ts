// One case hand by hand: the same walk the analysis counts, with what each role on it may do, so that a room can go along.
// Where cases of one reference go several ways (a spread of values, authority that depends on the channel), the way most of those take
// that leave the first desk is told, and `contacts` counts only them.

import { countedInOrder } from '../base/counted'
import { groupedBy } from '../base/group'
import { once } from '../base/memo'
import { cellAt } from '../base/table'
import { idOf, roleAt } from '../model/roles'
import type { Contacts, Org } from '../model/types'
import { type Authority, authorityOf, type CaseContext, type CaseValue } from './authority'
import { casesAlong, outcomesOfValue } from './cases'
import { costOf, handsOf } from './hands'
import { AllHolders } from './holders'
import type { Run, Truth } from './kleene'
import { dependsOnValue, type RequiredNeed } from './needs'
import { type Outcome, pathOf } from './outcome'
import { type CaseGroup, knownSurveyOf, Survey } from './survey'
import type { CaseRef, FollowedCase, Stop, StopPower } from './types'
import { Ways } from './ways'

/**
 * The case as it goes by the routes, or by the reporting line alone. Null where an id does not exist, the role does not meet the issue
 * (from the segment), or all of it is out of scope. `stops` run to where it is settled, agreeing roles last; of a dead end to the end of
 * the way. Hours are clock hours, costs the organisation's currency. Path, hours and cost are those of `analysis.walks` in its
 * pessimistic run. Linear in path length × needs after the first call for an Org, of a dead end in roles. Never throws.
 */
export function followCase(org: Org, ref: CaseRef, by: 'route' | 'chart'): FollowedCase | null {
  const known = knownOf(org)
  const entry = roleAt(org, ref.entry)
  const issueType = org.issueTypeAt.get(ref.issueType)
  const segment = ref.segment === null ? null : org.segmentAt.get(ref.segment)
  if (entry === undefined || issueType === undefined || segment === undefined) return null
  const lines = linesOf(org, entry, issueType, segment)
  if (lines.length === 0) return null
  const variants = groupsOf(org, known, by, entry, lines).flatMap((group) => variantsOf(org, known, by, group, ref.value))
  const [told, ...alike] = mostTold(variants)
  if (!told) return null
  const counted = (of: readonly Variant[]) => (org.contacts.areCounted ? sumOf(of) : null)
  return { kind: 'case', case: ref, by, contacts: counted([told, ...alike]), ofContacts: counted(variants), ...tellOf(org, known, told) }
}

/**
 * Cases one can follow from a role by the way they take: one an issue type, of several values one a value. Those that are not settled on
 * the spot first, then those that come most often.
 */
export function casesAt(org: Org, role: number): readonly CaseRef[] {
  const known = knownOf(org)
  const entry = idOf(org, role)
  if (entry === undefined) return []
  const groups = groupsOf(org, known, 'route', role, linesAt(org, role))
  const inOrder = [...groups].sort((a, b) => (a.lines[0] as number) - (b.lines[0] as number))
  const refs = [...groupedBy(inOrder, (group) => group.issueType)].flatMap(([issueType, own]) => {
    const id = org.doc.issueTypes?.[issueType]?.id as string
    return pointsOf(own).map((value): CaseRef => ({ entry, issueType: id, value, segment: null }))
  })
  const weighed = refs.map((ref) => {
    const path = followCase(org, ref, 'route')
    return { ref, isOnTheSpot: path?.end === 'settled' && path.stops.length === 1, contacts: path?.ofContacts ?? 0 }
  })
  return weighed.sort((a, b) => Number(a.isOnTheSpot) - Number(b.isOnTheSpot) || b.contacts - a.contacts).map(({ ref }) => ref)
}

/** The values a file names where they matter; null where it names none, or a spread. */
function pointsOf(groups: readonly CaseGroup[]): readonly CaseRef['value'][] {
  const points = groups.flatMap((group) => group.cases.map(({ slice }) => slice.point))
  const isSpread = points.includes(null) || !groups.some((group) => dependsOnValue(group.needs))
  return isSpread ? [null] : [...new Set(points)].sort((a, b) => (a as number) - (b as number))
}

/** What every case of an organisation is judged with. */
interface Known {
  readonly authority: Authority
  readonly holders: AllHolders
  readonly ways: Readonly<Record<FollowedCase['by'], Ways>>
}
const knownOf = once((org: Org): Known => {
  const authority = authorityOf(org)
  const ways = { route: knownSurveyOf(org)?.ways ?? new Ways(org), chart: new Ways({ ...org, routes: [] }) }
  return { authority, holders: new AllHolders(org, authority), ways }
})

/** Lines by role; edits of powers and routes keep the contacts, and with them the order. */
const linesByRole = once((contacts: Contacts, roles: number) => countedInOrder(contacts.role, contacts.length, roles))

/** In scope. */
function linesAt(org: Org, role: number): readonly number[] {
  const entry = knownSurveyOf(org)?.entryRoleOf(role)
  if (entry) return entry.pairs.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines)).sort((a, b) => a - b)
  const { contacts, doc } = org
  const { order, start } = linesByRole(contacts, doc.roles.length)
  return [...order.subarray(start[role], start[role + 1])].filter((line) => (contacts.boundary[line] as number) < 0)
}

function linesOf(org: Org, entry: number, issueType: number, segment: number | null): readonly number[] {
  const { contacts } = org
  return linesAt(org, entry).filter(
    (line) => contacts.issueType[line] === issueType && (segment === null || contacts.segment[line] === segment),
  )
}

const groupsOf = (org: Org, { ways }: Known, by: FollowedCase['by'], entry: number, lines: readonly number[]): readonly CaseGroup[] =>
  new Survey(org, casesAlong(org, entry, lines, ways[by]), ways[by]).groups

interface Variant extends Readonly<Record<Run, Outcome>> {
  readonly group: CaseGroup
  readonly value: CaseValue
  /** Cases a period; null where the file names no such value, so that nobody counted them. */
  readonly weight: number | null
}

function variantsOf(org: Org, known: Known, by: FollowedCase['by'], group: CaseGroup, value: number | null): readonly Variant[] {
  const found = group.cases.filter(({ slice }) => value === null || slice.point === value)
  if (found.length > 0) {
    return found.map(({ slice, pessimistic, optimistic }) => ({
      group,
      value: slice.value,
      weight: group.weight * slice.share,
      pessimistic,
      optimistic,
    }))
  }
  return [{ group, value, weight: null, ...outcomesOfValue(org, group.entry, group.kind, value, known.ways[by]) }]
}

/** Of the ways cases go the one that is told, with all that go it. */
function mostTold(variants: readonly Variant[]): readonly Variant[] {
  const counted = variants.some((one) => one.weight !== null) ? variants.filter((one) => one.weight !== null) : variants
  const ways = groupedBy(counted, ({ pessimistic, optimistic }) =>
    JSON.stringify([pessimistic.hands.roles, pessimistic.step, optimistic.hands.roles, optimistic.step]),
  )
  const isOnTheSpot = (one: Variant | undefined) => (one && endOf(one) === 'settled' && one.pessimistic.step === 0 ? 1 : 0)
  const inOrder = [...ways.values()].sort(
    (a, b) => isOnTheSpot(a[0]) - isOnTheSpot(b[0]) || (sumOf(b) ?? 0) - (sumOf(a) ?? 0) || longest(b) - longest(a),
  )
  return inOrder[0] ?? []
}
const longest = (variants: readonly Variant[]): number => variants[0]?.pessimistic.hands.roles.length ?? 0

function sumOf(variants: readonly Variant[]): number | null {
  const known = variants.flatMap(({ weight }) => (weight === null ? [] : [weight]))
  return known.length === 0 ? null : known.reduce((sum, weight) => sum + weight, 0)
}

function endOf({ pessimistic, optimistic }: Variant): FollowedCase['end'] {
  const isSure = pessimistic.step === optimistic.step && pessimistic.hands.roles.join() === optimistic.hands.roles.join()
  return !isSure ? 'open' : pessimistic.step === null ? 'dead end' : 'settled'
}

function tellOf(org: Org, known: Known, told: Variant): Pick<FollowedCase, 'stops' | 'end' | 'isLoop' | 'elsewhere' | 'hours' | 'cost'> {
  const { hands } = told.pessimistic
  const path = pathOf(told.group.entry, told.pessimistic)
  const touchMinutes = org.doc.issueTypes?.[told.group.issueType]?.touchMinutes
  const end = endOf(told)
  return {
    stops: path.map((_, k) => stopOf(org, known.authority, told, path, k, touchMinutes)),
    end,
    isLoop: told.pessimistic.step === null && told.group.way.isLoop,
    elsewhere: end === 'dead end' ? elsewhereOf(org, known.holders, told) : [],
    hours: hands.hours,
    cost: costOf(hands, touchMinutes),
  }
}

function stopOf(
  org: Org,
  authority: Authority,
  { group, value, pessimistic: { agreeing } }: Variant,
  path: readonly number[],
  k: number,
  touchMinutes: number | null | undefined,
): Stop {
  const role = path[k] as number
  const powers = (group.needs ?? []).flatMap((need) => powerOf(authority, role, need, group.context, value))
  if (k === 0) return { role, by: 'arrival', hours: 0, cost: 0, powers }
  const isLine = org.structure.parent[path[k - 1] as number] === role
  return {
    role,
    by: k >= path.length - agreeing ? 'agreement' : isLine ? 'line' : 'route',
    hours: cellAt(org.doc.roles, 'responseHours', role) ?? null,
    cost: costOf(handsOf(org, [role]), touchMinutes),
    powers,
  }
}

const MAY = ['no', 'unknown', 'yes'] as const

/** Of alternatives the one the role comes nearest to, ties to the first; a need with none nobody can meet and nothing can be said of. */
function powerOf(authority: Authority, role: number, need: RequiredNeed, context: CaseContext, value: CaseValue): readonly StopPower[] {
  const found = need.alternatives.map((power) => {
    const truth: Truth = authority.holds(role, power, context, value)
    const isAlone = authority.covers(role, power, context, value) === truth
    const agreed = isAlone ? [] : authority.coversWithAgreement(role, power, context, value).filter((cover) => cover.truth === truth)
    const [fewest] = agreed.map((cover) => cover.agreement).sort((a, b) => a.length - b.length)
    return { truth, power: { power, may: MAY[truth], ...authority.reachOf(role, power, context), agreement: fewest ?? [] } }
  })
  const reach = ({ limit, isUnlimited }: StopPower) => (isUnlimited ? Number.POSITIVE_INFINITY : (limit ?? -1))
  found.sort((a, b) => b.truth - a.truth || compare(reach(b.power), reach(a.power)))
  return found.slice(0, 1).map((one) => one.power)
}
const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

/** Holders that are named, in order of id; where there are more, the point is made (F04). */
const MOST_NAMED = 100

function elsewhereOf(org: Org, holders: AllHolders, { group, value, pessimistic }: Variant): readonly number[] {
  const onTheWay = new Set(group.way.roles)
  const found = pessimistic.open.flatMap((need) => holders.of(need, group.context, value).named('pessimistic', MOST_NAMED, onTheWay))
  const id = (role: number) => idOf(org, role)
  return [...new Set(found)].sort((a, b) => (id(a) < id(b) ? -1 : 1)).slice(0, MOST_NAMED)
}
