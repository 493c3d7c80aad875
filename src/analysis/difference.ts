// What an edit does, told before it is made: every total in each run, which findings come and go, and whether more work is the price of cases
// that nobody settled before. Two analyses, compared as columns: of a quarter of a million rows only a few are ever made.
import { between, type Measured, rounded } from '../base/range'
import { finish, type Steps } from '../base/steps'
import { Alike } from './alike'
import { inEachRun, RUNS, type Run } from './kleene'
import { type Parts, partsOf } from './parts'
import { type Rescue, rescueSteps } from './rescue'
import { countedOf } from './totals'
import { type Turned, turnedSteps } from './turned'
import type { Analysis, Totals } from './types'

export type { FindingTurn, TurnedFinding, TurnedFindings } from './turned'

/**
 * `better` and `worse` only where both runs say so; `open` where they do not, or where it cannot be said before or after. `other` is a number
 * that is neither good nor bad by itself.
 */
export type Course = 'better' | 'worse' | 'other' | 'open' | 'same'
export interface TotalChange {
  readonly before: Measured
  readonly after: Measured
  readonly course: Course
  /** After less before, in each run. */
  readonly by: Measured
}
export interface Difference {
  readonly totals: Readonly<Record<TotalName, TotalChange>>
  readonly findings: Turned
  /** Places where a kind of case gets stuck. */
  readonly stuck: { readonly before: number; readonly after: number }
  /** Clock hours of a case that is handed on and settled: it may rise though fewer wait, for only the hard ones are left. */
  readonly hoursEach: { readonly before: number | null; readonly after: number | null }
  /** Where there is more work: cases that nobody settled and that are settled now; null where the file counts none, or nothing is more. */
  readonly rescued: Measured
  /** Totals that get worse only where such cases are: what is done for them was not done before. */
  readonly isForRescued: ReadonlySet<TotalName>
  /** No total is another, and nothing is said that was not said before. */
  readonly isNothing: boolean
}

/** 1: more is better; -1: less is; 0: neither. */
const TOTALS = {
  settled: { of: (totals: Totals) => totals.firstContactResolution, good: 1 },
  onTheSpot: { of: (totals: Totals) => totals.settledAtStep?.[0] ?? null, good: 1 },
  deadEnds: { of: (totals: Totals) => totals.unresolved, good: -1 },
  afterHandOffs: { of: (totals: Totals) => totals.escalatedResolved, good: 0 },
  handOffs: { of: (totals: Totals) => totals.handOffs, good: -1 },
  waiting: { of: (totals: Totals) => totals.waitingHours, good: -1 },
  extraCost: { of: (totals: Totals) => totals.extraCost, good: -1 },
  risk: { of: (totals: Totals) => totals.riskPerPeriod, good: -1 },
  /** Decided by the one the case arrives at. */
  money: { of: (totals: Totals) => totals.moneyDecidedAtFirstContact, good: 0 },
  noApology: { of: (totals: Totals) => totals.apologyNotPermitted, good: -1 },
  unheard: { of: (totals: Totals) => totals.unheard, good: -1 },
  heardLate: { of: (totals: Totals) => totals.heardLate, good: -1 },
} as const satisfies Record<string, { readonly of: (totals: Totals) => Measured; readonly good: 1 | 0 | -1 }>
export type TotalName = keyof typeof TOTALS
export const TOTAL_NAMES = Object.keys(TOTALS) as readonly TotalName[]

/** Both must have been made by `analysisOf`, of the same file before and after edits. */
export function differenceOf(before: Analysis, after: Analysis): Difference {
  return finish(differenceSteps(before, after))
}

