// How one gets from one box to another without walking through a third: straight where nothing stands between, along the reporting line
// where there is one, else through the gaps between rows, crossing each row between two of its boxes.
//
//     ┌─┐   ┌─┐   ┌─┐
//     └┬┘   └─┘   └─┘
//      └──────┐            corridor under the row
//     ┌─┐ ┌─┐ │ ┌─┐        lane: the free x nearest to where one is going
//     └─┘ └─┘ │ └─┘
//             └────┐
//                 ┌┴┐
//                 └─┘
import { linkPath } from './link'
import type { Layout } from './types'

const TOUCH = 0.01
/** Facing columns: middles no further apart than this. */
const FACING = 1
/** Boxes that share so much of their height stand on one level. */
const LEVEL = 8
/** From the edge of a box, where there is so much room: a number in a circle stands on the way. */
const AIR = 20
/** Round the outside of the chart. */
const OUTSIDE = 20
/** Of the gap, from its upper edge: room for an arrow at either end, and off the middle, where a lone bus runs. */
const DEPTH = 0.4

/**
 * x, y pairs in chart units, from the edge of the box that shows role `a` to the edge of the one that shows `b`; empty where one box shows
 * both. Rows × log(boxes of a row), after the first call for a layout.
 */
export function passageBetween(layout: Layout, a: number, b: number): readonly number[] {
  const from = layout.boxOf[a]
  const to = layout.boxOf[b]
  if (from === undefined || to === undefined || from === to) return []
  return straight(layout, from, to) ?? alongTheLine(layout, from, to) ?? around(layout, from, to)
}

interface Edges {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly middle: number
  readonly row: number
}
function edgesOf({ x, y, w, h, edges, row }: Layout, role: number): Edges {
  const [left, top, edge] = [x[role] as number, y[role] as number, edges[role] as number]
  const width = w[role] as number
  return {
    left,
    right: left + width + edge,
    top,
    bottom: top + (h[role] as number) + edge,
    middle: left + width / 2,
    row: row[role] as number,
  }
}

/** A number in a circle and the head of an arrow find room on a level piece of this length. */
const ROOM = 40

// ---- nothing between ------------------------------------------------------------------------------------------------------------

function straight(layout: Layout, from: number, to: number): readonly number[] | null {
  const [a, b] = [edgesOf(layout, from), edgesOf(layout, to)]
  if (a.row === b.row && a.top < b.bottom - LEVEL && b.top < a.bottom - LEVEL) {
    const y = middleOf(layout, from, to)
    const [x0, x1] = a.left < b.left ? [a.right, b.left] : [a.left, b.right]
    if (Math.abs(x1 - x0) < ROOM) return null
    return isClear(layout, a.row, Math.min(x0, x1), Math.max(x0, x1), y, y, from, to) ? [x0, y, x1, y] : null
  }
  if (a.row === b.row && a.middle !== b.middle) return null
  if (Math.abs(a.middle - b.middle) > FACING) return null
  const [y0, y1] = a.top < b.top ? [a.bottom, b.top] : [a.top, b.bottom]
  const x = b.middle
  for (let row = Math.min(a.row, b.row); row <= Math.max(a.row, b.row); row++)
    if (!isClear(layout, row, x, x, Math.min(y0, y1), Math.max(y0, y1), from, to)) return null
  return [x, y0, x, y1]
}

/** Of the height both boxes share, their card edges left aside. */
function middleOf({ y, h }: Layout, a: number, b: number): number {
  const top = Math.max(y[a] as number, y[b] as number)
  return (top + Math.min((y[a] as number) + (h[a] as number), (y[b] as number) + (h[b] as number))) / 2
}

