// Roles that are out of sight on the chart are brought into it: their branches unfolded, their stack opened.
import type { RoleId } from '../../model/types'
import { placingFor, selectLayout, selectOrg } from '../derived'
import type { Tools } from './tools'

export const finding = ({ get, look, setView }: Tools) => ({
  /** Unfolds whatever a role is folded into, and opens the stack it stands in. */
  reveal(id: RoleId) {
    const org = selectOrg(get())
    const role = org?.roleAt.get(id)
    if (!org || role === undefined) return
    const { parent } = org.structure
    const above = new Set<RoleId>()
    for (let at = parent[role] as number; at >= 0; at = parent[at] as number) above.add(org.roleIds[at] as RoleId)
    const folded = without(get().view.folded, above)
    const { unstacked } = get().view
    const layout = selectLayout(get(), { ...placingFor({ ...get(), view: { ...get().view, folded } }) })
    const head = layout?.boxOf[role] ?? role
    const opened = head === role ? unstacked : new Set([...unstacked, org.roleIds[head] as RoleId])
    if (folded !== get().view.folded || opened !== unstacked) look({ folded, unstacked: opened })
  },
  /** Folds or unfolds several branches at once. */
  foldAll(ids: readonly RoleId[], isFolded: boolean) {
    const { folded } = get().view
    look({ folded: isFolded ? new Set([...folded, ...ids]) : without(folded, new Set(ids)) })
  },
  showOutline: (isOutlineOpen: boolean) => setView({ isOutlineOpen }),
})

/** The same set where nothing is taken away. */
function without<T>(set: ReadonlySet<T>, items: ReadonlySet<T>): ReadonlySet<T> {
  const left = [...set].filter((one) => !items.has(one))
  return left.length === set.size ? set : new Set(left)
}
