// What a file is that holds no organisation, said so that its owner knows it again: *a picture (PNG)*, *a number*, *a list of texts*.

import { isObject } from './cells'
import { HEAD_BYTES } from './decode'
import { gridOf } from './grid'
import type { Source } from './source'

/** `seen` is a code of `seen.<code>` in the catalogue; the others are its parameters. */
export interface Seen {
  readonly seen: string
  readonly count?: number
  readonly fields?: readonly string[]
}

export function seenIn(source: Source): Seen {
  if (source.bytes?.length === 0) return { seen: 'empty' }
  if (source.head === null) return { seen: kindOfBytes(source.bytes ?? new Uint8Array()) }
  if (source.head.trim() === '') return { seen: source.head === '' ? 'empty' : 'blank' }
  const magic = source.bytes ? kindOfBytes(source.bytes) : 'binary'
  if (magic !== 'binary') return { seen: magic }
  const json = source.json()
  return json.kind === 'value' ? seenInJson(json.value) : { seen: kindOfText(source.head) }
}

// What the bytes of a kind begin with, in hexadecimal, and at which byte: things that people drop by mistake.
const SIGNATURES: readonly (readonly [number, string, string])[] = [
  [0, '89504e470d0a', 'png'],
  [0, 'ffd8ff', 'jpeg'],
  [0, '47494638', 'gif'],
  [8, '57454250', 'webp'],
  [4, '66747970686569', 'heic'],
  [4, '6674797061766966', 'heic'],
  [0, '255044462d', 'pdf'],
  [0, '504b0304', 'zip'],
  [0, '504b0506', 'zip'],
  [0, '1f8b', 'zip'],
  [0, 'd0cf11e0a1b11ae1', 'office'],
  [4, '66747970', 'film'],
  [0, '494433', 'film'],
  [0, '4f676753', 'film'],
  [0, '52494646', 'film'],
]

function kindOfBytes(bytes: Uint8Array): string {
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const kind = SIGNATURES.find(([at, signature]) => hex.startsWith(signature, at * 2))?.[2] ?? 'binary'
  return kind === 'zip' && isOffice(bytes) ? 'office' : kind
}

/** A document of Word, Excel or PowerPoint is a zip file that says so in the name of its first entries. */
function isOffice(bytes: Uint8Array): boolean {
  return /\[Content_Types\]|_rels\/|xl\/|word\/|ppt\//.test(String.fromCharCode(...bytes.subarray(0, 2000)))
}

function seenInJson(value: unknown): Seen {
  if (value === null) return { seen: 'null' }
  if (typeof value !== 'object') return { seen: typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'boolean' }
  if (Array.isArray(value)) return seenInList(value)
  const fields = Object.keys(value)
  return fields.length === 0 ? { seen: 'empty-object' } : { seen: 'object', fields: few(fields) }
}

function seenInList(items: readonly unknown[]): Seen {
  const count = items.length
  if (count === 0) return { seen: 'empty-list' }
  const objects = items.filter(isObject)
  if (objects.length > 0) {
    const fields = gridOf(objects.slice(0, 1000), []).columns.map((column) => column.name)
    return { seen: 'objects', count, fields: few(fields) }
  }
  if (items.every((item) => typeof item === 'string')) return { seen: 'strings', count }
  if (items.every((item) => typeof item === 'number')) return { seen: 'numbers', count }
  return items.every(Array.isArray) ? { seen: 'lists', count } : { seen: 'mixed', count }
}

const FEW = 8
function few(names: readonly string[]): readonly string[] {
  const short = names.slice(0, FEW).map((name) => (name.length > 40 ? `${name.slice(0, 39)}…` : name))
  return names.length > FEW ? [...short, '…'] : short
}

function kindOfText(head: string): string {
  const start = head.trimStart().slice(0, 2000).toLowerCase()
  if (/^(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|body)\b/.test(start)) return 'html'
  if (/^<svg\b/.test(start) || (start.startsWith('<?xml') && start.includes('<svg'))) return 'svg'
  if (start.startsWith('<')) return start.startsWith('<?xml') ? 'xml' : 'markup'
  return isTable(head) ? 'table' : 'text'
}

/** Whether most lines hold the same number of commas, semicolons or tabs. */
export function isTable(head: string): boolean {
  const lines = head
    .slice(0, HEAD_BYTES)
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
  const whole = lines.slice(0, lines.length > 60 ? 60 : lines.length)
  if (whole.length < 2) return false
  return [',', ';', '\t', '|'].some((mark) => {
    const counts = whole.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length - 1)
    const first = counts[0] as number
    return first > 0 && counts.filter((count) => count === first).length >= whole.length * 0.8
  })
}
