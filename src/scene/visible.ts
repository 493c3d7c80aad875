// Which boxes the page can show, in the order they are painted: customers' side first, so that in a turn those who come from far pass
// over the front line and stay readable.
import type { Box } from '../base/geometry'
import { firstFrom, visibleRoles } from '../layout/find'
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
  meet(moment.to, shown, view, add)
  if (!moment.isTurning) return roles
  meet(moment.from, shown, view, add)
  for (const layout of [moment.from, moment.to]) addPassing(layout, shown, add)
  return byDistance(new Set(roles), org.structure.distance)
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

/** Where several boxes share a pixel one of them is drawn: so a frame costs what the page is wide, not what the organisation is. */
const PIXEL = 0.7
const FINE = 1
function meet(layout: Layout, shown: Box, { kx }: View, add: (role: number) => void) {
  const any = layout.rows[0]?.roles[0]
  const isFine = any !== undefined && (layout.w[any] as number) * kx < FINE
  if (!isFine) {
    visibleRoles(layout, shown, add)
    return
  }
  const right = shown.x + shown.width
  for (const { roles, y, height } of layout.rows) {
    if (y > shown.y + shown.height || y + height < shown.y) continue
    let next = shown.x
    for (let k = firstFrom(layout, roles, next); k < roles.length; k = firstFrom(layout, roles, next, k + 1)) {
      const role = roles[k] as number
      if ((layout.x[role] as number) > right) break
      add(role)
      next = (layout.x[role] as number) + PIXEL / kx
    }
  }
}

/** Sorted into buckets: a frame has no time for comparisons. */
function byDistance(roles: ReadonlySet<number>, distance: Int32Array): number[] {
  const buckets: number[][] = []
  const unlinked: number[] = []
  for (const role of roles) {
    const steps = distance[role] as number
    if (steps < 0) unlinked.push(role)
    else {
      buckets[steps] ??= []
      buckets[steps].push(role)
    }
  }
  return [...buckets.flatMap((bucket) => bucket ?? []), ...unlinked]
}
