// The numbers of the hands, and the hours beside them, placed where they cover no box and no word.
import type { Box } from '../base/geometry'
import { piecesOf } from './arrows'
import { groundAt, groundUnder } from './bands'
import { detailOf } from './detail'
import type { Following } from './following'
import type { FreeRoom } from './free-room'
import type { Hop } from './hops'
import type { Picture } from './picture'
import { fitText } from './text/fit'
import { roomFor } from './text/measure'
import { scaleOf, THREAD } from './thread'
import type { Colour, GroupMark, Mark } from './types'

const LABEL = 13
const NAME_ROOM = 170

/** Of more hands than this on one page only those are drawn that find room. */
const MOST_PUSHED = 40

interface Spot {
  readonly x: number
  readonly y: number
  /** Words stand above or below it, or beyond its piece, rather than beside it. */
  readonly isLevel: boolean
  /** How far its piece reaches to the left and to the right. */
  readonly from?: number
  readonly to?: number
}
interface Label {
  readonly text: string
  readonly box: Box
}
interface Placed {
  readonly hand: number
  readonly spot: Spot
  /** Null where there is no room; the panel says it too. */
  readonly label: Label | null
}

export function drawHands(picture: Picture, following: Following, hops: readonly Hop[], room: FreeRoom): Mark[] {
  const placed: Placed[] = []
  for (const hop of hops) {
    const hand = placeHand(picture, hop, textsFor(picture, following, hop), placed, room, hops.length <= MOST_PUSHED)
    if (hand) placed.push(hand)
  }
  const hands = placed.map(({ hand, spot }) => drawHand(picture, hand, spot))
  const labels = placed.flatMap(({ hand, label }) => (label ? [drawLabel(picture, label, `followed-hours-${hand}`)] : []))
  return [...hands, ...labels, ...drawFirstName(picture, following, room)]
}

// ---- what is said ---------------------------------------------------------------------------------------------------------------

/** The longest first. */
function textsFor(picture: Picture, { followed: { path } }: Following, { hand, to }: Hop): string[] {
  const { words, labels } = picture
  const stop = path.kind === 'case' ? path.stops[hand] : undefined
  const role = stop?.role ?? (path.kind === 'way' ? path.roles[hand] : undefined) ?? to
  const name = isNamed(picture, to) ? '' : labels.title(role)
  const hours = stop ? (stop.hours === null ? words.say('scene.hours.unknown') : words.hours(stop.hours)) : ''
  const route = stop?.by === 'route' ? words.say('scene.hop.route') : ''
  return [[name, hours, route], [name, hours], [hours]]
    .map((parts) => parts.filter((part) => part !== '').join(' · '))
    .filter((text) => text !== '')
}

/** From far away boxes have no names: those on the way get theirs. */
function isNamed({ moment, chart }: Picture, role: number): boolean {
  const { w, h } = moment.to
  return detailOf((w[role] as number) * chart.kx, (h[role] as number) * chart.ky, chart.k) !== 'block'
}

function drawFirstName(picture: Picture, { boxes, followed: { path } }: Following, room: FreeRoom): Mark[] {
  const { moment, chart, labels } = picture
  const box = boxes[0]
  if (box === undefined || isNamed(picture, box)) return []
  const role = (path.kind === 'way' ? path.roles[0] : path.stops[0]?.role) ?? box
  const [left, right] = [chart.x(moment.to.x[box] as number), chart.x((moment.to.x[box] as number) + (moment.to.w[box] as number))]
  const y = chart.y((moment.to.y[box] as number) + (moment.to.h[box] as number) / 2)
  const label = labelAt(picture, { x: (left + right) / 2, y, isLevel: true, from: left, to: right }, labels.title(role), room)
  if (!label) return []
  room.take(label.box)
  return [drawLabel(picture, label, 'followed-name')]
}

// ---- where --------------------------------------------------------------------------------------------------------------------

