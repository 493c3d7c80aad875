// What holds for all pages of a request, and what stands on each of them.
import type { Layout, Placing, Turn } from '../layout/types'
import type { Org } from '../model/types'
import { saidOf } from '../scene/build'
import type { Headline, Said } from '../scene/headline'
import { type Hidden, type Labels, labelsOf } from '../scene/labels'
import { legendBox } from '../scene/legend-place'
import { readingsIn } from '../scene/readings/told'
import { type Theme, themeFor } from '../scene/theme'
import type { View } from '../scene/types'
import type { Contents } from './contents'
import type { Request, Source } from './request'
import type { Tag } from './tags'

/** One chart on a page, or one of two beside each other. */
export interface ChartOnPage {
  readonly chart: Layout | Turn
  readonly view: View
  readonly headline?: Headline
  readonly tags: readonly Tag[]
  /** Roles below boxes that are on no page. */
  readonly below: number
  /** What does not stand wholly on the page is left out. */
  readonly isCut?: boolean
  readonly isBrief?: boolean
}
export interface Sheet {
  readonly name: string
  readonly title: string
  readonly charts: readonly ChartOnPage[]
  /** In place of charts. */
  readonly contents?: Contents
}
/** What holds for all pages of a request. */
export interface Plan {
  readonly source: Source
  readonly request: Request
  readonly theme: Theme
  readonly hidden: Hidden
  readonly labels: Labels
  readonly said: Said
}

export function planOf(source: Source, request: Request): Plan {
  const { org, words, hidden = {} } = source
  const { names, pay } = request.hide
  const kept = { ...hidden, ...(names ? { names } : {}), ...(pay ? { pay } : {}) }
  const theme = themeFor(request.theme === 'dark' && request.kind !== 'png' ? 'light' : request.theme)
  const said = saidOf({ ...source, hidden: kept, medium: 'slide' })
  return { source, request, theme, hidden: kept, labels: labelsOf(org, 'slide', words, kept), said }
}

/** Of a page with a headline of its own. What is said of all that is shown, that it is only tried, stands before its second line. */
export function headlineFor({ source: { headline } }: Plan, own: Headline): Headline {
  return headline ? { ...headline, ...own, second: `${headline.second} ${own.second}` } : own
}

export function layoutOf(chart: Layout | Turn): Layout {
  return 'from' in chart ? chart.to : chart
}

/** As the chart stands on the page, but never the list of a phone; on a slide or a sheet, which are wide, with rows as close as when presenting. */
export function placingOf({ source, request }: Plan): Placing {
  const { isNarrow: _, isTight: __, ...placing } = layoutOf(source.chart).placing
  const isTight = request.size !== 'natural' && request.part.kind !== 'pages' && source.org.doc.roles.length <= MOST_TIGHT
  return isTight ? { ...placing, isTight } : placing
}
/** Of more roles the width decides. */
const MOST_TIGHT = 300

/** A part of the chart keeps customers and totals, which are those of everybody: said where any of them is on the page. Readings are counted on the page. */
export function wholeNumbers(said: Said, chart: Layout): string {
  const hasCustomers = chart.customers !== null && chart.customers.knowledge !== 'none'
  const hasTotals = legendBox(chart, said, false) !== null && readingsIn(said) === null
  const what = [hasCustomers && 'customers', hasTotals && 'totals'].filter(Boolean)
  return what.length > 0 ? said.words.say(`export.part.${what.join('-')}`) : ''
}

/** Who is above, from the top. */
export function pathTo({ structure: { parent } }: Org, role: number): readonly number[] {
  const path: number[] = []
  for (let at = parent[role] as number; at >= 0; at = parent[at] as number) path.unshift(at)
  return path
}
