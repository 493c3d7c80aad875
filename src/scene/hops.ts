// The thread of a followed case: how it arrives, and from hand to hand. Numbers and hours stand beside it where there is room.
import type { Box } from '../base/geometry'
import { visibleRoles } from '../layout/find'
import { passageBetween } from '../layout/passage'
import type { Ribbon } from '../layout/types'
import { headAt, lineThrough, type Piece, piecesOf } from './arrows'
import { groundAt } from './bands'
import { bodyOf } from './cards'
import { detailOf } from './detail'
import type { Following } from './following'
import type { FreeRoom } from './free-room'
import type { Picture } from './picture'
import { ribbonPath } from './ribbons'
import { fitText } from './text/fit'
import { roomFor } from './text/measure'
import type { Colour, GroupMark, Mark } from './types'

/** Px on a page where the chart is 1:1 (mocks/README.md, followed-case). */
export const THREAD = { width: 4, halo: 8, head: 12, half: 8, hand: 12, corner: 8 } as const
const LABEL = 13
const NAME_ROOM = 170
/** Hands and hours can be read however small the chart is, and do not grow over it. */
export function scaleOf({ chart }: Picture): number {
  return Math.max(0.85, Math.min(1.5, chart.k))
}

/** A line along `points`, its halo under it, its head at the end. `ground`: the colour of the halo. */
export function drawArrow(picture: Picture, points: readonly number[], ground: Colour, hasHead = true): Mark[] {
  const { page, theme } = picture
  const s = scaleOf(picture)
  const short = hasHead ? THREAD.head * s - 1 : 0
  // Filled, not stroked: a pale stroke counts as a line that cannot be seen (slide-safe.json, contrast).
  const halos = piecesOf(points).map((piece) => page.rectangle(boxOfPiece(piece, (THREAD.halo / 2) * s), { fill: ground }))
  const stroke = { colour: theme.ink, width: THREAD.width * s, join: 'round' } as const
  const head = hasHead ? [page.path(headAt(points, THREAD.head * s, THREAD.half * s), { fill: theme.ink })] : []
  return [...halos, page.path(lineThrough(points, THREAD.corner * s, short), { stroke }), ...head]
}

// ---- from the customers ---------------------------------------------------------------------------------------------------------

export function drawArrival(picture: Picture, following: Following, room: FreeRoom): GroupMark[] {
  const { moment, chart, words, theme } = picture
  const box = following.boxes[0]
  if (box === undefined || following.followed.path.kind === 'way') return []
  const s = scaleOf(picture)
  const ribbon = widest(moment.ribbons.filter((one) => one.role === box && following.segments.has(one.segment)))
  const points = ribbon
    ? [chart.x(ribbon.x1), chart.y(ribbon.y1), chart.x(ribbon.x1), chart.y(moment.to.y[box] as number)]
    : upright(picture, box)
  if (!points) return []
  room.take({
    x: (points[0] as number) - 10 * s,
    y: Math.min(points[1] as number, points[3] as number),
    width: 20 * s,
    height: Math.abs((points[3] as number) - (points[1] as number)),
  })
  const ground = moment.isFlipped ? theme.customers.zone : theme.paper
  const marks = ribbon ? drawInRibbon(picture, ribbon, ground) : drawArrow(picture, points, ground)
  return [{ kind: 'group', key: 'followed-arrival', title: words.say('scene.thread'), marks }]
}

function widest(ribbons: readonly Ribbon[]): Ribbon | undefined {
  return ribbons.toSorted((a, b) => b.contacts - a.contacts || b.width - a.width)[0]
}

/** Down the middle of the ribbon. */
function drawInRibbon(picture: Picture, ribbon: Ribbon, ground: Colour): Mark[] {
  const { chart, page, theme, moment } = picture
  const s = scaleOf(picture)
  const { x0, y0, x1, y1, role } = ribbon
  const [left, top, x] = [chart.x(x0), chart.y(y0) + 2 * s, chart.x(x1)]
  const foot = chart.y(moment.to.y[role] as number)
  const end = foot - THREAD.head * s + 1
  const straight = Math.min(chart.y(y1), end)
  const middle = (top + straight) / 2
  const halo = ribbonPath({ ...ribbon, width: (THREAD.halo * s) / chart.kx }, y1, 1, chart.kx / chart.ky)
  const stroke = { colour: theme.ink, width: THREAD.width * s, join: 'round' } as const
  return [
    chart.path(halo, { fill: ground }),
    page.path(
      [
        ['M', left, top],
        ['C', left, middle, x, middle, x, straight],
        ['L', x, end],
      ],
      { stroke },
    ),
    page.path(headAt([x, end, x, foot], THREAD.head * s, THREAD.half * s), { fill: theme.ink }),
  ]
}

