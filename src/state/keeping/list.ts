// The list of what is kept, the last one used first. It was written by some tab of some version: every entry is checked, and one that is
// not understood is left alone for those who do.
import { isRecord } from '../../model/shape'
import type { Origin } from '../types'
import type { Drawer, Kept, KeptRef, Told } from './types'

export const MOST_KEPT = 8

/** What is open, or was open last, in whatever tab. */
export const LAST = 'last'
const ENTRY = 'entry:'
const PARTS = [ENTRY, 'text:', 'view:', 'used:'] as const
export const entryName = (id: string) => `${ENTRY}${id}`
export const textName = (id: string) => `text:${id}`
export const viewName = (id: string) => `view:${id}`
export const usedName = (id: string) => `used:${id}`
/** Takes all of an entry away. */
export const gone = (ids: readonly string[]): Readonly<Record<string, undefined>> =>
  Object.fromEntries(ids.flatMap((id) => PARTS.map((part) => [`${part}${id}`, undefined])))

/** A sample as it is fetched has a view and no text. */
export const sampleRef = (name: string): KeptRef => ({ id: `sample:${name}`, line: `sample:${name}` })
export const sampleIn = ({ id }: KeptRef): string | null => (id.startsWith('sample:') ? id.slice('sample:'.length) : null)

export async function listIn(drawer: Drawer): Promise<readonly Kept[]> {
  const ids = (await drawer.names()).filter((name) => name.startsWith(ENTRY)).map((name) => name.slice(ENTRY.length))
  const values = await drawer.read([...ids.map(entryName), ...ids.map(usedName)])
  const used = ids.map((id, i) => ({ kept: keptIn(id, values[i]), at: values[ids.length + i] }))
  return used
    .flatMap(({ kept, at }) => (kept ? [{ kept, at: isCount(at) ? at : kept.savedAt }] : []))
    .sort((a, b) => b.at - a.at)
    .map(({ kept }) => kept)
}

/** The entry itself, or what became of it since. */
export function found(list: readonly Kept[], { id, line }: KeptRef): Kept | undefined {
  return list.find((one) => one.id === id) ?? list.find((one) => one.line === line)
}
/** The very same text under another number: the same file was opened again. */
export function twinsOf(list: readonly Kept[], entry: Kept): readonly Kept[] {
  return list.filter((one) => one.id !== entry.id && one.size === entry.size && one.print === entry.print && one.name === entry.name)
}

function keptIn(id: string, value: unknown): Kept | null {
  if (!isRecord(value)) return null
  const { line, name, savedAt, size, print } = value
  const origin = originIn(value.origin)
  if (typeof line !== 'string' || typeof name !== 'string' || typeof print !== 'string' || !origin) return null
  return isCount(savedAt) && isCount(size) ? { id, line, name, savedAt, origin, size, print } : null
}
export function refIn(value: unknown): KeptRef | null {
  if (!isRecord(value)) return null
  const { id, line } = value
  return typeof id === 'string' && typeof line === 'string' ? { id, line } : null
}
function originIn(value: unknown): Origin | null {
  if (!isRecord(value)) return null
  const { kind, name, names } = value
  if (kind === 'sample' && typeof name === 'string') return { kind, name }
  if (kind !== 'files' || !Array.isArray(names)) return null
  return { kind, names: names.filter((one) => typeof one === 'string') }
}
const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

export function toldIn(value: unknown): Told | null {
  if (!isRecord(value)) return null
  const { kind, over } = value
  if (kind === 'listed' || kind === 'forgotten') return { kind }
  const saved = refIn(value)
  return kind === 'saved' && saved && Array.isArray(over) ? { kind, ...saved, over: over.filter((one) => typeof one === 'string') } : null
}

/** A 53-bit number of a text, piece by piece (cyrb53, public domain, by bryc): no secret, only whether two are the same. */
export function printer(): { readonly add: (text: string) => void; readonly end: () => string } {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  return {
    add(text) {
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i)
        a = Math.imul(a ^ code, 2654435761)
        b = Math.imul(b ^ code, 1597334677)
      }
    },
    end() {
      const first = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
      const second = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909)
      return (4294967296 * (2097151 & second) + (first >>> 0)).toString(36)
    },
  }
}
