// The rows one can read distance from: faint stripes across the page with their names in the gutter, pinned while the chart moves.
// The zone of the customers is the only large warm colour there is.
import type { Box } from '../base/geometry'
import { widthIs } from '../layout/customers'
import type { Layout, Row } from '../layout/types'
import { mix } from './mix'
import type { Picture } from './picture'
import { fitText } from './text/fit'
import { roomFor } from './text/measure'
import type { Colour, GroupMark, Mark, RectangleMark } from './types'

interface Band {
  readonly top: number
  readonly bottom: number
  readonly fill: Colour
}

/** Stripes behind everything, from edge to edge of the page. */
export function drawBands(picture: Picture): Mark[] {
  return bandsOf(picture).map((band) => stripe(band, 0, picture.view.width))
}

/** The gutter over a chart that was moved under it, and what is written there. */
export function drawGutter(picture: Picture, isTaken: (box: Box) => boolean = () => false): Mark[] {
  const { furniture, chart, view, theme, moment } = picture
  const bands = bandsOf(picture)
  if (moment.to.isList && !moment.isTurning) return drawNamesAbove(picture)
  if (bands.length === 0 || furniture.left < 60) return drawLabelsInside(picture, bands, isTaken)
  const marks: Mark[] = []
  if (chart.x(moment.extent.x) < furniture.left - 1) {
    marks.push({ kind: 'rectangle', x: 0, y: 0, width: furniture.left - 8, height: view.height, fill: theme.paper })
    for (const band of bands) marks.push(stripe(band, 0, furniture.left - 8))
  }
  return [...marks, ...drawLabels(picture, bands)]
}

function stripe({ top, bottom, fill }: Band, x: number, width: number): RectangleMark {
  return { kind: 'rectangle', x, y: top, width, height: bottom - top, fill }
}

/** On the page, cut to it: the zone of the customers first, then a band a row. */
function bandsOf({ moment, theme, chart, view, furniture }: Picture): Band[] {
  const rows = moment.bandRows
  const first = rows[0]
  if (!first || moment.zone <= 0) return []
  const cut = (y: number) => Math.max(0, Math.min(view.height, y))
  const fade = (colour: Colour) => mix(theme.paper, colour, moment.zone)
  const bands: Band[] = []
  const top = cut(chart.y(first.y))
  const field = moment.to.customers
  if (field) {
    const zone = field.knowledge === 'none' ? theme.paper : theme.customers.zone
    bands.push({ top: cut(Math.min(furniture.top, top)), bottom: top, fill: fade(zone) })
  }
  rows.forEach((row, i) => {
    const from = cut(chart.y(row.y))
    const to = i === rows.length - 1 ? view.height : cut(chart.y(row.y + row.height))
    if (to > from) bands.push({ top: from, bottom: to, fill: i % 2 === 0 ? fade(theme.band) : theme.paper })
  })
  return bands
}

/** What lies behind the chart at this height of the page. */
export function groundAt(picture: Picture, y: number): Colour {
  return bandsOf(picture).findLast((band) => band.top <= y && y <= band.bottom)?.fill ?? picture.theme.paper
}

/** The same under a box: one piece a band it meets, so that a plate for words is never seen. */
export function groundUnder(picture: Picture, { x, y, width, height }: Box): RectangleMark[] {
  const edges = bandsOf(picture).flatMap(({ top, bottom }) => [top, bottom])
  const cuts = [y, ...edges.filter((at) => at > y && at < y + height).sort((a, b) => a - b), y + height]
  return cuts.slice(1).flatMap((bottom, i): RectangleMark[] => {
    const top = cuts[i] as number
    return bottom - top < 0.01
      ? []
      : [{ kind: 'rectangle', x, y: top, width, height: bottom - top, fill: groundAt(picture, (top + bottom) / 2) }]
  })
}

// ---- names -----------------------------------------------------------------------------------------------------------------------

const LINE = 16

