// What a file does not say yet, in the order of what each thing would show (domain.md 2.5), and whom to take as an example of it.

import { once } from '../../base/memo'
import { cellAt } from '../../base/table'
import { idOf } from '../../model/roles'
import type { Org } from '../../model/types'
import { peopleIn } from '../roles'

/** The first three can be said in an outline, the others in a file of our own. */
export type Gap = 'meets' | 'brings' | 'decides' | 'hours' | 'owners' | 'voice' | 'worth' | 'loss'
export const IN_AN_OUTLINE: ReadonlySet<Gap> = new Set(['meets', 'brings', 'decides'])

export const gapsOf = once(({ doc, structure }: Org): readonly Gap[] => {
  const isOpen: Record<Gap, boolean> = {
    meets: !structure.distance.includes(1),
    brings: !doc.demand?.length || !doc.issueTypes?.some((issueType) => issueType.needs),
    decides: !doc.grants?.length && doc.coverage.authority !== 'complete',
    hours: doc.roles.columns.responseHours.kind === 'absent',
    owners: !doc.issueTypes?.some(({ policyOwner }) => policyOwner !== undefined),
    voice: !doc.feedback?.length && doc.coverage.feedback !== 'complete',
    worth: !doc.segments?.some((segment) => typeof (segment.clv ?? segment.margin) === 'number'),
    loss: typeof doc.strategy?.lossIf?.escalated !== 'number' || typeof doc.strategy.lossIf.unresolved !== 'number',
  }
  return (Object.keys(isOpen) as Gap[]).filter((gap) => isOpen[gap])
})

/** A role likely to meet customers, the largest at the foot of the chart, and the one above it: for an example, never as a claim. */
export function exampleRoles({ doc, structure }: Org): { readonly meets: string; readonly decides: string } {
  let role = structure.preorder[0] as number
  for (const one of structure.preorder) {
    if (structure.firstChild[one] !== -1) continue
    if (structure.firstChild[role] !== -1 || peopleIn(doc, one) > peopleIn(doc, role)) role = one
  }
  const above = structure.parent[role] as number
  const title = (at: number) => cellAt(doc.roles, 'title', at) || idOf({ doc }, at)
  return { meets: title(role), decides: title(above === -1 ? role : above) }
}
