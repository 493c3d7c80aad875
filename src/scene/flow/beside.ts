// Where beside a strand a number can stand: along its pieces, on either side, rather where nothing else comes near.
import type { Box } from '../../base/geometry'
import type { FreeRoom } from '../free-room'
import type { Picture } from '../picture'
import { roomFor } from '../text/measure'
import type { Laid } from './strands'
import { widthOn } from './streams'

/** px at 1:1; never smaller than can be read, and not larger than the names. */
const SIZE = 13
export const sizeOn = ({ chart }: Picture): number => Math.max(12, Math.min(18, SIZE * chart.k))
export const AIR = 4

/** Strands that others may not be written over. */
export function takeStrands(picture: Picture, laid: readonly Laid[], room: FreeRoom): void {
  for (const one of laid) for (const { box } of piecesOf(picture, one)) room.take(box)
}

export interface OnPage {
  readonly box: Box
  readonly isLevel: boolean
  readonly long: number
}
export function piecesOf(picture: Picture, laid: Laid): OnPage[] {
  const { chart } = picture
  const half = widthOn(picture, laid) / 2
  const pieces: OnPage[] = []
  for (let i = 0; i + 3 < laid.points.length; i += 2) {
    const [x0, y0, x1, y1] = laid.points.slice(i, i + 4) as [number, number, number, number]
    const isLevel = y0 === y1
    // Round a corner a strand reaches half its width beyond its middle line.
    const [before, after] = [i > 0 ? half : 0, i + 5 < laid.points.length ? half : 0]
    const isGrowing = isLevel ? x1 > x0 : y1 > y0
    const [atLow, atHigh] = isGrowing ? [before, after] : [after, before]
    const [left0, right0, top0, bottom0] = isLevel ? [atLow, atHigh, half, half] : [half, half, atLow, atHigh]
    const [left, right] = [chart.x(Math.min(x0, x1) - left0), chart.x(Math.max(x0, x1) + right0)]
    const [top, bottom] = [chart.y(Math.min(y0, y1) - top0), chart.y(Math.max(y0, y1) + bottom0)]
    pieces.push({
      box: { x: left, y: top, width: right - left, height: bottom - top },
      isLevel,
      long: isLevel ? right - left : bottom - top,
    })
  }
  return pieces
}

/** Along each piece, the longest first and that by which it leaves before all others; on the side that is asked for first. */
export function placesBeside(pieces: readonly OnPage[], width: number, size: number, isRight: boolean): Place[] {
  const inOrder = pieces
    .map((piece, i) => ({ ...piece, rank: piece.long + (i === 0 ? 30 : 0) - (piece.isLevel ? 20 : 0) }))
    .filter(({ isLevel, long }) => long >= (isLevel ? width : size))
    .sort((a, b) => b.rank - a.rank)
  return inOrder.flatMap(({ box, isLevel }) =>
    ALONG.flatMap((share) => {
      if (isLevel) {
        const x = box.x + box.width * share - width / 2
        const above = { x, y: box.y - AIR - size + 1, width, height: size }
        const below = { x, y: box.y + box.height + AIR - 1, width, height: size }
        return [
          { box: above, apart: { ...above, y: above.y - APART, height: size + APART } },
          { box: below, apart: { ...below, height: size + APART } },
        ]
      }
      const y = box.y + box.height * share - size / 2
      const left = { x: box.x - AIR - width, y, width, height: size }
      const right = { x: box.x + box.width + AIR, y, width, height: size }
      const both = [
        { box: left, apart: { ...left, x: left.x - APART, width: width + APART } },
        { box: right, apart: { ...right, width: width + APART } },
      ]
      return isRight ? both.reverse() : both
    }),
  )
}

/** For a number; `apart`: with air on the side away from its strand. */
export interface Place {
  readonly box: Box
  readonly apart: Box
}
const APART = 9

/** Of several ways to say it, the longest first, what has room apart from all others, so that it is plain whose it is; else what has any. */
export function saidBeside(
  texts: readonly string[],
  placesFor: (width: number) => readonly Place[],
  style: { readonly size: number; readonly bold: boolean },
  room: FreeRoom,
): { readonly text: string; readonly box: Box } | null {
  const tried = texts.map((text) => ({ text, places: placesFor(roomFor(text, style)) }))
  for (const side of ['apart', 'box'] as const)
    for (const { text, places } of tried) {
      const place = places.find((one) => room.isFree(one[side]))
      if (place) return { text, box: place.box }
    }
  return null
}

const ALONG = [0.5, 0.32, 0.68, 0.2, 0.8]
