// People become roles (people.ts) without a row: for large files in which all are boxes of their own and nobody's id is there twice.
import { byCodeUnit } from '../base/order'
import { ABSENT_TEXT, type Column, NumberWriter, numberAt, type Table, type TextColumn } from '../base/table'
import { countOf, NamesWriter, type PackedTexts, textAt } from '../base/texts'
import { ROLE_COLUMNS } from './columns'
import type { CheckedTable } from './drafts'
import { rowNamed } from './roles'
import { foldedTitle } from './titles'
import type { Person, PersonRow, Role } from './types'

export interface CrowdAsRoles {
  readonly roles: CheckedTable<Role>
  readonly people: Table<Person>
  /** The role of the person with this id, -1 where there is none. */
  readonly roleOf: (person: string) => number
}

/** Who is together in one role. */
interface Groups {
  readonly count: number
  /** By person. */
  readonly of: Int32Array
  /** People group by group, those of one in their order; where each group begins, and at the end where all end. */
  readonly members: Int32Array
  readonly start: Int32Array
  /** By group the member with the smallest id. */
  readonly lead: Int32Array
}

export function rolesOfCrowd({ table, placeOf }: CheckedTable<PersonRow>, isGrouped: boolean): CrowdAsRoles {
  const ids = (table.columns.id as TextColumn).pool as PackedTexts
  const groups = groupsOf(table, ids, isGrouped)
  const merged = Object.keys(ROLE_COLUMNS).map((key) => [key, mergedColumn(key, table.columns[key as keyof PersonRow], groups, ids)])
  const columns = Object.fromEntries(merged) as Table<Role>['columns']
  const rest = gathered(table.columns.rest, groups.members)
  const roles: Table<Role> = { length: groups.count, columns }
  const people: Table<Person> = {
    length: table.length,
    columns: {
      id: namesIn(ids, groups.members),
      name: gathered(table.columns.name, groups.members),
      role: { kind: 'text', cells: groups.members.map((person) => groups.of[person] as number), pool: (columns.id as TextColumn).pool },
      rest: withoutThoseOf(columns.rest, rest, groups),
    },
  }
  return {
    roles: { table: roles, placeOf: (role) => placeOf(groups.members[groups.start[role] as number] as number) },
    people,
    roleOf: (person) => {
      const row = rowNamed(table.columns.id, person)
      return row < 0 ? -1 : (groups.of[row] as number)
    },
  }
}

/** Leaf people with one title under one manager are together, everybody else is alone; in order of first appearance. */
function groupsOf(table: Table<PersonRow>, ids: PackedTexts, isGrouped: boolean): Groups {
  const { length } = table
  const { title, reportsTo } = table.columns
  const of = new Int32Array(length)
  let count = length
  if (!isGrouped || title.kind !== 'text') for (let person = 0; person < length; person++) of[person] = person
  else {
    const isManager = managersIn(table)
    const { folded, kinds } = foldedTitles(title)
    const known = new Map<number, number>()
    count = 0
    for (let person = 0; person < length; person++) {
      const name = folded[title.cells[person] as number] ?? -1
      const above = reportsTo.kind === 'text' ? Math.max(reportsTo.cells[person] as number, -1) + 1 : 0
      const alike = isManager[person] === 1 || name < 0 ? undefined : above * kinds + name
      const group = alike === undefined ? undefined : known.get(alike)
      of[person] = group ?? count
      if (group === undefined && alike !== undefined) known.set(alike, count)
      if (group === undefined) count++
    }
  }
  const start = new Int32Array(count + 1)
  for (const group of of) start[group + 1] = (start[group + 1] as number) + 1
  for (let group = 0; group < count; group++) start[group + 1] = (start[group + 1] as number) + (start[group] as number)
  const next = start.slice()
  const members = new Int32Array(length)
  for (let person = 0; person < length; person++) {
    const group = of[person] as number
    members[next[group] as number] = person
    next[group] = (next[group] as number) + 1
  }
  const lead = new Int32Array(count)
  for (let group = 0; group < count; group++) {
    const own = members.subarray(start[group], start[group + 1])
    lead[group] = own.length === 1 ? (own[0] as number) : own.reduce((a, b) => (textAt(ids, a) <= textAt(ids, b) ? a : b))
  }
  return { count, of, members, start, lead }
}

