// Reporting lines: quiet, orthogonal, rounded at the corners. At rest they are the layout's; in a turn only between boxes that are clear of
// each other, pale, so that the eye follows the boxes.

import { overlaps } from '../base/geometry'
import { once } from '../base/memo'
import { linkPath } from '../layout/link'
import type { Layout, MovingBox } from '../layout/types'
import { detailOf } from './detail'
import { shownAt } from './flow/shown'
import { roleKey } from './keys'
import { mix } from './mix'
import type { Picture } from './picture'
import type { ConnectorMark, LinkEnd, Side } from './types'

const RADIUS = 8
const WIDTH = 1.5
/** More lines than this on one page are a grey field; the far view does without. */
const MOST = 1500
/** In a turn every line is tested against every box; with more boxes the lines come back at the end. */
const FEW = 250
/** Boxes closer than this in a turn are about to pass each other. */
const CLEAR = 14

export function drawLines(picture: Picture): ConnectorMark[] {
  const { moment, roles } = picture
  if (roles.length > MOST * 2) return []
  if (!picture.following && picture.overlays.some(({ isInsteadOfLines }) => isInsteadOfLines) && shownAt(moment) > 0) return []
  if (!moment.isTurning) return linesAtRest(picture, moment.to)
  if (roles.length > FEW) return []
  const boxes = new Map(roles.map((role) => [role, moment.boxOf(role, blank())]))
  return parted(roles.flatMap((role) => movingLine(picture, role, boxes)))
}

function linesAtRest(picture: Picture, layout: Layout): ConnectorMark[] {
  const lines: ConnectorMark[] = []
  const seen = new Set<number>()
  const add = (role: number) => {
    if (seen.has(role) || lines.length >= MOST) return
    seen.add(role)
    const connector = laid(picture, layout, role)
    if (connector) lines.push(connector)
  }
  for (const role of picture.roles) add(role)
  for (const report of reportsOf(picture)) add(report)
  return parted(lines)
}

/** Lines that leave a manager at one point one after another, so that they are painted as one; square where they part to both sides. */
function parted(lines: readonly ConnectorMark[]): ConnectorMark[] {
  const bundles: ConnectorMark[][] = []
  const byManager = new Map<string, ConnectorMark[][]>()
  for (const line of lines) {
    const siblings = byManager.get(line.from.group)
    const own = siblings?.find(([first]) => first && first.points[0] === line.points[0] && first.points[1] === line.points[1])
    if (own) {
      own.push(line)
      continue
    }
    const bundle = [line]
    bundles.push(bundle)
    if (siblings) siblings.push(bundle)
    else byManager.set(line.from.group, [bundle])
  }
  return bundles.flatMap((own) => {
    const ways = new Set(own.map(({ points }) => Math.sign((points[4] ?? (points[2] as number)) - (points[0] as number))))
    return ways.size > 1 ? own.map((line) => ({ ...line, rootRadius: 0 })) : own
  })
}

/** Those whose line begins on the page though they are not on it themselves. */
function* reportsOf({ org, roles }: Picture): Generator<number> {
  const { firstChild, nextSibling } = org.structure
  for (const role of roles) for (let report = firstChild[role] as number; report >= 0; report = nextSibling[report] as number) yield report
}

/** The line to a role from its manager. */
function laid(picture: Picture, layout: Layout, role: number): ConnectorMark | null {
  const { chart, theme, moment, dimming, far } = picture
  const points: number[] = []
  if (linkPath(far ? withoutEdges(layout) : layout, role, points) === 0) return null
  for (let i = 0; i < points.length; i += 2) {
    points[i] = chart.x(points[i] as number)
    points[i + 1] = chart.y(points[i + 1] as number)
  }
  const colour = mix(mix(theme.lineFaint, theme.line, moment.lines), theme.paper, dimming.ofLines)
  return connector(picture, layout.manager[role] as number, role, points, colour)
}

/** A slab is drawn without the edges of those behind it in a stack, so its lines end at the slab itself. */
const withoutEdges = once((layout: Layout): Layout => ({ ...layout, edges: layout.edges.map(() => 0) }))

