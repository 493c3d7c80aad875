// The way a case takes from an entry role: by the best matching route, else up the reporting line, until nothing leads on or the way
// meets itself (domain.md 3.1 `path`).
import { groupedBy } from '../base/group'
import { byCodeUnit } from '../base/order'
import type { OpenRoute, Org } from '../model/types'

export interface Way {
  /** Entry role first. */
  readonly roles: readonly number[]
  /** It ended because the next role had been visited. */
  readonly isLoop: boolean
}

export class Ways {
  private readonly routesFrom: ReadonlyMap<number, OpenRoute[]>
  private readonly known = new Map<string, Way>()

  constructor(private readonly org: Org) {
    this.routesFrom = groupedBy(org.routes, (route) => route.from)
    const target = (route: OpenRoute) => org.roleIds[route.to] as string
    for (const routes of this.routesFrom.values()) {
      routes.sort((a, b) => byCodeUnit(a.route.id, b.route.id) || byCodeUnit(target(a), target(b)))
    }
  }

  wayOf(entry: number, issueType: number): Way {
    const key = `${entry} ${issueType}`
    let way = this.known.get(key)
    if (!way) {
      way = this.walk(entry, this.org.doc.issueTypes?.[issueType]?.id as string)
      this.known.set(key, way)
    }
    return way
  }

  private walk(entry: number, issueType: string): Way {
    const roles = [entry]
    const visited = new Set(roles)
    for (let at = this.next(entry, issueType); at >= 0; at = this.next(at, issueType)) {
      if (visited.has(at)) return { roles, isLoop: true }
      visited.add(at)
      roles.push(at)
    }
    return { roles, isLoop: false }
  }

  /** A route that names the issue type, else a route for any, else the manager; -1 where nothing leads on. */
  private next(role: number, issueType: string): number {
    const routes = this.routesFrom.get(role)
    const named = routes?.find(({ route }) => route.issueTypes?.includes(issueType))
    const open = named ?? routes?.find(({ route }) => !route.issueTypes?.length)
    return open ? open.to : (this.org.structure.parent[role] as number)
  }
}
