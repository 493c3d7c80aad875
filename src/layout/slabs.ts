// How wide the branch of each box is. Far away a box stands for its branch and is drawn as wide: a slab. Slabs of one row lie side by side;
// where two branches share columns they part in the middle of what they share, but never through a box.
//
//          ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇       the top: as wide as everything
//          ▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇ ▇▇▇▇▇▇
//          ▇▇▇▇ ▇▇▇▇▇▇ ▇▇▇▇▇ ▇▇▇▇▇▇
import { once } from '../base/memo'
import type { Structure } from '../model/types'
import type { Layout } from './types'

/** In chart units, by role; a role that is not drawn has the slab of its box. */
export interface Slabs {
  readonly left: Float64Array
  readonly right: Float64Array
}

/**
 * From where to where the drawn branch of each box reaches, its box included, cut between neighbours of a row: slabs of a row do not
 * overlap, are in its order, and each holds its box. Boxes of one column of a grid have one slab. Linear; made once a layout.
 */
export const slabsOf = once((layout: Layout, structure: Structure): Slabs => {
  const slabs = branchesOf(layout, structure)
  for (const { roles } of layout.rows) part(layout, roles, slabs)
  const { boxOf } = layout
  for (let i = 0; i < boxOf.length; i++) {
    const box = boxOf[i] as number
    if (box === i) continue
    slabs.left[i] = slabs.left[box] as number
    slabs.right[i] = slabs.right[box] as number
  }
  return slabs
})

/** Reports before their managers, so that each has heard of its whole branch when it tells its own. */
function branchesOf({ x, w, boxOf }: Layout, { preorder, parent }: Structure): Slabs {
  const left = new Float64Array(x.length).fill(Infinity)
  const right = new Float64Array(x.length).fill(-Infinity)
  for (let k = preorder.length - 1; k >= 0; k--) {
    const role = preorder[k] as number
    if (boxOf[role] !== role) continue
    const from = Math.min(left[role] as number, x[role] as number)
    const to = Math.max(right[role] as number, (x[role] as number) + (w[role] as number))
    left[role] = from
    right[role] = to
    const manager = parent[role] as number
    if (manager < 0) continue
    if (from < (left[manager] as number)) left[manager] = from
    if (to > (right[manager] as number)) right[manager] = to
  }
  return { left, right }
}

/** Each column of the row against the next one; where they part lies between their boxes. */
function part({ x, w }: Layout, roles: Int32Array, { left, right }: Slabs) {
  let from = 0
  let cut = -Infinity
  while (from < roles.length) {
    const first = roles[from] as number
    let boxRight = (x[first] as number) + (w[first] as number)
    let branchLeft = left[first] as number
    let branchRight = right[first] as number
    let to = from + 1
    for (; to < roles.length && (x[roles[to] as number] as number) < boxRight; to++) {
      const role = roles[to] as number
      boxRight = Math.max(boxRight, (x[role] as number) + (w[role] as number))
      branchLeft = Math.min(branchLeft, left[role] as number)
      branchRight = Math.max(branchRight, right[role] as number)
    }
    const next = roles[to]
    let end = Infinity
    if (next !== undefined && (left[next] as number) < branchRight) {
      const middle = (Math.max(branchLeft, left[next] as number) + Math.min(branchRight, right[next] as number)) / 2
      end = Math.min(Math.max(middle, boxRight), x[next] as number)
    }
    for (let k = from; k < to; k++) {
      left[roles[k] as number] = Math.max(branchLeft, cut)
      right[roles[k] as number] = Math.min(branchRight, end)
    }
    from = to
    cut = end === Infinity ? -Infinity : end
  }
}
