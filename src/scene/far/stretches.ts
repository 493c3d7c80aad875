// Where on the page the people of a branch stand who meet customers: in the row that holds most of them. There its name, its bar and its
// flags have their place.
import { onceEach } from '../../base/memo'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { descentOf } from './descent'
import { reachOf } from './reach'

/** The first and the last box of them, and the row; null where nobody in the branch meets customers. */
export interface Stretch {
  readonly row: number
  readonly first: number
  readonly last: number
}

export const stretchOf = onceEach((layout: Layout, branch: number, structure: Structure): Stretch | null => {
  const reach = reachOf(layout, structure)
  const { place } = descentOf(structure)
  const from = place[branch] as number
  const to = from + (structure.branchSize[branch] as number)
  const isFront = (role: number) => {
    const at = place[role] as number
    return at >= from && at < to && structure.distance[role] === 1
  }
  const left = (layout.x[branch] as number) + (reach.left[branch] as number)
  const right = (layout.x[branch] as number) + (reach.right[branch] as number)
  let best: (Stretch & { readonly size: number }) | null = null
  layout.rows.forEach(({ roles }, row) => {
    let start = firstFrom(layout, roles, left)
    let end = firstFrom(layout, roles, right)
    while (start < end && !isFront(roles[start] as number)) start++
    while (end > start && !isFront(roles[end - 1] as number)) end--
    if (end <= start || end - start <= (best?.size ?? 0)) return
    best = { row, first: roles[start] as number, last: roles[end - 1] as number, size: end - start }
  })
  return best
})

function firstFrom({ x }: Layout, roles: Int32Array, from: number): number {
  let low = 0
  let high = roles.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((x[roles[middle] as number] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}
