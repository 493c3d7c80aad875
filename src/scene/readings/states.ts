// What can be said of a role by an overlay: a band, or one of three other things. As numbers from 0 on, so that they can be counted.
import { KEPT, NOT_ASKED, NOT_KNOWN } from '../overlays/overlay'

const OTHERS = 3
/** As many as there can be: five bands and the three. */
export const STATES = OTHERS + 5

/** A band, or what is said instead, as a place in a list of counts. */
export const placeOf = (band: number): number => band + OTHERS
export const bandAt = (place: number): number => place - OTHERS

/** Of equals the first is meant, so that what is not known is not hidden by a band. */
export function most(counts: ArrayLike<number>): number {
  let found = 0
  for (let place = 1; place < STATES; place++) if ((counts[place] as number) > (counts[found] as number)) found = place
  return bandAt(found)
}

/** The words for what is no band; '' for what is not asked. */
export const OTHER_WORDS: Readonly<Record<number, string>> = {
  [NOT_KNOWN]: 'overlay.unknown',
  [KEPT]: 'overlay.kept',
  [NOT_ASKED]: 'overlay.asked.not',
}
