// Many branches folded or unfolded in one move.
import type { Org, RoleId } from '../../model/types'
import { selectOrg } from '../derived'
import type { AppState } from '../types'
import type { Tools } from './tools'

export const folding = ({ get, look, setView }: Tools) => {
  const foldToLevel = (level: number) => {
    const org = selectOrg(get())
    if (org) look({ folded: foldedAt(org, Math.max(1, level)) })
  }
  return {
    /** Shows so many layers of the reporting line: every role of the last one that has reports is folded. */
    foldToLevel,
    unfoldAll: () => look({ folded: new Set() }),
    /** Shows one layer more (1) or less (-1) than there is to see. */
    foldOneLevel: (by: 1 | -1) => foldToLevel(selectLevelsShown(get()) + by),
    /** The role and everything below it. */
    unfoldBranch(id: RoleId) {
      const org = selectOrg(get())
      const role = org?.roleAt.get(id)
      if (!org || role === undefined) return
      const { preorder, branchSize } = org.structure
      const from = preorder.indexOf(role)
      const below = new Set<RoleId>()
      for (let k = from; k < from + (branchSize[role] as number); k++) below.add(org.roleIds[preorder[k] as number] as RoleId)
      look({ folded: new Set([...get().view.folded].filter((one) => !below.has(one))) })
    },
    /** The small map of the whole chart, beside a part of it. */
    showMap: (isMapShown: boolean) => setView({ isMapShown }),
  }
}

function foldedAt({ structure: { depth, firstChild }, roleIds }: Org, level: number): ReadonlySet<RoleId> {
  const folded = new Set<RoleId>()
  depth.forEach((at, role) => {
    if (at === level - 1 && firstChild[role] !== -1) folded.add(roleIds[role] as RoleId)
  })
  return folded
}

/** Layers of the reporting line of which something is drawn. */
export function selectLevelsShown(state: AppState): number {
  const org = selectOrg(state)
  if (!org) return 0
  const { preorder, depth, branchSize } = org.structure
  const folded = new Set([...state.view.folded].map((id) => org.roleAt.get(id)))
  let deepest = -1
  for (let k = 0; k < preorder.length; ) {
    const role = preorder[k] as number
    deepest = Math.max(deepest, depth[role] as number)
    k += folded.has(role) ? (branchSize[role] as number) : 1
  }
  return deepest + 1
}
