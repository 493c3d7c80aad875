// The whole chart in the corner of a part of it: rows of colour, no words. Blocks are merged to the pixel, so that drawing a map costs what
// the map is large, and it is drawn once a layout: what moves over it is an element of its own.
import type { Box, Point } from '../../base/geometry'
import { firstFrom } from '../../layout/find'
import type { Layout, Row } from '../../layout/types'
import type { Org, Structure } from '../../model/types'
import { NOTHING_DIMMED } from '../../scene/dimming'
import { farnessOf } from '../../scene/far/farness'
import { type Lift, lowered, same } from '../../scene/far/levels'
import { seenY } from '../../scene/far/sight'
import { drawSlabs } from '../../scene/far/slabs'
import { spreadOf } from '../../scene/far/spread'
import { distanceLook, type Look, rankLook } from '../../scene/looks'
import { mix } from '../../scene/mix'
import { momentOf } from '../../scene/moment'
import { penFor } from '../../scene/pen'
import type { Theme } from '../../scene/theme'
import type { Colour, View } from '../../scene/types'

export const LARGEST = { width: 184, height: 112 } as const
const LEAST = 40

/** How chart units stand on the map; far away x and y are pressed together apart, as on the page. */
export interface MapScale {
  readonly kx: number
  readonly ky: number
  readonly width: number
  readonly height: number
  readonly bounds: Box
  /** From far away rows close up on the map as they do on the page. */
  readonly lift: Lift
}
export interface Block extends Box {
  readonly fill: Colour
}

export function mapScale(layout: Layout, structure: Structure): MapScale {
  const { bounds } = layout
  const w = Math.max(1, bounds.width)
  const h = Math.max(1, bounds.height)
  if (isFar(layout)) {
    const lift = seenY(layout, structure, { kx: LARGEST.width / w })
    const seen = Math.max(1, lift(bounds.y + h) - lift(bounds.y))
    const height = Math.max(LEAST, Math.min(LARGEST.height, Math.round(seen * FAR_ROWS)))
    return { kx: LARGEST.width / w, ky: height / seen, width: LARGEST.width, height, bounds, lift }
  }
  const k = Math.min(LARGEST.width / w, LARGEST.height / h)
  const width = Math.max(LEAST, Math.round(w * k))
  const height = Math.max(LEAST, Math.round(h * k))
  return { kx: width / w, ky: height / h, width, height, bounds, lift: same }
}
/** Of a row's height, so that each is some pixels high. */
const FAR_ROWS = 0.14
/** As wide as the map, its boxes would be less than a pixel each: its branches are drawn. */
const isFar = ({ bounds, isList }: Layout) => !isList && farnessOf({ kx: LARGEST.width / Math.max(1, bounds.width) }) === 1

/** What of the map is on the page: of the page without what covers the chart. `chartY`: the height of the chart that is seen at one. */
export function frameOn(
  { kx, ky, width, height, bounds, lift }: MapScale,
  view: View,
  covered: { readonly top: number; readonly left: number },
  chartY: (seen: number) => number = (y) => y,
): Box {
  const cut = (value: number, most: number) => Math.min(most, Math.max(0, value))
  const across = (px: number) => cut(((px - view.x) / view.kx - bounds.x) * kx, width)
  const down = (px: number) => cut((lift(chartY((px - view.y) / view.ky)) - lift(bounds.y)) * ky, height)
  const [left, right] = [across(covered.left), across(view.width)]
  const [top, bottom] = [down(covered.top), down(view.height)]
  return { x: left, y: top, width: right - left, height: bottom - top }
}
export function toBounds({ kx, ky, bounds, lift }: MapScale, { x, y }: Point): Point {
  const seen = lift(bounds.y) + y / ky
  return { x: bounds.x + x / kx, y: lift === same ? seen : lowered(lift, seen) }
}

