// Which boxes the page can show, in the order they are painted: in a turn the customers' side first, so that those who come from far pass
// over the front line and stay readable.
import type { Box } from '../base/geometry'
import { visibleRoles } from '../layout/find'
import { visibleInTurn } from '../layout/strata'
import type { Org } from '../model/types'
import type { Moment } from './moment'
import type { View } from './types'

export function rolesOnPage(org: Org, { turn, to, isTurning }: Moment, view: View): readonly number[] {
  const roles: number[] = []
  const add = (role: number) => {
    roles.push(role)
  }
  if (!isTurning) {
    visibleRoles(to, shownBy(view), add)
    return roles
  }
  visibleInTurn(turn, shownBy(view), add)
  const { distance } = org.structure
  const steps = (role: number) => ((distance[role] as number) < 0 ? distance.length : (distance[role] as number))
  const before = (a: number, b: number) =>
    steps(a) - steps(b) || (to.row[a] as number) - (to.row[b] as number) || (to.x[a] as number) - (to.x[b] as number)
  return roles.sort(before)
}

/** The page in chart units, with room for flags that stand above their box. */
function shownBy({ kx, ky, x, y, width, height }: View): Box {
  return { x: -x / kx - 12, y: -y / ky - 12, width: width / kx + 24, height: height / ky + 24 + FLAGS }
}
const FLAGS = 90
