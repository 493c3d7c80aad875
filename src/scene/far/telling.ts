// What a far picture says in words and signs: names on slabs, and for each branch that is spoken of a plate with its name, a bar of what
// becomes of the cases it meets, and its flags on one pole.

import type { Box } from '../../base/geometry'
import { idOf } from '../../model/roles'
import { GAUGE } from '../card-body'
import type { FlagCounts } from '../facts'
import { drawPennant, FLAG, type FlagKind, flagText, POLE, poleHeight } from '../flags'
import { drawGauge } from '../gauge'
import { keyOf } from '../keys'
import { mix } from '../mix'
import { penFor } from '../pen'
import type { Ground, Picture } from '../picture'
import { directionOf } from '../text/direction'
import { type Fitted, fitText } from '../text/fit'
import { roomFor } from '../text/measure'
import type { Colour, GroupMark, Mark } from '../types'
import type { Branch } from './branches'
import type { Far } from './far'
import type { Slab } from './slabs'
import type { Spread } from './spread'
import { stretchOf } from './stretches'
import { sumOf } from './sums'

/** px */
const INSET = 6
const LINE = 15

export function drawFarWords(picture: Picture, { wide, told, isSummed }: Far): Mark[] {
  return [...drawNames(picture, wide), ...(isSummed ? drawPlates(picture, told) : [])]
}

// ---- names on slabs

/** A name on every slab that has room for one, and how many it carries where there is room for that too. */
function drawNames(picture: Picture, slabs: readonly Slab[]): Mark[] {
  return slabs.flatMap((slab) => nameOn(picture, slab))
}

function nameOn(picture: Picture, { role, top, bottom, look, ...slab }: Slab): Mark[] {
  const { labels, page, org, words, analysis, far } = picture
  const { left, right } = inSight(picture, slab)
  const inset = right - left > 80 ? INSET + 3 : 4
  const width = right - left - 2 * inset
  const most = Math.min(3, Math.floor((bottom - top - 3) / LINE))
  if (most < 1 || width < 22) return []
  const isLarge = width > 100
  const name = fitted(labels.title(role), width, { size: isLarge ? 13.5 : 12, least: isLarge ? 11.5 : 10.5, bold: isLarge, lines: most })
  if (!name) return []
  const count =
    isLarge && (far?.spread.share ?? 0) > 0.5 && (org.structure.branchSize[role] as number) > 1 ? sumOf(analysis, role, org).people : 0
  const isBelow = count > 0 && most > name.lines.length
  const second = isBelow ? fitted(words.say('scene.far.carries', { count }), width, { size: 11.5, least: 10.5 }) : null
  const beside = count > 0 && !isBelow && name.lines.length === 1 ? besideName(picture, name, count, width) : null
  const lines = name.lines.length + (second ? 1 : 0)
  const first = (top + bottom) / 2 - (lines * LINE) / 2 + 11.5
  const marks: Mark[] = name.lines.map((line, i) =>
    page.line(left + inset, right - inset, first + i * LINE, line, { size: name.size, bold: isLarge, fill: look.ink }),
  )
  if (second)
    marks.push(
      page.line(left + inset, right - inset, first + name.lines.length * LINE, second.lines[0] ?? '', {
        size: second.size,
        fill: look.second,
      }),
    )
  if (beside) marks.push(page.text(left + inset + beside.x, first, beside.text, { size: 11.5, fill: look.second }))
  return [{ kind: 'group', key: keyOf('name', idOf(org, role)), title: labels.title(role), marks }]
}

/** How many it carries, where there is no line under its name but room after it. */
function besideName(
  { words }: Picture,
  { lines, size }: Fitted,
  count: number,
  width: number,
): { readonly x: number; readonly text: string } | null {
  const [name = ''] = lines
  const text = words.say('scene.far.carries', { count })
  const x = roomFor(name, { size, bold: true }) + 8
  return directionOf(name) === 'ltr' && x + roomFor(text, { size: 11.5 }) <= width ? { x, text } : null
}

