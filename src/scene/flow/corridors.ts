// Corridors: pieces that run beside one another, or touch one side of a box, are set out side by side in an order in which few of them cross,
// round where each would lie by itself, within the room that boxes leave.
import type { Strand } from './strands'
import type { Piece } from './ways'

/** A piece with its place among others. */
export interface Placed {
  readonly piece: Piece
  readonly low: number
  readonly high: number
  /** Where its strand turns to at its low and at its high end: -1, 1; 0 = nowhere. And the piece it goes on as there. */
  readonly turnLow: number
  readonly turnHigh: number
  readonly atLow: Placed | null
  readonly atHigh: Placed | null
  cluster: number
  place: number
}

export function piecesInOrder(way: readonly Piece[]): Placed[] {
  const placed = way.map((piece): { -readonly [K in keyof Placed]: Placed[K] } => ({
    piece,
    low: Math.min(piece.from, piece.to),
    high: Math.max(piece.from, piece.to),
    turnLow: 0,
    turnHigh: 0,
    atLow: null,
    atHigh: null,
    cluster: -1,
    place: piece.at,
  }))
  placed.forEach((one, i) => {
    const isGrowing = one.piece.to >= one.piece.from
    const before = placed[i - 1]
    const after = placed[i + 1]
    // The piece before comes from where it began, the piece after goes where it ends.
    const turnBefore = before ? Math.sign(before.piece.from - before.piece.to) : 0
    const turnAfter = after ? Math.sign(after.piece.to - after.piece.from) : 0
    one.turnLow = isGrowing ? turnBefore : turnAfter
    one.turnHigh = isGrowing ? turnAfter : turnBefore
    one.atLow = (isGrowing ? before : after) ?? null
    one.atHigh = (isGrowing ? after : before) ?? null
  })
  return placed
}

/** Pieces of different ways whose middles are nearer than this share a corridor. */
const NEAR = 26

/** Gives each piece its place. How much of the width that is wanted there is room for: the least of all clusters, 1 where all fit. */
export function place(
  pieces: readonly Placed[],
  strands: readonly Strand[],
  width: (one: Placed) => number,
  gap: number,
  isFirst: boolean,
): number {
  let tightest = 1
  // Level pieces first: the order of the upright ones follows from how high they turn off.
  for (const isLevel of [true, false]) {
    const own = pieces.filter(({ piece }) => piece.isLevel === isLevel)
    if (isFirst) cluster(own)
    for (const members of bunched(own)) tightest = Math.min(tightest, setOut(inOrder(members, strands), strands, width, gap))
  }
  return tightest
}

function bunched(pieces: readonly Placed[]): Placed[][] {
  const bunches = new Map<number, Placed[]>()
  for (const one of pieces) {
    const known = bunches.get(one.cluster)
    if (known) known.push(one)
    else bunches.set(one.cluster, [one])
  }
  return [...bunches.values()]
}

/** Those that touch the same side of a box, or run beside one another, are one cluster. */
function cluster(pieces: readonly Placed[]): void {
  const leader = pieces.map((_, i) => i)
  const find = (i: number): number => {
    let at = i
    while (leader[at] !== at) at = leader[at] = leader[leader[at] as number] as number
    return at
  }
  const join = (a: number, b: number) => {
    leader[find(a)] = find(b)
  }
  const sides = new Map<string, number>()
  pieces.forEach(({ piece }, i) => {
    for (const [box, end, other] of [
      [piece.leaves, piece.from, piece.to],
      [piece.enters, piece.to, piece.from],
    ] as const) {
      if (box < 0) continue
      const side = `${box} ${piece.isLevel} ${other > end}`
      const known = sides.get(side)
      if (known === undefined) sides.set(side, i)
      else join(i, known)
    }
  })
  const order = pieces.map((_, i) => i).sort((a, b) => (pieces[a] as Placed).piece.at - (pieces[b] as Placed).piece.at)
  order.forEach((i, k) => {
    const a = pieces[i] as Placed
    for (let m = k + 1; m < order.length; m++) {
      const b = pieces[order[m] as number] as Placed
      if (b.piece.at - a.piece.at > NEAR) break
      if (overlap(a, b)) join(i, order[m] as number)
    }
  })
  pieces.forEach((one, i) => {
    one.cluster = find(i)
  })
}

function overlap(a: Placed, b: Placed): boolean {
  return a.low < b.high + 6 && b.low < a.high + 6
}

