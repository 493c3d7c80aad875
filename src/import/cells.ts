// Cells of foreign files as texts. Keys are data of other people: a cell is read only where the object has it as its own.
import { foldedName, MANAGER_WORDS } from './fields'

export type JsonObject = Readonly<Record<string, unknown>>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A text, number or boolean as text without blanks around it; anything else, or nothing, is null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') {
    const text = value.trim()
    return text === '' ? null : text
  }
  return (typeof value === 'number' && Number.isFinite(value)) || typeof value === 'boolean' ? String(value) : null
}

export function isFilled(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.trim() !== '')
}

/** Where a cell stands: a key, and what is within it; 0 = the first of a list. */
export type Path = readonly (string | 0)[]

/** `manager.id`, `emails[0].value` */
export function nameOfPath(path: Path): string {
  return path.reduce<string>((name, key, i) => (key === 0 ? `${name}[0]` : i === 0 ? key : `${name}.${key}`), '')
}

export function cellAtPath(row: JsonObject, path: Path): unknown {
  let value: unknown = row
  for (const key of path) {
    if (key === 0) value = Array.isArray(value) ? value[0] : undefined
    else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }
  return value
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
