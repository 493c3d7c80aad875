// Strands side by side: where ways share a corridor or the edge of a box each gets a place of its own there (`corridors.ts`). Those that run to
// one box and end alike lie close together, like one stream, and turn round one point; where there is too little room all get thinner.
import type { Layout } from '../../layout/types'
import { type Placed, piecesInOrder, place, streamOf } from './corridors'
import { type Piece, piecesAlong, piecesBetween } from './ways'

/** It goes nowhere; to somebody who is not on the chart. */
export const STOPS = -1
export const LEAVES = -2

/** From the box that shows one role to the box that shows another. */
export interface Strand {
  readonly from: number
  /** STOPS or LEAVES: it comes out of the box, on the side away from the customers. */
  readonly to: number
  /** What it is of: strands of one sort to one box are one stream. */
  readonly sort: number
  /** Chart units. */
  readonly width: number
}
export interface Laid {
  readonly strand: Strand
  readonly width: number
  /** x, y pairs, level and upright by turns. */
  readonly points: readonly number[]
  /** Of the middle line, at each corner. */
  readonly radii: readonly number[]
}

export interface Laying {
  /** Between strands that are not one stream. */
  readonly gap: number
  /** Of the innermost edge of a stream at a corner. */
  readonly corner: number
  /** How far a strand that goes nowhere comes out of its box. */
  readonly stub: number
  /** With what stands at its end. */
  readonly standing: number
}

/** All strands of a chart, and by what their widths were multiplied so that all find room. */
export function layStrands(
  layout: Layout,
  strands: readonly Strand[],
  laying: Laying,
): { readonly laid: readonly Laid[]; readonly scale: number } {
  const stopping = new Set(strands.flatMap(({ from, to }) => (to < 0 ? [from] : [])))
  const standing = (box: number) => (stopping.has(box) ? laying.standing : 0)
  const ways = strands.map((strand, i) =>
    strand.to < 0 ? stubOf(layout, i, strand.from, laying.stub) : piecesBetween(layout, i, strand.from, strand.to, strand.width, standing),
  )
  const placed = ways.map(piecesInOrder)
  const pieces = placed.flat()
  let scale = 1
  for (let round = 0; ; round++) {
    const width = (piece: Placed) => (strands[piece.piece.strand] as Strand).width * scale
    const tightest = place(pieces, strands, width, laying.gap * Math.min(1, scale * 1.5), round === 0)
    if (tightest >= 0.999 || round === 3) break
    scale *= tightest
  }
  const inner = innerEdges(placed, strands, scale)
  const laid = placed.map((own, i): Laid => {
    const strand = strands[i] as Strand
    const radii = own
      .slice(1)
      .map(
        (piece, k) => laying.corner + Math.abs((inner.get(turnOf(own[k] as Placed, piece, strands)) as number) - (own[k] as Placed).place),
      )
    return { strand, width: strand.width * scale, points: pointsOf(own), radii }
  })
  return { laid, scale }
}

function stubOf(layout: Layout, i: number, from: number, long: number): Piece[] {
  const x = (layout.x[from] as number) + (layout.w[from] as number) / 2
  const isFlipped = layout.placing.orientation === 'flipped'
  const y = (layout.y[from] as number) + (isFlipped ? (layout.h[from] as number) + (layout.edges[from] as number) : 0)
  return piecesAlong(layout, i, [x, y, x, isFlipped ? y + long : y - long], from, -1)
}

function pointsOf(own: readonly Placed[]): number[] {
  const points: number[] = []
  own.forEach(({ piece, place }, k) => {
    if (k === 0) points.push(...(piece.isLevel ? [piece.from, place] : [place, piece.from]))
    const end = own[k + 1]?.place ?? piece.to
    points.push(...(piece.isLevel ? [end, place] : [place, end]))
  })
  return points
}

/** Strands of one stream that turn off together turn round one point: where their innermost edge lies before the turn. */
function innerEdges(placed: readonly (readonly Placed[])[], strands: readonly Strand[], scale: number): ReadonlyMap<string, number> {
  const inner = new Map<string, number>()
  for (const own of placed)
    for (let k = 1; k < own.length; k++) {
      const [before, after] = [own[k - 1] as Placed, own[k] as Placed]
      const turn = turnOf(before, after, strands)
      const side = Math.sign(after.piece.to - after.piece.from) || 1
      const edge = before.place + (side * (strands[before.piece.strand] as Strand).width * scale) / 2
      const known = inner.get(turn)
      inner.set(turn, known === undefined ? edge : side > 0 ? Math.max(known, edge) : Math.min(known, edge))
    }
  return inner
}

const turnOf = (before: Placed, after: Placed, strands: readonly Strand[]) =>
  `${streamOf(before, strands)} ${before.piece.isLevel} ${before.cluster} ${Math.round(before.piece.at)} ${after.cluster} ${after.piece.to > after.piece.from}`
