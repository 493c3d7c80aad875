// The one place where marks become outlines. Canvas and SVG both draw from it, so that screen and slide cannot drift apart.
import type { ConnectorMark, PathCommand } from '../scene/types'

/** The polyline of a connector with its corners rounded; a corner takes at most half of either side. */
export function outlineOf(connector: Pick<ConnectorMark, 'points' | 'radius'>): PathCommand[] {
  const { points, radius } = connector
  const commands: PathCommand[] = []
  const count = points.length >> 1
  const x = (i: number) => points[i * 2] as number
  const y = (i: number) => points[i * 2 + 1] as number
  for (let i = 0; i < count; i++) {
    if (i === 0) commands.push(['M', x(0), y(0)])
    else if (i === count - 1) commands.push(['L', x(i), y(i)])
    else {
      const before = Math.hypot(x(i) - x(i - 1), y(i) - y(i - 1))
      const after = Math.hypot(x(i + 1) - x(i), y(i + 1) - y(i))
      const r = Math.min(radius, before / 2, after / 2)
      if (r <= 0 || isStraight(x(i - 1), y(i - 1), x(i), y(i), x(i + 1), y(i + 1))) commands.push(['L', x(i), y(i)])
      else {
        commands.push(['L', x(i) + ((x(i - 1) - x(i)) * r) / before, y(i) + ((y(i - 1) - y(i)) * r) / before])
        commands.push(['Q', x(i), y(i), x(i) + ((x(i + 1) - x(i)) * r) / after, y(i) + ((y(i + 1) - y(i)) * r) / after])
      }
    }
  }
  return commands
}

function isStraight(ax: number, ay: number, bx: number, by: number, cx: number, cy: number): boolean {
  return Math.abs((bx - ax) * (cy - by) - (by - ay) * (cx - bx)) < 1e-6
}
