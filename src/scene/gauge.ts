// The product in eleven pixels: what becomes of the cases a role meets. Solid = settled on the spot, stripes = after hand-offs,
// a gap with a vermilion end = never, grey hatching with a question mark = not known. Nothing is told by colour alone.
import type { Box } from '../base/geometry'
import { lowOf, type Range } from '../base/range'
import { hatch } from './hatch'
import { mix } from './mix'
import type { Pen } from './pen'
import type { Theme } from './theme'
import type { Mark } from './types'

export interface Outcome {
  readonly all: number
  readonly settled: number | Range
  readonly escalated: number | Range
  readonly never: number | Range
}
export interface GaugeParts {
  readonly solid: number
  readonly stripes: number
  readonly unknown: number
  readonly never: number
}

/** 2 of 422 would disappear: what is never settled is at least this wide, taken from the widest part (mocks: 6 px). */
export const LEAST_NEVER = 6
const LEAST = 2

/** Widths in px of a bar; they add up to it. What may come out one way or another is *unknown*. */
export function gaugeParts({ all, settled, escalated, never }: Outcome, width: number): GaugeParts {
  const sure = [lowOf(settled), lowOf(escalated), lowOf(never)] as const
  const open = Math.max(0, all - sure[0] - sure[1] - sure[2])
  const total = all > 0 ? all : 1
  const wide = (share: number, least: number) => (share <= 1e-9 ? 0 : Math.max(least, (share / total) * width))
  const parts = {
    solid: wide(sure[0], LEAST),
    stripes: wide(sure[1], LEAST),
    unknown: all > 0 ? wide(open, LEAST) : width,
    never: wide(sure[2], LEAST_NEVER),
  }
  const widest = (Object.keys(parts) as (keyof GaugeParts)[]).reduce((a, b) => (parts[b] > parts[a] ? b : a))
  const excess = parts.solid + parts.stripes + parts.unknown + parts.never - width
  return { ...parts, [widest]: parts[widest] - excess }
}

const STRIPES = { every: 8, thick: 2.6 }
const DOUBT = { every: 8, thick: 1 }

/** `shown` 0 … 1 fades the bar in from `ground`. A plain bar has no stripes, which a file of many bars would mostly be made of. */
export function drawGauge(pen: Pen, box: Box, outcome: Outcome, theme: Theme, ground = theme.paper, shown = 1, isPlain = false): Mark[] {
  const parts = gaugeParts(outcome, box.width)
  const tint = (colour: typeof ground) => mix(ground, colour, shown)
  const marks: Mark[] = []
  let x = box.x
  const part = (width: number): Box => {
    const at = { x, y: box.y, width, height: box.height }
    x += width
    return at
  }
  if (parts.solid > 0) marks.push(pen.rectangle(part(parts.solid), { fill: tint(theme.gauge.solid) }))
  if (parts.stripes > 0) {
    const at = part(parts.stripes)
    marks.push(pen.rectangle(at, { fill: tint(theme.gauge.ground) }))
    if (!isPlain) marks.push(pen.path(hatch(at, STRIPES), { fill: tint(theme.gauge.solid) }))
  }
  if (parts.unknown > 0) marks.push(...drawDoubt(pen, part(parts.unknown), theme, tint, isPlain))
  if (parts.never > 0) marks.push(...drawNever(pen, part(parts.never), theme, tint))
  return marks
}

function drawNever(pen: Pen, at: Box, theme: Theme, tint: (colour: Theme['paper']) => Theme['paper']): Mark[] {
  const red = tint(theme.gauge.never)
  if (at.width < LEAST_NEVER + 4) return [pen.rectangle(at, { fill: red })]
  const frame = { x: at.x + 0.75, y: at.y + 0.75, width: at.width - 1.5, height: at.height - 1.5 }
  const end = { ...at, x: at.x + at.width - LEAST_NEVER, width: LEAST_NEVER }
  return [pen.rectangle(frame, { fill: tint(theme.paper), stroke: { colour: red, width: 1.5 } }), pen.rectangle(end, { fill: red })]
}

/** The question mark, and how small it may be on the page. */
const SIGN = 12
const LEAST_TYPE = 7

function drawDoubt(pen: Pen, at: Box, theme: Theme, tint: (colour: Theme['paper']) => Theme['paper'], isPlain: boolean): Mark[] {
  const grey = tint(theme.gauge.unknown)
  const frame = { x: at.x + 0.5, y: at.y + 0.5, width: Math.max(0.5, at.width - 1), height: at.height - 1 }
  const marks: Mark[] = [pen.rectangle(frame, { fill: tint(theme.gauge.unknownGround), stroke: { colour: grey, width: 1 } })]
  if (isPlain) return marks
  marks.push(pen.path(hatch(at, DOUBT), { fill: grey }))
  if (at.width < 20 || SIGN * pen.k < LEAST_TYPE) return marks // the stripes say it too
  const middle = at.x + at.width / 2
  marks.push(
    pen.rectangle({ x: middle - 8, y: at.y + 1, width: 16, height: at.height - 2 }, { fill: tint(theme.paper) }),
    pen.text(middle, at.y + at.height / 2 + 4.2, '?', { size: SIGN, bold: true, anchor: 'middle', fill: tint(theme.ink) }),
  )
  return marks
}
