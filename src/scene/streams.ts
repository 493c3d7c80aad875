// Which ribbons a part of the chart shows. Those of one segment lie side by side from left to right at both ends, so those that meet the
// page are a run of them, found by halving; and where there are too many to be told apart neighbours are drawn as one strand.
import { once } from '../base/memo'
import { footOf, ribbonAt, ribbonWidth } from '../layout/ribbon'
import type { Layout, Ribbon } from '../layout/types'

/** In chart units. */
export interface Reach {
  readonly left: number
  readonly right: number
}

/** A chart with more than this many has strands: those of one segment that end within a few pixels of one another, or far off the page. */
const MOST_RIBBONS = 600
const STRAND = 4

/** `kx`: px a chart unit. */
export function ribbonsWithin(layout: Layout, kx: number, page: Reach): Ribbon[] {
  const { start, segments, length } = layout.ribbons
  const cell = Math.max(STRAND, (segments.length * (page.right - page.left) * kx) / MOST_RIBBONS) / kx
  const least = length <= MOST_RIBBONS ? 0 : 2 ** Math.ceil(Math.log2(cell))
  return Array.from(segments, (_, s) => strandsOf(layout, start[s] as number, start[s + 1] as number, page, least)).flat()
}

/**
 * Of the ribbons of one segment. Strands end in cells of the chart, `least` wide on the page and twice as wide at each doubling of their way
 * from it: so they are few, and none changes while the chart is moved but those that come near. What only passes by is left out: it is
 * thousands, and says nothing of anybody on the page. 0 = all, one by one.
 */
function strandsOf(layout: Layout, start: number, end: number, page: Reach, least: number): Ribbon[] {
  const { x0 } = layout.ribbons
  const foot = (k: number) => footOf(layout, k)
  const widest = widestBox(layout)
  const [west, east] = [page.left - widest, page.right + widest]
  const from = firstWhere(start, end, (k) => Math.max(x0[k] as number, foot(k)) >= west)
  const to = firstWhere(from, end, (k) => Math.min(x0[k] as number, foot(k)) > east)
  if (least === 0) return Array.from({ length: to - from }, (_, i) => ribbonAt(layout, from + i))
  const strands: Ribbon[] = []
  for (let k = from; k < to; ) {
    const leaves = x0[k] as number
    const enters = foot(k)
    if (leaves < west && enters > east) k = firstWhere(k, to, (i) => (x0[i] as number) >= west)
    else if (leaves > east && enters < west) k = firstWhere(k, to, (i) => foot(i) >= west)
    else {
      const cell = cellEnd(enters, least, page)
      const next = firstWhere(k + 1, to, (i) => foot(i) >= cell || (leaves <= east && (x0[i] as number) > east))
      strands.push(strandOf(layout, k, next))
      k = next
    }
  }
  return strands
}

/** The right edge of the largest cell round x that is no wider than it is away from the page. */
function cellEnd(x: number, least: number, { left, right }: Reach): number {
  let end = 0
  for (let size = least; ; size *= 2) {
    const start = Math.floor(x / size) * size
    const isAway = Math.max(start - right, left - (start + size)) >= size
    if (size > least && !isAway) return end
    end = start + size
    if (!isAway) return end
  }
}

/** A run of ribbons as one: as wide as they are, between the middles of their ends. */
function strandOf(layout: Layout, from: number, to: number): Ribbon {
  const first = ribbonAt(layout, from)
  if (to - from === 1) return first
  let [width, x0, x1] = [0, 0, 0]
  for (let k = from; k < to; k++) {
    const own = ribbonWidth(layout, k)
    width += own
    x0 += own * (layout.ribbons.x0[k] as number)
    x1 += own * footOf(layout, k)
  }
  return { ...first, width, x0: x0 / width, x1: x1 / width }
}

/** No ribbon is wider than the box that it runs into. */
const widestBox = once(({ rows, w }: Layout): number =>
  rows.reduce((widest, { roles }) => (roles.length > 0 ? Math.max(widest, w[roles[0] as number] as number) : widest), 0),
)

/** By halving: of what is false first and then true. */
function firstWhere(from: number, end: number, isTrue: (k: number) => boolean): number {
  let low = from
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}
