// Drafts of several files laid side by side: each row checked against the format, what is wrong collected, nothing thrown.

import { byCodeUnit } from '../base/order'
import { cellAt, rowsOf, type Table, type TableSpec, TableWriter } from '../base/table'
import { TABLES, type TableName } from './columns'
import type { Diagnostics } from './diagnostics'
import { SECTIONS, WHOLE } from './format'
import { canonical } from './ids'
import { isRecord, ODD, type Tell } from './shape'
import type { CellFault, Demand, Draft, DraftSection, PersonRow, Place, Role, SectionName } from './types'

/** A row of its shape, and where it came from. */
export interface Checked<T> {
  readonly value: T
  readonly place: Place
}
export type CheckedSections = { readonly [S in SectionName]?: readonly Checked<Record<string, unknown>>[] }
/** Rows that came as columns, and where each stood. */
export interface CheckedTable<Row> {
  readonly table: Table<Row>
  readonly placeOf: (row: number) => Place
}
export interface CheckedTables {
  readonly roles?: CheckedTable<Role>
  readonly people?: CheckedTable<PersonRow>
  readonly demand?: CheckedTable<Demand>
}
export interface CheckedDrafts {
  readonly sections: CheckedSections
  /** Of one file alone; tables of several are rows like all others. */
  readonly tables: CheckedTables
  readonly whole: Readonly<Record<string, unknown>>
  readonly rest: Readonly<Record<string, unknown>>
}

export function checkDrafts(drafts: readonly Draft[], diagnostics: Diagnostics): CheckedDrafts {
  const names = Object.keys(SECTIONS) as SectionName[]
  const sections: { [S in SectionName]?: readonly Checked<Record<string, unknown>>[] } = {}
  const tables: { [T in TableName]?: CheckedTable<never> } = {}
  for (const name of names) {
    const [only, other] = drafts
    const table = isTable(name) && only && !other ? tableIn(only, name, diagnostics) : null
    if (table) tables[name as TableName] = table
    else if (drafts.some((draft) => draft.sections[name] ?? draft.tables?.[name as TableName]))
      sections[name] = drafts.flatMap((draft) => checkSection(draft, name, diagnostics))
  }
  return { sections, tables, ...checkWhole(drafts, diagnostics) }
}

/** From so many rows on they become columns as they are checked. */
const LARGE = 5000

function tableIn(draft: Draft, name: TableName, diagnostics: Diagnostics): CheckedTable<never> | null {
  const section = draft.sections[name]
  if (!section || section.rows.length < LARGE) return checkedTable(draft, name, diagnostics)
  const writer = new TableWriter(TABLES[name].columns as unknown as TableSpec<Record<string, unknown>>, section.rows.length)
  const rowNumbers = new Int32Array(section.rows.length)
  let length = 0
  eachChecked(draft.file, name, section, diagnostics, (value, place) => {
    writer.writeRow(length, value)
    rowNumbers[length++] = place.row as number
  })
  return placed(draft.file, writer.table(length) as unknown as Table<never>, (row) => rowNumbers[row] as number)
}

const isTable = (name: SectionName): name is TableName => Object.hasOwn(TABLES, name)

/** What was wrong in a table is told now. */
function checkedTable({ file, tables }: Draft, name: TableName, diagnostics: Diagnostics): CheckedTable<never> | null {
  const given = tables?.[name]
  if (!given) return null
  const table = given.table as unknown as Table<never>
  for (const { row, subject, ...fault } of given.faults)
    tellFault(name, fault, { file, row, ...(subject === undefined ? {} : { subject }) }, diagnostics)
  return placed(file, table, (row) => row + 1)
}

function placed(file: string, given: Table<never>, numberOf: (row: number) => number): CheckedTable<never> {
  const table = given as Table<{ readonly id?: string }>
  const placeOf = (row: number): Place => {
    const subject = cellAt(table, 'id', row)
    return { file, row: numberOf(row), ...(subject === undefined ? {} : { subject }) }
  }
  return { table: given, placeOf }
}

