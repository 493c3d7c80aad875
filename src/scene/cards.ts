// One role as one box: the large teal card of those who meet customers, with one number; the quiet card of the others; the grey card
// of the conventional chart. During the turn a card is in between and changes its contents half way.

import type { Box } from '../base/geometry'
import { isRange } from '../base/range'
import { bodyOf, type CardState, RADIUS } from './card-body'
import { detailOf } from './detail'
import { dimmedLook } from './dimming'
import { FLAG } from './flags'
import { roleKey } from './keys'
import { peopleInBox } from './labels'
import { listedStop } from './listed-stops'
import { distanceLook, faded, type Look, mixLook, rankLook } from './looks'
import { mix } from './mix'
import { NOT_ASKED } from './overlays/overlay'
import type { Picture } from './picture'
import { bandLook } from './readings/look'
import { drawSaid } from './readings/said'
import { drawTexture } from './readings/texture'
import { saidAtStop } from './stops'
import { type Fitted, fitText, type Setting } from './text/fit'
import { roomFor } from './text/measure'
import { fitName } from './text/name'
import type { Theme } from './theme'
import type { Colour, GroupMark, Mark } from './types'

const FRONT_INSET = 14
const INSET = 12
/** Contents change where a card is nearer to its new form than to its old one. */
const HALF = 0.5

export function drawCard(picture: Picture, role: number, state: CardState): GroupMark {
  const { org, chart } = picture
  const isFront = org.structure.distance[role] === 1
  const look = lookOf(picture, role, state, picture.labels.isVacant(role))
  const body = bodyOf(state, isFront && !picture.worn)
  const detail = detailOf(body.width * chart.kx, body.height * chart.ky, chart.k)
  const marks: Mark[] = [
    ...stackEdges(picture, role, body, look),
    bodyMark(picture, role, body, look),
    ...texture(picture, role, body, state.presence),
  ]
  if (detail === 'title') marks.push(...drawTitle(picture, role, body, look, isFront && state.turned > HALF))
  if (detail === 'card') {
    const shown = Math.min(1, (state.turned - HALF) / 0.3)
    if (isFront && shown > 0) marks.push(...(picture.moment.to.isList ? drawListed : drawFront)(picture, role, body, look, shown))
    else marks.push(...drawPlain(picture, role, body, look))
  }
  const key = roleKey(org, role)
  if (picture.isBrief && !marks.some((mark) => mark.kind === 'text' && mark.text.endsWith('…'))) return { kind: 'group', key, marks }
  return { kind: 'group', key, title: fullTitle(picture, role), marks }
}

export function lookOf(
  { org, theme, dimming, worn }: Pick<Picture, 'org' | 'theme' | 'dimming' | 'worn'>,
  role: number,
  { turned, presence }: CardState,
  isVacant = false,
  band = worn?.bandOf(role) ?? NOT_ASKED,
): Look {
  const structure = org.structure
  const filled = worn
    ? bandLook(theme, worn.readings, band)
    : mixLook(rankLook(theme, structure.depth[role] as number), distanceLook(theme, structure.distance[role] as number), turned)
  const look = isVacant ? emptied(filled, theme) : filled
  return dimmedLook(faded(look, theme.paper, presence), theme, dimming.ofRole(role), dimming.keepsLines)
}

/** A vacant box is an edge on paper: what is written on it is ink, also where its neighbours are filled. */
function emptied(look: Look, { paper, ink, inkSecond }: Theme): Look {
  return { ...look, fill: paper, ink, second: inkSecond }
}

