// The way of each strand from box to box as straight pieces, level and upright by turns, each with the room that boxes leave it.
import { firstFrom } from '../../layout/find'
import { passageBetween } from '../../layout/passage'
import type { Layout, Row } from '../../layout/types'

export interface Piece {
  readonly strand: number
  readonly isLevel: boolean
  /** Where it lies: y of a level piece, x of an upright one; `from`, `to`: its ends along the other axis, as it is walked. */
  readonly at: number
  readonly from: number
  readonly to: number
  /** Boxes whose side it touches, -1 = none: where it begins, where it ends. */
  readonly leaves: number
  readonly enters: number
  /** As far as it may be pushed aside. */
  readonly least: number
  readonly most: number
}

/** Of the edge of a box nothing leaves so near to its corners. */
const CORNER = 9
/** Between a piece and a box that it passes. */
const CLEAR = 5
/** A piece shorter than this is a slip of the layout and no corner. */
const SLIP = 0.75

/** How far something stands out of a box on the side away from the customers. */
export type Standing = (box: number) => number
const NOTHING: Standing = () => 0

/** From one box to another; `width`: what has to find room between others. */
export function piecesBetween(layout: Layout, strand: number, from: number, to: number, width: number, standing: Standing): Piece[] {
  const points = passageBetween(layout, from, to)
  const pieces = piecesAlong(layout, strand, points, from, to, standing)
  if (pieces.length < 5) return pieces
  const other = piecesAlong(layout, strand, mirrored(points), from, to, standing)
  return isOuter(layout, other) && other.every(({ least, most }) => most - least >= width) ? other : pieces
}

/** Past a box in between on its other side. */
function mirrored(points: readonly number[]): number[] {
  const axis = points[0] as number
  return points.map((value, i) => (i % 2 === 0 ? 2 * axis - value : value))
}

/** Nearer to the edge of the chart, where fewer others come by. */
function isOuter({ bounds }: Layout, pieces: readonly Piece[]): boolean {
  const middle = bounds.x + bounds.width / 2
  const [first, last] = [pieces[0] as Piece, pieces.at(-1) as Piece]
  if (first.isLevel || Math.abs(first.at - last.at) > 1) return false
  return pieces.some(({ isLevel, at }) => !isLevel && Math.abs(at - middle) > Math.abs(first.at - middle) + 1)
}

export function piecesAlong(
  layout: Layout,
  strand: number,
  points: readonly number[],
  from: number,
  to: number,
  standing: Standing = NOTHING,
): Piece[] {
  const corners = squared(points)
  const pieces: Piece[] = []
  for (let i = 0; i + 3 < corners.length; i += 2) {
    const [x0, y0, x1, y1] = corners.slice(i, i + 4) as [number, number, number, number]
    const isLevel = Math.abs(x1 - x0) > Math.abs(y1 - y0)
    const leaves = i === 0 ? from : -1
    const enters = i + 4 >= corners.length ? to : -1
    const lie = isLevel ? { at: y1, from: x0, to: x1 } : { at: x1, from: y0, to: y1 }
    pieces.push({ strand, isLevel, ...lie, leaves, enters, ...roomOf(layout, isLevel, lie, leaves, enters, standing) })
  }
  return pieces
}

/** Without slips: a level piece follows an upright one and the other way round. */
function squared(points: readonly number[]): number[] {
  const kept: number[] = []
  for (let i = 0; i < points.length; i += 2) {
    let [x, y] = [points[i] as number, points[i + 1] as number]
    const n = kept.length
    if (n >= 2) {
      const [bx, by] = [kept[n - 2] as number, kept[n - 1] as number]
      if (Math.abs(x - bx) < SLIP) x = bx
      if (Math.abs(y - by) < SLIP) y = by
      if (x === bx && y === by) continue
      if (n >= 4 && ((kept[n - 4] === bx && bx === x) || (kept[n - 3] === by && by === y))) kept.length -= 2
    }
    kept.push(x, y)
  }
  return kept
}