/** Who leads somebody. */
function managersIn({ length, columns: { id, reportsTo } }: Table<PersonRow>): Uint8Array {
  const isManager = new Uint8Array(length)
  if (reportsTo.kind !== 'text') return isManager
  for (let at = 0; at < countOf(reportsTo.pool); at++) {
    const manager = rowNamed(id, textAt(reportsTo.pool, at))
    if (manager >= 0) isManager[manager] = 1
  }
  return isManager
}

/** By title the number of what it is folded to, -1 where it says nothing. */
function foldedTitles({ pool }: TextColumn): { readonly folded: Int32Array; readonly kinds: number } {
  const numbers = new Map<string, number>()
  const folded = Int32Array.from({ length: countOf(pool) }, (_, at) => {
    const name = foldedTitle(textAt(pool, at))
    if (name === '') return -1
    const known = numbers.get(name) ?? numbers.size
    numbers.set(name, known)
    return known
  })
  return { folded, kinds: numbers.size + 1 }
}

/** What all of a group agree on; of a title what its lead says; of numbers their mean, of headcounts their sum. */
function mergedColumn(key: string, column: Column, groups: Groups, ids: PackedTexts): Column {
  if (key === 'id') return namesIn(ids, groups.lead)
  if (key === 'headcount') return headcounts(column, groups, ids)
  switch (column.kind) {
    case 'absent':
      return column
    case 'number':
      return mergedNumbers(column, groups, ids)
    default: {
      const same = (a: number, b: number) =>
        a === b || (column.kind === 'value' && a >= 0 && b >= 0 && isAlike(column.pool[a], column.pool[b]))
      const cells = new Int32Array(groups.count)
      for (let group = 0; group < groups.count; group++) {
        const cell = column.cells[groups.lead[group] as number] as number
        const agree = key === 'title' || membersOf(groups, group).every((person) => same(column.cells[person] as number, cell))
        cells[group] = agree ? cell : ABSENT_TEXT
      }
      return { ...column, cells }
    }
  }
}

const membersOf = ({ members, start }: Groups, group: number): Int32Array => members.subarray(start[group], start[group + 1])
const isAlike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function mergedNumbers(column: Column, groups: Groups, ids: PackedTexts): Column {
  const writer = new NumberWriter(groups.count)
  for (let group = 0; group < groups.count; group++) {
    const own = membersOf(groups, group)
    const first = numberAt(column, groups.lead[group] as number)
    const given = own.length === 1 ? [first] : inOrderOfId(own, ids).map((person) => numberAt(column, person))
    const value = given.every((one) => isAlike(one, first))
      ? first
      : given.every((one) => typeof one === 'number')
        ? mean(given)
        : undefined
    if (value === null) writer.writeNone(group)
    else if (value !== undefined) writer.writeNumber(group, value)
  }
  return writer.column(groups.count)
}

const inOrderOfId = (people: Int32Array, ids: PackedTexts): number[] =>
  [...people].sort((a, b) => byCodeUnit(textAt(ids, a), textAt(ids, b)))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Who does not say is one. */
function headcounts(column: Column, groups: Groups, ids: PackedTexts): Column {
  const writer = new NumberWriter(groups.count)
  for (let group = 0; group < groups.count; group++) {
    const own = membersOf(groups, group)
    const single = own.length === 1 ? numberAt(column, own[0] as number) : undefined
    if (single === null) writer.writeNone(group)
    else writer.writeNumber(group, single ?? headcountOf(own, column, ids))
  }
  return writer.column(groups.count)
}

function headcountOf(people: Int32Array, column: Column, ids: PackedTexts): number {
  if (column.kind === 'absent') return people.length
  return inOrderOfId(people, ids).reduce((sum, person) => sum + (numberAt(column, person) ?? 1), 0)
}

/** The cells of some rows, in their order. */
function gathered(column: Column, rows: Int32Array): Column {
  return column.kind === 'text' || column.kind === 'value' ? { ...column, cells: rows.map((row) => column.cells[row] as number) } : column
}

function namesIn(names: PackedTexts, places: Int32Array): TextColumn {
  const writer = new NamesWriter()
  for (const at of places) writer.addFrom(names, at)
  return { kind: 'text', cells: places.map((_, row) => row), pool: writer.texts() }
}

/** Keys we do not know stay with the person unless the role bears them. */
function withoutThoseOf(roles: Column, people: Column, { members, of }: Groups): Column {
  if (roles.kind !== 'value' || people.kind !== 'value') return people
  const cells = people.cells.map((cell, row) => (roles.cells[of[members[row] as number] as number] === ABSENT_TEXT ? cell : ABSENT_TEXT))
  return { ...people, cells }
}
