// Numbers beside the strands, where there is room; and what stops, in words.
import { once } from '../../base/memo'
import { rounded } from '../../base/range'
import type { FreeRoom } from '../free-room'
import { mix } from '../mix'
import type { Picture } from '../picture'
import { roomFor } from '../text/measure'
import type { Colour, Mark } from '../types'
import { AIR, type OnPage, type Place, piecesOf, placesBeside, saidBeside, sizeOn } from './beside'
import { shownAt } from './shown'
import type { Laid } from './strands'
import { barOf, SORTS, type Sort, type Streams } from './streams'

export function drawNumbers(picture: Picture, streams: Streams, room: FreeRoom): Mark[] {
  const shown = shownAt(picture.moment)
  const hops = [...streams.ofHop].sort(([a], [b]) => amountOf(streams, b) - amountOf(streams, a) || a - b)
  return hops.flatMap(([, laid]) => {
    const inOrder = [...laid].sort((a, b) => (a.points[0] as number) - (b.points[0] as number))
    return inOrder.flatMap((one, i) =>
      drawNumber(picture, streams, one, { isRight: i === inOrder.length - 1 && i > 0, isAlone: inOrder.length === 1 }, room, shown),
    )
  })
}

const amountOf = ({ between }: Streams, place: number): number => {
  const { settled, never, open } = between.hop(place).amounts
  return settled + never + open
}

function drawNumber(
  picture: Picture,
  streams: Streams,
  laid: Laid,
  { isRight, isAlone }: { readonly isRight: boolean; readonly isAlone: boolean },
  room: FreeRoom,
  shown: number,
): Mark[] {
  const { page, theme, words } = picture
  const { between } = streams
  const { from, to, sort: at } = laid.strand
  const sort = SORTS[at] as Sort
  const count = rounded(between.amounts(from, to)[sort])
  const texts = sort === 'settled' ? [words.number(count)] : [words.say(`flow.${sort}`, { count }), words.number(count)]
  const size = sizeOn(picture)
  const ink = inkOf(picture, sort)
  const pieces = ownPieces(picture, streams, laid)
  const placesFor = (width: number) => [
    ...placesBeside(pieces, width, size, isRight),
    ...(isAlone ? overGap(picture, laid, pieces, width, size) : []),
  ]
  const said = saidBeside(texts, placesFor, { size, bold: true }, room)
  if (!said) return []
  room.take(said.box)
  return [page.text(said.box.x, said.box.y + size * 0.86, said.text, { size, bold: true, fill: mix(theme.paper, ink, shown) })]
}

function inkOf({ theme }: Picture, sort: Sort): Colour {
  return sort === 'settled' ? theme.ink : sort === 'never' ? theme.gauge.never : theme.inkSecond
}

/** Where a strand runs in one stream with others a number beside it would be taken for that of all: there only its first piece is its own. */
function ownPieces(picture: Picture, { laid }: Streams, own: Laid): OnPage[] {
  const { to, sort } = own.strand
  const isShared = laid.some((other) => other !== own && other.strand.to === to && other.strand.sort === sort && meets(own, other))
  const pieces = piecesOf(picture, own)
  return isShared ? pieces.slice(0, 1) : pieces
}

/** Somewhere they lie side by side. */
function meets(a: Laid, b: Laid): boolean {
  const near = (a.width + b.width) / 2 + 1
  return straightsOf(a).some((one) =>
    straightsOf(b).some(
      (other) => one.isLevel === other.isLevel && one.low < other.high && other.low < one.high && Math.abs(one.at - other.at) < near,
    ),
  )
}
interface Straight {
  readonly isLevel: boolean
  readonly at: number
  readonly low: number
  readonly high: number
}
const straightsOf = once(({ points }: Laid): readonly Straight[] => {
  const found: Straight[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
    const isLevel = y0 === y1
    const [from, to] = isLevel ? [x0, x1] : [y0, y1]
    found.push({ isLevel, at: isLevel ? y0 : x0, low: Math.min(from, to), high: Math.max(from, to) })
  }
  return found
})

