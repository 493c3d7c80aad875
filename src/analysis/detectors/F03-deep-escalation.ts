// F03 Deep escalation: cases that are settled, but only after many hands or long waiting (domain.md F03; 3.6, promises by segment).
import { type Detector, isAbove, isAtLeast, judgeRuns, ofPairs } from '../finding'
import { RUNS, type Run } from '../kleene'
import { routesToSettler } from '../remedies'
import { linesOf, outcomeIn, type Pair, type Survey } from '../survey'
import type { FindingSeverity } from '../types'

export const code = 'F03'

/** Three hands are deep in any organisation (domain.md F03, severity; it has no name of its own in 3.6). */
const DEEP_HANDS = 3

export const detect: Detector['detect'] = (survey) =>
  ofPairs(
    survey,
    code,
    // Hours that are not known are endless in one run and nothing in the other.
    (pair) => judgeRuns(pair.isSure && pair.isTimed, (run) => verdict(survey, depthIn(survey, pair, run))),
    (pair) => ({
      evidence: evidence(survey, pair),
      remedies: routesToSettler(survey, pair),
      because: { code: 'depends-on-unknown' },
    }),
  )

interface Depth {
  /** The most hand-offs of a case that is settled. */
  readonly maxStep: number
  readonly escalated: number
  /** Mean clock hours of escalated cases; endless where a role's hours are missing in the pessimistic run. */
  readonly meanHours: number
  /** Some segment's cases wait longer than it was promised. */
  readonly isLate: boolean
}

function depthIn(survey: Survey, pair: Pair, run: Run): Depth {
  const { segment, weight } = survey.org.contacts
  let maxStep = 0
  let escalated = 0
  let hours = 0
  promises.clear()
  for (const group of pair.groups) {
    for (const line of group.lines) {
      for (const one of group.cases) {
        const { step, hands } = outcomeIn(run, one)
        if (!step) continue
        if (step > maxStep) maxStep = step
        const share = (weight[line] as number) * one.slice.share
        const waited = hands.hours === null && run === 'pessimistic' ? Number.POSITIVE_INFINITY : hands.knownHours
        escalated += share
        hours += share * waited
        promises.add(promiseTo(survey, segment[line] as number), share, share * waited)
      }
    }
  }
  return { maxStep, escalated, meanHours: escalated > 0 ? hours / escalated : 0, isLate: promises.isAnyBroken() }
}

const promiseTo = (survey: Survey, segment: number): number =>
  survey.org.doc.segments?.[segment]?.promiseHours ?? survey.thresholds.promiseHours

/** How long those wait who were promised the same: a handful of promises. */
class Promises {
  private readonly promised: number[] = []
  private readonly weight: number[] = []
  private readonly hours: number[] = []

  clear(): void {
    this.promised.length = 0
    this.weight.length = 0
    this.hours.length = 0
  }

  add(promise: number, weight: number, hours: number): void {
    let at = this.promised.indexOf(promise)
    if (at < 0) {
      at = this.promised.push(promise) - 1
      this.weight.push(0)
      this.hours.push(0)
    }
    this.weight[at] = (this.weight[at] as number) + weight
    this.hours[at] = (this.hours[at] as number) + hours
  }

  isAnyBroken(): boolean {
    return this.promised.some((promise, at) => isAbove((this.hours[at] as number) / (this.weight[at] as number), promise))
  }
}
/** One for all pairs, cleared for each. */
const promises = new Promises()

function verdict(survey: Survey, depth: Depth): { severity: FindingSeverity; weight: number } | null {
  if (depth.maxStep < survey.thresholds.deepStep && !depth.isLate) return null
  const isHigh = depth.maxStep >= DEEP_HANDS || isAtLeast(depth.meanHours, survey.thresholds.slowHours)
  return { severity: isHigh ? 'high' : 'medium', weight: depth.escalated }
}

/** Whether the rule holds for the pair in one run. */
export const isDeep = (survey: Survey, pair: Pair, run: Run): boolean => verdict(survey, depthIn(survey, pair, run)) !== null

function evidence(survey: Survey, pair: Pair) {
  const [worst, best] = RUNS.map((run) => evidenceIn(survey, pair, run))
  return JSON.stringify(worst) === JSON.stringify(best) ? { ...worst } : { ...worst, atBest: best }
}

function evidenceIn(survey: Survey, pair: Pair, run: Run) {
  const { maxStep, meanHours } = depthIn(survey, pair, run)
  const byStep = Array.from({ length: maxStep + 1 }, () => 0)
  let [resolved, passThrough] = [0, 0]
  for (const { group, weight } of linesOf(survey.org, pair)) {
    for (const one of group.cases) {
      const { step } = outcomeIn(run, one)
      if (step === null) continue
      const share = weight * one.slice.share
      resolved += share
      byStep[step] = (byStep[step] as number) + share
      if (step > 0) passThrough += share * (step - 1)
    }
  }
  return {
    maxStep,
    byStep,
    meanHandOffs: resolved > 0 ? byStep.reduce((sum, share, step) => sum + share * step, 0) / resolved : null,
    meanHoursEscalated: Number.isFinite(meanHours) ? meanHours : null,
    passThrough,
  }
}
