// The second sign of a band, for whoever does not see its colour: of an ordered scale as many filled ticks as it is high, of kinds a shape;
// a question mark where it is not known, a line blacked out where it is kept back.

import { KEPT, NOT_ASKED, NOT_KNOWN, type Readings } from '../overlays/overlay'
import type { Pen } from '../pen'
import type { Colour, Mark, PathCommand } from '../types'

const TICK = { width: 4, height: 9, stub: 2, pitch: 6 } as const
const SHAPE = 10
const BAR = { width: 22, height: 6 } as const
const ROUND = 0.5523

/** How wide it is at scale 1; 0 where there is none. */
export function signWidth({ scale, bands }: Readings, band: number): number {
  if (band === NOT_ASKED) return 0
  if (band === KEPT) return BAR.width
  if (band === NOT_KNOWN) return 8
  return scale === 'apart' ? SHAPE : (bands.length - 1) * TICK.pitch + TICK.width
}

/** With its foot on a line of type: `x` its left edge, `y` the baseline, both of the pen; `k`: how much larger than beside type of 12. */
export function drawSign(pen: Pen, readings: Readings, band: number, x: number, y: number, ink: Colour, k = 1): Mark[] {
  if (band === NOT_ASKED) return []
  if (band === NOT_KNOWN) return [pen.text(x, y, '?', { size: 13 * k, bold: true, fill: ink })]
  const upright = pen.k / pen.ky // where x is pressed together signs keep their shape
  const height = (of: number) => of * k * upright
  if (band === KEPT)
    return [
      pen.rectangle({ x, y: y - height(BAR.height + 1.5), width: BAR.width * k, height: height(BAR.height) }, { fill: ink, radius: 1 }),
    ]
  if (readings.scale === 'ordered') {
    const ticks = readings.bands.flatMap((_, i) => {
      const tall = height(i <= band ? TICK.height : TICK.stub)
      return box(x + i * TICK.pitch * k, y - tall, TICK.width * k, tall)
    })
    return [pen.path(ticks, { fill: ink })]
  }
  const shape = (SHAPES[band] as (typeof SHAPES)[number])(SHAPE)
  return [
    pen.path(
      shape.map((command) => placed(command, x, y - height(SHAPE - 0.5), k, k * upright)),
      { fill: ink },
    ),
  ]
}

function box(x: number, y: number, width: number, height: number): PathCommand[] {
  return [['M', x, y], ['L', x + width, y], ['L', x + width, y + height], ['L', x, y + height], ['Z']]
}

/** In a square of `s`: told apart by their outline, and by what is cut out of them. */
const SHAPES: readonly ((s: number) => PathCommand[])[] = [
  (s) => box(0, s * 0.08, s * 0.88, s * 0.88),
  (s) => disc(s),
  (s) => [['M', s / 2, 0], ['L', s, s], ['L', 0, s], ['Z']],
  (s) => [...box(0, s * 0.12, s, s * 0.22), ...box(0, s * 0.66, s, s * 0.22)],
  (s) => [['M', s / 2, -s * 0.05], ['L', s * 1.05, s / 2], ['L', s / 2, s * 1.05], ['L', -s * 0.05, s / 2], ['Z']],
]

function disc(s: number): PathCommand[] {
  const [r, c] = [s / 2, (s / 2) * ROUND]
  return [
    ['M', r, 0],
    ['C', r + c, 0, s, r - c, s, r],
    ['C', s, r + c, r + c, s, r, s],
    ['C', r - c, s, 0, r + c, 0, r],
    ['C', 0, r - c, r - c, 0, r, 0],
    ['Z'],
  ]
}

function placed(command: PathCommand, x: number, y: number, kx: number, ky: number): PathCommand {
  const [letter, ...numbers] = command
  return [letter, ...numbers.map((value, i) => (i % 2 === 0 ? x + value * kx : y + value * ky))] as unknown as PathCommand
}
