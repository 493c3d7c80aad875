// Customers, for whom all of it is there: an amber field above the flipped chart, each segment as wide as it is worth, its arithmetic in it;
// a grey hairline under the conventional one; a warm thin strip while it rises past everybody.
import { settledShare } from '../analysis/telling'
import type { Box } from '../base/geometry'
import type { Measured } from '../base/range'
import { isRange } from '../base/range'
import type { SegmentBox } from '../layout/types'
import { customerCount } from './bands'
import { detailOf } from './detail'
import { hatch } from './hatch'
import { keyOf } from './keys'
import { mix } from './mix'
import type { Picture } from './picture'
import { cleanText } from './text/clean'
import { fitText } from './text/fit'
import { roomFor } from './text/measure'
import type { Colour, GroupMark, Mark } from './types'

const INSET = 13
/** How far it has to have opened for its name to have room. */
const NAMED = 0.4

export function drawCustomers(picture: Picture): Mark[] {
  const { moment, hidden } = picture
  const field = moment.customers
  if (!field || (hidden.customers && !moment.isFlipped && !moment.isTurning)) return []
  const marks: Mark[] = field.knowledge === 'none' ? [drawUnknown(picture, field)] : field.segments.map((box) => drawSegment(picture, box))
  if (moment.opened < 0.05) marks.push(...drawCaption(picture, field))
  return marks
}

function colourOf({ theme, moment }: Picture): Colour {
  return mix(theme.customers.hairline, theme.customers.field, moment.warmth)
}

function drawSegment(picture: Picture, box: SegmentBox): GroupMark {
  const { org, chart, moment, dimming, theme } = picture
  const id = box.segment < 0 ? 'all' : (org.doc.segments?.[box.segment]?.id ?? String(box.segment))
  const back = dimming.ofSegment(box.segment)
  const fill = mix(colourOf(picture), theme.customers.zone, moment.isFlipped ? back : 0)
  const marks: Mark[] = [chart.rectangle(box, { fill })]
  // While it thickens it says what it will say, as far as it has come.
  const height = moment.isTurning && moment.to.customers?.form === 'field' ? moment.to.customers.height : box.height
  const detail = detailOf(box.width * chart.kx, height * chart.ky * 0.6, chart.k)
  if (moment.opened > NAMED)
    marks.push(...(detail === 'card' ? drawInside(picture, box) : detail === 'title' ? drawSmall(picture, box) : []))
  const parts = [segmentName(picture, box.segment), arithmetic(picture, box.segment)[0] ?? '', shareOf(picture, box.segment)]
  return { kind: 'group', key: keyOf('segment', id), title: parts.filter((part) => part !== '').join(', '), marks }
}

function drawInside(picture: Picture, box: SegmentBox): Mark[] {
  const { chart, words, theme, moment, dimming } = picture
  const left = box.x + INSET
  const right = box.x + box.width - INSET
  const ground = colourOf(picture)
  const isBack = dimming.ofSegment(box.segment) > 0
  const ink = isBack ? theme.inkSecond : mix(ground, theme.customers.ink, Math.min(1, (moment.opened - NAMED) / 0.2))
  const later = mix(ground, theme.customers.ink, moment.told)
  const name = fitText(segmentName(picture, box.segment), right - left + 4, { size: 15.5, least: 13, bold: true, lines: 2, wrapped: 14 })
  const isTwo = name.lines.length > 1
  const marks: Mark[] = name.lines.map((line, i) =>
    chart.line(left, right, box.y + (isTwo ? 20 : 25) + i * 16, line, { size: name.size, bold: true, fill: ink }),
  )
  if (moment.told <= 0 || isBack) return marks
  for (const text of arithmetic(picture, box.segment)) {
    const fitted = fitText(text, right - left + 4, { size: 12.5, least: 12 })
    if (fitted.isCut) continue
    marks.push(chart.line(left, right, box.y + (isTwo ? 53 : 44), text, { size: fitted.size, fill: later }))
    break
  }
  const share = fitText(shareOf(picture, box.segment), right - left, { size: isTwo ? 24 : 27, least: 14, bold: true })
  const base = box.y + box.height - (isTwo ? 10 : 12)
  const text = share.lines[0] ?? ''
  marks.push(chart.text(left, base, text, { size: share.size, bold: true, fill: later }))
  const label = words.say('scene.settled').split('\n')
  const x = left + roomFor(text, { size: share.size, bold: true }) + 4
  if (!share.isCut && x + Math.max(...label.map((line) => roomFor(line, { size: 12 }))) <= right + 4)
    label.forEach((line, i) => {
      marks.push(chart.text(x, base + 2 - (label.length - 1 - i) * 13, line, { size: 12, fill: later }))
    })
  return marks
}

/** A small field: the name and the share in type of the screen's size. */
function drawSmall({ chart, page, theme, ...rest }: Picture, box: SegmentBox): Mark[] {
  const picture = { chart, page, theme, ...rest }
  const left = chart.x(box.x) + 4
  const right = chart.x(box.x + box.width) - 2
  const top = chart.y(box.y)
  const height = box.height * chart.ky
  const name = fitText(segmentName(picture, box.segment), right - left, { size: 11.5, least: 10, bold: true, lines: height > 44 ? 2 : 1 })
  const isBack = rest.dimming.ofSegment(box.segment) > 0
  const fill = isBack ? theme.inkSecond : theme.customers.ink
  const marks: Mark[] = name.lines.map((line, i) => page.line(left, right, top + 13 + i * 12, line, { size: name.size, bold: true, fill }))
  const share = fitText(shareOf(picture, box.segment), right - left, { size: 16, least: 10, bold: true })
  const isClear = height - share.size - 4 > 16 + (name.lines.length - 1) * 12
  if (isBack || share.isCut || !isClear || rest.moment.told <= 0.5) return marks
  const text = share.lines[0] ?? ''
  marks.push(page.text(left, top + height - 6, text, { size: share.size, bold: true, fill }))
  const label = rest.words.say('scene.settled').replace('\n', ' ')
  const x = left + roomFor(text, { size: share.size, bold: true }) + 4
  if (x + roomFor(label, { size: 11.5 }) <= right) marks.push(page.text(x, top + height - 6, label, { size: 11.5, fill }))
  return marks
}

