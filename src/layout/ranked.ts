// The conventional chart, and the same turned over: its rows in the other order, x as it was.
import type { Steps } from '../base/steps'
import type { Org } from '../model/types'
import { isOf, rankAgain } from './again'
import type { Drawn } from './drawn'
import { rank } from './ranks'
import type { Sizes } from './sizes'
import type { Stance } from './stance'
import type { Layout } from './types'

/** `before`: a chart of the same kind, from which not much has changed. */
export function* standByRank(org: Org, drawn: Drawn, sizes: Sizes, isMirror: boolean, before: Layout | null): Steps<Stance> {
  const ranked = yield* before && isOf(org.structure, before)
    ? rankAgain(org.structure, drawn, sizes, isMirror, before)
    : rank(org.structure, drawn, sizes, isMirror)
  const { middle, layer: row, layers } = ranked
  yield
  const rowOf = (layer: number) => (isMirror ? layers - 1 - layer : layer)
  if (isMirror) for (let role = 0; role < drawn.count; role++) row[role] = rowOf(row[role] as number)
  const plain = { ...sizes.plain, isOnFloor: isMirror }
  return {
    middle,
    row: row.subarray(0, drawn.count),
    rows: Array.from({ length: layers }, (_, at) => ({ kind: 'rank', step: rowOf(at) })),
    fromLeft: drawn.order,
    card: isMirror ? drawn.meets : new Uint8Array(drawn.count),
    cards: [plain, { ...plain, height: sizes.front.height, isOnFloor: false }],
    areBusesApart: true,
    step: org.structure.depth,
    rowAt: Int32Array.from({ length: layers + 1 }, (_, step) => (step === 0 ? -1 : rowOf(step - 1))),
  }
}
