// The tree as arrays, by role index: everything later rooms ask of the reporting line, computed once. Iterative and linear.
import { countOf, textAt } from '../base/texts'
import { isPoolOf, roleAt } from './roles'
import type { OrgDoc, Structure } from './types'

/** By role its manager, -1 where there is none. */
export function parentOf(doc: OrgDoc): Int32Array {
  const parent = new Int32Array(doc.roles.length).fill(-1)
  const { id, reportsTo } = doc.roles.columns
  if (reportsTo.kind !== 'text') return parent
  if (isPoolOf(id, reportsTo)) {
    for (let i = 0; i < parent.length; i++) parent[i] = Math.max(reportsTo.cells[i] as number, -1)
    return parent
  }
  const managers = new Int32Array(countOf(reportsTo.pool))
  for (let at = 0; at < managers.length; at++) managers[at] = roleAt({ doc }, textAt(reportsTo.pool, at)) ?? -1
  for (let i = 0; i < parent.length; i++) parent[i] = managers[reportsTo.cells[i] as number] ?? -1
  return parent
}

/** Needs a sound hierarchy (hierarchy.ts). `meeting` are the roles known to meet customers. */
export function structureOf(parent: Int32Array, meeting: ArrayLike<number>): Structure {
  const n = parent.length
  const firstChild = new Int32Array(n).fill(-1)
  const nextSibling = new Int32Array(n).fill(-1)
  for (let i = n - 1; i >= 0; i--) {
    const manager = parent[i] as number
    if (manager < 0) continue
    nextSibling[i] = firstChild[manager] as number
    firstChild[manager] = i
  }
  const found: number[] = []
  for (let i = 0; i < n; i++) if (parent[i] === -1) found.push(i)
  const tops = Int32Array.from(found)
  const { preorder, depth } = inPreorder(tops, parent, firstChild, nextSibling)
  const branchSize = new Int32Array(n).fill(1)
  for (let k = n - 1; k >= 0; k--) {
    const i = preorder[k] as number
    const manager = parent[i] as number
    if (manager >= 0) branchSize[manager] = (branchSize[manager] as number) + (branchSize[i] as number)
  }
  let layers = 0
  for (let i = 0; i < n; i++) layers = Math.max(layers, (depth[i] as number) + 1)
  return {
    parent,
    firstChild,
    nextSibling,
    depth,
    preorder,
    branchSize,
    tops,
    layers,
    distance: stepsFrom(meeting, parent, firstChild, nextSibling),
  }
}

function inPreorder(tops: Int32Array, parent: Int32Array, firstChild: Int32Array, nextSibling: Int32Array) {
  const n = parent.length
  const preorder = new Int32Array(n)
  const depth = new Int32Array(n)
  let k = 0
  for (const top of tops) {
    let at = top
    while (at >= 0) {
      preorder[k++] = at
      const manager = parent[at] as number
      depth[at] = manager < 0 ? 0 : (depth[manager] as number) + 1
      const child = firstChild[at] as number
      at = child >= 0 ? child : nextUp(at, parent, nextSibling)
    }
  }
  return { preorder, depth }
}

/** The next sibling of the role or of the nearest manager that has one; -1 at the end of a tree. */
function nextUp(from: number, parent: Int32Array, nextSibling: Int32Array): number {
  let at = from
  while (at >= 0) {
    const sibling = nextSibling[at] as number
    if (sibling >= 0) return sibling
    at = parent[at] as number
  }
  return -1
}

/** 1 at every source, 1 + the fewest reporting-line steps elsewhere, -1 where no line leads (domain.md 1.8). Multi-source breadth-first. */
function stepsFrom(sources: ArrayLike<number>, parent: Int32Array, firstChild: Int32Array, nextSibling: Int32Array): Int32Array {
  const distance = new Int32Array(parent.length).fill(-1)
  const queue = new Int32Array(parent.length)
  let end = 0
  const reach = (role: number, steps: number) => {
    if (role < 0 || distance[role] !== -1) return
    distance[role] = steps
    queue[end++] = role
  }
  for (let k = 0; k < sources.length; k++) reach(sources[k] as number, 1)
  for (let k = 0; k < end; k++) {
    const at = queue[k] as number
    const steps = (distance[at] as number) + 1
    reach(parent[at] as number, steps)
    for (let child = firstChild[at] as number; child >= 0; child = nextSibling[child] as number) reach(child, steps)
  }
  return distance
}
