import type { Route } from '../types'
import type { EditKind, RouteEdit } from './edit'
import { freeId, withRow } from './rows'

/** Lets a role hand cases to somebody other than its manager. */
export const route: EditKind<RouteEdit> = {
  kind: 'route',
  validate: (_, edit) => (edit.route.from === '' || edit.route.to === '' || edit.route.from === edit.route.to ? 'route-incomplete' : null),
  apply: (doc, edit) => {
    const id = edit.route.id ?? freeId(doc.routes, `route-${edit.route.from}-${edit.route.to}`)
    return { ...doc, routes: withRow(doc.routes, { ...edit.route, id } as Route) }
  },
}
