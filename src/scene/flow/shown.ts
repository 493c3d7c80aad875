// When what runs between boxes is there.
import type { Moment } from '../moment'

/** How far what runs between boxes is there, 0 … 1: it comes when the boxes have arrived. */
export function shownAt({ isTurning, isHeadstand, flags, lines, t }: Moment): number {
  if (!isTurning) return 1
  if (isHeadstand) return Math.max(0, flags * 2 - 1)
  return t < 0.5 ? 0 : Math.max(0, lines * 2 - 1)
}
