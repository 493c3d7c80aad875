// What all in a branch meet, and what is in the way there: summed once a branch, over its run of the preorder.
import { roleColumnsOf } from '../../analysis/columns'
import type { Analysis, RoleColumns } from '../../analysis/types'
import { once } from '../../base/memo'
import { rounded } from '../../base/range'
import { PRESENT } from '../../base/table'
import { placesOf } from '../../layout/places'
import type { Org } from '../../model/types'
import type { FlagCounts } from '../facts'
import type { Outcome } from '../gauge'

export interface BranchSum {
  /** Not known counts as one. */
  readonly people: number
  /** Of these, in roles that meet customers. */
  readonly front: number
  readonly outcome: Outcome
  readonly flags: FlagCounts
}

/** Of one branch; large ones are kept where `keepSums` was told of them. */
export function sumOf(analysis: Analysis, branch: number, org: Org): BranchSum {
  const known = sumsKept(analysis)
  let sum = known.get(branch)
  if (!sum) {
    const { preorder, branchSize } = org.structure
    const from = placesOf(org.structure)[branch] as number
    const to = from + (branchSize[branch] as number)
    const add = adderOf(org, roleColumnsOf(analysis))
    const values = new Float64Array(MEASURES)
    for (let at = from; at < to; at++) add(values, preorder[at] as number)
    known.set(branch, (sum = sumFrom(values)))
  }
  return sum
}
const sumsKept = once((_: Analysis) => new Map<number, BranchSum>())

/** Sums of all branches that are too large to be added up in a frame. Plain data. */
export interface Sums {
  readonly branches: readonly number[]
  readonly values: readonly Float64Array[]
}
const LARGE = 4096
const MEASURES = 13

/** Linear in roles: a branch has what is counted at its end and was not yet at its beginning. */
export function sumsOf(org: Org, columns: RoleColumns): Sums {
  const { preorder, branchSize } = org.structure
  const add = adderOf(org, columns)
  const branches: number[] = []
  const values: Float64Array[] = []
  const counted = new Float64Array(MEASURES)
  const open: { readonly branch: number; readonly before: Float64Array; readonly end: number }[] = []
  for (let at = 0; at <= preorder.length; at++) {
    for (let last = open.at(-1); last?.end === at; last = open.at(-1)) {
      const { branch, before } = last
      branches.push(branch)
      values.push(counted.map((value, k) => value - (before[k] as number)))
      open.pop()
    }
    if (at === preorder.length) break
    const role = preorder[at] as number
    const size = branchSize[role] as number
    if (size >= LARGE) open.push({ branch: role, before: counted.slice(), end: at + size })
    add(counted, role)
  }
  return { branches, values }
}

export function keepSums(analysis: Analysis, { branches, values }: Sums): void {
  const known = sumsKept(analysis)
  branches.forEach((branch, i) => {
    known.set(branch, sumFrom(values[i] as Float64Array))
  })
}

/** Adds what is known of a role. */
function adderOf({ structure: { distance }, doc }: Org, columns: RoleColumns) {
  const { headcount } = doc.roles.columns
  const { weight, settled, escalated, unresolved, flags, unknown } = columns
  const inRuns = [settled, escalated, unresolved].flatMap(({ pessimistic, optimistic }) => [pessimistic, optimistic])
  const measured = [weight, ...inRuns, flags.high, flags.medium, flags.low, unknown]
  return (sums: Float64Array, role: number) => {
    const heads = headcount.kind === 'number' && headcount.state[role] === PRESENT ? (headcount.cells[role] as number) : 1
    sums[0] = (sums[0] as number) + heads
    if (distance[role] === 1) sums[1] = (sums[1] as number) + heads
    for (let k = 0; k < measured.length; k++) sums[k + 2] = (sums[k + 2] as number) + ((measured[k] as Float64Array)[role] as number)
  }
}

function sumFrom(values: Float64Array): BranchSum {
  const value = (k: number) => rounded(values[k] as number)
  const between = (k: number) => ({ low: Math.min(value(k), value(k + 1)), high: Math.max(value(k), value(k + 1)) })
  return {
    people: value(0),
    front: value(1),
    outcome: { all: value(2), settled: between(3), escalated: between(5), never: between(7) },
    flags: { high: value(9), medium: value(10), low: value(11), unknown: value(12) },
  }
}
