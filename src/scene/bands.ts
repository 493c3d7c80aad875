// The rows one can read distance from: faint stripes across the page with their names in the gutter, pinned while the chart moves.
// The zone of the customers is the only large warm colour there is.
import type { Row } from '../layout/types'
import { mix } from './mix'
import type { Picture } from './picture'
import { fitText } from './text/fit'
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
export function drawGutter(picture: Picture): Mark[] {
  const { furniture, chart, view, theme, moment } = picture
  const bands = bandsOf(picture)
  if (bands.length === 0 || furniture.left < 60) return drawLabelsInside(picture, bands)
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

// ---- names -----------------------------------------------------------------------------------------------------------------------

const LINE = 16

function drawLabels(picture: Picture, bands: readonly Band[]): Mark[] {
  const { moment, words, furniture, theme, page, chart, view } = picture
  const written = Math.max(0, moment.zone * 2 - 1)
  if (written === 0) return []
  const ink = mix(theme.paper, theme.ink, written)
  const second = mix(theme.paper, theme.inkSecond, written)
  const left = furniture.margin
  const width = furniture.left - left - 8
  const groups: GroupMark[] = []
  const write = (key: string, middle: number, room: number, title: string, under: readonly string[]) => {
    const heading = fitText(title, width, { size: 13, least: 12, bold: true, lines: 2, wrapped: 13 })
    const more = under.flatMap((line) => fitText(line, width, { size: 12, least: 12, lines: 2 }).lines)
    const fits = (count: number) => (heading.lines.length + count) * LINE <= room
    const kept = fits(more.length) ? more : more.slice(0, Math.max(0, Math.floor(room / LINE) - heading.lines.length))
    if (!fits(0)) return
    let y = middle - ((heading.lines.length + kept.length) * LINE) / 2 + 12
    const marks: Mark[] = []
    for (const line of heading.lines) {
      marks.push(page.line(left, left + width, y, line, { size: heading.size, bold: true, fill: ink }))
      y += LINE
    }
    for (const line of kept) {
      marks.push(page.line(left, left + width, y, line, { size: 12, fill: second }))
      y += LINE
    }
    groups.push({ kind: 'group', key, marks })
  }
  const field = moment.to.customers
  if (field && bands.length > 0) {
    const [top, bottom] = [Math.max(furniture.top, chart.y(field.y)), chart.y(field.y + field.height)]
    const count = customerCount(picture)
    const hasWorth = picture.analysis.totals.customerEquity !== null
    write('band-customers', (top + bottom) / 2, bottom - top, words.say('scene.band.customers'), [
      ...(count === null ? [] : [words.number(count)]),
      ...(hasWorth ? [words.say('scene.band.width')] : []),
    ])
    const rows = moment.bandRows
    const end = chart.y((rows[0] as Row).y)
    if (moment.ribbons.length > 0 && picture.analysis.totals.contacts !== null && end - bottom > 60 && moment.ribbonsShown > 0.5) {
      const y = Math.min(bottom + 50, end - 12)
      if (y > furniture.top + LINE) {
        const line = fitText(words.say('scene.band.ribbon'), width, { size: 12, least: 12, lines: 2 })
        groups.push({
          kind: 'group',
          key: 'band-ribbons',
          marks: line.lines.map((text, i) => page.line(left, left + width, y + i * LINE, text, { size: 12, fill: second })),
        })
      }
    }
  }
  for (const row of moment.bandRows) {
    const isLast = row === moment.bandRows.at(-1)
    const top = Math.max(chart.y(row.y), furniture.top)
    const bottom = Math.min(
      isLast ? Math.max(chart.y(row.y + row.height), chart.y(moment.extent.y + moment.extent.height)) : chart.y(row.y + row.height),
      view.height,
    )
    if (bottom - top < LINE) continue
    write(rowKey(row), (top + bottom) / 2, bottom - top, rowName(picture, row), [words.say('scene.people', { count: row.people })])
  }
  return groups
}

/** A narrow page has no gutter: names stand at the foot of the band itself, under its boxes. */
function drawLabelsInside(picture: Picture, bands: readonly Band[]): Mark[] {
  const { moment, words, furniture, theme, page, chart, view } = picture
  if (bands.length === 0) return []
  return moment.bandRows.flatMap((row): Mark[] => {
    const [top, bottom] = [chart.y(row.y), chart.y(row.y + row.height)]
    const y = Math.min(bottom, view.height - furniture.bottom) - 5
    if (y < furniture.top + 14 || y < top + 25) return []
    const name = fitText(rowName(picture, row), view.width / 2, { size: 12, least: 12, bold: true }).lines[0] ?? ''
    const marks = [page.text(furniture.margin, y, name, { size: 12, bold: true, fill: mix(theme.paper, theme.ink, moment.zone) })]
    return [{ kind: 'group', key: rowKey(row), title: `${name}, ${words.say('scene.people', { count: row.people })}`, marks }]
  })
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
