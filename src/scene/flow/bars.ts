// A few counts as bars in the room of the legend, each with its name and number; what is not known of one is striped.
import type { Box } from '../../base/geometry'
import { highOf, lowOf, type Range } from '../../base/range'
import { type Spot, spotOf } from '../legend-spot'
import { mix } from '../mix'
import type { Picture } from '../picture'
import { fitText } from '../text/fit'
import { roomFor } from '../text/measure'
import type { Colour, GroupMark, Mark } from '../types'
import { rungsOf } from './shape'
import type { Laid } from './strands'

export interface Row {
  readonly name: string
  readonly cases: number | Range
  readonly fill: Colour
  readonly ink: Colour
}

const HEADING = 20
const BAR = { most: 12, pitch: 17.6 } as const
const TYPE = 12.5

/** `laid`: what must not be covered. */
export function drawRows(picture: Picture, heading: string, rows: readonly Row[], laid: readonly Laid[]): GroupMark[] {
  const spot = spotOf(picture)
  if (!spot) return []
  const { words, theme } = picture
  const { ground, shown, pen } = spot
  const pitch = Math.min(BAR.pitch, (spot.box.height - HEADING) / rows.length)
  const box = clearOf(picture, { ...spot, box: { ...spot.box, height: HEADING + rows.length * pitch } }, laid)
  const tint = (colour: Colour) => mix(ground, colour, shown)
  const fitted = fitText(heading, box.width, { size: 13, least: 12, bold: true })
  const marks: Mark[] = [
    ...spot.plate,
    pen.text(box.x, box.y + 11, fitted.lines[0] ?? '', { size: fitted.size, bold: true, fill: tint(theme.ink) }),
  ]
  const thick = Math.min(BAR.most, pitch - 4)
  const names = Math.max(78, Math.min(box.width * 0.45, ...[Math.max(...rows.map(({ name }) => roomFor(name, { size: TYPE })))]))
  const left = box.x + names + 8
  const numbers = rows.map(({ cases }) => words.number(cases))
  const room = box.width - names - 16 - Math.max(...numbers.map((text) => roomFor(text, { size: TYPE, bold: true })))
  const most = Math.max(1, ...rows.map(({ cases }) => highOf(cases)))
  rows.forEach(({ name, cases, fill, ink }, i) => {
    const y = box.y + HEADING + i * pitch
    const base = y + thick / 2 + 4.3
    const [low, high] = [(lowOf(cases) / most) * room, (highOf(cases) / most) * room]
    const label = fitText(name, names, { size: TYPE, least: 12 }).lines[0] ?? ''
    marks.push(pen.text(box.x + names, base, label, { size: TYPE, anchor: 'end', fill: tint(ink) }))
    if (low > 0) marks.push(pen.rectangle({ x: left, y, width: Math.max(1.5, low), height: thick }, { fill: tint(fill) }))
    if (high - low > 1) marks.push(...striped(picture, pen, { x: left + low, y, width: high - low, height: thick }, tint))
    marks.push(pen.text(left + Math.max(high, 1.5) + 7, base, numbers[i] as string, { size: TYPE, bold: true, fill: tint(ink) }))
  })
  return [{ kind: 'group', key: 'legend', title: [heading, ...rows.map(({ name }, i) => `${name}: ${numbers[i]}`)].join('; '), marks }]
}

function striped({ theme }: Picture, pen: Picture['page'], { x, y, width, height }: Box, tint: (colour: Colour) => Colour): Mark[] {
  const [colour, middle] = [tint(theme.gauge.unknown), y + height / 2]
  const box = { x, y: y + 0.5, width, height: height - 1 }
  const rungs = rungsOf([x, middle, x + width, middle], height, 7, 2.6)
  const marks: Mark[] = [pen.rectangle(box, { fill: tint(theme.gauge.unknownGround), stroke: { colour, width: 1 } })]
  return rungs.length === 0 ? marks : [...marks, pen.path(rungs, { fill: colour })]
}

/** Strands that run out under the last row push it down, as far as there is page. */
function clearOf(picture: Picture, { box, pen }: Spot, laid: readonly Laid[]): Box {
  const { chart, view, furniture } = picture
  if (pen !== chart) return box
  let foot = box.y
  for (const { points, width } of laid)
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
      const isBeside = Math.min(x0, x1) > box.x + box.width || Math.max(x0, x1) < box.x
      if (isBeside || Math.max(y0, y1) < box.y - 4 || Math.min(y0, y1) > box.y) continue
      foot = Math.max(foot, Math.max(y0, y1) + width / 2 + 8)
    }
  const most = (view.height - furniture.bottom - view.y) / chart.ky - box.height
  return { ...box, y: Math.max(box.y, Math.min(foot, most)) }
}
