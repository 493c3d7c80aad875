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

/** Columns from row objects; a key that a row lacks is absent, `null` is none. Linear. */
export function tableOf<Row>(spec: TableSpec<Row>, rows: readonly Row[]): Table<Row> {
  const keys = Object.keys(spec) as (keyof Row & string)[]
  const columns = Object.fromEntries(keys.map((key) => [key, columnOf(spec[key], rows, key)]))
  return { length: rows.length, columns: columns as Table<Row>['columns'] }
}

function columnOf<Row>(kind: CellKind, rows: readonly Row[], key: keyof Row): Column {
  switch (kind) {
    case 'number':
      return numberColumn(rows.map((row) => row[key] as Cell<number>))
    case 'text':
      return textColumn(rows.map((row) => row[key] as Cell<string>))
    case 'value':
      return { kind, cells: rows.map((row) => row[key]) }
  }
}

export function numberColumn(values: readonly Cell<number>[]): NumberColumn {
  const cells = new Float64Array(values.length)
  const state = new Uint8Array(values.length)
  values.forEach((value, i) => {
    if (value === undefined) state[i] = ABSENT
    else if (value === null) state[i] = NONE
    else cells[i] = value
  })
  return { kind: 'number', cells, state }
}

export function textColumn(values: readonly Cell<string>[]): TextColumn {
  const cells = new Int32Array(values.length)
  const pool: string[] = []
  const at = new Map<string, number>()
  values.forEach((value, i) => {
    if (value === undefined) cells[i] = ABSENT_TEXT
    else if (value === null) cells[i] = NO_TEXT
    else {
      let index = at.get(value)
      if (index === undefined) {
        index = pool.push(value) - 1
        at.set(value, index)
      }
      cells[i] = index
    }
  })
  return { kind: 'text', cells, pool }
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
