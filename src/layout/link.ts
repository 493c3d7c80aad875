// How a reporting line runs, worked out when it is drawn: nothing of it is kept but where the boxes are, which ports they use and how high
// the bus lies.
import { BESIDE, DOWN, IN_GRID, LEFT_BESIDE, portIn, portOut, UP, type Way, wayFrom } from './ports'
import type { Layout } from './types'

/** No line has more points than this. */
export const MOST_POINTS = 5

/**
 * The reporting line to the box of `role` from its manager's, `layout.manager[role]`: an orthogonal polyline as x, y pairs written into
 * `out` (room for `MOST_POINTS` of them). Corners are rounded when drawn. Returns the number of points, 0 where there is no line.
 */
export function linkPath(layout: Layout, role: number, out: { [at: number]: number }): number {
  const { x, y, w, h, edges, row, manager: managers, lines } = layout
  const manager = managers[role] ?? -1
  if (manager < 0) return 0
  const way = wayFrom(row[manager] as number, row[role] as number)
  const ports = lines.ports[role] as number
  const managerX = middleOf(layout, manager)
  const from = portOut(managerX, lines.ports[manager] as number, way, wayTo(layout, manager), lines.port)
  const startY = way === UP ? (y[manager] as number) : below(layout, manager)
  const busY = lines.busY[lines.isBusByRow ? (row[manager] as number) - (way === UP ? 1 : 0) : role] as number
  out[0] = from
  out[1] = startY
  if ((ports & IN_GRID) !== 0) {
    const isOnRight = (ports & LEFT_BESIDE) === 0
    const left = x[role] as number
    const right = left + (w[role] as number)
    const rail = isOnRight ? right + lines.rail : left - lines.rail
    const middle = (y[role] as number) + (h[role] as number) / 2
    out[2] = from
    out[3] = busY
    out[4] = rail
    out[5] = busY
    out[6] = rail
    out[7] = middle
    out[8] = isOnRight ? right + (edges[role] as number) : left
    out[9] = middle
    return 5
  }
  const to = portIn(middleOf(layout, role), ports, way, managerX, lines.port)
  const endY = way === DOWN ? (y[role] as number) : below(layout, role)
  let end = 2
  if (way === BESIDE || Math.abs(from - to) > 0.01) {
    out[end++] = from
    out[end++] = busY
    out[end++] = to
    out[end++] = busY
  }
  out[end++] = to
  out[end++] = endY
  return end >> 1
}

function wayTo({ row, manager }: Layout, role: number): Way | -1 {
  const above = manager[role] as number
  return above < 0 ? -1 : wayFrom(row[above] as number, row[role] as number)
}
function middleOf({ x, w }: Layout, role: number): number {
  return (x[role] as number) + (w[role] as number) / 2
}
function below({ y, h, edges }: Layout, role: number): number {
  return (y[role] as number) + (h[role] as number) + (edges[role] as number)
}
