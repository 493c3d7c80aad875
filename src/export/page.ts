// What page a drawing is put on. A unit is ¾ pt: a slide is 1280 × 720, A4 on its side 297 × 210 mm; natural size is the chart at 1:1 with
// its furniture round it, and for a large organisation with as little of each box as its budget of elements asks (slides.md 5.8).

import type { Layout, Turn } from '../layout/types'
import { farnessOf } from '../scene/far/farness'
import { liftOf } from '../scene/far/levels'
import { AIR, extentOf, fitChart, furnitureFor, type Page } from '../scene/furniture'
import type { Said } from '../scene/headline'
import { LEGEND } from '../scene/legend-place'
import { SOURCE } from '../scene/source'
import type { View } from '../scene/types'

export const SLIDE: Page = { width: 1280, height: 720 }
export const A4: Page = { width: 1122.52, height: 793.7 }
/** Two charts share a slide. */
export const HALF_SLIDE: Page = { width: 640, height: 720 }
export const HALF_SHEET: Page = { ...A4, width: A4.width / 2 }
/** 96 units an inch. */
export const POINTS = 0.75

/** A1 on its side, 96 px an inch: what a chart from far away is printed on. Its names are read at arm's length. */
export const POSTER: Page = { width: 3179, height: 2245 }

export type Size = 'natural' | '16:9' | 'A4'

/** The page of a size; null where it is as large as what is on it. */
export function pageOf(size: Size): Page | null {
  return size === 'natural' ? null : size === 'A4' ? A4 : SLIDE
}

/** How much of each box a file in natural size can hold: all of it, its name, or its share of the slab of its branch. */
export type Fineness = 'cards' | 'names' | 'slabs'

/** Elements of a file that is quick to edit, of one that still opens; of a box with all it wears, of one with its name and its bar. */
const COMFORTABLE = 2000
const MOST = 20_000
const OF_CARD = 12
const OF_NAME = 6

export function finenessOf(layout: Layout): Fineness {
  const count = boxesOf(layout)
  if (count * OF_CARD <= COMFORTABLE) return 'cards'
  return count * OF_NAME <= MOST || layout.isList ? 'names' : 'slabs'
}

/** Too many boxes for the page: each branch is a slab. */
export function isFar(layout: Layout, view: View): boolean {
  return farnessOf(view) > 0 && !layout.isList
}

/** The whole chart on its page. */
export function wholeView(said: Said, chart: Layout | Turn, size: Size, page: Page | null = pageOf(size)): View {
  if (size !== 'natural' && page) return fitChart(said, chart, page).view
  const layout = 'from' in chart ? chart.to : chart
  const fineness = finenessOf(layout)
  if (fineness === 'slabs') return posterView(said, chart, layout)
  const k = fineness === 'cards' ? 1 : NAMED
  const wide = furnitureFor(said, layout, { width: 1280, height: 720 })
  const extent = extentOf(layout, wide)
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

/** What the page shows now over the line that says whose it is, on a slide or a sheet as large as it goes. */
export function shownView(view: View, size: Size): View {
  const page = pageOf(size)
  if (!page) return { ...view, width: Math.round(view.width), height: Math.round(view.height) + SOURCE }
  const room = page.height - SOURCE
  const k = Math.min(page.width / view.width, room / view.height)
  const [dx, dy] = [(page.width - view.width * k) / 2, (room - view.height * k) / 2]
  return { kx: view.kx * k, ky: view.ky * k, x: view.x * k + dx, y: view.y * k + dy, ...page }
}

/** As wide as a poster and no higher than what is on it. */
function posterView(said: Said, chart: Layout | Turn, layout: Layout): View {
  const { view, furniture } = fitChart(said, chart, POSTER)
  const { y, height } = layout.bounds
  const isFlipped = layout.placing.orientation === 'flipped'
  const lift = liftOf(layout, said.org.structure, farnessOf(view))
  const around = furniture.top + furniture.bottom + (isFlipped ? AIR.flipped + LEGEND.height + LEGEND.inset : 2 * AIR.conventional)
  const high = Math.ceil(around + view.ky * (lift(y + height) - lift(y)))
  return high < POSTER.height ? fitChart(said, chart, { ...POSTER, height: high }).view : view
}

/** What a chart of names is scaled by. */
const NAMED = 0.5

export function boxesOf({ boxOf }: Layout): number {
  let count = 0
  for (let role = 0; role < boxOf.length; role++) if (boxOf[role] === role) count++
  return count
}
