// Where the reader looks. A view says how chart units stand on the page; gestures change it, the fit is where it starts.
import type { Box, Point } from '../../base/geometry'
import type { View } from '../../scene/types'

const CLOSEST = 4
const FARTHEST = 0.4
/** Widths on the page: a box with its name in it, which is left as it is, and a whole card (scene/detail.ts). */
const NAMED = 60
const WHOLE = 146

/**
 * Zoomed by `factor` about a point of the page. Where the far view has pressed x together (kx < ky), zooming in opens x first: rows keep
 * their height until boxes have their own shape again, and only then grow.
 */
export function zoomed(view: View, fit: View, factor: number, about: Point): View {
  const kx = Math.min(Math.max(CLOSEST, fit.kx), Math.max(fit.kx * FARTHEST, view.kx * factor))
  const ky = fit.kx === fit.ky ? kx : Math.max(fit.ky, kx)
  return {
    ...view,
    kx,
    ky,
    x: about.x - (about.x - view.x) * (kx / view.kx),
    y: about.y - (about.y - view.y) * (ky / view.ky),
  }
}
export function moved(view: View, dx: number, dy: number): View {
  return { ...view, x: view.x + dx, y: view.y + dy }
}

/** A list as wide as the page goes up and down between its ends, and nowhere else, until somebody looks closer. */
export function scrolled(view: View, fit: View, bounds: Box, dx: number, dy: number): View {
  if (view.kx > fit.kx * 1.01) return moved(view, dx, dy)
  const end = Math.min(fit.y, view.height / 2 - (bounds.y + bounds.height) * view.ky)
  return { ...view, x: fit.x, y: Math.min(fit.y, Math.max(end, view.y + dy)) }
}

/** Kept so that part of the chart stays on the page. */
export function keptNear(view: View, bounds: Box): View {
  const { x, y, width, height } = boxOnPage(view, bounds)
  const edgeX = Math.min(width, view.width) / 3
  const edgeY = Math.min(height, view.height) / 3
  const dx = Math.max(0, edgeX - (x + width)) - Math.max(0, x - (view.width - edgeX))
  const dy = Math.max(0, edgeY - (y + height)) - Math.max(0, y - (view.height - edgeY))
  return dx === 0 && dy === 0 ? view : moved(view, dx, dy)
}

