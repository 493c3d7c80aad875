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
  return decoded(texts.bytes, at === 0 ? 0 : (texts.ends[at - 1] as number), texts.ends[at] as number)
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

/** Collects texts, each once. */
export class TextsWriter {
  count = 0
  private bytes = new Uint8Array(256)
  private ends = new Int32Array(16)
  private slots = new Int32Array(32)
  private last = 0

  /** The place of a text among those collected. */
  add(text: string): number {
    const end = encode(text)
    return this.addBytes(scratch, 0, end)
  }

  /** The same for a text that stands somewhere in UTF-8. */
  addBytes(source: Uint8Array, start: number, end: number): number {
    // What is said of one row is often said of the next.
    if (this.count > 0 && isAt(this.bytes, this.ends, this.last, source, start, end)) return this.last
    this.last = this.placeOf(source, start, end)
    return this.last
  }

  private placeOf(source: Uint8Array, start: number, end: number): number {
    const mask = this.slots.length - 1
    let slot = hashOf(source, start, end) & mask
    for (; this.slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (this.slots[slot] as number) - 1
      if (isAt(this.bytes, this.ends, at, source, start, end)) return at
    }
    const from = this.size()
    const to = from + end - start
    if (to > this.bytes.length) this.bytes = larger(this.bytes, Math.max(to, this.bytes.length * 2))
    if (this.count === this.ends.length) this.ends = longer(this.ends, this.count * 2)
    for (let i = start, k = from; i < end; i++, k++) this.bytes[k] = source[i] as number
    this.ends[this.count] = to
    this.slots[slot] = ++this.count
    if (this.count * 2 > this.slots.length) this.slots = slotsFor(this.bytes, this.ends, this.count, this.slots.length * 2)
    return this.count - 1
  }

  /** Where the texts are to be found by what they say (`placeIn`), they are packed however few. */
  texts(isFound: boolean): Texts {
    const { count } = this
    if (!isFound && count <= FEW) return Array.from({ length: count }, (_, at) => textAt(this.packed(NO_SLOTS), at))
    const { bytes, ends, slots } = this.packed(isFound ? this.slots : NO_SLOTS)
    return { bytes: bytes.slice(0, this.size()), ends: ends.slice(0, count), slots }
  }

  private packed(slots: Int32Array): PackedTexts {
    return { bytes: this.bytes, ends: this.ends, slots }
  }

  private size(): number {
    return this.count === 0 ? 0 : (this.ends[this.count - 1] as number)
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

function slotsFor(bytes: Uint8Array, ends: Int32Array, count: number, length: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(length)
  const mask = length - 1
  for (let at = 0, start = 0; at < count; at++) {
    const end = ends[at] as number
    let slot = hashOf(bytes, start, end) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = at + 1
    start = end
  }
  return slots
}

/** Ids that count upwards get slots beside each other, which is what makes a million of them quick. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] as number)) | 0
  return hash
}

function isAt(bytes: Uint8Array, ends: Int32Array, at: number, source: Uint8Array, start: number, end: number): boolean {
  let k = at === 0 ? 0 : (ends[at - 1] as number)
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
