// How a chart is looked at, before anybody knows the organisation: by ids. And the charts that follow from it.
import type { FlipOrder, Orientation, Placing } from '../layout/types'
import { roleAt } from '../model/roles'
import type { Org, RoleId } from '../model/types'

export interface Looked {
  readonly orientation: Orientation
  readonly order: FlipOrder
  readonly folded: Iterable<RoleId>
  readonly unstacked: Iterable<RoleId>
  readonly isNarrow: boolean
  readonly isTight: boolean
}

export function placingOf(org: Org | null, { folded, unstacked, ...look }: Looked): Placing {
  const indexes = (ids: Iterable<RoleId>) => new Set(org ? [...ids].flatMap((id) => roleAt(org, id) ?? []) : [])
  return { ...look, folded: indexes(folded), unstacked: indexes(unstacked), isGrouped: true }
}

/** The charts that one key leads to from the one that is looked at: turned over, then in the other order. */
export function turnedFrom(org: Org, placing: Placing): readonly Placing[] {
  const orders: readonly FlipOrder[] = placing.order === 'distance' ? ['distance', 'mirror'] : ['mirror', 'distance']
  const known = org.structure.distance.includes(1) ? orders : orders.slice(0, 1)
  const flipped = known.map((order): Placing => ({ ...placing, orientation: 'flipped', order }))
  if (placing.orientation === 'conventional') return flipped
  return [{ ...placing, orientation: 'conventional' }, ...flipped.slice(1)]
}
