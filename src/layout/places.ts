import { once } from '../base/memo'
import type { Structure } from '../model/types'

/** Places in preorder, by role: the branch of a role stands from its place on, as long as it is large. */
export const placesOf = once(({ preorder, parent }: Structure): Int32Array => {
  const places = new Int32Array(parent.length)
  for (let k = 0; k < preorder.length; k++) places[preorder[k] as number] = k
  return places
})

/** Whether a role is in the branch of another, itself included: a branch is a run of the preorder. */
export function isUnder(structure: Structure, branch: number, role: number): boolean {
  const places = placesOf(structure)
  const from = places[branch] as number
  const at = places[role] as number
  return at >= from && at < from + (structure.branchSize[branch] as number)
}
