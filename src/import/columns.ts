// The columns of a list of objects: every key that some object has, and those one level down (`manager.id`). Keys are data of other
// people: they live in Maps, and a cell is read only where the object has it as its own.
import { foldedName, MANAGER_WORDS } from './fields'

export type JsonObject = Readonly<Record<string, unknown>>
export type Scalar = string | number | boolean

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

/** In order of first appearance. Linear in cells. */
export function columnsOf(rows: readonly JsonObject[]): readonly Column[] {
  const columns = new Map<string, { name: string; path: Column['path']; filled: number; nested: number }>()
  const count = (path: Column['path'], value: unknown) => {
    const key = JSON.stringify(path)
    let column = columns.get(key)
    if (!column) {
      column = { name: path.join('.'), path, filled: 0, nested: 0 }
      columns.set(key, column)
    }
    if (typeof value === 'object' && value !== null) column.nested++
    else if (isFilled(value)) column.filled++
  }
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) {
      if (isObject(value)) for (const [below, cell] of Object.entries(value)) count([key, below], cell)
      else count([key], value)
    }
  }
  return [...columns.values()]
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