function drawLabels(picture: Picture, bands: readonly Band[]): Mark[] {
  const { moment, words, furniture, chart, view } = picture
  if (bands.length === 0 || writtenOf(picture) === 0) return []
  const labels = [...customerLabels(picture)]
  for (const row of moment.bandRows) {
    if (row.kind === 'unlinked' && row.step > 0) continue
    const foot = chart.y(row.y + row.height)
    const isLast = row === moment.bandRows.at(-1)
    const top = Math.max(chart.y(row.y), furniture.top)
    const bottom = Math.min(view.height, isLast ? Math.max(foot, chart.y(moment.extent.y + moment.extent.height)) : foot)
    const title = rowName(picture, row)
    labels.push(...drawLabel(picture, { key: rowKey(row), top, bottom, title, under: [words.say('scene.people', { count: row.people })] }))
  }
  return labels
}

/** Names come when the bands are half there, so that they are never a ghost of a word. */
function writtenOf({ moment }: Picture): number {
  return Math.max(0, moment.zone * 2 - 1)
}

interface Label {
  readonly key: string
  readonly top: number
  readonly bottom: number
  readonly title: string
  readonly under: readonly string[]
}
/** In the middle between top and bottom; what is under the title gives way first. */
function drawLabel(picture: Picture, { key, top, bottom, title, under }: Label): GroupMark[] {
  const { furniture, theme, page } = picture
  const line = LINE * furniture.scale
  const small = 12 * furniture.scale
  const left = furniture.margin
  const right = furniture.left - 8
  const size = 13 * furniture.scale
  const large = fitText(title, right - left, { size, least: size, bold: true, lines: 2 })
  const wrapped = large.isCut ? fitText(title, right - left, { size, least: 12, bold: true, lines: 2 }) : large
  const room = Math.floor((bottom - top) / line)
  const heading = wrapped.lines.length <= room ? wrapped : fitText(title, right - left, { size: 12, least: 10 })
  if (room < 1 || heading.isCut) return []
  const more = under.flatMap((text) => fitText(text, right - left, { size: small, least: small, lines: 2 }).lines)
  const kept = more.slice(0, room - heading.lines.length)
  const first = (top + bottom) / 2 - ((heading.lines.length + kept.length) * line) / 2 + 12 * furniture.scale
  const written = writtenOf(picture)
  const ink = mix(theme.paper, theme.ink, written)
  const second = mix(theme.paper, theme.inkSecond, written)
  const marks = [
    ...heading.lines.map((text, i) => page.line(left, right, first + i * line, text, { size: heading.size, bold: true, fill: ink })),
    ...kept.map((text, i) => page.line(left, right, first + (heading.lines.length + i) * line, text, { size: small, fill: second })),
  ]
  return [{ kind: 'group', key, marks }]
}

function customerLabels(picture: Picture): GroupMark[] {
  const { moment, words, furniture, chart, analysis, theme, page, org } = picture
  const field = moment.to.customers
  const first = moment.bandRows[0]
  if (!field || !first) return []
  const bottom = chart.y(field.y + field.height)
  const count = customerCount(picture)
  const is = field.knowledge === 'segments' ? widthIs(org) : null
  const under = [...(count === null ? [] : [words.number(count)]), ...(is ? [words.say(`scene.band.width.${is}`)] : [])]
  const label = {
    key: 'band-customers',
    top: Math.max(furniture.top, chart.y(field.y)),
    bottom,
    title: words.say('scene.band.customers'),
    under,
  }
  const labels = drawLabel(picture, label)
  const y = bottom + 50 * furniture.scale
  const isPoured = moment.poured !== null && analysis.totals.contacts !== null && moment.ribbonsShown > 0.5
  if (!isPoured || y > chart.y(first.y) - 12 || y < furniture.top + LINE) return labels
  const size = 12 * furniture.scale
  const left = furniture.margin
  const line = fitText(words.say('scene.band.ribbon'), furniture.left - 8 - left, { size, least: 12, lines: 2 })
  const fill = mix(theme.paper, theme.inkSecond, writtenOf(picture))
  const marks = line.lines.map((text, i) =>
    page.line(left, furniture.left - 8, y + i * LINE * furniture.scale, text, { size: line.size, fill }),
  )
  return [...labels, { kind: 'group', key: 'band-ribbons', marks }]
}

