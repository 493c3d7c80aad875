// Rows with named columns, whatever they came from: a list of objects, a dictionary, the records of a sheet. Columns are read where the
// rows stand; nothing is copied.
import { cellAtPath, isFilled, type JsonObject, nameOfPath, type Path, textOf } from './cells'

export interface Column {
  readonly name: string
  readonly cell: (row: number) => unknown
  /** Rows with a text or a number that is not blank. */
  readonly filled: number
  /** Rows with a list of texts. */
  readonly lists: number
  /** Rows with anything deeper. */
  readonly nested: number
}

export interface Grid {
  readonly length: number
  readonly columns: readonly Column[]
  /** Place of each row in its list or file, 1-based. */
  readonly at: ArrayLike<number>
  /** Places of what is among the rows and has no fields. */
  readonly strangers: readonly number[]
  /** Places of entries that are no people: units, groups. */
  readonly others?: readonly number[]
  /** No row names the columns; they are called by their letters. */
  readonly isNameless: boolean
  /** 1-based; null where none does, absent where rows name their own fields. */
  readonly headerRow?: number | null
}

export function textAt(column: Column, row: number): string | null {
  return textOf(column.cell(row))
}

/** More columns than anybody has; what stands beyond them is not looked at. */
export const MOST_COLUMNS = 1000
const DEEPEST_CELL = 3

interface Tally {
  readonly path: Path
  filled: number
  lists: number
  nested: number
  /** By key, and the first of a list under 0. */
  readonly below: Map<string | 0, Tally>
}

/** Columns in order of first appearance: every key that some row has and that is not `skipped`, those up to three levels down, and the first of lists. Linear in cells. */
export function gridOf(
  rows: readonly JsonObject[],
  at: ArrayLike<number>,
  strangers: readonly number[] = [],
  skipped: ReadonlySet<string> = new Set(),
): Grid {
  const top: Tally = tallyAt([])
  const usual: Tally[] = []
  for (const row of rows) {
    let k = 0
    for (const key in row) {
      if (skipped.size > 0 && skipped.has(key)) continue
      let tally = usual[k]
      if (tally?.path[0] !== key) {
        tally = tallyOf(top, key)
        usual[k] = tally
      }
      k++
      count(tally, row[key], 1)
    }
  }
  const columns = tallies(top)
    .filter(({ filled, lists, nested, below }) => filled > 0 || lists > 0 || nested > 0 || below.size === 0)
    .slice(0, MOST_COLUMNS)
    .map(({ path, filled, lists, nested }): Column => ({ name: nameOfPath(path), cell: reader(rows, path), filled, lists, nested }))
  return { length: rows.length, columns: withOwnNames(columns), at, strangers, isNameless: false }
}

const tallyAt = (path: Path): Tally => ({ path, filled: 0, lists: 0, nested: 0, below: new Map() })

function tallyOf(above: Tally, key: string | 0): Tally {
  let tally = above.below.get(key)
  if (!tally) above.below.set(key, (tally = tallyAt([...above.path, key])))
  return tally
}

function tallies(above: Tally): readonly Tally[] {
  return [...above.below.values()].flatMap((tally) => [tally, ...tallies(tally)])
}

function count(tally: Tally, value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null) {
    if (isFilled(value)) tally.filled++
  } else if (Array.isArray(value)) countList(tally, value, depth)
  else if (depth >= DEEPEST_CELL || tally.below.size > MOST_COLUMNS) tally.nested++
  else for (const key in value) count(tallyOf(tally, key), (value as JsonObject)[key], depth + 1)
}

function countList(tally: Tally, items: readonly unknown[], depth: number): void {
  const first = items[0]
  if (typeof first !== 'object' || first === null) tally.lists += items.length > 0 ? 1 : 0
  else if (depth >= DEEPEST_CELL || Array.isArray(first)) tally.nested++
  else {
    tally.nested++
    count(tallyOf(tally, 0), first, depth)
  }
}

function reader(rows: readonly JsonObject[], path: Path): (row: number) => unknown {
  const [key] = path
  if (path.length > 1 || key === 0 || key === undefined || key in Object.prototype)
    return (row) => cellAtPath(rows[row] as JsonObject, path)
  return (row) => (rows[row] as JsonObject)[key]
}

/** `a.b` may be a key with a dot and a key within another. */
function withOwnNames(columns: readonly Column[]): readonly Column[] {
  const seen = new Map<string, number>()
  return columns.map((column) => {
    const times = (seen.get(column.name) ?? 0) + 1
    seen.set(column.name, times)
    return times === 1 ? column : { ...column, name: `${column.name} (${times})` }
  })
}

/** The rows that are worth a look where all would be too many, evenly spread. */
export function sampleOf(length: number, most: number): readonly number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i)
  return Array.from({ length: most }, (_, i) => Math.floor((i * length) / most))
}
