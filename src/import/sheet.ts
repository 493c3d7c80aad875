// Records of cells as a grid with named columns: where the header is, what it calls its columns, what stands before it, and what to do
// with rows that are wider or narrower than it.
import type { Diagnostics } from '../model/diagnostics'
import { kindNamed } from './authorityCells'
import { isBlank } from './delimited'
import { isKnownName } from './fields'
import { type Column, type Grid, MOST_COLUMNS } from './grid'
import type { Corrections } from './understood'

export type Records = readonly (readonly unknown[])[]

export interface Sheet {
  readonly grid: Grid
  /** Says what was done with rows and header; once, when the sheet is read. */
  readonly tell: (file: string, diagnostics: Diagnostics) => void
}

/** A header stands among the first rows: exports put titles, dates and comments before it. */
const HEADER_WITHIN = 150

/** null where no two columns have anything in them. */
export function sheetOf(records: Records, { headerRow }: Pick<Corrections, 'headerRow'> = {}): Sheet | null {
  const width = commonWidth(records)
  if (width < 2) return null
  const header = headerRow === undefined ? headerIn(records, width) : headerRow === null ? -1 : Math.min(headerRow, records.length) - 1
  const all = header < 0 ? letters(width) : named(records[header] as readonly unknown[], width)
  const names = all.slice(0, MOST_COLUMNS)
  const rows: (readonly unknown[])[] = []
  const at: number[] = []
  const short: number[] = []
  const long: number[] = []
  const filled = new Int32Array(names.length)
  for (let i = header + 1; i < records.length; i++) {
    const record = records[i] as readonly unknown[]
    if (isBlank(record) || isComment(record) || isHeaderAgain(record, records[header])) continue
    if (record.length < all.length) short.push(i + 1)
    if (record.length > all.length && !isBlank(record.slice(all.length))) long.push(i + 1)
    for (let k = 0; k < names.length; k++) if (isWritten(record[k])) (filled[k] as number)++
    rows.push(record)
    at.push(i + 1)
  }
  if (rows.length === 0) return null
  const columns = names.map(
    (name, k): Column => ({ name, cell: (row) => (rows[row] as readonly unknown[])[k], filled: filled[k] as number, lists: 0, nested: 0 }),
  )
  const before = records.slice(0, Math.max(0, header)).filter((record) => !isBlank(record)).length
  return {
    grid: { length: rows.length, columns, at, strangers: [], isNameless: header < 0, headerRow: header < 0 ? null : header + 1 },
    tell: (file, diagnostics) => {
      if (header < 0) diagnostics.note('header-missing', { file, params: { columns: names.slice(0, 30) } }, 'named')
      if (before > 0) diagnostics.note('rows-before-header', { file, params: { count: before, row: header + 1 } }, 'not-read')
      if (all.length > names.length)
        diagnostics.warn('columns-too-many', { file, params: { columns: all.length, most: MOST_COLUMNS } }, 'not-read')
      for (const row of short) diagnostics.note('row-short', { file, row }, 'filled-up')
      for (const row of long) diagnostics.warn('row-long', { file, row, params: { columns: all.length } }, 'cells-left-out')
    },
  }
}

const isWritten = (cell: unknown) =>
  cell !== undefined && cell !== null && (typeof cell !== 'string' || (cell !== '' && cell.trim() !== ''))
const textIn = (cell: unknown): string =>
  typeof cell === 'string' ? cell : cell === null || cell === undefined || typeof cell === 'object' ? '' : String(cell)

/** `# label: %name%`, with or without commas in it; a column or a cell may be called `#` or `#12`. */
function isComment(record: readonly unknown[]): boolean {
  const start = textIn(record[0])
  return /^\s*(#{1,3}\s+[\p{L}=-]|#\s*[\p{L}-]+\s*:|##)/u.test(start) || (/^\s*(#|\/\/)/.test(start) && isBlank(record.slice(1)))
}

/** Pages that were pasted one below the other bring their header each. */
function isHeaderAgain(record: readonly unknown[], header: readonly unknown[] | undefined): boolean {
  return header !== undefined && record[0] === header[0] && record.length === header.length && record.every((cell, k) => cell === header[k])
}

/** The width that most of the first rows have. */
function commonWidth(records: Records): number {
  const counts = new Map<number, number>()
  let looked = 0
  for (const record of records) {
    if (isBlank(record) || isComment(record)) continue
    counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
    if (++looked === 2 * HEADER_WITHIN) break
  }
  let width = 0
  for (const [wide, count] of counts) if (count > (counts.get(width) ?? 0) || (count === counts.get(width) && wide > width)) width = wide
  return width
}

/** The row that names most columns as other files name theirs; else the first, if its cells look like names and not like what stands below; -1 = none. */
function headerIn(records: Records, width: number): number {
  let best = -1
  let most = 0
  let first = -1
  for (let i = 0; i < Math.min(records.length, HEADER_WITHIN); i++) {
    const record = records[i] as readonly unknown[]
    const filled = record.filter(isWritten)
    if (filled.length < Math.max(2, width * 0.5) || isComment(record)) continue
    if (first < 0) first = i
    const known = filled.filter((cell) => isColumnName(textIn(cell))).length
    if (known > most && known >= Math.min(2, filled.length)) [best, most] = [i, known]
  }
  if (best >= 0) return best
  return first >= 0 && isLikeNames(records[first] as readonly unknown[], records.slice(first + 1, first + 1 + HEADER_WITHIN)) ? first : -1
}

/** What columns are called, of people or of powers. */
const isColumnName = (text: string) => isKnownName(text) || (text.length < 40 && kindNamed(text).isKnown)

/** Words without figures, each once, none of which comes again below; something below them looks otherwise. */
function isLikeNames(record: readonly unknown[], below: Records): boolean {
  const cells = record.map((cell) => textIn(cell).trim()).filter((cell) => cell !== '')
  if (new Set(cells).size < cells.length || cells.some((cell) => /^[\d.,\s-]+$/.test(cell) || cell.includes('@') || cell.length > 60))
    return false
  if (isNumbered(cells)) return true
  const recurs = below.some((row) => row.some((one) => cells.includes(textIn(one).trim())))
  const isOf = (look: RegExp) =>
    record.some((cell, k) => !look.test(textIn(cell)) && below.filter((row) => look.test(textIn(row[k]))).length > below.length * 0.6)
  return !recurs && (isOf(/^\s*\d/) || isOf(/\d/) || isOf(/@/))
}

/** `Column1, Column2 …`, what programs write where nobody named anything. */
function isNumbered(cells: readonly string[]): boolean {
  const stem = /^(.*?)\d+$/.exec(cells[0] ?? '')?.[1]
  return stem !== undefined && cells.length > 1 && cells.every((cell, i) => cell === `${stem}${i + 1}` || cell === `${stem}${i}`)
}

/** Blank names are called by their letter, repeated ones are counted; cells beyond the header belong to nobody. */
function named(header: readonly unknown[], width: number): readonly string[] {
  const seen = new Map<string, number>()
  const all = letters(Math.max(width, header.length))
  return all.slice(0, header.length).map((letter, k) => {
    const name = textIn(header[k]).replace(/\s+/g, ' ').trim() || letter
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** A, B … Z, AA, AB … */
function letters(count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    let name = ''
    for (let n = i + 1; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name
    return name
  })
}
