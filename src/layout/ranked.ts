// The conventional chart, and the same turned over: its rows in the other order, x as it was.
import type { Org } from '../model/types'
import type { Drawn } from './drawn'
import { rank } from './ranks'
import type { Sizes } from './sizes'
import type { Stance } from './stance'

export function standByRank(org: Org, drawn: Drawn, sizes: Sizes, isMirror: boolean): Stance {
  const { middle, layer, layers } = rank(drawn, sizes, isMirror)
  const rowOf = (at: number) => (isMirror ? layers - 1 - at : at)
  const row = new Int32Array(drawn.count)
  for (const role of drawn.order) row[role] = rowOf(layer[role] as number)
  const meeting = { ...sizes.plain, height: sizes.front.height }
  return {
    middle,
    row,
    rows: Array.from({ length: layers }, (_, at) => ({ kind: 'rank', step: rowOf(at) })),
    fromLeft: drawn.order,
    cardOf: (role) => (isMirror && drawn.meets[role] === 1 ? meeting : sizes.plain),
    gridCard: sizes.plain,
    isOnFloor: (role) => isMirror && drawn.meets[role] === 0,
    areBusesApart: true,
    countsIn: (role) => {
      const depth = org.structure.depth[role] as number
      return depth < layers ? rowOf(depth) : -1
    },
  }
}
