// The organisation's own gauge is the legend: it says what solid, stripes and gap mean with numbers that matter. The flags stand below it.
import type { Box, Point } from '../base/geometry'
import { highOf, type Measured, type Range } from '../base/range'
import { boundsOf } from './cut'
import { sumOf } from './far/sums'
import { drawPennant, FLAG, type FlagKind, POLE } from './flags'
import { drawGauge } from './gauge'
import { spotOf } from './legend-spot'
import { mix } from './mix'
import type { Picture } from './picture'
import { fitText } from './text/fit'
import { roomFor } from './text/measure'
import type { Colour, GroupMark, Mark } from './types'

/** px between the totals and what is said beside them. */
const BESIDE = 36
const BAR = { width: 411, height: 14, y: 22 }

/** `hasFlags`: they fly, so they are told too. */
export function drawLegend(picture: Picture, hasFlags = true): GroupMark[] {
  const { words } = picture
  const spot = spotOf(picture)
  if (!spot) return []
  const { box, ground, shown } = spot
  const drawn = { ...picture, chart: spot.pen }
  const totals = drawTotals(drawn, box, ground, shown)
  const end = Math.max(box.x + box.width, ...totals.map(rightOf))
  return [
    {
      kind: 'group',
      key: 'legend',
      title: words.say('scene.legend'),
      marks: [
        ...spot.plate,
        ...totals,
        ...(hasFlags ? drawFlagNames(drawn, box, ground, shown) : []),
        ...drawFarNote(drawn, { x: end + BESIDE, y: box.y }, ground, shown),
      ],
    },
  ]
}

/** Names under the bar may need more room than it. */
function rightOf(mark: Mark): number {
  const { x, width } = boundsOf(mark)
  return x + width
}

function drawTotals(picture: Picture, box: Box, ground: Colour, shown: number): Mark[] {
  const { analysis, chart, theme, words, org } = picture
  const { totals } = analysis
  const all = totals.contacts
  const first = totals.settledAtStep?.[0]
  if (all === null || all === 0 || first === undefined || totals.escalatedResolved === null || totals.unresolved === null) return []
  const settled: Measured = first
  const period = words.say('scene.period', { days: org.doc.organization.periodDays })
  const ink = mix(ground, theme.ink, shown)
  const second = mix(ground, theme.inkSecond, shown)
  const bar = { x: box.x, y: box.y + BAR.y, width: BAR.width, height: BAR.height }
  const heading = fitText(words.say('scene.legend.all', { contacts: all, period }), box.width, { size: 13, least: 12, bold: true })
  const marks: Mark[] = [chart.text(box.x, box.y + 11, heading.lines[0] ?? '', { size: heading.size, bold: true, fill: ink })]
  const outcome = { all, settled, escalated: totals.escalatedResolved, never: totals.unresolved }
  marks.push(...drawGauge(chart, bar, outcome, theme, ground, shown))
  const share = (m: Measured) => (m === null ? 0 : (typeof m === 'number' ? m : m.low) / all) * bar.width
  const never = mix(ground, theme.gauge.never, shown)
  const columns = [
    { x: 0, value: settled, name: words.say('scene.legend.settled'), fill: ink, end: false },
    {
      x: share(settled),
      value: rest(all, settled, totals.escalatedResolved, totals.unresolved),
      name: words.say('scene.legend.escalated'),
      fill: ink,
      end: false,
    },
    { x: bar.width, value: totals.unresolved, name: words.say('scene.legend.never'), fill: never, end: true },
  ]
  let free = 0
  for (const column of columns) {
    const number = words.number(column.value)
    const room = Math.max(roomFor(number, { size: 15, bold: true }), roomFor(column.name, { size: 12 }))
    if (column.end) {
      const x = box.x + Math.max(bar.width, free + room)
      marks.push(
        chart.text(x, box.y + 53, number, { size: 15, bold: true, anchor: 'end', fill: highOf(column.value) > 0 ? column.fill : ink }),
      )
      marks.push(chart.text(x, box.y + 69, column.name, { size: 12, anchor: 'end', fill: second }))
      continue
    }
    const x = Math.max(column.x, free)
    marks.push(chart.text(box.x + x, box.y + 53, number, { size: 15, bold: true, fill: column.fill }))
    marks.push(chart.text(box.x + x, box.y + 69, column.name, { size: 12, fill: second }))
    free = x + room + 10
  }
  return marks
}

/** What is left between two rounded numbers, so that on the page the three add up to all. */
function rest(all: number, settled: Measured, escalated: number | Range, unresolved: Measured): number | Range {
  if (all < WHOLE || typeof settled !== 'number' || typeof escalated !== 'number' || typeof unresolved !== 'number') return escalated
  return Math.round(all) - Math.round(settled) - Math.round(unresolved)
}
/** From here on numbers are said without decimals. */
const WHOLE = 1000

/** From far away: what a slab and a flag stand for, beside the totals. */
function drawFarNote(
  { far, chart, theme, words, medium, view, furniture, analysis, org }: Picture,
  { x, y }: Point,
  ground: Colour,
  shown: number,
): Mark[] {
  const width = view.width - furniture.right - x
  if (!far || chart.kx !== 1 || width < 240) return []
  const counts = org.structure.tops.reduce(
    (sum, top) => {
      const { flags } = sumOf(analysis, top, org)
      return {
        high: sum.high + flags.high,
        medium: sum.medium + flags.medium,
        low: sum.low + flags.low,
        unknown: sum.unknown + flags.unknown,
      }
    },
    { high: 0, medium: 0, low: 0, unknown: 0 },
  )
  const setting = { size: 12.5, least: 12, lines: 3 }
  const flags = analysis.isUncounted ? [] : fitText(words.say('scene.far.flags', counts), width, setting).lines
  const told = [words.say('scene.far.slabs'), ...(medium === 'screen' ? [words.say('scene.far.zoom')] : [])].join(' ')
  const slabs = fitText(told, width, setting).lines
  const fill = (i: number) => mix(ground, i < flags.length ? theme.ink : theme.inkSecond, shown)
  return [...flags, ...slabs].map((line, i) =>
    chart.text(x, y + 11 + i * 17 + (i >= flags.length ? 5 : 0), line, { size: 12.5, fill: fill(i) }),
  )
}

const NAMES: readonly FlagKind[] = ['high', 'medium', 'low', 'unknown']
const SIGN: Readonly<Record<FlagKind, string>> = { high: '!', medium: '', low: '', unknown: '?' }

function drawFlagNames({ chart, theme, words }: Picture, box: Box, ground: Colour, shown: number): Mark[] {
  const marks: Mark[] = []
  const width = 26
  const y = box.y + 85
  const pole = mix(ground, theme.flag.pole, shown)
  let x = box.x
  for (const kind of NAMES) {
    const name = words.say(`scene.flag.${kind}`)
    const room = width + 8 + roomFor(name, { size: 12 })
    if (x + room > box.x + box.width + 30) break
    const foot = y + FLAG.height + 4
    marks.push(
      chart.rectangle({ x: x - POLE / 2, y: y - 1, width: POLE, height: foot - y + 1 }, { fill: pole }),
      ...drawPennant(chart, x, y, kind, SIGN[kind], theme, ground, shown, width),
      chart.text(x + width + 8, y + 13.3, name, { size: 12, fill: mix(ground, theme.inkSecond, shown) }),
    )
    x += room + 18
  }
  return marks
}
