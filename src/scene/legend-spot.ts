// Where the legend is drawn at this moment: with the chart where it can be read there, else on the page under the chart. What explains
// what roles wear is never out of sight: it is pinned to the foot of the page.
import type { Box } from '../base/geometry'
import type { Layout } from '../layout/types'
import { isExplained, LEGEND, legendBox, READ_WELL } from './legend-place'
import type { Moment } from './moment'
import type { Pen } from './pen'
import type { Picture } from './picture'
import type { Colour, Mark } from './types'

export interface Spot {
  readonly pen: Pen
  readonly box: Box
  /** The chart that it explains. */
  readonly layout: Layout
  readonly ground: Colour
  /** 0 … 1 */
  readonly shown: number
  /** Under it, where it lies on the chart. */
  readonly plate: readonly Mark[]
}
/** Smaller than this it could not be read, so it moves from the chart to the page under it, where there is room. */
const LEAST_SCALE = 0.55
/** px under a chart that has the name of its last band there. */
const NAMED = 30
/** px round a pinned one. */
const PLATE = 10

export function spotOf(picture: Picture): Spot | null {
  const { moment, chart, page, view, furniture, theme, overlays } = picture
  const isOnBoth = isExplained(overlays)
  const { layout, shown } = isOnBoth ? explainedAt(moment) : { layout: moment.to, shown: moment.flags }
  const box = shown > 0 ? legendBox(layout, picture, furniture.isNarrow) : null
  if (!box) return null
  const ground = moment.bandRows.length % 2 === 1 ? theme.band : theme.paper
  const isWith = isOnBoth ? layout.isList || isOnPage(picture, box) : true
  const withChart = { pen: chart, box, layout, ground, shown, plate: [] }
  const width = Math.min(LEGEND.width, view.width - furniture.left - furniture.right)
  const foot = chart.y(layout.bounds.y + layout.bounds.height)
  const under = { ...box, x: furniture.left, y: foot + (furniture.isNarrow ? NAMED : LEGEND.inset), width }
  if (isWith && chart.k >= (isOnBoth ? READ_WELL : LEAST_SCALE)) return withChart
  const isFree = under.y + box.height + furniture.bottom <= view.height && under.y >= 0 && (isOnBoth || width === LEGEND.width)
  if (isFree && chart.k < READ_WELL) return { pen: page, box: under, layout, ground: theme.paper, shown, plate: [] }
  if (isWith && chart.k >= LEAST_SCALE) return withChart
  if (!isOnBoth || layout.isList) return null
  const pinned = { ...under, y: view.height - furniture.bottom - box.height }
  return { pen: page, box: pinned, layout, ground: theme.paper, shown, plate: shown < 1 ? [] : [plateUnder(picture, pinned)] }
}

/** On a turn that of the chart it leaves goes, and that of the other comes. */
function explainedAt({ isTurning, isHeadstand, from, to, headline, flags, lines }: Moment): {
  readonly layout: Layout
  readonly shown: number
} {
  if (!isTurning) return { layout: to, shown: 1 }
  if (!isHeadstand) return { layout: to, shown: lines }
  return headline.conventional > 0 ? { layout: from, shown: headline.conventional } : { layout: to, shown: flags }
}

function isOnPage({ chart, view, furniture }: Picture, { x, y, width, height }: Box): boolean {
  const isAcross = chart.x(x) >= 0 && chart.x(x + width) <= view.width
  return isAcross && chart.y(y) >= furniture.top && chart.y(y + height) <= view.height
}

function plateUnder({ page, theme }: Picture, { x, y, width, height }: Box): Mark {
  const box = { x: x - PLATE, y: y - PLATE, width: width + 2 * PLATE, height: height + 2 * PLATE }
  return page.rectangle(box, { fill: theme.paper, radius: 6, stroke: { colour: theme.reading.edge, width: 1 } })
}
