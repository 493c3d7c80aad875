// What becomes of cases, in words. What may come out one way or another counts as not known.
import { lowOf } from '../../../base/range'
import type { Words } from '../../../base/words'
import type { Outcome } from '../../../scene/gauge'

const NOTHING = 1e-9

export function sayOutcome({ all, settled, escalated, never }: Outcome, words: Words): string {
  if (all <= NOTHING) return ''
  const sure = { settled: lowOf(settled), after: lowOf(escalated), never: lowOf(never) }
  const open = all - sure.settled - sure.after - sure.never
  const parts = Object.entries({ ...sure, unknown: open }).filter(([, part]) => part > NOTHING * all)
  if (parts.length === 1) return words.say(`page.outcome.all.${parts[0]?.[0]}`)
  return parts.map(([kind, part]) => words.say(`page.outcome.${kind}`, { share: shareInWords(part / all, words) })).join(' · ')
}

/** Two of four hundred are not nought per cent. */
export function shareInWords(share: number, words: Words): string {
  return words.percent(share, share < 0.01 || (share > 0.99 && share < 1) ? 1 : 0)
}
