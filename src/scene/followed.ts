// What the picture follows instead of showing everything.
import type { FollowedCase, WayBetween } from '../analysis/types'

export interface Followed {
  readonly path: FollowedCase | WayBetween
  /** Of a case: the stop stepped to, from 0; null = the whole walk. */
  readonly upTo: number | null
  /** The same case the other way, where its roles differ: by the chart beside the route, or the reverse. */
  readonly other: FollowedCase | null
}
