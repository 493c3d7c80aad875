// The columns of the tables, from the description of the format: numbers and texts have columns of their own, ids are found again.
import type { CellKind, TableSpec } from '../base/table'
import { demand, person, role } from './format'
import type { Fields, JsonSchema, RecordShape, Shape } from './shape'
import type { Demand, Person, PersonRow, Role } from './types'

/** What a cell of a field is, by its shape. */
export function kindOf({ schema }: Shape<unknown>): Exclude<CellKind, 'name'> {
  const { type } = (Array.isArray(schema.anyOf) ? schema.anyOf[0] : schema) as JsonSchema
  return type === 'number' ? 'number' : type === 'string' ? 'text' : 'value'
}

const specOf = <Row>(fields: Fields) =>
  Object.fromEntries([
    ...Object.entries(fields).map(([key, shape]) => [key, kindOf(shape)]),
    ['id', 'name'],
    ['rest', 'value'],
  ]) as unknown as TableSpec<Row>

export const ROLE_COLUMNS = specOf<Role>(role.fields)
export const PERSON_COLUMNS: TableSpec<Person> = { id: 'name', name: 'text', role: 'text', rest: 'value' }
export const DEMAND_COLUMNS = specOf<Demand>(demand.fields)

/** Sections that may be read into columns at once: what a row is checked by, and its columns. */
export const TABLES = {
  roles: { shape: role as RecordShape<Role>, columns: ROLE_COLUMNS },
  people: { shape: person as RecordShape<PersonRow>, columns: specOf<PersonRow>(person.fields) },
  demand: { shape: demand as RecordShape<Demand>, columns: DEMAND_COLUMNS },
} as const
export type TableName = keyof typeof TABLES
