// Column tables: many rows as a few typed arrays. A cell is present, absent ("not known") or none ("known to be none", null in a file);
// the three are never confused. Tables are plain data: they survive structuredClone and their buffers can be transferred.

export type CellKind = 'number' | 'text' | 'value'

/** Not known = undefined, known to be none = null. */
export type Cell<T> = T | null | undefined

export interface NumberColumn {
  readonly kind: 'number'
  readonly cells: Float64Array
  readonly state: Uint8Array
}
export interface TextColumn {
  readonly kind: 'text'
  /** Index into `pool`; ABSENT_TEXT or NO_TEXT. */
  readonly cells: Int32Array
  readonly pool: readonly string[]
}
export interface ValueColumn {
  readonly kind: 'value'
  readonly cells: readonly unknown[]
}
export type Column = NumberColumn | TextColumn | ValueColumn

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

/** Columns from row objects; a key that a row lacks is absent, `null` is none. Linear in the cells that are there. */
export function tableOf<Row>(spec: TableSpec<Row>, rows: readonly Row[]): Table<Row> {
  const keys = Object.keys(spec) as (keyof Row & string)[]
  const writers = new Map<string, Writer>(keys.map((key) => [key, writerOf(spec[key], rows.length)]))
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Readonly<Record<string, unknown>>
    for (const key in row) {
      const value = row[key]
      if (value !== undefined) writers.get(key)?.write(i, value)
    }
  }
  return {
    length: rows.length,
    columns: Object.fromEntries([...writers].map(([key, { column }]) => [key, column])) as Table<Row>['columns'],
  }
}

/** A column whose cells are absent until they are written. */
interface Writer {
  readonly column: Column
  readonly write: (i: number, value: unknown) => void
}

function writerOf(kind: CellKind, length: number): Writer {
  switch (kind) {
    case 'number':
      return numberWriter(length)
    case 'text':
      return textWriter(length)
    case 'value': {
      const cells: unknown[] = new Array(length).fill(undefined)
      const write = (i: number, value: unknown) => {
        cells[i] = value
      }
      return { column: { kind, cells }, write }
    }
  }
}

function numberWriter(length: number): Writer & { readonly column: NumberColumn } {
  const cells = new Float64Array(length)
  const state = new Uint8Array(length).fill(ABSENT)
  const write = (i: number, value: unknown) => {
    state[i] = value === null ? NONE : PRESENT
    if (value !== null) cells[i] = value as number
  }
  return { column: { kind: 'number', cells, state }, write }
}

function textWriter(length: number): Writer & { readonly column: TextColumn } {
  const cells = new Int32Array(length).fill(ABSENT_TEXT)
  const pool: string[] = []
  const at = new Map<string, number>()
  const write = (i: number, value: unknown) => {
    if (value === null) {
      cells[i] = NO_TEXT
      return
    }
    let index = at.get(value as string)
    if (index === undefined) {
      index = pool.push(value as string) - 1
      at.set(value as string, index)
    }
    cells[i] = index
  }
  return { column: { kind: 'text', cells, pool }, write }
}

export function numberColumn(values: readonly Cell<number>[]): NumberColumn {
  const { column, write } = numberWriter(values.length)
  values.forEach((value, i) => {
    if (value !== undefined) write(i, value)
  })
  return column
}

export function textColumn(values: readonly Cell<string>[]): TextColumn {
  const { column, write } = textWriter(values.length)
  values.forEach((value, i) => {
    if (value !== undefined) write(i, value)
  })
  return column
}

/** The cell of row `i`: a value, `null` (none) or `undefined` (not known). */
export function cellAt<Row, K extends keyof Row>(table: Table<Row>, key: K, i: number): Row[K] {
  return readColumn(table.columns[key], i) as Row[K]
}

function readColumn(column: Column, i: number): unknown {
  switch (column.kind) {
    case 'number':
      return column.state[i] === PRESENT ? column.cells[i] : column.state[i] === NONE ? null : undefined
    case 'text': {
      const at = column.cells[i] as number
      return at >= 0 ? column.pool[at] : at === NO_TEXT ? null : undefined
    }
    case 'value':
      return column.cells[i]
  }
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