const FAR_OFF = 1e7

/**
 * Where a piece should lie among those beside it, from low to high, so that its ends cross as few as may be: what turns to the low side at
 * both ends comes first, the shorter within the longer.
 */
function keyOf({ turnLow, turnHigh, atLow, atHigh, low, high }: Placed): number {
  return turnLow * (FAR_OFF + (atLow?.place ?? low)) + turnHigh * (FAR_OFF - (atHigh?.place ?? high))
}

export const streamOf = ({ piece }: Placed, strands: readonly Strand[]) => {
  const { from, to, sort } = strands[piece.strand] as Strand
  return to < 0 ? `${from} ${to} ${sort}` : `${to} ${sort}`
}

function inOrder(members: Placed[], strands: readonly Strand[]): Placed[] {
  const keys = new Map(members.map((one) => [one, keyOf(one)]))
  const streams = new Map<string, { sum: number; count: number }>()
  const isLevel = members[0]?.piece.isLevel
  for (const one of members) {
    const stream = streamOf(one, strands)
    const known = streams.get(stream) ?? { sum: 0, count: 0 }
    streams.set(stream, { sum: known.sum + (keys.get(one) as number), count: known.count + 1 })
  }
  const mean = (one: Placed) => {
    const { sum, count } = streams.get(streamOf(one, strands)) as { sum: number; count: number }
    // Upright pieces at one box come from both sides: only of level ones a stream stays together.
    return isLevel ? sum / count : (keys.get(one) as number)
  }
  const sort = (one: Placed) => (strands[one.piece.strand] as Strand).sort
  return [...members].sort(
    (a, b) =>
      mean(a) - mean(b) || sort(a) - sort(b) || (keys.get(a) as number) - (keys.get(b) as number) || a.piece.strand - b.piece.strand,
  )
}

/** Sets them out side by side round where they would lie by themselves, pushed apart and back within their room. */
function setOut(members: readonly Placed[], strands: readonly Strand[], width: (one: Placed) => number, gap: number): number {
  const offset = new Float64Array(members.length)
  const air = (a: Placed, b: Placed) => (streamOf(a, strands) === streamOf(b, strands) ? 0 : gap)
  const stacked = (a: number, b: number) =>
    (width(members[a] as Placed) + width(members[b] as Placed)) / 2 + air(members[a] as Placed, members[b] as Placed)
  const isBeside = (a: number, b: number) =>
    overlap(members[a] as Placed, members[b] as Placed) || touchesSame(members[a] as Placed, members[b] as Placed)
  let tightest = 1
  for (let i = 0; i < members.length; i++) {
    for (let k = 0; k < i; k++) if (isBeside(k, i)) offset[i] = Math.max(offset[i] as number, (offset[k] as number) + stacked(k, i))
  }
  const shift = members.reduce((sum, one, i) => sum + one.piece.at - (offset[i] as number), 0) / members.length
  for (let i = 0; i < members.length; i++) {
    const one = members[i] as Placed
    let at = Math.max((offset[i] as number) + shift, one.piece.least + width(one) / 2)
    for (let k = 0; k < i; k++) if (isBeside(k, i)) at = Math.max(at, (members[k] as Placed).place + stacked(k, i))
    one.place = at
  }
  for (let i = members.length - 1; i >= 0; i--) {
    const one = members[i] as Placed
    let at = Math.min(one.place, one.piece.most - width(one) / 2)
    for (let k = i + 1; k < members.length; k++) if (isBeside(i, k)) at = Math.min(at, (members[k] as Placed).place - stacked(i, k))
    one.place = at
  }
  for (let i = 0; i < members.length; i++) {
    const one = members[i] as Placed
    const short = one.piece.least - (one.place - width(one) / 2)
    if (short <= 0.01) continue
    // What lies between the two edges of the room of this one and of those that pushed it out.
    const all = one.piece.most - one.piece.least
    tightest = Math.min(tightest, Math.max(0.25, all / (all + short)))
  }
  return tightest
}

function touchesSame(a: Placed, b: Placed): boolean {
  const sides = ({ piece }: Placed) => [`${piece.leaves} ${piece.to > piece.from}`, `${piece.enters} ${piece.from > piece.to}`]
  const own = sides(a)
  return sides(b).some((side) => !side.startsWith('-1') && own.includes(side))
}
