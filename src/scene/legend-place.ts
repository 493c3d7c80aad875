// Where the legend stands: in free room in a corner of the chart, else under it. Asked once a layout.
import { type Box, overlaps } from '../base/geometry'
import { onceEach } from '../base/memo'
import { visibleRoles } from '../layout/find'
import { linkPath } from '../layout/link'
import type { Layout } from '../layout/types'
import type { Said } from './headline'
import type { Overlay } from './overlays/overlay'
import { legendHeight } from './readings/entries'
import { readingsIn } from './readings/told'

export const LEGEND = { width: 420, height: 108, inset: 16, clear: 12 } as const

/** Smaller than this of its size, what explains all colours leaves the chart: it is read closely. */
export const READ_WELL = 0.8

/** A chart of more roles than this is so wide that free room in it is nowhere near: nobody looks for it line by line. */
const MOST = 3000

/** Explained on both charts, and on a narrow page: what each role wears. */
export const isExplained = (overlays: readonly Overlay[] = []): boolean => overlays.some(({ tells, isOnBoth }) => tells || isOnBoth)

/** In chart units; null where there is nothing to explain: findings on the conventional chart, or nobody known to meet customers. */
export function legendBox(
  layout: Layout,
  said: Pick<Said, 'org' | 'analysis' | 'words' | 'overlays' | 'hidden'>,
  isNarrow: boolean,
): Box | null {
  const isFlipped = layout.placing.orientation === 'flipped'
  if (!isExplained(said.overlays)) {
    const isTold = isFlipped && !isNarrow && layout.customers !== null && layout.customers.knowledge !== 'none'
    return isTold ? placeFlipped(layout, LEGEND.height) : null
  }
  const readings = readingsIn(said)
  const height = readings ? legendHeight(readings, layout, said.org) : LEGEND.height
  return isNarrow ? below(layout, height) : isFlipped ? placeFlipped(layout, height) : placeUpright(layout, height)
}

const placeFlipped = onceEach((layout: Layout, height: number): Box => {
  const lastRow = layout.rows.at(-1)
  const top = lastRow ? lastRow.y + 6 : below(layout, height).y
  return free(layout, height, [top]) ?? below(layout, height)
})

/** Into the air over the chart, so that it is clear of the line under the first row. */
const RAISED = 8

/** Beside whoever is at the top there is most room; else at the foot, clear of the customers' line. */
const placeUpright = onceEach((layout: Layout, height: number): Box => {
  const { bounds, customers } = layout
  const foot = (customers?.y ?? bounds.y + bounds.height) - height - LEGEND.clear
  return free(layout, height, [bounds.y - RAISED, foot]) ?? below(layout, height)
})

function below({ bounds, isList = false }: Layout, height: number): Box {
  const y = bounds.y + bounds.height + 24
  return isList ? { x: bounds.x, y, width: bounds.width, height } : { x: bounds.x + LEGEND.inset, y, width: LEGEND.width, height }
}

function free(layout: Layout, height: number, tops: readonly number[]): Box | undefined {
  if (layout.x.length > MOST) return undefined
  const { bounds } = layout
  const { width, inset } = LEGEND
  const left = bounds.x + inset
  const right = bounds.x + bounds.width - inset - width
  const corners = tops.flatMap((y) => [left, right].map((x) => ({ x, y, width, height })))
  return corners.find((box) => box.x >= left && isFree(layout, box))
}

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
