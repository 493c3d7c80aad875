// From far away a box is a block of colour, and blocks that touch on the screen are one: so a row of a hundred thousand costs no more
// marks than the page has pixels.
import type { MovingBox } from '../layout/types'
import { bodyOf } from './card-body'
import { lookOf } from './cards'
import type { Look } from './looks'
import { mix } from './mix'
import { NOT_ASKED } from './overlays/overlay'
import type { Picture } from './picture'
import { drawTexture } from './readings/texture'
import type { Colour, Mark, RectangleMark } from './types'

/** px */
const TOUCH = 0.75

interface Run {
  x: number
  y: number
  right: number
  bottom: number
  fill: Colour
  /** What is said of all in it by an overlay, where one is shown. */
  band: number
}

/** `roles` in the order they are drawn, a row from left to right. */
export function drawBlocks(picture: Picture, roles: readonly number[]): Mark[] {
  const runs: Run[] = []
  const fills = new Map<string, Colour>()
  const at: MovingBox = { x: 0, y: 0, w: 0, h: 0, presence: 0 }
  for (const role of roles) {
    const run = runOf(picture, role, at, fills)
    const last = runs.at(-1)
    const touches =
      last &&
      last.fill === run.fill &&
      last.band === run.band &&
      Math.abs(last.y - run.y) < 0.5 &&
      run.x >= last.x &&
      run.x - last.right < TOUCH
    if (touches) last.right = Math.max(last.right, run.right)
    else runs.push(run)
  }
  return runs.flatMap(({ x, y, right, bottom, fill, band }): Mark[] => {
    const box = { x, y, width: Math.max(0.5, right - x), height: bottom - y }
    return [{ kind: 'rectangle', ...box, fill } satisfies RectangleMark, ...drawTexture(picture.page, box, band, picture.theme)]
  })
}

/** `fills`: the colours of this frame, by all that they depend on. */
function runOf(picture: Picture, role: number, at: MovingBox, fills: Map<string, Colour>): Run {
  const { moment, chart, org, dimming, worn } = picture
  const { depth, distance } = org.structure
  const { x, y, w, h, presence } = moment.boxOf(role, at)
  const turned = moment.turned(role)
  const state = { box: { x, y, width: w, height: h }, turned, presence }
  const body = bodyOf(state, distance[role] === 1 && !worn)
  const band = worn?.bandOf(role) ?? NOT_ASKED
  const key = `${band} ${Math.min(3, depth[role] as number)} ${Math.min(4, distance[role] as number)} ${turned} ${presence} ${dimming.ofRole(role)}`
  const fill = fills.get(key) ?? blockFill(lookOf(picture, role, state))
  fills.set(key, fill)
  return {
    x: chart.x(body.x),
    y: chart.y(body.y),
    right: chart.x(body.x + body.width),
    bottom: chart.y(body.y + body.height),
    fill,
    band,
  }
}

/** A block has no edge to be seen by, so it takes some of the edge's colour into its own. */
function blockFill({ fill, edge }: Look): Colour {
  return mix(fill, edge, 0.4)
}