/** On the piece where most of its words find room; where hands would lie on one another, one is pushed beside the other. */
function placeHand(
  picture: Picture,
  { hand, to, points }: Hop,
  texts: readonly string[],
  placed: readonly Placed[],
  room: FreeRoom,
  isPushed: boolean,
): Placed | null {
  const s = scaleOf(picture)
  const apart = 2 * (THREAD.hand + 1) * s - 0.01
  const isApart = ({ x, y }: Spot) => placed.every(({ spot }) => Math.hypot(spot.x - x, spot.y - y) >= apart)
  const spots = points.length === 0 ? [atCorner(picture, to)] : onPieces(points, s)
  const clear = spots.filter((spot) => isApart(spot) && room.isClear(boxOfHand(picture, spot)))
  const take = (spot: Spot, label: Label | null): Placed => {
    room.take(boxOfHand(picture, spot))
    if (label) room.take(label.box)
    return { hand, spot, label }
  }
  for (const text of texts) {
    for (const spot of clear) {
      const label = labelAt(picture, spot, text, room)
      if (label) return take(spot, label)
    }
  }
  if (clear.length === 0 && !isPushed) return null
  const [first] = spots as [Spot]
  let spot = clear[0] ?? first
  while (!isApart(spot)) spot = spot.isLevel ? { ...spot, y: spot.y + apart + 0.01 } : { ...spot, x: spot.x + apart + 0.01 }
  const label = texts.map((text) => labelAt(picture, spot, text, room)).find((one) => one !== null)
  return take(spot, label ?? null)
}

/** The middle of each piece that is long enough, in front of the head, the longest first; of the longest at least. */
function onPieces(points: readonly number[], s: number): Spot[] {
  const [longest, ...others] = piecesOf(points)
  const pieces = longest ? [longest, ...others.filter(({ length }) => length >= (2 * THREAD.hand + THREAD.head) * s)] : []
  return pieces.map(({ x0, y0, x1, y1, length }) => {
    const isLast = x1 === points.at(-2) && y1 === points.at(-1)
    const share = length > 0 ? Math.max(0.5 - (isLast ? (THREAD.head * s) / 2 / length : 0), 0.3) : 0.5
    return {
      x: x0 + (x1 - x0) * share,
      y: y0 + (y1 - y0) * share,
      isLevel: Math.abs(x1 - x0) > Math.abs(y1 - y0),
      from: Math.min(x0, x1),
      to: Math.max(x0, x1),
    }
  })
}

/** Handed on inside one box. */
function atCorner({ moment, chart }: Picture, role: number): Spot {
  const { x, y, w, h } = moment.to
  return {
    x: chart.x((x[role] as number) + (w[role] as number)) - 14,
    y: chart.y((y[role] as number) + (h[role] as number)),
    isLevel: false,
  }
}

function boxOfHand(picture: Picture, { x, y }: Spot): Box {
  const r = (THREAD.hand + 2) * scaleOf(picture)
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r }
}

function labelAt(picture: Picture, { x, y, isLevel, from = x, to = x }: Spot, text: string, room: FreeRoom): Label | null {
  const s = scaleOf(picture)
  const size = LABEL * s
  const line = fitText(text, NAME_ROOM * s, { size, least: size, bold: true }).lines[0] ?? ''
  const width = roomFor(line, { size, bold: true })
  const height = size * 1.2
  const off = (THREAD.hand + 7) * s
  const right = { x: x + off, y: y - height / 2, width, height }
  const left = { ...right, x: x - off - width }
  const above = { x: x - width / 2, y: y - off - height + 3, width, height }
  const below = { ...above, y: y + off - 3 }
  const beyond = [
    { ...right, x: to + (THREAD.half + 4) * s },
    { ...right, x: from - (THREAD.half + 4) * s - width },
  ]
  const box = (isLevel ? [above, below, ...beyond] : [right, left, above, below]).find(room.isFree)
  return box ? { text: line, box } : null
}

// ---- marks ----------------------------------------------------------------------------------------------------------------------

function drawHand(picture: Picture, hand: number, { x, y }: Spot): GroupMark {
  const { page, theme } = picture
  const s = scaleOf(picture)
  const disc = (r: number, fill: Colour) => page.rectangle({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }, { fill, radius: r })
  const size = (hand > 9 ? 12 : 13.5) * s
  const marks = [
    disc((THREAD.hand + 2.5) * s, groundAt(picture, y)),
    disc(THREAD.hand * s, theme.ink),
    page.text(x, y + size * 0.355, String(hand), { size, bold: true, anchor: 'middle', fill: theme.paper }),
  ]
  return { kind: 'group', key: `followed-hand-${hand}`, marks }
}

/** On a plate, so that no line runs through it. */
function drawLabel(picture: Picture, { text, box }: Label, key: string): GroupMark {
  const { page, theme } = picture
  const size = LABEL * scaleOf(picture)
  const plate = { x: box.x - 3, y: box.y - 1, width: box.width + 6, height: box.height + 2 }
  const marks = [...groundUnder(picture, plate), page.text(box.x, box.y + size * 0.95, text, { size, bold: true, fill: theme.ink })]
  return { kind: 'group', key, marks }
}
