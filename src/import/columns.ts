// The columns of a list of objects: every key that some object has, and those one level down (`manager.id`). Keys are data of other
// people: they live in Maps, and a cell is read only where the object has it as its own.
import { foldedName, MANAGER_WORDS } from './fields'

export type JsonObject = Readonly<Record<string, unknown>>

export interface Column {
  /** `Reports To`, `manager.id` */
  readonly name: string
  readonly path: readonly [string] | readonly [string, string]
  /** Rows with a text or a number that is not blank. */
  readonly filled: number
  /** Rows with a list or an object of more than one level. */
  readonly nested: number
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Tally {
  readonly path: Column['path']
  filled: number
  nested: number
  readonly below: Map<string, Tally>
}

/** In order of first appearance. Linear in cells. */
export function columnsOf(rows: readonly JsonObject[]): readonly Column[] {
  const top = new Map<string, Tally>()
  for (const row of rows) {
    for (const key of Object.keys(row)) {
      const tally = tallyOf(top, key, null)
      const value = row[key]
      if (isObject(value)) for (const below of Object.keys(value)) count(tallyOf(tally.below, below, key), value[below])
      else count(tally, value)
    }
  }
  return [...top.values()]
    .flatMap((tally) => [tally, ...tally.below.values()])
    .filter(isColumn)
    .map(columnOf)
}

function tallyOf(tallies: Map<string, Tally>, key: string, above: string | null): Tally {
  let tally = tallies.get(key)
  if (!tally) {
    tally = { path: above === null ? [key] : [above, key], filled: 0, nested: 0, below: new Map() }
    tallies.set(key, tally)
  }
  return tally
}

function count(tally: Tally, value: unknown): void {
  if (typeof value === 'object' && value !== null) tally.nested++
  else if (isFilled(value)) tally.filled++
}

/** A key that only ever held objects is no column; what stands in them is. */
function isColumn({ filled, nested, below }: Tally): boolean {
  return filled > 0 || nested > 0 || below.size === 0
}

function columnOf({ path, filled, nested }: Tally): Column {
  return { name: path.join('.'), path, filled, nested }
}

export function cellOf(row: JsonObject, path: Column['path']): unknown {
  const value = Object.hasOwn(row, path[0]) ? row[path[0]] : undefined
  if (path.length === 1) return value
  return isObject(value) && Object.hasOwn(value, path[1]) ? value[path[1]] : undefined
}

function isFilled(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '')
}

/** A text, number or boolean as text without blanks around it; anything else, or nothing, is null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  return (typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean' ? String(value) : null
}

const LABEL_NAMES = new Set(
  'name title label text fullname displayname jobtitle position role firstname employeename nombre имя نام id key'.split(' '),
)
/** What an object is called: its first text under a name that things are called by, which is not its manager's. */
export function labelOf(value: JsonObject): string | null {
  let second: string | null = null
  for (const [key, cell] of Object.entries(value)) {
    const name = foldedName(key)
    const isLabel = LABEL_NAMES.has(name)
    if (!isLabel && (second !== null || !/(name|title|id)$/.test(name) || MANAGER_WORDS.test(name))) continue
    const text = textOf(cell)
    if (text !== null && isLabel) return text
    second ??= text
  }
  return second
}
