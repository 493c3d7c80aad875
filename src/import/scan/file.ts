// A large file in our own format without the objects of its rows: roles, people and demand go into columns as their bytes are read, what is
// left of the file is JSON as ever. null where the file is not understood: it is then read the ordinary way.
import { TABLES, type TableName } from '../../model/columns'
import {
  CLOSE_OBJECT,
  COLON,
  COMMA,
  expect,
  OPEN_LIST,
  OPEN_OBJECT,
  pastBlanks,
  pastString,
  pastValue,
  QUOTE,
  refuse,
  textOf,
} from './bytes'
import { type Reading, RowsScan } from './rows'

export interface ScannedFile {
  /** The file's text with empty lists for what was scanned. */
  readonly text: string
  readonly scans: { readonly [T in TableName]?: RowsScan }
}

/** Deeper is refused: nothing of ours is. */
const DEEPEST = 100

export function scanFile(bytes: Uint8Array, readingOf: (section: TableName) => Reading): ScannedFile | null {
  try {
    return scan(bytes, readingOf)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function scan(bytes: Uint8Array, readingOf: (section: TableName) => Reading): ScannedFile {
  const scans = new Map<TableName, RowsScan>()
  const seen = new Set<string>()
  const kept: string[] = []
  let from = hasMark(bytes) ? 3 : 0
  let at = pastBlanks(bytes, from)
  expect(bytes, at, OPEN_OBJECT)
  do {
    at = pastBlanks(bytes, at + 1)
    expect(bytes, at, QUOTE)
    const end = pastString(bytes, at)
    const key = textOf(bytes, at + 1, end - 1)
    if (key.includes('\\') || (seen.has(key) && Object.hasOwn(TABLES, key))) refuse()
    seen.add(key)
    at = pastBlanks(bytes, end)
    expect(bytes, at, COLON)
    at = pastBlanks(bytes, at + 1)
    if (Object.hasOwn(TABLES, key) && bytes[at] === OPEN_LIST) {
      const section = key as TableName
      const rows = new RowsScan(bytes, section, readingOf(section))
      scans.set(section, rows)
      kept.push(textOf(bytes, from, at), '[]')
      at = from = rows.read(at)
    } else at = pastValue(bytes, at, DEEPEST)
    at = pastBlanks(bytes, at)
  } while (bytes[at] === COMMA)
  expect(bytes, at, CLOSE_OBJECT)
  if (!seen.has('headstand')) refuse()
  kept.push(textOf(bytes, from, bytes.length))
  return { text: kept.join(''), scans: Object.fromEntries(scans) }
}

const hasMark = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
