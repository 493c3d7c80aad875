// Groups of people that a figure is, or is not, told of.
import { numberAt } from '../../base/table'
import type { Org } from '../../model/types'

/** Of fewer people a figure would be somebody's. */
const LEAST = 3

/** Fewer than three people, or nobody knows how many. */
export function isSmallGroup({ doc }: Org, role: number): boolean {
  const people = numberAt(doc.roles.columns.headcount, role)
  return typeof people !== 'number' || people < LEAST
}

/** Somebody reports to it. */
export const isLeader = ({ structure }: Org, role: number): boolean => (structure.firstChild[role] as number) >= 0
