// One way to say who leads whom in a grid, tried out on all of it: for every row the row above, and how well that went.
import type { Column, Grid } from './grid'
import type { Shape, UnderstoodLink } from './understood'

export const NOBODY = -1
/** Somebody who is not in the file. */
export const MISSING = -2

/** A box that no row stands for: a level of a path, a manager who is only named. */
export interface MadeBox {
  readonly label: string
}

export interface Linkage {
  readonly shape: Shape
  /** Who a row is; null where its place says so. */
  readonly id: Column | null
  /** Columns whose values say who leads it. */
  readonly by: readonly Column[]
  /** Rows, then made boxes: the row above, NOBODY or MISSING; a row may stand above itself. */
  readonly parent: Int32Array
  readonly made: readonly MadeBox[]
  /** Ids are names or addresses, compared without case. */
  readonly isLabel: boolean
  /** Found by values alone. */
  readonly isGuess: boolean
  readonly counts: Counts
  readonly score: number
}

export interface Counts {
  /** Rows that name somebody above them who is not themselves; of these, those that are in the file. */
  readonly named: number
  readonly resolved: number
  /** Rows that never come to a top. */
  readonly cycles: number
  readonly tops: number
  readonly repeated: number
  readonly agreement: number | null
}

export function countsOf(parent: Int32Array, repeated: number, agreement: number | null): Counts {
  let [named, resolved, tops] = [0, 0, 0]
  for (let i = 0; i < parent.length; i++) {
    const above = parent[i] as number
    if (above === NOBODY || above === i) tops++
    else named++
    if (above >= 0 && above !== i) resolved++
  }
  return { named, resolved, cycles: circling(parent).length, tops, repeated, agreement }
}

/** 0–1: the share of links that lead somewhere, weighed by repeated ids, circles, how much of the file they tie together, and a second witness. */
export function scoreOf({ named, resolved, cycles, repeated, agreement }: Counts, rows: number): number {
  const unique = 1 - repeated / rows
  const cover = resolved / Math.max(1, rows - 1)
  const share = named === 0 ? 0 : resolved / named
  const straight = 1 - cycles / rows
  return unique * share * straight * (0.6 + 0.4 * Math.min(1, cover)) * (agreement === null ? 1 : 0.3 + 0.7 * agreement)
}

/** A linkage whose rows are where they are: there is nobody who might be missing. */
export function placedLinkage(
  grid: Grid,
  shape: Shape,
  parent: Int32Array,
  trust: number,
  rest: Partial<Pick<Linkage, 'id' | 'by' | 'made' | 'isGuess'>> = {},
): Linkage {
  const counts = countsOf(parent, 0, null)
  const score = grid.length === 0 ? 0 : scoreOf(counts, parent.length) * trust
  return { shape, id: null, by: [], made: [], isLabel: false, isGuess: false, ...rest, parent, counts, score }
}

/** Rows that lead back to themselves or to a circle. Linear. */
export function circling(parent: Int32Array): readonly number[] {
  const state = new Uint8Array(parent.length) // 0 new, 1 on the way, 2 comes to a top, 3 circles
  const found: number[] = []
  const way: number[] = []
  for (let i = 0; i < parent.length; i++) {
    let at = i
    while (at >= 0 && state[at] === 0) {
      state[at] = 1
      way.push(at)
      const above = parent[at] as number
      at = above === at ? NOBODY : above
    }
    const end = at < 0 || state[at] === 2 ? 2 : 3
    for (const passed of way) state[passed] = end
    if (end === 3) for (const passed of way) found.push(passed)
    way.length = 0
  }
  return found
}

/** Of the rows that circle, those on the circle itself. */
export function circles(parent: Int32Array): readonly number[] {
  const round = new Set(circling(parent))
  const below = new Map<number, number>()
  for (const at of round) below.set(parent[at] as number, (below.get(parent[at] as number) ?? 0) + 1)
  const outside = [...round].filter((at) => !below.has(at))
  for (let at = outside.pop(); at !== undefined; at = outside.pop()) {
    round.delete(at)
    const above = parent[at] as number
    const left = (below.get(above) ?? 0) - 1
    below.set(above, left)
    if (left === 0) outside.push(above)
  }
  return [...round].sort((a, b) => a - b)
}

export function understoodLink({ shape, id, by, counts, score }: Linkage): UnderstoodLink {
  return { shape, id: id?.name ?? '', manager: by.map((column) => column.name).join(' › '), ...counts, score: rounded(score) }
}

const rounded = (share: number) => Math.round(share * 1000) / 1000
