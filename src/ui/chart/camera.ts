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

/** Kept so that part of the chart stays on the page. */
export function keptNear(view: View, bounds: Box): View {
  const { x, y, width, height } = boxOnPage(view, bounds)
  const edgeX = Math.min(width, view.width) / 3
  const edgeY = Math.min(height, view.height) / 3
  const dx = Math.max(0, edgeX - (x + width)) - Math.max(0, x - (view.width - edgeX))
  const dy = Math.max(0, edgeY - (y + height)) - Math.max(0, y - (view.height - edgeY))
  return dx === 0 && dy === 0 ? view : moved(view, dx, dy)
}

/** So that `box` is wholly on the page and large enough to read; the same view where it is already. */
export function showing(view: View, fit: View, box: Box, margin: number): View {
  const onPage = boxOnPage(view, box)
  const closer = onPage.width < NAMED ? zoomed(view, fit, WHOLE / onPage.width, centreOf(onPage)) : view
  const { x, y, width, height } = boxOnPage(closer, box)
  const isIn = x >= margin && y >= margin && x + width <= view.width - margin && y + height <= view.height - margin
  if (isIn) return closer
  return moved(closer, view.width / 2 - (x + width / 2), view.height / 2 - (y + height / 2))
}

export function mixViews(a: View, b: View, e: number): View {
  if (e <= 0) return a
  if (e >= 1) return b
  const mix = (from: number, to: number) => from + (to - from) * e
  return { ...b, kx: mix(a.kx, b.kx), ky: mix(a.ky, b.ky), x: mix(a.x, b.x), y: mix(a.y, b.y) }
}

export function boxOnPage(view: View, { x, y, width, height }: Box): Box {
  return { x: view.x + view.kx * x, y: view.y + view.ky * y, width: width * view.kx, height: height * view.ky }
}
export function toChart(view: View, { x, y }: Point): Point {
  return { x: (x - view.x) / view.kx, y: (y - view.y) / view.ky }
}
function centreOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 }
}
