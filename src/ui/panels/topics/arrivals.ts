// What is handed on to a role, and by whom: the walks once more, from the other end. Without routes they come from below.

import { walksAt } from '../../../analysis/parts'
import type { Analysis, Walk } from '../../../analysis/types'
import { once } from '../../../base/memo'
import { between, highOf, lowOf, type Measured } from '../../../base/range'
import type { Org } from '../../../model/types'

export interface Arrival {
  readonly from: number
  readonly issueTypes: readonly number[]
  /** A period; a pair where it is not known whether they get this far, null where the file counts none. */
  readonly contacts: Measured
}

const NONE: readonly Arrival[] = []

/** Of larger branches it is not told: all that comes up in them would be walked while the reader waits. */
const LARGEST_BRANCH = 20_000

/** The most cases first. */
export function arrivalsAt(analysis: Analysis, role: number, org: Org): readonly Arrival[] {
  const { preorder, branchSize } = org.structure
  const size = branchSize[role] as number
  if (org.routes.length > 0 || size === preorder.length) return size > LARGEST_BRANCH ? NONE : (arrivalsOf(analysis).get(role) ?? NONE)
  if (size > LARGEST_BRANCH) return NONE
  const from = preorder.indexOf(role)
  const below = preorder.subarray(from, from + size)
  return counted([...below].flatMap((entry) => walksAt(analysis, entry))).get(role) ?? NONE
}
const arrivalsOf = once(({ walks }: Analysis) => counted(walks))

interface Tally {
  readonly issueTypes: Set<number>
  sure: number
  possible: number
  isCounted: boolean
}
function counted(walks: readonly Walk[]): ReadonlyMap<number, readonly Arrival[]> {
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
}

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
