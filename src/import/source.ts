// One dropped file, read no further than somebody asks: the head at once, the whole text and its JSON on demand and once.
import { type Decoded, decode, decodeAs, decodeHead, encodingOf, HEAD_BYTES, sure } from './decode'
import { type JsonReading, readJson } from './json'
import { readJsonLines } from './jsonLines'
import type { Encoding } from './understood'
import type { Sheets } from './workbook'

export interface Source {
  readonly name: string
  /** For formats that are no text; a pasted text has none. */
  readonly bytes: Uint8Array | null
  /** The first 64 kB as text, without byte order mark; null where the file is no text. */
  readonly head: string | null
  /** The whole as text; empty where it is none. */
  readonly decoded: () => Decoded
  /** The value of JSON, of JSON Lines as a list, of YAML once it is unpacked. */
  readonly json: () => JsonReading
  /** Of a workbook, once it is unpacked. */
  readonly sheets: Sheets | null
}

export function sourceOfBytes(name: string, bytes: Uint8Array, given?: Encoding): Source {
  const encoding = given ?? encodingOf(bytes)
  if (encoding === null) return sourceOf(name, bytes, null, () => ({ text: '', encoding: sure('utf-8') }))
  const head = given ? decodeAs(bytes.subarray(0, HEAD_BYTES), given).text : decodeHead(bytes, encoding)
  return sourceOf(name, bytes, withoutMark(head), () => (given ? decodeAs(bytes, given) : decode(bytes, encoding)))
}

export function sourceOfText(name: string, text: string): Source {
  return sourceOf(name, null, withoutMark(text.slice(0, HEAD_BYTES)), () => ({ text, encoding: sure('utf-8') }))
}

function sourceOf(name: string, bytes: Uint8Array | null, head: string | null, decodeAll: () => Decoded): Source {
  const decoded = once(() => {
    const whole = decodeAll()
    return { ...whole, text: withoutMark(whole.text) }
  })
  const json = once(
    (): JsonReading => (head === null ? { kind: 'none' } : (readJsonLines(decoded, head) ?? readJson(decoded().text, head))),
  )
  return { name, bytes, head, decoded, json, sheets: null }
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}
