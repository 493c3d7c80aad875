// From who stands where to a whole chart: rows get their heights, gaps their tracks, boxes their edges, customers their field.
import { PRESENT } from '../base/table'
import type { Org } from '../model/types'
import { placeCustomers } from './customers'
import type { Drawn } from './drawn'
import { columnLeft, gridHeight, gridWidth } from './grid'
import { type Buses, linesOf, planBuses } from './links'
import { NO_RIBBONS, placeRibbons } from './ribbons'
import type { Sizes } from './sizes'
import type { Stance } from './stance'
import { PACES } from './timing'
import type { Layout, Lines, Placing, Row } from './types'

export function assemble(org: Org, placing: Placing, drawn: Drawn, stance: Stance, sizes: Sizes): Layout {
  const { count, boxOf, stacked, foldedAway } = drawn
  const isFlipped = placing.orientation === 'flipped'
  const edges = edgesOf(org, drawn, sizes)
  const { chartWidth, start } = extentOf(drawn, stance, edges, sizes)
  const width = Math.max(chartWidth, sizes.field.narrowest)
  const middle = stance.middle.slice(0, count)
  const by = (width - chartWidth) / 2 - start
  for (let i = 0; i < count; i++) middle[i] = rounded((middle[i] as number) + by)
  const row = stance.row.slice()
  const stand = { middle, row, rows: stance.rows.length, fromLeft: stance.fromLeft, gridCard: stance.gridCard }
  const buses = planBuses(drawn, stand, sizes, stance.areBusesApart)

  const isPoured = org.structure.distance.includes(1)
  const firstRow = isFlipped ? sizes.field.height + (isPoured ? sizes.field.ribbons : sizes.field.noRibbons) : 0
  const levels = levelsOf(drawn, stance, buses, firstRow, isFlipped, sizes)
  const boxes = placeBoxes(drawn, stance, middle, row, levels, sizes)
  const rows = rowsOf(org, placing, drawn, stance, row, levels, sizes)
  const lines = linesOf(drawn, stand, buses, levels, sizes)
  const chartBottom = bottomOf(drawn, boxes, edges, lines)
  const customers = placeCustomers(
    org,
    width,
    isFlipped ? 0 : chartBottom.rows + sizes.hairline.above,
    isFlipped ? 'field' : 'hairline',
    sizes,
  )
  const ribbons = isFlipped ? placeRibbons(org, boxOf, stance.fromLeft, boxes, customers, firstRow, sizes) : NO_RIBBONS
  const pace = pacesOf(org, drawn, row, stance.rows.length)
  for (let i = 0; i < count; i++) {
    const box = boxOf[i] as number
    if (box === i) continue
    boxes.x[i] = boxes.x[box] as number
    boxes.y[i] = boxes.y[box] as number
    boxes.w[i] = boxes.w[box] as number
    boxes.h[i] = boxes.h[box] as number
    row[i] = row[box] as number
    edges[i] = edges[box] as number
    pace[i] = pace[box] as number
  }
  const bottom = isFlipped ? Math.max(chartBottom.all, sizes.field.height) : customers.y + customers.height + sizes.hairline.caption
  return {
    placing,
    ...boxes,
    boxOf,
    stacked,
    foldedAway,
    edges,
    pace,
    row,
    rows,
    manager: managersOf(drawn),
    lines,
    customers,
    ribbons,
    bounds: { x: 0, y: 0, width: Math.max(width, rightOf(drawn, boxes, edges)), height: bottom },
  }
}

/** To the fineness of 1/1024, so that the left edge of a box and half its width add up to its middle again, to the last digit. */
function rounded(x: number): number {
  return Math.round(x * 1024) / 1024
}

function managersOf({ count, boxOf, parent }: Drawn): Int32Array {
  const managers = new Int32Array(count)
  for (let i = 0; i < count; i++) managers[i] = boxOf[i] === i && parent[i] !== count ? (parent[i] as number) : -1
  return managers
}

/** How far the card edges of each box reach. */
export function edgesOf(org: Org, { count, stacked, boxOf }: Drawn, { stackEdges }: Sizes): Uint8Array {
  const { headcount } = org.doc.roles.columns
  const edges = new Uint8Array(count)
  for (let i = 0; i < count; i++) {
    const people = headcount.kind === 'number' && headcount.state[i] === PRESENT ? (headcount.cells[i] as number) : 1
    if (boxOf[i] === i && ((stacked[i] ?? 1) > 1 || people > 1)) edges[i] = stackEdges
  }
  return edges
}

/** Left edge and width of all boxes with half of their air, so that the field of customers reaches as far on either side. */
function extentOf({ order, grids, gridAt }: Drawn, { middle, cardOf, gridCard }: Stance, edges: Uint8Array, sizes: Sizes) {
  let left = Infinity
  let right = -Infinity
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const card = cardOf(role)
    const grid = grids.length > 0 ? grids[gridAt[role] as number] : undefined
    const half = (grid ? gridWidth(grid, gridCard, sizes) : card.width) / 2
    left = Math.min(left, (middle[role] as number) - half - card.gap / 2)
    right = Math.max(right, (middle[role] as number) + half + Math.max(card.gap / 2, edges[role] as number))
  }
  return left > right ? { start: 0, chartWidth: 0 } : { start: left, chartWidth: right - left }
}