interface Room {
  readonly least: number
  readonly most: number
}

function roomOf(
  layout: Layout,
  isLevel: boolean,
  { at, from, to }: { at: number; from: number; to: number },
  leaves: number,
  enters: number,
  standing: Standing,
) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  let room: Room = { least: -Infinity, most: Infinity }
  const within = ({ least, most }: Room) => {
    room = { least: Math.max(room.least, least), most: Math.min(room.most, most) }
  }
  const { x, y, w, h } = layout
  for (const box of [leaves, enters])
    if (box >= 0) {
      const [start, long] = isLevel ? [y[box] as number, h[box] as number] : [x[box] as number, w[box] as number]
      const corner = Math.min(CORNER, long / 4)
      within({ least: start + corner, most: start + long - corner })
    }
  const isOwn = (box: number) => box === leaves || box === enters
  within(isLevel ? gapAt(layout, at, low, high, isOwn, standing) : laneAt(layout, at, low, high, isOwn))
  return room.least <= room.most ? room : { least: at, most: at }
}

/** Between the boxes above and below a level piece. */
function gapAt(layout: Layout, at: number, low: number, high: number, isOwn: (box: number) => boolean, standing: Standing): Room {
  const isFlipped = layout.placing.orientation === 'flipped'
  const { x, y, w, h, edges, rows, customers } = layout
  let [least, most] = [-Infinity, Infinity]
  for (const row of rows) {
    // Of a row's gap only the boxes over and under it count; a row far off cannot be the nearest.
    if (row.y - at > REACH || at - (row.y + row.height) > REACH) continue
    for (let k = firstOf(layout, row, low); k < row.roles.length; k++) {
      const role = row.roles[k] as number
      if ((x[role] as number) > high) break
      if (isOwn(role) || (x[role] as number) + (w[role] as number) + (edges[role] as number) < low) continue
      const [top, foot] = [y[role] as number, (y[role] as number) + (h[role] as number) + (edges[role] as number)]
      if (foot <= at + 1) least = Math.max(least, foot + CLEAR + (isFlipped ? standing(role) : 0))
      else if (top >= at - 1) most = Math.min(most, top - CLEAR - (isFlipped ? 0 : standing(role)))
    }
  }
  if (customers) {
    if (customers.y >= at) most = Math.min(most, customers.y - CLEAR)
    else least = Math.max(least, customers.y + customers.height + CLEAR)
  }
  return { least: Math.max(least, at - REACH / 4), most: Math.min(most, at + REACH / 4) }
}
const REACH = 160

/** Between the boxes left and right of an upright piece. */
function laneAt(layout: Layout, at: number, low: number, high: number, isOwn: (box: number) => boolean): Room {
  const { x, y, w, h, edges, rows } = layout
  let [least, most] = [-Infinity, Infinity]
  for (const row of rows) {
    if (row.y + row.height < low || row.y > high) continue
    for (let k = firstOf(layout, row, at - 2 * REACH); k < row.roles.length; k++) {
      const role = row.roles[k] as number
      const left = x[role] as number
      if (left > at + 2 * REACH) break
      if (isOwn(role) || (y[role] as number) > high || (y[role] as number) + (h[role] as number) + (edges[role] as number) < low) continue
      const right = left + (w[role] as number) + (edges[role] as number)
      if (right <= at + 1) least = Math.max(least, right + CLEAR)
      else if (left >= at - 1) most = Math.min(most, left - CLEAR)
    }
  }
  return { least: Math.max(least, at - REACH / 2), most: Math.min(most, at + REACH / 2) }
}

/** The first box of a row that may reach `from`. */
function firstOf(layout: Layout, { roles }: Row, from: number): number {
  const widest = roles.length === 0 ? 0 : 2 * (layout.w[roles[0] as number] as number)
  return firstFrom(layout, roles, from - widest)
}
