// “What I see”: boxes that are wholly on the page, lines cut by arithmetic at its edge, never a clip. A box without its lines is left out,
// and so are the gauge and the flags that belong to it.
import { type Box, type Point, unionOf } from '../base/geometry'
import { keep } from './hatch'
import { SOURCE } from './source'
import { roomFor } from './text/measure'
import type { ConnectorMark, GroupMark, Mark, PathCommand, PathMark, RectangleMark, Scene, TextMark } from './types'

export interface Cut {
  readonly scene: Scene
  /** Keys of the boxes that were left out. */
  readonly leftOut: readonly string[]
}

export function cutToPage(scene: Scene): Cut {
  const page = overSource(scene)
  const leftOut: string[] = []
  const marks = scene.marks.flatMap((mark): Mark[] => {
    switch (mark.kind) {
      case 'group':
        if (mark.key.startsWith('ribbon-'))
          return [{ ...mark, marks: mark.marks.flatMap((m) => (m.kind === 'path' ? cutPath(m, page) : [])) }]
        if (mark.key === 'source' || isWithin(boundsOf(mark), page)) return [mark]
        if (mark.key.startsWith('role-')) leftOut.push(mark.key)
        return []
      case 'rectangle':
        return cutRectangle(mark, page)
      case 'connector':
        return cutConnector(mark, page)
      default:
        return isWithin(boundsOf(mark), page) ? [mark] : []
    }
  })
  const gone = new Set(leftOut.flatMap((key) => ['gauge', 'flags', 'above', 'below'].map((kind) => key.replace('role', kind))))
  return { scene: { ...scene, marks: marks.filter((mark) => mark.kind !== 'group' || !gone.has(mark.key)) }, leftOut }
}

/** The page as far as the line at its foot, which nothing is printed over. */
function overSource({ bounds, marks }: Scene): Box {
  const hasSource = marks.some((mark) => mark.kind === 'group' && mark.key === 'source')
  return hasSource ? { ...bounds, height: bounds.height - SOURCE } : bounds
}

/** What a mark covers, strokes left aside; text by the table of widths. */
export function boundsOf(mark: Mark): Box {
  switch (mark.kind) {
    case 'group':
      return unionOf(mark.marks.map(boundsOf))
    case 'rectangle':
      return mark
    case 'connector':
      return around(mark.points)
    case 'path':
      return around(mark.commands.flatMap(([, ...numbers]) => numbers))
    case 'text':
      return textBounds(mark)
  }
}

function around(numbers: readonly number[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    left = Math.min(left, numbers[i] as number)
    right = Math.max(right, numbers[i] as number)
    top = Math.min(top, numbers[i + 1] as number)
    bottom = Math.max(bottom, numbers[i + 1] as number)
  }
  return left > right ? { x: 0, y: 0, width: 0, height: 0 } : { x: left, y: top, width: right - left, height: bottom - top }
}

function textBounds({ x, y, text, size, bold, face, anchor }: TextMark): Box {
  const width = roomFor(text, { size, bold, face })
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x
  return { x: left, y: y - size * 0.905, width, height: size * 1.117 }
}

function isWithin(box: Box, page: Box): boolean {
  return (
    box.x >= page.x - 0.01 &&
    box.y >= page.y - 0.01 &&
    box.x + box.width <= page.x + page.width + 0.01 &&
    box.y + box.height <= page.y + page.height + 0.01
  )
}

function cutRectangle(mark: RectangleMark, page: Box): RectangleMark[] {
  const x = Math.max(mark.x, page.x)
  const y = Math.max(mark.y, page.y)
  const width = Math.min(mark.x + mark.width, page.x + page.width) - x
  const height = Math.min(mark.y + mark.height, page.y + page.height) - y
  return width <= 0 || height <= 0 ? [] : [{ ...mark, x, y, width, height }]
}

