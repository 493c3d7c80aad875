// From chart units to the page. Everything on the chart is drawn in chart units through one pen, so a card is written down once
// and is sharp at every zoom; what is pinned to the page (headline, band labels) is drawn through the pen of the page itself.
import type { Box } from '../base/geometry'
import { type Lift, same } from './far/levels'
import { directionOf, embedded } from './text/direction'
import type { Colour, Face, PathCommand, PathMark, RectangleMark, Stroke, TextMark, View } from './types'

export interface Paint {
  readonly fill?: Colour | undefined
  readonly stroke?: Stroke | undefined
  readonly radius?: number
}
export interface TextStyle {
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly face?: Face
  readonly fill: Colour
  readonly anchor?: 'start' | 'middle' | 'end'
}

export interface Pen {
  readonly kx: number
  readonly ky: number
  /** What type, strokes and corners are multiplied by. */
  readonly k: number
  readonly x: (chartX: number) => number
  readonly y: (chartY: number) => number
  readonly rectangle: (box: Box, paint: Paint) => RectangleMark
  readonly path: (commands: readonly PathCommand[], paint: Paint) => PathMark
  /** A line of clean text at its baseline. */
  readonly text: (x: number, y: number, text: string, style: TextStyle) => TextMark
  /** The same inside a column: right-to-left text hangs on its right edge. */
  readonly line: (left: number, right: number, y: number, text: string, style: Omit<TextStyle, 'anchor'>) => TextMark
  readonly stroke: (stroke: Stroke) => Stroke
}

/** Under a pixel a line turns grey on the screen and is lost on a slide (slide-safe.json, stroke-min). */
const LEAST_STROKE = 1

/** `lift`: from far away rows close up, so that heights of the chart are found elsewhere. */
export function penFor({ kx, ky, x: left, y: top }: Pick<View, 'kx' | 'ky' | 'x' | 'y'>, lift: Lift = same): Pen {
  const k = Math.min(kx, ky)
  const x = (chartX: number) => left + kx * chartX
  const y = (chartY: number) => top + ky * lift(chartY)
  const stroke = (s: Stroke): Stroke => {
    const dash = s.dash?.map((length) => Math.round(length * k * 10) / 10)
    return { ...s, width: Math.max(LEAST_STROKE, s.width * k), ...(dash ? { dash } : {}) }
  }
  const inked = (paint: Paint) => ({
    ...(paint.fill === undefined ? {} : { fill: paint.fill }),
    ...(paint.stroke === undefined ? {} : { stroke: stroke(paint.stroke) }),
  })
  const text = (tx: number, ty: number, line: string, style: TextStyle): TextMark => ({
    kind: 'text',
    ...style,
    x: x(tx),
    y: y(ty),
    size: style.size * k,
    text: embedded(line),
  })
  return {
    kx,
    ky,
    k,
    x,
    y,
    stroke,
    text,
    rectangle: (box, paint) => ({
      kind: 'rectangle',
      x: x(box.x),
      y: y(box.y),
      width: box.width * kx,
      height: lift === same ? box.height * ky : y(box.y + box.height) - y(box.y),
      ...(paint.radius === undefined ? {} : { radius: paint.radius * k }),
      ...inked(paint),
    }),
    path: (commands, paint) => ({ kind: 'path', commands: commands.map((command) => moved(command, x, y)), ...inked(paint) }),
    line: (from, to, ty, line, style) =>
      directionOf(line) === 'rtl' ? text(to, ty, line, { ...style, anchor: 'end' }) : text(from, ty, line, style),
  }
}

function moved(command: PathCommand, x: (v: number) => number, y: (v: number) => number): PathCommand {
  switch (command[0]) {
    case 'M':
    case 'L':
      return [command[0], x(command[1]), y(command[2])]
    case 'Q':
      return ['Q', x(command[1]), y(command[2]), x(command[3]), y(command[4])]
    case 'C':
      return ['C', x(command[1]), y(command[2]), x(command[3]), y(command[4]), x(command[5]), y(command[6])]
    case 'Z':
      return command
  }
}
