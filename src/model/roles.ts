// Reading an Org by the row: which id a role has, which role an id means, who holds what.
import { once } from '../base/memo'
import { type Column, cellAt, type TextColumn } from '../base/table'
import { placeIn, textAt } from '../base/texts'
import type { Grant, HeldGrant, Org, OrgDoc, RoleId } from './types'

type Documented = Pick<Org, 'doc'>

/** The id of a role that there is. */
export const idOf = ({ doc }: Documented, role: number): RoleId => cellAt(doc.roles, 'id', role)

/** All ids in order of roles: a string each. */
export const idsOf = (org: Documented): readonly RoleId[] => Array.from({ length: org.doc.roles.length }, (_, role) => idOf(org, role))

/** The role with this id, else the role of the person with it; undefined where there is neither. */
export function roleAt({ doc }: Documented, id: string): number | undefined {
  const role = rowNamed(doc.roles.columns.id, id)
  if (role >= 0) return role
  const person = doc.people ? rowNamed(doc.people.columns.id, id) : -1
  return person < 0 ? undefined : roleOfPerson(doc, person)
}

/** The role that a person of the document is in. */
export function roleOfPerson({ roles, people }: OrgDoc, person: number): number | undefined {
  const ref = people?.columns.role
  if (ref?.kind !== 'text') return undefined
  const at = ref.cells[person] as number
  const role = at < 0 || isPoolOf(roles.columns.id, ref) ? at : rowNamed(roles.columns.id, textAt(ref.pool, at))
  return role < 0 ? undefined : role
}

/** Whether a column that names roles shares the pool of their ids: its cells are then rows. */
export const isPoolOf = (ids: Column, column: TextColumn): boolean => ids.kind === 'text' && ids.pool === column.pool

/** Where ids are all there and all different, each stands in the pool where its row stands in the table. */
export const rowNamed = (column: Column, id: string): number => (column.kind === 'text' ? placeIn(column.pool, id) : -1)

export function heldAt({ doc, held }: Pick<Org, 'doc' | 'held'>, line: number): HeldGrant {
  return {
    grant: (doc.grants ?? [])[held.grant[line] as number] as Grant,
    role: held.role[line] as number,
    agreement: held.agreement.get(line) ?? NOBODY,
  }
}
const NOBODY: readonly number[] = []

/** Every line as an object; the same objects for the same Org. */
export const heldGrants = once((org: Org): readonly HeldGrant[] => Array.from({ length: org.held.length }, (_, line) => heldAt(org, line)))
