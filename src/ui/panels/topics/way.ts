// The way between two roles, role by role: which lead up to the manager of both, which down from there.

import { wayBetween } from '../../../analysis/between'
import { casesAt } from '../../../analysis/follow'
import type { CaseRef, WayBetween } from '../../../analysis/types'
import { roleAt } from '../../../model/roles'
import type { Org, RoleId } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import type { AppState } from '../../../state/types'

export interface WayFacts {
  readonly from: number
  readonly to: number
  readonly way: WayBetween
  /** What could be followed from where it begins. */
  readonly firstCase: CaseRef | null
}
const known = new WeakMap<Org, { readonly key: string; readonly facts: WayFacts | null }>()

export function selectWayFacts(state: AppState, fromId: RoleId, toId: RoleId): WayFacts | null {
  const org = selectOrg(state)
  if (!org) return null
  const key = JSON.stringify([fromId, toId])
  const held = known.get(org)
  if (held?.key === key) return held.facts
  const [from, to] = [roleAt(org, fromId), roleAt(org, toId)]
  const facts =
    from === undefined || to === undefined ? null : { from, to, way: wayBetween(org, from, to), firstCase: casesAt(org, from)[0] ?? null }
  known.set(org, { key, facts })
  return facts
}
