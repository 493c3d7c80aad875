// How small the smallest text on a chart is: what somebody at the back of a room has to read. The names of the bands and the line at the
// foot are left aside: they are the same on every slide and say nothing that a reader looks for.
import type { Mark, Scene } from '../scene/types'
import { POINTS } from './page'

/** In points; null where nothing is written on the chart. */
export function smallestText({ marks }: Scene): number | null {
  const least = smallestIn(marks)
  return least === Infinity ? null : Math.round(least * POINTS * 10) / 10
}

const ASIDE = /^(?:chart\d-)?(?:band|source|headline|customers-name|legend)/

function smallestIn(marks: readonly Mark[]): number {
  let least = Infinity
  for (const mark of marks) {
    if (mark.kind === 'group' && !ASIDE.test(mark.key)) least = Math.min(least, smallestIn(mark.marks))
    else if (mark.kind === 'text') least = Math.min(least, mark.size)
  }
  return least
}