/** Whole, or not at all: half a name is none. */
function fitted(text: string, width: number, setting: Parameters<typeof fitText>[2]): Fitted | null {
  const rounded = Math.floor(width / 4) * 4 // zooming asks for every width there is
  const found = fitText(text, rounded, setting)
  return found.isCut || found.lines.some((line) => line.endsWith('-') && !text.includes(line)) ? null : found
}

/** The part of it that the page shows: names and signs stay in sight while the chart moves under them. */
function inSight({ furniture, view }: Picture, { left, right }: { left: number; right: number }): { left: number; right: number } {
  const gutter = furniture.left > GUTTER ? furniture.left - 4 : 0
  return { left: Math.max(left, gutter), right: Math.min(right, view.width) }
}
/** A narrower edge holds no names of bands. */
const GUTTER = 60

// ---- branches

/** px: a branch is named from this on; its bar, its flags. */
const NAMED = 64
const BARRED = 14
const FLAGGED = 46
/** Of a plate: inside it at the sides, and from line to line. */
const PLATE = 7
const NAME = 16

export interface Told {
  readonly branch: Branch
  /** Of the page: the boxes of its people who meet customers. */
  readonly box: Box
}

/** Where each branch has its place on the page. In a turn it goes with its people. */
export function placesOf({ moment, org, view }: Ground, branches: readonly Branch[], { left, right, top, foot, parting }: Spread): Told[] {
  return branches.flatMap((branch) => {
    const stretch = stretchOf(moment.to, branch.role, org.structure)
    if (!stretch) return []
    const x = parting(Math.max(left(stretch.first), branch.left), 1)
    const end = parting(Math.min(right(stretch.last), branch.right), -1)
    const y = view.y + view.ky * top(stretch.first)
    const box = { x, y, width: end - x, height: view.y + view.ky * foot(stretch.first) - y }
    return end <= x || end < 0 || x > view.width ? [] : [{ branch, box }]
  })
}

function drawPlates(picture: Picture, told: readonly Told[]): Mark[] {
  const { page, org, words, theme, moment, dimming } = picture
  if (!moment.isFlipped || moment.told < 1) return []
  return told.flatMap(({ branch: { role }, box }): Mark[] => {
    const { left, right } = inSight(picture, { left: box.x, right: box.x + box.width })
    const room = right - left - 2 * INSET - 2 * PLATE
    if (room < NAMED - 2 * INSET) return []
    const gauge = (GAUGE.height + GAUGE.gap) * picture.chart.ky
    const high = box.height - gauge - 6
    const name = fitted(nameOfBranch(picture, role), room, {
      size: 14.5,
      least: 11.5,
      bold: true,
      lines: high >= 2 * NAME + 6 ? 2 : 1,
      wrapped: 13.5,
    })
    if (!name || high < NAME + 4) return []
    const people = words.say('scene.people', { count: sumOf(picture.analysis, role, org).people })
    const isRoomy = high >= (name.lines.length + 1) * NAME + 6
    const under = isRoomy ? fitted(people, room, { size: 12, least: 11 }) : null
    const width = Math.max(
      ...name.lines.map((line) => roomFor(line, { size: name.size, bold: true })),
      under ? roomFor(under.lines[0] ?? '', under) : 0,
    )
    const height = name.lines.length * NAME + (under ? NAME - 1 : 0) + 5
    const top = box.y + gauge + 3 + (high - height) / 2
    const back = dimming.ofRole(role)
    const tint = (colour: Colour) => mix(colour, theme.paper, back * 0.6)
    const isTeal = moment.isFlipped
    const plate = isTeal ? theme.front.card : theme.paper
    const marks: Mark[] = [
      { kind: 'rectangle', x: left + INSET, y: top, width: width + 2 * PLATE, height, fill: tint(plate) },
      ...name.lines.map((line, i) =>
        page.line(left + INSET + PLATE, right, top + 15.5 + i * NAME, line, {
          size: name.size,
          bold: true,
          fill: tint(isTeal ? theme.front.ink : theme.ink),
        }),
      ),
    ]
    if (under)
      marks.push(
        page.line(left + INSET + PLATE, right, top + 14 + name.lines.length * NAME, under.lines[0] ?? '', {
          size: under.size,
          fill: tint(isTeal ? theme.front.inkSecond : theme.inkSecond),
        }),
      )
    return [{ kind: 'group', key: keyOf('branch', idOf(org, role)), title: nameOfBranch(picture, role), marks }]
  })
}

