// Every case counted once in each run; what the two runs agree on is a number, what they do not a pair (domain.md 2.6, 4.4).

import { byCodeUnit } from '../base/order'
import { between, type Measured, type Range } from '../base/range'
import type { Org } from '../model/types'
import { customerEquity, isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import { apologyRefused } from './apology'
import type { CaseGroup } from './cases'
import { RUNS, type Run, UNKNOWN, YES } from './kleene'
import { dependsOnValue, isMonetary } from './needs'
import { costOf, hoursOf } from './outcome'
import type { Survey } from './survey'
import type { RoleTotals, SegmentTotals, Totals } from './types'

/** Sums of one run over some contact lines. null = a number that is needed is missing. */
interface Tally {
  weight: number
  byStep: number[]
  unresolved: number
  handOffs: number
  passThrough: number
  waitingHours: number | null
  extraCost: number | null
  risk: number | null
  money: number | null
}
type Tallies = Readonly<Record<Run, Tally>>

export function totalsOf(survey: Survey): { totals: Totals; segments: readonly SegmentTotals[]; roles: readonly RoleTotals[] } {
  const { org } = survey
  const all = newTallies()
  const bySegment = new Map<number, Tallies>()
  const byRole = new Map<number, Tallies>()
  let outOfScope = 0
  for (let line = 0; line < org.contacts.length; line++) {
    const weight = org.contacts.weight[line] as number
    const group = survey.cases.groupOf[line]
    if (!group) {
      outOfScope += weight
      continue
    }
    const segment = org.contacts.segment[line] as number
    const tallies = [all, tallyAt(bySegment, segment), tallyAt(byRole, group.entry)]
    for (const run of RUNS) for (const tally of tallies) count(tally[run], survey, group, segment, weight, run)
  }
  return {
    totals: totalsFrom(survey, all, outOfScope),
    segments: segmentsFrom(survey, bySegment),
    roles: [...byRole].map(([role, tallies]) => roleFrom(org, role, tallies)).sort((a, b) => a.role - b.role),
  }
}

function newTallies(): Tallies {
  const tally = (): Tally => ({
    weight: 0,
    byStep: [0],
    unresolved: 0,
    handOffs: 0,
    passThrough: 0,
    waitingHours: 0,
    extraCost: 0,
    risk: 0,
    money: 0,
  })
  return { pessimistic: tally(), optimistic: tally() }
}

function tallyAt(map: Map<number, Tallies>, key: number): Tallies {
  let tallies = map.get(key)
  if (!tallies) {
    tallies = newTallies()
    map.set(key, tallies)
  }
  return tallies
}

function count(tally: Tally, survey: Survey, group: CaseGroup, segment: number, weight: number, run: Run): void {
  const { org } = survey
  const touchMinutes = org.doc.issueTypes?.[group.issueType]?.touchMinutes
  tally.weight += weight
  for (const one of group.cases) {
    const share = weight * one.slice.share
    const outcome = one[run]
    tally.risk = plus(tally.risk, share, survey.riskOf(segment, outcome))
    if (outcome.step === null) {
      tally.unresolved += share
      continue
    }
    while (tally.byStep.length <= outcome.step) tally.byStep.push(0)
    tally.byStep[outcome.step] = (tally.byStep[outcome.step] as number) + share
    if (outcome.step === 0) {
      if (isAboutMoney(group)) tally.money = plus(tally.money, share, one.slice.mean)
      continue
    }
    tally.handOffs += share * outcome.step
    tally.passThrough += share * (outcome.step - 1)
    const hours = hoursOf(org, outcome.path)
    tally.waitingHours = plus(tally.waitingHours, share, hours.isMissing ? null : hours.known)
    tally.extraCost = plus(tally.extraCost, share, costOf(org, outcome.path, touchMinutes))
  }
}

function isAboutMoney(group: CaseGroup): boolean {
  return dependsOnValue(group.needs) && (group.needs ?? []).some((need) => need.alternatives.some((one) => isMonetary(one.kind)))
}

function plus(sum: number | null, weight: number, one: number | null): number | null {
  return sum === null || one === null ? null : sum + weight * one
}

const steps = (tally: Tally, step: number) => tally.byStep[step] ?? 0
const escalated = (tally: Tally) => tally.byStep.slice(1).reduce((sum, one) => sum + one, 0)

/** What the two runs give; null as soon as one of them cannot say. */
function measured(tallies: Tallies, of: (tally: Tally) => number | null): Measured {
  const a = of(tallies.pessimistic)
  const b = of(tallies.optimistic)
  return a === null || b === null ? null : between(a, b)
}
const sure = (tallies: Tallies, of: (tally: Tally) => number): number | Range => between(of(tallies.pessimistic), of(tallies.optimistic))

function totalsFrom(survey: Survey, all: Tallies, outOfScope: number): Totals {
  const { org } = survey
  const { areCounted } = org.contacts
  const counted = (of: (tally: Tally) => number | null) => (areCounted ? measured(all, of) : null)
  const deepest = Math.max(all.pessimistic.byStep.length, all.optimistic.byStep.length)
  const refused = apologyRefused(survey)
  return {
    contacts: areCounted ? all.pessimistic.weight : null,
    outOfScope: areCounted ? outOfScope : null,
    settledAtStep: areCounted ? Array.from({ length: deepest }, (_, step) => sure(all, (tally) => steps(tally, step))) : null,
    unresolved: counted((tally) => tally.unresolved),
    firstContactResolution: firstContactResolution(areCounted, all),
    escalatedResolved: counted(escalated),
    handOffs: counted((tally) => tally.handOffs),
    passThrough: counted((tally) => tally.passThrough),
    waitingHours: counted((tally) => tally.waitingHours),
    extraCost: counted((tally) => tally.extraCost),
    apologyNotPermitted: areCounted ? between(refused.atLeast(YES), refused.atLeast(UNKNOWN)) : null,
    customerEquity: equityOf(org),
    riskPerPeriod: isLossKnown(org) && isEveryCustomerValued(org) ? counted((tally) => tally.risk) : null,
    moneyDecidedAtFirstContact: counted((tally) => tally.money),
  }
}

function firstContactResolution(areCounted: boolean, tallies: Tallies): Measured {
  return areCounted && tallies.pessimistic.weight > 0 ? measured(tallies, (tally) => steps(tally, 0) / tally.weight) : null
}

function equityOf(org: Org): number | null {
  const { segments } = org.doc
  if (!segments || segments.length === 0) return null
  const byId = segments
    .map((segment, i) => ({ id: segment.id, i }))
    .filter(({ i }) => !isLeftOutOfWorth(org, i))
    .sort((a, b) => byCodeUnit(a.id, b.id))
    .map(({ i }) => customerEquity(org, i))
  if (byId.length === 0) return null
  return byId.reduce<number | null>((sum, equity) => (sum === null || equity === null ? null : sum + equity), 0)
}

function isLossKnown(org: Org): boolean {
  const { lossIf } = org.doc.strategy ?? {}
  return typeof lossIf?.escalated === 'number' && typeof lossIf.unresolved === 'number'
}

/** Colleagues left aside; where only they are left nobody is valued. */
function isEveryCustomerValued(org: Org): boolean {
  const valued = (org.doc.segments ?? []).flatMap((_, i) => (isLeftOutOfWorth(org, i) ? [] : [lifetimeValue(org, i)]))
  return valued.length > 0 && !valued.includes(null)
}

function segmentsFrom(survey: Survey, bySegment: ReadonlyMap<number, Tallies>): readonly SegmentTotals[] {
  const { org } = survey
  const { areCounted } = org.contacts
  return (org.doc.segments ?? []).map((_, segment) => {
    const tallies = bySegment.get(segment) ?? newTallies()
    const counted = (of: (tally: Tally) => number | null) => (areCounted ? measured(tallies, of) : null)
    const clv = lifetimeValue(org, segment)
    return {
      segment,
      contacts: areCounted ? tallies.pessimistic.weight : null,
      settledAtFirstContact: counted((tally) => steps(tally, 0)),
      firstContactResolution: firstContactResolution(areCounted, tallies),
      escalatedResolved: counted(escalated),
      unresolved: counted((tally) => tally.unresolved),
      waitingHours: counted((tally) => tally.waitingHours),
      clv,
      equity: customerEquity(org, segment),
      riskPerPeriod: clv !== null && isLossKnown(org) ? counted((tally) => tally.risk) : null,
    }
  })
}

function roleFrom(org: Org, role: number, tallies: Tallies): RoleTotals {
  return {
    role,
    contacts: org.contacts.areCounted ? tallies.pessimistic.weight : null,
    weight: tallies.pessimistic.weight,
    settledAtFirstContact: sure(tallies, (tally) => steps(tally, 0)),
    escalatedResolved: sure(tallies, escalated),
    unresolved: sure(tallies, (tally) => tally.unresolved),
  }
}