interface Levels {
  readonly rowTop: Float64Array
  readonly rowHeight: Float64Array
  readonly gapTop: Float64Array
  readonly gapHeight: Float64Array
}
function levelsOf(drawn: Drawn, stance: Stance, buses: Buses, firstRow: number, isFlipped: boolean, sizes: Sizes): Levels {
  const rows = stance.rows.length
  const rowTop = new Float64Array(rows)
  const rowHeight = new Float64Array(rows)
  const gapTop = new Float64Array(rows)
  const gapHeight = new Float64Array(rows)
  for (let k = 0; k < drawn.order.length; k++) {
    const role = drawn.order[k] as number
    const at = stance.row[role] as number
    const { height } = stance.cardOf(role)
    if (height > (rowHeight[at] as number)) rowHeight[at] = height
  }
  for (const grid of drawn.grids) {
    const at = stance.row[grid.members[0] as number] as number
    rowHeight[at] = Math.max(rowHeight[at] as number, gridHeight(grid, stance.gridCard, sizes))
  }
  const gap = isFlipped ? sizes.rowGap.flipped : sizes.rowGap.conventional
  let y = firstRow
  for (let at = 0; at < rows; at++) {
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
  readonly w: Float32Array
  readonly h: Float32Array
}
function placeBoxes(drawn: Drawn, stance: Stance, middle: Float64Array, row: Int32Array, levels: Levels, sizes: Sizes): Boxes {
  const { count, order, grids, gridAt } = drawn
  const x = new Float64Array(count)
  const y = new Float32Array(count)
  const w = new Float32Array(count)
  const h = new Float32Array(count)
  const put = (role: number, left: number, top: number, width: number, height: number) => {
    x[role] = left
    y[role] = top
    w[role] = width
    h[role] = height
  }
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const at = row[role] as number
    const grid = grids.length > 0 ? grids[gridAt[role] as number] : undefined
    const card = grid ? stance.gridCard : stance.cardOf(role)
    const height = grid ? gridHeight(grid, card, sizes) : card.height
    const top = (levels.rowTop[at] as number) + (stance.isOnFloor(role) ? (levels.rowHeight[at] as number) - height : 0)
    if (!grid) {
      put(role, (middle[role] as number) - card.width / 2, top, card.width, card.height)
      continue
    }
    const left = (middle[role] as number) - gridWidth(grid, card, sizes) / 2
    grid.members.forEach((member, i) => {
      row[member] = at
      const line = Math.floor(i / grid.columns)
      const lineTop = top + line * (card.height + sizes.grid.lineGap)
      put(member, left + columnLeft(i % grid.columns, card, sizes.grid), lineTop, card.width, card.height)
    })
  }
  return { x, y, w, h }
}

/** Bands meet in the middle of the gap; the first begins a little above its boxes, the last ends a little below. */
function rowsOf(org: Org, placing: Placing, drawn: Drawn, stance: Stance, row: Int32Array, levels: Levels, { band }: Sizes): Row[] {
  const rows = stance.rows.length
  const members = rolesByRow(drawn, stance, row)
  const people = peopleByRow(org, drawn, stance)
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
/** Drawn or not; not known counts as one. */
export function peopleByRow(org: Org, { count }: Drawn, stance: Stance): Float64Array {
  const people = new Float64Array(stance.rows.length)
  const { headcount } = org.doc.roles.columns
  for (let i = 0; i < count; i++) {
    const at = stance.countsIn(i)
    if (at >= 0)
      people[at] =
        (people[at] as number) + (headcount.kind === 'number' && headcount.state[i] === PRESENT ? (headcount.cells[i] as number) : 1)
  }
  return people
}
function rolesByRow({ grids, gridAt, boxOf }: Drawn, { fromLeft, rows }: Stance, row: Int32Array): Int32Array[] {
  const sizes = new Int32Array(rows.length)
  for (let i = 0; i < boxOf.length; i++) if (boxOf[i] === i) sizes[row[i] as number] = (sizes[row[i] as number] as number) + 1
  const members = Array.from(sizes, (size) => new Int32Array(size))
  const end = new Int32Array(rows.length)
  const add = (role: number) => {
    const at = row[role] as number
    const to = members[at] as Int32Array
    to[end[at] as number] = role
    end[at] = (end[at] as number) + 1
  }
  for (let k = 0; k < fromLeft.length; k++) {
    const role = fromLeft[k] as number
    const grid = grids.length > 0 ? grids[gridAt[role] as number] : undefined
    if (!grid) add(role)
    else
      for (let column = 0; column < grid.columns; column++)
        for (let i = column; i < grid.members.length; i += grid.columns) add(grid.members[i] as number)
  }
  return members
}

function pacesOf(org: Org, { count, order, parent, boxOf, meets }: Drawn, row: Int32Array, rows: number): Uint8Array {
  const pace = new Uint8Array(count).fill(PACES.indexOf('other'))
  const { depth } = org.structure
  const [front, top, early, late] = (['front', 'top', 'farEarly', 'farLate'] as const).map((name) => PACES.indexOf(name)) as [
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < count; i++) if (boxOf[i] === i && row[i] === rows - 1) pace[i] = (depth[i] as number) > 1 ? early : late
  for (const role of order) {
    if (meets[role] === 1) pace[role] = front
    else if (parent[role] === count) pace[role] = top
  }
  return pace
}

function bottomOf({ count, boxOf }: Drawn, { y, h }: Boxes, edges: Uint8Array, lines: Lines) {
  let rows = 0
  for (let i = 0; i < count; i++) if (boxOf[i] === i) rows = Math.max(rows, (y[i] as number) + (h[i] as number) + (edges[i] as number))
  // A bus under the last row is one beside, and such buses have their heights by role.
  let all = rows
  if (!lines.isBusByRow) for (let i = 0; i < count; i++) all = Math.max(all, lines.busY[i] as number)
  return { rows, all }
}
function rightOf({ count, boxOf }: Drawn, { x, w }: Boxes, edges: Uint8Array): number {
  let right = 0
  for (let i = 0; i < count; i++) if (boxOf[i] === i) right = Math.max(right, (x[i] as number) + (w[i] as number) + (edges[i] as number))
  return right
}
