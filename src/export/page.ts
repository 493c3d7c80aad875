// What page a drawing is put on. A slide is 1280 × 720, where 1 px is ¾ pt; natural size is the chart at 1:1 with its furniture round it,
// and for a large organisation as small as its budget of elements asks (slides.md 5.8).

import type { Box } from '../base/geometry'
import type { Layout, Turn } from '../layout/types'
import { AIR, extentOf, fitChart, furnitureFor, type Page } from '../scene/furniture'
import type { Said } from '../scene/headline'
import type { View } from '../scene/types'

export const SLIDE: Page = { width: 1280, height: 720 }
/** Two charts share a slide. */
export const HALF_SLIDE: Page = { width: 640, height: 720 }

export type Size = 'natural' | '16:9'
export type What = 'everything' | 'view'

/** The whole chart on its page. */
export function wholeView(said: Said, chart: Layout | Turn, size: Size, slide: Page = SLIDE): View {
  if (size === '16:9') return fitChart(said, chart, slide).view
  const layout = 'from' in chart ? chart.to : chart
  const k = scaleFor(boxes(layout))
  const extent = extentOf(layout, { isNarrow: false })
  const wide = furnitureFor(said, layout, { width: 1280, height: 720 })
  const width = Math.max(LEAST_WIDTH, Math.ceil(extent.width * k + wide.left + wide.right))
  const air = layout.placing.orientation === 'flipped' ? AIR.flipped : AIR.conventional
  const heightWith = ({ top, bottom }: { top: number; bottom: number }) => Math.ceil(top + air + extent.height * k + bottom)
  // The headline takes more room on a high page, so the page is asked twice.
  const { top, left, right, bottom } = furnitureFor(said, layout, { width, height: heightWith(wide) })
  const height = heightWith({ top, bottom })
  const free = Math.max(0, width - left - right - extent.width * k)
  return { kx: k, ky: k, x: left + free / 2 - extent.x * k, y: top + air - extent.y * k, width, height }
}
const LEAST_WIDTH = 720

/** What the page shows now, on a slide as large as it goes. */
export function shownView(view: View, size: Size): View {
  if (size === 'natural') return { ...view, width: Math.round(view.width), height: Math.round(view.height) }
  const k = Math.min(SLIDE.width / view.width, SLIDE.height / view.height)
  const [dx, dy] = [(SLIDE.width - view.width * k) / 2, (SLIDE.height - view.height * k) / 2]
  return { kx: view.kx * k, ky: view.ky * k, x: view.x * k + dx, y: view.y * k + dy, width: SLIDE.width, height: SLIDE.height }
}

/** One part of the chart, as large as the page allows between its furniture, on a page of its own size or a slide. */
export function focusedView(said: Said, layout: Layout, part: Box, size: Size): View {
  const page = size === '16:9' ? SLIDE : { width: Math.max(LEAST_WIDTH, Math.ceil(part.width) + 300), height: Math.ceil(part.height) + 200 }
  const { top, left, right, bottom } = furnitureFor(said, layout, page)
  const room = { width: page.width - left - right - 2 * FOCUS_AIR, height: page.height - top - bottom - 2 * FOCUS_AIR }
  const k = Math.min(1.6, room.width / part.width, room.height / part.height)
  const x = left + FOCUS_AIR + (room.width - part.width * k) / 2 - part.x * k
  const y = top + FOCUS_AIR + (room.height - part.height * k) / 2 - part.y * k
  return { kx: k, ky: k, x, y, ...page }
}
const FOCUS_AIR = 24

/** About eight elements a card, four a title. */
function scaleFor(count: number): number {
  if (count * 8 <= 2000) return 1
  return count * 4 <= 20_000 ? 0.5 : 0.15
}

function boxes(layout: Layout): number {
  let count = 0
  layout.boxOf.forEach((head, role) => {
    if (head === role) count++
  })
  return count
}
