// What a way of placing decides; everything else about a chart follows from it in assemble.ts.
import type { CardSize } from './sizes'
import type { Row } from './types'

export interface Card extends CardSize {
  /** Where a box stands that is less high than its row: at the upper edge, or at the lower one, towards its manager. */
  readonly isOnFloor: boolean
}
export interface Stance {
  /** Middles of the boxes in the tree of boxes; of a whole grid at its first member. */
  readonly middle: Float64Array
  /** Index of the row, from the top of the page. */
  readonly row: Int32Array
  readonly rows: readonly Pick<Row, 'kind' | 'step'>[]
  /** The boxes, so that each row of it is in order from left to right. */
  readonly fromLeft: Int32Array
  /** The card of a box, as an index into `cards`; boxes of a grid have that of the first. */
  readonly card: Uint8Array
  readonly cards: readonly Card[]
  /** No two buses can overlap. */
  readonly areBusesApart: boolean
  /** The row that a role counts in, drawn or not: `rowAt[1 + step[role]]`, none where that is -1 or not there. */
  readonly step: Int32Array
  readonly rowAt: Int32Array
}
