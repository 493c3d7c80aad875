// Reporting lines as orthogonal polylines in the gaps between rows, so that none crosses a box. One bus for each manager and side:
//
//     down: reports in the row below       up: reports in the row above        beside: reports of the manager's own row,
//           ┌───┐                              ┌─┐   ┌─┐                               entered from below
//           └─┬─┘                              └┬┘   └┬┘                       ┌─┐ ┌─┐ ┌───┐
//         ┌───┴───┐                             └──┬──┘                        └┬┘ └┬┘ └┬──┘
//        ┌┴┐     ┌┴┐                             ┌─┴─┐                          └───┴───┘
//
// A box has three ports on either edge, in the middle and 40 to its sides, so that lines with different ends do not share a stretch.
// Buses in one gap whose ranges overlap get tracks of their own: those beside above the others, the first from the left furthest down.
// Where a line from above would run on into one from below it, the lower one steps aside.
import type { Drawn } from './drawn'
import { columnLeft, gridWidth, railsOf } from './grid'
import type { CardSize, Sizes } from './sizes'

const DOWN = 0
const UP = 1
const BESIDE = 2
type Way = typeof DOWN | typeof UP | typeof BESIDE

/** What a box has to join, as bits. */
const HAS = [1, 2, 4] as const
const LEFT_BESIDE = 8
const RIGHT_BESIDE = 16

export interface Stand {
  /** Middle of a box; of a whole grid at its first member. */
  readonly middle: Float64Array
  /** Index of the row, from the top of the page; neighbours on a line are at most one apart. */
  readonly row: Int32Array
  readonly rows: number
  /** The boxes, so that each row of it is in order from left to right. */
  readonly fromLeft: Int32Array
  /** Boxes in grids. */
  readonly gridCard: CardSize
}
export interface Buses {
  /** Tracks in the gap under each row, all kinds. */
  readonly tracks: Int32Array
  /** Track of a manager's bus, from the top of the gap, at 3 × role + way; null where no two buses can overlap. */
  readonly track: Int32Array | null
  readonly ports: Ports
}
interface Ports {
  readonly joins: Uint8Array
  /** How far the middle port of the upper edge has stepped aside; null = nowhere. */
  readonly aside: Float32Array | null
}

function wayOf(stand: Stand, manager: number, report: number): Way {
  const difference = (stand.row[report] as number) - (stand.row[manager] as number)
  return difference > 0 ? DOWN : difference < 0 ? UP : BESIDE
}

/** Which buses there are, and a track for each. In a tidy tree no two can overlap: `areApart`. */
export function planBuses(drawn: Drawn, stand: Stand, sizes: Sizes, areApart: boolean): Buses {
  const { order, parent, count } = drawn
  const joins = new Uint8Array(count)
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const manager = parent[role] as number
    if (manager === count) continue
    const way = wayOf(stand, manager, role)
    joins[manager] = (joins[manager] as number) | HAS[way]
    if (way === BESIDE) {
      const side = (stand.middle[role] as number) < (stand.middle[manager] as number) ? LEFT_BESIDE : RIGHT_BESIDE
      joins[manager] = (joins[manager] as number) | side
    }
  }
  const tracks = new Int32Array(stand.rows)
  if (areApart) return { tracks: tracks.fill(1), track: null, ports: { joins, aside: null } }
  const ports = { joins, aside: new Float32Array(count) }
  const track = new Int32Array(count * 3).fill(-1)
  layTracks(drawn, stand, ports, sizes, track, tracks)
  stepAside(drawn, stand, ports, track)
  return { tracks, track, ports }
}

/** Less than the room that `colour` leaves between two buses on a track. */
const STEP = 8

function stepAside(
  { count, parent }: Drawn,
  stand: Stand,
  { joins, aside }: { joins: Uint8Array; aside: Float32Array },
  track: Int32Array,
) {
  const { middle, row, rows, fromLeft } = stand
  const start = new Int32Array(rows + 2)
  for (const role of fromLeft) start[(row[role] as number) + 2] = (start[(row[role] as number) + 2] as number) + 1
  for (let at = 2; at < start.length; at++) start[at] = (start[at] as number) + (start[at - 1] as number)
  const inRows = new Int32Array(fromLeft.length)
  for (const role of fromLeft) {
    const at = (row[role] as number) + 1
    inRows[start[at] as number] = role
    start[at] = (start[at] as number) + 1
  }
  for (let at = 0; at + 1 < rows; at++) {
    let k = start[at] as number
    for (let i = start[at + 1] as number; i < (start[at + 2] as number); i++) {
      const below = inRows[i] as number
      const x = middle[below] as number
      while (k < (start[at + 1] as number) && (middle[inRows[k] as number] as number) < x - 1) k++
      const above = k < (start[at + 1] as number) ? (inRows[k] as number) : -1
      if (above < 0 || (middle[above] as number) > x + 1 || parent[above] === below || parent[below] === above) continue
      const upper = busAt(above, DOWN)
      const lower = busAt(below, UP)
      if (upper < 0 || lower < 0 || Math.floor(upper / 3) === Math.floor(lower / 3)) continue
      if ((track[upper] as number) >= (track[lower] as number)) aside[below] = otherEnd(below, lower) < x ? -STEP : STEP
    }
  }
  /** The bus at the middle port of the lower (DOWN) or upper (UP) edge of a box: its own, else the one of its manager; -1 = none. */
  function busAt(role: number, way: typeof DOWN | typeof UP): number {
    if (((joins[role] as number) & HAS[way]) !== 0) return role * 3 + way
    const manager = parent[role] as number
    const toManager = way === DOWN ? UP : DOWN
    return manager !== count && wayOf(stand, manager, role) === toManager ? manager * 3 + toManager : -1
  }
  function otherEnd(role: number, bus: number): number {
    const manager = Math.floor(bus / 3)
    return middle[manager === role ? role : manager] as number
  }
}

