// A list of rows in our own format, from its bytes into columns. A row whose cells are what their fields say makes no object; any other row
// is parsed and checked as everywhere else, and then written cell by cell.
import { type ColumnWriter, type TableSpec, TableWriter, type TextWriter, type ValueWriter } from '../../base/table'
import { TextsWriter } from '../../base/texts'
import { kindOf, TABLES, type TableName } from '../../model/columns'
import { subjectOf } from '../../model/drafts'
import type { RecordShape, Shape } from '../../model/shape'
import type { DraftTable, RowFault } from '../../model/types'
import { parseJson } from '../json'
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  expect,
  isDigit,
  isNull,
  MINUS,
  OPEN_OBJECT,
  pastBlanks,
  pastSimpleText,
  pastString,
  pastValue,
  pastWord,
  plainNumber,
  QUOTE,
  refuse,
  textOf,
} from './bytes'

type Row = Readonly<Record<string, unknown>>
/** What is particular about a section, besides its shape. */
export interface Reading {
  /** Names under which a row may say who leads it. */
  readonly leaderKeys: readonly string[]
  /** What the ordinary way does with a row before it checks it. */
  readonly prepare: (row: Row) => unknown
}

/** A field under one of the names that rows have for it. */
interface Field {
  readonly key: string
  readonly name: string
  readonly bytes: Uint8Array
  /** Its number, whatever the name. */
  readonly at: number
  readonly kind: 'number' | 'text' | 'value'
  readonly shape: Shape<unknown>
  readonly mayBeNone: boolean
  readonly isLeader: boolean
  /** Values are parsed once, however often a file repeats them: their texts, and where each stands in the column. */
  readonly texts: TextsWriter
  readonly places: number[]
  writer: ColumnWriter | null
}

/** Deeper values are read the ordinary way, which says so where they are too deep. */
const DEEPEST = 90

/** How a cell is written; NOT_PLAIN where its row has to be parsed. */
const [NOT_PLAIN, NONE, NUMBER, SIMPLE_TEXT, OTHER_TEXT, VALUE] = [0, 1, 2, 3, 4, 5]

export class RowsScan {
  length = 0
  /** The name under which the first row that says who leads it says so. */
  ledBy: string | null = null
  private readonly shape: RecordShape<object>
  private readonly writer: TableWriter<Row>
  private readonly fields: readonly Field[]
  private readonly required: readonly number[]
  private readonly faults: RowFault[] = []
  /** By field the last row that had it, so that one that is missing or comes twice is noticed. */
  private readonly lastRow: Int32Array
  // The cells of the row that is read, in its order.
  private cells = 0
  private isPlain = true
  private readonly field: Field[] = []
  private readonly kind: Int8Array
  private readonly start: Int32Array
  private readonly end: Int32Array
  /** A number, or the place of a value. */
  private readonly number: Float64Array

  constructor(
    private readonly bytes: Uint8Array,
    section: TableName,
    private readonly reading: Reading,
  ) {
    const { shape, columns } = TABLES[section]
    this.shape = shape as RecordShape<object>
    this.writer = new TableWriter(columns as unknown as TableSpec<Row>)
    this.fields = fieldsOf(this.shape, reading.leaderKeys)
    this.required = shape.required.map((key) => this.fields.find((field) => field.key === key)?.at as number)
    const most = this.fields.length
    this.lastRow = new Int32Array(most).fill(-1)
    this.kind = new Int8Array(most)
    this.start = new Int32Array(most)
    this.end = new Int32Array(most)
    this.number = new Float64Array(most)
  }

  /** Reads the list that opens at `i`; behind it. */
  read(i: number): number {
    const { bytes } = this
    let at = pastBlanks(bytes, i + 1)
    if (bytes[at] === CLOSE_LIST) return at + 1
    for (;;) {
      at = pastBlanks(bytes, this.readRow(at))
      if (bytes[at] === CLOSE_LIST) return at + 1
      expect(bytes, at, COMMA)
      at = pastBlanks(bytes, at + 1)
    }
  }

  table<R>(): DraftTable<R> {
    return { table: this.writer.table(this.length), faults: this.faults } as unknown as DraftTable<R>
  }

  /** Behind the row that begins at `start`. */
  private readRow(start: number): number {
    const { bytes } = this
    expect(bytes, start, OPEN_OBJECT)
    this.cells = 0
    this.isPlain = true
    let at = start
    do {
      at = pastBlanks(bytes, at + 1)
      expect(bytes, at, QUOTE)
      const name = at + 1
      at = pastString(bytes, at)
      const field = this.fieldNamed(name, at - 1)
      at = pastBlanks(bytes, at)
      expect(bytes, at, COLON)
      at = pastBlanks(bytes, this.readCell(field, pastBlanks(bytes, at + 1)))
    } while (bytes[at] === COMMA)
    expect(bytes, at, CLOSE_OBJECT)
    if (this.isPlain && this.hasRequired()) this.writeCells()
    else this.writeParsed(start, at + 1)
    this.length++
    return at + 1
  }