export function blocksOf(org: Org, layout: Layout, theme: Theme, scale: MapScale): readonly Block[] {
  const blocks = customersOf(layout, theme, scale)
  if (isFar(layout)) return [...blocks, ...slabsOn(org, layout, theme, scale)]
  const isFlipped = layout.placing.orientation === 'flipped'
  const fills = new Map<number, Colour>()
  const fillOf = (role: number) => {
    const key = isFlipped ? Math.min(4, org.structure.distance[role] as number) : Math.min(3, org.structure.depth[role] as number)
    let fill = fills.get(key)
    if (!fill) fills.set(key, (fill = seen(isFlipped ? distanceLook(theme, key) : rankLook(theme, key))))
    return fill
  }
  let free = -1
  for (const row of layout.rows) {
    const foot = Math.floor((row.y + row.height - scale.bounds.y) * scale.ky)
    if (foot <= free) continue // several rows share a pixel: the first one has it
    free = foot
    drawRow(layout, row, scale, fillOf, blocks)
  }
  return blocks
}

/** The far picture, small and without words. */
function slabsOn(org: Org, layout: Layout, theme: Theme, { kx, ky, width, height, bounds, lift }: MapScale): Block[] {
  const view: View = { kx, ky, x: -bounds.x * kx, y: -lift(bounds.y) * ky, width, height }
  const ground = {
    org,
    moment: momentOf(layout),
    view,
    chart: penFor(view, lift),
    theme,
    dimming: NOTHING_DIMMED,
    medium: 'screen' as const,
    worn: null,
  }
  const { marks } = drawSlabs(ground, spreadOf(ground, 1, []))
  return marks.flatMap((mark) => (mark.kind === 'rectangle' && mark.fill ? [{ ...mark, fill: mark.fill }] : []))
}

function drawRow(layout: Layout, { roles }: Row, { kx, ky, bounds }: MapScale, fillOf: (role: number) => Colour, blocks: Block[]) {
  const { x, y, w, h } = layout
  for (let k = 0; k < roles.length; ) {
    const role = roles[k] as number
    const left = ((x[role] as number) - bounds.x) * kx
    const fill = fillOf(role)
    const block = {
      x: left,
      y: ((y[role] as number) - bounds.y) * ky,
      width: Math.max(1, (w[role] as number) * kx),
      height: Math.max(1.5, (h[role] as number) * ky),
      fill,
    }
    const last = blocks.at(-1)
    const touches = last && last.fill === fill && last.y === block.y && left - (last.x + last.width) < 0.5
    if (touches) blocks[blocks.length - 1] = { ...last, width: left + block.width - last.x }
    else blocks.push(block)
    // Boxes of one column stand over one another in a grid; those that share a pixel are one.
    k = isCrowded(roles, w[role] as number, kx) ? firstFrom(layout, roles, (x[role] as number) + 1 / kx, k + 1) : k + 1
  }
}
function isCrowded(roles: Int32Array, width: number, kx: number): boolean {
  return roles.length > LARGEST.width && width * kx < 1
}

function customersOf({ customers }: Layout, theme: Theme, { kx, ky, bounds, lift }: MapScale): Block[] {
  const { field, hairline } = theme.customers
  return (customers?.segments ?? []).map(({ x, y, width, height }) => ({
    x: (x - bounds.x) * kx,
    y: (lift(y) - lift(bounds.y)) * ky,
    width: Math.max(1, width * kx - 0.5),
    height: Math.max(1.5, (lift(y + height) - lift(y)) * ky),
    fill: customers?.form === 'field' ? field : hairline,
  }))
}
/** A block has no edge to be seen by, so it takes some of the edge's colour into its own. */
function seen({ fill, edge }: Look): Colour {
  return mix(fill, edge, 0.45)
}

/** Sizes the canvas and draws the map on it. */
export function paintMap(canvas: HTMLCanvasElement, blocks: readonly Block[], { width, height }: MapScale, paper: Colour): void {
  const density = devicePixelRatio || 1
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) return
  context.setTransform(density, 0, 0, density, 0, 0)
  context.fillStyle = paper
  context.fillRect(0, 0, width, height)
  for (const block of blocks) {
    context.fillStyle = block.fill
    context.fillRect(block.x, block.y, block.width, block.height)
  }
}