/** x of the port at `role` for its own bus of this way, or, with `manager`, for the line from its manager. */
function portOf(drawn: Drawn, stand: Stand, { joins, aside }: Ports, sizes: Sizes, role: number, way: Way, isFromManager: boolean): number {
  const x = stand.middle[role] as number
  const has = joins[role] as number
  const manager = drawn.parent[role] as number
  const managerWay = manager === drawn.count ? -1 : wayOf(stand, manager, role)
  const managerSide = managerWay < 0 || (stand.middle[manager] as number) >= x ? 1 : -1
  const besideSide = (has & RIGHT_BESIDE) !== 0 || (has & LEFT_BESIDE) === 0 ? 1 : -1
  if (isFromManager) {
    // From above: the middle belongs to the reports above. From below: to the reports below, and a side to those beside.
    if (managerWay === DOWN) return x + ((has & HAS[UP]) === 0 ? (aside?.[role] ?? 0) : managerSide * sizes.port)
    if ((has & HAS[DOWN]) === 0) return x
    return x + ((has & HAS[BESIDE]) !== 0 && besideSide === managerSide ? -managerSide : managerSide) * sizes.port
  }
  if (way === UP) return x + (aside?.[role] ?? 0)
  if (way === DOWN) return x
  const isMiddleTaken = (has & HAS[DOWN]) !== 0 || managerWay === UP || managerWay === BESIDE
  return isMiddleTaken ? x + besideSide * sizes.port : x
}

function layTracks(drawn: Drawn, stand: Stand, ports: Ports, sizes: Sizes, track: Int32Array, tracks: Int32Array) {
  const { order, parent, count, first } = drawn
  const left = new Float64Array(count * 3).fill(Infinity)
  const right = new Float64Array(count * 3).fill(-Infinity)
  const stretch = (bus: number, x: number) => {
    if (x < (left[bus] as number)) left[bus] = x
    if (x > (right[bus] as number)) right[bus] = x
  }
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const manager = parent[role] as number
    if (manager === count) continue
    const way = wayOf(stand, manager, role)
    const bus = manager * 3 + way
    stretch(bus, portOf(drawn, stand, ports, sizes, manager, way, false))
    const grid = drawn.gridAt.length > 0 ? drawn.grids[drawn.gridAt[role] as number] : undefined
    if (grid) for (const rail of railsOf(grid, stand.middle[role] as number, stand.gridCard, sizes)) stretch(bus, rail)
    else stretch(bus, portOf(drawn, stand, ports, sizes, role, way, true))
  }
  // Beside first: their tracks lie above the others of the gap.
  const gaps: number[][][] = [0, 1].map(() => Array.from({ length: stand.rows }, () => []))
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    if ((first[role] as number) < 0) continue
    for (const way of [DOWN, UP, BESIDE] as const) {
      const bus = role * 3 + way
      if (!((right[bus] as number) - (left[bus] as number) > 0.01)) continue
      const gap = (stand.row[role] as number) - (way === UP ? 1 : 0)
      gaps[way === BESIDE ? 0 : 1]?.[gap]?.push(bus)
    }
  }
  for (let gap = 0; gap < stand.rows; gap++) {
    let above = 0
    for (const buses of [gaps[0]?.[gap] ?? [], gaps[1]?.[gap] ?? []]) {
      const used = colour(buses, left, right, track, sizes)
      for (const bus of buses) track[bus] = above + used - 1 - (track[bus] as number)
      above += used
    }
    tracks[gap] = above
  }
}