/** No box of the row in the rectangle but the two. */
function isClear(layout: Layout, row: number, x0: number, x1: number, y0: number, y1: number, a: number, b: number): boolean {
  const { boxes, widest } = rowOf(layout, row)
  for (let k = firstFrom(boxes, (role) => layout.x[role] as number, x0 - widest); k < boxes.length; k++) {
    const role = boxes[k] as number
    if ((layout.x[role] as number) >= x1 + TOUCH) return true
    const { right, top, bottom } = edgesOf(layout, role)
    if (role !== a && role !== b && right > x0 && top < y1 + TOUCH && bottom > y0 - TOUCH) return false
  }
  return true
}

// ---- along the reporting line ---------------------------------------------------------------------------------------------------

function alongTheLine(layout: Layout, from: number, to: number): readonly number[] | null {
  if (layout.manager[to] === from) return pointsOf(layout, to)
  return layout.manager[from] === to ? backwards(pointsOf(layout, from)) : null
}

function pointsOf(layout: Layout, role: number): number[] {
  const points: number[] = []
  linkPath(layout, role, points)
  return points
}

function backwards(points: readonly number[]): number[] {
  const turned: number[] = []
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i] as number, points[i + 1] as number)
  return turned
}

// ---- around what stands between -------------------------------------------------------------------------------------------------

function around(layout: Layout, from: number, to: number): readonly number[] {
  const [a, b] = [edgesOf(layout, from), edgesOf(layout, to)]
  if (a.row > b.row) return backwards(around(layout, to, from))
  if (a.row === b.row) {
    const shared = lanesBeside(layout, a).find((x) => lanesBeside(layout, b).includes(x))
    if (shared !== undefined) return tidied([...throughSide(layout, from, a, shared), ...backwards(throughSide(layout, to, b, shared))])
  }
  // The lowest row has nothing under it but the end of the chart, so its boxes meet over it, if there is an over.
  const isLowest = a.row === b.row && a.row === layout.rows.length - 1 && a.row > 0
  const first = isLowest ? a.row - 1 : a.row
  const last = a.row === b.row ? first : b.row - 1
  const points = leave(layout, from, a, first, b.middle)
  let x = points.at(-2) as number
  for (let row = first + 1; row <= last; row++) {
    const lane = laneNear(layout, row, b.middle)
    points.push(x, corridorUnder(layout, row - 1), lane, corridorUnder(layout, row - 1))
    x = lane
  }
  const entry = leave(layout, to, b, last, x)
  points.push(x, corridorUnder(layout, last), entry.at(-2) as number, corridorUnder(layout, last))
  return tidied([...points, ...backwards(entry)])
}

/** From the edge of a box to the corridor under a row: straight, or by the lane at its side where others of its row are in the way. */
function leave(layout: Layout, role: number, box: Edges, corridor: number, toward: number): number[] {
  const y = corridorUnder(layout, corridor)
  const edge = y > box.top ? box.bottom : box.top
  if (isClear(layout, box.row, box.middle, box.middle, Math.min(edge, y), Math.max(edge, y), role, role))
    return [box.middle, edge, box.middle, y]
  const [left, right] = lanesBeside(layout, box) as [number, number]
  const lane = Math.abs(left - toward) < Math.abs(right - toward) ? left : right
  return [...throughSide(layout, role, box, lane), lane, y]
}

function throughSide({ y, h }: Layout, role: number, box: Edges, lane: number): number[] {
  const middle = (y[role] as number) + (h[role] as number) / 2
  return [lane < box.left ? box.left : box.right, middle, lane, middle]
}

/** Without points that stand on one another or between two others of a straight piece. */
function tidied(points: readonly number[]): number[] {
  const kept: number[] = []
  for (let i = 0; i < points.length; i += 2) {
    const [x, y] = [points[i] as number, points[i + 1] as number]
    const [bx, by] = [kept.at(-2), kept.at(-1)]
    if (same(bx, x) && same(by, y)) continue
    const [ax, ay] = [kept.at(-4), kept.at(-3)]
    if ((same(ax, x) && same(bx, x)) || (same(ay, y) && same(by, y))) kept.length -= 2
    kept.push(x, y)
  }
  return kept
}
const same = (a: number | undefined, b: number): boolean => a !== undefined && Math.abs(a - b) < TOUCH

