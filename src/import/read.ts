// A file in, a draft out: sniffed, not chosen; its name is never looked at. Several files are several drafts, which `buildOrg` adds up.
import { Diagnostics } from '../model/diagnostics'
import type { Diagnostic, Draft } from '../model/types'
import { sure } from './decode'
import type { FormatResult, ReadOptions, Recognised } from './format'
import { type Claim, claimsOn } from './formats'
import { format as OWN, readLarge } from './formats/own'
import { seenIn } from './seen'
import { type Source, sourceOfBytes, sourceOfText } from './source'
import type { Understood } from './understood'
import { unlinkedIn } from './unlinked'
import { LARGEST_UNPACKED, unpack } from './unpack'
import { LARGEST_YAML, looksLikeYaml, readYaml } from './yaml'

export type { ReadOptions, Recognised, RunnerUp } from './format'

export interface ReadResult {
  readonly draft: Draft | null
  readonly diagnostics: readonly Diagnostic[]
  readonly recognised: Recognised | null
  /** Where the draft is null, null as well, unless the file is a table and it can be said what its columns are. */
  readonly understood: Understood | null
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
  return readSource(sourceOfBytes(name, bytes, options.encoding), options)
}

/** The same for whatever is dropped: what is packed, or needs a library of its own, is unpacked first. Also: workbook-broken. */
export async function readAny(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  if (bytes.length > (options.largestBytes ?? LARGEST_BYTES)) return readFile(name, bytes, options)
  const unpacked = await unpack(bytes)
  if (unpacked?.kind === 'broken') return refused(name, 'workbook-broken', { why: unpacked.why })
  if (unpacked?.kind === 'too-large')
    return refused(name, 'too-large', { megabytes: megabytes(unpacked.bytes), limit: megabytes(LARGEST_UNPACKED) })
  const source = sourceOfBytes(name, bytes, options.encoding)
  return unpacked ? readSource({ ...source, sheets: unpacked.sheets }, options) : readUnpackedText(source, options)
}

async function readUnpackedText(source: Source, options: ReadOptions): Promise<ReadResult> {
  if (source.head === null || !looksLikeYaml(source.head)) return readSource(source, options)
  const size = source.bytes?.length ?? source.decoded().text.length
  if (size > LARGEST_YAML) return refused(source.name, 'too-large', { megabytes: megabytes(size), limit: megabytes(LARGEST_YAML) })
  const value = await readYaml(source)
  return readSource(typeof value === 'object' && value !== null ? { ...source, json: () => ({ kind: 'value', value }) } : source, options)
}

/** The same at once, for text that is no YAML. */
export function readText(name: string, text: string, options: ReadOptions = {}): ReadResult {
  return readSource(sourceOfText(name, text), options)
}

function readSource(source: Source, options: ReadOptions): ReadResult {
  const diagnostics = new Diagnostics()
  const large = isLarge(source, options) ? readLarge(source, diagnostics) : null
  if (large) return resultOf(source, large, [{ format: OWN, confidence: 1 }], sure('utf-8'), diagnostics)
  const claims = claimsOn(source, options)
  const claim = claims[0]
  if (!claim) return unclaimed(source, options)
  const result = claim.format.read(source, diagnostics, options)
  const { encoding, note } = source.sheets ? { encoding: sure('utf-8') } : source.decoded()
  if (note) diagnostics.note(note, { file: source.name, params: { encoding: encoding.is } })
  return resultOf(source, result, claims, encoding, diagnostics)
}

/** Bytes from which on a file is looked at as a large one of our own before anybody else may. */
const LARGE = 100_000

function isLarge({ bytes, head, decoded, sheets }: Source, { largeFrom = LARGE, format, encoding }: ReadOptions): boolean {
  const isOurs = sheets === null && head?.includes('"headstand"') && (format ?? 'own') === 'own' && (encoding ?? 'utf-8') === 'utf-8'
  return isOurs === true && (bytes ?? decoded().text).length >= largeFrom
}

function resultOf(
  { name }: Source,
  result: FormatResult,
  claims: readonly Claim[],
  encoding: Understood['encoding'],
  diagnostics: Diagnostics,
): ReadResult {
  const { draft, recognised } = result
  return {
    draft: draft && { file: name, ...draft },
    diagnostics: diagnostics.list(),
    recognised: recognised && { name, format: claims[0]?.format.id ?? '', encoding: encoding.is, ...recognised },
    understood: draft && understood(result, claims, encoding),
  }
}

function understood(
  { draft, recognised, understood: rows }: FormatResult,
  claims: readonly Claim[],
  encoding: Understood['encoding'],
): Understood {
  const [taken, ...others] = claims.map(({ format: { id }, confidence }) => ({ is: id, confidence }))
  const format = { ...(taken as { is: string; confidence: number }), others }
  if (!rows) {
    const placed = (draft?.sections.people?.rows.length ?? 0) + (draft?.sections.roles?.rows.length ?? 0)
    const tabled = (draft?.tables?.people?.table.length ?? 0) + (draft?.tables?.roles?.table.length ?? 0)
    const account = { rowsIn: placed + tabled, placed: placed + tabled, asTheyAre: placed + tabled, repaired: [], leftOut: [], made: 0 }
    const shape = (recognised?.shape ?? 'own') as Understood['shape']
    return { format, encoding, shape, columns: [], links: [], account, firstRows: [], isPlain: encoding.confidence > GUESSED }
  }
  const [best, next] = rows.links
  const isPlain =
    encoding.confidence > GUESSED &&
    rows.account.repaired.length + rows.account.leftOut.length === 0 &&
    !rows.columns.some(({ isGuess }) => isGuess) &&
    (next?.score ?? 0) < RIVAL * (best?.score ?? 0) &&
    (best === undefined || best.score >= SURE)
  return { format, encoding, ...rows, isPlain }
}

/** Below this an encoding is worth a look; above it a second way to link rows is; below it the first one is. */
const GUESSED = 0.9
const RIVAL = 0.6
const SURE = 0.8

function unclaimed(source: Source, options: ReadOptions): ReadResult {
  const table = unlinkedIn(source, options)
  const understood = table && {
    format: { is: table.format, confidence: 0, others: [] },
    encoding: source.sheets ? sure('utf-8') : source.decoded().encoding,
    ...table.rows,
    isPlain: false,
  }
  return { ...refusal(source), understood }
}

function refusal(source: Source): ReadResult {
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
  return { draft: null, diagnostics: [{ code, severity: 'error', places: [{ file, ...at, params }] }], recognised: null, understood: null }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024))
}