/** Without a ribbon: straight from the customers, where nobody stands between. */
function upright({ moment, chart, hidden }: Picture, role: number): number[] | null {
  const { customers, x, y, w, h, edges } = moment.to
  if (!customers || (hidden.customers && !moment.isFlipped)) return null
  const middle = (x[role] as number) + (w[role] as number) / 2
  const from = moment.isFlipped ? customers.y + customers.height : customers.y
  const to = moment.isFlipped ? (y[role] as number) : (y[role] as number) + (h[role] as number) + (edges[role] as number)
  if (middle < customers.x || middle > customers.x + customers.width) return null
  let isClear = true
  visibleRoles(moment.to, { x: middle, y: Math.min(from, to), width: 0, height: Math.abs(to - from) }, (other) => {
    if (other !== role) isClear = false
  })
  return isClear ? [chart.x(middle), chart.y(from), chart.x(middle), chart.y(to)] : null
}

// ---- from hand to hand ----------------------------------------------------------------------------------------------------------

/** What of a ring stands out of its box. */
const RING = 5.5

export function isRingedAtEnd(path: Following['followed']['path']): boolean {
  return path.kind === 'way' || path.end === 'settled'
}

/** Points of a hop on the page; empty where one box shows both ends. */
export function hopOnPage({ moment, chart }: Picture, from: number, to: number): number[] {
  return passageBetween(moment.to, from, to).map((value, i) => (i % 2 === 0 ? chart.x(value) : chart.y(value)))
}

export function isOffPage({ view }: Picture, points: readonly number[]): boolean {
  const xs = points.filter((_, i) => i % 2 === 0)
  const ys = points.filter((_, i) => i % 2 === 1)
  return Math.max(...xs) < 0 || Math.min(...xs) > view.width || Math.max(...ys) < 0 || Math.min(...ys) > view.height
}

export function drawHops(picture: Picture, following: Following, room: FreeRoom): Mark[] {
  const { boxes, reached, followed } = following
  const s = scaleOf(picture)
  const hops = boxes.slice(1, reached + 1).flatMap((to, i) => {
    const from = boxes[i] as number
    const isRinged = isRingedAtEnd(followed.path) && i + 1 === boxes.length - 1
    const points = shortened(hopOnPage(picture, from, to), isRinged ? RING * s : 1)
    return points.length > 0 && isOffPage(picture, points) ? [] : [{ hand: i + 1, to, points }]
  })
  for (const { points } of hops) for (const piece of piecesOf(points)) room.take(boxOfPiece(piece, THREAD.half * s))
  const lines = hops.map(({ hand, to, points }): GroupMark => {
    const marks = points.length === 0 ? [] : drawArrow(picture, points, groundAt(picture, points[1] as number))
    return { kind: 'group', key: `followed-hop-${hand}`, title: titleOf(picture, following, hand, to), marks }
  })
  const hands: Spot[] = []
  for (const { to, points } of hops) hands.push(spotFor(picture, to, points, hands, room))
  const numbered = hops.map(({ hand }, i) => drawHand(picture, hand, hands[i] as Spot))
  for (const spot of hands) room.take(boxOfHand(picture, spot))
  return [
    ...lines.filter(({ marks }) => marks.length > 0),
    ...numbered,
    ...hops.flatMap((hop, i) => drawLabel(picture, following, hop, hands[i] as Spot, room)),
    ...drawFirstName(picture, following, room),
  ]
}

function titleOf({ words, labels }: Picture, { followed }: Following, hand: number, box: number): string {
  const { path } = followed
  const role = path.kind === 'way' ? path.roles[hand] : path.stops[hand]?.role
  return words.say('scene.hand', { hand, role: labels.title(role ?? box) })
}

function shortened(points: readonly number[], by: number): number[] {
  if (points.length < 4) return [...points]
  const [x0, y0, x1, y1] = points.slice(-4) as [number, number, number, number]
  const length = Math.hypot(x1 - x0, y1 - y0)
  const share = length > 0 ? Math.min(0.9, by / length) : 0
  return [...points.slice(0, -2), x1 + (x0 - x1) * share, y1 + (y0 - y1) * share]
}

function boxOfPiece({ x0, y0, x1, y1 }: Piece, half: number): Box {
  return {
    x: Math.min(x0, x1) - half,
    y: Math.min(y0, y1) - half,
    width: Math.abs(x1 - x0) + 2 * half,
    height: Math.abs(y1 - y0) + 2 * half,
  }
}

// ---- hands ----------------------------------------------------------------------------------------------------------------------

interface Spot {
  readonly x: number
  readonly y: number
  /** Words stand above or below it rather than beside it. */
  readonly isLevel: boolean
}

function boxOfHand(picture: Picture, { x, y }: Spot): Box {
  const r = (THREAD.hand + 2) * scaleOf(picture)
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r }
}

