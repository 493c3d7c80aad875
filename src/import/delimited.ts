// Text with marks between its cells, as spreadsheets save it: which mark, which quote, and the records with their cells. A record is a row
// of the sheet it came from, so its number is the one that its owner sees there.
import Papa from 'papaparse'
import type { Separator } from './understood'

export interface Delimited {
  readonly mark: Separator
  /** All records of the text, blank ones too. */
  readonly records: readonly (readonly string[])[]
}

const MARKS: readonly Separator[] = [',', ';', '\t', '|']
const QUOTES = ['"', "'"] as const
/** Enough records to see how they are parted. */
const LOOKED_AT = 100
const FEWEST_ALIKE = 0.5
/** Where a line is so long that the head holds hardly two. */
const WIDE_HEAD = 4_000_000

/** The mark and the quote under which most of the first records are equally wide, and wider than one; null = no table. `given` is taken. */
export function readDelimited(text: string, head: string, given?: Separator): Delimited | null {
  const marks = given === undefined ? MARKS : [given]
  const start = withoutSeparatorLine(head.indexOf('\n') < head.length / 3 ? head : text.slice(0, WIDE_HEAD))
  const ways = marks.flatMap((mark) =>
    QUOTES.map((quote) => ({ mark, quote, ...evenness(unwrapped(parsed(start, mark, quote, LOOKED_AT), mark)) })),
  )
  const best = ways.reduce((a, b) => (b.score > a.score ? b : a))
  if (given === undefined && (best.share < FEWEST_ALIKE || best.width < 2)) return null
  return { mark: best.mark, records: unwrapped(parsed(withoutSeparatorLine(text), best.mark, best.quote), best.mark) }
}

/** Excel's own `sep=;` in the first line, left as a blank line so that rows keep their numbers. */
function withoutSeparatorLine(text: string): string {
  return text.slice(0, 8).toLowerCase().startsWith('sep=') ? text.replace(/^[^\r\n]*/, '') : text
}

function parsed(text: string, delimiter: string, quoteChar: string, preview = 0): string[][] {
  return Papa.parse<string[]>(text, { delimiter, quoteChar, preview }).data
}

/** Share of the records that are as wide as most, weighed by how wide that is: a mark that parts more parts better. */
function evenness(records: readonly (readonly string[])[]) {
  const widths = new Map<number, number>()
  let whole = 0
  for (const record of records) {
    if (isBlank(record) || /^\s*(#\s|#\s*[\p{L}-]+\s*:|##|\/\/)/u.test(record[0] ?? '')) continue
    whole++
    widths.set(record.length, (widths.get(record.length) ?? 0) + 1)
  }
  let width = 0
  let alike = 0
  for (const [wide, count] of widths) if (wide > 1 && (count > alike || (count === alike && wide > width))) [width, alike] = [wide, count]
  const share = whole < 2 ? 0 : alike / whole
  const quoted = records.some((record) => record.some((cell) => cell.length < 10_000 && /^(['"]).*\1$|^"|"$/s.test(cell))) ? 0.8 : 1 // quotes that were not taken for quotes
  return { width, share, score: share * Math.min(width, 12) ** 0.25 * quoted }
}

export function isBlank(record: readonly unknown[]): boolean {
  for (const cell of record)
    if (cell !== null && cell !== undefined && (typeof cell !== 'string' || (cell !== '' && cell.trim() !== ''))) return false
  return true
}

/** Excel now and then saves whole rows as one quoted cell; what is in it is the row. */
function unwrapped(records: string[][], mark: string): string[][] {
  const isWrapped = (record: readonly string[]) => (record[0] ?? '').includes(mark) && record.slice(1).every((cell) => cell === '')
  let [whole, wrapped] = [0, 0]
  for (const record of records) {
    if (isBlank(record)) continue
    whole++
    if (isWrapped(record)) wrapped++
  }
  if (wrapped < whole / 2 || wrapped === 0) return records
  return records.map((record) => (isWrapped(record) ? (parsed(record[0] as string, mark, '"')[0] as string[]) : record))
}
