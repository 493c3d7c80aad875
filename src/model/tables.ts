// Roles, people and demand as the tables of a document. Rows that came as columns stay columns where nothing is wrong with them that only
// rows can be repaired by; all others are rows first.
import { rowsOf, type Table, tableOf } from '../base/table'
import { areDistinct, countOf, isPacked, textAt } from '../base/texts'
import { DEMAND_COLUMNS, PERSON_COLUMNS, ROLE_COLUMNS } from './columns'
import { rolesOfCrowd } from './crowd'
import { Diagnostics } from './diagnostics'
import { type Checked, type CheckedDrafts, type CheckedTable, rowsIn } from './drafts'
import { soundHierarchy } from './hierarchy'
import { withUniqueIds } from './ids'
import { rolesOfPeople } from './people'
import { rowNamed } from './roles'
import type { Demand, OrgDoc, Person, PersonRow, Role } from './types'
import { soundValues } from './values'

export interface Tables {
  readonly roles: Table<Role>
  readonly people?: Table<Person>
  readonly demand?: Table<Demand>
}

export function tablesOf(drafts: CheckedDrafts, isGrouped: boolean, diagnostics: Diagnostics): Tables {
  const roles = rolesAndPeople(drafts, isGrouped, diagnostics)
  const demand = demandOf(drafts, diagnostics)
  return demand ? { ...roles, demand } : roles
}

function rolesAndPeople(
  { sections, tables }: CheckedDrafts,
  isGrouped: boolean,
  diagnostics: Diagnostics,
): Pick<OrgDoc, 'roles' | 'people'> {
  const inRoles = tables.people ? peopleInRoles(tables.people.table) : undefined
  if (tables.roles && !sections.people && (inRoles || !tables.people) && hasUniqueIds(tables.roles.table)) {
    const roles = soundHierarchy(tables.roles, () => -1, diagnostics)
    return inRoles ? { roles, people: withRolesOf(inRoles, roles, diagnostics) } : { roles }
  }
  if (tables.people && !tables.roles && !sections.roles && isCrowd(tables.people.table)) {
    const { roles, people, roleOf } = rolesOfCrowd(tables.people, isGrouped)
    return { roles: soundHierarchy(roles, roleOf, diagnostics), people }
  }
  const rows = <T>(name: 'roles' | 'people') =>
    (tables[name] ? rowsIn(tables[name] as unknown as CheckedTable<T>) : sections[name]) as readonly Checked<T>[] | undefined
  const people = rows<PersonRow>('people')
  const fromPeople = rolesOfPeople(withUniqueIds('person', people ?? [], diagnostics), isGrouped)
  const boxes = withUniqueIds<Role>('role', [...(rows<Role>('roles') ?? []), ...fromPeople.roles], diagnostics) as readonly Checked<Role>[]
  const table = tableOf(
    ROLE_COLUMNS,
    boxes.map((row) => row.value),
  )
  const placeOf = (row: number) => (boxes[row] as Checked<Role>).place
  const roleOf = (person: string) => rowNamed(table.columns.id, fromPeople.aliases.get(person) ?? person)
  const roles = soundHierarchy({ table, placeOf }, roleOf, diagnostics)
  return people ? { roles, people: withRolesOf(tableOf(PERSON_COLUMNS, fromPeople.people), roles, diagnostics) } : { roles }
}

/** Every id is there, and none twice. */
function hasUniqueIds({ length, columns }: Table<{ readonly id?: string }>): boolean {
  const { id } = columns
  return id.kind === 'text' && isPacked(id.pool) ? id.pool.ends.length === length && areDistinct(id.pool) : length === 0
}

/** Where everybody is in a role of the file: who they are, and in which. */
function peopleInRoles({ length, columns }: Table<PersonRow>): Table<Person> | undefined {
  const { id, name, role, rest } = columns
  const isInRole = length === 0 || (role.kind === 'text' && !role.cells.some((at) => at < 0))
  return isInRole && hasUniqueIds({ length, columns }) ? { length, columns: { id, name, role, rest } } : undefined
}

/** Where nobody names a role: all are boxes of their own. */
const isCrowd = (people: Table<PersonRow>): boolean => people.length > 0 && people.columns.role.kind === 'absent' && hasUniqueIds(people)

/** Who names no role of the file is left out; for all others the roles they name share the pool of the ids. */
function withRolesOf(people: Table<Person>, roles: Table<Role>, diagnostics: Diagnostics): Table<Person> {
  const [{ role }, { id }] = [people.columns, roles.columns]
  if (role.kind !== 'text' || id.kind !== 'text') return people
  const rows = new Int32Array(countOf(role.pool))
  for (let at = 0; at < rows.length; at++) rows[at] = rowNamed(id, textAt(role.pool, at))
  const cells = role.cells.map((at) => rows[at] as number)
  const known = { ...people, columns: { ...people.columns, role: { kind: 'text', cells, pool: id.pool } } } as const
  if (!cells.includes(-1)) return known
  const kept = rowsOf(people).filter((person, i) => {
    if (cells[i] !== -1) return true
    diagnostics.warn('reference-missing', { subject: person.id, params: { section: 'people', key: 'role', ref: person.role } }, 'left-out')
    return false
  })
  return withRolesOf(tableOf(PERSON_COLUMNS, kept), roles, diagnostics)
}

function demandOf({ sections, tables }: CheckedDrafts, diagnostics: Diagnostics): Table<Demand> | undefined {
  if (tables.demand && hasUniqueIds(tables.demand.table) && areValuesSound(tables.demand.table)) return tables.demand.table
  const rows = (tables.demand ? rowsIn(tables.demand) : sections.demand) as readonly Checked<Demand>[] | undefined
  if (!rows) return undefined
  const named = withUniqueIds('d', rows, diagnostics)
  return tableOf(
    DEMAND_COLUMNS,
    named.map(({ value }) => soundValues(value, 'demand', diagnostics)),
  )
}

function areValuesSound({ columns: { values } }: Table<Demand>): boolean {
  const silent = new Diagnostics()
  return (
    values.kind !== 'value' ||
    values.pool.every((one) => {
      const row = { values: one as Demand['values'] & {} }
      return soundValues(row, 'demand', silent) === row
    })
  )
}