/** In the middle of the longest piece where it covers no box, in front of the head; where hands would lie on one another, one beside the other. */
function spotFor(picture: Picture, to: number, points: readonly number[], placed: readonly Spot[], room: FreeRoom): Spot {
  const s = scaleOf(picture)
  const spots = points.length === 0 ? [atCorner(picture, to)] : onPieces(points, s)
  const spot = spots.find((one) => room.isClear(boxOfHand(picture, one))) ?? (spots[0] as Spot)
  const apart = 2 * (THREAD.hand + 1) * s
  let { x, y } = spot
  while (placed.some((one) => Math.hypot(one.x - x, one.y - y) < apart - 0.01)) {
    if (spot.isLevel) y += apart
    else x += apart
  }
  return { x, y, isLevel: spot.isLevel }
}

function onPieces(points: readonly number[], s: number): Spot[] {
  return piecesOf(points).map(({ x0, y0, x1, y1, length }) => {
    const isLast = x1 === points.at(-2) && y1 === points.at(-1)
    const share = length > 0 ? Math.max(0.5 - (isLast ? (THREAD.head * s) / 2 / length : 0), 0.3) : 0.5
    return { x: x0 + (x1 - x0) * share, y: y0 + (y1 - y0) * share, isLevel: Math.abs(x1 - x0) > Math.abs(y1 - y0) }
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

function drawHand(picture: Picture, hand: number, { x, y }: Spot): GroupMark {
  const { page, theme } = picture
  const s = scaleOf(picture)
  const disc = (r: number, fill: Colour) => page.rectangle({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }, { fill, radius: r })
  const size = (hand > 9 ? 12 : 13.5) * s
  return {
    kind: 'group',
    key: `followed-hand-${hand}`,
    marks: [
      disc((THREAD.hand + 2.5) * s, groundAt(picture, y)),
      disc(THREAD.hand * s, theme.ink),
      page.text(x, y + size * 0.355, String(hand), { size, bold: true, anchor: 'middle', fill: theme.paper }),
    ],
  }
}

// ---- what stands beside a hand --------------------------------------------------------------------------------------------------

interface Hop {
  readonly hand: number
  readonly to: number
}

function drawLabel(picture: Picture, following: Following, { hand, to }: Hop, spot: Spot, room: FreeRoom): Mark[] {
  const { words, labels } = picture
  const { path } = following.followed
  const stop = path.kind === 'case' ? path.stops[hand] : undefined
  const role = stop?.role ?? (path.kind === 'way' ? path.roles[hand] : undefined) ?? to
  const parts = [
    isNamed(picture, to) ? '' : labels.title(role),
    stop ? (stop.hours === null ? words.say('scene.hours.unknown') : words.hours(stop.hours)) : '',
    stop?.by === 'route' ? words.say('scene.hop.route') : '',
  ]
  return drawBeside(picture, spot, parts.filter((part) => part !== '').join(' · '), room, `followed-hours-${hand}`)
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
  const x = chart.x((moment.to.x[box] as number) + (moment.to.w[box] as number) / 2)
  const y = chart.y((moment.to.y[box] as number) + (moment.to.h[box] as number) / 2)
  return drawBeside(picture, { x, y, isLevel: false }, labels.title(role), room, 'followed-name')
}

function drawBeside(picture: Picture, { x, y, isLevel }: Spot, text: string, room: FreeRoom, key: string): Mark[] {
  if (text === '') return []
  const { page, theme } = picture
  const s = scaleOf(picture)
  const size = LABEL * s
  const fitted = fitText(text, NAME_ROOM * s, { size, least: size, bold: true })
  const line = fitted.lines[0] ?? ''
  const width = roomFor(line, { size, bold: true })
  const height = size * 1.2
  const off = (THREAD.hand + 7) * s
  const right = { box: { x: x + off, y: y - height / 2, width, height } }
  const left = { box: { x: x - off - width, y: y - height / 2, width, height } }
  const above = { box: { x: x - width / 2, y: y - off - height + 3, width, height } }
  const below = { box: { x: x - width / 2, y: y + off - 3, width, height } }
  const chosen = room.choose(isLevel ? [above, below, right, left] : [right, left, above, below])
  // The panel says it too, so it may be left out.
  if (!chosen?.isFree) return []
  const { box } = chosen.place
  room.take(box)
  const plate = page.rectangle(
    { x: box.x - 3, y: box.y - 1, width: box.width + 6, height: box.height + 2 },
    { fill: groundAt(picture, y), radius: 3 },
  )
  const marks = [plate, page.text(box.x, box.y + size * 0.95, line, { size, bold: true, fill: theme.ink })]
  return [{ kind: 'group', key, marks }]
}

/** The card of a box on the page, its gauge left aside. */
export function cardOnPage({ moment, chart, org }: Picture, role: number): Box {
  const at = moment.boxOf(role, { x: 0, y: 0, w: 0, h: 0, presence: 0 })
  const body = bodyOf(
    { box: { x: at.x, y: at.y, width: at.w, height: at.h }, turned: moment.turned(role), presence: 1 },
    org.structure.distance[role] === 1,
  )
  return { x: chart.x(body.x), y: chart.y(body.y), width: body.width * chart.kx, height: body.height * chart.ky }
}