function stackEdges({ moment, labels, chart, theme, org, worn }: Picture, role: number, body: Box, look: Look): Mark[] {
  if (peopleInBox(moment.to, role, labels) <= 1 || body.height * chart.ky < 15) return []
  const isFront = org.structure.distance[role] === 1 && !worn
  // Paper between two teals, a line between two greys.
  const colour = mix(mix(theme.paper, look.edge, 0.45), theme.paper, isFront ? moment.turned(role) : 0)
  const stroke = { colour, width: isFront && moment.turned(role) > HALF ? 1.5 : 1 }
  return [[10, look.far] as const, [5, look.near] as const].map(([by, fill]) =>
    chart.rectangle({ ...body, x: body.x + by, y: body.y + by }, { fill, radius: RADIUS, stroke }),
  )
}

function bodyMark({ labels, chart }: Picture, role: number, body: Box, look: Look): Mark {
  if (labels.isVacant(role))
    return chart.rectangle(body, { fill: look.fill, radius: RADIUS, stroke: { colour: look.edge, width: 1.25, dash: [5, 3] } })
  const isPlain = look.edge === look.fill
  return chart.rectangle(body, { fill: look.fill, radius: RADIUS, ...(isPlain ? {} : { stroke: { colour: look.edge, width: 1.25 } }) })
}

/** Inside the round corners. */
const CORNER = 2
function texture({ worn, chart, theme, labels, dimming }: Picture, role: number, { x, y, width, height }: Box, presence: number): Mark[] {
  if (!worn || labels.isVacant(role) || width <= 2 * CORNER) return []
  const box = { x: x + CORNER, y: y + CORNER, width: width - 2 * CORNER, height: height - 2 * CORNER }
  return drawTexture(chart, box, worn.bandOf(role), theme, Math.max(dimming.ofRole(role), 1 - presence))
}

// ---- those who meet customers ---------------------------------------------------------------------------------------------------

function drawFront(picture: Picture, role: number, body: Box, look: Look, shown: number): Mark[] {
  const { chart, labels, words } = picture
  const left = body.x + FRONT_INSET
  const right = body.x + body.width - FRONT_INSET
  const title = fitText(labels.title(role), right - left, { size: 15.5, least: 13, bold: true, lines: 2, wrapped: 14 })
  const isTwo = title.lines.length > 1
  const [first, step] = isTwo ? [20, 16] : [23, 0]
  const marks: Mark[] = title.lines.map((line, i) =>
    chart.line(left, right, body.y + first + i * step, line, { size: title.size, bold: true, fill: look.ink }),
  )
  const isLarge = isSaidLarge(picture)
  const told = isLarge ? [] : saidAtStop(picture, role)
  const second =
    longestThatFits(told, right - left, { size: 12, least: 12 })?.lines[0] ??
    joined(labels.unit(role), casesOf(picture, role), right - left)
  if (second !== '') marks.push(chart.line(left, right, body.y + (isTwo ? 52 : 41), second, { size: 12, fill: look.second }))

  const foot = body.y + body.height
  const chip = drawChip(picture, role, body, { right: 9, bottom: 9.5, height: 22, size: 13 }, look)
  marks.push(...chip.marks)
  const room = right - left - (chip.width > 0 ? chip.width : 0)
  if (isLarge) return [...marks, ...drawLimit(picture, role, { x: left, y: foot - 14.5, width: room }, look)]
  if (picture.worn) return [...marks, ...drawSaid(picture, chart, role, { left, right: left + room, y: foot - 14.5 }, look, LARGE)]
  const label = words.say('scene.settled').split('\n')
  const labelRoom = Math.max(...label.map((line) => roomFor(line, { size: 12 })))
  const text = shareText(picture, role)
  const biggest = isTwo ? 25 : 29
  const beside = fitText(text, room - labelRoom - 9, { size: biggest, least: 17, bold: true })
  const share = beside.isCut ? fitText(text, room, { size: biggest, least: 12, bold: true }) : beside
  const tint = (colour: Colour) => mix(look.fill, colour, shown)
  marks.push(chart.text(left, foot - (isTwo ? 12 : 14.5), share.lines[0] ?? '', { size: share.size, bold: true, fill: tint(look.ink) }))
  if (!beside.isCut) {
    const x = left + roomFor(share.lines[0] ?? '', { size: share.size, bold: true }) + 4
    const base = foot - (isTwo ? 12 : 14.5) + 1
    label.forEach((line, i) => {
      marks.push(chart.text(x, base - (label.length - 1 - i) * 13, line, { size: 12, fill: tint(look.second) }))
    })
  }
  return marks
}

