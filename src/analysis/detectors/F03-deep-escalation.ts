// F03 Deep escalation: cases that are settled, but only after many hands or long waiting (domain.md F03; 3.6, promises by segment).
import { type Detector, FINE, isAbove, isAtLeast, judgeRuns, unlessBetween, type Verdict } from '../finding'
import { RUNS, type Run } from '../kleene'
import { routesToSettler } from '../remedies'
import { linesOf, type Pair, type Survey } from '../survey'

/** Three hands are deep in any organisation (domain.md F03, severity; it has no name of its own in 3.6). */
const DEEP_HANDS = 3

export const detector: Detector = {
  code: 'F03',
  of: 'pair',
  judge: (pair) =>
    pair.isOnTheSpot && pair.survey.thresholds.deepStep > 0
      ? FINE
      : // Hours that are not known are endless in one run and nothing in the other.
        unlessBetween(
          pair,
          judgeRuns(pair.isSure && pair.isTimed, (run) => verdict(pair.survey, depthIn(pair, run))),
        ),
  say: (pair) => ({ evidence: evidence(pair), remedies: routesToSettler(pair), because: { code: 'depends-on-unknown' } }),
}

interface Depth {
  /** The most hand-offs of a case that is settled. */
  readonly maxStep: number
  readonly escalated: number
  /** Mean clock hours of escalated cases; endless where a role's hours are missing in the pessimistic run. */
  readonly meanHours: number
  /** Some segment's cases wait longer than it was promised. */
  readonly isLate: boolean
}

function depthIn({ survey, from, to }: Pair, run: Run): Depth {
  const { cases, columns, org } = survey
  const { segment, weight } = org.contacts
  const { lines, lineStart } = columns
  let maxStep = 0
  let escalated = 0
  let hours = 0
  promises.clear()
  for (let group = from; group < to; group++) {
    for (let k = lineStart[group] as number; k < (lineStart[group + 1] as number); k++) {
      const line = lines[k] as number
      for (let one = cases.first(group); one < cases.end(group); one++) {
        const step = cases.step(one, run)
        if (!step) continue
        if (step > maxStep) maxStep = step
        const waited = Number.isNaN(cases.hours(one, run)) && run === 'pessimistic' ? Number.POSITIVE_INFINITY : cases.knownHours(one, run)
        const share = (weight[line] as number) * cases.share(one)
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
  private count = 0
  private readonly promised: number[] = []
  private readonly weight: number[] = []
  private readonly hours: number[] = []

  clear(): void {
    this.count = 0
  }

  add(promise: number, weight: number, hours: number): void {
    let at = 0
    while (at < this.count && this.promised[at] !== promise) at++
    if (at === this.count) {
      this.promised[at] = promise
      this.weight[at] = 0
      this.hours[at] = 0
      this.count++
    }
    this.weight[at] = (this.weight[at] as number) + weight
    this.hours[at] = (this.hours[at] as number) + hours
  }

  isAnyBroken(): boolean {
    for (let at = 0; at < this.count; at++)
      if (isAbove((this.hours[at] as number) / (this.weight[at] as number), this.promised[at] as number)) return true
    return false
  }
}
/** One for all pairs, cleared for each. */
const promises = new Promises()

function verdict(survey: Survey, depth: Depth): Verdict | null {
  if (depth.maxStep < survey.thresholds.deepStep && !depth.isLate) return null
  const isHigh = depth.maxStep >= DEEP_HANDS || isAtLeast(depth.meanHours, survey.thresholds.slowHours)
  return { severity: isHigh ? 'high' : 'medium', weight: depth.escalated }
}

/** Whether the rule holds for the pair in one run. */
export const isDeep = (pair: Pair, run: Run): boolean => verdict(pair.survey, depthIn(pair, run)) !== null

function evidence(pair: Pair) {
  const [worst, best] = RUNS.map((run) => evidenceIn(pair, run))
  return JSON.stringify(worst) === JSON.stringify(best) ? { ...worst } : { ...worst, atBest: best }
}

function evidenceIn(pair: Pair, run: Run) {
  const { cases } = pair.survey
  const { maxStep, meanHours } = depthIn(pair, run)
  const byStep = Array.from({ length: maxStep + 1 }, () => 0)
  let [resolved, passThrough] = [0, 0]
  for (const { group, weight } of linesOf(pair)) {
    for (let one = cases.first(group); one < cases.end(group); one++) {
      const step = cases.step(one, run)
      if (step === null) continue
      const share = weight * cases.share(one)
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