/** The pieces of the polyline inside the page; each is a connector of its own (Liang–Barsky). */
function cutConnector(mark: ConnectorMark, page: Box): ConnectorMark[] {
  const pieces: number[][] = []
  let open: number[] | null = null
  for (let i = 0; i + 3 < mark.points.length; i += 2) {
    const [x0, y0, x1, y1] = mark.points.slice(i, i + 4) as [number, number, number, number]
    const inside = segmentIn(x0, y0, x1, y1, page)
    if (!inside) {
      open = null
      continue
    }
    const [from, to] = inside
    if (!open || from > 0) {
      open = [x0 + (x1 - x0) * from, y0 + (y1 - y0) * from]
      pieces.push(open)
    }
    open.push(x0 + (x1 - x0) * to, y0 + (y1 - y0) * to)
    if (to < 1) open = null
  }
  return pieces.map((points) => ({ ...mark, points }))
}

function segmentIn(x0: number, y0: number, x1: number, y1: number, page: Box): readonly [number, number] | null {
  let [from, to] = [0, 1]
  const [dx, dy] = [x1 - x0, y1 - y0]
  const edges = [
    [-dx, x0 - page.x],
    [dx, page.x + page.width - x0],
    [-dy, y0 - page.y],
    [dy, page.y + page.height - y0],
  ] as const
  for (const [p, q] of edges) {
    if (p === 0) {
      if (q < 0) return null
      continue
    }
    const s = q / p
    if (p < 0) from = Math.max(from, s)
    else to = Math.min(to, s)
    if (from > to) return null
  }
  return to - from < 1e-9 ? null : [from, to]
}

/** A filled outline as a polygon, cut at the four edges. */
function cutPath(mark: PathMark, page: Box): PathMark[] {
  if (isWithin(boundsOf(mark), page)) return [mark]
  const sides: readonly ((p: Point) => number)[] = [
    (p) => p.x - page.x,
    (p) => page.x + page.width - p.x,
    (p) => p.y - page.y,
    (p) => page.y + page.height - p.y,
  ]
  const corners = sides.reduce<readonly Point[]>((polygon, side) => keep(polygon, side), flattened(mark.commands))
  if (corners.length < 3) return []
  const commands: PathCommand[] = corners.map(({ x, y }, i) => [i === 0 ? 'M' : 'L', x, y])
  return [{ ...mark, commands: [...commands, ['Z']] }]
}

const STEPS = 16
/** Corners of one closed outline; curves in sixteen steps, under a tenth of a pixel off at the size of a page. */
export function flattened(commands: readonly PathCommand[]): Point[] {
  const corners: Point[] = []
  for (const command of commands) {
    const last = corners.at(-1) ?? { x: 0, y: 0 }
    switch (command[0]) {
      case 'M':
      case 'L':
        corners.push({ x: command[1], y: command[2] })
        break
      case 'Q':
        for (let i = 1; i <= STEPS; i++) corners.push(quadratic(last, command, i / STEPS))
        break
      case 'C':
        for (let i = 1; i <= STEPS; i++) corners.push(cubic(last, command, i / STEPS))
        break
      case 'Z':
        break
    }
  }
  return corners
}
function quadratic(p: Point, [, bx, by, cx, cy]: Extract<PathCommand, readonly ['Q', ...number[]]>, t: number): Point {
  const s = 1 - t
  return { x: s * s * p.x + 2 * s * t * bx + t * t * cx, y: s * s * p.y + 2 * s * t * by + t * t * cy }
}
function cubic(p: Point, [, bx, by, cx, cy, dx, dy]: Extract<PathCommand, readonly ['C', ...number[]]>, t: number): Point {
  const s = 1 - t
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
  return { x: a * p.x + b * bx + c * cx + d * dx, y: a * p.y + b * by + c * cy + d * dy }
}

/** Every mark, groups opened. */
export function* allMarks(marks: readonly Mark[]): Generator<Exclude<Mark, GroupMark>> {
  for (const mark of marks) {
    if (mark.kind === 'group') yield* allMarks(mark.marks)
    else yield mark
  }
}
