// The branches that a far picture speaks of: as deep in the line as they are still wide enough on the page for a name, a bar and a flag.
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { reachOf } from './reach'

/** px: a branch that is named and counted; one that is too small to be shown at all. */
const SPEAKS = 76
const SEEN = 3
/** More of them would be a crowd: the widest speak. */
const MOST = 48

export interface Branch {
  /** Its manager. */
  readonly role: number
  /** Of the page, in px. */
  readonly left: number
  readonly right: number
}

interface Window {
  readonly kx: number
  readonly x: number
  readonly width: number
}

/** `isWhole`: these are all there are at this zoom, also those off the page; where they are many only those on it. */
export function branchesFrom(
  layout: Layout,
  structure: Structure,
  view: Window,
): { readonly branches: readonly Branch[]; readonly isWhole: boolean } {
  const { bounds } = layout
  const width = bounds.width * view.kx
  if (width > MOST * SPEAKS) return { branches: branchesOn(layout, structure, view), isWhole: false }
  const left = bounds.x * view.kx
  const all = branchesOn(layout, structure, { kx: view.kx, x: -left, width })
  return { branches: all.map((one) => ({ ...one, left: one.left + left + view.x, right: one.right + left + view.x })), isWhole: true }
}

/**
 * From left to right, none in another's branch. A branch is parted into those below it where at least two of them are wide enough, or where
 * one of them is most of it. Which they are depends on the zoom, not on where the page stands.
 */
function branchesOn(layout: Layout, structure: Structure, view: Window): readonly Branch[] {
  const { firstChild, nextSibling } = structure
  const reach = reachOf(layout, structure)
  const found: Branch[] = []
  const open: number[] = []
  for (let i = structure.tops.length - 1; i >= 0; i--) open.push(structure.tops[i] as number)
  while (open.length > 0) {
    const role = open.pop() as number
    if (layout.boxOf[role] !== role) continue
    const left = view.x + view.kx * ((layout.x[role] as number) + (reach.left[role] as number))
    const right = view.x + view.kx * ((layout.x[role] as number) + (reach.right[role] as number))
    if (right < 0 || left > view.width || right - left < SEEN) continue
    const below: number[] = []
    let speaking = 0
    let widest = 0
    for (let child = firstChild[role] as number; child >= 0; child = nextSibling[child] as number) {
      if (layout.boxOf[child] !== child) continue
      const width = view.kx * ((reach.right[child] as number) - (reach.left[child] as number))
      if (width >= SPEAKS) speaking++
      if (width > widest) widest = width
      if (width >= SEEN) below.push(child)
    }
    const isParted = speaking >= 2 || (widest >= SPEAKS && widest > 0.7 * (right - left))
    if (isParted) for (let i = below.length - 1; i >= 0; i--) open.push(below[i] as number)
    else found.push({ role, left, right })
  }
  const speaking = found.length <= MOST ? found : widestOf(found)
  return speaking.sort((a, b) => a.left - b.left)
}

function widestOf(found: readonly Branch[]): Branch[] {
  return found.toSorted((a, b) => b.right - b.left - (a.right - a.left)).slice(0, MOST)
}
