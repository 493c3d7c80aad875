// Many different texts as three buffers: a million ids are neither a million strings nor a million entries of a map. Read one by one, when
// somebody looks; found by hashing their bytes. Plain data.

export interface PackedTexts {
  /** UTF-8 one after the other; half a surrogate pair has three bytes of its own, so that no text is changed. */
  readonly bytes: Uint8Array
  /** Where each ends. */
  readonly ends: Int32Array
  /** Open addressing: 1 + the place of a text, 0 = free. Empty where nobody looks for one. */
  readonly slots: Int32Array
}
/** Few texts are strings, many are packed. */
export type Texts = readonly string[] | PackedTexts

export const isPacked = (texts: Texts): texts is PackedTexts => 'bytes' in texts

export const countOf = (texts: Texts): number => (isPacked(texts) ? texts.ends.length : texts.length)

export function textAt(texts: Texts, at: number): string {
  if (!isPacked(texts)) return texts[at] as string
  return decoded(texts.bytes, startOf(texts.ends, at), texts.ends[at] as number)
}

/** The place of a text, -1 where it is not among them. */
export function placeIn(texts: Texts, text: string): number {
  if (!isPacked(texts)) return texts.indexOf(text)
  const end = encode(text)
  const mask = texts.slots.length - 1
  for (let slot = hashOf(scratch, 0, end) & mask; mask >= 0; slot = (slot + 1) & mask) {
    const at = (texts.slots[slot] as number) - 1
    if (at < 0 || isAt(texts.bytes, texts.ends, at, scratch, 0, end)) return at
  }
  return -1
}

/** Whether no text of them stands there twice. Of texts that are found by what they say. */
export function areDistinct({ ends, slots }: PackedTexts): boolean {
  let found = 0
  for (let slot = 0; slot < slots.length; slot++) if (slots[slot] !== 0) found++
  return found === ends.length
}

/** Texts that are packed one after the other. */
class Packing {
  count = 0
  /** Where the run ended that was added last. */
  end = 0
  protected bytes = new Uint8Array(256)
  protected ends = new Int32Array(16)

  protected append(source: Uint8Array, start: number, end: number): number {
    const from = startOf(this.ends, this.count)
    const to = from + end - start
    if (to > this.bytes.length) this.bytes = larger(this.bytes, Math.max(to, this.bytes.length * 2))
    if (this.count === this.ends.length) this.ends = longer(this.ends, this.count * 2)
    for (let i = start, k = from; i < end; i++, k++) this.bytes[k] = source[i] as number
    this.ends[this.count] = to
    return this.count++
  }

  protected packed(slots: Int32Array): PackedTexts {
    return { bytes: this.bytes.slice(0, startOf(this.ends, this.count)), ends: this.ends.slice(0, this.count), slots }
  }
}

/** Collects names, each of which has the next place whether it was there before or not. They are found by what they say. */
export class NamesWriter extends Packing {
  add(name: string): number {
    const end = encode(name)
    return this.append(scratch, 0, end)
  }

  /**
   * The bytes from `start` to before the first that `isPart` does not mark with 1; -1 where that is not `closing`. Where they end is then `end`.
   */
  addRun(source: Uint8Array, start: number, isPart: Uint8Array, closing: number): number {
    let at = start
    while (isPart[source[at] as number] === 1) at++
    this.end = at
    return source[at] === closing ? this.append(source, start, at) : -1
  }

  /** One of other names. */
  addFrom({ bytes, ends }: PackedTexts, at: number): number {
    return this.append(bytes, startOf(ends, at), ends[at] as number)
  }

  /** The last one was not meant. */
  takeBack(): void {
    this.count--
  }

  texts(): PackedTexts {
    return this.packed(slotsFor(this.bytes, this.ends, this.count, 2 ** Math.ceil(Math.log2(2 * this.count + 2))))
  }
}

/** Collects texts, each once. */
export class TextsWriter extends Packing {
  private slots = new Int32Array(32)
  private last = -1

  /** The place of a text among those collected. */
  add(text: string): number {
    const end = encode(text)
    return this.addBytes(scratch, 0, end)
  }

  /** The same for a text that stands somewhere in UTF-8. */
  addBytes(source: Uint8Array, start: number, end: number): number {
    return this.placeOf(source, start, end, hashOf(source, start, end))
  }

  /** The same for a run of bytes, as names are added. */
  addRun(source: Uint8Array, start: number, isPart: Uint8Array, closing: number): number {
    if (this.isLastAt(source, start, closing)) return this.last
    let hash = FIRST_HASH
    let at = start
    for (let byte = source[at] as number; isPart[byte] === 1; byte = source[++at] as number) hash = Math.imul(hash ^ byte, HASH_FACTOR)
    if (source[at] !== closing) return -1
    this.end = at
    this.last = this.placeOf(source, start, at, hash ^ (hash >>> 15))
    return this.last
  }

