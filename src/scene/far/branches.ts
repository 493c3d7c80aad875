// The branches that a far picture speaks of: as deep in the line as most are wide enough on the page for a name, a bar and a flag.
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { speakingAt } from './generations'
import { reachOf } from './reach'

/** px: a branch too small to be shown at all. */
const SEEN = 3
/** A chart wider than this on the page is asked only for the branches that are on it. */
const WHOLE = 3600

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
  if (width > WHOLE) return { branches: branchesOn(layout, structure, view), isWhole: false }
  const left = bounds.x * view.kx
  const all = branchesOn(layout, structure, { kx: view.kx, x: -left, width })
  return { branches: all.map((one) => ({ ...one, left: one.left + left + view.x, right: one.right + left + view.x })), isWhole: true }
}

/** From left to right, none in another's branch. Which they are depends on the zoom, not on where the page stands. */
function branchesOn(layout: Layout, structure: Structure, view: Window): readonly Branch[] {
  const { firstChild, nextSibling, depth, tops } = structure
  const reach = reachOf(layout, structure)
  const generation = speakingAt(layout, structure, view.kx)
  const found: Branch[] = []
  const open: Omit<Branch, 'left' | 'right'>[] = Array.from(tops, (role) => ({ role, apartLeft: 1, apartRight: 1 }))
  while (open.length > 0) {
    const { role, apartLeft, apartRight } = open.pop() as (typeof open)[number]
    if (layout.boxOf[role] !== role) continue
    const left = view.x + view.kx * ((layout.x[role] as number) + (reach.left[role] as number))
    const right = view.x + view.kx * ((layout.x[role] as number) + (reach.right[role] as number))
    if (right < 0 || left > view.width || right - left < SEEN) continue
    const below: number[] = []
    if ((depth[role] as number) < generation.depth)
      for (let child = firstChild[role] as number; child >= 0; child = nextSibling[child] as number)
        if (layout.boxOf[child] === child && view.kx * ((reach.right[child] as number) - (reach.left[child] as number)) >= SEEN)
          below.push(child)
    if (below.length === 0) {
      found.push({ role, left, right, apartLeft, apartRight })
      continue
    }
    const apart = (depth[role] as number) + 1 === generation.depth ? generation.apart : 1
    below.forEach((child, i) => {
      open.push({ role: child, apartLeft: i === 0 ? apartLeft : apart, apartRight: i === below.length - 1 ? apartRight : apart })
    })
  }
  return found.sort((a, b) => a.left - b.left)
}
