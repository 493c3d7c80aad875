// Where things are seen, for whoever points at them: from far away a box is met where its slab is, and heights are lifted.
import type { Box, Point } from '../../base/geometry'
import type { Layout, Turn } from '../../layout/types'
import type { Structure } from '../../model/types'
import { momentOf } from '../moment'
import { penFor } from '../pen'
import type { View } from '../types'
import { branchesFrom } from './branches'
import { farnessOf } from './farness'
import { type Lift, liftOf, lowered } from './levels'
import { spreadOf } from './spread'

export interface Sight {
  /** Of a drawn role, in px of the page. */
  readonly boxOf: (role: number) => Box
  /** Managers of the branches that are spoken of. */
  readonly branches: readonly number[]
  /** -1 where there is none. */
  readonly roleAt: (point: Point) => number
}

/** Null where boxes are where the layout has them, or the turn. */
export function sightOf(chart: Layout | Turn, structure: Structure, view: View): Sight | null {
  const moment = momentOf(chart)
  const layout = moment.to
  const share = farnessOf(view)
  if (share === 0 || layout.isList) return null
  const { branches } = branchesFrom(layout, structure, view)
  const spread = spreadOf({ moment, org: { structure }, chart: penFor(view), view }, share, branches)
  const boxOf = (role: number): Box => {
    const x = spread.parting(spread.left(role), 1)
    const y = view.y + view.ky * spread.top(role)
    return { x, y, width: spread.parting(spread.right(role), -1) - x, height: view.y + view.ky * spread.foot(role) - y }
  }
  const isMet = (role: number, { x, y }: Point) => {
    const box = boxOf(role)
    return x >= box.x && x <= box.x + Math.max(1, box.width) && y >= box.y && y <= box.y + box.height
  }
  return {
    boxOf,
    branches: branches.map(({ role }) => role),
    roleAt(point) {
      const leader = spread.leaders.find((role) => isMet(role, point))
      if (leader !== undefined) return leader
      for (const { roles } of layout.rows) {
        // The last that begins left of the point; those of one column of a grid begin together.
        let low = 0
        let high = roles.length
        while (low < high) {
          const middle = (low + high) >> 1
          if (spread.parting(spread.left(roles[middle] as number), 1) <= point.x) low = middle + 1
          else high = middle
        }
        for (let k = low - 1; k >= Math.max(0, low - COLUMN); k--) {
          const role = roles[k] as number
          if (!spread.isLeader(role) && isMet(role, point)) return role
        }
      }
      return -1
    },
  }
}
/** Lines of a grid, and slabs less than a pixel wide. */
const COLUMN = 16

/** A height of the chart as it is seen from here: what a view then only shifts and scales. */
export function seenY(layout: Layout, structure: Structure, view: Pick<View, 'kx'>): Lift {
  return liftOf(layout, structure, layout.isList ? 0 : farnessOf(view))
}
/** A box of the chart that is no role's: heights are lifted, widths are not. */
export function seenBox(layout: Layout, structure: Structure, view: Pick<View, 'kx'>, { x, y, width, height }: Box): Box {
  const lift = seenY(layout, structure, view)
  return { x, y: lift(y), width, height: lift(y + height) - lift(y) }
}

/** So that what was at this height of the page before stays there, though rows open and close with the zoom of x. */
export function steadied(layout: Layout, structure: Structure, before: View, after: View, about: number): View {
  if (farnessOf(before) === farnessOf(after)) return after
  const at = lowered(seenY(layout, structure, before), (about - before.y) / before.ky)
  return { ...after, y: about - after.ky * seenY(layout, structure, after)(at) }
}
