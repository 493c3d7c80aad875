// Records of cells as a list with named columns: where the header is, what it calls its columns, what stands before it, and what to do
// with rows that are wider or narrower than it.
import type { Diagnostics } from '../model/diagnostics'
import type { JsonObject } from './columns'
import { isBlank } from './delimited'
import { isKnownName } from './fields'
import type { Listed } from './list'

export interface Sheet extends Listed {
  /** No row names the columns; they are called by their letters. */
  readonly isNameless: boolean
  /** Says what was done with rows and header; once, when the sheet is read. */
  readonly tell: (file: string, diagnostics: Diagnostics) => void
}

/** A header stands among the first rows: exports put titles, dates and comments before it. */
const HEADER_WITHIN = 100

/** null where no two columns have anything in them. */
export function sheetOf(records: readonly (readonly string[])[]): Sheet | null {
  const width = commonWidth(records)
  if (width < 2) return null
  const header = headerIn(records, width)
  const names = header < 0 ? letters(width) : named(records[header] as readonly string[], width)
  const rows: JsonObject[] = []
  const at: number[] = []
  const short: number[] = []
  const long: number[] = []
  for (let i = header + 1; i < records.length; i++) {
    const record = records[i] as readonly string[]
    if (isBlank(record) || isComment(record)) continue
    if (record.length < names.length) short.push(i + 1)
    if (record.slice(names.length).some((cell) => cell.trim() !== '')) long.push(i + 1)
    rows.push(Object.fromEntries(names.map((name, k) => [name, cellOf(record[k])])))
    at.push(i + 1)
  }
  if (rows.length === 0) return null
  const before = records.slice(0, Math.max(0, header)).filter((record) => !isBlank(record)).length
  return {
    rows,
    at,
    strangers: [],
    others: [],
    isNameless: header < 0,
    tell: (file, diagnostics) => {
      if (header < 0) diagnostics.note('header-missing', { file, params: { columns: names } }, 'named')
      if (before > 0) diagnostics.note('rows-before-header', { file, params: { count: before, row: header + 1 } }, 'not-read')
      for (const row of short) diagnostics.note('row-short', { file, row }, 'filled-up')
      for (const row of long) diagnostics.warn('row-long', { file, row, params: { columns: names.length } }, 'cells-left-out')
    },
  }
}

function cellOf(cell: string | undefined): string | null {
  const text = cell?.trim() ?? ''
  return text === '' ? null : text
}
const isComment = (record: readonly string[]) => /^\s*(#|\/\/)/.test(record[0] ?? '') && record.slice(1).every((cell) => cell.trim() === '')

/** The width that most of the first rows have. */
function commonWidth(records: readonly (readonly string[])[]): number {
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
function headerIn(records: readonly (readonly string[])[], width: number): number {
  let best = -1
  let most = 0
  let first = -1
  for (let i = 0; i < Math.min(records.length, HEADER_WITHIN); i++) {
    const record = records[i] as readonly string[]
    const filled = record.filter((cell) => cell.trim() !== '')
    if (filled.length < Math.max(2, width * 0.5) || isComment(record)) continue
    if (first < 0) first = i
    const known = filled.filter(isKnownName).length
    if (known > most && known >= Math.min(2, filled.length)) [best, most] = [i, known]
  }
  if (best >= 0) return best
  return first >= 0 && isLikeNames(records[first] as readonly string[], records.slice(first + 1, first + 1 + HEADER_WITHIN)) ? first : -1
}

/** Words without figures, each once, none of which comes again below. */
function isLikeNames(record: readonly string[], below: readonly (readonly string[])[]): boolean {
  const cells = record.map((cell) => cell.trim()).filter((cell) => cell !== '')
  if (new Set(cells).size < cells.length || cells.some((cell) => /^[\d.,\s-]+$/.test(cell) || cell.includes('@') || cell.length > 60))
    return false
  const recurs = below.some((row) => row.some((one) => one.trim() !== '' && cells.includes(one.trim())))
  const hasFigures = record.some((_, k) => below.filter((row) => /^\s*\d/.test(row[k] ?? '')).length > below.length * 0.6)
  return !recurs && hasFigures
}

/** Blank names are called by their letter, repeated ones are counted; cells beyond the header belong to nobody. */
function named(header: readonly string[], width: number): readonly string[] {
  const seen = new Map<string, number>()
  const all = letters(Math.max(width, header.length))
  return all.slice(0, header.length).map((letter, k) => {
    const name = (header[k] ?? '').replace(/\s+/g, ' ').trim() || letter
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
