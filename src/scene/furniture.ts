// What is pinned to the page round the chart: headline above, names of the bands at the left, a source line on a slide. And the view
// that fits a chart into what is left. The chart moves under the furniture; the furniture never moves.
import type { Box } from '../base/geometry'
import { TIMING, through } from '../layout/timing'
import type { Layout, Orientation, Turn } from '../layout/types'
import type { Structure } from '../model/types'
import { farnessOf } from './far/farness'
import { liftOf } from './far/levels'
import { headlineOf, type Said } from './headline'
import { LEGEND, legendBox, READ_WELL } from './legend-place'
import { mix } from './mix'
import type { Picture } from './picture'
import { type Fitted, fitText, type Setting } from './text/fit'
import type { Face, Mark, View } from './types'

export interface Page {
  readonly width: number
  readonly height: number
}
/** Insets of the page that the chart keeps clear of, in px. */
export interface Furniture {
  readonly top: number
  readonly left: number
  readonly right: number
  readonly bottom: number
  /** Where the headline and the names start. */
  readonly margin: number
  /** Type and insets grow with a large screen; 1 on a slide, which has one size. */
  readonly scale: number
  /** Under 660 px, which is half a page of 1280 with its hairline, there is no gutter, no legend, no ribbons' caption. */
  readonly isNarrow: boolean
  /** Where the legend stands, in chart units; null where there is none. */
  readonly legend: Box | null
}

const NARROW = 660
const GUTTER = 124
/** The line at the foot of a slide that says whose numbers these are. */
const SOURCE = 20

export function furnitureFor(said: Said, layout: Layout, page: Page): Furniture {
  const isNarrow = page.width < NARROW
  const isFlipped = layout.placing.orientation === 'flipped'
  const scale = scaleOf(said, page)
  const isSlide = said.medium === 'slide'
  const isLabelled = isFlipped && layout.rows.length > 0
  const edge = isNarrow ? 12 : 26 * scale
  return {
    top: setHeadline(said, layout.placing.orientation, page).height,
    left: isLabelled && !isNarrow ? GUTTER * scale : edge,
    right: edge,
    bottom: isSlide ? (isNarrow ? 34 : isFlipped ? 8 : 14) + SOURCE : isNarrow ? 34 : 14,
    margin: isNarrow ? 14 : 26 * scale,
    scale,
    isNarrow,
    legend: legendBox(layout, said, isNarrow),
  }
}

/** The page of the mocks is 1140 × 800. */
function scaleOf({ medium }: Said, { width, height }: Page): number {
  return medium === 'slide' ? 1 : Math.max(1, Math.min(1.4, width / 1140, height / 800))
}

export interface FitOptions {
  /** Boxes are never drawn larger than this; 1.6 unless told. */
  readonly largest?: number
}

export interface Fit {
  readonly view: View
  readonly furniture: Furniture
}
/** The whole chart in the page with its furniture. A turn is seen through a view on its way between both ends. */
export function fitChart(said: Said, given: Layout | Turn, page: Page, options: FitOptions = {}): Fit {
  const end = (layout: Layout): Fit => {
    const furniture = furnitureFor(said, layout, page)
    return { furniture, view: fitView(layout, said.org.structure, page, furniture, options) }
  }
  if (!('from' in given)) return end(given)
  const [a, b] = [end(given.from), end(given.to)]
  const flipped = given.to.placing.orientation === 'flipped' ? b : a
  return { furniture: flipped.furniture, view: viewBetween(a.view, b.view, given) }
}

/** Between two views, in step with the x of the boxes. */
export function viewBetween(a: View, b: View, turn: Turn): View {
  const isBack = turn.from.placing.orientation === 'flipped' && turn.to.placing.orientation === 'conventional'
  const s = isBack ? 1 - through(TIMING.across, 1 - turn.t) : through(TIMING.across, turn.t)
  const between = (from: number, to: number) => from + (to - from) * s
  return {
    kx: between(a.kx, b.kx),
    ky: between(a.ky, b.ky),
    x: between(a.x, b.x),
    y: between(a.y, b.y),
    width: b.width,
    height: b.height,
  }
}

/** A row is never lower than this of its height while there is room: the far view is drawn, not shrunk; only x closes up. More would pull cards apart. */
const READABLE = 0.8

/** The chart, its legend with it, as large as the page allows between its furniture. */
function fitView(layout: Layout, structure: Structure, page: Page, furniture: Furniture, { largest = 1.6 }: FitOptions = {}): View {
  const extent = extentOf(layout, furniture)
  const isFlipped = layout.placing.orientation === 'flipped'
  const air = isFlipped ? AIR.flipped : AIR.conventional
  const room = { width: page.width - furniture.left - furniture.right, height: page.height - furniture.top - furniture.bottom - air }
  if (layout.isList) return listed(extent, page, furniture, room.width / extent.width)
  const far = farnessOf({ kx: room.width / extent.width })
  if (far > 0) return farView(layout, structure, page, furniture, room, air)
  // Where it would be too small to be read with the chart, the legend of a conventional one stands under it, on the page.
  const isApart = !isFlipped && furniture.legend && Math.min(room.width / extent.width, room.height / extent.height) < READ_WELL
  const height = room.height - (isApart ? furniture.legend.height + LEGEND.inset : 0)
  const k = Math.max(1e-6, Math.min(largest, room.width / extent.width, height / extent.height))
  const ky = Math.max(k, Math.min(READABLE, height / extent.height))
  const free = { x: room.width - extent.width * k, y: height - extent.height * ky }
  return {
    kx: k,
    ky,
    x: furniture.left + Math.max(0, free.x / 2) - extent.x * k,
    y: furniture.top + air + (isFlipped ? 0 : Math.max(0, free.y / 2)) - extent.y * ky,
    width: page.width,
    height: page.height,
  }
}
/** From far away the width is the page's, and rows share its height; under them stands the legend. */
function farView(layout: Layout, structure: Structure, page: Page, furniture: Furniture, room: Page, air: number): View {
  const { x, y, width, height } = layout.bounds
  const kx = room.width / Math.max(1, width)
  const lift = liftOf(layout, structure, farnessOf({ kx }))
  const high = Math.max(1, lift(y + height) - lift(y))
  const isFlipped = layout.placing.orientation === 'flipped'
  const legend = furniture.legend && !furniture.isNarrow ? furniture.legend.height + LEGEND.inset : 0
  const ky = Math.max(kx, Math.min(TALLEST, (room.height - legend) / high))
  const free = isFlipped ? 0 : Math.max(0, (room.height - legend - high * ky) / 2)
  return { kx, ky, x: furniture.left - x * kx, y: furniture.top + air + free - lift(y) * ky, width: page.width, height: page.height }
}
/** Rows are not drawn out further than this: a few slabs as high as the page say no more. */
const TALLEST = 1.1

