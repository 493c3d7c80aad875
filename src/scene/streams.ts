// What the segments pour, in an order that can be halved: the ribbons of one segment lie side by side from left to right at both ends, so
// those that meet the page are a run of them, and any run can be drawn as one strand without looking at its ribbons.
import { once } from '../base/memo'
import { footOf, ribbonAt, ribbonWidth } from '../layout/ribbon'
import type { Layout, Ribbon } from '../layout/types'

/** The ribbons of one segment: a range of those of the layout, from left to right at both ends. */
export interface Stream {
  readonly layout: Layout
  readonly start: number
  readonly end: number
  readonly sums: Sums
}
/** Over the first k ribbons of a layout: of widths, and of widths times either end. */
interface Sums {
  readonly widest: number
  readonly widths: Float64Array
  readonly leaving: Float64Array
  readonly entering: Float64Array
}

/** One a segment that pours; once a layout. */
export const streamsOf = once((layout: Layout): readonly Stream[] => {
  const { segments, start } = layout.ribbons
  const sums = sumsOf(layout)
  const streams = Array.from(segments, (_, s): Stream => ({ layout, start: start[s] as number, end: start[s + 1] as number, sums }))
  return streams.filter((stream) => stream.end > stream.start)
})

function sumsOf(layout: Layout): Sums {
  const { length, x0 } = layout.ribbons
  const [widths, leaving, entering] = [new Float64Array(length + 1), new Float64Array(length + 1), new Float64Array(length + 1)]
  let widest = 0
  for (let k = 0; k < length; k++) {
    const width = ribbonWidth(layout, k)
    widest = Math.max(widest, width)
    widths[k + 1] = (widths[k] as number) + width
    leaving[k + 1] = (leaving[k] as number) + width * (x0[k] as number)
    entering[k + 1] = (entering[k] as number) + width * footOf(layout, k)
  }
  return { widest, widths, leaving, entering }
}

/** From and to which ribbon they reach into left … right. */
export function runWithin({ layout, start, end, sums }: Stream, left: number, right: number): readonly [from: number, to: number] {
  const { x0 } = layout.ribbons
  const from = firstWhere(start, end, (k) => Math.max(x0[k] as number, footOf(layout, k)) + sums.widest >= left)
  return [from, firstWhere(from, end, (k) => Math.min(x0[k] as number, footOf(layout, k)) - sums.widest > right)]
}

/** Where the ribbons end that enter their columns left of x and leave, if the first of them does, left of `right`. */
export function endBefore({ layout, end }: Stream, from: number, x: number, right: number): number {
  const { x0 } = layout.ribbons
  const isLeaving = (x0[from] as number) <= right
  return firstWhere(from, end, (k) => footOf(layout, k) >= x || (isLeaving && (x0[k] as number) > right))
}

/** Where those end that run on beyond left and right both, if the first of them does; else `from` itself. */
export function endOfPassing({ layout, end, sums: { widest } }: Stream, from: number, left: number, right: number): number {
  const { x0 } = layout.ribbons
  const [west, east] = [left - widest, right + widest]
  const isEastward = (x0[from] as number) < west && footOf(layout, from) > east
  if (isEastward) return firstWhere(from, end, (k) => (x0[k] as number) >= west)
  const isWestward = (x0[from] as number) > east && footOf(layout, from) < west
  return isWestward ? firstWhere(from, end, (k) => footOf(layout, k) >= west) : from
}

/** A run of ribbons as one: as wide as they are, between the middles of their ends. */
export function strandOf({ layout, sums }: Stream, from: number, to: number): Ribbon {
  const first = ribbonAt(layout, from)
  if (to - from === 1) return first
  const sum = (all: Float64Array) => (all[to] as number) - (all[from] as number)
  const width = sum(sums.widths)
  return { ...first, width, x0: sum(sums.leaving) / width, x1: sum(sums.entering) / width }
}

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