export const rowsIn = <Row>({ table, placeOf }: CheckedTable<Row>): readonly Checked<Row>[] =>
  rowsOf(table).map((value, row) => ({ value, place: placeOf(row) }))

function checkSection(draft: Draft, name: SectionName, diagnostics: Diagnostics): Checked<Record<string, unknown>>[] {
  const table = isTable(name) ? checkedTable(draft, name, diagnostics) : null
  if (table) return [...rowsIn(table)]
  const checked: Checked<Record<string, unknown>>[] = []
  const section = draft.sections[name]
  if (section) eachChecked(draft.file, name, section, diagnostics, (value, place) => checked.push({ value, place }))
  return checked
}

/** Hands on each row that is one. */
function eachChecked(
  file: string,
  name: SectionName,
  { rows, at }: DraftSection,
  diagnostics: Diagnostics,
  take: (value: Record<string, unknown>, place: Place) => void,
): void {
  const shape = SECTIONS[name]
  let faults: CellFault[] = []
  const tell: Tell = (key, expected, seen) => faults.push({ key, expected, ...(seen ? { seen } : {}) })
  for (const [i, row] of rows.entries()) {
    const place: Place = { file, row: at?.[i] ?? i + 1, ...subjectOf(row) }
    const value = shape.check(row, tell, '') as Record<string, unknown> | undefined
    if (value !== undefined) take(value, place)
    if (faults.length === 0 && value !== undefined) continue
    if (value === undefined)
      diagnostics.warn('row-left-out', { ...place, params: { section: name, key: faults.at(-1)?.key ?? '' } }, 'left-out')
    else for (const fault of faults) tellFault(name, fault, place, diagnostics)
    faults = []
  }
}

/** What is impossible counts as not known; what is only odd is kept. */
function tellFault(section: string, { seen, ...fault }: CellFault, place: Place, diagnostics: Diagnostics): void {
  const told = { ...place, params: { section, ...fault, ...seen } }
  if (fault.expected === ODD) diagnostics.note('value-odd', told, 'kept')
  else diagnostics.warn('wrong-type', told, 'not-known')
}

export function subjectOf(row: unknown): Pick<Place, 'subject'> {
  if (!isRecord(row)) return {}
  const id = row.id
  return typeof id === 'string' || typeof id === 'number' ? { subject: String(id) } : {}
}

/** Keys that stand once in a file: lists add up; where several files speak, the smallest in content does, whatever their order. */
function checkWhole(drafts: readonly Draft[], diagnostics: Diagnostics): Pick<CheckedDrafts, 'whole' | 'rest'> {
  const whole = new Map<string, unknown>()
  const rest = new Map<string, unknown>()
  const inOrder = drafts.length > 1 ? sortedByContent(drafts) : drafts
  for (const draft of inOrder) {
    for (const [key, given] of Object.entries(draft.whole)) {
      const shape = Object.hasOwn(WHOLE, key) ? WHOLE[key] : undefined
      if (!shape) {
        if (key !== 'headstand' && !rest.has(key)) rest.set(key, given)
        continue
      }
      const value = shape.check(
        given,
        (path, expected, seen) => {
          const fault = { key: path === '' ? key : path, expected, ...(seen ? { seen } : {}) }
          tellFault(key, fault, draft.file === undefined ? {} : { file: draft.file }, diagnostics)
        },
        '',
      )
      if (value === undefined) continue
      const before = whole.get(key)
      whole.set(key, added(before, value))
    }
  }
  return { whole: Object.fromEntries(whole), rest: Object.fromEntries(rest) }
}

function added(before: unknown, value: unknown): unknown {
  if (isRecord(before) && isRecord(value)) return { ...value, ...before }
  return Array.isArray(before) && Array.isArray(value) ? [...before, ...value] : (before ?? value)
}

function sortedByContent(drafts: readonly Draft[]): readonly Draft[] {
  const content = new Map(drafts.map((draft) => [draft, canonical(draft.whole)]))
  return [...drafts].sort((a, b) => byCodeUnit(content.get(a) as string, content.get(b) as string))
}
