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

export class Ways {
  /** No route anywhere: everything goes up the line, whatever it is about. */
  readonly areLinesOnly: boolean
  private readonly parent: Int32Array
  private readonly routesFrom: ReadonlyMap<number, OpenRoute[]>
  private readonly issues: number
  private readonly comingBack = new Map<number, boolean>()

  constructor(private readonly org: Pick<Org, 'doc' | 'routes' | 'structure'>) {
    this.areLinesOnly = org.routes.length === 0
    this.parent = org.structure.parent
    this.routesFrom = groupedBy(org.routes, (route) => route.from)
    this.issues = Math.max(1, org.doc.issueTypes?.length ?? 0)
    const target = (route: OpenRoute) => idOf(org, route.to)
    for (const routes of this.routesFrom.values()) {
      routes.sort((a, b) => byCodeUnit(a.route.id, b.route.id) || byCodeUnit(target(a), target(b)))
    }
  }

  /** A route that names the issue type, else a route for any, else the manager; -1 where nothing leads on. */
  next(role: number, issueType: number): number {
    const routes = this.areLinesOnly ? undefined : this.routesFrom.get(role)
    if (!routes) return this.parent[role] as number
    const id = this.org.doc.issueTypes?.[issueType]?.id as string
    const named = routes.find(({ route }) => route.issueTypes?.includes(id))
    const open = named ?? routes.find(({ route }) => !route.issueTypes?.length)
    return open ? open.to : (this.parent[role] as number)
  }

  wayOf(entry: number, issueType: number): Way {
    const roles = [entry]
    const visited = this.areLinesOnly ? null : new Set(roles)
    for (let at = this.next(entry, issueType); at >= 0; at = this.next(at, issueType)) {
      if (visited?.has(at)) return { roles, isLoop: true }
      visited?.add(at)
      roles.push(at)
    }
    return { roles, isLoop: false }
  }

  /** The way from this role meets itself: it may come back to whoever handed on to it, and is another way for each of them. */
  mayComeBack(role: number, issueType: number): boolean {
    if (this.areLinesOnly || role < 0) return false
    const key = role * this.issues + issueType
    let known = this.comingBack.get(key)
    if (known === undefined) this.comingBack.set(key, (known = this.wayOf(role, issueType).isLoop))
    return known
  }
}
