// Column tables: many rows as a few typed arrays. A cell is present, absent ("not known") or none ("known to be none", null in a file);
// the three are never confused. Tables are plain data: they survive structuredClone and their buffers can be transferred.

import { countOf, NamesWriter, type Texts, TextsWriter, textAt } from './texts'

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
  /** As narrow as the numbers allow. */
  readonly cells: Float64Array | Int32Array | Int16Array
  readonly state: Uint8Array
}
export interface TextColumn {
  readonly kind: 'text'
  /** Index into `pool`; ABSENT_TEXT or NO_TEXT. */
  readonly cells: Int32Array
  /** Each text once, in order of first appearance; names one a row. */
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
  const writer = new TableWriter(spec, rows.length)
  for (let i = 0; i < rows.length; i++) writer.writeRow(i, rows[i] as Row)
  return writer.table(rows.length)
}

/** Makes a table cell by cell; what is not written is absent. */
export class TableWriter<Row> {
  private readonly writers = new Map<string, ColumnWriter>()

  /** `rows`: as many as are expected. */
  constructor(
    private readonly spec: TableSpec<Row>,
    private readonly rows = 0,
  ) {}

  writeRow(i: number, row: Row): void {
    for (const key in row) {
      const value = row[key]
      if (value === null) this.column(key).writeNone(i)
      else if (value !== undefined) this.column(key).write(i, value)
    }
  }

  /** Made when it is first asked for: a column that nobody writes stays absent. */
  column(key: keyof Row & string): ColumnWriter {
    let writer = this.writers.get(key)
    if (!writer) this.writers.set(key, (writer = writerOf(this.spec[key], this.rows)))
    return writer
  }

  table(length: number): Table<Row> {
    const columns = Object.keys(this.spec).map((key) => [key, this.writers.get(key)?.column(length) ?? ABSENT_COLUMN] as const)
    return { length, columns: Object.fromEntries(columns) as Table<Row>['columns'] }
  }
}

export type ColumnWriter = NumberWriter | TextWriter | NameWriter | ValueWriter

function writerOf(kind: CellKind, rows: number): ColumnWriter {
  switch (kind) {
    case 'number':
      return new NumberWriter(rows)
    case 'text':
      return new TextWriter(rows)
    case 'name':
      return new NameWriter(rows)
    case 'value':
      return new ValueWriter(rows)
  }
}

export class NumberWriter {
  private cells: Float64Array<ArrayBuffer>
  private state: Uint8Array<ArrayBuffer>

  constructor(rows: number) {
    this.cells = new Float64Array(rows)
    this.state = new Uint8Array(rows).fill(ABSENT)
  }

  write(i: number, value: unknown): void {
    this.writeNumber(i, value as number)
  }

  writeNumber(i: number, value: number): void {
    if (i >= this.state.length) this.reach(i)
    this.cells[i] = value
    this.state[i] = PRESENT
  }

  writeNone(i: number): void {
    this.reach(i)
    this.state[i] = NONE
  }

  column(length: number): NumberColumn {
    this.reach(length - 1)
    return { kind: 'number', cells: narrowed(this.cells, length), state: this.state.slice(0, length) }
  }

  private reach(i: number): void {
    if (i < this.state.length) return
    const [cells, state] = [this.cells, this.state]
    this.cells = new Float64Array(roomFor(i))
    this.state = new Uint8Array(roomFor(i)).fill(ABSENT, state.length)
    this.cells.set(cells)
    this.state.set(state)
  }
}

/** The first cells, in as few bytes as hold every one of them exactly. */
function narrowed(cells: Float64Array, length: number): NumberColumn['cells'] {
  let isShort = true
  for (let i = 0; i < length; i++) {
    const cell = cells[i] as number
    if (!Object.is(cell | 0, cell)) return cells.slice(0, length)
    if ((cell << 16) >> 16 !== cell) isShort = false
  }
  return isShort ? new Int16Array(cells.subarray(0, length)) : new Int32Array(cells.subarray(0, length))
}

