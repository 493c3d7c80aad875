// Where on the page each branch has its name, its bar and its flags: with its people who meet customers. In a turn they go with them.
import type { Box } from '../../base/geometry'
import type { Ground, Picture } from '../picture'
import type { Branch } from './branches'
import type { Spread } from './spread'
import { stretchOf } from './stretches'

export interface Told {
  readonly branch: Branch
  /** Its people there meet customers. */
  readonly isFront: boolean
  /** Of the page: the boxes of its people who meet customers, or of most of its people where nobody does. */
  readonly box: Box
}

export function placesOf({ moment, org, view }: Ground, branches: readonly Branch[], { left, right, top, foot, parting }: Spread): Told[] {
  return branches.flatMap((branch) => {
    const stretch = stretchOf(moment.to, branch.role, org.structure)
    if (!stretch) return []
    const x = parting(Math.max(left(stretch.first), branch.left), 1)
    const end = parting(Math.min(right(stretch.last), branch.right), -1)
    const y = view.y + view.ky * top(stretch.first)
    const box = { x, y, width: end - x, height: view.y + view.ky * foot(stretch.first) - y }
    return end <= x || end < 0 || x > view.width ? [] : [{ branch, isFront: stretch.isFront, box }]
  })
}

/** The part of it that the page shows: names and signs stay in sight while the chart moves under them. */
export function inSight({ furniture, view }: Picture, { left, right }: { left: number; right: number }): { left: number; right: number } {
  const gutter = furniture.left > GUTTER ? furniture.left - 4 : 0
  return { left: Math.max(left, gutter), right: Math.min(right, view.width) }
}
/** A narrower edge holds no names of bands. */
const GUTTER = 60
