// Escalation drawn between boxes: a strand for what will be settled, one for what never will, a striped one for what is not known; where
// cases stop for good a strand that runs into a bar.
import type { Box } from '../../base/geometry'
import { once } from '../../base/memo'
import { rounded } from '../../base/range'
import type { Layout } from '../../layout/types'
import { idOf } from '../../model/roles'
import { GAUGE } from '../card-body'
import { keyOf } from '../keys'
import { mix } from '../mix'
import type { Picture } from '../picture'
import type { Theme, ThemeId } from '../theme'
import type { Colour, Mark, PathCommand } from '../types'
import { type Amounts, type Between, betweenOf } from './between'
import { outlineOf, rungsOf } from './shape'
import { shownAt } from './shown'
import { type Laid, LEAVES, layStrands, STOPS, type Strand } from './strands'

export const SORTS = ['settled', 'open', 'never'] as const
export type Sort = (typeof SORTS)[number]

/** Of what will be settled: between the teal of a card and the paper, 3:1 against it. */
const SETTLED: Readonly<Record<ThemeId, Colour>> = { light: '#5e9796', dark: '#3f908c', ink: '#5e9796' }
export function colourOf(theme: Theme, sort: Sort): Colour {
  return sort === 'settled' ? SETTLED[theme.id] : sort === 'never' ? theme.gauge.never : theme.gauge.unknown
}

export interface Streams {
  readonly between: Between
  readonly laid: readonly Laid[]
  /** Chart units a case. */
  readonly perCase: number
  /** By the place of a hop in `between`, its strands. */
  readonly ofHop: ReadonlyMap<number, readonly Laid[]>
  /** By box, those that stop there. */
  readonly stopping: ReadonlyMap<number, readonly Laid[]>
  /** By box, those that go on to somebody who is not on the chart. */
  readonly leaving: ReadonlyMap<number, readonly Laid[]>
}

/** px a case where a chart has room (mocks/README.md); a kind of case. */
const PER_CASE = 0.34
const PER_KIND = 3
const THINNEST = { settled: 1.6, never: 1.6, open: 5 } as const
const WIDEST = 96
const LAYING = { gap: 4, corner: 7, stub: 13, standing: 20 } as const
/** A chart of more boxes is not laid at once: only what meets the page. */
const MOST = 600

/** null where there is nothing to draw one by one. */
export function streamsOf(picture: Picture): Streams | null {
  const { analysis, org } = picture
  const layout = picture.moment.to
  const between = betweenOf(analysis, layout)
  if (!between || picture.far || layout.isList) return null
  if (layout.x.length <= MOST) return laidOf(between)(layout, org.contacts.areCounted)
  const seen = new Set(picture.roles.flatMap((role) => between.at(role)))
  return layOut(
    between,
    layout,
    org.contacts.areCounted,
    [...seen].sort((a, b) => a - b),
    picture.roles,
  )
}

const laidOf = once((between: Between) =>
  once((layout: Layout, areCounted: boolean): Streams => {
    const boxes = Array.from(layout.boxOf.keys()).filter((role) => layout.boxOf[role] === role)
    return layOut(
      between,
      layout,
      areCounted,
      Array.from({ length: between.count }, (_, place) => place),
      boxes,
    )
  }),
)

function layOut(between: Between, layout: Layout, areCounted: boolean, places: readonly number[], boxes: readonly number[]): Streams {
  const poured = layout.ribbons.length > 0 && layout.ribbons.perContact > 0 ? layout.ribbons.perContact : PER_CASE
  const wanted = Math.min(areCounted ? poured : PER_KIND, WIDEST / Math.max(1, between.largest))
  const strands: Strand[] = []
  const hopOf: number[] = []
  const add = (from: number, to: number, amounts: Amounts, hop: number) => {
    SORTS.forEach((sort, i) => {
      if (rounded(amounts[sort]) <= 0) return
      strands.push({ from, to, sort: i, width: Math.max(THINNEST[sort], amounts[sort] * wanted) })
      hopOf.push(hop)
    })
  }
  for (const place of places) {
    const { from, to, amounts } = between.hop(place)
    add(from, to, amounts, place)
  }
  for (const box of boxes) {
    const { stopping, mostStopping } = between.endsOf(box)
    add(box, STOPS, { settled: 0, never: stopping, open: mostStopping - stopping }, STOPS)
    add(box, LEAVES, between.beyond(box), LEAVES)
  }
  const { laid, scale } = layStrands(layout, strands, LAYING)
  const ofHop = new Map<number, Laid[]>()
  const stopping = new Map<number, Laid[]>()
  const leaving = new Map<number, Laid[]>()
  laid.forEach((one, i) => {
    const hop = hopOf[i] as number
    const [map, key] = hop === STOPS ? [stopping, one.strand.from] : hop === LEAVES ? [leaving, one.strand.from] : [ofHop, hop]
    const known = map.get(key)
    if (known) known.push(one)
    else map.set(key, [one])
  })
  return { between, laid, perCase: wanted * scale, ofHop, stopping, leaving }
}

const HALO = 1.4
const RUNGS = { every: 7, thick: 2.6 } as const
const BAR = { thick: 6, over: 12, least: 36 } as const

