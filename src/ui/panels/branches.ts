// In a large organisation a list of places is endless: the branches under the top say first where it gets stuck.

import type { Analysis } from '../../analysis/types'
import { once } from '../../base/memo'
import { highOf } from '../../base/range'
import type { Org } from '../../model/types'
import { type BranchSum, sumOf } from '../../scene/far/sums'

export interface BranchStuck {
  readonly role: number
  readonly sum: BranchSum
  /** Cases never settled, at most. */
  readonly never: number
}

/** Roles from which on a page shows slabs instead of cards. */
const MANY = 200

/** Most cases that are never settled first; empty where branches say no more than their roles do. */
export const branchesOf = once((analysis: Analysis, org: Org): readonly BranchStuck[] => {
  if (org.doc.roles.length < MANY || analysis.isUncounted || analysis.totals.contacts === null) return []
  const found = underTheTop(org).flatMap((role): BranchStuck[] => {
    const sum = sumOf(analysis, role, org)
    return sum.outcome.all > 0 ? [{ role, sum, never: highOf(sum.outcome.never) }] : []
  })
  return found.length < 2 ? [] : found.sort((a, b) => b.never - a.never || b.sum.flags.high - a.sum.flags.high || a.role - b.role)
})

/** The tops, or who reports to the one there is. */
function underTheTop({ structure: { tops, firstChild, nextSibling } }: Org): number[] {
  let roles = [...tops]
  while (roles.length === 1 && (firstChild[roles[0] as number] as number) >= 0) {
    const below: number[] = []
    for (let child = firstChild[roles[0] as number] as number; child >= 0; child = nextSibling[child] as number) below.push(child)
    roles = below
  }
  return roles
}
