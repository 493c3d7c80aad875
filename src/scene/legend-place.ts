// Where the legend stands: in free room in a corner of the chart, else under it. Asked once a layout.
import { type Box, overlaps } from '../base/geometry'
import { once } from '../base/memo'
import { visibleRoles } from '../layout/find'
import { linkPath } from '../layout/link'
import type { Layout } from '../layout/types'
import type { Overlay } from './overlays/overlay'

export const LEGEND = { width: 420, height: 108, inset: 16, clear: 12 } as const

/** A chart of more roles than this is so wide that free room in it is nowhere near: nobody looks for it line by line. */
const MOST = 3000

/** Explained on both charts, and on a narrow page: what each role wears. */
export const isExplained = (overlays: readonly Overlay[] = []): boolean => overlays.some(({ tells, isOnBoth }) => tells || isOnBoth)

/** In chart units; null where there is nothing to explain: findings on the conventional chart, or nobody known to meet customers. */
export function legendBox(layout: Layout, overlays: readonly Overlay[] | undefined, isNarrow: boolean): Box | null {
  if (isExplained(overlays))
    return isNarrow ? below(layout) : layout.placing.orientation === 'flipped' ? placeFlipped(layout) : placeUpright(layout)
  if (isNarrow || layout.placing.orientation !== 'flipped' || !layout.customers || layout.customers.knowledge === 'none') return null
  return placeFlipped(layout)
}

const placeFlipped = once((layout: Layout): Box => {
  const lastRow = layout.rows.at(-1)
  const [left, right] = sides(layout)
  const top = lastRow ? lastRow.y + 6 : below(layout).y
  return (
    free(
      layout,
      [left, right].map((x) => ({ x, y: top })),
    ) ?? below(layout)
  )
})

/** Beside whoever is at the top there is most room; else at the foot, clear of the customers' line. */
const placeUpright = once((layout: Layout): Box => {
  const { bounds, customers } = layout
  const foot = (customers?.y ?? bounds.y + bounds.height) - LEGEND.height - LEGEND.clear
  const [left, right] = sides(layout)
  const corners = [bounds.y, foot].flatMap((y) => [right, left].map((x) => ({ x, y })))
  return free(layout, corners) ?? below(layout)
})

function sides({ bounds }: Layout): readonly [left: number, right: number] {
  return [bounds.x + LEGEND.inset, bounds.x + bounds.width - LEGEND.inset - LEGEND.width]
}

function below({ bounds, isList = false }: Layout): Box {
  return { x: bounds.x + (isList ? 0 : LEGEND.inset), y: bounds.y + bounds.height + 24, width: LEGEND.width, height: LEGEND.height }
}

function free(layout: Layout, corners: readonly { readonly x: number; readonly y: number }[]): Box | undefined {
  const { width, height } = LEGEND
  const left = sides(layout)[0]
  return layout.x.length > MOST
    ? undefined
    : corners.map(({ x, y }) => ({ x, y, width, height })).find((box) => box.x >= left && isFree(layout, box))
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
