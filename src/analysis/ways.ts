// The way a case takes from an entry role: by the best matching route, else up the reporting line, until nothing leads on or the way
// meets itself (domain.md 3.1 `path`).

import { groupedBy } from '../base/group'
import { byCodeUnit } from '../base/order'
import { idOf } from '../model/roles'
import type { OpenRoute, Org } from '../model/types'

export interface Way {
  /** Entry role first. */
  readonly roles: readonly number[]
  /** It ended because the next role had been visited. */
  readonly isLoop: boolean
}
const NOWHERE: Way = { roles: [], isLoop: false }

export class Ways {
  private readonly routesFrom: ReadonlyMap<number, OpenRoute[]>
  private readonly known = new Map<number, Way>()
  private readonly issues: number

  constructor(private readonly org: Org) {
    this.routesFrom = groupedBy(org.routes, (route) => route.from)
    this.issues = Math.max(1, org.doc.issueTypes?.length ?? 0)
    const target = (route: OpenRoute) => idOf(org, route.to)
    for (const routes of this.routesFrom.values()) {
      routes.sort((a, b) => byCodeUnit(a.route.id, b.route.id) || byCodeUnit(target(a), target(b)))
    }
  }

  wayOf(entry: number, issueType: number): Way {
    // Without routes everything goes up the line, whatever it is about.
    const key = this.routesFrom.size === 0 ? entry : entry * this.issues + issueType
    let way = this.known.get(key)
    if (!way) {
      way = this.walk(entry, issueType)
      this.known.set(key, way)
    }
    return way
  }

  /** What comes after the entry role. Shared by all whose way leads to the same next role, unless it may come back to one of them. */
  aheadOf(entry: number, issueType: number): { readonly ahead: Way; readonly isShared: boolean } {
    const next = this.next(entry, issueType)
    if (next < 0) return { ahead: NOWHERE, isShared: true }
    const ahead = this.wayOf(next, issueType)
    if (!ahead.isLoop) return { ahead, isShared: true }
    const { roles, isLoop } = this.wayOf(entry, issueType)
    return { ahead: { roles: roles.slice(1), isLoop }, isShared: false }
  }

  private walk(entry: number, issueType: number): Way {
    const roles = [entry]
    const visited = this.routesFrom.size === 0 ? null : new Set(roles)
    for (let at = this.next(entry, issueType); at >= 0; at = this.next(at, issueType)) {
      if (visited?.has(at)) return { roles, isLoop: true }
      visited?.add(at)
      roles.push(at)
    }
    return { roles, isLoop: false }
  }

  /** A route that names the issue type, else a route for any, else the manager; -1 where nothing leads on. */
  private next(role: number, issueType: number): number {
    const routes = this.routesFrom.get(role)
    if (!routes) return this.org.structure.parent[role] as number
    const id = this.org.doc.issueTypes?.[issueType]?.id as string
    const named = routes.find(({ route }) => route.issueTypes?.includes(id))
    const open = named ?? routes.find(({ route }) => !route.issueTypes?.length)
    return open ? open.to : (this.org.structure.parent[role] as number)
  }
}
