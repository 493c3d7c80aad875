// The branches that a far picture speaks of: as deep in the line as they are still wide enough on the page for a name, a bar and a flag.
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { reachOf } from './reach'

/** px: a branch that is named and counted; one that is too small to be shown at all. */
const SPEAKS = 76
/** From here on they stand fully apart. */
const APART = 104
/** Of a branch, when one of those below it is as good as all of it. */
const MOSTLY = 0.7
const SEEN = 3
/** A chart wider than so many of them is asked only for those on the page. */
const MOST = 48

export interface Branch {
  /** Its manager. */
  readonly role: number
  /** Of the page, in px. */
  readonly left: number
  readonly right: number
  /** How far it is told apart from its neighbour on either side: 0 where zooming in has just parted them, 1 a little later. */
  readonly apartLeft: number
  readonly apartRight: number
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
  const open: Omit<Branch, 'left' | 'right'>[] = []
  for (let i = structure.tops.length - 1; i >= 0; i--) open.push({ role: structure.tops[i] as number, apartLeft: 1, apartRight: 1 })
  while (open.length > 0) {
    const { role, apartLeft, apartRight } = open.pop() as (typeof open)[number]
    if (layout.boxOf[role] !== role) continue
    const left = view.x + view.kx * ((layout.x[role] as number) + (reach.left[role] as number))
    const right = view.x + view.kx * ((layout.x[role] as number) + (reach.right[role] as number))
    if (right < 0 || left > view.width || right - left < SEEN) continue
    const below: number[] = []
    let widest = 0
    let second = 0
    for (let child = firstChild[role] as number; child >= 0; child = nextSibling[child] as number) {
      if (layout.boxOf[child] !== child) continue
      const width = view.kx * ((reach.right[child] as number) - (reach.left[child] as number))
      if (width > widest) [widest, second] = [width, widest]
      else if (width > second) second = width
      if (width >= SEEN) below.push(child)
    }
    const isMost = widest > MOSTLY * (right - left)
    const measure = isMost ? widest : second
    if (measure < SPEAKS || below.length === 0) {
      found.push({ role, left, right, apartLeft, apartRight })
      continue
    }
    const apart = Math.min(1, (measure - SPEAKS) / (APART - SPEAKS))
    for (let i = below.length - 1; i >= 0; i--)
      open.push({
        role: below[i] as number,
        apartLeft: i === 0 ? apartLeft : apart,
        apartRight: i === below.length - 1 ? apartRight : apart,
      })
  }
  return found.sort((a, b) => a.left - b.left)
}
