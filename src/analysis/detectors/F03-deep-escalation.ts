// F03 Deep escalation: cases that are settled, but only after many hands or long waiting (domain.md F03; 3.6, promises by segment).
import { type Detector, findingOfPair, isAbove, isAtLeast, judge } from '../finding'
import { inEachRun, type Run } from '../kleene'
import { hoursOf } from '../outcome'
import { routesToSettler } from '../remedies'
import { linesOf, outcomeIn, type Pair, type Survey } from '../survey'
import type { FindingSeverity } from '../types'

export const code = 'F03'

/** Three hands are deep in any organisation (domain.md F03, severity; it has no name of its own in 3.6). */
const DEEP_HANDS = 3

export const detect: Detector['detect'] = (survey) =>
  survey.pairs.flatMap((pair) => {
    const { pessimistic, optimistic } = inEachRun((run) => depthIn(survey, pair, run))
    return findingOfPair(survey, code, pair, judge(verdict(survey, pessimistic), verdict(survey, optimistic)), () => ({
      evidence: evidence(pessimistic, optimistic),
      remedies: routesToSettler(survey, pair),
      because: { code: 'depends-on-unknown' },
    }))
  })

interface Depth {
  readonly resolved: number
  readonly byStep: readonly number[]
  readonly escalated: number
  /** Mean clock hours of escalated cases; endless where a role's hours are missing in the pessimistic run. */
  readonly meanHours: number
  /** Some segment's cases wait longer than it was promised. */
  readonly isLate: boolean
  readonly passThrough: number
}

function depthIn(survey: Survey, pair: Pair, run: Run): Depth {
  const byStep: number[] = [0]
  let [escalated, resolved, hours, passThrough] = [0, 0, 0, 0]
  const byPromise = new Map<number, { weight: number; hours: number }>()
  for (const { group, segment, weight } of linesOf(survey.org, pair)) {
    const promise = survey.org.doc.segments?.[segment]?.promiseHours ?? survey.threshold('promiseHours')
    for (const one of group.cases) {
      const outcome = outcomeIn(run, one)
      if (outcome.step === null) continue
      const share = weight * one.slice.share
      resolved += share
      while (byStep.length <= outcome.step) byStep.push(0)
      byStep[outcome.step] = (byStep[outcome.step] as number) + share
      if (outcome.step === 0) continue
      const waited = hoursOf(survey.org, outcome.path)
      const mean = waited.isMissing && run === 'pessimistic' ? Number.POSITIVE_INFINITY : waited.known
      escalated += share
      hours += share * mean
      passThrough += share * (outcome.step - 1)
      const promised = byPromise.get(promise) ?? { weight: 0, hours: 0 }
      byPromise.set(promise, { weight: promised.weight + share, hours: promised.hours + share * mean })
    }
  }
  const isLate = [...byPromise].some(([promise, waited]) => isAbove(waited.hours / waited.weight, promise))
  return { resolved, byStep, escalated, meanHours: escalated > 0 ? hours / escalated : 0, isLate, passThrough }
}

function verdict(survey: Survey, depth: Depth): { severity: FindingSeverity; weight: number } | null {
  const maxStep = depth.byStep.length - 1
  if (maxStep < survey.threshold('deepStep') && !depth.isLate) return null
  const isHigh = maxStep >= DEEP_HANDS || isAtLeast(depth.meanHours, survey.threshold('slowHours'))
  return { severity: isHigh ? 'high' : 'medium', weight: depth.escalated }
}

/** Whether the rule holds for the pair in one run. */
export const isDeep = (survey: Survey, pair: Pair, run: Run): boolean => verdict(survey, depthIn(survey, pair, run)) !== null

function evidence(pessimistic: Depth, optimistic: Depth) {
  const finite = (value: number) => (Number.isFinite(value) ? value : null)
  const said = (depth: Depth) => ({
    maxStep: depth.byStep.length - 1,
    byStep: depth.byStep,
    meanHandOffs: depth.resolved > 0 ? depth.byStep.reduce((sum, share, step) => sum + share * step, 0) / depth.resolved : null,
    meanHoursEscalated: finite(depth.meanHours),
    passThrough: depth.passThrough,
  })
  const [worst, best] = [said(pessimistic), said(optimistic)]
  return JSON.stringify(worst) === JSON.stringify(best) ? worst : { ...worst, atBest: best }
}
