// An orthogonal or curved way as a line with round corners, and a plain triangle at its end. In px of the page.
import type { PathCommand } from './types'

/** Pieces shorter than this have no corner worth rounding. */
const SHORT = 2

/** Through x, y pairs; the last piece ends `short` before its end, where the head begins. */
export function lineThrough(points: readonly number[], radius: number, short = 0): PathCommand[] {
  const n = points.length / 2
  const [ex, ey] = n > 1 ? backFromEnd(points, short) : [points[0] as number, points[1] as number]
  const at = (i: number): [number, number] => (i === n - 1 ? [ex, ey] : [points[2 * i] as number, points[2 * i + 1] as number])
  const commands: PathCommand[] = [['M', ...at(0)]]
  for (let i = 1; i < n - 1; i++) {
    const [x, y] = at(i)
    const [bx, by] = toward(x, y, ...at(i - 1), radius)
    const [ax, ay] = toward(x, y, ...at(i + 1), radius)
    commands.push(['L', bx, by], ['Q', x, y, ax, ay])
  }
  return n > 1 ? [...commands, ['L', ...at(n - 1)]] : commands
}

export function backFromEnd(points: readonly number[], by: number): [number, number] {
  const [x0, y0, x1, y1] = points.slice(-4) as [number, number, number, number]
  const length = Math.hypot(x1 - x0, y1 - y0)
  const share = length > 0 ? Math.min(1, by / length) : 0
  return [x1 + (x0 - x1) * share, y1 + (y0 - y1) * share]
}

function toward(x: number, y: number, tx: number, ty: number, by: number): [number, number] {
  const length = Math.hypot(tx - x, ty - y)
  if (length < SHORT) return [x, y]
  const share = Math.min(by, length / 2) / length
  return [x + (tx - x) * share, y + (ty - y) * share]
}

/** With its tip at the end of the way, pointing as the last piece runs. */
export function headAt(points: readonly number[], length: number, half: number): PathCommand[] {
  const [x0, y0, x, y] = points.slice(-4) as [number, number, number, number]
  const long = Math.hypot(x - x0, y - y0) || 1
  const [dx, dy] = [(x - x0) / long, (y - y0) / long]
  const [bx, by] = [x - dx * length, y - dy * length]
  return [['M', x, y], ['L', bx - dy * half, by + dx * half], ['L', bx + dy * half, by - dx * half], ['Z']]
}

export interface Piece {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly length: number
}
/** The straight pieces of a way, the longest first. */
export function piecesOf(points: readonly number[]): Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
    pieces.push({ x0, y0, x1, y1, length: Math.hypot(x1 - x0, y1 - y0) })
  }
  return pieces.sort((a, b) => b.length - a.length)
}