function connector(
  picture: Picture,
  from: number,
  to: number,
  points: readonly number[],
  colour: ConnectorMark['stroke']['colour'],
): ConnectorMark | null {
  const { chart, view } = picture
  const last = points.length - 2
  if (last < 2 || isAway(points, view.width, view.height)) return null
  return {
    kind: 'connector',
    from: endAt(picture, from, points[0] as number, points[1] as number, points[2] as number, points[3] as number),
    to: endAt(picture, to, points[last] as number, points[last + 1] as number, points[last - 2] as number, points[last - 1] as number),
    points,
    radius: RADIUS * chart.k,
    stroke: chart.stroke({ colour, width: WIDTH }),
  }
}

function endAt({ org }: Picture, role: number, x: number, y: number, nextX: number, nextY: number): LinkEnd {
  const side: Side = Math.abs(nextX - x) > Math.abs(nextY - y) ? (nextX > x ? 'right' : 'left') : nextY > y ? 'bottom' : 'top'
  return { group: roleKey(org, role), side }
}

function isAway(points: readonly number[], width: number, height: number): boolean {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 2) {
    left = Math.min(left, points[i] as number)
    right = Math.max(right, points[i] as number)
    top = Math.min(top, points[i + 1] as number)
    bottom = Math.max(bottom, points[i + 1] as number)
  }
  return right < 0 || bottom < 0 || left > width || top > height
}

// ---- in a turn -------------------------------------------------------------------------------------------------------------------

const blank = (): MovingBox => ({ x: 0, y: 0, w: 0, h: 0, presence: 0 })

function movingLine(picture: Picture, role: number, boxes: ReadonlyMap<number, MovingBox>): ConnectorMark[] {
  const { moment, theme, chart } = picture
  const manager = Math.max(moment.to.manager[role] as number, moment.from.manager[role] as number)
  if (manager < 0) return []
  const a = moment.boxOf(manager, blank())
  const b = moment.boxOf(role, blank())
  if (a.presence < 0.5 || b.presence < 0.5 || detailOf(b.w * chart.kx, b.h * chart.ky, chart.k) === 'block') return []
  const still =
    isAt(moment.to, manager, a) && isAt(moment.to, role, b)
      ? moment.to
      : isAt(moment.from, manager, a) && isAt(moment.from, role, b)
        ? moment.from
        : null
  if (still && (still.manager[role] as number) >= 0) {
    const line = laid(picture, still, role)
    return line ? [line] : []
  }
  const points = between(a, b)
  if (!points || crosses(points, boxes, manager, role)) return []
  const colour = mix(theme.lineFaint, theme.line, moment.lines)
  const onPage = points.map((value, i) => (i % 2 === 0 ? chart.x(value) : chart.y(value)))
  const line = connector(picture, manager, role, onPage, colour)
  return line ? [line] : []
}

function isAt(layout: Layout, role: number, { x, y }: MovingBox): boolean {
  return Math.abs((layout.x[role] as number) - x) < 0.6 && Math.abs((layout.y[role] as number) - y) < 0.6
}

/** A jog smaller than this looks like a mistake; a slant looks like movement. */
const SLANT = 24

/** From the near edge of one box to that of the other, by an elbow in the middle; null while they pass each other. */
function between(a: MovingBox, b: MovingBox): number[] | null {
  const isBelow = b.y >= a.y
  const [upper, lower] = isBelow ? [a, b] : [b, a]
  const from = upper.y + upper.h
  const to = lower.y
  if (to - from < CLEAR) return null
  const [x0, x1] = [upper.x + upper.w / 2, lower.x + lower.w / 2]
  const middle = (from + to) / 2
  const points = Math.abs(x1 - x0) < SLANT ? [x0, from, x1, to] : [x0, from, x0, middle, x1, middle, x1, to]
  if (isBelow) return points
  const turned: number[] = []
  for (let i = points.length - 2; i >= 0; i -= 2) turned.push(points[i] as number, points[i + 1] as number)
  return turned
}

function crosses(points: readonly number[], boxes: ReadonlyMap<number, MovingBox>, manager: number, role: number): boolean {
  for (const [other, { x, y, w, h, presence }] of boxes) {
    if (other === manager || other === role || presence < 0.5) continue
    const box = { x: x - 2, y: y - 2, width: w + 4, height: h + 4 }
    for (let i = 0; i + 3 < points.length; i += 2) {
      const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
      const reach = { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0) + 0.1, height: Math.abs(y1 - y0) + 0.1 }
      if (overlaps(reach, box)) return true
    }
  }
  return false
}
