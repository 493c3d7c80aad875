// Cases that nobody settled and that are settled after an edit: hand-offs, hours and money rise for them, and for nothing else
// (domain.md 4.6: E solves six dead cases and raises all three).
import type { Steps } from '../base/steps'
import type { Alike } from './alike'
import { ROWS_A_STEP } from './cases'
import { inEachRun, RUNS, type Run } from './kleene'
import type { Survey } from './survey'

export interface Rescue {
  readonly cases: number
  /** How much more there is at pairs without such a case; what is not known is left aside. */
  readonly elsewhere: { readonly handOffs: number; readonly waiting: number; readonly extraCost: number }
}

interface Work {
  dead: number
  handOffs: number
  waiting: number
  extraCost: number
}

/** Linear in cases. A pair counts as a whole: what is saved in it stands against what is added. */
export function* rescueSteps(was: Survey, is: Survey, alike: Alike): Steps<Readonly<Record<Run, Rescue>>> {
  const earlier = alike.earlierPairs()
  const isSure = was.isSure && is.isSure
  const found = inEachRun(() => ({ cases: 0, elsewhere: { handOffs: 0, waiting: 0, extraCost: 0 } }))
  for (let pair = 0; pair < is.pairCount; pair++) {
    if (pair % ROWS_A_STEP === 0) yield
    const old = earlier(pair)
    for (const run of RUNS) {
      if (run === 'optimistic' && isSure) continue
      const [before, after] = [old < 0 ? NONE : workOf(was, old, run), workOf(is, pair, run)]
      const rescued = before.dead - after.dead
      if (rescued > 1e-9) found[run].cases += rescued
      else for (const name of ['handOffs', 'waiting', 'extraCost'] as const) found[run].elsewhere[name] += after[name] - before[name] || 0
    }
  }
  return isSure ? { ...found, optimistic: found.pessimistic } : found
}
const NONE: Work = { dead: 0, handOffs: 0, waiting: 0, extraCost: 0 }

function workOf({ cases, columns: { groupStart }, org }: Survey, pair: number, run: Run): Work {
  const work = { ...NONE }
  for (let group = groupStart[pair] as number; group < (groupStart[pair + 1] as number); group++) {
    const minutes = org.doc.issueTypes?.[cases.kind(group).issueType]?.touchMinutes ?? Number.NaN
    for (let one = cases.first(group); one < cases.end(group); one++) {
      const share = cases.weight(group) * cases.share(one)
      const step = cases.step(one, run)
      if (step === null) work.dead += share
      if (!step) continue
      work.handOffs += share * step
      work.waiting += share * cases.hours(one, run)
      work.extraCost += share * (cases.perHour(one, run) / 60) * minutes
    }
  }
  return work
}
