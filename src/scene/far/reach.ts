// How far the branch of a box reaches to either side, whatever row its boxes stand in.
import { once } from '../../base/memo'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'

/** By role, in chart units, from the left edge of its box; a box that is not drawn has 0 and 0. */
export interface Reach {
  readonly left: Float32Array
  readonly right: Float32Array
}

export const reachOf = once((layout: Layout, structure: Structure): Reach => {
  const { x, w, boxOf } = layout
  const { preorder, parent } = structure
  const left = new Float32Array(x.length)
  const right = new Float32Array(x.length)
  for (let i = 0; i < x.length; i++) if (boxOf[i] === i) right[i] = w[i] as number
  for (let k = preorder.length - 1; k >= 0; k--) {
    const role = preorder[k] as number
    const up = parent[role] as number
    if (up < 0 || boxOf[role] !== role || boxOf[up] !== up) continue
    const by = (x[role] as number) - (x[up] as number)
    if (by + (left[role] as number) < (left[up] as number)) left[up] = by + (left[role] as number)
    if (by + (right[role] as number) > (right[up] as number)) right[up] = by + (right[role] as number)
  }
  return { left, right }
})
