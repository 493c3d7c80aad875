// How two roles reach each other by the reporting line: what a case would have to travel if nobody had drawn a route.
import type { Org } from '../model/types'
import { crossing } from './holders'
import type { WayBetween } from './types'

const NO_WAY: WayBetween = { kind: 'way', roles: [], up: 0, down: 0, commonManager: -1 }

/** Up from one role to the lowest manager of both and down to the other (domain.md 3.1 `cross`). Linear in depth. Never throws. */
export function wayBetween(org: Org, from: number, to: number): WayBetween {
  const isThere = (role: number) => role >= 0 && role < org.doc.roles.length
  if (!isThere(from) || !isThere(to)) return NO_WAY
  const found = crossing(org, from, to)
  if (!found) return NO_WAY
  const { manager, up, down } = found
  return { kind: 'way', roles: [...upFrom(org, from, up + 1), ...upFrom(org, to, down).reverse()], up, down, commonManager: manager }
}

function upFrom(org: Org, role: number, count: number): number[] {
  const roles: number[] = []
  for (let at = role; roles.length < count; at = org.structure.parent[at] as number) roles.push(at)
  return roles
}