export function drawStreams(picture: Picture): Mark[] {
  const shown = shownAt(picture.moment)
  const streams = shown > 0 ? streamsOf(picture) : null
  if (!streams) return []
  const { theme } = picture
  const ground = mix(theme.paper, theme.band, 0.5)
  const marks: Mark[] = [...drawArrivals(picture, shown)]
  for (const [sort, kind] of SORTS.entries()) {
    const own = streams.laid.filter(({ strand }) => strand.sort === sort)
    // Ground under all of one sort first: those of one stream touch.
    for (const one of own)
      marks.push(picture.chart.path(outlineOf(one, widthOn(picture, one) + (2 * HALO) / picture.chart.k), { fill: ground }))
    for (const one of own)
      marks.push(...drawStrand(picture, one, kind, mix(theme.paper, colourOf(theme, kind), shown), isAlone(streams, one)))
  }
  return marks
}

/** A pixel at least. */
export function widthOn({ chart }: Picture, { width }: Laid): number {
  return Math.max(width, 1.2 / chart.k)
}

function drawStrand(picture: Picture, laid: Laid, sort: Sort, colour: Colour, isAlone: boolean): Mark[] {
  const { chart, theme, org } = picture
  const { from, to } = laid.strand
  const width = widthOn(picture, laid)
  const outline = outlineOf(laid, width)
  const rungs = sort === 'open' ? rungsOf(laid.points, width, RUNGS.every, RUNGS.thick) : []
  const marks: Mark[] =
    rungs.length > 0
      ? [chart.path(outline, { fill: theme.gauge.unknownGround, stroke: { colour, width: 1 } }), chart.path(rungs, { fill: colour })]
      : [chart.path(outline, { fill: colour })]
  if (to === STOPS) marks.push(chart.rectangle(barOf(laid, sort, isAlone), { fill: colour }))
  if (to === LEAVES) marks.push(chart.path(headOf(laid, width), { fill: colour }))
  const name = to === STOPS ? `flow-${sort}-stop` : to === LEAVES ? `flow-${sort}-beyond` : `flow-${sort}`
  const key = `${keyOf(name, idOf(org, from))}${to < 0 ? '' : `_to_${keyOf('', idOf(org, to)).slice(1)}`}`
  return [{ kind: 'group', key, title: titleOf(picture, laid, sort), marks }]
}

/** At the end of a strand that goes on elsewhere. */
function headOf({ points }: Laid, width: number): PathCommand[] {
  const [x, y] = points.slice(-2) as [number, number]
  const toward = Math.sign(y - (points[1] as number))
  const half = width / 2 + 2.5
  return [['M', x - half, y], ['L', x + half, y], ['L', x, y + toward * half], ['Z']]
}

/** Across the end of a strand that goes nowhere; where two do, each has its half. */
export function barOf({ points, width }: Laid, sort: Sort, isAlone: boolean): Box {
  const [x, y] = points.slice(-2) as [number, number]
  const isDown = y > (points[1] as number)
  const half = Math.max(BAR.least, width + BAR.over) / 2
  const left = !isAlone && sort === 'never' ? x - width / 2 : x - half
  const right = !isAlone && sort === 'open' ? x + width / 2 : x + half
  return { x: left, y: isDown ? y - 1 : y + 1 - BAR.thick, width: right - left, height: BAR.thick }
}
const isAlone = ({ stopping }: Streams, { strand }: Laid): boolean => (stopping.get(strand.from)?.length ?? 0) < 2

function titleOf({ words, labels, analysis, moment }: Picture, { strand: { from, to } }: Laid, sort: Sort): string {
  const between = betweenOf(analysis, moment.to) as Between
  if (to === LEAVES) return `${labels.title(from)}: ${words.say(`flow.beyond.${sort}`, { count: rounded(between.beyond(from)[sort]) })}`
  if (to === STOPS) {
    const { stopping, mostStopping } = between.endsOf(from)
    const said =
      sort === 'never'
        ? words.say('flow.stop', { count: rounded(stopping) })
        : words.say('flow.stop.open', { count: rounded(mostStopping - stopping) })
    return `${labels.title(from)}: ${said}`
  }
  const count = rounded(between.amounts(from, to)[sort])
  return `${words.say('flow.hop', { from: labels.title(from), to: labels.title(to) })}: ${words.say(`flow.hop.${sort}`, { count })}`
}

/** Contacts come to the card itself: there is no gauge over it. */
export function drawArrivals({ moment, theme, chart, facts }: Picture, shown: number): Mark[] {
  const { ribbons, x, y, w } = moment.to
  if (!moment.poured || moment.ribbonsShown < 1 || ribbons.length === 0 || ribbons.length > MOST) return []
  const gap = GAUGE.height + GAUGE.gap
  const marks: Mark[] = []
  for (let source = 0; source < ribbons.segments.length; source++)
    for (let k = ribbons.start[source] as number; k < (ribbons.start[source + 1] as number); k++) {
      const box = ribbons.role[k] as number
      const width = Math.min(w[box] as number, Math.max(ribbons.thinnest, (ribbons.contacts[k] as number) * ribbons.perContact))
      const middle = (x[box] as number) + (ribbons.inset[k] as number)
      const colour = ribbons.segments[source] === facts.dearest && facts.dearest >= 0 ? theme.ribbon.dearest : theme.ribbon.other
      marks.push(
        chart.rectangle(
          { x: middle - width / 2, y: (y[box] as number) - 1.6, width, height: gap + 3 },
          { fill: mix(theme.band, colour, shown) },
        ),
      )
    }
  return marks
}
