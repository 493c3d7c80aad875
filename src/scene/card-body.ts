// The form of a card: its box on the chart, and what of it is card.
import type { Box } from '../base/geometry'

/** The gauge and the gap under it take this much of a front card's box, on the side of the customer. */
export const GAUGE = { height: 11, gap: 3 } as const
export const RADIUS = 6

export interface CardState {
  readonly box: Box
  /** 0 = as on the conventional chart, 1 = as on the flipped one. */
  readonly turned: number
  readonly presence: number
}

/** The card without its gauge. */
export function bodyOf({ box, turned }: CardState, isFront: boolean): Box {
  const above = isFront ? (GAUGE.height + GAUGE.gap) * turned : 0
  return { x: box.x, y: box.y + above, width: box.width, height: box.height - above }
}
