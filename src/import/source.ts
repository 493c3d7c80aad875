// One dropped file, read no further than somebody asks: the head at once, the whole text and its JSON on demand and once.
import { type Decoded, decode, decodeHead, encodingOf } from './decode'
import { type JsonReading, readJson } from './json'
import type { Sheets } from './workbook'

export interface Source {
  readonly name: string
  /** For formats that are no text; a pasted text has none. */
  readonly bytes: Uint8Array | null
  /** The first 64 kB as text, without byte order mark; null where the file is no text. */
  readonly head: string | null
  /** The whole as text; empty where it is none. */
  readonly decoded: () => Decoded
  readonly json: () => JsonReading
  /** Of a workbook, once it is unpacked. */
  readonly sheets: Sheets | null
}

export function sourceOfBytes(name: string, bytes: Uint8Array): Source {
  const encoding = encodingOf(bytes)
  const head = encoding === null ? null : withoutMark(decodeHead(bytes, encoding))
  return sourceOf(name, bytes, head, () => (encoding === null ? { text: '', encoding: 'utf-8' } : decode(bytes, encoding)))
}

export function sourceOfText(name: string, text: string): Source {
  return sourceOf(name, null, withoutMark(text.slice(0, 65_536)), () => ({ text, encoding: 'utf-8' }))
}

function sourceOf(name: string, bytes: Uint8Array | null, head: string | null, decodeAll: () => Decoded): Source {
  const decoded = once(() => {
    const whole = decodeAll()
    return { ...whole, text: withoutMark(whole.text) }
  })
  const json = once((): JsonReading => (head === null ? { kind: 'none' } : readJson(decoded().text, head)))
  return { name, bytes, head, decoded, json, sheets: null }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
