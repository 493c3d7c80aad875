// Who is in whose branch, asked without walking it: a branch is a run of the preorder.
import { once } from '../../base/memo'
import type { Structure } from '../../model/types'

export interface Descent {
  /** Place of each role in the preorder. */
  readonly place: Int32Array
}

export const descentOf = once((structure: Structure): Descent => {
  const place = new Int32Array(structure.preorder.length)
  structure.preorder.forEach((role, at) => {
    place[role] = at
  })
  return { place }
})

/** The role itself is in its branch. */
export function isUnder(structure: Structure, branch: number, role: number): boolean {
  const { place } = descentOf(structure)
  const from = place[branch] as number
  const at = place[role] as number
  return at >= from && at < from + (structure.branchSize[branch] as number)
}