/** A list is as wide as the page and begins at its head; what does not fit below is scrolled to. */
function listed({ x, y }: Box, { width, height }: Page, { left, top }: Furniture, k: number): View {
  return { kx: k, ky: k, x: left - x * k, y: top + AIR.flipped - y * k, width, height }
}

/** Between the headline and the chart. */
export const AIR = { flipped: 12, conventional: 20 } as const

/** Bounds of the chart and of the legend, which stands under it where it finds no room in it. */
export function extentOf(layout: Layout, { legend }: Pick<Furniture, 'legend'>): Box {
  const { x, y, width, height } = layout.bounds
  if (!legend || width <= 0) return { x, y, width: Math.max(1, width), height: Math.max(1, height) }
  const right = Math.max(x + width, legend.x + legend.width)
  return { x, y, width: right - x, height: Math.max(y + height, legend.y + legend.height) - y }
}

// ---- the headline ----------------------------------------------------------------------------------------------------------------

interface SetHeadline {
  readonly first: Fitted
  readonly second: Fitted
  readonly margin: number
  readonly start: number
  /** From the last line of the first sentence to the second one. */
  readonly step: number
  readonly height: number
  readonly face: Face
}

/** Under this height every row counts, so the headline stands closer to the top. */
const LOW = 760

function setHeadline(said: Said, orientation: Orientation, page: Page): SetHeadline {
  const { first: long, second, third, short = long } = headlineOf(said, orientation)
  const isNarrow = page.width < NARROW
  const first = isNarrow ? short : long
  const isLow = page.height < LOW && !isNarrow
  const scale = scaleOf(said, page)
  const margin = isNarrow ? 14 : 26 * scale
  const isSlide = said.medium === 'slide'
  const face: Face = isSlide ? 'sans' : 'serif'
  const room = page.width - 2 * margin
  const [size, least, wrapped] = isNarrow ? [20, 19, 20] : [26 * scale, 22 * scale, 24 * scale]
  const title = fitText(first, room, { size, least, lines: isNarrow ? 4 : 2, wrapped, face, bold: isSlide })
  const under = underOf(second, third, room, { size: isNarrow ? 13 : 14 * scale, least: 12.5, lines: 2 })
  const start = isNarrow ? 30 : isLow ? 37 : 45 * scale
  const step = isLow ? 20 : 22 * scale
  const end = isNarrow ? 12 : isLow ? 13 : 17 * scale
  const height = Math.round(start + (title.lines.length - 1) * pitchOf(title) + step + (under.lines.length - 1) * LINE * scale + end)
  return { first: title, second: under, margin, start, step, height, face }
}
/** The third sentence is said only where it takes no more lines and no smaller letters than the second alone. */
function underOf(second: string, third: string | undefined, room: number, setting: Setting): Fitted {
  const alone = fitText(second, room, setting)
  if (!third || alone.isCut) return alone
  const both = fitText(`${second} ${third}`, room, { ...setting, least: alone.size, lines: alone.lines.length })
  return both.isCut ? alone : both
}
const LINE = 17
function pitchOf({ size }: Fitted): number {
  return Math.round(size * 1.25)
}

/** The headline over paper, so that a chart pushed up goes under it. */
export function drawHeadline(picture: Picture): Mark[] {
  const { moment, theme, view, chart, furniture } = picture
  const orientation: Orientation = moment.headline.flipped >= moment.headline.conventional ? 'flipped' : 'conventional'
  const shown = moment.headline[orientation]
  const marks: Mark[] = []
  if (chart.y(moment.extent.y) < furniture.top - 4)
    marks.push({ kind: 'rectangle', x: 0, y: 0, width: view.width, height: furniture.top, fill: theme.paper })
  if (shown <= 0.02) return marks
  const { first, second, margin, start, step, face } = setHeadline(picture, orientation, view)
  const ink = mix(theme.paper, theme.ink, shown)
  const bold = picture.medium === 'slide'
  const right = view.width - margin
  const lines: Mark[] = first.lines.map((line, i) =>
    picture.page.line(margin, right, start + i * pitchOf(first), line, { size: first.size, face, fill: ink, ...(bold ? { bold } : {}) }),
  )
  const below = start + (first.lines.length - 1) * pitchOf(first) + step
  second.lines.forEach((line, i) => {
    lines.push(
      picture.page.line(margin, right, below + i * LINE * furniture.scale, line, {
        size: second.size,
        fill: mix(theme.paper, theme.inkSecond, shown),
      }),
    )
  })
  const { first: title, second: under, third } = headlineOf(picture, orientation)
  return [...marks, { kind: 'group', key: 'headline', title: [title, under, third].filter(Boolean).join(' '), marks: lines }]
}
