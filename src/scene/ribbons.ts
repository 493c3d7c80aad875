// Who carries the load: a soft ribbon from each segment to each role it meets, as wide as its cases are many. Filled between two curves,
// bent at different heights so that the ribbon keeps its width where it runs flat; an edge in the colour of the zone, never transparency.

import type { Point } from '../base/geometry'
import type { Ribbon } from '../layout/types'
import { idOf } from '../model/roles'
import { poursInto } from './far/pours'
import { keyOf } from './keys'
import { mix } from './mix'
import type { Picture } from './picture'
import { type Reach, ribbonsWithin } from './streams'
import type { Mark, PathCommand } from './types'

type Curve = readonly [Point, Point, Point, Point]

/** `poured` 0 … 1: how far down they have come. The dearest segment's lie on top. */
export function drawRibbons(picture: Picture, poured: number): Mark[] {
  const { moment, theme, chart, view, facts, dimming } = picture
  if (poured <= 0 || moment.poured === null) return []
  const isDearest = (ribbon: Ribbon) => ribbon.segment >= 0 && ribbon.segment === facts.dearest
  const foot = (ribbon: Ribbon) => moment.to.y[ribbon.role] ?? ribbon.y1
  const page = { left: -view.x / chart.kx, right: (view.width - view.x) / chart.kx }
  const ribbons = (
    picture.far?.isSummed
      ? poursInto(moment.poured, picture.org.structure, picture.far.branches, picture.far.isWhole)
      : ribbonsWithin(moment.poured, chart.kx, page)
  )
    .filter((ribbon) => isWithin(ribbon, page) && chart.y(foot(ribbon)) >= 0 && chart.y(ribbon.y0) <= view.height)
    .sort(
      (a, b) =>
        dimming.ofRibbon(b) - dimming.ofRibbon(a) || Number(isDearest(a)) - Number(isDearest(b)) || b.width - a.width || a.x1 - b.x1,
    )
  const edge = { colour: mix(theme.paper, theme.ribbon.edge, moment.zone), width: 1.5 }
  return ribbons.flatMap((ribbon) => {
    const path = ribbonPath(ribbon, foot(ribbon), poured, chart.kx / chart.ky, page)
    if (path.length === 0) return []
    const colour = isDearest(ribbon) ? theme.ribbon.dearest : theme.ribbon.other
    const fill = mix(colour, theme.customers.zone, dimming.ofRibbon(ribbon))
    const isThread = ribbon.width * chart.kx < THREAD
    const mark = chart.path(path, { fill, ...(isThread ? {} : { stroke: edge }) })
    return picture.isBrief ? mark : { kind: 'group', key: ribbonKey(picture, ribbon), marks: [mark] }
  })
}

/** Narrower on the page than this, an edge on both sides would paint the ribbon away. */
const THREAD = 2.5
function isWithin({ x0, x1, width }: Ribbon, { left, right }: Reach): boolean {
  return Math.max(x0, x1) + width >= left && Math.min(x0, x1) - width <= right
}

function ribbonKey({ org }: Picture, { segment, role }: Ribbon): string {
  const from = segment < 0 ? '' : (org.doc.segments?.[segment]?.id ?? String(segment))
  return `${keyOf('ribbon', from)}_to_${keyOf('', idOf(org, role)).slice(1)}`
}

/**
 * Down to `foot`, the top of the box. `aspect`: how much x is stretched against y, so that the width is right on the page. Of what runs on
 * beyond `page` nothing is drawn: a painter would follow it for a million pixels.
 */
