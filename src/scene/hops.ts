// From hand to hand: an arrow for each hand-off that has been reached.
import { piecesOf } from './arrows'
import { groundAt } from './bands'
import type { Following } from './following'
import type { FreeRoom } from './free-room'
import { drawHands } from './hands'
import type { Picture } from './picture'
import { boxOfPiece, drawArrow, hopOnPage, isOffPage, scaleOf, THREAD } from './thread'
import type { GroupMark, Mark } from './types'

/** What of a ring stands out of its box. */
const RING = 5.5

export function isRingedAtEnd(path: Following['followed']['path']): boolean {
  return path.kind === 'way' || path.end === 'settled'
}

export interface Hop {
  /** 1 = the first hand-off. */
  readonly hand: number
  readonly to: number
  /** On the page; none where one box shows both. */
  readonly points: readonly number[]
}

export function drawHops(picture: Picture, following: Following, room: FreeRoom): Mark[] {
  const { boxes, reached, followed } = following
  const s = scaleOf(picture)
  const hops = boxes.slice(1, reached + 1).flatMap((to, i): Hop[] => {
    const isRinged = isRingedAtEnd(followed.path) && i + 1 === boxes.length - 1
    const points = shortened(hopOnPage(picture, boxes[i] as number, to), isRinged ? RING * s : 1)
    return points.length > 0 && isOffPage(picture, points) ? [] : [{ hand: i + 1, to, points }]
  })
  for (const { points } of hops) for (const piece of piecesOf(points)) room.take(boxOfPiece(piece, THREAD.half * s))
  const lines = hops.flatMap(({ hand, to, points }): GroupMark[] => {
    if (points.length === 0) return []
    const marks = drawArrow(picture, points, groundAt(picture, points[1] as number))
    return [{ kind: 'group', key: `followed-hop-${hand}`, title: titleOf(picture, following, hand, to), marks }]
  })
  return [...lines, ...drawHands(picture, following, hops, room)]
}

function titleOf({ words, labels }: Picture, { followed }: Following, hand: number, box: number): string {
  const { path } = followed
  const role = path.kind === 'way' ? path.roles[hand] : path.stops[hand]?.role
  return words.say('scene.hand', { hand, role: labels.title(role ?? box) })
}

function shortened(points: readonly number[], by: number): number[] {
  if (points.length < 4) return [...points]
  const [x0, y0, x1, y1] = points.slice(-4) as [number, number, number, number]
  const length = Math.hypot(x1 - x0, y1 - y0)
  const share = length > 0 ? Math.min(0.9, by / length) : 0
  return [...points.slice(0, -2), x1 + (x0 - x1) * share, y1 + (y0 - y1) * share]
}
