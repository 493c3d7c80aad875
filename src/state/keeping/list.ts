// The list of what is kept, newest use first. It was written by some tab of some version: every entry is checked, and what is not
// understood stays where it is for those who do.
import { isRecord } from '../../model/shape'
import type { Origin } from '../types'
import type { Kept, Told } from './types'

export const MOST_KEPT = 8

export interface List {
  readonly entries: readonly Kept[]
  /** Not understood. */
  readonly strange: readonly unknown[]
}
/** What this tab knows of its own organisation in the drawer; id null = not there yet. */
export interface Mine {
  readonly id: string | null
  readonly revision: number
}
export type About = Omit<Kept, 'id' | 'revision' | 'isFromOtherTab'>

export interface Saved {
  readonly list: List
  readonly entry: Kept
  /** False where the very same text is there already. */
  readonly isTextNew: boolean
  /** What another tab saved since, kept beside ours. */
  readonly foreign: Kept | null
  /** Ids that had to make room. */
  readonly dropped: readonly string[]
}

export function listIn(value: unknown): List {
  const items = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const read = items.map((item) => [item, keptIn(item)] as const)
  return { entries: read.flatMap(([, kept]) => kept ?? []), strange: read.flatMap(([item, kept]) => (kept ? [] : [item])) }
}
export const asValue = ({ entries, strange }: List): readonly unknown[] => [...entries, ...strange.slice(0, MOST_KEPT)]

/** Puts ours first. On top of what another tab saved it goes under a new id: neither is overwritten. */
export function savedInto(list: List, mine: Mine, about: About, freshId: () => string): Saved {
  const there = list.entries.find((one) => one.id === mine.id)
  const twin =
    mine.id === null
      ? list.entries.find((one) => isSameText(one, about) && one.name === about.name)
      : there && isSameText(there, about)
        ? there
        : undefined
  if (twin) return placed(list, { ...twin, savedAt: about.savedAt }, { isTextNew: false, foreign: null })
  const foreign = there && there.revision !== mine.revision ? there : null
  const id = foreign || mine.id === null ? freshId() : mine.id
  const entry: Kept = {
    ...about,
    id,
    revision: (foreign ? 0 : mine.revision) + 1,
    isFromOtherTab: !foreign && (there?.isFromOtherTab ?? false),
  }
  const others = foreign ? list.entries.map((one) => (one === foreign ? { ...one, isFromOtherTab: true } : one)) : list.entries
  return placed({ ...list, entries: others }, entry, { isTextNew: true, foreign })
}

/** Opened again: first of the list, as old as it was, and from now on this tab's. */
export function usedAgain(list: List, id: string): List {
  const entry = list.entries.find((one) => one.id === id)
  return entry ? { ...list, entries: [{ ...entry, isFromOtherTab: false }, ...list.entries.filter((one) => one !== entry)] } : list
}
export function without(list: List, id: string): List {
  return { ...list, entries: list.entries.filter((one) => one.id !== id) }
}
/** Put back where it stood. */
export function putBack(list: List, entry: Kept, at: number): List {
  return { ...list, entries: without(list, entry.id).entries.toSpliced(at, 0, entry).slice(0, MOST_KEPT) }
}

function placed(list: List, entry: Kept, rest: Pick<Saved, 'isTextNew' | 'foreign'>): Saved {
  const entries = [entry, ...without(list, entry.id).entries]
  const kept = entries.slice(0, MOST_KEPT)
  return { list: { ...list, entries: kept }, entry, dropped: entries.slice(MOST_KEPT).map((one) => one.id), ...rest }
}
const isSameText = (a: Pick<Kept, 'size' | 'print'>, b: Pick<Kept, 'size' | 'print'>) => a.size === b.size && a.print === b.print

function keptIn(value: unknown): Kept | null {
  if (!isRecord(value)) return null
  const { id, name, savedAt, revision, size, print } = value
  const origin = originIn(value.origin)
  if (typeof id !== 'string' || id === '' || typeof name !== 'string' || typeof print !== 'string' || !origin) return null
  if (!isCount(savedAt) || !isCount(revision) || !isCount(size)) return null
  return { id, name, savedAt, revision, origin, size, print, isFromOtherTab: value.isFromOtherTab === true }
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
  const { kind, id, revision } = value
  if (kind === 'listed' || kind === 'forgotten') return { kind }
  return kind === 'saved' && typeof id === 'string' && isCount(revision) ? { kind, id, revision } : null
}

/** A 53-bit number of a text (cyrb53, public domain, by bryc): no secret, only whether two are the same. */
export function printOf(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36)
}
