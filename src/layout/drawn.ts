// Which roles get a box: branches folded away, identical leaves stacked, wide groups of leaves folded into a grid. What is left is a
// tree again, and both layouts place that tree.
import type { Steps } from '../base/steps'
import type { Org } from '../model/types'
import { type Grid, gridOf } from './grid'
import { alikeIn } from './looks'
import { placesOf } from './places'
import type { Sizes } from './sizes'
import type { Placing } from './types'

export interface Drawn {
  /** Roles of the organisation; the index after the last stands for the ground that all tops stand on. */
  readonly count: number
  /** -1 where a role is not on the chart at all (model/part.ts). */
  readonly boxOf: Int32Array
  /** Empty where nothing is. */
  readonly stacked: Int32Array
  readonly foldedAway: Int32Array
  /** The box, or somebody hidden in it, meets customers. */
  readonly meets: Uint8Array
  /** The tree of boxes. A grid stands in it as its first member. `order` has managers before their reports, the ground left out. */
  readonly order: Int32Array
  readonly parent: Int32Array
  readonly first: Int32Array
  readonly last: Int32Array
  readonly next: Int32Array
  readonly grids: readonly Grid[]
  /** Index into `grids` by first member, -1 elsewhere; empty where there are none. */
  readonly gridAt: Int32Array
}

export function* drawnOf(org: Org, placing: Placing, sizes: Sizes): Steps<Drawn> {
  const { structure } = org
  const n = structure.parent.length
  const boxOf = new Int32Array(n).fill(-1)
  for (let k = 0; k < structure.preorder.length; k++) boxOf[structure.preorder[k] as number] = structure.preorder[k] as number
  const foldedAway = foldBranches(org, placing, boxOf)
  if (placing.isGrouped) alikeIn(org)
  yield
  const stacked = placing.isGrouped ? stackLeaves(org, placing, boxOf) : none()
  const meets = new Uint8Array(n)
  for (let i = 0; i < n; i++) if (structure.distance[i] === 1) meets[boxOf[i] as number] = 1
  yield
  const tree = treeOf(org, boxOf)
  yield
  const { grids, gridAt } = placing.isGrouped ? foldGrids(tree, meets, n, sizes) : { grids: [], gridAt: new Int32Array(0) }
  yield
  return { count: n, boxOf, stacked, foldedAway, meets, ...tree, order: orderOf(org, boxOf, grids), grids, gridAt }
}

/** Of its own for each chart: whoever sends a chart away gives its buffers with it. */
const none = () => new Int32Array(0)

function foldBranches({ structure }: Org, { folded }: Placing, boxOf: Int32Array): Int32Array {
  if (folded.size === 0) return none()
  const { preorder, branchSize } = structure
  const places = placesOf(structure)
  const foldedAway = new Int32Array(boxOf.length)
  // From the top down, so that what is folded in what is folded shows nobody.
  const inOrder = [...folded].sort((a, b) => (places[a] as number) - (places[b] as number))
  for (const role of inOrder) {
    if (boxOf[role] !== role) continue
    const start = places[role] as number
    const hidden = (branchSize[role] as number) - 1
    foldedAway[role] = hidden
    for (let k = start + 1; k <= start + hidden; k++) boxOf[preorder[k] as number] = role
  }
  return foldedAway
}

function stackLeaves(org: Org, { unstacked }: Placing, boxOf: Int32Array): Int32Array {
  const { members, heads } = alikeIn(org)
  let stacked = none()
  for (let k = 0; k < members.length; k++) {
    const [role, head] = [members[k] as number, heads[k] as number]
    if (boxOf[role] !== role || unstacked.has(head)) continue
    if (stacked.length === 0) stacked = new Int32Array(boxOf.length).fill(1)
    boxOf[role] = head
    stacked[head] = (stacked[head] as number) + 1
  }
  return stacked
}

interface Tree {
  readonly parent: Int32Array
  readonly first: Int32Array
  readonly last: Int32Array
  readonly next: Int32Array
}
function treeOf(org: Org, boxOf: Int32Array): Tree {
  const { preorder, parent: managers } = org.structure
  const n = boxOf.length
  const parent = new Int32Array(n + 1).fill(-1)
  const first = new Int32Array(n + 1).fill(-1)
  const last = new Int32Array(n + 1).fill(-1)
  const next = new Int32Array(n + 1).fill(-1)
  for (let k = 0; k < preorder.length; k++) {
    const role = preorder[k] as number
    if (boxOf[role] !== role) continue
    const manager = managers[role] as number
    const under = manager < 0 ? n : manager
    parent[role] = under
    const before = last[under] as number
    if (before < 0) first[under] = role
    else next[before] = role
    last[under] = role
  }
  return { parent, first, last, next }
}

/** A grid takes the place of the leaves of a manager who has many, and only leaves that meet nobody: no ribbon could reach a second line. */
function foldGrids(tree: Tree, meets: Uint8Array, n: number, sizes: Sizes): { grids: Grid[]; gridAt: Int32Array } {
  const { first, next, last } = tree
  const grids: Grid[] = []
  const gridAt = new Int32Array(n).fill(-1)
  for (let manager = 0; manager <= n; manager++) {
    const head = first[manager] as number
    let reports = 0
    for (let at = head; at >= 0; at = next[at] as number) {
      if ((first[at] as number) >= 0 || (meets[at] === 1 && !sizes.grid.ofPage)) {
        reports = 0
        break
      }
      reports++
    }
    if (reports <= sizes.grid.longestRow) continue
    const members = new Int32Array(reports)
    for (let at = head, k = 0; at >= 0; at = next[at] as number) members[k++] = at
    gridAt[head] = grids.length
    grids.push(gridOf(members, sizes))
    last[manager] = head
    next[head] = -1
  }
  return { grids, gridAt }
}

function orderOf(org: Org, boxOf: Int32Array, grids: readonly Grid[]): Int32Array {
  const isLeftOut = new Uint8Array(boxOf.length)
  for (const { members } of grids) for (let k = 1; k < members.length; k++) isLeftOut[members[k] as number] = 1
  const { preorder } = org.structure
  const order = new Int32Array(preorder.length)
  let end = 0
  for (let k = 0; k < preorder.length; k++) {
    const role = preorder[k] as number
    if (boxOf[role] === role && isLeftOut[role] === 0) order[end++] = role
  }
  return order.subarray(0, end)
}
