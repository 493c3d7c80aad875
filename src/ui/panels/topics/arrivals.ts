// What is handed on to a role, and by whom: the walks once more, from the other end.

import type { Analysis } from '../../../analysis/types'
import { once } from '../../../base/memo'
import { between, highOf, lowOf, type Measured } from '../../../base/range'

export interface Arrival {
  readonly from: number
  readonly issueTypes: readonly number[]
  /** A period; a pair where it is not known whether they get this far, null where the file counts none. */
  readonly contacts: Measured
}

const NONE: readonly Arrival[] = []

/** The most cases first. */
export function arrivalsAt(analysis: Analysis, role: number): readonly Arrival[] {
  return counted(analysis).get(role) ?? NONE
}

interface Tally {
  readonly issueTypes: Set<number>
  sure: number
  possible: number
  isCounted: boolean
}
const counted = once(({ walks }: Analysis): ReadonlyMap<number, readonly Arrival[]> => {
  const found = new Map<number, Map<number, Tally>>()
  for (const { path, issueType, contacts, step } of walks) {
    const surely = step !== null && typeof step === 'object' ? step.low : path.length
    for (let k = 1; k < path.length; k++) {
      const at = tallyAt(found, path[k] as number, path[k - 1] as number)
      at.issueTypes.add(issueType)
      if (contacts === null) at.isCounted = false
      at.possible += contacts ?? 0
      if (k <= surely) at.sure += contacts ?? 0
    }
  }
  return new Map([...found].map(([to, byFrom]) => [to, [...byFrom].map(([from, tally]) => arrivalOf(from, tally)).sort(mostFirst)]))
})

function tallyAt(found: Map<number, Map<number, Tally>>, to: number, from: number): Tally {
  let byFrom = found.get(to)
  if (!byFrom) found.set(to, (byFrom = new Map()))
  let tally = byFrom.get(from)
  if (!tally) byFrom.set(from, (tally = { issueTypes: new Set(), sure: 0, possible: 0, isCounted: true }))
  return tally
}
function arrivalOf(from: number, { issueTypes, sure, possible, isCounted }: Tally): Arrival {
  return { from, issueTypes: [...issueTypes], contacts: isCounted ? between(sure, possible) : null }
}
function mostFirst(a: Arrival, b: Arrival): number {
  const [most, least] = [a, b].map(({ contacts }) => (contacts === null ? 0 : highOf(contacts) + lowOf(contacts))) as [number, number]
  return least - most || a.from - b.from
}
