// Every case counted once in each run; what the two runs agree on is a number, what they do not a pair (domain.md 2.6, 4.4).
import { byCodeUnit } from '../base/order'
import { between, type Measured, type Range } from '../base/range'
import { finish, type Steps } from '../base/steps'
import { roleOrderOf } from '../model/rank'
import type { Org } from '../model/types'
import { customerEquity, isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import { NOT_DUE, refusalsOf } from './apology'
import { type Arrivals, arrivalsIn } from './arrivals'
import { ROWS_A_STEP } from './cases'
import { notRecorded } from './feedback'
import { isAbove } from './finding'
import { inEachRun, NO, type Run, UNKNOWN, YES } from './kleene'
import { dependsOnValue, isMonetary, type RequiredNeed, requiredNeeds } from './needs'
import type { Survey } from './survey'
import type { Bottleneck, IssueTotals, SegmentTotals, Totals } from './types'

/** Sums of one run over some contact lines. NaN = a number that is needed is missing. */
interface Tally {
  weight: number
  /** By hand-offs. */
  readonly byStep: number[]
  unresolved: number
  handOffs: number
  passThrough: number
  waitingHours: number
  extraCost: number
  risk: number
  money: number
}
type Tallies = Readonly<Record<Run, Tally>>
/** What is so for certain, and what may be. */
interface Doubt {
  certain: number
  possible: number
}

/** Plain data. */
export interface TotalColumns {
  readonly totals: Totals
  /** What each run says by itself, so that two analyses can be compared run by run. */
  readonly runs: Readonly<Record<Run, Totals>>
  readonly segments: readonly SegmentTotals[]
  readonly issues: readonly IssueTotals[]
  readonly bottleneck: Bottleneck | null
}

const counted = new WeakMap<Survey, TotalColumns>()
/** One for all who ask of a survey. */
export function countedOf(survey: Survey): TotalColumns {
  return counted.get(survey) ?? keepCounted(survey, finish(totalSteps(survey)))
}
/** What was counted elsewhere. */
export function keepCounted(survey: Survey, columns: TotalColumns): TotalColumns {
  counted.set(survey, columns)
  return columns
}

/** Linear in contact lines. */
export function* totalSteps(survey: Survey): Steps<TotalColumns> {
  const { org, columns, isSure } = survey
  const { contacts } = org
  // Where nothing is in doubt both runs add the same numbers in the same order.
  const runs: readonly Run[] = isSure ? ['pessimistic'] : ['pessimistic', 'optimistic']
  const tallies = (): Tallies => {
    const pessimistic = newTally()
    return { pessimistic, optimistic: isSure ? pessimistic : newTally() }
  }
  const all = tallies()
  const bySegment: (Tallies | undefined)[] = new Array((org.doc.segments?.length ?? 0) + 1).fill(undefined)
  const issues = issuesOf(org)
  const groupOf = groupsByLine(survey)
  const byIssue: (Record<Run, IssueTally> | undefined)[] = new Array(issues.length).fill(undefined)
  const refusals = refusalsOf(survey)
  const refused = newDoubt()
  yield
  const hearing = yield* hearingSteps(survey)
  let outOfScope = 0
  // In order of lines, which is that of ids: no sum depends on the order of the file.
  for (let line = 0; line < contacts.length; line++) {
    if (line % ROWS_A_STEP === 0) yield
    const weight = contacts.weight[line] as number
    const group = groupOf[line] as number
    if (group < 0) {
      outOfScope += weight
      continue
    }
    const truth = refusals[group] as number
    if (truth !== NOT_DUE) doubt(refused, truth, weight)
    hearing.add(group, weight)
    const segment = contacts.segment[line] as number
    let ofSegment = bySegment[segment + 1]
    if (!ofSegment) bySegment[segment + 1] = ofSegment = tallies()
    const kind = columns.endings.kind[columns.ending[group] as number] as number
    const issueType = columns.kinds[kind]?.issueType as number
    const issue = issues[issueType] as Issue
    let ofIssue = byIssue[issueType]
    if (!ofIssue) byIssue[issueType] = ofIssue = issueTallies(isSure)
    for (const run of runs) {
      countIssue(ofIssue[run], survey, group, weight, run)
      count(all[run], survey, group, issue, segment, weight, run)
      count(ofSegment[run], survey, group, issue, segment, weight, run)
    }
  }
  yield* arrivalsIn.steps(survey)
  const doubts = { refused, ...hearing }
  return {
    totals: totalsFrom(org, all, outOfScope, doubts),
    runs: inEachRun((run) => totalsFrom(org, { pessimistic: all[run], optimistic: all[run] }, outOfScope, doubtsIn(run, doubts))),
    segments: segmentsFrom(org, bySegment, tallies),
    issues: byIssue.flatMap((one, issueType) => (one ? [issueFrom(issueType, one)] : [])),
    bottleneck: bottleneckOf(survey),
  }
}

const newDoubt = (): Doubt => ({ certain: 0, possible: 0 })
function doubt(sum: Doubt, truth: number, weight: number): void {
  if (truth >= UNKNOWN) sum.possible += weight
  if (truth === YES) sum.certain += weight
}

interface IssueTally {
  weight: number
  settled: number
  unresolved: number
}
function issueTallies(isSure: boolean): Record<Run, IssueTally> {
  const tally = () => ({ weight: 0, settled: 0, unresolved: 0 })
  const pessimistic = tally()
  return { pessimistic, optimistic: isSure ? pessimistic : tally() }
}
function countIssue(tally: IssueTally, { cases }: Survey, group: number, weight: number, run: Run): void {
  tally.weight += weight
  for (let one = cases.first(group); one < cases.end(group); one++) {
    const step = cases.step(one, run)
    if (step === 0) tally.settled += weight * cases.share(one)
    else if (step === null) tally.unresolved += weight * cases.share(one)
  }
}
function issueFrom(issueType: number, { pessimistic: worst, optimistic: best }: Record<Run, IssueTally>): IssueTotals {
  return {
    issueType,
    weight: worst.weight,
    settledAtFirstContact: between(worst.settled, best.settled),
    unresolved: between(worst.unresolved, best.unresolved),
  }
}

/** What the one who could change the rule never hears, or hears late; null where the file says nothing of channels, or of owners. */
interface Hearing {
  readonly unheard: Doubt | null
  readonly late: Doubt | null
  readonly add: (group: number, weight: number) => void
}
function* hearingSteps(survey: Survey): Steps<Hearing> {
  if (!survey.org.contacts.areCounted || notRecorded(survey)) return { unheard: null, late: null, add: () => {} }
  yield* survey.notesSteps()
  const { thresholds, groupCount, pairCount } = survey
  const pairOf = new Int32Array(groupCount)
  for (let pair = 0; pair < pairCount; pair++)
    pairOf.fill(pair, survey.columns.groupStart[pair] as number, survey.columns.groupStart[pair + 1] as number)
  const isLate = (days: number) => isAbove(days, thresholds.slowFeedbackDays)
  const [unheard, late] = [newDoubt(), newDoubt()]
  return {
    unheard,
    late,
    add: (group, weight) => {
      const pair = pairOf[group] as number
      doubt(unheard, survey.silence(pair), weight)
      const there = survey.heardNote(pair)?.there
      if (there) doubt(late, isLate(there.low) ? YES : isLate(there.high) ? UNKNOWN : NO, weight)
    },
  }
}

/** Judged by what is certain; of two alike the one whose id comes first. */
function bottleneckOf(survey: Survey): Bottleneck | null {
  const { pessimistic: worst, optimistic: best } = arrivalsIn(survey)
  if (!survey.org.contacts.areCounted || worst.all <= 0 || best.all <= 0) return null
  const share = (role: number, of: Arrivals) => (of.arrivals[role] as number) / of.all
  const certain = (role: number) => Math.min(share(role, worst), share(role, best))
  const { rank } = roleOrderOf(survey.org)
  let most = 0
  for (let role = 1; role < worst.arrivals.length; role++) {
    const by = certain(role) - certain(most)
    if (by > 0 || (by === 0 && (rank[role] as number) < (rank[most] as number))) most = role
  }
  const arrivals = between(worst.arrivals[most] as number, best.arrivals[most] as number)
  return { role: most, arrivals, share: between(share(most, worst), share(most, best)) }
}

function newTally(): Tally {
  return { weight: 0, byStep: [0], unresolved: 0, handOffs: 0, passThrough: 0, waitingHours: 0, extraCost: 0, risk: 0, money: 0 }
}

/** By contact line the row of its group; -1 = out of scope. */
export function groupsByLine({ columns: { lines, lineStart }, org, groupCount }: Survey): Int32Array {
  const groupOf = new Int32Array(org.contacts.length).fill(-1)
  for (let group = 0; group < groupCount; group++)
    for (let k = lineStart[group] as number; k < (lineStart[group + 1] as number); k++) groupOf[lines[k] as number] = group
  return groupOf
}

interface Issue {
  /** NaN = not known. */
  readonly touchMinutes: number
  readonly isAboutMoney: boolean
}
function issuesOf(org: Org): readonly Issue[] {
  return (org.doc.issueTypes ?? []).map((issueType) => ({
    touchMinutes: issueType.touchMinutes ?? Number.NaN,
    isAboutMoney: isAboutMoney(requiredNeeds(issueType)),
  }))
}

function count(tally: Tally, survey: Survey, group: number, issue: Issue, segment: number, weight: number, run: Run): void {
  const { cases } = survey
  const first = cases.first(group)
  const end = cases.end(group)
  tally.weight += weight
  for (let one = first; one < end; one++) {
    const share = weight * cases.share(one)
    const step = cases.step(one, run)
    tally.risk += share * survey.riskOf(segment, step)
    if (step === null) {
      tally.unresolved += share
      continue
    }
    addAtStep(tally.byStep, step, share)
    if (step === 0) {
      if (issue.isAboutMoney) tally.money += share * (cases.kind(group).slices[one - first]?.mean ?? Number.NaN)
      continue
    }
    tally.handOffs += share * step
    tally.passThrough += share * (step - 1)
    tally.waitingHours += share * cases.hours(one, run)
    tally.extraCost += share * ((cases.perHour(one, run) / 60) * issue.touchMinutes)
  }
}

function addAtStep(byStep: number[], step: number, share: number): void {
  while (byStep.length <= step) byStep.push(0)
  byStep[step] = (byStep[step] as number) + share
}

/** By issue type: whether what settles it is an amount of money. */
export const issuesAboutMoney = (org: Org): readonly boolean[] => issuesOf(org).map((issue) => issue.isAboutMoney)

function isAboutMoney(needs: readonly RequiredNeed[] | undefined): boolean {
  return dependsOnValue(needs) && (needs ?? []).some((need) => need.alternatives.some((one) => isMonetary(one.kind)))
}

const steps = ({ byStep }: Tally, step: number) => byStep[step] ?? 0
const escalated = ({ byStep }: Tally) => {
  let sum = 0
  for (let step = 1; step < byStep.length; step++) sum += byStep[step] as number
  return sum
}

/** What the two runs give; null as soon as one of them cannot say. */
function measured(tallies: Tallies, of: (tally: Tally) => number): Measured {
  const [a, b] = [of(tallies.pessimistic), of(tallies.optimistic)]
  return Number.isNaN(a) || Number.isNaN(b) ? null : between(a, b)
}
const sure = (tallies: Tallies, of: (tally: Tally) => number): number | Range => between(of(tallies.pessimistic), of(tallies.optimistic))

interface Doubts extends Pick<Hearing, 'unheard' | 'late'> {
  readonly refused: Doubt
}
/** What may be so is so in the pessimistic run, and in the other only what is certain. */
function doubtsIn(run: Run, { refused, unheard, late }: Doubts): Doubts {
  const settled = ({ certain, possible }: Doubt): Doubt =>
    run === 'pessimistic' ? { certain: possible, possible } : { certain, possible: certain }
  return { refused: settled(refused), unheard: unheard && settled(unheard), late: late && settled(late) }
}
const doubtful = (sum: Doubt | null): Measured => sum && between(sum.certain, sum.possible)

function totalsFrom(org: Org, all: Tallies, outOfScope: number, { refused, unheard, late }: Doubts): Totals {
  const { areCounted } = org.contacts
  const counted = (of: (tally: Tally) => number) => (areCounted ? measured(all, of) : null)
  const deepest = Math.max(all.pessimistic.byStep.length, all.optimistic.byStep.length)
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
    apologyNotPermitted: areCounted ? doubtful(refused) : null,
    unheard: doubtful(unheard),
    heardLate: doubtful(late),
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

function segmentsFrom(org: Org, bySegment: readonly (Tallies | undefined)[], none: () => Tallies): readonly SegmentTotals[] {
  const { areCounted } = org.contacts
  return (org.doc.segments ?? []).map((_, segment) => {
    const tallies = bySegment[segment + 1] ?? none()
    const counted = (of: (tally: Tally) => number) => (areCounted ? measured(tallies, of) : null)
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
