// Stripes without a pattern or a clip, which fall into hundreds of pieces in slide programs: each stripe is cut to its rectangle by
// arithmetic, and all of them are one path.
import type { Box, Point } from '../base/geometry'
import type { PathCommand } from './types'

export interface Hatch {
  /** From stripe to stripe, along x. */
  readonly every: number
  /** Across the stripe. */
  readonly thick: number
}
/** More lines than this make a box heavy to edit (slides.md 5.5); wider boxes get wider gaps. */
const MOST = 24

/** Stripes leaning to the right at 45° in a rectangle. */
export function hatch(box: Box, { every, thick }: Hatch): PathCommand[] {
  const run = box.width + box.height
  const step = Math.max(every, run / MOST)
  const across = thick * Math.SQRT2
  const commands: PathCommand[] = []
  for (let from = 0; from < run; from += step) {
    const corners = between(box, from, Math.min(from + across, run))
    corners.forEach(({ x, y }, i) => {
      commands.push([i === 0 ? 'M' : 'L', x, y])
    })
    if (corners.length > 0) commands.push(['Z'])
  }
  return commands
}

/** The part of the rectangle where from ≤ x + y ≤ to, counted from its left top corner. */
function between(box: Box, from: number, to: number): Point[] {
  const corners = [
    { x: box.x, y: box.y },
    { x: box.x + box.width, y: box.y },
    { x: box.x + box.width, y: box.y + box.height },
    { x: box.x, y: box.y + box.height },
  ]
  const along = (p: Point) => p.x - box.x + p.y - box.y
  return keep(
    keep(corners, (p) => along(p) - from),
    (p) => to - along(p),
  )
}

/** Sutherland–Hodgman for one edge: the corners where `side` is not negative, and the points where it turns. */
export function keep(corners: readonly Point[], side: (p: Point) => number): Point[] {
  const kept: Point[] = []
  corners.forEach((a, i) => {
    const b = corners[(i + 1) % corners.length] as Point
    const [sa, sb] = [side(a), side(b)]
    if (sa >= 0) kept.push(a)
    if (sa >= 0 !== sb >= 0) {
      const s = sa / (sa - sb)
      kept.push({ x: a.x + (b.x - a.x) * s, y: a.y + (b.y - a.y) * s })
    }
  })
  return kept
}
