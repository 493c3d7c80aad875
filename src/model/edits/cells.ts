// One cell of a role, changed: what several kinds of edit do.
import { cellsOf, tableOf } from '../../base/table'
import { ROLE_COLUMNS } from '../columns'
import { parentOf } from '../structure'
import { RoleRefs, type Roles } from '../titles'
import type { OrgDoc, Role, RoleRef } from '../types'

/** A role, or all with a title. */
export function rolesMeant(doc: OrgDoc, role: RoleRef): Roles {
  return new RoleRefs(doc, parentOf(doc)).sources(role)
}

/** Why an edit of some roles cannot be applied. */
export const roleMissing = (doc: OrgDoc, role: RoleRef): string | null => (rolesMeant(doc, role).length === 0 ? 'role-missing' : null)

export function withCells<Key extends keyof Role>(doc: OrgDoc, ref: RoleRef, key: Key, change: (before: Role[Key]) => Role[Key]): OrgDoc {
  const cells = cellsOf(doc.roles, key) as Role[Key][]
  for (const role of rolesMeant(doc, ref)) cells[role] = change(cells[role] as Role[Key])
  const rows = cells.map((value) => (value === undefined ? {} : { [key]: value })) as Pick<Role, Key>[]
  const { columns } = tableOf({ [key]: ROLE_COLUMNS[key] } as never, rows) as unknown as OrgDoc['roles']
  return { ...doc, roles: { ...doc.roles, columns: { ...doc.roles.columns, [key]: columns[key] } } }
}
