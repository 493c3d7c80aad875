// An organisation of which only some roles stand on a chart: a branch, the teams of one page. Indexes, documents and contacts are those of
// the whole, so that whatever is known of a role is found as before; only the reporting line is that of the part.
import type { Org, Structure } from './types'

/**
 * For placing, not for analysing. `roles`: managers before their reports. Whoever's manager is not among them is a top, and so are `tops`; depth
 * is counted from there. A role outside is in no order, has no manager, no reports and no distance; one whose reports are outside is still no leaf.
 */
export function partOf(org: Org, roles: ArrayLike<number>, tops: ReadonlySet<number> = NOBODY): Org {
  return { ...org, structure: structureOfPart(org.structure, Int32Array.from(roles), tops) }
}
const NOBODY: ReadonlySet<number> = new Set()

function structureOfPart(whole: Structure, preorder: Int32Array, heads: ReadonlySet<number>): Structure {
  const count = whole.parent.length
  const nobody = () => new Int32Array(count).fill(-1)
  const [parent, nextSibling, depth, distance, last] = [nobody(), nobody(), nobody(), nobody(), nobody()]
  const firstChild = nobody()
  const branchSize = new Int32Array(count)
  const tops: number[] = []
  let layers = 0
  for (const role of preorder) {
    const manager = whole.parent[role] as number
    const isTop = manager < 0 || depth[manager] === -1 || heads.has(role)
    depth[role] = isTop ? 0 : (depth[manager] as number) + 1
    distance[role] = whole.distance[role] as number
    branchSize[role] = 1
    firstChild[role] = whole.firstChild[role] as number
    layers = Math.max(layers, (depth[role] as number) + 1)
    if (isTop) {
      tops.push(role)
      continue
    }
    parent[role] = manager
    const before = last[manager] as number
    if (before < 0) firstChild[manager] = role
    else nextSibling[before] = role
    last[manager] = role
  }
  for (let k = preorder.length - 1; k >= 0; k--) {
    const role = preorder[k] as number
    const manager = parent[role] as number
    if (manager >= 0) branchSize[manager] = (branchSize[manager] as number) + (branchSize[role] as number)
  }
  return { parent, firstChild, nextSibling, depth, preorder, branchSize, tops: Int32Array.from(tops), layers, distance }
}

/** A role and everybody below it, in order: a run of the preorder. */
export function branchOf({ preorder, branchSize }: Structure, role: number): Int32Array {
  const from = preorder.indexOf(role)
  return preorder.subarray(from, from + (branchSize[role] as number))
}
