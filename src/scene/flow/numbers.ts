// Numbers beside the strands, where there is room; what stops, in words; and a bar on each card for what it settles.

import type { Box } from '../../base/geometry'
import { once } from '../../base/memo'
import { between as rangeOf, rounded } from '../../base/range'
import { idOf } from '../../model/roles'
import { bodyOf } from '../card-body'
import { lookOf } from '../cards'
import type { FreeRoom } from '../free-room'
import { keyOf } from '../keys'
import { mix } from '../mix'
import type { Picture } from '../picture'
import { roomFor } from '../text/measure'
import type { Colour, Mark } from '../types'
import { shownAt } from './shown'
import type { Laid } from './strands'
import { barOf, colourOf, SORTS, type Sort, type Streams, widthOn } from './streams'

/** px at 1:1; never smaller than can be read, and not larger than the names. */
const SIZE = 13
export const sizeOn = ({ chart }: Picture): number => Math.max(12, Math.min(18, SIZE * chart.k))
export const AIR = 4

/** Strands that others may not be written over. */
export function takeStrands(picture: Picture, laid: readonly Laid[], room: FreeRoom): void {
  for (const one of laid) for (const { box } of piecesOf(picture, one)) room.take(box)
}

interface OnPage {
  readonly box: Box
  readonly isLevel: boolean
  readonly long: number
}
export function piecesOf(picture: Picture, laid: Laid): OnPage[] {
  const { chart } = picture
  const half = widthOn(picture, laid) / 2
  const pieces: OnPage[] = []
  for (let i = 0; i + 3 < laid.points.length; i += 2) {
    const [x0, y0, x1, y1] = laid.points.slice(i, i + 4) as [number, number, number, number]
    const isLevel = y0 === y1
    // Round a corner a strand reaches half its width beyond its middle line.
    const [before, after] = [i > 0 ? half : 0, i + 5 < laid.points.length ? half : 0]
    const isGrowing = isLevel ? x1 > x0 : y1 > y0
    const [atLow, atHigh] = isGrowing ? [before, after] : [after, before]
    const [left0, right0, top0, bottom0] = isLevel ? [atLow, atHigh, half, half] : [half, half, atLow, atHigh]
    const [left, right] = [chart.x(Math.min(x0, x1) - left0), chart.x(Math.max(x0, x1) + right0)]
    const [top, bottom] = [chart.y(Math.min(y0, y1) - top0), chart.y(Math.max(y0, y1) + bottom0)]
    pieces.push({
      box: { x: left, y: top, width: right - left, height: bottom - top },
      isLevel,
      long: isLevel ? right - left : bottom - top,
    })
  }
  return pieces
}

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
  for (const text of texts) {
    const width = roomFor(text, { size, bold: true })
    const pieces = ownPieces(picture, streams, laid)
    const places = [...placesBeside(pieces, width, size, isRight), ...(isAlone ? overGap(picture, laid, pieces, width, size) : [])]
    const place = freePlace(places, room)
    if (!place) continue
    room.take(place)
    return [page.text(place.x, place.y + size * 0.86, text, { size, bold: true, fill: mix(theme.paper, ink, shown) })]
  }
  return []
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

/** Along each piece, the longest first and that by which it leaves before all others; on the side that is asked for first. */
export function placesBeside(pieces: readonly OnPage[], width: number, size: number, isRight: boolean): Place[] {
  const inOrder = pieces
    .map((piece, i) => ({ ...piece, rank: piece.long + (i === 0 ? 30 : 0) - (piece.isLevel ? 20 : 0) }))
    .filter(({ isLevel, long }) => long >= (isLevel ? width : size))
    .sort((a, b) => b.rank - a.rank)
  return inOrder.flatMap(({ box, isLevel }) =>
    ALONG.flatMap((share) => {
      if (isLevel) {
        const x = box.x + box.width * share - width / 2
        const above = { x, y: box.y - AIR - size + 1, width, height: size }
        const below = { x, y: box.y + box.height + AIR - 1, width, height: size }
        return [
          { box: above, apart: { ...above, y: above.y - APART, height: size + APART } },
          { box: below, apart: { ...below, height: size + APART } },
        ]
      }
      const y = box.y + box.height * share - size / 2
      const left = { x: box.x - AIR - width, y, width, height: size }
      const right = { x: box.x + box.width + AIR, y, width, height: size }
      const both = [
        { box: left, apart: { ...left, x: left.x - APART, width: width + APART } },
        { box: right, apart: { ...right, width: width + APART } },
      ]
      return isRight ? both.reverse() : both
    }),
  )
}

/** For a number; `apart`: with air on the side away from its strand. */
export interface Place {
  readonly box: Box
  readonly apart: Box
}
const APART = 9

/** Rather one that no other strand or number comes near, so that it is plain whose it is. */
export function freePlace(places: readonly Place[], room: FreeRoom): Box | undefined {
  return (places.find(({ apart }) => room.isFree(apart)) ?? places.find(({ box }) => room.isFree(box)))?.box
}

const ALONG = [0.5, 0.32, 0.68, 0.2, 0.8]

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

const BAR = { height: 3.5, inset: 12, foot: 1.75 } as const

/** On each card what it settles, as wide as the strands are for as many; what it may settle besides is an outline. */
export function drawSettled(picture: Picture, streams: Streams): Mark[] {
  const { moment, chart, org, words, theme } = picture
  const shown = shownAt(moment)
  const at = { x: 0, y: 0, w: 0, h: 0, presence: 0 }
  return picture.roles.flatMap((role): Mark[] => {
    const { settled, mostSettled } = streams.between.endsOf(role)
    if (rounded(mostSettled) <= 0) return []
    const { x, y, w, h, presence } = moment.boxOf(role, at)
    if (h * chart.ky < 34) return []
    const state = { box: { x, y, width: w, height: h }, turned: moment.turned(role), presence }
    const isLarge = org.structure.distance[role] === 1 && moment.isFlipped
    const body = bodyOf(state, org.structure.distance[role] === 1)
    const look = lookOf(picture, role, state)
    const colour = mix(look.fill, isLarge ? look.ink : mix(look.ink, colourOf(theme, 'settled'), 0.35), shown)
    const most = body.width - 2 * BAR.inset
    const wide = (cases: number) => (rounded(cases) > 0 ? Math.min(most, Math.max(2, cases * streams.perCase)) : 0)
    const [sure, may] = [wide(settled), wide(mostSettled)]
    const left = body.x + BAR.inset + (isLarge ? 2 : 0)
    const top = body.y + body.height - BAR.foot * (isLarge ? 2 : 1) - BAR.height
    const marks: Mark[] = sure > 0 ? [chart.rectangle({ x: left, y: top, width: sure, height: BAR.height }, { fill: colour })] : []
    if (may > sure + 1) {
      const open = { x: left + sure + 0.5, y: top + 0.5, width: may - sure - 1, height: BAR.height - 1 }
      marks.push(chart.rectangle(open, { stroke: { colour, width: 1 } }))
    }
    const count = rangeOf(rounded(settled), rounded(mostSettled))
    const title = words.say('flow.bar', { count, areKinds: org.contacts.areCounted ? 0 : 1 })
    return [{ kind: 'group', key: keyOf('flow-bar', idOf(org, role)), title, marks }]
  })
}
