// Roles in order of id, sorted once a document: who compares two roles compares two numbers.
import { once } from '../base/memo'
import { sortedPlaces } from '../base/sorting'
import type { Column } from '../base/table'
import { isPacked } from '../base/texts'
import { idsOf } from './roles'
import type { Org, OrgDoc } from './types'

export interface RoleOrder {
  /** Role indexes, by id in code units. */
  readonly inOrder: Int32Array
  /** By role: its place in that order. */
  readonly rank: Int32Array
}
const orderIn = once(
  (id: Column, doc: OrgDoc): RoleOrder =>
    id.kind === 'text' && isPacked(id.pool) ? ranked(sortedPlaces(id.pool)) : orderOf(idsOf({ doc })),
)

/** No edit changes an id, and with the column the order is kept. */
export const roleOrderOf = ({ doc }: Pick<Org, 'doc'>): RoleOrder => orderIn(doc.roles.columns.id, doc)

/** Places of texts in order of code units; equal texts keep their order. */
export function orderOf(ids: readonly string[]): RoleOrder {
  const at = new Map<string, number>()
  for (let i = 0; i < ids.length; i++) at.set(ids[i] as string, i)
  const isUnique = at.size === ids.length
  // The engine's own order of texts is that of code units, and far quicker than asked pair by pair.
  const sorted = isUnique ? [...ids].sort().map((id) => at.get(id) as number) : ids.map((_, i) => i).sort((a, b) => compare(ids, a, b))
  return ranked(Int32Array.from(sorted))
}

function ranked(inOrder: Int32Array): RoleOrder {
  const rank = new Int32Array(inOrder.length)
  for (let k = 0; k < inOrder.length; k++) rank[inOrder[k] as number] = k
  return { inOrder, rank }
}

function compare(ids: readonly string[], a: number, b: number): number {
  const [one, other] = [ids[a] as string, ids[b] as string]
  return one < other ? -1 : one > other ? 1 : a - b
}
