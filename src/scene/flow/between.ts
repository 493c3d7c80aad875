// What flows from box to box, where a box stands for all roles stacked or folded into it; and what ends in each.
import { type Flow, flowOf } from '../../analysis/flow'
import type { Analysis } from '../../analysis/types'
import { countedInOrder } from '../../base/counted'
import { floats } from '../../base/growing'
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
  readonly count: number
  /** By its place, 0 … count - 1. */
  readonly hop: (place: number) => Hop
  /** Places of those that leave a box or come to it. */
  readonly at: (box: number) => readonly number[]
  /** What goes from one box to another. */
  readonly amounts: (from: number, to: number) => Amounts
  readonly endsOf: (box: number) => BoxEnds
  /** What a box hands on to roles that are not on the chart, which shows a part. */
  readonly beyond: (box: number) => Amounts
  /** Of a hop. */
  readonly largest: number
}

export const betweenOf = (analysis: Analysis, layout: Layout): Between | null => {
  const flow = flowOf(analysis)
  return flow && madeOf(flow)(layout)
}

/** Columns by hop; what is said of one hop or box is made when it is looked at. */
const madeOf = once((flow: Flow) => once((layout: Layout) => made(flow, layout)))

function made(flow: Flow, { boxOf }: Layout): Between {
  const { start, to, hops } = flow
  const index = new PairIndex()
  const [settled, never, open] = [floats(), floats(), floats()]
  const others = new Map<number, number[]>()
  const beyond = new Map<number, Amounts>()
  let largest = 0
  for (let role = 0; role + 1 < start.length; role++) {
    const from = boxOf[role] as number
    if (from < 0) continue // not on the chart
    if (from !== role) pushTo(others, from, role)
    for (let hop = start[role] as number; hop < (start[role + 1] as number); hop++) {
      const box = boxOf[to[hop] as number] as number
      if (box === from) continue
      if (box < 0) {
        const sum = beyond.get(from) ?? { settled: 0, never: 0, open: 0 }
        beyond.set(from, {
          settled: sum.settled + (hops.settled[hop] as number),
          never: sum.never + (hops.never[hop] as number),
          open: sum.open + Math.max(hops.open.pessimistic[hop] as number, hops.open.optimistic[hop] as number),
        })
        continue
      }
      const place = index.placeOf(from, box)
      if (place === settled.length) for (const column of [settled, never, open]) column.push(0)
      settled.add(place, hops.settled[hop] as number)
      never.add(place, hops.never[hop] as number)
      open.add(place, Math.max(hops.open.pessimistic[hop] as number, hops.open.optimistic[hop] as number))
      largest = Math.max(largest, settled.at(place) + never.at(place) + open.at(place))
    }
  }
  const numbered = (of: (place: number) => number) =>
    countedInOrder(
      Int32Array.from({ length: index.count }, (_, k) => of(k)),
      index.count,
      boxOf.length,
    )
  const [leaving, coming] = [numbered((k) => index.firstOf(k)), numbered((k) => index.secondOf(k))]
  const placesOf = ({ order, start: first }: typeof leaving, box: number) => order.subarray(first[box] as number, first[box + 1] as number)
  const at = (box: number) => [...placesOf(leaving, box), ...placesOf(coming, box)]
  const hopAt = (place: number): Hop => ({
    from: index.firstOf(place),
    to: index.secondOf(place),
    amounts: { settled: settled.at(place), never: never.at(place), open: open.at(place) },
  })
  const ends = new Map<number, BoxEnds>()
  const endsOf = (box: number) => {
    let known = ends.get(box)
    if (!known) {
      known = nothing()
      for (const role of [box, ...(others.get(box) ?? [])]) addEnds(flow, role, known)
      known.isOnPath ||= at(box).length > 0
      ends.set(box, known)
    }
    return known
  }
  const amounts = (from: number, box: number) =>
    at(from)
      .map(hopAt)
      .find((one) => one.from === from && one.to === box)?.amounts ?? NONE
  return { count: index.count, hop: hopAt, at, amounts, endsOf, beyond: (box) => beyond.get(box) ?? NONE, largest }
}

const NONE: Amounts = { settled: 0, never: 0, open: 0 }

function pushTo(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

const nothing = (): BoxEnds => ({
  settled: 0,
  mostSettled: 0,
  stopping: 0,
  mostStopping: 0,
  isOnPath: false,
  waited: 0,
  mostWaited: 0,
})

function addEnds({ ends, waited }: Flow, role: number, known: BoxEnds): void {
  const [settled, never] = [ends.settled[role] as number, ends.never[role] as number]
  const [a, b] = [ends.open.pessimistic[role] as number, ends.open.optimistic[role] as number]
  const [c, d] = [ends.stopping.pessimistic[role] as number, ends.stopping.optimistic[role] as number]
  const [e, f] = [waited.pessimistic[role] as number, waited.optimistic[role] as number]
  if (settled + never + a + b + c + d === 0 && e === 0 && f === 0) return
  known.isOnPath = true
  known.settled += settled + Math.min(a, b)
  known.mostSettled += settled + Math.max(a, b)
  known.stopping += never + Math.min(c, d)
  known.mostStopping += never + Math.max(c, d)
  known.waited += Math.min(e, f)
  known.mostWaited += Math.max(e, f)
}
