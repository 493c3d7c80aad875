// An ear that a note does not come to: struck through; with a question mark where that is not known.
import type { Pen } from '../pen'
import type { Colour, Mark, PathCommand } from '../types'

/** At scale 1. */
export const EAR = { width: 21, height: 22 } as const
const LARGER = 1.2

export function drawEar(pen: Pen, x: number, y: number, k: number, colour: Colour, ground: Colour, isKnown: boolean): Mark[] {
  const scale = k * LARGER
  const at = (commands: readonly PathCommand[]): PathCommand[] => commands.map((command) => placed(command, x, y, scale))
  const line = (width: number) => ({ colour, width, cap: 'round', join: 'round' }) as const
  const ear = [pen.path(at(OUTER), { stroke: line(1.8 * scale) }), pen.path(at(INNER), { stroke: line(1.5 * scale) })]
  if (!isKnown) return [...ear, pen.text(x + 18 * scale, y + 10 * scale, '?', { size: 12 * k, bold: true, fill: colour })]
  return [...ear, pen.path(at(bar(2.3)), { fill: ground }), pen.path(at(bar(0.9)), { fill: colour })]
}

const OUTER: readonly PathCommand[] = [
  ['M', 3.5, 7.5],
  ['C', 3.5, 3.6, 6.3, 1, 9.8, 1],
  ['C', 13.4, 1, 16, 3.7, 16, 7],
  ['C', 16, 10, 13.6, 11, 12.6, 13],
  ['C', 11.6, 15.2, 11, 17, 8.6, 17],
  ['C', 7, 17, 6, 16, 5.8, 14.6],
]
const INNER: readonly PathCommand[] = [
  ['M', 7, 7.8],
  ['C', 7, 5.8, 8.2, 4.6, 9.9, 4.6],
  ['C', 11.6, 4.6, 12.7, 5.8, 12.5, 7.3],
  ['C', 12.3, 8.9, 10.6, 9.1, 10.2, 10.6],
]

/** From its lower left to its upper right corner. */
function bar(half: number): PathCommand[] {
  const [dx, dy] = [half * 0.7, half * 0.7]
  return [['M', 1.5 - dx, 16.5 - dy], ['L', 16.5 - dx, 1.5 - dy], ['L', 16.5 + dx, 1.5 + dy], ['L', 1.5 + dx, 16.5 + dy], ['Z']]
}

function placed(command: PathCommand, x: number, y: number, scale: number): PathCommand {
  const [letter, ...numbers] = command
  return [letter, ...numbers.map((value, i) => (i % 2 === 0 ? x : y) + value * scale)] as unknown as PathCommand
}
