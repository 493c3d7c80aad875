// Who carries the load: a soft ribbon from each segment to each role it meets, as wide as its cases are many. Filled between two curves,
// bent at different heights so that the ribbon keeps its width where it runs flat; an edge in the colour of the zone, never transparency.
import type { Point } from '../base/geometry'
import { groupedBy } from '../base/group'
import type { Ribbon } from '../layout/types'
import { keyOf } from './keys'
import { mix } from './mix'
import type { Picture } from './picture'
import type { GroupMark, PathCommand } from './types'

type Curve = readonly [Point, Point, Point, Point]

/** `poured` 0 … 1: how far down they have come. The dearest segment's lie on top. */
export function drawRibbons(picture: Picture, poured: number): GroupMark[] {
  const { moment, theme, chart, view, facts, dimming } = picture
  if (poured <= 0) return []
  const isDearest = (ribbon: Ribbon) => ribbon.segment >= 0 && ribbon.segment === facts.dearest
  const foot = (ribbon: Ribbon) => moment.to.y[ribbon.role] ?? ribbon.y1
  const onPage = moment.ribbons.filter(
    (r) =>
      r.width > 0 &&
      chart.x(Math.max(r.x0, r.x1) + r.width) >= 0 &&
      chart.x(Math.min(r.x0, r.x1) - r.width) <= view.width &&
      chart.y(foot(r)) >= 0 &&
      chart.y(r.y0) <= view.height,
  )
  const ribbons = (onPage.length > MOST_RIBBONS ? inStrands(onPage, picture) : onPage).toSorted(
    (a, b) => dimming.ofRibbon(b) - dimming.ofRibbon(a) || Number(isDearest(a)) - Number(isDearest(b)) || b.width - a.width,
  )
  return ribbons.map((ribbon) => {
    const colour = isDearest(ribbon) ? theme.ribbon.dearest : theme.ribbon.other
    const fill = mix(colour, theme.customers.zone, dimming.ofRibbon(ribbon))
    const edge = { colour: mix(theme.paper, theme.ribbon.edge, moment.zone), width: 1.5 }
    const isThread = ribbon.width * chart.kx < THREAD
    return {
      kind: 'group',
      key: ribbonKey(picture, ribbon),
      marks: [chart.path(ribbonPath(ribbon, foot(ribbon), poured, chart.kx / chart.ky), { fill, ...(isThread ? {} : { stroke: edge }) })],
    }
  })
}

/** Narrower on the page than this, an edge on both sides would paint the ribbon away. */
const THREAD = 2.5
/** More than this many cannot be told apart: those of one segment that end within a few pixels of one another are drawn as one. */
const MOST_RIBBONS = 600
const STRAND = 4

function inStrands(ribbons: readonly Ribbon[], { chart }: Picture): readonly Ribbon[] {
  const strands = groupedBy(ribbons, (ribbon) => `${ribbon.segment} ${Math.floor(chart.x(ribbon.x1) / STRAND)}`)
  return [...strands.values()].map((strand) => {
    const width = strand.reduce((sum, ribbon) => sum + ribbon.width, 0)
    const middle = (of: (ribbon: Ribbon) => number) => strand.reduce((sum, ribbon) => sum + of(ribbon) * ribbon.width, 0) / width
    const contacts = strand.reduce((sum, ribbon) => sum + ribbon.contacts, 0)
    return { ...(strand[0] as Ribbon), width, contacts, x0: middle((ribbon) => ribbon.x0), x1: middle((ribbon) => ribbon.x1) }
  })
}

function ribbonKey({ org }: Picture, { segment, role }: Ribbon): string {
  const from = segment < 0 ? '' : (org.doc.segments?.[segment]?.id ?? String(segment))
  return `${keyOf('ribbon', from)}_to_${keyOf('', org.roleIds[role] as string).slice(1)}`
}

/** Down to `foot`, the top of the box. `aspect`: how much x is stretched against y, so that the width is right on the page. */
export function ribbonPath(ribbon: Ribbon, foot: number, poured: number, aspect = 1): PathCommand[] {
  const level = ribbon.y0 + (Math.max(foot, ribbon.y1) - ribbon.y0) * poured
  const shift = bend(ribbon, aspect)
  const [a, b, c, d] = downTo(edgeOf(ribbon, -1, shift), level)
  const [e, f, g, h] = downTo(edgeOf(ribbon, 1, shift), level)
  return [
    ['M', a.x, a.y],
    ['C', b.x, b.y, c.x, c.y, d.x, d.y],
    ...(level > ribbon.y1 ? [['L', d.x, level] as const, ['L', h.x, level] as const] : []),
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
