// Many texts folded for a search, as bytes one after the other: a word is looked for in all of them in one pass, and most need no look, for
// they lack one of its letters.
import type { Steps } from '../base/steps'
import { countOf, type PackedTexts, type Texts, textAt } from '../base/texts'
import { endsWord, folded } from './letters'

export interface FoldedTexts {
  /** UTF-8. */
  readonly bytes: Uint8Array
  /** Where each ends. */
  readonly ends: Int32Array
  /** A bit for each letter that occurs in it, one for all digits and signs, one for all beyond ASCII. */
  readonly letters: Int32Array
}

/** How well a text matches a word: nothing, in the middle, where a word begins, where the text begins. */
export const MIDDLE = 1
export const WORD = 2
export const START = 3

/** Texts a step. */
const STEP = 4096

/** The same texts, folded and with single spaces; one that says nothing is empty. */
export function* foldSteps(texts: Texts): Steps<FoldedTexts> {
  const count = countOf(texts)
  const ends = new Int32Array(count)
  const letters = new Int32Array(count)
  let bytes = new Uint8Array('bytes' in texts ? texts.bytes.length : 1024)
  let at = 0
  const write = (text: string) => {
    if (at + text.length * 3 > bytes.length) bytes = larger(bytes, text.length * 3)
    at += encoder.encodeInto(text, bytes.subarray(at)).written
  }
  const writePlain = (packed: PackedTexts, i: number) => {
    const [start, end] = [startOf(packed.ends, i), packed.ends[i] as number]
    if (at + end - start > bytes.length) bytes = larger(bytes, end - start)
    return foldedPlain(packed.bytes, start, end, bytes, at)
  }
  for (let i = 0; i < count; i++) {
    const from = at
    const plain = 'bytes' in texts ? writePlain(texts, i) : -1
    if (plain >= 0) at = plain
    else write(folded(textAt(texts, i)).trim())
    ends[i] = at
    for (let k = from; k < at; k++) letters[i] = (letters[i] as number) | (BITS[bytes[k] as number] as number)
    if (i % STEP === STEP - 1) yield
  }
  return { bytes, ends, letters }
}
const encoder = new TextEncoder()

function larger(bytes: Uint8Array, more: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(bytes.length * 2 + more)
  grown.set(bytes)
  return grown
}

/** Folds ASCII where it stands; where it ends, or -1 where there is something else. It never takes more room than before. */
function foldedPlain(from: Uint8Array, start: number, end: number, to: Uint8Array, at: number): number {
  let k = at
  let isSpaced = false
  for (let i = start; i < end; i++) {
    const byte = from[i] as number
    if (byte >= 0x80) return -1
    if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) {
      isSpaced = k > at
      continue
    }
    if (isSpaced) to[k++] = 0x20
    isSpaced = false
    to[k++] = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
  }
  return k
}

const SIGN = 1 << 26
const FOREIGN = 1 << 27
const BITS = Int32Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x61 && byte <= 0x7a) return 1 << (byte - 0x61)
  return byte === 0x20 ? 0 : byte < 0x80 ? SIGN : FOREIGN
})

const startOf = (ends: Int32Array, i: number): number => (i === 0 ? 0 : (ends[i - 1] as number))

/** How well each text matches a folded word. */
export function gradesOf({ bytes, ends, letters }: FoldedTexts, word: string): Uint8Array {
  const grades = new Uint8Array(ends.length)
  const sought = encoder.encode(word)
  const needed = sought.reduce((bits, byte) => bits | (BITS[byte] as number), 0)
  const first = sought[0] as number
  const { length } = sought
  for (let text = 0, start = 0; text < ends.length; text++) {
    const end = ends[text] as number
    if (((letters[text] as number) & needed) === needed) {
      for (let at = start; at <= end - length; at++) {
        if (bytes[at] !== first || !isAt(bytes, at, sought)) continue
        const grade = at === start ? START : endsWord(codeBefore(bytes, at)) ? WORD : MIDDLE
        grades[text] = grade
        if (grade !== MIDDLE) break // only the beginning of a word is better than its middle
      }
    }
    start = end
  }
  return grades
}

function isAt(bytes: Uint8Array, at: number, sought: Uint8Array): boolean {
  for (let k = 1; k < sought.length; k++) if (bytes[at + k] !== sought[k]) return false
  return true
}

/** The code point that ends here; Infinity where it is beyond all that could end a word. */
function codeBefore(bytes: Uint8Array, at: number): number {
  const last = bytes[at - 1] as number
  if (last < 0x80) return last
  const [b, c] = [bytes[at - 2] as number, bytes[at - 3] as number]
  if (b >= 0xc0) return ((b & 0x1f) << 6) | (last & 0x3f)
  return c >= 0xe0 ? ((c & 0x0f) << 12) | ((b & 0x3f) << 6) | (last & 0x3f) : Number.POSITIVE_INFINITY
}