/** What is pinned round the chart and would cover it, in px. */
export interface Insets {
  readonly top: number
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** So that `box` is wholly on the page, clear of what is pinned to it, and (`isNear`) large enough to read; the same view where it is already. */
export function showing(view: View, fit: View, box: Box, insets: Insets, isNear = true): View {
  const onPage = boxOnPage(view, box)
  const closer = isNear && onPage.width < NAMED ? zoomed(view, fit, WHOLE / onPage.width, centreOf(onPage)) : view
  const room = roomOf(view, insets)
  const at = boxOnPage(closer, box)
  if (contains(room, at)) return closer
  return moved(closer, centreOf(room).x - centreOf(at).x, centreOf(room).y - centreOf(at).y)
}
/** Whether all of them are on the page and can be read. */
export function areReadable(view: View, boxes: readonly Box[], insets: Insets): boolean {
  return areSeen(
    view,
    boxes.map((box) => boxOnPage(view, box)),
    insets,
  )
}
/** The same of boxes of the page. */
export function areSeen(view: View, boxes: readonly Box[], insets: Insets): boolean {
  const room = roomOf(view, insets)
  return boxes.every((at) => at.width >= NAMED && contains(room, at))
}

/** Whether it could be shown as it is, wherever it is now. */
export function hasRoom(view: View, box: Box, insets: Insets): boolean {
  const room = roomOf(view, insets)
  const at = boxOnPage(view, box)
  return at.width <= room.width && at.height <= room.height
}

/**
 * As large as the page allows; a wide box is pressed together as the fit is, a small one no larger than cards are at the fit or at 1:1.
 * `seen`: what becomes of a box of the chart at a zoom.
 */
export function framing(fit: View, box: Box, insets: Insets, seen: (view: View, box: Box) => Box = (_view, same) => same): View {
  const room = roomOf(fit, insets)
  const width = Math.max(1, box.width)
  const kx = Math.min(Math.max(1, fit.kx), room.width / width)
  const ky = Math.max(kx, fit.ky)
  const k = room.height / Math.max(1, seen({ ...fit, kx }, box).height)
  const view = { ...fit, kx: Math.min(kx, k), ky: Math.min(ky, k), x: 0, y: 0 }
  const at = boxOnPage(view, seen(view, box))
  return moved(view, centreOf(room).x - centreOf(at).x, centreOf(room).y - centreOf(at).y)
}

/** A list is moved up and down, and no more than it has to be: what is higher than the page begins at its head. */
export function scrolledTo(view: View, fit: View, bounds: Box, box: Box, insets: Insets): View {
  const from = { ...fit, y: view.kx > fit.kx * 1.01 ? fit.y : view.y }
  const room = roomOf(from, insets)
  const at = boxOnPage(from, box)
  const isHigh = at.height > room.height
  const up = room.y + Math.max(FOOT, Math.min(HEAD, room.height - at.height)) - at.y
  const down = room.y + room.height - (at.y + at.height)
  const dy = isHigh ? up : up > 0 ? up : Math.min(0, down)
  return scrolled(from, fit, bounds, 0, dy)
}
/** The name of a band stands over its first cards; where it has no room, a ring still has. */
const HEAD = 44
const FOOT = 8

/** The chart in its own size about a point of the page. */
export function actual(view: View, fit: View, about: Point): View {
  return zoomed(view, fit, 1 / view.kx, about)
}

/** Whether nothing of the chart is off the page. */
export function isWhole(view: View, bounds: Box): boolean {
  const { x, y, width, height } = boxOnPage(view, bounds)
  return x >= -HAIR && y >= -HAIR && x + width <= view.width + HAIR && y + height <= view.height + HAIR
}
const HAIR = 1

/** So that a point of the chart stands in the middle of the page. */
export function centredOn(view: View, { x, y }: Point): View {
  return { ...view, x: view.width / 2 - view.kx * x, y: view.height / 2 - view.ky * y }
}

/**
 * On the way from a to b: nearer by equal factors, so that a flight through a thousandfold zoom is even; what stands still at both ends
 * stands still between them. `seenY`: how a height of the chart is seen at a zoom.
 */
export function mixViews(a: View, b: View, e: number, seenY: (view: View) => (y: number) => number = () => (y) => y): View {
  if (e <= 0) return a
  if (e >= 1) return b
  const kx = a.kx * (b.kx / a.kx) ** e
  const ky = a.ky * (b.ky / a.ky) ** e
  const mix = (from: number, to: number, share: number) => from + (to - from) * share
  const across = shareOf(a.kx, b.kx, kx, e)
  const between = { ...b, kx, ky, x: mix(a.x, b.x, across) }
  const middle = (b.height / 2 - b.y) / b.ky
  const heightIn = (view: View) => view.y + view.ky * seenY(view)(middle)
  return { ...between, y: mix(heightIn(a), heightIn(b), shareOf(a.ky, b.ky, ky, e)) - ky * seenY(between)(middle) }
}
function shareOf(from: number, to: number, now: number, e: number): number {
  return from === to ? e : (now - from) / (to - from)
}

export function boxOnPage(view: View, { x, y, width, height }: Box): Box {
  return { x: view.x + view.kx * x, y: view.y + view.ky * y, width: width * view.kx, height: height * view.ky }
}
export function toChart(view: View, { x, y }: Point): Point {
  return { x: (x - view.x) / view.kx, y: (y - view.y) / view.ky }
}
function roomOf({ width, height }: View, { top, left, right, bottom }: Insets): Box {
  return { x: left, y: top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) }
}
function contains(outer: Box, { x, y, width, height }: Box): boolean {
  return x >= outer.x && y >= outer.y && x + width <= outer.x + outer.width && y + height <= outer.y + outer.height
}
function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
