// A document in the own format: what `convert` writes and *Save as* saves. Reading it again gives the same organisation.
import { type Column, NO_TEXT, numberAt, rowAt, rowsOf, type Table } from '../base/table'
import { isPacked, textAt } from '../base/texts'
import { TABLES, type TableName } from './columns'
import { SECTIONS } from './format'
import { isRecord } from './shape'
import type { OrgDoc } from './types'
import { CURRENT_VERSION } from './upgrade'

/** Plain JSON; keys we did not know stand where they stood. */
export function fileOf(doc: OrgDoc): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keysOf(doc).map((key) => [key, sectionOf(doc, key)]))
}

export function textOf(doc: OrgDoc): string {
  return [...piecesOf(doc)].join('')
}

/** From so many rows on a file is not indented: every row has a line. */
const LARGE = 2000
/** Rows a piece: about a millisecond. */
const ROWS = 500

/** The text piece by piece, so that who writes a large one can do something else in between. */
export function* piecesOf(doc: OrgDoc): Generator<string, void> {
  const lists = [doc.roles, doc.people, doc.demand, doc.grants]
  if (lists.reduce((rows, list) => rows + (list?.length ?? 0), 0) < LARGE) {
    yield `${JSON.stringify(fileOf(doc), null, 2)}\n`
    return
  }
  let before = '{\n'
  for (const key of keysOf(doc)) {
    yield `${before}  ${JSON.stringify(key)}: `
    before = ',\n'
    const table = tableAt(doc, key)
    const section = table ? [] : sectionOf(doc, key)
    if (table) yield* linesOf(table.length, rowTexts(table))
    else if (Array.isArray(section)) yield* linesOf(section.length, (row) => JSON.stringify(section[row]))
    else yield JSON.stringify(section)
  }
  yield '\n}\n'
}

function* linesOf(length: number, textOfRow: (row: number) => string): Generator<string, void> {
  let lines = '['
  for (let row = 0; row < length; row++) {
    lines += `${row === 0 ? '' : ','}\n    ${textOfRow(row)}`
    if (row % ROWS !== ROWS - 1) continue
    yield lines
    lines = ''
  }
  yield `${lines}\n  ]`
}

/** A row as JSON, from its columns: what many rows say is written once. */
function rowTexts<Row>(table: Table<Row>): (row: number) => string {
  const { rest, ...columns } = table.columns as Readonly<Record<string, Column>>
  const cells = Object.entries(columns).flatMap(([key, column]) => {
    const textOfCell = cellTexts(column)
    return textOfCell ? [{ name: `${JSON.stringify(key)}:`, textOfCell }] : []
  })
  const hasRest = (row: number) => rest?.kind === 'value' && (rest.cells[row] as number) >= 0
  return (row) => {
    if (hasRest(row)) return JSON.stringify(unfolded(rowAt(table, row)))
    let text = ''
    for (const { name, textOfCell } of cells) {
      const cell = textOfCell(row)
      if (cell !== undefined) text += `${text === '' ? '' : ','}${name}${cell}`
    }
    return `{${text}}`
  }
}

/** The cells of a column as JSON, undefined where one is absent; null where all are. */
function cellTexts(column: Column): ((row: number) => string | undefined) | null {
  if (column.kind === 'absent') return null
  if (column.kind === 'number') return (row) => JSON.stringify(numberAt(column, row))
  const known: string[] = []
  return (row) => {
    const at = column.cells[row] as number
    if (at < 0) return at === NO_TEXT ? 'null' : undefined
    if (column.kind === 'text' && isPacked(column.pool)) return JSON.stringify(textAt(column.pool, at))
    known[at] ??= JSON.stringify(column.kind === 'text' ? textAt(column.pool, at) : unfolded(column.pool[at]))
    return known[at]
  }
}

/** What a file says, in the order in which it is written. */
function keysOf(doc: OrgDoc): readonly string[] {
  const order = ['organization', 'coverage', ...Object.keys(SECTIONS), 'strategy', 'thresholds', 'accepted'] as const
  const given = order.filter((key) => {
    const section = doc[key as keyof OrgDoc]
    return section !== undefined && !(isRecord(section) && Object.keys(section).length === 0)
  })
  return ['headstand', ...given, ...Object.keys(doc.rest ?? {})]
}

function sectionOf(doc: OrgDoc, key: string): unknown {
  if (key === 'headstand') return CURRENT_VERSION
  if (doc.rest && Object.hasOwn(doc.rest, key)) return doc.rest[key]
  const table = tableAt(doc, key)
  return unfolded(table ? rowsOf(table) : doc[key as keyof OrgDoc])
}

const tableAt = (doc: OrgDoc, key: string) =>
  Object.hasOwn(TABLES, key) ? (doc[key as TableName] as Table<Readonly<Record<string, unknown>>> | undefined) : undefined

/** `rest` back among the keys it was taken from. */
function unfolded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unfolded)
  if (!isRecord(value)) return value
  const { rest, ...known } = value
  const entries = Object.entries(known).map(([key, one]) => [key, unfolded(one)] as const)
  return Object.fromEntries(isRecord(rest) ? [...entries, ...Object.entries(rest)] : entries)
}
