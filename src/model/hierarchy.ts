// Who reports to whom, made sound: what a hierarchy reader must name precisely it names, and draws what it can (domain.md 2.4).
import { byCodeUnit } from '../base/order'
import { ABSENT_TEXT, cellAt, NO_TEXT, type Table } from '../base/table'
import { countOf, textAt } from '../base/texts'
import type { Diagnostics } from './diagnostics'
import type { CheckedTable } from './drafts'
import { rowNamed } from './roles'
import type { Role } from './types'

/** The role of the person with this id, -1 where there is none. */
export type RoleOfPerson = (person: string) => number

/**
 * Roles with sound managers: every manager in the file, no cycle. Who has no findable manager stands at the top; a cycle is cut above its
 * member with the smallest id, whatever the order of the rows. Needs unique ids. Managers then share the pool of the ids, so that each cell
 * is the manager's row.
 */
export function soundHierarchy(roles: CheckedTable<Role>, roleOf: RoleOfPerson, diagnostics: Diagnostics): Table<Role> {
  const { table } = roles
  const parent = namedManagers(roles, roleOf, diagnostics)
  for (const cut of cutCycles(roles, parent, diagnostics)) parent[cut] = -1
  const tops: string[] = []
  let count = 0
  for (let role = 0; role < parent.length; role++) {
    if (parent[role] !== -1) continue
    if (count++ < 7) tops.push(nameAt(table, role))
  }
  if (count > 1) diagnostics.note('several-tops', { params: { count, tops } })
  return { ...table, columns: { ...table.columns, reportsTo: managersColumn(table, parent) } }
}

/** By role the row of its manager, -1 at the top. */
function namedManagers({ table, placeOf }: CheckedTable<Role>, roleOf: RoleOfPerson, diagnostics: Diagnostics): Int32Array {
  const parent = new Int32Array(table.length).fill(-1)
  const { id, reportsTo } = table.columns
  if (reportsTo.kind !== 'text') return parent
  const rows = new Int32Array(countOf(reportsTo.pool))
  for (let at = 0; at < rows.length; at++) {
    const named = textAt(reportsTo.pool, at)
    const row = rowNamed(id, named)
    rows[at] = row >= 0 ? row : roleOf(named)
  }
  let someTop = false
  for (let role = 0; role < parent.length; role++) {
    const named = reportsTo.cells[role] as number
    const manager = named < 0 ? -1 : (rows[named] as number)
    if (manager >= 0 && manager !== role) {
      parent[role] = manager
      continue
    }
    someTop = true
    if (named < 0) continue
    const place = { ...placeOf(role), subject: cellAt(table, 'id', role) }
    const who = nameAt(table, role)
    if (manager === role) diagnostics.warn('self-manager', { ...place, params: { who } }, 'placed-at-top')
    else diagnostics.warn('manager-missing', { ...place, params: { manager: textAt(reportsTo.pool, named), who } }, 'placed-at-top')
  }
  if (parent.length > 0 && !someTop) diagnostics.warn('no-top', {}, 'link-cut')
  return parent
}

function managersColumn({ columns: { id, reportsTo } }: Table<Role>, parent: Int32Array): Table<Role>['columns']['reportsTo'] {
  if (reportsTo.kind !== 'text' || id.kind !== 'text') return reportsTo
  const cells = parent.slice()
  for (let role = 0; role < cells.length; role++)
    if (cells[role] === -1) cells[role] = reportsTo.cells[role] === ABSENT_TEXT ? ABSENT_TEXT : NO_TEXT
  return { kind: 'text', cells, pool: id.pool }
}

/** How people know a role: its title, else its id. */
export function nameAt(roles: Table<Role>, role: number): string {
  return cellAt(roles, 'title', role) ?? cellAt(roles, 'id', role)
}

/** One role to cut a cycle: its member with the smallest id loses its manager. Each role is looked at once. */
function cutCycles({ table, placeOf }: CheckedTable<Role>, parent: Int32Array, diagnostics: Diagnostics): readonly number[] {
  const idAt = (role: number) => cellAt(table, 'id', role)
  const walkOf = new Int32Array(parent.length)
  const cuts: number[] = []
  for (let start = 0; start < parent.length; start++) {
    let at = start
    while (at >= 0 && walkOf[at] === 0) {
      walkOf[at] = start + 1
      at = parent[at] as number
    }
    if (at < 0 || walkOf[at] !== start + 1) continue
    const members = [at]
    for (let next = parent[at] as number; next !== at; next = parent[next] as number) members.push(next)
    const cut = members.reduce((a, b) => (byCodeUnit(idAt(a), idAt(b)) <= 0 ? a : b))
    cuts.push(cut)
    const inOrder = [...members.slice(members.indexOf(cut)), ...members.slice(0, members.indexOf(cut))]
    diagnostics.warn(
      'cycle',
      {
        ...placeOf(cut),
        subject: idAt(cut),
        params: { members: inOrder.map(idAt), who: nameAt(table, cut), manager: nameAt(table, parent[cut] as number) },
      },
      'link-cut',
    )
  }
  return cuts
}