  /** Rows mostly name their fields in one order. */
  private fieldNamed(start: number, end: number): Field | undefined {
    const usual = this.field[this.cells]
    if (usual && isNamed(usual, this.bytes, start, end)) return usual
    return this.fields.find((field) => isNamed(field, this.bytes, start, end))
  }

  /** Behind the cell that begins at `start`. */
  private readCell(field: Field | undefined, start: number): number {
    const { bytes } = this
    if (!field || this.lastRow[field.at] === this.length) {
      this.isPlain = false
      return pastValue(bytes, start, DEEPEST)
    }
    this.lastRow[field.at] = this.length
    const cell = this.cells++
    const code = bytes[start] as number
    let kind: number = NOT_PLAIN
    let end: number
    if (code === QUOTE) {
      end = pastSimpleText(bytes, start)
      if (field.kind === 'text') kind = end < 0 ? OTHER_TEXT : SIMPLE_TEXT
      if (end < 0) end = pastString(bytes, start)
    } else if (isDigit(code) || code === MINUS) {
      end = pastWord(bytes, start)
      if (field.kind === 'number' && this.isNumber(field, cell, start, end)) kind = NUMBER
    } else {
      end = pastValue(bytes, start, DEEPEST)
      if (field.mayBeNone && isNull(bytes, start, end)) kind = NONE
    }
    if (kind === NOT_PLAIN && field.kind === 'value' && this.isValue(field, cell, start, end)) kind = VALUE
    if (kind === NOT_PLAIN) this.isPlain = false
    this.field[cell] = field
    this.kind[cell] = kind
    this.start[cell] = start
    this.end[cell] = end
    return end
  }

  private isNumber({ shape }: Field, cell: number, start: number, end: number): boolean {
    const number = plainNumber(this.bytes, start, end)
    this.number[cell] = number
    return Object.is(shape.check(number, IN_SILENCE, ''), number)
  }

  private isValue(field: Field, cell: number, start: number, end: number): boolean {
    const at = field.texts.addBytes(this.bytes, start, end)
    if (at === field.places.length) {
      let fits = true
      const value = field.shape.check(parseJson(textOf(this.bytes, start, end)), () => (fits = false), '')
      field.places.push(fits && value !== undefined ? (this.writerOf(field) as ValueWriter).placeOf(value) : -1)
    }
    this.number[cell] = field.places[at] as number
    return (field.places[at] as number) >= 0
  }

  private hasRequired(): boolean {
    for (const at of this.required) if (this.lastRow[at] !== this.length) return false
    return true
  }

  private writeCells(): void {
    for (let cell = 0; cell < this.cells; cell++) {
      const field = this.field[cell] as Field
      this.writeCell(cell, this.writerOf(field))
      if (field.isLeader) this.ledBy ??= field.name
    }
  }

  private writeCell(cell: number, writer: ColumnWriter): void {
    const { bytes, length } = this
    const [start, end] = [this.start[cell] as number, this.end[cell] as number]
    switch (this.kind[cell]) {
      case NONE:
        writer.writeNone(length)
        break
      case NUMBER:
        writer.write(length, this.number[cell])
        break
      case SIMPLE_TEXT:
        ;(writer as TextWriter).writeBytes(length, bytes, start + 1, end - 1)
        break
      case OTHER_TEXT:
        writer.write(length, JSON.parse(textOf(bytes, start, end)))
        break
      case VALUE:
        ;(writer as ValueWriter).writePlace(length, this.number[cell] as number)
    }
  }

  private writeParsed(start: number, end: number): void {
    const raw = parseJson(textOf(this.bytes, start, end)) as Row
    const faults: Pick<RowFault, 'key' | 'expected'>[] = []
    const row = this.shape.check(this.reading.prepare(raw), (key, expected) => faults.push({ key, expected }), '') ?? refuse()
    for (const fault of faults) this.faults.push({ row: this.length + 1, ...subjectOf(raw), ...fault })
    this.writer.writeRow(this.length, row as Row)
    this.ledBy ??= this.reading.leaderKeys.find((key) => Object.hasOwn(raw, key)) ?? null
  }

  private writerOf(field: Field): ColumnWriter {
    field.writer ??= this.writer.column(field.key)
    return field.writer
  }
}

const IN_SILENCE = () => undefined

/** Every field under its own name; who leads a row, under all names that a row may have for it. */
function fieldsOf({ fields }: RecordShape<object>, leaderKeys: readonly string[]): readonly Field[] {
  return Object.entries(fields).flatMap(([key, shape], at) => {
    const isLeader = leaderKeys.includes(key)
    const mayBeNone = shape.check(null, IN_SILENCE, '') === null
    return (isLeader ? leaderKeys : [key]).map(
      (name): Field => ({
        ...{ key, name, bytes: new TextEncoder().encode(name), at, kind: kindOf(shape), shape, mayBeNone, isLeader },
        ...{ texts: new TextsWriter(), places: [], writer: null },
      }),
    )
  })
}

function isNamed({ bytes: name }: Field, bytes: Uint8Array, start: number, end: number): boolean {
  if (name.length !== end - start) return false
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false
  return true
}
