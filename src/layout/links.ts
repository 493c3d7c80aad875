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
import type { Steps } from '../base/steps'
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
import type { Stance } from './stance'
import type { Lines } from './types'

export interface Buses {
  /** Tracks in the gap under each row, all kinds. */
  readonly tracks: Int32Array
  /** Track of each bus, from the top of the gap; null where no two buses can overlap. */
  readonly track: Int32Array | null
  /** The buses of a manager are numbered one after the other from here: those down, up and beside that there are. */
  readonly first: Int32Array
  /** By role, bits of ports.ts. */
  readonly ports: Uint8Array
}

function busOf({ first, ports }: Pick<Buses, 'first' | 'ports'>, manager: number, way: Way): number {
  const has = ports[manager] as number
  return (first[manager] as number) + (way === DOWN ? 0 : way === UP ? has & 1 : (has & 1) + ((has >> 1) & 1))
}

/** Which buses there are, and a track for each. In a tidy tree no two can overlap. `rows`: drawn roles of each row from left to right. */
export function* planBuses(drawn: Drawn, stance: Stance, rows: readonly Int32Array[], sizes: Sizes): Steps<Buses> {
  const ports = portsOf(drawn, stance)
  const tracks = new Int32Array(rows.length)
  if (stance.areBusesApart) return { tracks: tracks.fill(1), track: null, first: new Int32Array(0), ports }
  const { count } = drawn
  const first = new Int32Array(count + 1)
  for (let role = 0; role < count; role++) {
    const has = ports[role] as number
    first[role + 1] = (first[role] as number) + (has & 1) + ((has >> 1) & 1) + ((has >> 2) & 1)
  }
  const track = new Int32Array(first[count] as number).fill(-1)
  const buses = { tracks, track, first, ports }
  yield
  layTracks(drawn, stance, buses, sizes)
  yield
  stepAside(drawn, stance, rows, buses)
  return buses
}

function portsOf({ count, boxOf, parent, grids }: Drawn, { row, middle }: Stance): Uint8Array {
  const ports = new Uint8Array(count)
  for (let role = 0; role < count; role++) {
    const manager = parent[role] as number
    if (boxOf[role] !== role || manager === count) continue
    const way = wayFrom(row[manager] as number, row[role] as number)
    const side = way !== BESIDE ? 0 : (middle[role] as number) < (middle[manager] as number) ? LEFT_BESIDE : RIGHT_BESIDE
    ports[manager] = (ports[manager] as number) | HAS[way] | side
  }
  for (const { members, columns } of grids)
    for (let k = 0; k < members.length; k++) ports[members[k] as number] = (k % columns) % 2 === 0 ? IN_GRID : RAIL_LEFT
  return ports
}

/** Where the middle port of a box would take a line from above that runs on into the line from its lower edge, it steps aside. */
function stepAside({ count, parent }: Drawn, { middle, row }: Stance, rows: readonly Int32Array[], buses: Buses) {
  const { ports, track } = buses as { ports: Uint8Array; track: Int32Array }
  for (let at = 0; at + 1 < rows.length; at++) {
    const upperRow = rows[at] as Int32Array
    const lowerRow = rows[at + 1] as Int32Array
    let k = 0
    for (let i = 0; i < lowerRow.length; i++) {
      const below = lowerRow[i] as number
      if (((ports[below] as number) & IN_GRID) !== 0) continue
      const x = middle[below] as number
      while (k < upperRow.length && isLeftOf(upperRow[k] as number, x - 1)) k++
      if (k === upperRow.length) break
      const above = upperRow[k] as number
      if ((middle[above] as number) > x + 1 || parent[above] === below || parent[below] === above) continue
      const [upper, lower] = [managerAt(above, DOWN), managerAt(below, UP)]
      if (upper < 0 || lower < 0 || upper === lower) continue
      const isInTheWay =
        (track[busOf(buses, upper, upper === above ? DOWN : UP)] as number) >=
        (track[busOf(buses, lower, lower === below ? UP : DOWN)] as number)
      if (isInTheWay) ports[below] = (ports[below] as number) | ((middle[lower] as number) < x ? ASIDE_LEFT : ASIDE_RIGHT)
    }
  }
  function isLeftOf(role: number, x: number): boolean {
    return ((ports[role] as number) & IN_GRID) !== 0 || (middle[role] as number) < x
  }
  /** Whose bus is at the middle port of the lower (DOWN) or upper (UP) edge of a box: its own, else its manager's; -1 = none. */
  function managerAt(role: number, way: typeof DOWN | typeof UP): number {
    if (((ports[role] as number) & HAS[way]) !== 0) return role
    const manager = parent[role] as number
    if (manager === count) return -1
    return wayFrom(row[manager] as number, row[role] as number) === (way === DOWN ? UP : DOWN) ? manager : -1
  }
}

