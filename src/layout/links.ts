// Reporting lines as orthogonal polylines in the gaps between rows, so that none crosses a box. One bus for each manager and side:
//
//     down: reports in the row below       up: reports in the row above        beside: reports of the manager's own row,
//           ┌───┐                              ┌─┐   ┌─┐                               entered from below
//           └─┬─┘                              └┬┘   └┬┘                       ┌─┐ ┌─┐ ┌───┐
//         ┌───┴───┐                             └──┬──┘                        └┬┘ └┬┘ └┬──┘
//        ┌┴┐     ┌┴┐                             ┌─┴─┐                          └───┴───┘
//
// Buses in one gap whose ranges overlap get tracks of their own: those beside above the others, the first from the left furthest down.
// Where a line from above would run on into one from below it, the lower one steps aside.
import type { Drawn } from './drawn'
import { railsOf } from './grid'
import {
  ASIDE_LEFT,
  ASIDE_RIGHT,
  BESIDE,
  DOWN,
  HAS,
  IN_GRID,
  LEFT_BESIDE,
  portIn,
  portOut,
  RAIL_LEFT,
  RIGHT_BESIDE,
  UP,
  type Way,
  wayFrom,
} from './ports'
import type { CardSize, Sizes } from './sizes'
import type { Lines } from './types'

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
  /** By role, bits of ports.ts. */
  readonly ports: Uint8Array
}

function wayOf(stand: Stand, manager: number, report: number): Way {
  return wayFrom(stand.row[manager] as number, stand.row[report] as number)
}

/** Which buses there are, and a track for each. In a tidy tree no two can overlap: `areApart`. */
export function planBuses(drawn: Drawn, stand: Stand, sizes: Sizes, areApart: boolean): Buses {
  const { order, parent, count } = drawn
  const ports = new Uint8Array(count)
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const manager = parent[role] as number
    if (manager === count) continue
    const way = wayOf(stand, manager, role)
    const side = way !== BESIDE ? 0 : (stand.middle[role] as number) < (stand.middle[manager] as number) ? LEFT_BESIDE : RIGHT_BESIDE
    ports[manager] = (ports[manager] as number) | HAS[way] | side
  }
  for (const { members, columns } of drawn.grids)
    for (let k = 0; k < members.length; k++) ports[members[k] as number] = (k % columns) % 2 === 0 ? IN_GRID : RAIL_LEFT
  const tracks = new Int32Array(stand.rows)
  if (areApart) return { tracks: tracks.fill(1), track: null, ports }
  const track = new Int32Array(count * 3).fill(-1)
  layTracks(drawn, stand, ports, sizes, track, tracks)
  stepAside(drawn, stand, ports, track)
  return { tracks, track, ports }
}

function stepAside({ count, parent }: Drawn, stand: Stand, ports: Uint8Array, track: Int32Array) {
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
      if ((track[upper] as number) >= (track[lower] as number))
        ports[below] = (ports[below] as number) | (otherEnd(below, lower) < x ? ASIDE_LEFT : ASIDE_RIGHT)
    }
  }
  /** The bus at the middle port of the lower (DOWN) or upper (UP) edge of a box: its own, else the one of its manager; -1 = none. */
  function busAt(role: number, way: typeof DOWN | typeof UP): number {
    if (((ports[role] as number) & HAS[way]) !== 0) return role * 3 + way
    const manager = parent[role] as number
    const toManager = way === DOWN ? UP : DOWN
    return manager !== count && wayOf(stand, manager, role) === toManager ? manager * 3 + toManager : -1
  }
  function otherEnd(role: number, bus: number): number {
    const manager = Math.floor(bus / 3)
    return middle[manager === role ? role : manager] as number
  }
}

function layTracks(drawn: Drawn, stand: Stand, ports: Uint8Array, sizes: Sizes, track: Int32Array, tracks: Int32Array) {
  const { order, parent, count, first } = drawn
  const { middle } = stand
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
    const above = parent[manager] as number
    const managerX = middle[manager] as number
    const managerWay = above === count ? -1 : wayOf(stand, above, manager)
    stretch(bus, portOut(managerX, ports[manager] as number, way, managerWay, sizes.port))
    const grid = drawn.gridAt.length > 0 ? drawn.grids[drawn.gridAt[role] as number] : undefined
    if (grid) for (const rail of railsOf(grid, middle[role] as number, stand.gridCard, sizes)) stretch(bus, rail)
    else stretch(bus, portIn(middle[role] as number, ports[role] as number, way, managerX, sizes.port))
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

/** Of each gap: y of its upper edge (the bottom of the row above it) and its height. */
export interface Gaps {
  readonly gapTop: Float64Array
  readonly gapHeight: Float64Array
}

/** What is kept of the lines: how high each bus lies. */
export function linesOf({ order, parent, count, grids }: Drawn, stand: Stand, buses: Buses, gaps: Gaps, sizes: Sizes): Lines {
  const { ports, track } = buses
  const kept = { ports, port: sizes.port, rail: sizes.grid.railGap / 2 }
  if (track === null) {
    const busY = Float32Array.from({ length: stand.rows }, (_, gap) => trackY(buses, gaps, gap, 0))
    return { ...kept, busY, isBusByRow: true }
  }
  const busY = new Float32Array(count)
  for (let k = 0; k < order.length; k++) {
    const role = order[k] as number
    const manager = parent[role] as number
    if (manager === count) continue
    const way = wayOf(stand, manager, role)
    const gap = (stand.row[manager] as number) - (way === UP ? 1 : 0)
    busY[role] = trackY(buses, gaps, gap, Math.max(0, track[manager * 3 + way] as number))
  }
  for (const { members } of grids) for (const member of members) busY[member] = busY[members[0] as number] as number
  return { ...kept, busY, isBusByRow: false }
}

function trackY({ tracks }: Buses, { gapTop, gapHeight }: Gaps, gap: number, track: number): number {
  const lanes = Math.max(1, tracks[gap] as number)
  return (gapTop[gap] as number) + ((gapHeight[gap] as number) * (track + 1)) / (lanes + 1)
}
