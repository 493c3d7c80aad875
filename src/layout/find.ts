// Which boxes a point or a view meets: rows by their band, then boxes of a row by x, both by halving. A band holds its boxes and the edges
// of its stacks; boxes of a row are sorted by their left edge and equally wide.
import type { Box } from '../base/geometry'
import type { Layout, Row } from './types'

/** The role whose box is at (x, y) of the chart, -1 where there is none. */
export function roleAtPoint(layout: Layout, x: number, y: number): number {
  let found = -1
  visibleRoles(layout, { x, y, width: 0, height: 0 }, (role) => {
    found = role
  })
  return found
}

/** Calls `visit` for every drawn role whose box, its stack's edges included, meets `view`: row by row, from left to right. */
export function visibleRoles(layout: Layout, view: Box, visit: (role: number) => void): void {
  const { rows, x, y, w, h, edges } = layout
  const right = view.x + view.width
  const bottom = view.y + view.height
  for (let at = rowFrom(rows, view.y); at < rows.length && (rows[at] as Row).y <= bottom; at++) {
    const { roles } = rows[at] as Row
    for (let k = firstFrom(layout, roles, view.x - reachOf(layout, roles)); k < roles.length; k++) {
      const role = roles[k] as number
      if ((x[role] as number) > right) break
      const edge = edges[role] as number
      const isMet =
        (x[role] as number) + (w[role] as number) + edge >= view.x &&
        (y[role] as number) <= bottom &&
        (y[role] as number) + (h[role] as number) + edge >= view.y
      if (isMet) visit(role)
    }
  }
}

/** The first row whose band ends at or below y. */
function rowFrom(rows: readonly Row[], y: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle] as Row
    if (row.y + row.height < y) low = middle + 1
    else high = middle
  }
  return low
}
/** Where in a row, which is sorted by x, the first box from `start` on stands that begins at `from` or right of it. */
export function firstFrom({ x }: Layout, roles: Int32Array, from: number, start = 0): number {
  let low = start
  let high = roles.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((x[roles[middle] as number] as number) < from) low = middle + 1
    else high = middle
  }
  return low
}
/** A card and the edges behind it, with room to spare. */
function reachOf({ w }: Layout, roles: Int32Array): number {
  return roles.length === 0 ? 0 : 2 * (w[roles[0] as number] as number)
}
