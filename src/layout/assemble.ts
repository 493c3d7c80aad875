// From who stands where to a whole chart: rows get their heights, gaps their tracks, boxes their edges, customers their field.

import type { Steps } from '../base/steps'
import { PRESENT } from '../base/table'
import type { Org } from '../model/types'
import { placeCustomers } from './customers'
import type { Drawn } from './drawn'
import { columnLeft, type Grid, gridHeight, gridWidth } from './grid'
import { type Buses, linesOf, planBuses } from './links'
import { noRibbons, placeRibbons } from './ribbons'
import type { Sizes } from './sizes'
import type { Card, Stance } from './stance'
import { PACES } from './timing'
import type { Layout, Lines, Placing, Row } from './types'

export function* assemble(org: Org, placing: Placing, drawn: Drawn, stance: Stance, sizes: Sizes): Steps<Layout> {
  const { boxOf, stacked, foldedAway } = drawn
  const isFlipped = placing.orientation === 'flipped'
  const { edges, people } = edgesAndPeople(org, drawn, stance, sizes)
  yield
  const { middle, row } = stance
  for (const { members } of drawn.grids)
    for (const member of members) {
      row[member] = row[members[0] as number] as number
      middle[member] = middle[members[0] as number] as number
    }
  const { chartWidth, start } = extentOf(drawn, stance, edges, sizes)
  const width = Math.max(chartWidth, sizes.field.narrowest)
  moveBy(middle, (width - chartWidth) / 2 - start)
  yield
  const members = rolesByRow(drawn, stance)
  yield
  const buses = yield* planBuses(drawn, stance, members, sizes)

  const isPoured = org.structure.distance.includes(1)
  const firstRow = isFlipped ? sizes.field.height + (isPoured ? sizes.field.ribbons : sizes.field.noRibbons) : 0
  yield
  const levels = levelsOf(drawn, stance, buses, firstRow, isFlipped, sizes)
  yield
  const boxes = placeBoxes(drawn, stance, levels, sizes)
  yield
  const lines = linesOf(drawn, stance, buses, levels, sizes)
  yield
  const ends = endsOf(drawn, boxes, edges)
  const customers = placeCustomers(org, width, isFlipped ? 0 : ends.bottom + sizes.hairline.above, isFlipped ? 'field' : 'hairline', sizes)
  const ribbons = isFlipped ? yield* placeRibbons(org, drawn, stance.fromLeft, boxes, customers, firstRow, sizes) : noRibbons()
  yield
  const pace = pacesOf(org, drawn, stance)
  if (ends.hidden > 0) showByBox(boxOf, ends.hidden, [boxes.x, boxes.y, boxes.w, boxes.h, row, edges, pace])
  yield
  const bottom = isFlipped
    ? Math.max(ends.bottom, lowestBus(lines), sizes.field.height)
    : customers.y + customers.height + sizes.hairline.caption
  return {
    placing,
    ...boxes,
    boxOf,
    stacked,
    foldedAway,
    edges,
    pace,
    row,
    rows: rowsOf(placing, stance, members, people, levels, sizes),
    manager: managersOf(drawn),
    lines,
    customers,
    ribbons,
    bounds: { x: 0, y: 0, width: Math.max(width, ends.right), height: bottom },
  }
}

/** To the fineness of 1/1024, so that the left edge of a box and half its width add up to its middle again, to the last digit. */
function moveBy(middle: Float64Array, by: number) {
  for (let i = 0; i < middle.length; i++) middle[i] = Math.round(((middle[i] as number) + by) * 1024) / 1024
}

function managersOf({ count, boxOf, parent }: Drawn): Int32Array {
  const managers = new Int32Array(count)
  for (let i = 0; i < count; i++) managers[i] = boxOf[i] === i && parent[i] !== count ? (parent[i] as number) : -1
  return managers
}

/** How far the card edges of each box reach; the people of each row, drawn or not, where not known counts as one. */
export function edgesAndPeople(org: Org, { count, stacked, boxOf }: Drawn, { step, rowAt, rows }: Stance, { stackEdges }: Sizes) {
  const { headcount } = org.doc.roles.columns
  const edges = new Uint8Array(count)
  const people = new Float64Array(rows.length)
  const areStacked = stacked.length > 0
  for (let i = 0; i < count; i++) {
    const heads = headcount.kind === 'number' && headcount.state[i] === PRESENT ? (headcount.cells[i] as number) : 1
    if ((boxOf[i] as number) < 0) continue
    if (boxOf[i] === i && (heads > 1 || (areStacked && (stacked[i] as number) > 1))) edges[i] = stackEdges
    const at = rowAt[(step[i] as number) + 1] ?? -1
    if (at >= 0) people[at] = (people[at] as number) + heads
  }
  return { edges, people }
}

