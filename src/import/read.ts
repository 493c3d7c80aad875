// A file in, a draft out: sniffed, not chosen; its name is never looked at. Several files are several drafts, which `buildOrg` adds up.
import { Diagnostics } from '../model/diagnostics'
import type { Diagnostic, Draft } from '../model/types'
import type { FormatResult, ReadOptions, Recognised } from './format'
import { claimsOn } from './formats'
import { readLarge } from './formats/own'
import { seenIn } from './seen'
import { type Source, sourceOfBytes, sourceOfText } from './source'
import { unpack } from './unpack'

export type { ReadOptions, Recognised, RunnerUp } from './format'

export interface ReadResult {
  readonly draft: Draft | null
  readonly diagnostics: readonly Diagnostic[]
  readonly recognised: Recognised | null
}

/** V8 holds no string longer than 2^29 − 24 characters, other engines less comfortably more. */
export const LARGEST_BYTES = 500 * 1024 * 1024

/**
 * What a file says, unchecked. Draft null exactly where a diagnostic of severity `error` says why. Never throws for bad data.
 * Codes: too-large, not-an-organisation (with what was seen), json-broken, nested-too-deep, and those of the format.
 */
export function readFile(name: string, bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  const limit = options.largestBytes ?? LARGEST_BYTES
  if (bytes.length > limit) return refused(name, 'too-large', { megabytes: megabytes(bytes.length), limit: megabytes(limit) })
  return readSource(sourceOfBytes(name, bytes), options)
}

/** The same for whatever is dropped: workbooks are unpacked first. Also: workbook-broken. */
export async function readAny(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const unpacked = bytes.length > (options.largestBytes ?? LARGEST_BYTES) ? null : await unpack(bytes)
  if (unpacked === null) return readFile(name, bytes, options)
  if (unpacked.kind === 'broken') return refused(name, 'workbook-broken', { why: unpacked.why })
  return readSource({ ...sourceOfBytes(name, bytes), sheets: unpacked.sheets }, options)
}

/** The same for text that was pasted. */
export function readText(name: string, text: string, options: ReadOptions = {}): ReadResult {
  return readSource(sourceOfText(name, text), options)
}

function readSource(source: Source, options: ReadOptions): ReadResult {
  const { name } = source
  const diagnostics = new Diagnostics()
  const large = isLarge(source, options) ? readLarge(source, diagnostics) : null
  if (large) return resultOf(name, large, 'own', 'utf-8', diagnostics)
  const claim = claimsOn(source, options)[0]
  if (!claim) return unclaimed(source)
  const result = claim.format.read(source, diagnostics, options)
  const { encoding, note } = source.decoded()
  if (note) diagnostics.note(note, { file: name, params: { encoding } })
  return resultOf(name, result, claim.format.id, encoding, diagnostics)
}

/** Bytes from which on a file is looked at as a large one of our own before anybody else may. */
const LARGE = 100_000

function isLarge({ bytes, decoded, sheets }: Source, { largeFrom = LARGE }: ReadOptions): boolean {
  return sheets === null && (bytes ?? decoded().text).length >= largeFrom
}

function resultOf(
  name: string,
  { draft, recognised }: FormatResult,
  format: string,
  encoding: string,
  diagnostics: Diagnostics,
): ReadResult {
  return {
    draft: draft && { file: name, ...draft },
    diagnostics: diagnostics.list(),
    recognised: recognised && { name, format, encoding, ...recognised },
  }
}

function unclaimed(source: Source): ReadResult {
  const json = source.json()
  const { name } = source
  if (source.sheets) return refused(name, 'not-an-organisation', { seen: 'workbook', fields: source.sheets.map((sheet) => sheet.name) })
  if (json.kind === 'too-deep') return refused(name, 'nested-too-deep', { depth: json.depth })
  if (json.kind === 'broken') {
    const { line, column, why, found } = json.fault
    return refused(name, 'json-broken', { why, found }, { line, column })
  }
  const { seen, ...params } = seenIn(source)
  return refused(name, 'not-an-organisation', { seen, ...params })
}

function refused(
  file: string,
  code: string,
  params: Readonly<Record<string, string | number | readonly string[]>>,
  at: object = {},
): ReadResult {
  return { draft: null, diagnostics: [{ code, severity: 'error', places: [{ file, ...at, params }] }], recognised: null }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024))
}
