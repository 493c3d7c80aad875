// Pennants on one pole, one for each severity, with the number of kinds of case. Told apart by shape and letter, then by colour:
// high is filled and says "!", medium is half filled, low is hollow, not known is grey with a dashed edge and says "?".
import type { FlagCounts } from './facts'
import { mix } from './mix'
import type { Pen } from './pen'
import type { Theme } from './theme'
import type { Colour, Mark, PathCommand } from './types'

export type FlagKind = 'high' | 'medium' | 'low' | 'unknown'

export const FLAG = { width: 38, height: 18, notch: 7, pitch: 22, /** lowest flag over the foot */ clear: 21 } as const
export const POLE = 1.75
export const FLAG_KINDS: readonly FlagKind[] = ['high', 'medium', 'low', 'unknown']

/** A pole that stands at (x, foot) with a flag for each kind there is, the worst on top. `drop` 0 … 1 lets them come down and appear. */
export function drawFlags(pen: Pen, x: number, foot: number, counts: FlagCounts, theme: Theme, ground: Colour, drop = 1): Mark[] {
  const flown = FLAG_KINDS.filter((kind) => counts[kind] > 0)
  if (flown.length === 0 || drop <= 0) return []
  const lift = (1 - drop) * 14
  const top = foot - FLAG.clear - flown.length * FLAG.pitch - lift
  const pole = mix(ground, theme.flag.pole, drop)
  const marks: Mark[] = [
    pen.rectangle({ x: x - POLE / 2, y: top + 2, width: POLE, height: foot - lift - top - 2 }, { fill: pole }),
    pen.rectangle({ x: x - 2.6, y: top - 2.6, width: 5.2, height: 5.2 }, { fill: pole, radius: 2.6 }),
  ]
  flown.forEach((kind, i) => {
    marks.push(...drawPennant(pen, x, top + 5 + i * FLAG.pitch, kind, flagText(kind, counts[kind]), theme, ground, drop))
  })
  return marks
}

/** From the foot to the knob. */
export function poleHeight(flags: number): number {
  return FLAG.clear + flags * FLAG.pitch + 2.6
}

export function flagText(kind: FlagKind, count: number): string {
  if (kind === 'high') return `${count} !`
  return kind === 'unknown' ? (count > 1 ? `${count} ?` : '?') : String(count)
}

/** One flag, its pole side at x. */
export function drawPennant(
  pen: Pen,
  x: number,
  y: number,
  kind: FlagKind,
  text: string,
  theme: Theme,
  ground: Colour,
  shown = 1,
  width: number = FLAG.width,
): Mark[] {
  const tint = (colour: Colour) => mix(ground, colour, shown)
  const { flag } = theme
  const height = FLAG.height
  const half = Math.round(width * 0.42)
  const cloth = pennant(x + 0.75, y, width, height)
  const write = (at: number, fill: Colour, size = 12): Mark[] =>
    text === '' ? [] : [pen.text(at, y + height / 2 + size * 0.355, text, { size, bold: true, anchor: 'middle', fill: tint(fill) })]
  const middle = x + (width - FLAG.notch * 0.6) / 2 + 0.75
  switch (kind) {
    case 'high':
      return [pen.path(cloth, { fill: tint(flag.high), stroke: { colour: tint(flag.high), width: 1 } }), ...write(middle, flag.highInk)]
    case 'medium':
      return [
        pen.path(cloth, { fill: tint(flag.cloth), stroke: { colour: tint(flag.medium), width: 1.5 } }),
        pen.rectangle({ x: x + 0.75, y, width: half, height }, { fill: tint(flag.medium) }),
        ...write(x + half + (width - half - FLAG.notch * 0.7) / 2 + 0.5, theme.ink),
      ]
    case 'low':
      return [pen.path(cloth, { fill: tint(flag.cloth), stroke: { colour: tint(flag.low), width: 1.5 } }), ...write(middle, theme.ink)]
    case 'unknown':
      return [
        pen.path(cloth, { fill: tint(flag.unknownFill), stroke: { colour: tint(flag.unknown), width: 1.25, dash: [3, 2] } }),
        ...write(middle, theme.ink),
      ]
  }
}

export function pennant(x: number, y: number, width: number, height: number): PathCommand[] {
  return [
    ['M', x, y],
    ['L', x + width, y],
    ['L', x + width - FLAG.notch, y + height / 2],
    ['L', x + width, y + height],
    ['L', x, y + height],
    ['Z'],
  ]
}
