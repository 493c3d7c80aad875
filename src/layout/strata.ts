// Boxes that move together in a turn: from one row to one row, at one pace, there all the time or only at one end. All x go the same way
// through one window, so boxes that are in the same order at both ends are in it at every moment between, and a view finds its boxes in a
// stratum by halving, as it does in a row at rest. Where the two charts order boxes differently a stratum is split until its order holds.

import type { Box } from '../base/geometry'
import { once } from '../base/memo'
import { eased, PACES, TIMING, through } from './timing'
import type { Layout, Row, Turn } from './types'

export interface Stratum {
  readonly rowBefore: number
  readonly rowAfter: number
  /** Index into `PACES`; of a turn between two charts of one orientation, which knows no paces, 0. */
  readonly pace: number
  /** Drawn in both charts, or only in the one that the turn leaves, or comes to. */
  readonly presence: 'stays' | 'goes' | 'comes'
  /** Sorted by x at every t. */
  readonly roles: Int32Array
}

/**
 * All boxes of two charts of one organisation, each in one stratum. Between a conventional and a flipped chart it has to be asked from the
 * conventional one, whichever way the film runs. Linear in boxes and rows (times how often branches that one chart puts aside lie within
 * one another, which is how deep a split can go); made once a pair.
 */
export const strataOf = (from: Layout, to: Layout): readonly Stratum[] => strataFrom(from)(to)

const strataFrom = once((from: Layout) => once((to: Layout): readonly Stratum[] => makeStrata(from, to)))

/** Of two charts that came from elsewhere, with their strata. */
export const keepStrata = (from: Layout, to: Layout, strata: readonly Stratum[]): void => strataFrom(from).keep(to, strata)

interface Kind {
  readonly rowBefore: number
  readonly rowAfter: number
  readonly pace: number
  readonly presence: Stratum['presence']
  /** The stratum that takes what does not fit into this one; -1 = none yet. */
  overflow: number
  /** x at the other end of the last box taken. */
  last: number
  count: number
}

function makeStrata(from: Layout, to: Layout): readonly Stratum[] {
  const isHeadstand = from.placing.orientation !== to.placing.orientation
  const count = from.boxOf.length
  const of = new Int32Array(count)
  const kinds: Kind[] = []
  const paceOf = (role: number) => (isHeadstand ? (to.pace[role] as number) : 0)

  // Row by row of one chart, from left to right; within a row the first stratum of each kind is found in a table.
  const sort = (near: Layout, far: Layout, isMeant: (role: number) => boolean, presenceOf: (role: number) => Stratum['presence']) => {
    const table = new Int32Array(far.rows.length * PACES.length * 2)
    const seen = new Int32Array(table.length).fill(-1)
    const add = (row: number, other: number, pace: number, presence: Stratum['presence']): number => {
      const [rowBefore, rowAfter] = near === from ? [row, other] : [other, row]
      return kinds.push({ rowBefore, rowAfter, pace, presence, overflow: -1, last: -Infinity, count: 0 }) - 1
    }
    near.rows.forEach(({ roles }, row) => {
      for (let k = 0; k < roles.length; k++) {
        const role = roles[k] as number
        if (!isMeant(role)) continue
        const presence = presenceOf(role)
        const other = far.row[role] as number
        const pace = paceOf(role)
        const place = (other * PACES.length + pace) * 2 + (presence === 'goes' ? 1 : 0)
        if (seen[place] !== row) {
          seen[place] = row
          table[place] = add(row, other, pace, presence)
        }
        let at = table[place] as number
        const x = far.x[role] as number
        for (let taker = kinds[at] as Kind; taker.last > x; taker = kinds[at] as Kind) {
          if (taker.overflow < 0) taker.overflow = add(row, other, pace, presence)
          at = taker.overflow
        }
        const taker = kinds[at] as Kind
        taker.last = x
        taker.count++
        of[role] = at
      }
    })
  }
  const isIn = (layout: Layout, role: number) => layout.boxOf[role] === role
  const all = () => true
  sort(from, to, all, (role) => (isIn(to, role) ? 'stays' : 'goes'))
  sort(
    to,
    from,
    (role) => !isIn(from, role),
    () => 'comes',
  )

  const strata = kinds.map(
    ({ rowBefore, rowAfter, pace, presence, count: size }): Stratum => ({
      rowBefore,
      rowAfter,
      pace,
      presence,
      roles: new Int32Array(size),
    }),
  )
  const end = new Int32Array(kinds.length)
  const fill = (layout: Layout, isMeant: (role: number) => boolean) => {
    for (const { roles } of layout.rows)
      for (let k = 0; k < roles.length; k++) {
        const role = roles[k] as number
        if (!isMeant(role)) continue
        const at = of[role] as number
        const place = end[at] as number
        ;(strata[at] as Stratum).roles[place] = role
        end[at] = place + 1
      }
  }
  fill(from, all)
  fill(to, (role) => !isIn(from, role))
  return strata
}

/**
 * Calls `visit` for the boxes that meet `view` at the moment of the turn, their stack's edges included, stratum by stratum from left to
 * right; with `pixel`, about one for each so many chart units of a stratum. Costs strata × log(boxes) and what is visited.
 */
export function visibleInTurn({ from, to, t: time }: Turn, view: Box, visit: (role: number) => void, pixel = 0): void {
  const isBack = from.placing.orientation === 'flipped' && to.placing.orientation === 'conventional'
  const [a, b] = isBack ? [to, from] : [from, to]
  const t = isBack ? 1 - time : time
  const isHeadstand = a.placing.orientation !== b.placing.orientation
  const across = isHeadstand ? through(TIMING.across, t) : eased(t)
  const downs = PACES.map((pace) => (isHeadstand ? through(TIMING[pace], t) : across))
  const mix = (before: number, after: number, share: number) => before + (after - before) * share
  const xAt = (role: number) => mix(a.x[role] as number, b.x[role] as number, across)
  const right = view.x + view.width
  const bottom = view.y + view.height
  for (const { roles, rowBefore, rowAfter, pace } of strataOf(a, b)) {
    const [before, after] = [a.rows[rowBefore] as Row, b.rows[rowAfter] as Row]
    const down = downs[pace] as number
    if (mix(before.y, after.y, down) > bottom || mix(before.y + before.height, after.y + after.height, down) < view.y) continue
    const first = roles[0] as number
    const reach = 2 * Math.max(a.w[first] as number, b.w[first] as number)
    for (let k = firstFrom(roles, xAt, view.x - reach, 0); k < roles.length; ) {
      const role = roles[k] as number
      const x = xAt(role)
      if (x > right) break
      k++
      const y = mix(a.y[role] as number, b.y[role] as number, down)
      const edge = Math.max(a.edges[role] as number, b.edges[role] as number)
      const width = mix(a.w[role] as number, b.w[role] as number, across)
      const height = mix(a.h[role] as number, b.h[role] as number, across)
      if (x + width + edge < view.x || y > bottom || y + height + edge < view.y) continue
      visit(role)
      if (pixel > 0) k = firstFrom(roles, xAt, x + pixel, k)
    }
  }
}

/** Where in a stratum the first box from `start` on stands that begins at `from` or right of it: near `start` more often than not. */
function firstFrom(roles: Int32Array, xAt: (role: number) => number, from: number, start: number): number {
  let low = start
  let step = 1
  while (low + step < roles.length && xAt(roles[low + step] as number) < from) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, roles.length)
  while (low < high) {
    const middle = (low + high) >> 1
    if (xAt(roles[middle] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}