/** In place of the one big number. */
const LARGE: Setting = { size: 21, least: 12, bold: true }

/** On the followed way what the role may do about the case is said in place of its one number; so is what some overlays say. */
function isSaidLarge({ following, overlays }: Picture): boolean {
  return following !== null || overlays.some(({ isSaidLarge }) => isSaidLarge)
}

/** On the followed way what the role may do about the case is the one number; elsewhere there is none. */
function drawLimit(picture: Picture, role: number, at: { x: number; y: number; width: number }, look: Look): Mark[] {
  const { chart } = picture
  const fitted = longestThatFits(saidAtStop(picture, role), at.width, { size: 17, least: 13, bold: true })
  return fitted ? [chart.line(at.x, at.x + at.width, at.y, fitted.lines[0] ?? '', { size: fitted.size, bold: true, fill: look.ink })] : []
}

/** Of several ways to say the same the first that fits; of none that does the last, cut. */
function longestThatFits(texts: readonly string[], width: number, setting: Setting): Fitted | undefined {
  const fitted = texts.map((text) => fitText(text, width, setting))
  return fitted.find(({ isCut }) => !isCut) ?? fitted.at(-1)
}

/** In a list: name and share of how many; the flags stand at its foot, where a chart has the chip. */
function drawListed(picture: Picture, role: number, body: Box, look: Look, shown: number): Mark[] {
  const { chart, labels, facts, words } = picture
  const left = body.x + INSET
  const right = body.x + body.width - INSET
  const stop = listedStop(picture, role, body, look)
  const title = fitText(labels.title(role), right - left - (stop?.atHead ?? 0), { size: 15, least: 13, bold: true, lines: 2, wrapped: 13 })
  const marks: Mark[] = title.lines.map((line, i) =>
    chart.line(left, right, body.y + (title.lines.length > 1 ? 20 : 24) + i * 15, line, { size: title.size, bold: true, fill: look.ink }),
  )
  if (picture.following) {
    const limit = { x: left, y: body.y + body.height - 13, width: right - left - (stop?.atFoot ?? 0) }
    return [...marks, ...drawLimit(picture, role, limit, look), ...(stop?.marks ?? [])]
  }
  if (picture.worn) return [...marks, ...drawSaid(picture, chart, role, { left, right, y: body.y + body.height - 13 }, look, LARGE)]
  if (saidAtStop(picture, role).length > 0)
    return [...marks, ...drawLimit(picture, role, { x: left, y: body.y + body.height - 13, width: right - left }, look)]
  const totals = facts.metBy(role)
  const cases = totals ? words.say('scene.of', { count: totals.contacts ?? totals.weight }) : ''
  const room = right - left - FLAG.width - 4
  const share = fitText(shareText(picture, role), room, { size: 27, least: 14, bold: true })
  const base = body.y + body.height - 13
  const tint = (colour: Colour) => mix(look.fill, colour, shown)
  marks.push(chart.text(left, base, share.lines[0] ?? '', { size: share.size, bold: true, fill: tint(look.ink) }))
  const x = left + roomFor(share.lines[0] ?? '', { size: share.size, bold: true })
  if (cases !== '' && x + roomFor(cases, { size: 12 }) <= left + room)
    marks.push(chart.text(x, base, cases, { size: 12, fill: tint(look.second) }))
  return marks
}

/** `30 %`, `47–100 %`; nothing known at all says so. */
export function shareText({ facts, words }: Picture, role: number): string {
  const totals = facts.metBy(role)
  if (!totals || totals.weight <= 0) return '?'
  const settled = totals.settled
  if (!isRange(settled)) return words.percent(settled / totals.weight)
  if (settled.low <= 0 && settled.high >= totals.weight) return '?'
  return words.percent({ low: settled.low / totals.weight, high: settled.high / totals.weight })
}

