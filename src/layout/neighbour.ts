// Where the keyboard goes on a chart: to the nearest box in the direction asked, by rows. Every row is sorted by x, so each step is a
// halving or two, however many boxes there are. The customers' field is one more row, above the chart or below it.
//
//     ▓▓▓▓▓▓▓▓▓ ▓▓▓▓▓▓      right, left: the next column of the row, there the box nearest in y
//     [a]   [b] [c]         down, up: first within the column (a grid has up to 12 boxes in one),
//       [d]    [e][f]       then the row below or above, there the box nearest in x
//              [g][h]
import { firstFrom } from './find'
import type { Layout, Row, SegmentBox } from './types'

/** What the keyboard can stand on: a box, or customers of one segment (`SegmentBox.segment`). */
export type Place = { readonly kind: 'role'; readonly role: number } | { readonly kind: 'segment'; readonly segment: number }
export type Direction = 'left' | 'right' | 'up' | 'down'

/** The place next to `place`; null where there is none in that direction. A role that is not drawn stands where its box does. */
export function neighbourOf(layout: Layout, place: Place, direction: Direction): Place | null {
  if (place.kind === 'segment') return besideSegment(layout, place.segment, direction)
  const role = boxFor(layout, place.role)
  if (role < 0) return null
  switch (direction) {
    case 'left':
    case 'right':
      return roleAt(acrossFrom(layout, role, direction))
    case 'up':
    case 'down': {
      const within = alongColumn(layout, role, direction)
      return within >= 0 ? roleAt(within) : beyondRow(layout, layout.row[role] as number, middleOf(layout, role), direction)
    }
  }
}

/** The first or the last place of its row. */
export function endOfRow(layout: Layout, place: Place, end: 'first' | 'last'): Place | null {
  if (place.kind === 'segment') return segmentAt(segmentsOf(layout).at(end === 'first' ? 0 : -1))
  const role = boxFor(layout, place.role)
  return role < 0 ? null : roleAt((layout.rows[layout.row[role] as number] as Row).roles.at(end === 'first' ? 0 : -1) ?? -1)
}

/** The nearest box of the first or the last row. */
export function outermostRow(layout: Layout, place: Place, end: 'first' | 'last'): Place | null {
  const middle = middleOfPlace(layout, place)
  if (middle === null) return null
  return end === 'first' ? nextRow(layout, -1, middle, 1) : nextRow(layout, layout.rows.length, middle, -1)
}

/** Where the keyboard comes in: the first box of the first row. */
export function startOf({ rows }: Layout): Place | null {
  return roleAt(rows.find((row) => row.roles.length > 0)?.roles[0] ?? -1)
}

// ---- within a row

function acrossFrom(layout: Layout, role: number, direction: 'left' | 'right'): number {
  const { roles } = layout.rows[layout.row[role] as number] as Row
  const x = layout.x[role] as number
  const k = direction === 'right' ? firstFrom(layout, roles, x + APART) : firstFrom(layout, roles, x - APART) - 1
  const next = roles[k]
  if (next === undefined) return -1
  const y = layout.y[role] as number
  return leastIn(layout, roles, next, (other) => Math.abs((layout.y[other] as number) - y))
}

function alongColumn(layout: Layout, role: number, direction: 'up' | 'down'): number {
  const { roles } = layout.rows[layout.row[role] as number] as Row
  const sign = direction === 'down' ? 1 : -1
  const y = layout.y[role] as number
  return leastIn(layout, roles, role, (other) => {
    const away = ((layout.y[other] as number) - y) * sign
    return away > APART ? away : Infinity
  })
}

/** Of the boxes that stand in one column with `role` the one with the least `worth`; -1 where all are infinite. */
function leastIn(layout: Layout, roles: Int32Array, role: number, worth: (other: number) => number): number {
  const x = layout.x[role] as number
  let found = -1
  let least = Infinity
  for (let k = firstFrom(layout, roles, x - APART); k < roles.length; k++) {
    const other = roles[k] as number
    if ((layout.x[other] as number) > x + APART) break
    const value = worth(other)
    if (value < least) {
      least = value
      found = other
    }
  }
  return found
}

// ---- from row to row

function beyondRow(layout: Layout, row: number, middle: number, direction: 'up' | 'down'): Place | null {
  const step = direction === 'down' ? 1 : -1
  return nextRow(layout, row, middle, step) ?? (isSideOfCustomers(layout, direction) ? segmentNear(layout, middle) : null)
}

function nextRow(layout: Layout, row: number, middle: number, step: 1 | -1): Place | null {
  for (let at = row + step; at >= 0 && at < layout.rows.length; at += step) {
    const { roles } = layout.rows[at] as Row
    if (roles.length > 0) return roleAt(nearestIn(layout, roles, middle, step))
  }
  return null
}

/** By the middles of equally wide boxes; from above the first of its column, from below the last. */
function nearestIn(layout: Layout, roles: Int32Array, middle: number, step: 1 | -1): number {
  const x = middle - (layout.w[roles[0] as number] as number) / 2
  const k = firstFrom(layout, roles, x)
  const [right, left] = [roles[k], roles[k - 1]]
  const away = (role: number | undefined) => (role === undefined ? Infinity : Math.abs((layout.x[role] as number) - x))
  const column = (away(right) < away(left) ? right : left) as number
  return leastIn(layout, roles, column, (other) => step * (layout.y[other] as number))
}

/** Columns less than this apart are one. */
const APART = 0.5

// ---- customers: a handful of segments from left to right

const segmentsOf = ({ customers }: Layout): readonly SegmentBox[] => customers?.segments ?? []

function besideSegment(layout: Layout, segment: number, direction: Direction): Place | null {
  const all = segmentsOf(layout)
  const at = all.findIndex((box) => box.segment === segment)
  const box = all[at]
  if (!box) return null
  switch (direction) {
    case 'left':
    case 'right':
      return segmentAt(all[direction === 'left' ? at - 1 : at + 1])
    case 'up':
    case 'down': {
      if (isSideOfCustomers(layout, direction)) return null
      const middle = box.x + box.width / 2
      return direction === 'down' ? nextRow(layout, -1, middle, 1) : nextRow(layout, layout.rows.length, middle, -1)
    }
  }
}
function segmentNear(layout: Layout, middle: number): Place | null {
  const away = ({ x, width }: SegmentBox) => Math.max(x - middle, middle - x - width, 0)
  let nearest: SegmentBox | undefined
  for (const box of segmentsOf(layout)) if (!nearest || away(box) < away(nearest)) nearest = box
  return segmentAt(nearest)
}
function isSideOfCustomers({ customers }: Layout, direction: 'up' | 'down'): boolean {
  return (customers?.form === 'field') === (direction === 'up')
}

// ---- places

function boxFor({ boxOf }: Layout, role: number): number {
  return boxOf[role] ?? -1
}
function middleOf({ x, w }: Layout, role: number): number {
  return (x[role] as number) + (w[role] as number) / 2
}
function middleOfPlace(layout: Layout, place: Place): number | null {
  if (place.kind === 'role') {
    const role = boxFor(layout, place.role)
    return role < 0 ? null : middleOf(layout, role)
  }
  const box = segmentsOf(layout).find(({ segment }) => segment === place.segment)
  return box ? box.x + box.width / 2 : null
}
function roleAt(role: number): Place | null {
  return role < 0 ? null : { kind: 'role', role }
}
function segmentAt(box: SegmentBox | undefined): Place | null {
  return box ? { kind: 'segment', segment: box.segment } : null
}
