// The way a case takes from an entry role: by the best matching route, else up the reporting line, until nothing leads on or the way
// meets itself (domain.md 3.1 `path`).
import { groupedBy } from '../base/group'
import { byCodeUnit } from '../base/order'
import { idOf } from '../model/roles'
import type { OpenRoute, Org, Route } from '../model/types'

export interface Way {
  /** Entry role first. */
  readonly roles: readonly number[]
  /** It ended because the next role had been visited. */
  readonly isLoop: boolean
}

export interface Hop {
  readonly from: number
  readonly to: number
  readonly route: Route | undefined
  readonly ownership: 'stays' | 'moves' | undefined
}

export class Ways {
  private readonly parent: Int32Array
  private readonly routesFrom: ReadonlyMap<number, readonly OpenRoute[]>
  /** By role, the nearest up the line from which some route leads, itself included, or -1; null where there is no route at all. */
  private readonly routed: Int32Array | null
  private readonly issues: number
  private readonly comingBack = new Map<number, boolean>()

  constructor(private readonly org: Pick<Org, 'doc' | 'routes' | 'structure'>) {
    this.parent = org.structure.parent
    this.issues = Math.max(1, org.doc.issueTypes?.length ?? 0)
    const routesFrom = groupedBy(org.routes, (route) => route.from)
    const target = (route: OpenRoute) => idOf(org, route.to)
    for (const routes of routesFrom.values()) {
      if (routes.length > 1) routes.sort((a, b) => byCodeUnit(a.route.id, b.route.id) || byCodeUnit(target(a), target(b)))
    }
    this.routesFrom = routesFrom
    this.routed = routesFrom.size > 0 ? this.nearestRouted() : null
  }

  /** Everything goes up the line from here, whatever it is about. */
  isLine(role: number): boolean {
    return this.routed === null || this.routed[role] === -1
  }

  /** A route that names the issue type, else a route for any, else the manager; -1 where nothing leads on. */
  next(role: number, issueType: number): number {
    const routes = this.routed?.[role] === role ? this.routesFrom.get(role) : undefined
    return (routes && this.openOf(routes, issueType)?.to) ?? (this.parent[role] as number)
  }

  /** Each hop of a way: by which route, undefined by the reporting line, and with whom the case stays; undefined = not known. */
  hopsOf(entry: number, issueType: number): readonly Hop[] {
    const { roles } = this.wayOf(entry, issueType)
    return roles.slice(1).map((to, at) => {
      const from = roles[at] as number
      const route = this.openOf(this.routesFrom.get(from) ?? [], issueType)?.route
      const ownership = route ? route.ownership : this.org.doc.organization.reportingLineOwnership
      return { from, to, route, ownership }
    })
  }

  private openOf(routes: readonly OpenRoute[], issueType: number): OpenRoute | undefined {
    const id = this.org.doc.issueTypes?.[issueType]?.id as string
    return routes.find(({ route }) => route.issueTypes?.includes(id)) ?? routes.find(({ route }) => !route.issueTypes?.length)
  }

  wayOf(entry: number, issueType: number): Way {
    const roles = [entry]
    const visited = this.isLine(entry) ? null : new Set(roles)
    for (let at = this.next(entry, issueType); at >= 0; at = this.next(at, issueType)) {
      if (visited?.has(at)) return { roles, isLoop: true }
      visited?.add(at)
      roles.push(at)
    }
    return { roles, isLoop: false }
  }

  /** The way from this role meets itself: it may come back to whoever handed on to it, and is another way for each of them. */
  mayComeBack(role: number, issueType: number): boolean {
    if (role < 0 || this.isLine(role)) return false
    const routed = this.routed?.[role] as number
    const key = routed * this.issues + issueType
    let known = this.comingBack.get(key)
    if (known === undefined) this.comingBack.set(key, (known = this.wayOf(routed, issueType).isLoop))
    return known
  }

  private nearestRouted(): Int32Array {
    const { preorder } = this.org.structure
    const routed = new Int32Array(preorder.length)
    for (let k = 0; k < preorder.length; k++) {
      const role = preorder[k] as number
      const manager = this.parent[role] as number
      routed[role] = this.routesFrom.has(role) ? role : manager < 0 ? -1 : (routed[manager] as number)
    }
    return routed
  }
}