function casesOf({ facts, words }: Picture, role: number): string {
  const totals = facts.metBy(role)
  if (!totals) return ''
  return totals.contacts === null
    ? words.say('scene.kinds', { count: totals.weight })
    : words.say('scene.cases', { count: totals.contacts })
}

/** `North store · 67 cases`; what is first gives way. */
function joined(place: string, cases: string, width: number): string {
  if (place === '' || cases === '') return fitText(place + cases, width, { size: 12, least: 12 }).lines[0] ?? ''
  const tail = ` · ${cases}`
  const fitted = fitText(place, width - roomFor(tail, { size: 12 }), { size: 12, least: 12 })
  const head = fitted.lines[0] ?? ''
  return fitted.isCut && head.length < place.length * 0.75 ? cases : head + tail
}

// ---- everybody else, and everybody on the conventional chart --------------------------------------------------------------------

function drawPlain(picture: Picture, role: number, body: Box, look: Look): Mark[] {
  const { chart, labels, words, facts, moment, worn } = picture
  const left = body.x + INSET
  const right = body.x + body.width - INSET
  const stop = listedStop(picture, role, body, look)
  const chip = stop ? NO_CHIP : drawChip(picture, role, body, { right: 8, bottom: 6, height: 20, size: 12 }, look)
  const chipRoom = chip.width > 0 ? chip.width + 2 : 0
  const head = right - left - (stop?.atHead ?? 0)
  const setting = { size: 14, least: 13, bold: true, lines: 2 }
  const text = labels.title(role)
  const wide = fitText(text, head, setting)
  const last = wide.lines.length > 1 ? roomFor(wide.lines.at(-1) ?? '', { size: wide.size, bold: true }) : 0
  const title = last > head - chipRoom ? fitText(text, head - chipRoom, { ...setting, wrapped: 13 }) : wide
  const isOpen = facts.isOpen(role) && moment.isFlipped && !worn
  const under = labels.isVacant(role) ? words.say('scene.vacant') : isOpen ? words.say('scene.authority.unknown') : labels.unit(role)
  const told = saidAtStop(picture, role)
  const second =
    longestThatFits(told.length > 0 ? told : [under], right - left - (stop?.atFoot ?? chipRoom), { size: 12, least: 12 })?.lines[0] ?? ''

  const pitch = title.lines.length > 1 ? 15.5 : 18
  const isUnder = second !== '' || (worn !== null && worn.saidOf(role, words) !== '')
  const block = title.lines.length * pitch + (isUnder ? 15 : 0)
  let y = body.y + (body.height - block) / 2 + (title.lines.length > 1 ? 12 : 13)
  const marks: Mark[] = []
  for (const line of title.lines) {
    marks.push(chart.line(left, right, y, line, { size: title.size, bold: true, fill: look.ink }))
    y += pitch
  }
  const said = labels.isVacant(role) ? [] : drawSaid(picture, chart, role, { left, right: right - chipRoom, y }, look, SECOND)
  if (said.length > 0) marks.push(...said)
  else if (second !== '')
    marks.push(chart.line(left, right, y, second, { size: 12, fill: look.second, ...(labels.isVacant(role) ? { italic: true } : {}) }))
  return [...marks, ...chip.marks, ...(stop?.marks ?? [])]
}

const SECOND: Setting = { size: 12, least: 11 }

// ---- parts -----------------------------------------------------------------------------------------------------------------------

interface ChipPlace {
  readonly right: number
  readonly bottom: number
  readonly height: number
  readonly size: number
}

const NO_CHIP = { width: 0, marks: [] as Mark[] }

