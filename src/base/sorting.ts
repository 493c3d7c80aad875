// Many texts in order of code units without making them strings.
import { type PackedTexts, textAt } from './texts'

/** Places of packed texts, by code unit; equal texts keep their order. By digits of eight bytes at a time, so linear where few are alike. */
export function sortedPlaces(texts: PackedTexts): Int32Array {
  const count = texts.ends.length
  const places = new Int32Array(count)
  for (let at = 0; at < count; at++) places[at] = at
  if (hasLateUnits(texts.bytes)) return sortedAsStrings(texts, places)
  const { high, low } = keysOf(texts, commonStart(texts))
  let [from, to]: [Int32Array, Int32Array] = [places, new Int32Array(count)]
  for (const [keys, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const) {
    if (sortByDigit(keys, shift, from, to)) [from, to] = [to, from]
  }
  return withTiesSorted(texts, high, low, from)
}

/** UTF-8 is in order of code points. From U+E000 on that is not the order of code units, in which pairs of surrogates come before. */
function hasLateUnits(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) >= 0xee) return true
  return false
}

function sortedAsStrings(texts: PackedTexts, places: Int32Array): Int32Array {
  const strings = Array.from(places, (at) => textAt(texts, at))
  return places.sort((a, b) => ((strings[a] as string) < (strings[b] as string) ? -1 : strings[a] === strings[b] ? a - b : 1))
}

const startOf = ({ ends }: PackedTexts, at: number): number => (at === 0 ? 0 : (ends[at - 1] as number))

/** As many bytes as all texts begin with alike. */
function commonStart(texts: PackedTexts): number {
  const { bytes, ends } = texts
  let common = ends.length === 0 ? 0 : (ends[0] as number)
  for (let at = 1; at < ends.length && common > 0; at++) {
    const start = startOf(texts, at)
    common = Math.min(common, (ends[at] as number) - start)
    let same = 0
    while (same < common && bytes[start + same] === bytes[same]) same++
    common = same
  }
  return common
}

/** The eight bytes behind the first `skip` of each text as two numbers; 0 behind its end. */
function keysOf(texts: PackedTexts, skip: number): { readonly high: Uint32Array; readonly low: Uint32Array } {
  const { bytes, ends } = texts
  const high = new Uint32Array(ends.length)
  const low = new Uint32Array(ends.length)
  for (let at = 0; at < ends.length; at++) {
    const end = ends[at] as number
    const start = startOf(texts, at) + skip
    let [one, two] = [0, 0]
    for (let i = 0; i < 4; i++) {
      one = (one << 8) | (start + i < end ? (bytes[start + i] as number) : 0)
      two = (two << 8) | (start + 4 + i < end ? (bytes[start + 4 + i] as number) : 0)
    }
    high[at] = one
    low[at] = two
  }
  return { high, low }
}

/** Sorts places by sixteen bits of their keys; false, and nothing done, where all have the same. */
function sortByDigit(keys: Uint32Array, shift: number, from: Int32Array, to: Int32Array): boolean {
  const start = new Int32Array(0x10001)
  for (const key of keys) {
    const digit = ((key >>> shift) & 0xffff) + 1
    start[digit] = (start[digit] as number) + 1
  }
  if (start.includes(keys.length)) return false
  for (let digit = 0; digit < 0x10000; digit++) start[digit + 1] = (start[digit + 1] as number) + (start[digit] as number)
  for (const place of from) {
    const digit = ((keys[place] as number) >>> shift) & 0xffff
    const k = start[digit] as number
    to[k] = place
    start[digit] = k + 1
  }
  return true
}

/** Texts with one key are told apart by what follows. */
function withTiesSorted(texts: PackedTexts, high: Uint32Array, low: Uint32Array, places: Int32Array): Int32Array {
  const isTied = (k: number) => {
    const [a, b] = [places[k - 1] as number, places[k] as number]
    return high[a] === high[b] && low[a] === low[b]
  }
  for (let start = 0, k = 1; k <= places.length; k++) {
    if (k < places.length && isTied(k)) continue
    if (k - start > 1) places.subarray(start, k).sort((a, b) => compared(texts, a, b))
    start = k
  }
  return places
}

function compared(texts: PackedTexts, a: number, b: number): number {
  const { bytes, ends } = texts
  const [endA, endB] = [ends[a] as number, ends[b] as number]
  let [i, j] = [startOf(texts, a), startOf(texts, b)]
  for (; i < endA && j < endB; i++, j++) if (bytes[i] !== bytes[j]) return (bytes[i] as number) - (bytes[j] as number)
  return endA - i - (endB - j) || a - b
}