/** Left edge and width of all boxes with half of their air, so that the field of customers reaches as far on either side. */
function extentOf({ count, boxOf, grids }: Drawn, { middle, card, cards }: Stance, edges: Uint8Array, sizes: Sizes) {
  let left = Infinity
  let right = -Infinity
  const add = (role: number, half: number, gap: number) => {
    const x = middle[role] as number
    if (x - half - gap / 2 < left) left = x - half - gap / 2
    const end = x + half + Math.max(gap / 2, edges[role] as number)
    if (end > right) right = end
  }
  for (let role = 0; role < count; role++) {
    if (boxOf[role] !== role) continue
    const { width, gap } = cards[card[role] as number] as Card
    add(role, width / 2, gap)
  }
  for (const grid of grids) {
    const role = grid.members[0] as number
    const own = cards[card[role] as number] as Card
    add(role, gridWidth(grid, own, sizes) / 2, own.gap)
  }
  return left > right ? { start: 0, chartWidth: 0 } : { start: left, chartWidth: right - left }
}

interface Levels {
  readonly rowTop: Float64Array
  readonly rowHeight: Float64Array
  readonly gapTop: Float64Array
  readonly gapHeight: Float64Array
}
function levelsOf(
  drawn: Drawn,
  { rows, row, card, cards }: Stance,
  buses: Buses,
  firstRow: number,
  isFlipped: boolean,
  sizes: Sizes,
): Levels {
  const rowTop = new Float64Array(rows.length)
  const rowHeight = new Float64Array(rows.length)
  const gapTop = new Float64Array(rows.length)
  const gapHeight = new Float64Array(rows.length)
  for (let role = 0; role < drawn.count; role++) {
    if (drawn.boxOf[role] !== role) continue
    const at = row[role] as number
    const { height } = cards[card[role] as number] as Card
    if (height > (rowHeight[at] as number)) rowHeight[at] = height
  }
  for (const grid of drawn.grids) {
    const role = grid.members[0] as number
    const at = row[role] as number
    rowHeight[at] = Math.max(rowHeight[at] as number, gridHeight(grid, cards[card[role] as number] as Card, sizes))
  }
  const gap = isFlipped ? sizes.rowGap.flipped : sizes.rowGap.conventional
  let y = firstRow
  for (let at = 0; at < rows.length; at++) {
    rowTop[at] = y
    gapTop[at] = y + (rowHeight[at] as number)
    gapHeight[at] = Math.max(gap, ((buses.tracks[at] as number) + 1) * sizes.track + sizes.stackEdges)
    y = (gapTop[at] as number) + (gapHeight[at] as number)
  }
  return { rowTop, rowHeight, gapTop, gapHeight }
}

interface Boxes {
  readonly x: Float64Array
  readonly y: Float32Array
  readonly w: Uint16Array
  readonly h: Uint16Array
}
function placeBoxes({ count, boxOf, grids }: Drawn, stance: Stance, { rowTop, rowHeight }: Levels, sizes: Sizes): Boxes {
  const { middle, row, card, cards } = stance
  const x = new Float64Array(count)
  const y = new Float32Array(count)
  const w = new Uint16Array(count)
  const h = new Uint16Array(count)
  for (let i = 0; i < count; i++) {
    if (boxOf[i] !== i) continue
    const { width, height, isOnFloor } = cards[card[i] as number] as Card
    const at = row[i] as number
    x[i] = (middle[i] as number) - width / 2
    y[i] = (rowTop[at] as number) + (isOnFloor ? (rowHeight[at] as number) - height : 0)
    w[i] = width
    h[i] = height
  }
  for (const grid of grids) {
    const role = grid.members[0] as number
    const own = cards[card[role] as number] as Card
    const at = row[role] as number
    const left = (middle[role] as number) - gridWidth(grid, own, sizes) / 2
    const top = (rowTop[at] as number) + (own.isOnFloor ? (rowHeight[at] as number) - gridHeight(grid, own, sizes) : 0)
    grid.members.forEach((member, i) => {
      x[member] = left + columnLeft(i % grid.columns, own, sizes.grid)
      y[member] = top + Math.floor(i / grid.columns) * (own.height + sizes.grid.lineGap)
      w[member] = own.width
      h[member] = own.height
    })
  }
  return { x, y, w, h }
}