/** `×8` people in the box, `+12` roles folded away below it. */
function drawChip({ chart, moment, labels, words }: Picture, role: number, body: Box, place: ChipPlace, look: Look) {
  const people = peopleInBox(moment.to, role, labels)
  const folded = moment.to.foldedAway[role] ?? 0
  const text = folded > 0 ? `+${words.number(folded)}` : people > 1 ? `×${words.number(people)}` : ''
  if (text === '') return NO_CHIP
  const width = Math.max(place.height + 6, roomFor(text, { size: place.size, bold: true }) + 12)
  const x = body.x + body.width - place.right - width
  const squeeze = chart.k / chart.ky // a chip keeps its shape where x is pressed together
  const height = place.height * squeeze
  const y = body.y + body.height - place.bottom * squeeze - height
  const marks: Mark[] = [
    chart.rectangle({ x, y, width, height }, { fill: look.fill, radius: place.height / 2, stroke: { colour: look.ink, width: 1.25 } }),
    chart.text(x + width / 2, y + height / 2 + place.size * 0.355 * squeeze, text, {
      size: place.size,
      bold: true,
      anchor: 'middle',
      fill: look.ink,
    }),
  ]
  return { width, marks }
}

/** From far away: the title in type of the screen's size, and the share where there is room for it. */
function drawTitle(picture: Picture, role: number, body: Box, look: Look, isFront: boolean): Mark[] {
  const { chart, page, labels } = picture
  const left = chart.x(body.x) + 4
  const right = chart.x(body.x + body.width) - 4
  const top = chart.y(body.y)
  const height = body.height * chart.ky
  const isSaid = picture.worn !== null && height >= 30 && !labels.isVacant(role)
  const share = isSaid || (isFront && height >= 30 && !picture.isBrief && !picture.worn)
  const size = Math.min(12, Math.max(9, 14 * chart.k))
  const linesAt = (at: number) => Math.max(1, Math.min(5, Math.floor((height - (share ? 17 : 0) - 2) / (at + 1))))
  const least = picture.medium === 'slide' ? size - 1 : 9
  const title = fitName(labels.title(role), right - left, { size, least, bold: true, linesAt })
  const block = title.lines.length * (title.size + 1) + (share ? 17 : 0)
  let y = top + (height - block) / 2 + title.size * 0.88
  const marks: Mark[] = title.lines.map((line) => {
    const mark = page.line(left, right, y, line, { size: title.size, bold: true, fill: look.ink })
    y += title.size + 1
    return mark
  })
  if (isSaid)
    marks.push(
      ...drawSaid(picture, page, role, { left, right, y: y + 4, isOptional: true }, look, { size: Math.max(size, 10.5), least: 9.5 }),
    )
  else if (share) {
    const told = saidAtStop(picture, role)
    const fitted = isSaidLarge(picture)
      ? longestThatFits(told, right - left, { size: 12, least: 10, bold: true })
      : fitText(shareText(picture, role), right - left, { size: 15, least: 10, bold: true })
    if (fitted) marks.push(page.text(left, y + 6, fitted.lines[0] ?? '', { size: fitted.size, bold: true, fill: look.ink }))
  }
  return marks
}

function fullTitle(picture: Picture, role: number): string {
  const { labels, words, moment, worn } = picture
  const people = peopleInBox(moment.to, role, labels)
  const parts = [labels.title(role), labels.unit(role)]
  if (labels.isVacant(role)) parts.push(words.say('scene.vacant'))
  else if (people > 1) parts.push(words.say('scene.people', { count: people }))
  if (worn && !labels.isVacant(role)) {
    const said = worn.saidOf(role, words)
    if (said !== '') parts.push(`${worn.readings.title}: ${said}`)
    return parts.filter((part) => part !== '').join(', ')
  }
  const cases = casesOf(picture, role)
  if (cases !== '') parts.push(cases, words.say('scene.share', { share: shareText(picture, role) }))
  return [...parts, saidAtStop(picture, role)[0] ?? ''].filter((part) => part !== '').join(', ')
}
