// Boxes that stand in one line at this moment, from left to right: a row at rest. In a turn those of a row that go to one row together.
import { strataOf } from '../../layout/strata'
import type { Moment } from '../moment'

export interface Lane {
  readonly roles: Int32Array
}

export function lanesOf({ isTurning, from, to }: Moment): readonly Lane[] {
  return isTurning ? strataOf(from, to) : to.rows
}
