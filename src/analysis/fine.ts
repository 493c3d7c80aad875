// What was looked at and is in order, rule by rule: somebody who doubts the findings may see what was not made one. What is not known is
// never among it. Counts are read off the verdicts, rows are made when somebody looks at them.
import { once } from '../base/memo'
import { type Judgements, NOT_APPLICABLE, STATES, stateOf, verdictOf } from './finding'
import { partsOf } from './parts'
import { rowAbout } from './rows'
import type { Analysis, Finding } from './types'

export interface FineRule {
  readonly code: string
  readonly count: number
  /** Places where the rule has nothing to ask; with `count` 0 and no such place the file does not speak of it at all. */
  readonly notApplicable: number
  /** Places where it is not known, or where something is to be said. */
  readonly others: number
  /** In order of the rule’s subjects. */
  readonly from: (start: number, count: number) => readonly Finding[]
}

const FINE_STATE = STATES.indexOf('ok')
const NOT_APPLICABLE_STATE = stateOf(verdictOf(NOT_APPLICABLE))

/** In order of code; linear in verdicts. */
export const fineIn = once((analysis: Analysis): readonly FineRule[] => {
  const parts = partsOf(analysis)
  if (!parts) return []
  const { survey } = parts
  return parts.judgements.map(({ detector, verdicts }) => {
    const counts = [0, 0, 0, 0]
    for (const verdict of verdicts) counts[stateOf(verdict)] = (counts[stateOf(verdict)] as number) + 1
    const [count, notApplicable] = [counts[FINE_STATE] as number, counts[NOT_APPLICABLE_STATE] as number]
    return {
      code: detector.code,
      count,
      notApplicable,
      others: verdicts.length - count - notApplicable,
      from: (start, some) => placesFine(verdicts, start, some).map((at) => rowAbout(survey, detector, at)),
    }
  })
})

function placesFine(verdicts: Judgements['verdicts'], start: number, count: number): readonly number[] {
  const found: number[] = []
  let seen = 0
  for (let at = 0; at < verdicts.length && found.length < count; at++) {
    if (stateOf(verdicts[at] as number) !== FINE_STATE) continue
    if (seen++ >= start) found.push(at)
  }
  return found
}
