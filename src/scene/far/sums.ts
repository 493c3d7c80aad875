// What all in a branch meet, and what is in the way there: summed once a branch, over its run of the preorder.
import { roleColumnsOf } from '../../analysis/columns'
import type { Analysis, RoleColumns, RunColumns } from '../../analysis/types'
import { onceEach } from '../../base/memo'
import { PRESENT } from '../../base/table'
import type { Org } from '../../model/types'
import type { FlagCounts } from '../facts'
import type { Outcome } from '../gauge'
import { descentOf } from './descent'

export interface BranchSum {
  /** Not known counts as one. */
  readonly people: number
  /** Of these, in roles that meet customers. */
  readonly front: number
  readonly outcome: Outcome
  readonly flags: FlagCounts
}

export const sumOf = onceEach((analysis: Analysis, branch: number, org: Org): BranchSum => add(org, roleColumnsOf(analysis), branch))

function add(org: Org, columns: RoleColumns, branch: number): BranchSum {
  const { structure } = org
  const { preorder, distance } = structure
  const { headcount } = org.doc.roles.columns
  const from = descentOf(structure).place[branch] as number
  const to = from + (structure.branchSize[branch] as number)
  let [people, front] = [0, 0]
  for (let at = from; at < to; at++) {
    const role = preorder[at] as number
    const heads = headcount.kind === 'number' && headcount.state[role] === PRESENT ? (headcount.cells[role] as number) : 1
    people += heads
    if (distance[role] === 1) front += heads
  }
  const sum = (column: Float64Array | Int32Array) => {
    let all = 0
    for (let at = from; at < to; at++) all += column[preorder[at] as number] as number
    return all
  }
  const between = (column: RunColumns) => {
    const [a, b] = [sum(column.pessimistic), sum(column.optimistic)]
    return { low: Math.min(a, b), high: Math.max(a, b) }
  }
  return {
    people,
    front,
    outcome: {
      all: sum(columns.weight),
      settled: between(columns.settled),
      escalated: between(columns.escalated),
      never: between(columns.unresolved),
    },
    flags: {
      high: sum(columns.flags.high),
      medium: sum(columns.flags.medium),
      low: sum(columns.flags.low),
      unknown: sum(columns.unknown),
    },
  }
}
