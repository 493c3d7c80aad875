// The ink thread: its measures, a line with halo and head, and where boxes and ways between them stand on the page.
import type { Box } from '../base/geometry'
import { passageBetween } from '../layout/passage'
import { headAt, lineThrough, type Piece } from './arrows'
import { bodyOf } from './card-body'
import type { Picture } from './picture'
import type { Colour, Mark } from './types'

/** Px on a page where the chart is 1:1 (mocks/README.md, followed-case). */
export const THREAD = { width: 4, halo: 8, head: 12, half: 8, hand: 12, corner: 8 } as const
/** Hands and hours can be read however small the chart is, and do not grow over it. */
export function scaleOf({ chart }: Picture): number {
  return Math.max(0.85, Math.min(1.5, chart.k))
}

/** A line along `points`, its halo under it, its head at the end. `ground`: the colour of the halo. */
export function drawArrow(picture: Picture, points: readonly number[], ground: Colour, hasHead = true): Mark[] {
  const { page, theme } = picture
  const s = scaleOf(picture)
  const short = hasHead ? THREAD.head * s - 1 : 0
  // Filled, not stroked: a pale stroke counts as a line that cannot be seen (slide-safe.json, contrast).
  const halos = halosOf(points, (THREAD.halo / 2) * s).map((box) => page.rectangle(box, { fill: ground }))
  const stroke = { colour: theme.ink, width: THREAD.width * s, join: 'round' } as const
  const head = hasHead ? [page.path(headAt(points, THREAD.head * s, THREAD.half * s), { fill: theme.ink })] : []
  return [...halos, page.path(lineThrough(points, THREAD.corner * s, short), { stroke }), ...head]
}

/** On both sides of each piece, and round corners, but not beyond the ends, where the boxes are. */
function halosOf(points: readonly number[], half: number): Box[] {
  const halos: Box[] = []
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number]
    const [before, after] = [i > 0 ? half : 0, i + 4 < points.length ? half : 0]
    const [dx, dy] = [Math.sign(x1 - x0), Math.sign(y1 - y0)]
    const [ax, ay, bx, by] = [x0 - dx * before, y0 - dy * before, x1 + dx * after, y1 + dy * after]
    const [wide, high] = dx === 0 ? [half, 0] : [0, half]
    halos.push({
      x: Math.min(ax, bx) - wide,
      y: Math.min(ay, by) - high,
      width: Math.abs(bx - ax) + 2 * wide,
      height: Math.abs(by - ay) + 2 * high,
    })
  }
  return halos
}

/** Points of a hop on the page; empty where one box shows both ends. */
export function hopOnPage({ moment, chart }: Picture, from: number, to: number): number[] {
  return passageBetween(moment.to, from, to).map((value, i) => (i % 2 === 0 ? chart.x(value) : chart.y(value)))
}

export function isOffPage({ view }: Picture, points: readonly number[]): boolean {
  const xs = points.filter((_, i) => i % 2 === 0)
  const ys = points.filter((_, i) => i % 2 === 1)
  return Math.max(...xs) < 0 || Math.min(...xs) > view.width || Math.max(...ys) < 0 || Math.min(...ys) > view.height
}

export function boxOfPiece({ x0, y0, x1, y1 }: Piece, half: number): Box {
  return {
    x: Math.min(x0, x1) - half,
    y: Math.min(y0, y1) - half,
    width: Math.abs(x1 - x0) + 2 * half,
    height: Math.abs(y1 - y0) + 2 * half,
  }
}

/** The card of a box on the page, its gauge left aside. */
export function cardOnPage({ moment, chart, org, worn }: Picture, role: number): Box {
  const at = moment.boxOf(role, { x: 0, y: 0, w: 0, h: 0, presence: 0 })
  const body = bodyOf(
    { box: { x: at.x, y: at.y, width: at.w, height: at.h }, turned: moment.turned(role), presence: 1 },
    org.structure.distance[role] === 1 && !worn,
  )
  return { x: chart.x(body.x), y: chart.y(body.y), width: body.width * chart.kx, height: body.height * chart.ky }
}
