// Where on the page the people of a branch stand who meet customers: in the row that holds most of them. There its name, its bar and its
// flags have their place.
import { once, onceEach } from '../../base/memo'
import { firstFrom } from '../../layout/find'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { isUnder } from './descent'
import { reachOf } from './reach'

/** The first and the last box of them, and the row; null where nobody in the branch meets customers. */
export interface Stretch {
  readonly row: number
  readonly first: number
  readonly last: number
}

/** Of each row those who meet customers, from left to right. */
export const frontsOf = once(({ rows }: Layout, { distance }: Structure): readonly Int32Array[] =>
  rows.map(({ roles }) => roles.filter((role) => distance[role] === 1)),
)

export const stretchOf = onceEach((layout: Layout, branch: number, structure: Structure): Stretch | null => {
  const reach = reachOf(layout, structure)
  const left = (layout.x[branch] as number) + (reach.left[branch] as number)
  const right = (layout.x[branch] as number) + (reach.right[branch] as number)
  let best: (Stretch & { readonly size: number }) | null = null
  frontsOf(layout, structure).forEach((roles, row) => {
    let start = firstFrom(layout, roles, left)
    let end = firstFrom(layout, roles, right)
    // Another branch may reach in from the sides.
    while (start < end && !isUnder(structure, branch, roles[start] as number)) start++
    while (end > start && !isUnder(structure, branch, roles[end - 1] as number)) end--
    if (end <= start || end - start <= (best?.size ?? 0)) return
    best = { row, first: roles[start] as number, last: roles[end - 1] as number, size: end - start }
  })
  return best
})