// ---- rows, corridors between them, lanes through them ---------------------------------------------------------------------------

interface RowRoom {
  /** In order of their left edge. */
  readonly boxes: readonly number[]
  readonly widest: number
  readonly top: number
  readonly bottom: number
  /** Middles of what is free between columns of boxes, and how far one may step aside from each; the outsides are first and last. */
  readonly lanes: readonly number[]
  readonly slack: readonly number[]
}
const allRows = new WeakMap<Layout, RowRoom[]>()

function rowOf(layout: Layout, row: number): RowRoom {
  let rows = allRows.get(layout)
  if (!rows) {
    rows = layout.rows.map(({ roles }) => roomOf(layout, roles))
    allRows.set(layout, rows)
  }
  return rows[row] as RowRoom
}

function roomOf(layout: Layout, roles: Int32Array): RowRoom {
  const boxes = [...roles].sort((a, b) => (layout.x[a] as number) - (layout.x[b] as number))
  let [widest, top, bottom] = [0, Infinity, -Infinity]
  const starts: number[] = []
  const ends: number[] = []
  for (const role of boxes) {
    const box = edgesOf(layout, role)
    widest = Math.max(widest, box.right - box.left)
    top = Math.min(top, box.top)
    bottom = Math.max(bottom, box.bottom)
    const end = ends.at(-1)
    if (end !== undefined && box.left < end + TOUCH) ends[ends.length - 1] = Math.max(end, box.right)
    else {
      starts.push(box.left)
      ends.push(box.right)
    }
  }
  const lanes = [(starts[0] ?? 0) - OUTSIDE]
  const slack = [0]
  for (let k = 1; k < starts.length; k++) {
    const [left, right] = [ends[k - 1] as number, starts[k] as number]
    lanes.push((left + right) / 2)
    slack.push(Math.max(0, (right - left) / 2 - AIR))
  }
  return { boxes, widest, top, bottom, lanes: [...lanes, (ends.at(-1) ?? 0) + OUTSIDE], slack: [...slack, 0] }
}

/** y between a row and the next; under the last one a little way off. */
function corridorUnder(layout: Layout, row: number): number {
  const { bottom } = rowOf(layout, row)
  const next = layout.rows[row + 1] ? rowOf(layout, row + 1).top : bottom + 2 * OUTSIDE
  return bottom + (next - bottom) * DEPTH
}

/** The free x of a row nearest to `target`. */
function laneNear(layout: Layout, row: number, target: number): number {
  const { lanes, slack } = rowOf(layout, row)
  const at = firstFrom(lanes, (x) => x, target)
  if (lanes.length === 2 && (lanes[0] as number) > (lanes[1] as number) - 2 * OUTSIDE - TOUCH) return target
  const near = [at - 1, at].flatMap((k) => {
    const lane = lanes[k]
    if (lane === undefined) return []
    const isOutside = (k === 0 && target < lane) || (k === lanes.length - 1 && target > lane)
    return isOutside ? [target] : [Math.max(lane - (slack[k] as number), Math.min(lane + (slack[k] as number), target))]
  })
  return near.reduce((best, x) => (Math.abs(x - target) < Math.abs(best - target) ? x : best), near[0] ?? target)
}

/** The lanes to the left and to the right of a box's column. */
function lanesBeside(layout: Layout, box: Edges): readonly number[] {
  const { lanes } = rowOf(layout, box.row)
  const right = firstFrom(lanes, (x) => x, box.left)
  return [lanes[right - 1] as number, lanes[right] as number]
}

/** The first place in order whose key is at least `from`. */
function firstFrom<T>(list: readonly T[], keyOf: (item: T) => number, from: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyOf(list[middle] as T) < from) low = middle + 1
    else high = middle
  }
  return low
}
