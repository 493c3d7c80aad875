// What arrives at each role after the first desk: cases that are handed on and settled, and how much of its time they take (domain.md F13).
import { onceInSteps } from '../base/memo'
import type { Steps } from '../base/steps'
import { ROWS_A_STEP } from './cases'
import type { Run } from './kleene'
import type { Survey } from './survey'

export interface Arrivals {
  /** All cases that are handed on and settled. */
  all: number
  /** Cases that are not among them in this run, and may be: the other run ends them otherwise. */
  open: number
  /** What they take; NaN where one does not say. */
  openMinutes: number
  /** By role: such cases that come to it after the first desk, of them those it cannot settle, and the minutes they take. */
  readonly arrivals: Float64Array
  readonly passing: Float64Array
  /** NaN where a case does not say how long it takes. */
  readonly minutes: Float64Array
  /** The same with cases that nobody settles, up to the end of their way. */
  readonly upper: Float64Array
}

/** Cases that end alike go through the same hands, which are walked once. */
export const arrivalsIn = onceInSteps(function* (survey: Survey): Steps<Readonly<Record<Run, Arrivals>>> {
  const pessimistic = yield* arrivalsOf(survey, 'pessimistic')
  return { pessimistic, optimistic: survey.isSure ? pessimistic : yield* arrivalsOf(survey, 'optimistic') }
})

function* arrivalsOf(survey: Survey, run: Run): Steps<Arrivals> {
  const { cases, columns, org, ways, groupCount, isSure } = survey
  const { ending, endings, kinds, weight: weights } = columns
  const byEnding = new Float64Array(endings.kind.length)
  const groupOf = new Int32Array(endings.kind.length).fill(-1)
  for (let group = 0; group < groupCount; group++) {
    const at = ending[group] as number
    byEnding[at] = (byEnding[at] as number) + (weights[group] as number)
    groupOf[at] = group
  }
  yield
  const column = () => new Float64Array(org.doc.roles.length)
  const told = { all: 0, open: 0, openMinutes: 0, arrivals: column(), passing: column(), minutes: column(), upper: column() }
  for (let at = 0; at < byEnding.length; at++) {
    if (at % (ROWS_A_STEP * 8) === 0) yield
    const group = groupOf[at] as number
    if (group < 0) continue
    const { issueType } = kinds[endings.kind[at] as number] as (typeof kinds)[number]
    for (let one = cases.first(group); one < cases.end(group); one++) {
      const step = cases.step(one, run)
      const weight = (byEnding[at] as number) * cases.share(one)
      const minutes = weight === 0 ? 0 : weight * (org.doc.issueTypes?.[issueType]?.touchMinutes ?? Number.NaN)
      if (!step && !isSure && cases.step(one, 'pessimistic') !== cases.step(one, 'optimistic')) {
        told.open += weight
        told.openMinutes += minutes
      }
      if (step === 0) continue
      if (step !== null) told.all += weight
      let hand = 0
      for (const role of cases.handsOf(cases.outcome(one, run), issueType, ways)) {
        add(told.upper, role, minutes)
        if (step === null) continue
        hand++
        add(told.arrivals, role, weight)
        add(told.minutes, role, minutes)
        if (hand < step) add(told.passing, role, weight)
      }
    }
  }
  return told
}

function add(to: Float64Array, role: number, by: number): void {
  to[role] = (to[role] as number) + by
}