export function ribbonPath(ribbon: Ribbon, foot: number, poured: number, aspect = 1, page: Reach = EVERYWHERE): PathCommand[] {
  const level = ribbon.y0 + (Math.max(foot, ribbon.y1) - ribbon.y0) * poured
  const shift = bend(ribbon, aspect)
  // Where one edge is cut the other has to be off the page too.
  const air = ribbon.width + (page.right - page.left) / 8
  const reach = { left: page.left - air, right: page.right + air }
  const left = cutTo(downTo(edgeOf(ribbon, -1, shift), level), reach)
  const right = cutTo(downTo(edgeOf(ribbon, 1, shift), level), reach)
  if (!left || !right) return []
  const [a, b, c, d] = left
  const [e, f, g, h] = right
  const isAtFoot = level > ribbon.y1 && ribbon.x1 >= reach.left && ribbon.x1 <= reach.right
  return [
    ['M', a.x, a.y],
    ['C', b.x, b.y, c.x, c.y, d.x, d.y],
    ...(isAtFoot ? [['L', d.x, level] as const, ['L', h.x, level] as const] : []),
    ['L', h.x, h.y],
    ['C', g.x, g.y, f.x, f.y, e.x, e.y],
    ['Z'],
  ]
}

/** The curve as far as it has come down: poured like water, so its end is level. Its y only grows. */
function downTo(curve: Curve, level: number): Curve {
  if (curve[3].y <= level) return curve
  let [low, high] = [0, 1]
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2
    if (cutAt(curve, middle)[3].y < level) low = middle
    else high = middle
  }
  return cutAt(curve, high)
}

const EVERYWHERE: Reach = { left: -Infinity, right: Infinity }

/** What of the curve is within reach, null where nothing is; its x only grows, or only falls. */
function cutTo(curve: Curve, { left, right }: Reach): Curve | null {
  const [from, to] = [curve[0].x, curve[3].x]
  const [least, most] = [Math.min(from, to), Math.max(from, to)]
  if (least >= left && most <= right) return curve
  if (most < left || least > right) return null
  const [start, end] = from < to ? [left, right] : [right, left]
  const after = Math.sign(to - from) * (end - to) < 0 ? cutAt(curve, whereAt(curve, end)) : curve
  if (Math.sign(to - from) * (start - from) <= 0) return after
  const [a, b, c, d] = after
  const [h, g, f, e] = cutAt([d, c, b, a], 1 - whereAt(after, start))
  return [e, f, g, h]
}
function whereAt(curve: Curve, x: number): number {
  const isFalling = curve[3].x < curve[0].x
  let [low, high] = [0, 1]
  for (let i = 0; i < 24; i++) {
    const s = (low + high) / 2
    if (xAt(curve, s) < x !== isFalling) low = s
    else high = s
  }
  return (low + high) / 2
}
function xAt([a, b, c, d]: Curve, s: number): number {
  const r = 1 - s
  return r * r * r * a.x + 3 * r * r * s * b.x + 3 * r * s * s * c.x + s * s * s * d.x
}

/** How much higher the leading edge bends in the middle, so that the ribbon is as wide across as at its ends. */
function bend({ x0, y0, x1, y1, width }: Ribbon, aspect: number): number {
  const dx = (x1 - x0) * 2 * aspect
  const dy = y1 - y0
  const length = Math.hypot(dx, dy)
  if (length === 0 || Math.abs(dx) < 1e-6) return 0
  const wanted = ((width / 2) * aspect * (1 - dy / length) * length) / dx
  const most = (dy * 3) / 8
  return Math.max(-most, Math.min(most, wanted))
}

function edgeOf({ x0, y0, x1, y1, width }: Ribbon, side: -1 | 1, shift: number): Curve {
  const half = (side * width) / 2
  const middle = (y0 + y1) / 2 - (side * shift * 4) / 3
  return [
    { x: x0 + half, y: y0 },
    { x: x0 + half, y: middle },
    { x: x1 + half, y: middle },
    { x: x1 + half, y: y1 },
  ]
}

/** The first `s` of a Bézier curve (de Casteljau). */
function cutAt(curve: Curve, s: number): Curve {
  if (s >= 1) return curve
  const [a, b, c, d] = curve
  const ab = on(a, b, s)
  const bc = on(b, c, s)
  const cd = on(c, d, s)
  const abc = on(ab, bc, s)
  const bcd = on(bc, cd, s)
  return [a, ab, abc, on(abc, bcd, s)]
}
function on(a: Point, b: Point, s: number): Point {
  return { x: a.x + (b.x - a.x) * s, y: a.y + (b.y - a.y) * s }
}
