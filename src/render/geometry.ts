// The one place where marks become outlines. Canvas and SVG both draw from it, so that screen and slide cannot drift apart.
import type { ConnectorMark, GroupMark, Mark, PathCommand, PathMark, RectangleMark, Stroke, TextMark } from '../scene/types'

/** The polyline of a connector with its corners rounded; a corner takes at most half of either side. */
export function outlineOf(connector: Pick<ConnectorMark, 'points' | 'radius' | 'rootRadius'>): PathCommand[] {
  const { points, radius, rootRadius = radius } = connector
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
      const r = Math.min(i === 1 ? rootRadius : radius, before / 2, after / 2)
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

export type Shape = RectangleMark | PathMark | TextMark | GroupMark

/**
 * Connectors of one manager as one path: what they share is then painted once, not darker with every line that runs along it.
 * Other marks come through as they are.
 */
export function shapesOf(marks: readonly Mark[]): Shape[] {
  const shapes: Shape[] = []
  let last: Bundle | null = null
  for (const mark of marks) {
    const bundle: Bundle | null = mark.kind === 'connector' ? bundled(mark, last) : null
    if (mark.kind !== 'connector') shapes.push(mark)
    else if (bundle && bundle !== last) shapes.push({ kind: 'path', commands: bundle.commands, stroke: bundle.stroke })
    last = bundle
  }
  return shapes
}

interface Bundle {
  readonly from: string
  readonly stroke: Stroke
  readonly commands: PathCommand[]
}
function bundled(mark: ConnectorMark, last: Bundle | null): Bundle {
  if (last?.from !== mark.from.group || !isSame(last.stroke, mark.stroke))
    return { from: mark.from.group, stroke: mark.stroke, commands: outlineOf(mark) }
  last.commands.push(...outlineOf(mark))
  return last
}
function isSame(a: Stroke, b: Stroke): boolean {
  return a.colour === b.colour && a.width === b.width && a.dash?.join() === b.dash?.join()
}
