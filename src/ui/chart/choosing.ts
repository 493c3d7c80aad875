// What the page tells of when something on the chart was clicked, tapped or entered.
import { idOf } from '../../model/roles'
import type { App } from '../../state/app'
import { selectedRole, selectOrg } from '../../state/derived'
import type { Hit } from './hit'

/** `isAdding`: a second role, with Shift or a long press, asks for the way between the two. */
export function choose(app: App, hit: Hit, isAdding: boolean): void {
  const state = app.store.getState()
  const org = selectOrg(state)
  if (!org) return
  switch (hit.kind) {
    case 'role':
    case 'flags': {
      const to = idOf(org, hit.role)
      const from = selectedRole(state)
      if (isAdding && from >= 0 && from !== hit.role) app.tell({ kind: 'way', from: idOf(org, from), to })
      else app.select(to)
      return
    }
    case 'segment': {
      const segment = org.doc.segments?.[hit.segment]?.id
      if (segment !== undefined) app.tell({ kind: 'segment', segment })
      return
    }
    case 'figure':
      app.tell({ kind: 'why', figure: { name: hit.figure } })
      return
    case 'paper':
      if (!isAdding) app.select(null)
  }
}
