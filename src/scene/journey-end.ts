// Where a followed case ends: a ring and a tick, an ink line into a bar, or a question mark, each with its words beside it. And where it
// would end the other way.
import type { FollowedCase } from '../analysis/types'
import type { Box } from '../base/geometry'
import { headAt, lineThrough, piecesOf } from './arrows'
import { groundAt, groundUnder } from './bands'
import { RADIUS } from './card-body'
import type { Following } from './following'
import type { FreeRoom } from './free-room'
import type { Picture } from './picture'
import { fitText } from './text/fit'
import { roomFor } from './text/measure'
import { cardOnPage, drawArrow, hopOnPage, isOffPage, scaleOf, THREAD } from './thread'
import type { Colour, Mark } from './types'

const SIGN = 14
const BAR = { thick: 6, long: 36, line: 22 } as const
const GAP = 13
const WORDS = { first: 13.5, second: 12.5, room: 190 } as const

export function drawEnd(picture: Picture, following: Following, room: FreeRoom): Mark[] {
  const { boxes, reached, followed } = following
  const box = boxes.at(-1)
  const { path } = followed
  if (box === undefined || path.kind === 'way' || reached < boxes.length - 1) return []
  const card = cardOnPage(picture, box)
  const { view } = picture
  if (card.x > view.width || card.y > view.height || card.x + card.width < 0 || card.y + card.height < 0) return []
  switch (path.end) {
    case 'settled':
      return [ring(picture, card), ...besideCard(picture, card, following, 'settled', settledWords(picture, path), tick, room)]
    case 'open':
      return besideCard(picture, card, following, 'open', openWords(picture), questionMark, room)
    case 'dead end':
      return drawDeadEnd(picture, card, deadWords(picture, path), room)
  }
}

type Said = readonly [first: string, second: string]
function settledWords({ words }: Picture, { hours, stops }: FollowedCase): Said {
  return [words.say('scene.end.settled'), words.say('scene.end.settled.after', { hours, hands: stops.length - 1 })]
}
function openWords({ words }: Picture): Said {
  return [words.say('scene.end.open'), words.say('scene.end.open.where')]
}
function deadWords({ words }: Picture, { isLoop }: FollowedCase): Said {
  return [words.say('scene.end.dead'), words.say(isLoop ? 'scene.end.dead.loop' : 'scene.end.dead.nobody')]
}

// ---- settled, or not known ------------------------------------------------------------------------------------------------------

export function ring(picture: Picture, card: Box): Mark {
  const s = scaleOf(picture)
  const by = 4 * s
  const around = { x: card.x - by, y: card.y - by, width: card.width + 2 * by, height: card.height + 2 * by }
  const stroke = { colour: picture.theme.ink, width: 2.75 * s }
  return { kind: 'group', key: 'followed-ring', marks: [picture.page.rectangle(around, { stroke, radius: RADIUS * picture.chart.k + by })] }
}

/** In place of a number; a dead end has none, its bar stands beside. */
export function signOfEnd(picture: Picture, end: FollowedCase['end'], x: number, y: number, radius: number): Mark[] | null {
  const s = radius / SIGN
  return end === 'settled' ? tick(picture, x, y, s) : end === 'open' ? questionMark(picture, x, y, s) : null
}

type Sign = (picture: Picture, x: number, y: number, s: number) => Mark[]
const tick: Sign = (picture, x, y, s) => {
  const { page, theme } = picture
  const stroke = { colour: theme.paper, width: 3 * s, cap: 'round', join: 'round' } as const
  const line = page.path(
    [
      ['M', x - 6 * s, y + 0.5 * s],
      ['L', x - 1.5 * s, y + 5 * s],
      ['L', x + 6.5 * s, y - 5 * s],
    ],
    { stroke },
  )
  return [disc(picture, x, y, s, theme.gauge.solid), line]
}
const questionMark: Sign = (picture, x, y, s) => {
  const { page, theme } = picture
  const size = 17 * s
  return [
    disc(picture, x, y, s, theme.flag.unknown),
    page.text(x, y + size * 0.355, '?', { size, bold: true, anchor: 'middle', fill: theme.paper }),
  ]
}
function disc({ page }: Picture, x: number, y: number, s: number, fill: Colour): Mark {
  const r = SIGN * s
  return page.rectangle({ x: x - r, y: y - r, width: 2 * r, height: 2 * r }, { fill, radius: r })
}

