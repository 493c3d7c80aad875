// Where a slab stands on the page at this moment: between its box and its branch, by how far away it is looked at from.
import { slabsOf } from '../../layout/slabs'
import { eased, TIMING, through } from '../../layout/timing'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import type { Ground } from '../picture'
import type { View } from '../types'
import type { Branch } from './branches'
import { doubledAt, type Leader, leadersOn, ledAt } from './leaders'
import { levelsOf } from './levels'

export interface Spread {
  /** 0 = boxes, 1 = branches. */
  readonly share: number
  /** Of the page. */
  readonly left: (role: number) => number
  readonly right: (role: number) => number
  /** Top and foot, in chart units as they are seen from here. */
  readonly top: (role: number) => number
  readonly foot: (role: number) => number
  /** Has a line of its own. */
  readonly leaders: readonly number[]
  readonly isLeader: (role: number) => boolean
  /** Stands wholly in its line, clear of all others. */
  readonly isClear: (role: number) => boolean
  /** Moves the left (1) or right (-1) edge of a slab so that a little paper shows between the branches that are spoken of. */
  readonly parting: (x: number, side: 1 | -1) => number
}

type Seen = Pick<Ground, 'moment' | 'view'> & { readonly org: Pick<Ground['org'], 'structure'>; readonly chart: Pick<Ground['chart'], 'x'> }

/** px between two branches, at most. */
const PARTING = 7
const WITHIN = 0.75

export function spreadOf({ moment, org, chart, view }: Seen, share: number, branches: readonly Branch[]): Spread {
  const { from: a, to: b, isTurning, isHeadstand, t } = moment
  const across = !isTurning ? 1 : isHeadstand ? through(TIMING.across, t) : eased(t)
  const isStill = !isTurning || a.bounds.width === b.bounds.width
  const before = isTurning ? extentOf(a, org.structure, view, share) : null
  const after = extentOf(b, org.structure, view, share)
  const mixed = (from: ((role: number) => number) | undefined, to: (role: number) => number, by: (role: number) => number) =>
    from ? (role: number) => between(from(role), to(role), by(role)) : to
  const sideways = () => across
  const down = moment.down
  const left = mixed(before?.left, after.left, sideways)
  const right = mixed(before?.right, after.right, sideways)
  return {
    share,
    left: (role) => chart.x(left(role)),
    right: (role) => chart.x(right(role)),
    top: mixed(before?.top, after.top, down),
    foot: mixed(before?.foot, after.foot, down),
    leaders: [...after.leaders.keys()],
    isLeader: (role) => after.leaders.has(role),
    isClear: (role) => {
      const { share: own, over } = after.leaders.get(role) ?? { share: 1, over: 0 }
      return own === 1 && (over === 0 || over === 1)
    },
    parting: partingOf(branches, share * (isStill ? 1 : through([0.7, 1], t))),
  }
}

interface Extent {
  readonly left: (role: number) => number
  readonly right: (role: number) => number
  readonly top: (role: number) => number
  readonly foot: (role: number) => number
  readonly leaders: ReadonlyMap<number, Leader>
}
const NOBODY: ReadonlyMap<number, Leader> = new Map()

/** In chart units, at rest. */
function extentOf(layout: Layout, structure: Structure, view: View, share: number): Extent {
  const { x, y, w, h, row } = layout
  const { farTop, farFoot } = levelsOf(layout, structure)
  const isByDistance = layout.placing.orientation === 'flipped' && layout.placing.order === 'distance'
  const leaders = isByDistance ? leadersOn(layout, structure, view) : NOBODY
  const slabs = isByDistance ? null : slabsOf(layout, structure)
  const led = isByDistance ? ledAt(layout, structure, view.kx) : null
  const doubled = isByDistance ? doubledAt(layout, structure, view.kx) : null
  const own = (role: number) => leaders.get(role)?.share ?? 0
  return {
    leaders,
    left: (role) => {
      const box = x[role] as number
      return slabs ? between(box, slabs.left[role] as number, share) : between(box, leaders.get(role)?.left ?? box, share * own(role))
    },
    right: (role) => {
      const box = (x[role] as number) + (w[role] as number)
      return slabs ? between(box, slabs.right[role] as number, share) : between(box, leaders.get(role)?.right ?? box, share * own(role))
    },
    top: (role) => {
      const at = row[role] as number
      const height = (farFoot[at] as number) - (farTop[at] as number)
      const begin = between(OTHERS + BESIDE, LINE.top, doubled?.[at] ?? 0)
      const line = between(begin, UNDER.top, leaders.get(role)?.over ?? 0)
      return between(y[role] as number, (farTop[at] as number) + height * line * (led?.[at] ?? 0) * own(role), share)
    },
    foot: (role) => {
      const at = row[role] as number
      const height = (farFoot[at] as number) - (farTop[at] as number)
      const double = doubled?.[at] ?? 0
      const others = between(OTHERS, LINE.top - BESIDE, double)
      const line = between(between(1, LINE.foot, double), 1, leaders.get(role)?.over ?? 0)
      const foot = between(others, line, own(role))
      return between((y[role] as number) + (h[role] as number), (farFoot[at] as number) - height * (1 - foot) * (led?.[at] ?? 0), share)
    },
  }
}
/** Of a row's height: what the others keep, and the air over the line of those who lead. */
const OTHERS = 0.34
const BESIDE = 0.05
/** Where somebody leads those of the same row: the line of those, and the one under it. */
const LINE = { top: 0.27, foot: 0.61 } as const
const UNDER = { top: 0.66 } as const

function partingOf(branches: readonly Branch[], share: number): Spread['parting'] {
  if (branches.length < 2 || share <= 0) return (x) => x
  // Where two branches share columns they are parted in the middle of what they share.
  const edges = branches.map(({ left, right, apartLeft, apartRight }, i) => {
    const before = branches[i - 1]
    const after = branches[i + 1]
    return {
      left: before && before.right > left ? (before.right + left) / 2 : left,
      right: after && after.left < right ? (right + after.left) / 2 : right,
      apartLeft,
      apartRight,
    }
  })
  let far = -Infinity
  for (const edge of edges) {
    edge.right = Math.max(edge.right, far)
    far = edge.right
  }
  return (x, side) => {
    const inside = x + side * WITHIN // an edge between two branches belongs to the one that the slab is in
    let low = 0
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((edges[middle] as { right: number }).right < inside) low = middle + 1
      else high = middle
    }
    const edge = edges[low]
    if (!edge || inside < edge.left) return x
    const width = edge.right - edge.left
    if (width <= 0) return x
    const inset = Math.min(PARTING / 2, width * 0.04) * share
    const within = Math.max(0, Math.min(1, (x - edge.left) / width))
    return x + inset * (edge.apartLeft * (1 - within) - edge.apartRight * within)
  }
}

function between(a: number, b: number, share: number): number {
  return a + (b - a) * share
}
