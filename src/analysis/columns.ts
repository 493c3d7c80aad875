// What becomes of what each role meets, of one and as a column a question: sums over branches add them up without looking at a finding.
import { between } from '../base/range'
import type { Steps } from '../base/steps'
import { ROWS_A_STEP } from './cases'
import { isTold, severityOf, stateOf, UNKNOWN_STATE } from './finding'
import { type JudgementColumns, judgementsFrom } from './judge'
import { RUNS, type Run } from './kleene'
import type { EntryRole, Survey } from './survey'
import type { Analysis, FindingSeverity, RoleColumns, RoleTotals } from './types'

/** By role index, one column a question; all zero where a role meets nothing. */
export const roleColumnsOf = (analysis: Analysis): RoleColumns => analysis.roleColumns

interface Gauge {
  settled: number
  escalated: number
  unresolved: number
}

/** Weights of one run. */
function gaugeIn({ survey, firstGroup, endGroup }: EntryRole, run: Run): Gauge {
  const { cases } = survey
  const gauge = { settled: 0, escalated: 0, unresolved: 0 }
  for (let group = firstGroup; group < endGroup; group++) {
    const weight = cases.weight(group)
    for (let one = cases.first(group); one < cases.end(group); one++) {
      const step = cases.step(one, run)
      const share = weight * cases.share(one)
      if (step === null) gauge.unresolved += share
      else if (step === 0) gauge.settled += share
      else gauge.escalated += share
    }
  }
  return gauge
}

/** What a gauge shows. */
export function roleTotalsIn(entry: EntryRole): RoleTotals {
  const { role, weight, survey } = entry
  const [worst, best] = [gaugeIn(entry, 'pessimistic'), gaugeIn(entry, 'optimistic')]
  return {
    role,
    contacts: survey.org.contacts.areCounted ? weight : null,
    weight,
    settledAtFirstContact: between(worst.settled, best.settled),
    escalatedResolved: between(worst.escalated, best.escalated),
    unresolved: between(worst.unresolved, best.unresolved),
  }
}

/** Linear in roles and pairs. */
export function* roleColumnSteps(survey: Survey, judged: JudgementColumns): Steps<RoleColumns> {
  const n = survey.org.doc.roles.length
  const numbers = () => new Float64Array(n)
  const inRuns = () => {
    const pessimistic = numbers()
    return { pessimistic, optimistic: survey.isSure ? pessimistic : numbers() }
  }
  const counts = () => new Uint16Array(n)
  const flags: Readonly<Record<FindingSeverity, Uint16Array<ArrayBuffer>>> = { high: counts(), medium: counts(), low: counts() }
  const columns = { weight: numbers(), settled: inRuns(), escalated: inRuns(), unresolved: inRuns(), flags, unknown: counts() }
  const byRank = [flags.low, flags.medium, flags.high]
  const verdicts = judgementsFrom(judged).flatMap(({ detector, verdicts }) =>
    detector.of === 'pair' && !detector.isAside ? [verdicts] : [],
  )
  const runs = survey.isSure ? RUNS.slice(0, 1) : RUNS
  for (let at = 0; at < survey.entryCount; at++) {
    if (at % ROWS_A_STEP === 0) yield
    const entry = survey.entryRole(at)
    columns.weight[entry.role] = entry.weight
    for (const run of runs) {
      const { settled, escalated, unresolved } = gaugeIn(entry, run)
      columns.settled[run][entry.role] = settled
      columns.escalated[run][entry.role] = escalated
      columns.unresolved[run][entry.role] = unresolved
    }
    for (let pair = entry.from; pair < entry.to; pair++) {
      const worst = worstOf(verdicts, pair)
      const column = worst >= 0 ? byRank[worst] : isOpen(verdicts, pair) ? columns.unknown : undefined
      if (column) column[entry.role] = (column[entry.role] as number) + 1
    }
  }
  return columns
}

/** Rank of the worst severity; -1 where nothing is flagged. */
function worstOf(verdicts: readonly Uint8Array[], subject: number): number {
  let worst = -1
  for (let k = 0; k < verdicts.length; k++) {
    const verdict = (verdicts[k] as Uint8Array)[subject] as number
    if (isTold(verdict)) worst = Math.max(worst, severityOf(verdict))
  }
  return worst
}
const isOpen = (verdicts: readonly Uint8Array[], subject: number): boolean =>
  verdicts.some((own) => stateOf(own[subject] as number) === UNKNOWN_STATE)