/** Between two boxes that stand too close for a number: over the gap, clear of both. Of several strands it could not be told whose it is. */
function overGap(picture: Picture, { strand }: Laid, pieces: readonly OnPage[], width: number, size: number): Place[] {
  const [only] = pieces
  if (pieces.length !== 1 || !only?.isLevel || only.long >= width) return []
  const { chart, moment } = picture
  const top = Math.min(chart.y(moment.to.y[strand.from] as number), chart.y(moment.to.y[strand.to] as number))
  const x = only.box.x + (only.long - width) / 2
  const box = { x, y: top - AIR - size, width, height: size }
  return [{ box, apart: box }]
}

/** `50 stop here`, by the bar at the end of its strand. */
export function drawStops(picture: Picture, { stopping, between }: Streams, room: FreeRoom): Mark[] {
  const { page, chart, words, theme, furniture } = picture
  const shown = shownAt(picture.moment)
  const size = sizeOn(picture)
  return [...stopping].flatMap(([box, laid]) =>
    laid.toReversed().flatMap((one): Mark[] => {
      const sort = SORTS[one.strand.sort] as Sort
      const { stopping: sure, mostStopping } = between.endsOf(box)
      const isSure = sort === 'never'
      const text = words.say(isSure ? 'flow.stop' : 'flow.stop.open', { count: rounded(isSure ? sure : mostStopping - sure) })
      const width = roomFor(text, { size, bold: true })
      const bar = barOf(one, sort, laid.length < 2)
      const [left, right] = [chart.x(bar.x), chart.x(bar.x + bar.width)]
      const [top, foot] = [chart.y(bar.y), chart.y(bar.y + bar.height)]
      const isDown = (one.points.at(-1) as number) > (one.points[1] as number)
      const beyond = isDown ? foot + 3 : top - 3 - size
      // Away from the box, else as near to it as the bar.
      const [beside, near] = isDown ? [top, foot - size] : [Math.max(foot - size, furniture.top + 0.5), top]
      const places = [
        ...(laid.length < 2 ? [{ x: (left + right - width) / 2, y: beyond, width, height: size }] : []),
        ...[near, beside].flatMap((y) => [
          ...(isSure ? [{ x: right + AIR, y, width, height: size }] : []),
          ...(isSure && laid.length > 1 ? [] : [{ x: left - AIR - width, y, width, height: size }]),
        ]),
        { x: left, y: beyond, width, height: size },
        { x: right - width, y: beyond, width, height: size },
      ]
      const place = places.find((it) => room.isFree(it))
      if (!place) return []
      room.take(place)
      return [page.text(place.x, place.y + size * 0.86, text, { size, bold: true, fill: mix(theme.paper, inkOf(picture, sort), shown) })]
    }),
  )
}

/** What goes on to somebody who is not on the chart, by the head of its strand. */
export function drawLeaving(picture: Picture, { leaving, between }: Streams, room: FreeRoom): Mark[] {
  const { page, chart, words, theme, furniture } = picture
  const shown = shownAt(picture.moment)
  const size = sizeOn(picture)
  return [...leaving].flatMap(([box, laid]) =>
    laid.flatMap((one, i): Mark[] => {
      const sort = SORTS[one.strand.sort] as Sort
      const count = rounded(between.beyond(box)[sort])
      const [x, y] = [chart.x(one.points.at(-2) as number), chart.y(one.points.at(-1) as number)]
      const half = (one.width / 2 + AIR) * chart.k + AIR
      const isDown = (one.points.at(-1) as number) > (one.points[1] as number)
      const beside = Math.max(y - size / 2, furniture.top + 0.5)
      for (const text of [words.say(`flow.beyond.${sort}`, { count }), words.number(count)]) {
        const width = roomFor(text, { size, bold: true })
        const sides = [
          { x: x - half - width, y: beside, width, height: size },
          { x: x + half, y: beside, width, height: size },
        ]
        const under = { x: x - width / 2, y: isDown ? y + half : y - half - size, width, height: size }
        const place = [...(i > 0 ? sides.reverse() : sides), under].find((it) => room.isFree(it))
        if (!place) continue
        room.take(place)
        return [page.text(place.x, place.y + size * 0.86, text, { size, bold: true, fill: mix(theme.paper, inkOf(picture, sort), shown) })]
      }
      return []
    }),
  )
}
