// Everything that moves between two placed charts of one organisation, at time t. Between a conventional and a flipped chart it is the
// film of timing.ts, and the way back is the same film backwards: boxAt({ from: a, to: b, t }) = boxAt({ from: b, to: a, t: 1 - t }).
// Between two charts of one orientation (folding, mirror and distance) everything slides at once. Nothing is allocated.
import { eased, PACES, THIN_STRIP, TIMING, through } from './timing'
import type { CustomerField, Layout, MovingBox, MovingField, Turn } from './types'

export { roleAtPoint, visibleRoles } from './find'

const SPANS = PACES.map((pace) => TIMING[pace])

/** Where the box of `role` is. A role that one chart does not draw comes out of, or goes into, the box that shows it there. */
export function boxAt(turn: Turn, role: number, out: MovingBox): MovingBox {
  const { from, to } = turn
  const isBack = isFlipped(from) && !isFlipped(to)
  const a = isBack ? to : from
  const b = isBack ? from : to
  const t = isBack ? 1 - turn.t : turn.t
  const isHeadstand = !isFlipped(a) && isFlipped(b)
  const down = isHeadstand ? through(SPANS[b.pace[role] as number] ?? TIMING.other, t) : eased(t)
  const across = isHeadstand ? through(TIMING.across, t) : down
  out.x = mix(a.x[role] as number, b.x[role] as number, across)
  out.y = mix(a.y[role] as number, b.y[role] as number, down)
  out.w = mix(a.w[role] as number, b.w[role] as number, across)
  out.h = mix(a.h[role] as number, b.h[role] as number, across)
  const isInA = a.boxOf[role] === role
  const isInB = b.boxOf[role] === role
  out.presence = isInA && isInB ? 1 : !isInA && !isInB ? 0 : isInB ? through(TIMING.fade, t) : 1 - through(TIMING.fade, t)
  return out
}

/** The customers' field: a strip that passes everybody, and thickens when it has. */
export function customersAt(turn: Turn, out: MovingField): MovingField {
  return fieldAt(turn, -1, out)
}
/** The `index`th segment of the field. */
export function segmentAt(turn: Turn, index: number, out: MovingField): MovingField {
  return fieldAt(turn, index, out)
}

function fieldAt(turn: Turn, index: number, out: MovingField): MovingField {
  const { from, to } = turn
  const isBack = isFlipped(from) && !isFlipped(to)
  const a = partOf((isBack ? to : from).customers, index)
  const b = partOf((isBack ? from : to).customers, index)
  const t = isBack ? 1 - turn.t : turn.t
  const isHeadstand = isFlipped(from) !== isFlipped(to)
  const end = b ?? a
  if (!end) return out
  const start = a ?? end
  const rise = isHeadstand ? through(TIMING.rise, t) : eased(t)
  const warmth = through(TIMING.warm, t)
  out.x = mix(start.x, end.x, rise)
  out.y = mix(start.y, end.y, rise)
  out.width = mix(start.width, end.width, rise)
  out.height = isHeadstand
    ? mix(mix(start.height, THIN_STRIP, warmth), end.height, through(TIMING.thicken, t))
    : mix(start.height, end.height, rise)
  out.warmth = isHeadstand ? warmth : isFlipped(to) ? 1 : 0
  return out
}

function partOf(field: CustomerField | null, index: number) {
  return index < 0 ? field : (field?.segments[index] ?? null)
}
function isFlipped(layout: Layout): boolean {
  return layout.placing.orientation === 'flipped'
}
/** Exact at both ends. */
function mix(a: number, b: number, share: number): number {
  return share === 1 ? b : a + (b - a) * share
}
