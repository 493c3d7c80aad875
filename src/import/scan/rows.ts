// A list of rows in our own format, from its bytes into columns. A row whose cells are what their fields say makes no object; any other row
// is parsed and checked as everywhere else, and then written cell by cell.
import {
  type ColumnWriter,
  type NameWriter,
  type NumberWriter,
  type TableSpec,
  TableWriter,
  type TextWriter,
  type ValueWriter,
} from '../../base/table'
import { TextsWriter } from '../../base/texts'
import { kindOf, TABLES, type TableName } from '../../model/columns'
import { subjectOf } from '../../model/drafts'
import { type Limits, limitsOf, type RecordShape, type Shape, type Tell } from '../../model/shape'
import type { CellFault, DraftTable, RowFault } from '../../model/types'
import { parseJson } from '../json'
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  expect,
  IS_SIMPLE,
  isNull,
  OPEN_OBJECT,
  pastBlanks,
  pastNumber,
  pastString,
  pastValue,
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
  readonly limits: Required<Limits>
  readonly mayBeNone: boolean
  readonly isLeader: boolean
  /** Values are parsed once, however often a file repeats them: their texts, and where each stands in the column. */
  readonly texts: TextsWriter
  readonly places: number[]
  writer: ColumnWriter | null
}

/** Deeper values are read the ordinary way, which says so where they are too deep. */
const DEEPEST = 90

export class RowsScan {
  length = 0
  /** The name under which the first row that says who leads it says so. */
  ledBy: string | null = null
  private readonly shape: RecordShape<object>
  private readonly writer: TableWriter<Row>
  private readonly fields: readonly Field[]
  private readonly required: readonly number[]
  private readonly faults: RowFault[] = []
  /** The fields of the row before, in its order: rows mostly name theirs alike. */
  private readonly usual: Field[] = []
  /** By field the last row that had it, so that one that is missing or comes twice is noticed. */
  private readonly lastRow: Int32Array

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
    this.lastRow = new Int32Array(this.fields.length).fill(-1)
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

  /** Behind the row that begins at `start`. Its cells are written as they are read; if one is not plain the row is parsed and written again. */
  private readRow(start: number): number {
    const { bytes } = this
    expect(bytes, start, OPEN_OBJECT)
    let isPlain = true
    let count = 0
    let at = start
    do {
      at = pastBlanks(bytes, at + 1)
      expect(bytes, at, QUOTE)
      const field = this.fieldNamed(count, at + 1)
      at = pastBlanks(bytes, field ? at + field.bytes.length + 2 : pastString(bytes, at))
      expect(bytes, at, COLON)
      at = pastBlanks(bytes, at + 1)
      const end = field ? this.readCell(field, at) : -1
      if (end < 0) isPlain = false
      at = pastBlanks(bytes, end < 0 ? pastValue(bytes, at, DEEPEST) : end)
      if (field) this.usual[count++] = field
    } while (bytes[at] === COMMA)
    expect(bytes, at, CLOSE_OBJECT)
    for (const required of this.required) if (this.lastRow[required] !== this.length) refuse()
    if (!isPlain) this.writeParsed(start, at + 1)
    this.length++
    return at + 1
  }

  /** The field whose name stands at `at`. */
  private fieldNamed(count: number, at: number): Field | undefined {
    const usual = this.usual[count]
    if (usual && isNamed(usual, this.bytes, at)) return usual
    return this.fields.find((field) => isNamed(field, this.bytes, at))
  }

  /** Writes the cell that begins at `start`; behind it, -1 where it is not what its field says. */
  private readCell(field: Field, start: number): number {
    const { bytes, length } = this
    if (this.lastRow[field.at] === length) refuse()
    this.lastRow[field.at] = length
    if (field.isLeader) this.ledBy ??= field.name
    field.writer ??= this.writer.column(field.key)
    if (field.mayBeNone && isNull(bytes, start)) {
      field.writer.writeNone(length)
      return start + 4
    }
    switch (field.kind) {
      case 'number':
        return this.readNumber(field, field.writer as NumberWriter, start)
      case 'text':
        return this.readText(field.writer as TextWriter | NameWriter, start)
      case 'value':
        return this.readValue(field, field.writer as ValueWriter, start)
    }
  }

  private readNumber({ limits }: Field, writer: NumberWriter, start: number): number {
    const end = pastNumber(this.bytes, start)
    const number = plainNumber(this.bytes, start, end)
    if (!(number >= limits.min && number <= limits.max)) return -1
    writer.writeNumber(this.length, number)
    return end
  }

  private readText(writer: TextWriter | NameWriter, start: number): number {
    const { bytes, length } = this
    if (bytes[start] !== QUOTE) return -1
    const close = writer.writeRun(length, bytes, start + 1, IS_SIMPLE, QUOTE)
    if (close >= 0) return close + 1
    const end = pastString(bytes, start)
    writer.write(length, JSON.parse(textOf(bytes, start, end)))
    return end
  }

  private readValue({ shape, texts, places }: Field, writer: ValueWriter, start: number): number {
    const end = pastValue(this.bytes, start, DEEPEST)
    const at = texts.addBytes(this.bytes, start, end)
    if (at === places.length) {
      let fits = true
      const value = shape.check(parseJson(textOf(this.bytes, start, end)), () => (fits = false), '')
      places.push(fits && value !== undefined ? writer.placeOf(value) : -1)
    }
    const place = places[at] as number
    if (place < 0) return -1
    writer.writePlace(this.length, place)
    return end
  }

  private writeParsed(start: number, end: number): void {
    const raw = parseJson(textOf(this.bytes, start, end)) as Row
    const faults: CellFault[] = []
    const tell: Tell = (key, expected, seen) => faults.push({ key, expected, ...(seen ? { seen } : {}) })
    const row = this.shape.check(this.reading.prepare(raw), tell, '') ?? refuse()
    for (const fault of faults) this.faults.push({ row: this.length + 1, ...subjectOf(raw), ...fault })
    this.writer.writeRow(this.length, row as Row)
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
        ...{
          key,
          name,
          bytes: new TextEncoder().encode(name),
          at,
          kind: kindOf(shape),
          shape,
          limits: limitsOf(shape),
          mayBeNone,
          isLeader,
        },
        ...{ texts: new TextsWriter(), places: [], writer: null },
      }),
    )
  })
}

/** Whether a key is this field's, up to the quote behind it. */
function isNamed({ bytes: name }: Field, bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[at + i]) return false
  return bytes[at + name.length] === QUOTE
}
