// Which boxes the page can show, in the order they are painted: customers' side first, so that in a turn those who come from far pass
// over the front line and stay readable.
import type { Box } from '../base/geometry'
import { visibleRoles } from '../layout/find'
import type { Layout } from '../layout/types'
import type { Org } from '../model/types'
import type { Moment } from './moment'
import type { View } from './types'

export function rolesOnPage(org: Org, moment: Moment, view: View): number[] {
  const shown = shownBy(view)
  const roles: number[] = []
  const add = (role: number) => {
    roles.push(role)
  }
  visibleRoles(moment.to, shown, add)
  if (!moment.isTurning) return roles
  visibleRoles(moment.from, shown, add)
  for (const layout of [moment.from, moment.to]) addPassing(layout, shown, add)
  const { distance } = org.structure
  const order = (role: number) => ((distance[role] as number) < 0 ? Number.MAX_SAFE_INTEGER : (distance[role] as number))
  return [...new Set(roles)].sort((a, b) => order(a) - order(b) || a - b)
}

/** The page in chart units, with room for flags that stand above their box. */
function shownBy({ kx, ky, x, y, width, height }: View): Box {
  return { x: -x / kx - 12, y: -y / ky - 12, width: width / kx + 24, height: height / ky + 24 + FLAGS }
}
const FLAGS = 90

/** A box may pass the page though neither end of its way is on it: taken into account while that is cheap. */
const CHEAP = 2000
function addPassing(layout: Layout, shown: Box, add: (role: number) => void) {
  if (layout.x.length > CHEAP) return
  visibleRoles(layout, { ...shown, y: layout.bounds.y, height: layout.bounds.height }, add)
}