/** The thin strip says whose it is; the hairline says that it is not on the chart. */
function drawCaption(picture: Picture, field: Box): Mark[] {
  const { chart, page, theme, words, moment, org } = picture
  const left = chart.x(field.x)
  const width = field.width * chart.kx
  const name = words.say('scene.band.customers')
  if (moment.isTurning) {
    const size = 15
    const fill = mix(theme.inkSecond, theme.ink, moment.warmth)
    const mark = page.text(left + width, chart.y(field.y) - 9, name, { size, bold: true, anchor: 'end', fill })
    return [{ kind: 'group', key: 'customers-name', marks: [mark] }]
  }
  const y = chart.y(field.y + field.height) + 19
  const count = customerCount(picture)
  const segments = org.doc.segments?.length ?? 0
  const from = left + roomFor(name, { size: 13.5, bold: true }) + 6
  const fitted = (text: string) => fitText(text, left + width - from, { size: 13, least: 12 })
  const long = count === null ? null : fitted(words.say('scene.customers.off.count', { count, segments }))
  const rest = long && !long.isCut ? long : fitted(words.say('scene.customers.off'))
  const marks: Mark[] = [page.text(left, y, name, { size: 13.5, bold: true, fill: theme.inkSecond })]
  if (rest.lines[0]) marks.push(page.text(from, y, rest.lines[0], { size: rest.size, fill: theme.inkSecond }))
  return [{ kind: 'group', key: 'customers-name', marks }]
}

/** Nobody has said yet who meets customers: hatched, with a question mark; never empty, never amber. */
function drawUnknown(picture: Picture, field: Box): GroupMark {
  const { chart, page, theme, words, moment } = picture
  const ground = theme.flag.unknownFill
  const at = { x: chart.x(field.x), y: chart.y(field.y), width: field.width * chart.kx, height: field.height * chart.ky }
  const inner = { x: at.x + 0.6, y: at.y + 0.6, width: Math.max(1, at.width - 1.2), height: Math.max(1, at.height - 1.2) }
  const marks: Mark[] = [
    page.rectangle(inner, { fill: ground, stroke: { colour: theme.flag.unknown, width: 1.25, dash: [5, 3] } }),
    page.path(hatch(inner, { every: 14, thick: 1 }), { fill: mix(ground, theme.flag.unknown, 0.45) }),
  ]
  if (moment.opened > 0.5) {
    const text = words.say('scene.customers.unknown')
    const fitted = fitText(text, at.width - 60, { size: 15, least: 12, bold: true })
    const width = roomFor(fitted.lines[0] ?? '', { size: fitted.size, bold: true }) + 44
    const x = at.x + 16
    const y = at.y + at.height / 2
    marks.push(
      { kind: 'rectangle', x, y: y - 15, width, height: 30, radius: 6, fill: theme.paper },
      page.text(x + 12, y + 7, '?', { size: 20, bold: true, fill: theme.ink }),
      page.text(x + 32, y + 5, fitted.lines[0] ?? '', { size: fitted.size, bold: true, fill: theme.ink }),
    )
  }
  return { kind: 'group', key: 'segment-unknown', title: words.say('scene.customers.unknown'), marks }
}
// ---- what a segment says of itself -----------------------------------------------------------------------------------------------

function segmentName({ org, medium, words }: Picture, segment: number): string {
  if (segment < 0) return words.say((org.doc.segments?.length ?? 0) > 0 ? 'scene.segment.unknown' : 'scene.band.customers')
  const { id, name } = org.doc.segments?.[segment] ?? {}
  return cleanText(name ?? '', medium) || cleanText(id ?? '', medium) || words.say('scene.band.customers')
}

/** `60 × €18,000 = €1.08 M`, and shorter ways to say it. */
function arithmetic({ org, facts, words, analysis }: Picture, segment: number): string[] {
  if (segment < 0) return analysis.totals.contacts === null ? [] : [words.say('scene.cases', { count: analysis.totals.contacts })]
  const customers = org.doc.segments?.[segment]?.customers
  const totals = facts.segmentOf.get(segment)
  const currency = org.doc.organization.currency ?? ''
  const cases = totals && totals.contacts !== null ? [words.say('scene.cases', { count: totals.contacts })] : []
  const count = typeof customers === 'number' ? [words.say('scene.customers.count', { count: customers })] : []
  if (!totals || totals.clv === null || totals.equity === null || typeof customers !== 'number') return [...count, ...cases]
  const equity = words.moneyShort(totals.equity, currency)
  return [`${words.number(customers)} × ${words.money(totals.clv, currency)} = ${equity}`, `${words.number(customers)} · ${equity}`, equity]
}

function shareOf({ facts, words, analysis }: Picture, segment: number): string {
  const share: Measured = segment >= 0 ? (facts.segmentOf.get(segment)?.firstContactResolution ?? null) : settledShare(analysis)
  if (analysis.isUncounted) return '…'
  if (share === null || (isRange(share) && share.low <= 0 && share.high >= 1)) return '?'
  return words.percent(share)
}
