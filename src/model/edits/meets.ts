import { type Cell, cellsOf, type Table, tableOf } from '../../base/table'
import { ROLE_COLUMNS } from '../columns'
import { parentOf } from '../structure'
import { RoleRefs, type Roles } from '../titles'
import type { OrgDoc, Role } from '../types'
import type { EditKind, MeetsEdit } from './edit'

/** Says of a role, or of all with a title, whether customers meet it. */
export const meets: EditKind<MeetsEdit> = {
  kind: 'meets',
  validate: (doc, edit) => (rolesMeant(doc, edit).length === 0 ? 'role-missing' : null),
  apply: (doc, edit): OrgDoc => {
    const cells: Cell<boolean>[] = cellsOf(doc.roles, 'meetsCustomers')
    for (const role of rolesMeant(doc, edit)) cells[role] = edit.meets
    return { ...doc, roles: { ...doc.roles, columns: { ...doc.roles.columns, meetsCustomers: columnOf(cells) } } }
  },
}

function rolesMeant(doc: OrgDoc, { role }: MeetsEdit): Roles {
  return new RoleRefs(doc, parentOf(doc)).sources(role)
}

function columnOf(cells: readonly Cell<boolean>[]): Table<Role>['columns']['meetsCustomers'] {
  const rows = cells.map((meetsCustomers) => (meetsCustomers === undefined ? {} : { meetsCustomers }))
  return tableOf<Pick<Role, 'meetsCustomers'>>({ meetsCustomers: ROLE_COLUMNS.meetsCustomers }, rows).columns.meetsCustomers
}
