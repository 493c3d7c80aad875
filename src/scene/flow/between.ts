// What flows from box to box, where a box stands for all roles stacked or folded into it; and what ends in each.
import { type Flow, flowOf } from '../../analysis/flow'
import type { Analysis } from '../../analysis/types'
import { once } from '../../base/memo'
import { PairIndex } from '../../base/pairs'
import type { Layout } from '../../layout/types'

/** Of cases: what becomes of them; `open`: the two runs do not agree. */
export interface Amounts {
  settled: number
  never: number
  open: number
}
export interface Hop {
  readonly from: number
  readonly to: number
  readonly amounts: Amounts
}
export interface BoxEnds {
  /** Settled there for sure; at most. */
  settled: number
  mostSettled: number
  stopping: number
  mostStopping: number
  /** Somebody comes, or leaves, or something ends here. */
  isOnPath: boolean
  /** Hours waited by those who are settled in the end; NaN where not all is known, a range as two. */
  waited: number
  mostWaited: number
}

export interface Between {
  readonly hops: readonly Hop[]
  /** By box, those that leave it or come to it, as places in `hops`. */
  readonly at: ReadonlyMap<number, readonly number[]>
  readonly endsOf: (box: number) => BoxEnds
  /** Of a hop, and of what stops. */
  readonly largest: number
}

export const betweenOf = (analysis: Analysis, layout: Layout): Between | null => {
  const flow = flowOf(analysis)
  return flow && madeOf(flow)(layout)
}

const madeOf = once((flow: Flow) =>
  once((layout: Layout): Between => {
    const { start, to, hops } = flow
    const { boxOf } = layout
    const index = new PairIndex()
    const all: Hop[] = []
    const ends = new Map<number, BoxEnds>()
    const endsAt = (box: number) => {
      let known = ends.get(box)
      if (!known) ends.set(box, (known = nothing()))
      return known
    }
    for (let role = 0; role + 1 < start.length; role++) {
      const from = boxOf[role] as number
      addEnds(flow, role, endsAt, from)
      for (let hop = start[role] as number; hop < (start[role + 1] as number); hop++) {
        const box = boxOf[to[hop] as number] as number
        endsAt(from).isOnPath = endsAt(box).isOnPath = true
        if (box === from) continue
        const place = index.placeOf(from, box)
        if (place === all.length) all.push({ from, to: box, amounts: { settled: 0, never: 0, open: 0 } })
        const { amounts } = all[place] as Hop
        amounts.settled += hops.settled[hop] as number
        amounts.never += hops.never[hop] as number
        amounts.open += Math.max(hops.open.pessimistic[hop] as number, hops.open.optimistic[hop] as number)
      }
    }
    const at = new Map<number, number[]>()
    all.forEach(({ from, to: box }, place) => {
      for (const one of [from, box]) {
        const known = at.get(one)
        if (known) known.push(place)
        else at.set(one, [place])
      }
    })
    const none = nothing()
    const largest = all.reduce((most, { amounts: { settled, never, open } }) => Math.max(most, settled + never + open), 0)
    return { hops: all, at, endsOf: (box) => ends.get(box) ?? none, largest }
  }),
)

const nothing = (): BoxEnds => ({
  settled: 0,
  mostSettled: 0,
  stopping: 0,
  mostStopping: 0,
  isOnPath: false,
  waited: 0,
  mostWaited: 0,
})

function addEnds({ ends, waited }: Flow, role: number, endsAt: (box: number) => BoxEnds, box: number): void {
  const [settled, never] = [ends.settled[role] as number, ends.never[role] as number]
  const [a, b] = [ends.open.pessimistic[role] as number, ends.open.optimistic[role] as number]
  const [c, d] = [ends.stopping.pessimistic[role] as number, ends.stopping.optimistic[role] as number]
  const [e, f] = [waited.pessimistic[role] as number, waited.optimistic[role] as number]
  if (settled + never + a + b + c + d === 0 && e === 0 && f === 0) return
  const known = endsAt(box)
  known.isOnPath = true
  known.settled += settled + Math.min(a, b)
  known.mostSettled += settled + Math.max(a, b)
  known.stopping += never + Math.min(c, d)
  known.mostStopping += never + Math.max(c, d)
  known.waited += Math.min(e, f)
  known.mostWaited += Math.max(e, f)
}
