// How far away the chart is looked at from. Near, a box is its card; far, it is a slab as wide as its branch, and x closes up while rows keep
// their height. In between it opens little by little, so that zooming never jumps.
import type { View } from '../types'

/** Zoom of x from which a box is its own width again: a card of 168 is then 40 px wide, enough for a word. */
export const NEAR = 0.24
/** Zoom of x from which a slab is its whole branch. */
export const FAR = 0.08

/** 0 = near, boxes are cards; 1 = far, boxes are slabs. In the logarithm of the zoom, as wheels and fingers go. */
export function farnessOf({ kx }: Pick<View, 'kx'>): number {
  if (kx >= NEAR) return 0
  if (kx <= FAR) return 1
  const s = Math.log(NEAR / kx) / Math.log(NEAR / FAR)
  return s * s * (3 - 2 * s)
}
