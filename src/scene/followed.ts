// What the picture follows instead of showing everything.

import { wayBetween } from '../analysis/between'
import { followCase } from '../analysis/follow'
import type { CaseRef, FollowedCase, WayBetween } from '../analysis/types'
import { roleAt } from '../model/roles'
import type { Org } from '../model/types'

export interface Followed {
  readonly path: FollowedCase | WayBetween
  /** Of a case: the stop stepped to, from 0; null = the whole walk. */
  readonly upTo: number | null
  /** The same case the other way, where its roles differ: by the chart beside the route, or the reverse. */
  readonly other: FollowedCase | null
}

/** Null where there is no such case. */
export function followedCase(org: Org, of: CaseRef, by: FollowedCase['by'], upTo: number | null = null): Followed | null {
  const path = followCase(org, of, by)
  if (!path) return null
  const other = followCase(org, of, by === 'route' ? 'chart' : 'route')
  const roles = ({ stops }: FollowedCase) => stops.map(({ role }) => role).join()
  return { path, upTo, other: other && roles(other) !== roles(path) ? other : null }
}

/** Null where no manager is above both. */
export function followedWay(org: Org, from: string, to: string): Followed | null {
  const path = wayBetween(org, roleAt(org, from) ?? -1, roleAt(org, to) ?? -1)
  return path.roles.length === 0 ? null : { path, upTo: null, other: null }
}
