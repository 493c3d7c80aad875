// Every case counted once in each run; what the two runs agree on is a number, what they do not a pair (domain.md 2.6, 4.4).

import { once } from '../base/memo'
import { byCodeUnit } from '../base/order'
import { between, type Measured, type Range } from '../base/range'
import type { Org } from '../model/types'
import { customerEquity, isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import { apologyRefused } from './apology'
import type { CaseGroup } from './cases'
import { costOf } from './hands'
import { RUNS, type Run, UNKNOWN, YES } from './kleene'
import { dependsOnValue, isMonetary, type RequiredNeed, requiredNeeds } from './needs'
import type { Survey } from './survey'
import type { RoleTotals, SegmentTotals, Totals } from './types'

/** Sums of one run over some contact lines. null = a number that is needed is missing. */
interface Tally {
  weight: number
  /** By hand-offs. */
  readonly byStep: number[]
  unresolved: number
  handOffs: number
  passThrough: number
  waitingHours: number | null
  extraCost: number | null
  risk: number | null
  money: number | null
}
type Tallies = Readonly<Record<Run, Tally>>

export interface AllTotals {
  readonly totals: Totals
  readonly segments: readonly SegmentTotals[]
  readonly roles: readonly RoleTotals[]
}
export const totalsOf = once(totalsIn)

function totalsIn(survey: Survey): AllTotals {
  const { contacts } = survey.org
  const all = newTallies()
  const bySegment = new Map<number, Tallies>()
  const issues = issuesOf(survey.org)
  // Where nothing is in doubt both runs add the same numbers in the same order.
  const runs = survey.pairs.every((pair) => pair.isSure) ? RUNS.slice(0, 1) : RUNS
  let outOfScope = 0
  for (let line = 0; line < contacts.length; line++) {
    const weight = contacts.weight[line] as number
    const group = survey.cases.groupOf[line]
    if (!group) {
      outOfScope += weight
      continue
    }
    const segment = contacts.segment[line] as number
    const ofSegment = tallyAt(bySegment, segment)
    const issue = issues[group.issueType] as Issue
    for (const run of runs) {
      count(all[run], survey, group, issue, segment, weight, run)
      count(ofSegment[run], survey, group, issue, segment, weight, run)
    }
  }
  const both = (tallies: Tallies): Tallies => (runs.length === 1 ? { ...tallies, optimistic: tallies.pessimistic } : tallies)
  return {
    totals: totalsFrom(survey, both(all), outOfScope),
    segments: segmentsFrom(survey, new Map([...bySegment].map(([segment, tallies]) => [segment, both(tallies)]))),
    roles: roleTotalsOf(survey),
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

interface Issue {
  readonly touchMinutes: number | null | undefined
  readonly isAboutMoney: boolean
}
function issuesOf(org: Org): readonly Issue[] {
  return (org.doc.issueTypes ?? []).map((issueType) => ({
    touchMinutes: issueType.touchMinutes,
    isAboutMoney: isAboutMoney(requiredNeeds(issueType)),
  }))
}

function count(tally: Tally, survey: Survey, { cases }: CaseGroup, issue: Issue, segment: number, weight: number, run: Run): void {
  tally.weight += weight
  for (const one of cases) {
    const share = weight * one.slice.share
    const outcome = one[run]
    const { step, hands } = outcome
    tally.risk = plus(tally.risk, share, survey.riskOf(segment, outcome))
    if (step === null) {
      tally.unresolved += share
      continue
    }
    addAtStep(tally.byStep, step, share)
    if (step === 0) {
      if (issue.isAboutMoney) tally.money = plus(tally.money, share, one.slice.mean)
      continue
    }
    tally.handOffs += share * step
    tally.passThrough += share * (step - 1)
    tally.waitingHours = plus(tally.waitingHours, share, hands.hours)
    tally.extraCost = plus(tally.extraCost, share, costOf(hands, issue.touchMinutes))
  }
}

function addAtStep(byStep: number[], step: number, share: number): void {
  while (byStep.length <= step) byStep.push(0)
  byStep[step] = (byStep[step] as number) + share
}

function isAboutMoney(needs: readonly RequiredNeed[] | undefined): boolean {
  return dependsOnValue(needs) && (needs ?? []).some((need) => need.alternatives.some((one) => isMonetary(one.kind)))
}

function plus(sum: number | null, weight: number, one: number | null): number | null {
  return sum === null || one === null ? null : sum + weight * one
}

type Steps = Pick<Tally, 'byStep'>
const steps = ({ byStep }: Steps, step: number) => byStep[step] ?? 0
const escalated = ({ byStep }: Steps) => {
  let sum = 0
  for (let step = 1; step < byStep.length; step++) sum += byStep[step] as number
  return sum
}

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

/** Role by role: what a gauge shows, and nothing of what is only said of the whole. */
function roleTotalsOf(survey: Survey): readonly RoleTotals[] {
  const { org } = survey
  const lines = linesByRole(survey)
  const inOrder = [...survey.entryRoles].sort((a, b) => a.role - b.role)
  return inOrder.map(({ role, pairs }) => {
    const isSure = pairs.every((pair) => pair.isSure)
    const pessimistic = gaugeOf(survey, lines, role, 'pessimistic')
    const optimistic = isSure ? pessimistic : gaugeOf(survey, lines, role, 'optimistic')
    return {
      role,
      contacts: org.contacts.areCounted ? pessimistic.weight : null,
      weight: pessimistic.weight,
      settledAtFirstContact: between(steps(pessimistic, 0), steps(optimistic, 0)),
      escalatedResolved: between(escalated(pessimistic), escalated(optimistic)),
      unresolved: between(pessimistic.unresolved, optimistic.unresolved),
    }
  })
}

function gaugeOf({ org, cases }: Survey, { lines, start }: LinesByRole, role: number, run: Run) {
  const byStep: number[] = [0]
  let whole = 0
  let unresolved = 0
  for (let k = start[role] as number; k < (start[role + 1] as number); k++) {
    const line = lines[k] as number
    const group = cases.groupOf[line]
    if (!group) continue
    const weight = org.contacts.weight[line] as number
    whole += weight
    for (const one of group.cases) {
      const { step } = one[run]
      if (step === null) unresolved += weight * one.slice.share
      else addAtStep(byStep, step, weight * one.slice.share)
    }
  }
  return { weight: whole, byStep, unresolved }
}

interface LinesByRole {
  /** In canonical order within a role. */
  readonly lines: Int32Array
  readonly start: Int32Array
}
function linesByRole({ org: { contacts, doc } }: Survey): LinesByRole {
  const start = new Int32Array(doc.roles.length + 1)
  for (let line = 0; line < contacts.length; line++) {
    const after = (contacts.role[line] as number) + 1
    start[after] = (start[after] as number) + 1
  }
  for (let role = 0; role < doc.roles.length; role++) start[role + 1] = (start[role + 1] as number) + (start[role] as number)
  const lines = new Int32Array(contacts.length)
  const next = start.slice()
  for (let line = 0; line < contacts.length; line++) {
    const role = contacts.role[line] as number
    const at = next[role] as number
    lines[at] = line
    next[role] = at + 1
  }
  return { lines, start }
}