  /** Few are strings. */
  texts(): Texts {
    const packed = this.packed(NO_SLOTS)
    return this.count > FEW ? packed : Array.from({ length: this.count }, (_, at) => textAt(packed, at))
  }

  /** What is said of one row is often said of the next. */
  private isLastAt(source: Uint8Array, start: number, closing: number): boolean {
    if (this.last < 0) return false
    const end = this.ends[this.last] as number
    let at = start
    for (let k = startOf(this.ends, this.last); k < end; k++) if (this.bytes[k] !== source[at++]) return false
    this.end = at
    return source[at] === closing
  }

  private placeOf(source: Uint8Array, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1
    let slot = hash & mask
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (this.slots[slot] as number) - 1
      if (isAt(this.bytes, this.ends, at, source, start, end)) return at
    }
    const place = this.append(source, start, end)
    this.slots[slot] = this.count
    if (this.count * 2 > this.slots.length) this.slots = slotsFor(this.bytes, this.ends, this.count, this.slots.length * 2)
    return place
  }
}
const FEW = 4096
const NO_SLOTS = new Int32Array(0)

function longer(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length)
  to.set(from)
  return to
}

function larger(from: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const to = new Uint8Array(length)
  to.set(from)
  return to
}

/** Of texts that stand there twice only the first has a slot. */
function slotsFor(bytes: Uint8Array, ends: Int32Array, count: number, length: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length)
  const mask = length - 1
  for (let at = 0, start = 0; at < count; at++) {
    const end = ends[at] as number
    let slot = hashOf(bytes, start, end) & mask
    while (slots[slot] !== 0 && !isAt(bytes, ends, (slots[slot] as number) - 1, bytes, start, end)) slot = (slot + 1) & mask
    if (slots[slot] === 0) slots[slot] = at + 1
    start = end
  }
  return slots
}

const FIRST_HASH = 0x811c9dc5
const HASH_FACTOR = 0x01000193

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = FIRST_HASH
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), HASH_FACTOR)
  return hash ^ (hash >>> 15)
}

const startOf = (ends: Int32Array, at: number): number => (at === 0 ? 0 : (ends[at - 1] as number))

function isAt(bytes: Uint8Array, ends: Int32Array, at: number, source: Uint8Array, start: number, end: number): boolean {
  let k = startOf(ends, at)
  if ((ends[at] as number) - k !== end - start) return false
  for (let i = start; i < end; i++, k++) if (bytes[k] !== source[i]) return false
  return true
}

/** Where one text is written at a time to be compared. */
let scratch = new Uint8Array(1024)

/** The text in `scratch`; its length in bytes. */
function encode(text: string): number {
  if (text.length * 3 > scratch.length) scratch = new Uint8Array(text.length * 6)
  let k = 0
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (code < 0x80) {
      scratch[k++] = code
      continue
    }
    const low = text.charCodeAt(i + 1)
    if (code >= 0xd800 && code < 0xdc00 && low >= 0xdc00 && low < 0xe000) {
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
      i++
    }
    if (code < 0x800) scratch[k++] = 0xc0 | (code >> 6)
    else {
      if (code < 0x10000) scratch[k++] = 0xe0 | (code >> 12)
      else {
        scratch[k++] = 0xf0 | (code >> 18)
        scratch[k++] = 0x80 | ((code >> 12) & 0x3f)
      }
      scratch[k++] = 0x80 | ((code >> 6) & 0x3f)
    }
    scratch[k++] = 0x80 | (code & 0x3f)
  }
  return k
}

const units = new Uint16Array(512)

function decoded(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let i = start; i < end; ) {
    let n = 0
    while (i < end && n < units.length - 1) {
      const lead = bytes[i++] as number
      if (lead < 0x80) {
        units[n++] = lead
        continue
      }
      const more = () => (bytes[i++] as number) & 0x3f
      if (lead < 0xe0) units[n++] = ((lead & 0x1f) << 6) | more()
      else if (lead < 0xf0) units[n++] = ((lead & 0x0f) << 12) | (more() << 6) | more()
      else {
        const code = (((lead & 0x07) << 18) | (more() << 12) | (more() << 6) | more()) - 0x10000
        units[n++] = 0xd800 + (code >> 10)
        units[n++] = 0xdc00 + (code & 0x3ff)
      }
    }
    text += String.fromCharCode.apply(null, units.subarray(0, n) as unknown as number[])
  }
  return text
}
