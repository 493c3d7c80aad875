// What of the reporting line is put away: branches folded, one or many in one move, stacks opened, and roles brought into sight again.
import { idOf, roleAt } from '../../model/roles'
import type { Org, RoleId } from '../../model/types'
import { placingFor, selectBranch, selectLayout, selectOrg } from '../derived'
import type { AppState } from '../types'
import type { Tools } from './tools'

export const folding = ({ get, look }: Tools) => {
  const foldToLevel = (level: number) => {
    const org = selectOrg(get())
    if (org) look({ folded: foldedAt(org, Math.max(1, level)) })
  }
  return {
    /** Folds or unfolds the branch below a role, or opens or closes the stack it stands for. */
    toggleBranch(id: RoleId) {
      const { folded, unstacked } = get().view
      const org = selectOrg(get())
      const role = (org ? roleAt(org, id) : undefined) ?? -1
      const does = selectBranch(get(), role)
      if (does === 'fold' || does === 'unfold') look({ folded: toggled(folded, id) })
      else if (does) look({ unstacked: toggled(unstacked, id) })
    },
    /** Shows so many layers of the reporting line: every role of the last one that has reports is folded. */
    foldToLevel,
    unfoldAll: () => look({ folded: new Set() }),
    /** Shows one layer more (1) or less (-1) than there is to see. */
    foldOneLevel: (by: 1 | -1) => foldToLevel(selectLevelsShown(get()) + by),
    /** The role and everything below it. */
    unfoldBranch(id: RoleId) {
      const org = selectOrg(get())
      const role = org ? roleAt(org, id) : undefined
      if (!org || role === undefined) return
      const { preorder, branchSize } = org.structure
      const from = preorder.indexOf(role)
      const below = new Set<RoleId>()
      for (let k = from; k < from + (branchSize[role] as number); k++) below.add(idOf(org, preorder[k] as number))
      look({ folded: without(get().view.folded, below) })
    },
    foldAll(ids: readonly RoleId[], isFolded: boolean) {
      const { folded } = get().view
      look({ folded: isFolded ? new Set([...folded, ...ids]) : without(folded, new Set(ids)) })
    },
    /** Unfolds whatever a role is folded into, and opens the stack it stands in. */
    reveal(id: RoleId) {
      const org = selectOrg(get())
      const role = org ? roleAt(org, id) : undefined
      if (!org || role === undefined) return
      const { parent } = org.structure
      const above = new Set<RoleId>()
      for (let at = parent[role] as number; at >= 0; at = parent[at] as number) above.add(idOf(org, at))
      const folded = without(get().view.folded, above)
      const { unstacked } = get().view
      const layout = selectLayout(get(), { ...placingFor({ ...get(), view: { ...get().view, folded } }) })
      const head = layout?.boxOf[role] ?? role
      const opened = head === role ? unstacked : new Set([...unstacked, idOf(org, head)])
      if (folded !== get().view.folded || opened !== unstacked) look({ folded, unstacked: opened })
    },
  }
}

function foldedAt({ structure: { depth, firstChild }, doc }: Org, level: number): ReadonlySet<RoleId> {
  const folded = new Set<RoleId>()
  depth.forEach((at, role) => {
    if (at === level - 1 && firstChild[role] !== -1) folded.add(idOf({ doc }, role))
  })
  return folded
}

/** The same set where nothing is taken away. */
function without<T>(set: ReadonlySet<T>, items: ReadonlySet<T>): ReadonlySet<T> {
  const left = [...set].filter((one) => !items.has(one))
  return left.length === set.size ? set : new Set(left)
}

const toggled = <T>(set: ReadonlySet<T>, item: T) =>
  set.has(item) ? new Set([...set].filter((one) => one !== item)) : new Set([...set, item])

/** Layers of the reporting line of which something is drawn. */
export function selectLevelsShown(state: AppState): number {
  const org = selectOrg(state)
  if (!org) return 0
  const { preorder, depth, branchSize } = org.structure
  const folded = new Set([...state.view.folded].map((id) => roleAt(org, id)))
  let deepest = -1
  for (let k = 0; k < preorder.length; ) {
    const role = preorder[k] as number
    deepest = Math.max(deepest, depth[role] as number)
    k += folded.has(role) ? (branchSize[role] as number) : 1
  }
  return deepest + 1
}
