// Where the legend stands: in free room at the foot of the flipped chart, left before right, else under the chart. Asked once a layout.
import { type Box, overlaps } from '../base/geometry'
import { once } from '../base/memo'
import { visibleRoles } from '../layout/find'
import { linkPath } from '../layout/link'
import type { Layout } from '../layout/types'

export const LEGEND = { width: 420, height: 108, inset: 16, clear: 12 } as const

/** A chart of more roles than this is so wide that free room at its foot is nowhere near: nobody looks for it line by line. */
const MOST = 3000

/** In chart units; null where there is nothing to explain: the conventional chart, or nobody known to meet customers. */
export function legendBox(layout: Layout): Box | null {
  if (layout.placing.orientation !== 'flipped' || !layout.customers || layout.customers.knowledge === 'none') return null
  return placeOf(layout)
}

const placeOf = once((layout: Layout): Box => {
  const { bounds } = layout
  const { width, height, inset } = LEGEND
  const bottom = bounds.y + bounds.height
  const left = bounds.x + inset
  const right = bounds.x + bounds.width - inset - width
  const lastRow = layout.rows.at(-1)
  const top = lastRow ? lastRow.y + 6 : bottom + 24
  for (const x of layout.x.length <= MOST ? [left, right] : []) {
    const box = { x, y: top, width, height }
    if (x >= left && isFree(layout, box)) return box
  }
  return { x: left, y: bottom + 24, width, height }
})

function isFree(layout: Layout, box: Box): boolean {
  const air = { x: box.x - LEGEND.clear, y: box.y - 4, width: box.width + 2 * LEGEND.clear, height: box.height + LEGEND.clear }
  let isTaken = false
  visibleRoles(layout, air, () => {
    isTaken = true
  })
  if (isTaken) return false
  // A line runs from row to row: those of the rows around are all that can come here.
  return layout.rows.every(({ y, height, roles }, at) => {
    const above = layout.rows[at - 1]
    const below = layout.rows[at + 1]
    if ((above?.y ?? y) > air.y + air.height || (below ? below.y + below.height : y + height) < air.y) return true
    return roles.every((role) => !meetsLine(layout, role, air))
  })
}

function meetsLine(layout: Layout, role: number, air: Box): boolean {
  const points: number[] = []
  linkPath(layout, role, points)
  for (let p = 0; p + 3 < points.length; p += 2) {
    const [x0, y0, x1, y1] = points.slice(p, p + 4) as [number, number, number, number]
    if (overlaps({ x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0) + 1, height: Math.abs(y1 - y0) + 1 }, air))
      return true
  }
  return false
}