/** A list keeps room for the name at the head of each band. */
function drawNamesAbove(picture: Picture): Mark[] {
  const { moment, words, furniture, theme, page, chart, view } = picture
  const written = moment.isTurning ? writtenOf(picture) : 1
  return moment.to.rows.flatMap((row): Mark[] => {
    const y = chart.y(row.y) + 20 * chart.ky
    if (y < furniture.top + 10 || y > view.height + 12) return []
    const name = rowName(picture, row)
    const people = words.say('scene.people', { count: row.people })
    const bold = { size: 13, bold: true }
    const second = page.text(furniture.margin + roomFor(name, bold) + 8, y, people, {
      size: 12.5,
      fill: mix(theme.paper, theme.inkSecond, written),
    })
    const marks = [page.text(furniture.margin, y, name, { ...bold, fill: mix(theme.paper, theme.ink, written) }), second]
    return [{ kind: 'group', key: rowKey(row), title: `${name}, ${people}`, marks }]
  })
}

/** A narrow page has no gutter: names stand at the foot of the band itself, under its boxes, on the side where nothing runs that is followed. */
function drawLabelsInside(picture: Picture, bands: readonly Band[], isTaken: (box: Box) => boolean): Mark[] {
  const { words, theme, page, moment } = picture
  if (bands.length === 0 || writtenOf(picture) === 0) return []
  if (moment.to.isList) return drawNamesAbove(picture)
  const left = namesInside(picture, 'left')
  const names = left.some(({ plate }) => isTaken(plate)) ? namesInside(picture, 'right') : left
  const fill = mix(theme.paper, theme.ink, writtenOf(picture))
  return names.flatMap(({ row, name, x, y, plate }): Mark[] => {
    if (isTaken(plate)) return []
    const ground = bands.find((band) => band.top <= y && y <= band.bottom)?.fill ?? theme.paper
    const marks: Mark[] = [{ kind: 'rectangle', ...plate, fill: ground }, page.text(x, y, name, { ...INSIDE, fill })]
    return [{ kind: 'group', key: rowKey(row), title: `${name}, ${words.say('scene.people', { count: row.people })}`, marks }]
  })
}
const INSIDE = { size: 12, bold: true } as const

interface NameInside {
  readonly row: Row
  readonly name: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly plate: Box
}
function namesInside(picture: Picture, side: 'left' | 'right'): NameInside[] {
  const { moment, furniture, chart, view } = picture
  return moment.bandRows.flatMap((row): NameInside[] => {
    const [top, bottom] = [chart.y(row.y), chart.y(row.y + row.height)]
    const first = row.roles[0]
    const feet = first === undefined ? top : chart.y(feetOf(moment.to, first))
    // Between the boxes and the lines that run along the foot of the band.
    const foot = row === moment.bandRows.at(-1) ? Math.max(bottom, view.height - furniture.bottom + 20) : bottom
    const y = Math.min(Math.max((feet + foot) / 2 + 4, feet + 10), feet + 24, view.height - furniture.bottom + 14)
    if (y < furniture.top + 14 || y < top + 25) return []
    const name = fitText(rowName(picture, row), view.width / 2, { ...INSIDE, least: INSIDE.size }).lines[0] ?? ''
    const width = furniture.margin + roomFor(name, INSIDE) + 2
    const isLeft = side === 'left'
    const plate = { x: isLeft ? 0 : view.width - width, y: y - 10, width, height: 13 }
    return [{ row, name, x: isLeft ? furniture.margin : plate.x + 2, y, plate }]
  })
}

function feetOf({ y, h, edges }: Layout, role: number): number {
  return (y[role] as number) + (h[role] as number) + (edges[role] as number)
}

function rowKey(row: Row): string {
  return `band-${row.kind}-${row.step}`
}

export function rowName({ words }: Pick<Picture, 'words'>, row: Row): string {
  switch (row.kind) {
    case 'rank':
      return words.say('scene.band.layer', { layer: row.step + 1 })
    case 'unlinked':
      return words.say('scene.band.unlinked')
    case 'distance':
      return row.step <= 1 ? words.say('scene.band.meet') : words.say('scene.band.away', { steps: row.step - 1 })
  }
}

export function customerCount({ org }: Pick<Picture, 'org'>): number | null {
  let sum = 0
  for (const { customers } of org.doc.segments ?? []) {
    if (typeof customers !== 'number') return null
    sum += customers
  }
  return org.doc.segments?.length ? sum : null
}
