import { once } from '../base/memo'
import type { Structure } from '../model/types'

/** Places in preorder, by role: the branch of a role stands from its place on, as long as it is large. */
export const placesOf = once(({ preorder }: Structure): Int32Array => {
  const places = new Int32Array(preorder.length)
  for (let k = 0; k < preorder.length; k++) places[preorder[k] as number] = k
  return places
})
