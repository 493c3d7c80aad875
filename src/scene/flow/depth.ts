// How deep cases sink, as bars: on the spot, after one hand, two … never. In free room on the chart, and the key to its colours.
import { flowOf } from '../../analysis/flow'
import type { Box } from '../../base/geometry'
import { between, highOf, lowOf, type Range, rounded } from '../../base/range'
import type { Words } from '../../base/words'
import { type Spot, spotOf } from '../legend-spot'
import { mix } from '../mix'
import type { Picture } from '../picture'
import { fitText } from '../text/fit'
import { roomFor } from '../text/measure'
import type { Colour, GroupMark, Mark } from '../types'
import { rungsOf } from './shape'
import { colourOf, streamsOf } from './streams'

export interface Depth {
  readonly name: string
  readonly cases: number | Range
  readonly kind: 'spot' | 'hands' | 'never'
}

/** More steps than this are told together. */
const MOST_ROWS = 4

/** Of all cases, or kinds of case; null where none are counted. */
export function depthsOf({ analysis, words }: Pick<Picture, 'analysis'> & { readonly words: Words }): readonly Depth[] | null {
  const flow = flowOf(analysis)
  if (!flow) return null
  const { pessimistic, optimistic } = flow.byStep
  const deepest = Math.max(pessimistic.length, optimistic.length)
  const at = (step: number) => between(rounded(pessimistic[step] ?? 0), rounded(optimistic[step] ?? 0))
  const rest = (by: readonly number[], from: number) => rounded(by.slice(from).reduce((sum, one) => sum + one, 0))
  const last = deepest > MOST_ROWS + 1 ? MOST_ROWS : deepest - 1
  const hands = Array.from({ length: Math.max(0, last) }, (_, i): Depth => {
    const isRest = i + 1 === last && deepest - 1 > last
    const cases = isRest ? between(rest(pessimistic, last), rest(optimistic, last)) : at(i + 1)
    const count = words.say('flow.depth.hands', { count: i + 1 })
    return { name: isRest ? words.say('flow.depth.more', { count: i + 1 }) : count, cases, kind: 'hands' }
  })
  const never = between(rounded(flow.never.pessimistic), rounded(flow.never.optimistic))
  return [
    { name: words.say('flow.depth.spot'), cases: at(0), kind: 'spot' },
    ...hands,
    { name: words.say('flow.depth.never'), cases: never, kind: 'never' },
  ]
}

const NAMES = 78
const HEADING = 20
const BAR = { most: 12, pitch: 17.6 } as const

export function drawDepth(picture: Picture): GroupMark[] {
  const spot = spotOf(picture)
  const depths = depthsOf(picture)
  if (!spot || !depths) return []
  const { words, theme, org } = picture
  const { ground, shown, pen } = spot
  const box = clearOf(picture, spot)
  const all = allOf(picture)
  const tint = (colour: Colour) => mix(ground, colour, shown)
  const heading = words.say('flow.depth', { all, areKinds: org.contacts.areCounted ? 0 : 1 })
  const marks: Mark[] = [...spot.plate, pen.text(box.x, box.y + 11, heading, { size: 13, bold: true, fill: tint(theme.ink) })]
  const pitch = Math.min(BAR.pitch, (box.height - HEADING) / depths.length)
  const thick = Math.min(BAR.most, pitch - 4)
  const left = box.x + NAMES + 8
  const numbers = depths.map(({ cases }) => words.number(cases))
  const room = box.width - NAMES - 8 - 8 - Math.max(...numbers.map((text) => roomFor(text, { size: 12.5, bold: true })))
  const most = Math.max(1, ...depths.map(({ cases }) => highOf(cases)))
  depths.forEach(({ name, cases, kind }, i) => {
    const y = box.y + HEADING + i * pitch
    const base = y + thick / 2 + 4.3
    const colour = kind === 'spot' ? theme.gauge.solid : kind === 'never' ? theme.gauge.never : colourOf(theme, 'settled')
    const ink = kind === 'never' && highOf(cases) > 0 ? theme.gauge.never : theme.ink
    const wide = (value: number) => (value / most) * room
    const [low, high] = [wide(lowOf(cases)), wide(highOf(cases))]
    const label = fitText(name, NAMES, { size: 12.5, least: 12 }).lines[0] ?? ''
    marks.push(pen.text(box.x + NAMES, base, label, { size: 12.5, anchor: 'end', fill: tint(ink) }))
    if (low > 0) marks.push(pen.rectangle({ x: left, y, width: Math.max(1.5, low), height: thick }, { fill: tint(colour) }))
    if (high - low > 1) {
      const middle = y + thick / 2
      const open = { x: left + low, y: y + 0.5, width: high - low, height: thick - 1 }
      marks.push(pen.rectangle(open, { fill: tint(theme.gauge.unknownGround), stroke: { colour: tint(theme.gauge.unknown), width: 1 } }))
      const rungs = rungsOf([left + low, middle, left + high, middle], thick, 7, 2.6)
      if (rungs.length > 0) marks.push(pen.path(rungs, { fill: tint(theme.gauge.unknown) }))
    }
    marks.push(pen.text(left + Math.max(high, 1.5) + 7, base, numbers[i] as string, { size: 12.5, bold: true, fill: tint(ink) }))
  })
  return [{ kind: 'group', key: 'legend', title: [heading, ...depths.map(({ name }, i) => `${name}: ${numbers[i]}`)].join('; '), marks }]
}

/** Contacts in scope, or kinds of case. */
export function allOf({ analysis }: Pick<Picture, 'analysis'>): number {
  const flow = flowOf(analysis)
  return flow ? rounded(flow.byStep.pessimistic.reduce((sum, one) => sum + one, 0) + flow.never.pessimistic) : 0
}

/** Strands that run out under the last row push it down, as far as there is page. */
function clearOf(picture: Picture, { box, pen }: Spot): Box {
  const { chart, view, furniture } = picture
  if (pen !== chart) return box
  const widest = box.x + box.width
  let foot = box.y
  for (const { points, width } of streamsOf(picture)?.laid ?? [])
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
      if (Math.min(x0, x1) > widest || Math.max(x0, x1) < box.x || Math.max(y0, y1) < box.y - 4 || Math.min(y0, y1) > box.y) continue
      foot = Math.max(foot, Math.max(y0, y1) + width / 2 + 8)
    }
  const most = (view.height - furniture.bottom - view.y) / chart.ky - box.height
  return { ...box, y: Math.max(box.y, Math.min(foot, most)) }
}