/** Bands meet in the middle of the gap; the first begins a little above its boxes, the last ends a little below. */
function rowsOf(
  placing: Placing,
  stance: Stance,
  members: readonly Int32Array[],
  people: Float64Array,
  levels: Levels,
  { band }: Sizes,
): Row[] {
  const rows = stance.rows.length
  const edge = (at: number) => {
    if (at === 0) return (levels.rowTop[0] as number) - (placing.orientation === 'flipped' ? band.first : 0)
    const above = (levels.gapTop[at - 1] as number) + (levels.gapHeight[at - 1] as number) / 2
    return at < rows ? above : (levels.gapTop[rows - 1] as number) + band.last
  }
  return stance.rows.map(({ kind, step }, at) => ({
    kind,
    step,
    y: edge(at),
    height: edge(at + 1) - edge(at),
    roles: members[at] as Int32Array,
    people: people[at] as number,
  }))
}

/** Drawn roles of each row from left to right, a grid column by column. */
function rolesByRow({ grids, gridAt, boxOf }: Drawn, { fromLeft, rows, row }: Stance): Int32Array[] {
  const sizes = new Int32Array(rows.length)
  for (let i = 0; i < boxOf.length; i++) if (boxOf[i] === i) sizes[row[i] as number] = (sizes[row[i] as number] as number) + 1
  const members = Array.from(sizes, (size) => new Int32Array(size))
  const end = new Int32Array(rows.length)
  const haveGrids = grids.length > 0
  for (let k = 0; k < fromLeft.length; k++) {
    const role = fromLeft[k] as number
    const at = row[role] as number
    const to = members[at] as Int32Array
    let place = end[at] as number
    const gridHere = haveGrids ? (gridAt[role] as number) : -1
    if (gridHere < 0) to[place++] = role
    else {
      const { members: own, columns } = grids[gridHere] as Grid
      for (let column = 0; column < columns; column++) for (let i = column; i < own.length; i += columns) to[place++] = own[i] as number
    }
    end[at] = place
  }
  return members
}

function pacesOf(org: Org, { count, parent, boxOf, meets }: Drawn, { row, rows }: Stance): Uint8Array {
  const pace = new Uint8Array(count)
  const { depth } = org.structure
  const last = rows.length - 1
  const [front, other, early, late, top] = (['front', 'other', 'farEarly', 'farLate', 'top'] as const).map((name) =>
    PACES.indexOf(name),
  ) as [number, number, number, number, number]
  for (let i = 0; i < count; i++) {
    if (boxOf[i] !== i) continue
    const isFar = row[i] === last
    pace[i] = meets[i] === 1 ? front : parent[i] === count ? top : !isFar ? other : (depth[i] as number) > 1 ? early : late
  }
  return pace
}

/** How far boxes reach down and to the right, and how many roles have no box of their own. */
function endsOf({ count, boxOf }: Drawn, { x, y, w, h }: Boxes, edges: Uint8Array) {
  let bottom = 0
  let right = 0
  let hidden = 0
  for (let i = 0; i < count; i++) {
    if (boxOf[i] !== i) {
      if ((boxOf[i] as number) >= 0) hidden++
      continue
    }
    const edge = edges[i] as number
    const foot = (y[i] as number) + (h[i] as number) + edge
    const end = (x[i] as number) + (w[i] as number) + edge
    if (foot > bottom) bottom = foot
    if (end > right) right = end
  }
  return { bottom, right, hidden }
}
/** A bus under the last row is one beside, and where there are such buses have their heights by role. */
function lowestBus({ busY, isBusByRow }: Lines): number {
  let lowest = 0
  if (!isBusByRow) for (let i = 0; i < busY.length; i++) if ((busY[i] as number) > lowest) lowest = busY[i] as number
  return lowest
}

type Column = Float64Array | Float32Array | Int32Array | Uint16Array | Uint8Array
/** Whoever has no box of their own is where the box is that shows them. */
function showByBox(boxOf: Int32Array, count: number, columns: readonly Column[]) {
  const hidden = new Int32Array(count)
  for (let i = 0, end = 0; i < boxOf.length; i++) if (boxOf[i] !== i && (boxOf[i] as number) >= 0) hidden[end++] = i
  for (const column of columns)
    for (let k = 0; k < count; k++) {
      const role = hidden[k] as number
      column[role] = column[boxOf[role] as number] as number
    }
}
