// Where on the page the people of a branch stand who meet customers, or all of them where nobody does: in the row that holds most. There its
// name, its bar and its flags have their place.
import { once, onceEach } from '../../base/memo'
import { firstFrom } from '../../layout/find'
import { isUnder } from '../../layout/places'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { reachOf } from './reach'

/** The first and the last box of them, and the row. */
export interface Stretch {
  /** They meet customers. */
  readonly isFront: boolean
  readonly row: number
  readonly first: number
  readonly last: number
}

/** Of each row those who meet customers, from left to right. */
export const frontsOf = once(({ rows }: Layout, { distance }: Structure): readonly Int32Array[] =>
  rows.map(({ roles }) => roles.filter((role) => distance[role] === 1)),
)

export const stretchOf = onceEach(
  (layout: Layout, branch: number, structure: Structure): Stretch | null =>
    longest(layout, branch, structure, frontsOf(layout, structure), true) ??
    longest(
      layout,
      branch,
      structure,
      layout.rows.map(({ roles }) => roles),
      false,
    ),
)

function longest(layout: Layout, branch: number, structure: Structure, rows: readonly Int32Array[], isFront: boolean): Stretch | null {
  const reach = reachOf(layout, structure)
  const left = (layout.x[branch] as number) + (reach.left[branch] as number)
  const right = (layout.x[branch] as number) + (reach.right[branch] as number)
  let best: (Stretch & { readonly size: number }) | null = null
  rows.forEach((roles, row) => {
    let start = firstFrom(layout, roles, left)
    let end = firstFrom(layout, roles, right)
    // Another branch may reach in from the sides.
    while (start < end && !isUnder(structure, branch, roles[start] as number)) start++
    while (end > start && !isUnder(structure, branch, roles[end - 1] as number)) end--
    if (end <= start || end - start <= (best?.size ?? 0)) return
    best = { isFront, row, first: roles[start] as number, last: roles[end - 1] as number, size: end - start }
  })
  return best
}
