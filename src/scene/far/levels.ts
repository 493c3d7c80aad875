// From far away rows share the height of the page: gaps, tracks and grids close up, and a row is as high as a slab. A map of y, piecewise
// linear between the tops and feet of the rows, that comes in little by little as x closes up.
import { once } from '../../base/memo'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import type { Moment } from '../moment'
import type { View } from '../types'
import { farnessOf } from './farness'
import { widthsOf } from './leaders'
import { reachOf } from './reach'

/** Chart units: the row of those who meet customers, other rows, between two rows. */
const FRONT = 112
const ROW = 76
const GAP = 20
/** Customers, and what pours out of them, are the argument: they keep more of the page than rows do. */
const HEAD = 1.4
/** A row that a few boxes have to themselves keeps this of its height; one that is filled by so much of its width has all. */
const LEAST = 0.35
const FILLED = 0.5
/** A row by distance in which managers stand over managers of their own. */
const DOUBLE = 1.5
/** Of the chart's width, from where on that is seen when it is fitted. */
const SEEN = 0.03

export interface Levels {
  /** Of the boxes of each row, highest top and lowest foot, in chart units. */
  readonly top: Float64Array
  readonly foot: Float64Array
  /** The same from far away. */
  readonly farTop: Float64Array
  readonly farFoot: Float64Array
}

export const levelsOf = once((layout: Layout, structure: Structure): Levels => {
  const { rows, y, h, bounds } = layout
  const reach = reachOf(layout, structure)
  const isByDistance = layout.placing.orientation === 'flipped' && layout.placing.order === 'distance'
  const doubled = isByDistance ? widthsOf(layout, structure).doubled : null
  const top = new Float64Array(rows.length)
  const foot = new Float64Array(rows.length)
  const farTop = new Float64Array(rows.length)
  const farFoot = new Float64Array(rows.length)
  let next = Number.NaN
  rows.forEach(({ roles, kind, step, ...band }, at) => {
    let [least, most, covered] = [Infinity, -Infinity, 0]
    for (let k = 0; k < roles.length; k++) {
      const role = roles[k] as number
      const [from, to] = [y[role] as number, (y[role] as number) + (h[role] as number)]
      if (from < least) least = from
      if (to > most) most = to
      covered += (reach.right[role] as number) - (reach.left[role] as number)
    }
    const filled = Math.min(1, covered / (FILLED * bounds.width))
    top[at] = roles.length > 0 ? least : band.y
    foot[at] = roles.length > 0 ? most : band.y
    farTop[at] = Number.isNaN(next) ? (top[at] as number) * HEAD : next
    farFoot[at] =
      (farTop[at] as number) +
      (kind === 'distance' && step === 1
        ? FRONT
        : ROW * (LEAST + (1 - LEAST) * filled) * ((doubled?.[at] ?? 0) > SEEN * bounds.width ? DOUBLE : 1))
    next = (farFoot[at] as number) + GAP
  })
  return { top, foot, farTop, farFoot }
})

/** Where a height of the chart is looked for: itself near, between the rows' own places far away. Grows with y. */
export type Lift = (y: number) => number

export function liftOf(layout: Layout, structure: Structure, share: number): Lift {
  if (share <= 0 || layout.rows.length === 0) return same
  const { top, foot, farTop, farFoot } = levelsOf(layout, structure)
  const last = top.length - 1
  return (y) => y + (between(y, top, foot, farTop, farFoot, last) - y) * share
}
/** At a moment: between two charts as far as the turn has come. */
export function liftAt(
  structure: Structure,
  { from, to, isTurning, t }: Pick<Moment, 'from' | 'to' | 'isTurning' | 't'>,
  view: Pick<View, 'kx'>,
): Lift {
  const share = to.isList ? 0 : farnessOf(view)
  const after = liftOf(to, structure, share)
  if (!isTurning || share === 0) return after
  const before = liftOf(from, structure, share)
  return (y) => before(y) + (after(y) - before(y)) * t
}
export const same: Lift = (y) => y

/** The other way round. */
export function lowered(lift: Lift, y: number): number {
  let reach = 1e3
  while (lift(y - reach) > y || lift(y + reach) < y) reach *= 8
  let [low, high] = [y - reach, y + reach]
  for (let i = 0; i < 60 && high - low > 1e-6; i++) {
    const middle = (low + high) / 2
    if (lift(middle) < y) low = middle
    else high = middle
  }
  return (low + high) / 2
}

function between(y: number, top: Float64Array, foot: Float64Array, farTop: Float64Array, farFoot: Float64Array, last: number): number {
  if (y <= (top[0] as number)) return y < 0 || top[0] === 0 ? y : (y * (farTop[0] as number)) / (top[0] as number)
  if (y >= (foot[last] as number)) return y + (farFoot[last] as number) - (foot[last] as number)
  let low = 0
  let high = last
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((top[middle] as number) <= y) low = middle
    else high = middle - 1
  }
  const isIn = y < (foot[low] as number)
  const [a, b, c, d] = isIn
    ? [top[low] as number, foot[low] as number, farTop[low] as number, farFoot[low] as number]
    : [foot[low] as number, top[low + 1] as number, farFoot[low] as number, farTop[low + 1] as number]
  return b > a ? c + ((y - a) / (b - a)) * (d - c) : c
}