/** Interval colouring from left to right: as few tracks as the most crowded place needs. The heap holds tracks by where they are free again. */
function colour(buses: number[], left: Float64Array, right: Float64Array, track: Int32Array, { port }: Sizes): number {
  for (let i = 1; i < buses.length; i++)
    if ((left[buses[i] as number] as number) < (left[buses[i - 1] as number] as number)) {
      buses.sort((a, b) => (left[a] as number) - (left[b] as number) || a - b)
      break
    }
  const freeFrom: number[] = []
  const heap: number[] = []
  const at = (k: number) => freeFrom[heap[k] as number] as number
  const swap = (a: number, b: number) => {
    const kept = heap[a] as number
    heap[a] = heap[b] as number
    heap[b] = kept
  }
  for (const bus of buses) {
    const isFree = heap.length > 0 && at(0) <= (left[bus] as number)
    const chosen = isFree ? (heap[0] as number) : freeFrom.length
    freeFrom[chosen] = (right[bus] as number) + port / 4
    track[bus] = chosen
    if (!isFree) {
      heap.push(chosen)
      for (let k = heap.length - 1; k > 0 && at(k) < at((k - 1) >> 1); k = (k - 1) >> 1) swap(k, (k - 1) >> 1)
      continue
    }
    for (let k = 0; ; ) {
      const a = 2 * k + 1
      const smaller = a + 1 < heap.length && at(a + 1) < at(a) ? a + 1 : a
      if (smaller >= heap.length || at(k) <= at(smaller)) break
      swap(k, smaller)
      k = smaller
    }
  }
  return freeFrom.length
}

export interface Placed {
  readonly y: Float32Array
  readonly h: Float32Array
  readonly edges: Uint8Array
  /** Of each gap: y of its upper edge (the bottom of the row above it) and its height. */
  readonly gapTop: Float64Array
  readonly gapHeight: Float64Array
}
export interface Links {
  readonly linkFrom: Int32Array
  readonly linkTo: Int32Array
  readonly linkStart: Int32Array
  readonly linkPoints: Float64Array
  readonly linkOf: Int32Array
}

export function drawLinks(drawn: Drawn, stand: Stand, buses: Buses, placed: Placed, sizes: Sizes): Links {
  const { order, parent, count, grids, gridAt } = drawn
  const { y, h, edges } = placed
  let lines = 0
  let inGrids = 0
  for (let k = 0; k < order.length; k++) if (parent[order[k] as number] !== count) lines++
  for (const { members } of grids) if (parent[members[0] as number] !== count) inGrids += members.length
  for (const { members } of grids) if (parent[members[0] as number] !== count) lines--
  const linkFrom = new Int32Array(lines + inGrids)
  const linkTo = new Int32Array(lines + inGrids)
  const linkStart = new Int32Array(lines + inGrids + 1)
  const linkOf = new Int32Array(count).fill(-1)
  const points = new Float64Array(lines * 8 + inGrids * 10)
  let links = 0
  let end = 0
  const point = (x: number, at: number) => {
    points[end++] = x
    points[end++] = at
  }
  const finish = (manager: number, report: number) => {
    linkFrom[links] = manager
    linkTo[links] = report
    linkOf[report] = links
    linkStart[++links] = end >> 1
  }
  const below = (role: number) => (y[role] as number) + (h[role] as number) + (edges[role] as number)

  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const manager = parent[role] as number
    if (manager === count) continue
    const way = wayOf(stand, manager, role)
    const from = portOf(drawn, stand, buses.ports, sizes, manager, way, false)
    const startY = way === UP ? (y[manager] as number) : below(manager)
    const gap = (stand.row[manager] as number) - (way === UP ? 1 : 0)
    const busY = trackY(buses, placed, gap, manager * 3 + way)
    const grid = grids.length > 0 ? grids[gridAt[role] as number] : undefined
    if (grid) {
      const card = stand.gridCard
      const left = (stand.middle[role] as number) - gridWidth(grid, card, sizes) / 2
      const rails = railsOf(grid, stand.middle[role] as number, card, sizes)
      for (let i = 0; i < grid.members.length; i++) {
        const member = grid.members[i] as number
        const column = i % grid.columns
        const rail = rails[column >> 1] as number
        const middleY = (y[member] as number) + (h[member] as number) / 2
        const isLeftOfRail = (column & 1) === 0
        const side = left + columnLeft(column, card, sizes.grid) + (isLeftOfRail ? card.width + (edges[member] as number) : 0)
        point(from, startY)
        point(from, busY)
        point(rail, busY)
        point(rail, middleY)
        point(side, middleY)
        finish(manager, member)
      }
      continue
    }
    const to = portOf(drawn, stand, buses.ports, sizes, role, way, true)
    const endY = way === DOWN ? (y[role] as number) : below(role)
    point(from, startY)
    if (way === BESIDE || Math.abs(from - to) > 0.01) {
      point(from, busY)
      point(to, busY)
    }
    point(to, endY)
    finish(manager, role)
  }
  // A copy only where it saves much.
  const linkPoints = end > 0.75 * points.length ? points.subarray(0, end) : points.slice(0, end)
  return { linkFrom, linkTo, linkStart, linkPoints, linkOf }
}

function trackY({ track, tracks }: Buses, { gapTop, gapHeight }: Placed, gap: number, bus: number): number {
  const at = track === null ? 0 : Math.max(0, track[bus] as number)
  const lanes = Math.max(1, tracks[gap] as number)
  return (gapTop[gap] as number) + ((gapHeight[gap] as number) * (at + 1)) / (lanes + 1)
}
