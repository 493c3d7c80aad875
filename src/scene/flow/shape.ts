// A strand as an outline: two edges at half its width from its middle line, round at the corners about one centre. Stripes across it say
// that it is not known.
import type { PathCommand } from '../types'
import type { Laid } from './strands'

/** Of a circle's quarter as a cubic curve. */
const ROUND = 0.5523

/** `width`: at least so wide as can be seen. */
export function outlineOf({ points, radii }: Pick<Laid, 'points' | 'radii'>, width: number): PathCommand[] {
  const left = edgeOf(points, radii, width / 2)
  const right = edgeOf(reversed(points), [...radii].reverse(), width / 2)
  return [...left, ['L', ...startOf(right)], ...right.slice(1), ['Z']]
}

function startOf(commands: readonly PathCommand[]): [number, number] {
  const [, x, y] = commands[0] as ['M', number, number]
  return [x, y]
}
function reversed(points: readonly number[]): number[] {
  const turned: number[] = []
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i] as number, points[i + 1] as number)
  return turned
}

/** The edge on the left hand of whoever walks along. */
function edgeOf(points: readonly number[], radii: readonly number[], half: number): PathCommand[] {
  const n = points.length / 2
  const at = (i: number) => ({ x: points[2 * i] as number, y: points[2 * i + 1] as number })
  const way = (i: number) => {
    const [a, b] = [at(i), at(i + 1)]
    return { dx: Math.sign(b.x - a.x), dy: Math.sign(b.y - a.y), long: Math.abs(b.x - a.x) + Math.abs(b.y - a.y) }
  }
  const [first, last] = [way(0), way(n - 2)]
  const start = at(0)
  const commands: PathCommand[] = [['M', start.x + first.dy * half, start.y - first.dx * half]]
  for (let i = 1; i < n - 1; i++) {
    const [a, b, corner] = [way(i - 1), way(i), at(i)]
    const isLeft = a.dy * b.dx - a.dx * b.dy > 0
    // Round the middle line's centre: the edge inside turns in less, the one outside in more.
    const reach = Math.min(a.long / (i === 1 ? 1 : 2), b.long / (i === n - 2 ? 1 : 2))
    const middle = Math.max(0, Math.min(radii[i - 1] as number, reach - 0.5))
    const radius = Math.max(0, isLeft ? middle - half : middle + half)
    const x = corner.x + (a.dy + b.dy) * half
    const y = corner.y - (a.dx + b.dx) * half
    const from = { x: x - a.dx * radius, y: y - a.dy * radius }
    const to = { x: x + b.dx * radius, y: y + b.dy * radius }
    const k = radius * (1 - ROUND)
    commands.push(['L', from.x, from.y])
    if (radius > 0.01) commands.push(['C', x - a.dx * k, y - a.dy * k, x + b.dx * k, y + b.dy * k, to.x, to.y])
  }
  const end = at(n - 1)
  commands.push(['L', end.x + last.dy * half, end.y - last.dx * half])
  return commands
}

/** Bars across the straight pieces of a way. */
export function rungsOf(points: readonly number[], width: number, every: number, thick: number): PathCommand[] {
  const commands: PathCommand[] = []
  const half = width / 2
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
    const isLevel = y0 === y1
    const [from, to] = isLevel ? [Math.min(x0, x1), Math.max(x0, x1)] : [Math.min(y0, y1), Math.max(y0, y1)]
    for (let at = from + every / 2; at + thick <= to; at += every) {
      const box = isLevel ? [at, y0 - half, at + thick, y0 + half] : [x0 - half, at, x0 + half, at + thick]
      const [a, b, c, d] = box as [number, number, number, number]
      commands.push(['M', a, b], ['L', c, b], ['L', c, d], ['L', a, d], ['Z'])
    }
  }
  return commands
}
