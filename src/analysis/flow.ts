// How deep cases sink: from the roles they arrive at, hop by hop, to those who settle them, or to where they stop. Added up from the columns
// of the walked cases: first by the way to end, of which there are few, then along each of these ways once.
import { countedInOrder } from '../base/counted'
import { floats, type Growing } from '../base/growing'
import { onceInSteps } from '../base/memo'
import { PairIndex } from '../base/pairs'
import type { Steps } from '../base/steps'
import { cellAt } from '../base/table'
import { ROWS_A_STEP } from './cases'
import { inEachRun, RUNS, type Run } from './kleene'
import { DEAD_END } from './outcome'
import { partsOf } from './parts'
import type { Survey } from './survey'
import type { Analysis, RunColumns } from './types'

/** Of cases: those that are settled in both runs, by nobody in both, and in each run those of which the runs say different things. */
export interface Ends {
  readonly settled: Float64Array
  readonly never: Float64Array
  readonly open: RunColumns
}
/** Contacts in scope, or kinds of case where the file counts none. */
export interface Flow {
  /** Hops from role to role: those that leave a role stand together, hop h is one of `role` where start[role] ≤ h < start[role + 1]. */
  readonly start: Int32Array
  readonly to: Int32Array
  /** By hop. */
  readonly hops: Ends
  /** By role: what ends there, settled or not; of what is open what is settled, and what stops. */
  readonly ends: Ends & { readonly stopping: RunColumns }
  /** By role: hours that cases which are settled in the end waited there; NaN where it does not say how long it takes. */
  readonly waited: RunColumns
  /** In each run, by hand-offs. */
  readonly byStep: Readonly<Record<Run, readonly number[]>>
  readonly never: Readonly<Record<Run, number>>
}

/** Made when it is first looked at; null of an analysis that has counted no cases. */
export const flowOf = onceInSteps(function* (analysis: Analysis): Steps<Flow | null> {
  const parts = partsOf(analysis)
  return parts ? yield* flowSteps(parts.survey) : null
})

/** Settled, never, and what is open in each run. */
const KINDS = ['settled', 'never', ...RUNS] as const
type Kind = (typeof KINDS)[number]
type Sums = Readonly<Record<Kind, Growing<Float64Array<ArrayBuffer>>>>

const sums = (): Sums => ({ settled: floats(), never: floats(), pessimistic: floats(), optimistic: floats() })
const columns = (length: number): Readonly<Record<Kind, Float64Array>> => ({
  settled: new Float64Array(length),
  never: new Float64Array(length),
  pessimistic: new Float64Array(length),
  optimistic: new Float64Array(length),
})

/** Linear in cases, and in ways to end × their hops. */
function* flowSteps(survey: Survey): Steps<Flow> {
  const { cases, columns: counted, groupCount, org, ways } = survey
  const { outcomes } = counted
  const ending = new Endings(org.doc.roles.length)
  const tallies = columns(outcomes.step.length)
  const issueOf = new Int32Array(outcomes.step.length)
  const byStep: Record<Run, number[]> = { pessimistic: [0], optimistic: [0] }
  const never: Record<Run, number> = { pessimistic: 0, optimistic: 0 }

  // Where nothing is in doubt both runs are one.
  const runs = survey.isSure ? RUNS.slice(0, 1) : RUNS
  const add = (entry: number, outcome: number, kind: Kind, weight: number) => {
    const first = outcomes.next[outcome] as number
    const hand = (outcomes.along[outcome] as number) > 0 ? first : (outcomes.agreeing.get(outcome)?.[0] ?? -1)
    if (hand < 0) ending.end(entry, kind, weight, outcomes.step[outcome] === DEAD_END)
    else {
      ending.hop(entry, hand, kind, weight)
      tallies[kind][outcome] = (tallies[kind][outcome] as number) + weight
    }
  }
  for (let group = 0; group < groupCount; group++) {
    if (group % ROWS_A_STEP === 0) yield
    const entry = cases.entry(group)
    const { issueType } = cases.kind(group)
    const end = cases.end(group)
    for (let one = cases.first(group); one < end; one++) {
      const weight = cases.weight(group) * cases.share(one)
      for (const run of runs) {
        const step = cases.step(one, run)
        if (step === null) never[run] += weight
        else addAt(byStep[run], step, weight)
      }
      const [worst, best] = [cases.outcome(one, 'pessimistic'), cases.outcome(one, 'optimistic')]
      issueOf[worst] = issueOf[best] = issueType
      if (worst === best || isAlike(survey, worst, best)) add(entry, worst, outcomes.step[worst] === DEAD_END ? 'never' : 'settled', weight)
      else {
        add(entry, worst, 'pessimistic', weight)
        add(entry, best, 'optimistic', weight)
      }
    }
  }
  for (let outcome = 0; outcome < issueOf.length; outcome++) {
    if (outcome % ROWS_A_STEP === 0) yield
    for (const kind of KINDS) {
      const weight = tallies[kind][outcome] as number
      if (weight === 0) continue
      let from = -1
      for (const role of cases.handsOf(outcome, issueOf[outcome] as number, ways)) {
        if (from >= 0) ending.hop(from, role, kind, weight)
        if (outcomes.step[outcome] !== DEAD_END) ending.arrive(role, kind, weight)
        from = role
      }
      ending.end(from, kind, weight, outcomes.step[outcome] === DEAD_END)
    }
  }
  const flow = yield* ending.flow(survey)
  return survey.isSure
    ? { ...flow, byStep: inEachRun(() => byStep.pessimistic), never: inEachRun(() => never.pessimistic) }
    : { ...flow, byStep, never }
}

