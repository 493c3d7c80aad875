// Column tables: many rows as a few typed arrays. A cell is present, absent ("not known") or none ("known to be none", null in a file);
// the three are never confused. Tables are plain data: they survive structuredClone and their buffers can be transferred.

import { countOf, type Texts, TextsWriter, textAt } from './texts'

/** A `name` is a text that says which row is meant: it is found again by `placeIn`. */
export type CellKind = 'number' | 'text' | 'name' | 'value'

/** Not known = undefined, known to be none = null. */
export type Cell<T> = T | null | undefined

/** No cell is known, and nothing is kept of them. */
export interface AbsentColumn {
  readonly kind: 'absent'
}
export interface NumberColumn {
  readonly kind: 'number'
  readonly cells: Float64Array
  readonly state: Uint8Array
}
export interface TextColumn {
  readonly kind: 'text'
  /** Index into `pool`; ABSENT_TEXT or NO_TEXT. */
  readonly cells: Int32Array
  /** Each text once, in order of first appearance. */
  readonly pool: Texts
}
export interface ValueColumn {
  readonly kind: 'value'
  /** Index into `pool`; ABSENT_TEXT or NO_TEXT. */
  readonly cells: Int32Array
  readonly pool: readonly unknown[]
}
export type Column = AbsentColumn | NumberColumn | TextColumn | ValueColumn

export interface Table<Row> {
  readonly length: number
  readonly columns: { readonly [K in keyof Row]-?: Column }
}
export type TableSpec<Row> = { readonly [K in keyof Row]-?: CellKind }

export const PRESENT = 0
export const ABSENT = 1
export const NONE = 2
export const ABSENT_TEXT = -1
export const NO_TEXT = -2
const ABSENT_COLUMN: AbsentColumn = { kind: 'absent' }

/** Columns from row objects; a key that a row lacks is absent, `null` is none. Linear in the cells that are there. */
export function tableOf<Row>(spec: TableSpec<Row>, rows: readonly Row[]): Table<Row> {
  const writers = new Map<string, Writer<Column>>()
  const writerFor = (key: keyof Row & string): Writer<Column> => {
    const writer = writerOf(spec[key], rows.length)
    writers.set(key, writer)
    return writer
  }
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Readonly<Record<string, unknown>>
    for (const key in row) {
      const value = row[key]
      if (value !== undefined) (writers.get(key) ?? writerFor(key as keyof Row & string)).write(i, value)
    }
  }
  const columns = Object.keys(spec).map((key) => [key, writers.get(key)?.column() ?? ABSENT_COLUMN] as const)
  return { length: rows.length, columns: Object.fromEntries(columns) as Table<Row>['columns'] }
}

/** A column whose cells are absent until they are written. */
interface Writer<C extends Column> {
  readonly write: (i: number, value: unknown) => void
  readonly column: () => C
}

function writerOf(kind: CellKind, length: number): Writer<Column> {
  switch (kind) {
    case 'number':
      return numberWriter(length)
    case 'text':
    case 'name':
      return textWriter(length, kind === 'name')
    case 'value':
      return valueWriter(length)
  }
}

function numberWriter(length: number): Writer<NumberColumn> {
  const cells = new Float64Array(length)
  const state = new Uint8Array(length).fill(ABSENT)
  const write = (i: number, value: unknown) => {
    state[i] = value === null ? NONE : PRESENT
    if (value !== null) cells[i] = value as number
  }
  return { column: () => ({ kind: 'number', cells, state }), write }
}

function textWriter(length: number, isFound: boolean): Writer<TextColumn> {
  const cells = new Int32Array(length).fill(ABSENT_TEXT)
  const texts = new TextsWriter()
  const write = (i: number, value: unknown) => {
    cells[i] = value === null ? NO_TEXT : texts.add(value as string)
  }
  return { column: () => ({ kind: 'text', cells, pool: texts.texts(isFound) }), write }
}

function valueWriter(length: number): Writer<ValueColumn> {
  const cells = new Int32Array(length).fill(ABSENT_TEXT)
  const places = new Map<unknown, number>()
  const write = (i: number, value: unknown) => {
    const known = value === null ? NO_TEXT : places.get(value)
    cells[i] = known ?? places.size
    if (known === undefined) places.set(value, places.size)
  }
  return { column: () => ({ kind: 'value', cells, pool: [...places.keys()] }), write }
}

export function textColumn(values: readonly Cell<string>[]): TextColumn {
  const { column, write } = textWriter(values.length, false)
  values.forEach((value, i) => {
    if (value !== undefined) write(i, value)
  })
  return column()
}

/** The cell of row `i`: a value, `null` (none) or `undefined` (not known). */
export function cellAt<Row, K extends keyof Row>(table: Table<Row>, key: K, i: number): Row[K] {
  return readColumn(table.columns[key], i) as Row[K]
}

function readColumn(column: Column, i: number): unknown {
  switch (column.kind) {
    case 'absent':
      return undefined
    case 'number':
      return column.state[i] === PRESENT ? column.cells[i] : column.state[i] === NONE ? null : undefined
    case 'text': {
      const at = column.cells[i] as number
      return at >= 0 ? textAt(column.pool, at) : at === NO_TEXT ? null : undefined
    }
    case 'value': {
      const at = column.cells[i] as number
      return at >= 0 ? column.pool[at] : at === NO_TEXT ? null : undefined
    }
  }
}

/** All texts of a column, each once; none where it holds no text. */
export function* textsIn(column: Column): Generator<string> {
  if (column.kind === 'text') for (let at = 0; at < countOf(column.pool); at++) yield textAt(column.pool, at)
}

/** All cells of a column, in order of rows. */
export function cellsOf<Row, K extends keyof Row>(table: Table<Row>, key: K): Row[K][] {
  const cells: Row[K][] = []
  for (let i = 0; i < table.length; i++) cells.push(cellAt(table, key, i))
  return cells
}

/** A view of row `i`, made on demand; absent cells are left out of it. */
export function rowAt<Row>(table: Table<Row>, i: number): Row {
  const entries: [string, unknown][] = []
  for (const key of Object.keys(table.columns) as (keyof Row & string)[]) {
    const value = readColumn(table.columns[key], i)
    if (value !== undefined) entries.push([key, value])
  }
  return Object.fromEntries(entries) as Row
}

export function rowsOf<Row>(table: Table<Row>): Row[] {
  return Array.from({ length: table.length }, (_, i) => rowAt(table, i))
}