/** The same in steps of a few milliseconds. Linear in verdicts and in pairs. */
export function* differenceSteps(before: Analysis, after: Analysis): Steps<Difference> {
  const [was, is] = [madeOf(before), madeOf(after)]
  const totals = totalsBetween(was, is)
  yield
  const alike = new Alike(was.survey, is.survey)
  const findings = yield* turnedSteps(was, is, alike)
  const more = WORK.filter((name) => totals[name].course === 'worse')
  const rescue = more.length > 0 ? yield* rescueSteps(was.survey, is.survey, alike) : null
  const areCounted = is.survey.org.contacts.areCounted && was.survey.org.contacts.areCounted
  const isChanged = TOTAL_NAMES.some((name) => totals[name].course !== 'same') || Object.values(findings).some(({ count }) => count > 0)
  return {
    totals,
    findings,
    stuck: { before: was.cards.stuck, after: is.cards.stuck },
    hoursEach: { before: hoursEach(before), after: hoursEach(after) },
    rescued: rescue && areCounted ? between(rescue.pessimistic.cases, rescue.optimistic.cases) : null,
    isForRescued: new Set(more.filter((name) => rescue && isForRescued(name, rescue))),
    isNothing: !isChanged && (yield* sameWorkSteps(before, after)),
  }
}

function madeOf(analysis: Analysis): Parts {
  const parts = partsOf(analysis)
  if (!parts) throw new Error('an analysis that was not made by analysisOf has nothing to compare')
  return parts
}

function totalsBetween(was: Parts, is: Parts): Readonly<Record<TotalName, TotalChange>> {
  const [before, after] = [countedOf(was.survey), countedOf(is.survey)]
  const changeOf = (name: TotalName): TotalChange => {
    const { of, good } = TOTALS[name]
    const runs = inEachRun((run) => ({ before: numberIn(of(before.runs[run])), after: numberIn(of(after.runs[run])) }))
    const by = RUNS.map((run) => (runs[run].before === null || runs[run].after === null ? null : runs[run].after - runs[run].before))
    return {
      before: of(before.totals),
      after: of(after.totals),
      course: courseOf(Object.values(runs), good),
      by: by[0] === null || by[1] === null ? null : between(by[0] as number, by[1] as number),
    }
  }
  return Object.fromEntries(TOTAL_NAMES.map((name) => [name, changeOf(name)])) as Record<TotalName, TotalChange>
}

/** Of one run a total is a number, or not known. */
const numberIn = (measured: Measured): number | null => (typeof measured === 'number' ? measured : null)

function courseOf(runs: readonly { readonly before: number | null; readonly after: number | null }[], good: 1 | 0 | -1): Course {
  const signs = runs.map(({ before, after }) => {
    if (before === null || after === null) return before === after ? 0 : null
    return rounded(before) === rounded(after) ? 0 : Math.sign(after - before)
  })
  const [first] = signs
  if (signs.every((sign) => sign === 0)) return 'same'
  if (first === null || signs.some((sign) => sign !== first)) return 'open'
  return good === 0 ? 'other' : first === good ? 'better' : 'worse'
}

/** null unless both are one number. */
function hoursEach({ totals: { waitingHours, escalatedResolved } }: Analysis): number | null {
  const [hours, cases] = [numberIn(waitingHours), numberIn(escalatedResolved)]
  return hours === null || cases === null || cases === 0 ? null : hours / cases
}

const WORK = ['handOffs', 'waiting', 'extraCost'] as const
/** Where no such case is, it grows in neither run. */
function isForRescued(name: (typeof WORK)[number], rescue: Readonly<Record<Run, Rescue>>): boolean {
  return RUNS.every((run) => rescue[run].cases > 0 && rescue[run].elsewhere[name] <= 1e-9)
}

/** A file that counts no cases has no totals; then gauges say whether anything is another. */
function* sameWorkSteps({ roleColumns: a }: Analysis, { roleColumns: b }: Analysis): Steps<boolean> {
  for (const name of ['settled', 'escalated', 'unresolved'] as const)
    for (const run of RUNS) {
      yield
      const [before, after] = [a[name][run], b[name][run]]
      if (!before.every((value, role) => value === after[role] || rounded(value) === rounded(after[role] as number))) return false
    }
  return true
}