/** By its unit, as people speak of it; else by its manager. */
function nameOfBranch({ labels }: Picture, role: number): string {
  return labels.unit(role) || labels.title(role)
}

export function drawBars(picture: Picture, told: readonly Told[]): Mark[] {
  const { moment, org, chart, page, theme, words } = picture
  const height = GAUGE.height * chart.ky
  if (moment.gauges <= 0 || height < 3 || picture.analysis.isUncounted) return []
  return told.flatMap(({ branch: { role }, box }): GroupMark[] => {
    if (box.width < BARRED) return []
    const { outcome } = sumOf(picture.analysis, role, org)
    const bar = { x: box.x, y: box.y, width: box.width - 1, height }
    const title = words.say('scene.gauge', { settled: outcome.settled, escalated: outcome.escalated, never: outcome.never })
    return [
      {
        kind: 'group',
        key: keyOf('gauge', idOf(org, role)),
        title,
        marks: drawGauge(page, bar, outcome, theme, theme.band, moment.gauges),
      },
    ]
  })
}

const SHOWN: readonly FlagKind[] = ['high', 'medium', 'unknown']
const SMALLEST = 0.72
const AIR = 6

export function drawBranchFlags(picture: Picture, told: readonly Told[]): Mark[] {
  const { moment, org, words, chart } = picture
  if (moment.flags <= 0 || picture.analysis.isUncounted) return []
  const field = moment.to.customers
  return told.flatMap(({ branch: { role }, box }): GroupMark[] => {
    const { left, right } = inSight(picture, { left: box.x, right: box.x + box.width })
    if (right - left < FLAGGED || picture.dimming.ofRole(role) > 0) return []
    const { flags } = sumOf(picture.analysis, role, org)
    const room = field && moment.isFlipped ? box.y - chart.y(field.y + field.height) - AIR : 90
    const kinds = SHOWN.filter((kind) => flags[kind] > 0)
    while (kinds.length > 0 && room / poleHeight(kinds.length) < SMALLEST) kinds.pop()
    if (kinds.length === 0) return []
    const texts = kinds.map((kind) => flagText(kind, flags[kind]).replace(String(flags[kind]), words.number(flags[kind])))
    const wide = Math.max(FLAG.width, ...texts.map((text) => roomFor(text, { size: 12, bold: true }) * 1.6 + 16))
    const scale = Math.min(1, room / poleHeight(kinds.length), (right - left - 4) / wide)
    if (scale < SMALLEST) return []
    const x = Math.max(left, Math.min(right - wide * scale - 4, left + (right - left) * 0.62))
    const pen = penFor({ kx: scale, ky: scale, x, y: box.y })
    const marks = pole(pen, kinds, texts, wide, picture)
    return [
      {
        kind: 'group',
        key: keyOf('flags', idOf(org, role)),
        title: words.say('scene.flags', { ...(flags satisfies FlagCounts) }),
        marks,
      },
    ]
  })
}

function pole(
  pen: Picture['page'],
  kinds: readonly FlagKind[],
  texts: readonly string[],
  width: number,
  { theme, moment }: Picture,
): Mark[] {
  const ground = mix(theme.paper, theme.customers.zone, moment.zone)
  const drop = moment.flags
  const lift = (1 - drop) * 14
  const top = -FLAG.clear + 12 - kinds.length * FLAG.pitch - lift
  const colour = mix(ground, theme.flag.pole, drop)
  return [
    pen.rectangle({ x: -POLE / 2, y: top + 2, width: POLE, height: -lift - top - 2 }, { fill: colour }),
    pen.rectangle({ x: -2.6, y: top - 2.6, width: 5.2, height: 5.2 }, { fill: colour, radius: 2.6 }),
    ...kinds.flatMap((kind, i) => drawPennant(pen, 0, top + 5 + i * FLAG.pitch, kind, texts[i] as string, theme, ground, drop, width)),
  ]
}