function besideCard(picture: Picture, card: Box, { boxes }: Following, key: string, said: Said, sign: Sign, room: FreeRoom): Mark[] {
  const s = scaleOf(picture)
  const text = setWords(picture, said)
  const d = 2 * SIGN * s
  const width = d + 9 * s + text.width
  const height = Math.max(d, text.height)
  const middle = card.y + card.height / 2
  const gap = GAP * s
  const level = (x: number, y: number, isTurned: boolean) => ({ box: { x, y: y - height / 2, width, height }, isTurned })
  const foot = card.y + card.height + gap + height / 2
  const places = [
    level(card.x - gap - width, middle, true),
    level(card.x + card.width + gap + (boxes.length > 0 ? 6 * s : 0), middle, false),
    level(card.x, foot, false),
    level(card.x + card.width - width, foot, true),
    level(card.x, card.y - gap - height / 2, false),
    level(card.x + card.width - width, card.y - gap - height / 2, true),
  ]
  const chosen = room.choose(places)
  if (!chosen?.isFree)
    return [{ kind: 'group', key: `followed-${key}`, title: said.join(' '), marks: sign(picture, card.x + card.width, card.y, s) }]
  const { box, isTurned } = chosen.place
  room.take(box)
  const y = box.y + height / 2
  const x = isTurned ? box.x + width - d / 2 : box.x + d / 2
  const wordsAt = isTurned ? box.x : box.x + d + 9 * s
  const marks = [
    ...plate(picture, box),
    ...sign(picture, x, y, s),
    ...writeWords(picture, text, wordsAt, y, isTurned ? 'end' : 'start', picture.theme.ink),
  ]
  return [{ kind: 'group', key: `followed-${key}`, title: said.join(' '), marks }]
}

function plate(picture: Picture, { x, y, width, height }: Box): Mark[] {
  return groundUnder(picture, { x: x - 3, y: y - 2, width: width + 6, height: height + 4 })
}

// ---- words ----------------------------------------------------------------------------------------------------------------------

interface SetWords {
  readonly first: string
  readonly seconds: readonly string[]
  readonly size: number
  readonly small: number
  readonly width: number
  readonly height: number
}
function setWords(picture: Picture, [first, second]: Said): SetWords {
  const s = scaleOf(picture)
  const [size, small] = [WORDS.first * s, WORDS.second * s]
  const seconds = second === '' ? [] : fitText(second, WORDS.room * s, { size: small, least: small, lines: 3 }).lines
  const width = Math.max(roomFor(first, { size, bold: true }), ...seconds.map((line) => roomFor(line, { size: small })))
  return { first, seconds, size, small, width, height: size * 1.2 + seconds.length * small * 1.3 }
}

function writeWords({ page, theme }: Picture, set: SetWords, left: number, middle: number, anchor: 'start' | 'end', ink: Colour): Mark[] {
  const x = anchor === 'end' ? left + set.width : left
  const top = middle - set.height / 2
  return [
    page.text(x, top + set.size, set.first, { size: set.size, bold: true, anchor, fill: ink }),
    ...set.seconds.map((line, i) =>
      page.text(x, top + set.size * 1.2 + (i + 0.85) * set.small * 1.3, line, { size: set.small, anchor, fill: theme.inkSecond }),
    ),
  ]
}

// ---- a dead end -----------------------------------------------------------------------------------------------------------------

interface Stub {
  readonly box: Box
  /** The line, from the card into the bar. */
  readonly points: readonly number[]
  readonly bar: Box
  readonly anchor: 'start' | 'end'
  readonly words: { readonly x: number; readonly middle: number }
}

function drawDeadEnd(picture: Picture, card: Box, said: Said, room: FreeRoom): Mark[] {
  const { page, theme } = picture
  const s = scaleOf(picture)
  const text = setWords(picture, said)
  const red = theme.gauge.never
  const chosen = room.choose([...besides(card, text, s), ...beyond(card, text, s)])
  if (!chosen?.isFree) {
    const bar = { x: card.x + card.width + 2, y: card.y + (card.height - BAR.long * s) / 2, width: BAR.thick * s, height: BAR.long * s }
    return [{ kind: 'group', key: 'followed-dead-end', title: said.join(': '), marks: [page.rectangle(bar, { fill: red })] }]
  }
  const { box, points, bar, anchor, words } = chosen.place
  room.take(box)
  const marks = [
    ...plate(picture, box),
    ...drawArrow(picture, points, groundAt(picture, points[1] as number), false),
    page.rectangle(bar, { fill: red }),
    ...writeWords(picture, text, words.x, words.middle, anchor, red),
  ]
  return [{ kind: 'group', key: 'followed-dead-end', title: said.join(': '), marks }]
}

/** To the right and to the left of the card. */
function besides(card: Box, text: SetWords, s: number): Stub[] {
  const middle = card.y + card.height / 2
  const [line, thick, long, air] = [BAR.line * s, BAR.thick * s, BAR.long * s, 9 * s]
  const width = line + thick + air + text.width
  const height = Math.max(long, text.height)
  const edge = 10 * s
  const right = card.x + card.width + edge
  return [
    {
      box: { x: right, y: middle - height / 2, width, height },
      points: [card.x + card.width, middle, right + line, middle],
      bar: { x: right + line, y: middle - long / 2, width: thick, height: long },
      anchor: 'start',
      words: { x: right + line + thick + air, middle },
    },
    {
      box: { x: card.x - width, y: middle - height / 2, width: width - 4, height },
      points: [card.x, middle, card.x - line, middle],
      bar: { x: card.x - line - thick, y: middle - long / 2, width: thick, height: long },
      anchor: 'end',
      words: { x: card.x - width, middle },
    },
  ]
}

