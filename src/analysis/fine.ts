// What was looked at and is in order, rule by rule: somebody who doubts the findings may see what was not made one. What is not known is
// never among it. Counts were made with the verdicts, rows are made when somebody looks at them.
import { once } from '../base/memo'
import { type Judgements, STATES, stateOf } from './finding'
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
const NOT_APPLICABLE_STATE = STATES.indexOf('not applicable')

/** In order of code. */
export const fineIn = once((analysis: Analysis): readonly FineRule[] => {
  const parts = partsOf(analysis)
  if (!parts) return []
  const { survey } = parts
  return parts.judgements.map(({ detector, verdicts, tally }) => {
    const [count, notApplicable] = [tally[FINE_STATE] as number, tally[NOT_APPLICABLE_STATE] as number]
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