/** Cells that say where in a pool a value stands. */
class PlaceWriter {
  private cells: Int32Array<ArrayBuffer>

  constructor(rows: number) {
    this.cells = new Int32Array(rows).fill(ABSENT_TEXT)
  }

  writeNone(i: number): void {
    this.writePlace(i, NO_TEXT)
  }

  writePlace(i: number, place: number): void {
    this.reach(i)
    this.cells[i] = place
  }

  protected cut(length: number): Int32Array {
    this.reach(length - 1)
    return this.cells.slice(0, length)
  }

  private reach(i: number): void {
    if (i < this.cells.length) return
    const { cells } = this
    this.cells = new Int32Array(roomFor(i)).fill(ABSENT_TEXT, cells.length)
    this.cells.set(cells)
  }
}
const roomFor = (i: number) => Math.max(16, (i + 1) * 2)

export class TextWriter extends PlaceWriter {
  private readonly texts = new TextsWriter()

  write(i: number, value: unknown): void {
    this.writePlace(i, this.texts.add(value as string))
  }

  /** A text that stands in `source` (`NamesWriter.addRun`); where it ends, -1 where nothing was written. */
  writeRun(i: number, source: Uint8Array, start: number, isPart: Uint8Array, closing: number): number {
    const place = this.texts.addRun(source, start, isPart, closing)
    if (place < 0) return -1
    this.writePlace(i, place)
    return this.texts.end
  }

  column(length: number): TextColumn {
    return { kind: 'text', cells: this.cut(length), pool: this.texts.texts() }
  }
}

/** Rows are written in order, and one again only before the next. */
export class NameWriter extends PlaceWriter {
  private readonly names = new NamesWriter()
  private row = -1

  write(i: number, value: unknown): void {
    this.begin(i)
    this.writePlace(i, this.names.add(value as string))
  }

  /** As for other texts. */
  writeRun(i: number, source: Uint8Array, start: number, isPart: Uint8Array, closing: number): number {
    this.begin(i)
    const place = this.names.addRun(source, start, isPart, closing)
    if (place < 0) this.row = -1
    else this.writePlace(i, place)
    return place < 0 ? -1 : this.names.end
  }

  column(length: number): TextColumn {
    return { kind: 'text', cells: this.cut(length), pool: this.names.texts() }
  }

  private begin(i: number): void {
    if (this.row === i) this.names.takeBack()
    this.row = i
  }
}

export class ValueWriter extends PlaceWriter {
  private readonly pool: unknown[] = []
  private readonly places = new Map<unknown, number>()

  write(i: number, value: unknown): void {
    this.writePlace(i, this.placeOf(value))
  }

  /** Where a value stands, the same for the same object. */
  placeOf(value: unknown): number {
    let place = this.places.get(value)
    if (place === undefined) this.places.set(value, (place = this.pool.push(value) - 1))
    return place
  }

  column(length: number): ValueColumn {
    return { kind: 'value', cells: this.cut(length), pool: this.pool }
  }
}

export function textColumn(values: readonly Cell<string>[]): TextColumn {
  const writer = new TextWriter(values.length)
  values.forEach((value, i) => {
    if (value === null) writer.writeNone(i)
    else if (value !== undefined) writer.write(i, value)
  })
  return writer.column(values.length)
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
      return numberAt(column, i)
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

/** The same for a column that is known to hold numbers, if anything. */
export function numberAt(column: Column, i: number): Cell<number> {
  if (column.kind !== 'number') return undefined
  return column.state[i] === PRESENT ? column.cells[i] : column.state[i] === NONE ? null : undefined
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
  const row: Partial<Row> = {}
  for (const key in table.columns) {
    const value = readColumn(table.columns[key], i)
    if (value !== undefined) row[key] = value as Row[typeof key]
  }
  return row as Row
}

export function rowsOf<Row>(table: Table<Row>): Row[] {
  return Array.from({ length: table.length }, (_, i) => rowAt(table, i))
}