function layTracks({ count, boxOf, parent, grids }: Drawn, { middle, row, rows, card, cards }: Stance, buses: Buses, sizes: Sizes) {
  const { ports, tracks, first } = buses
  const track = buses.track as Int32Array
  const left = new Float64Array(track.length)
  const right = new Float64Array(track.length)
  const stretch = (bus: number, x: number) => {
    if (x < (left[bus] as number)) left[bus] = x
    if (x > (right[bus] as number)) right[bus] = x
  }
  // Beside first: their tracks lie above the others of the gap.
  const gapOf = new Int32Array(track.length)
  for (let role = 0; role < count; role++) {
    if (first[role] === first[role + 1]) continue
    const above = parent[role] as number
    const at = row[role] as number
    const managerWay = above === count ? -1 : wayFrom(row[above] as number, at)
    const has = ports[role] as number
    for (const way of WAYS) {
      if ((has & HAS[way]) === 0) continue
      const bus = busOf(buses, role, way)
      left[bus] = right[bus] = portOut(middle[role] as number, has, way, managerWay, sizes.port)
      gapOf[bus] = 2 * (at - (way === UP ? 1 : 0)) + (way === BESIDE ? 0 : 1)
    }
  }
  for (let role = 0; role < count; role++) {
    const manager = parent[role] as number
    const own = ports[role] as number
    if (boxOf[role] !== role || manager === count || (own & IN_GRID) !== 0) continue
    const way = wayFrom(row[manager] as number, row[role] as number)
    stretch(busOf(buses, manager, way), portIn(middle[role] as number, own, way, middle[manager] as number, sizes.port))
  }
  for (const grid of grids) {
    const role = grid.members[0] as number
    const manager = parent[role] as number
    if (manager === count) continue
    const bus = busOf(buses, manager, wayFrom(row[manager] as number, row[role] as number))
    for (const rail of railsOf(grid, middle[role] as number, cards[card[role] as number] as CardSize, sizes)) stretch(bus, rail)
  }
  const start = new Int32Array(2 * rows.length + 1)
  const isWide = (bus: number) => (right[bus] as number) - (left[bus] as number) > 0.01
  for (let bus = 0; bus < track.length; bus++)
    if (isWide(bus)) start[(gapOf[bus] as number) + 1] = (start[(gapOf[bus] as number) + 1] as number) + 1
  for (let at = 1; at < start.length; at++) start[at] = (start[at] as number) + (start[at - 1] as number)
  const inGaps = new Int32Array(start[2 * rows.length] as number)
  const end = start.slice()
  for (let bus = 0; bus < track.length; bus++) {
    if (!isWide(bus)) continue
    const at = gapOf[bus] as number
    inGaps[end[at] as number] = bus
    end[at] = (end[at] as number) + 1
  }
  for (let at = 0; at < 2 * rows.length; at++) {
    const own = inGaps.subarray(start[at], start[at + 1])
    const used = colour(own, left, right, track, sizes)
    const above = tracks[at >> 1] as number
    for (let k = 0; k < own.length; k++) track[own[k] as number] = above + used - 1 - (track[own[k] as number] as number)
    tracks[at >> 1] = above + used
  }
}
const WAYS = [DOWN, UP, BESIDE] as const

/** Interval colouring from left to right: as few tracks as the most crowded place needs. The heap holds tracks by where they are free again. */
function colour(buses: Int32Array, left: Float64Array, right: Float64Array, track: Int32Array, { port }: Sizes): number {
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
  for (let next = 0; next < buses.length; next++) {
    const bus = buses[next] as number
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
export function linesOf({ boxOf, parent, count }: Drawn, { row, rows }: Stance, buses: Buses, gaps: Gaps, sizes: Sizes): Lines {
  const { ports, track } = buses
  const kept = { ports, port: sizes.port, rail: sizes.grid.railGap / 2 }
  if (track === null) {
    const busY = Float32Array.from({ length: rows.length }, (_, gap) => trackY(buses, gaps, gap, 0))
    return { ...kept, busY, isBusByRow: true }
  }
  const busY = new Float32Array(count)
  for (let role = 0; role < count; role++) {
    const manager = parent[role] as number
    if (boxOf[role] !== role || manager === count) continue
    const way = wayFrom(row[manager] as number, row[role] as number)
    const gap = (row[manager] as number) - (way === UP ? 1 : 0)
    busY[role] = trackY(buses, gaps, gap, Math.max(0, track[busOf(buses, manager, way)] as number))
  }
  return { ...kept, busY, isBusByRow: false }
}

function trackY({ tracks }: Buses, { gapTop, gapHeight }: Gaps, gap: number, track: number): number {
  const lanes = Math.max(1, tracks[gap] as number)
  return (gapTop[gap] as number) + ((gapHeight[gap] as number) * (track + 1)) / (lanes + 1)
}