/** Ends after the same hands, whatever stays open. */
function isAlike({ columns: { outcomes } }: Survey, a: number, b: number): boolean {
  const { step, next, along, agreeing } = outcomes
  return (
    step[a] === step[b] && next[a] === next[b] && along[a] === along[b] && (agreeing.get(a) ?? []).join() === (agreeing.get(b) ?? []).join()
  )
}

function addAt(byStep: number[], step: number, weight: number): void {
  while (byStep.length <= step) byStep.push(0)
  byStep[step] = (byStep[step] as number) + weight
}

class Endings {
  private readonly index = new PairIndex()
  private readonly hops = sums()
  private readonly settled
  private readonly stopped
  /** By role, those who come and are settled in the end. */
  private readonly arrived

  constructor(private readonly roles: number) {
    this.settled = columns(roles)
    this.stopped = columns(roles)
    this.arrived = columns(roles)
  }

  hop(from: number, to: number, kind: Kind, weight: number): void {
    const at = this.index.placeOf(from, to)
    if (at === this.hops.settled.length) for (const one of KINDS) this.hops[one].push(0)
    this.hops[kind].add(at, weight)
  }
  end(role: number, kind: Kind, weight: number, isDead: boolean): void {
    const column = (isDead ? this.stopped : this.settled)[kind]
    column[role] = (column[role] as number) + weight
  }
  arrive(role: number, kind: Kind, weight: number): void {
    const column = this.arrived[kind]
    column[role] = (column[role] as number) + weight
  }

  *flow({ org }: Survey): Steps<Omit<Flow, 'byStep' | 'never'>> {
    const { index, hops, settled, stopped, arrived } = this
    const from = Int32Array.from({ length: index.count }, (_, at) => index.firstOf(at))
    const { order, start } = countedInOrder(from, from.length, this.roles)
    yield
    const inOrder = {} as Record<Kind, Float64Array>
    for (const kind of KINDS) {
      inOrder[kind] = Float64Array.from(order, (at) => hops[kind].at(at))
      yield
    }
    const waited = {} as Record<Run, Float64Array>
    for (const run of RUNS) {
      waited[run] = Float64Array.from({ length: this.roles }, (_, role) => {
        const cases = (arrived.settled[role] as number) + (arrived[run][role] as number)
        if (cases === 0) return 0
        const hours = cellAt(org.doc.roles, 'responseHours', role)
        return typeof hours === 'number' ? cases * hours : Number.NaN
      })
      yield
    }
    return {
      start,
      to: Int32Array.from(order, (at) => index.secondOf(at)),
      hops: { settled: inOrder.settled, never: inOrder.never, open: inOrder },
      ends: { settled: settled.settled, never: stopped.never, open: settled, stopping: stopped },
      waited,
    }
  }
}