/** Under the card and over it. */
function beyond(card: Box, text: SetWords, s: number): Stub[] {
  const x = card.x + card.width / 2
  const [line, thick, long, air] = [BAR.line * s, BAR.thick * s, BAR.long * s, 9 * s]
  const place = (from: number, way: 1 | -1, side: 'start' | 'end'): Stub => {
    const end = from + way * line
    const left = side === 'start' ? x + long / 2 + air : x - long / 2 - air - text.width
    const middle = end + way * (text.height / 2 - 6 * s)
    const top = Math.min(from, middle - text.height / 2)
    const bottom = Math.max(from, middle + text.height / 2)
    return {
      box: { x: side === 'start' ? x - long / 2 : left, y: top + 2, width: long + air + text.width, height: bottom - top - 4 },
      points: [x, from, x, end],
      bar: { x: x - long / 2, y: way > 0 ? end : end - thick, width: long, height: thick },
      anchor: side,
      words: { x: left, middle },
    }
  }
  const foot = card.y + card.height + 4 * s
  const head = card.y - 4 * s
  return (['start', 'end'] as const).flatMap((side) => [place(foot, 1, side), place(head, -1, side)])
}

// ---- a way between two roles, and the lowest manager of both -------------------------------------------------------------------------------------------------

export function drawWayEnd(picture: Picture, following: Following, room: FreeRoom): Mark[] {
  const last = following.boxes.at(-1)
  return [...(last === undefined ? [] : [ring(picture, cardOnPage(picture, last))]), ...drawManager(picture, following, room)]
}

function drawManager(picture: Picture, { boxes, followed: { path } }: Following, room: FreeRoom): Mark[] {
  if (path.kind !== 'way' || path.up === 0 || path.down === 0) return []
  const box = boxes[path.up]
  if (box === undefined) return []
  const card = cardOnPage(picture, box)
  const { page, theme, words } = picture
  const s = scaleOf(picture)
  const size = WORDS.first * s
  const text = words.say('scene.way.here')
  const width = roomFor(text, { size, bold: true })
  const height = size * 1.3
  const middle = card.x + card.width / 2
  const chosen = room.choose([
    { box: { x: middle - width / 2, y: card.y - height - 6 * s, width, height } },
    { box: { x: card.x - width - 10 * s, y: card.y + card.height / 2 - height / 2, width, height } },
    { box: { x: card.x + card.width + 16 * s, y: card.y + card.height / 2 - height / 2, width, height } },
    { box: { x: card.x, y: card.y + card.height + 6 * s, width, height } },
  ])
  if (!chosen) return []
  const at = chosen.place.box
  room.take(at)
  const marks = [...plate(picture, at), page.text(at.x, at.y + size, text, { size, bold: true, fill: theme.ink })]
  return [{ kind: 'group', key: 'followed-manager', marks }]
}

// ---- the other way --------------------------------------------------------------------------------------------------------------

/** From where the two part: thin and dashed, with a word at its end. */
export function drawOther(picture: Picture, { boxes, others, followed: { other } }: Following, room: FreeRoom): Mark[] {
  if (!other) return []
  const { page, theme, words } = picture
  const s = scaleOf(picture)
  const parting = others.findIndex((box, k) => box !== boxes[k])
  if (parting < 1) return []
  const hops = others.slice(parting).map((to, i) => hopOnPage(picture, others[parting + i - 1] as number, to))
  const shown = hops.filter((points) => points.length > 0 && !isOffPage(picture, points))
  const stroke = { colour: theme.ink, width: 1.75 * s, dash: [6 * s, 4 * s].map((length) => Math.round(length * 10) / 10) }
  const marks: Mark[] = shown.flatMap((points) => [
    page.path(lineThrough(points, THREAD.corner * s, 7 * s), { stroke }),
    page.path(headAt(points, 8 * s, 4.5 * s), { fill: theme.ink }),
  ])
  for (const points of shown)
    for (const { x0, y0, x1, y1 } of piecesOf(points))
      room.take({ x: Math.min(x0, x1) - 2, y: Math.min(y0, y1) - 2, width: Math.abs(x1 - x0) + 4, height: Math.abs(y1 - y0) + 4 })
  const card = cardOnPage(picture, others.at(-1) as number)
  const text = words.say(`scene.other.${other.by}`, { end: other.end, hours: other.hours })
  const size = WORDS.second * s
  const width = roomFor(text, { size })
  const height = size * 1.3
  const middle = card.y + card.height / 2 - height / 2
  const chosen = room.choose([
    { box: { x: card.x + card.width + 14 * s, y: middle, width, height } },
    { box: { x: card.x - width - 8 * s, y: middle, width, height } },
    { box: { x: card.x, y: card.y + card.height + 6 * s, width, height } },
    { box: { x: card.x, y: card.y - height - 4 * s, width, height } },
  ])
  if (!chosen) return marks.length > 0 ? [{ kind: 'group', key: 'followed-other', marks }] : []
  const at = chosen.place.box
  room.take(at)
  marks.push(...plate(picture, at), page.text(at.x, at.y + size, text, { size, italic: true, fill: theme.inkSecond }))
  return [{ kind: 'group', key: 'followed-other', title: text, marks }]
}
