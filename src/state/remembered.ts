// What the reader corrected, for the next file with the same columns. Kept: a number made of the headers, and what the columns are by their
// place. Never kept: a header, a name, a row, or anything else that stands in a file.
import type { ColumnRole, Corrections, Understood } from '../import/understood'
import { COLUMN_ROLES } from '../import/understood'
import { isRecord } from '../model/shape'
import type { Slip } from './keeping/types'

/** Files with the same columns in the same order have the same one; null where a file has no columns that would tell it from others. */
export function fingerprintOf({ columns, headerRow }: Understood): string | null {
  if (columns.length < 2 || headerRow === null) return null
  const text = columns.map(({ header }) => header.normalize('NFC').trim().toLowerCase()).join('\u0001')
  return `${columns.length}-${hash(text, 0x811c9dc5)}${hash(text, 0x01000193)}`
}
/** FNV-1a */
function hash(text: string, seed: number): string {
  let value = seed
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return (value >>> 0).toString(36)
}

/** Corrections with columns by their place; what names anybody or any row stays out. */
interface Reading {
  readonly columns?: Readonly<Record<string, ColumnRole>>
  readonly link?: readonly [number, number]
  readonly keep?: readonly number[] | boolean
  readonly kinds?: Readonly<Record<string, string>>
  readonly plain?: Pick<Corrections, 'format' | 'encoding' | 'separator' | 'headerRow'>
  readonly repairs?: Corrections['repairs']
}
const MOST = 40

export function rememberReading(slip: Slip, first: Understood, corrections: Corrections): void {
  const print = fingerprintOf(first)
  if (!print) return
  const { [print]: _, ...others } = readingsIn(slip)
  const kept = Object.fromEntries([...Object.entries(others).slice(1 - MOST), [print, readingOf(first, corrections)]])
  const before = slip.read()
  slip.write({ ...(isRecord(before) ? before : {}), readings: kept })
}

export function forgetReading(slip: Slip, first: Understood): void {
  const { [fingerprintOf(first) ?? '']: known, ...others } = readingsIn(slip)
  if (known === undefined) return
  const before = slip.read()
  slip.write({ ...(isRecord(before) ? before : {}), readings: others })
}

/** What was said of files with these columns; null where nothing was. */
export function rememberedReading(slip: Slip, first: Understood): Corrections | null {
  const print = fingerprintOf(first)
  const reading = print === null ? undefined : readingsIn(slip)[print]
  return isRecord(reading) ? correctionsOf(first, reading as Reading) : null
}

function readingsIn(slip: Slip): Readonly<Record<string, unknown>> {
  const value = slip.read()
  return isRecord(value) && isRecord(value.readings) ? value.readings : {}
}

function readingOf({ columns }: Understood, corrections: Corrections): Reading {
  const at = (header: string) => columns.findIndex((one) => one.header === header)
  const byPlace = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).flatMap(([header, value]) => (at(header) < 0 ? [] : [[String(at(header)), value]])))
  const { columns: roles, link, keepSensitive, kinds, repairs, format, encoding, separator, headerRow } = corrections
  const plain = Object.fromEntries(
    Object.entries({ format, encoding, separator, headerRow }).filter(([, value]) => value !== undefined),
  ) as Reading['plain'] & object
  const unnamed = Object.entries(repairs ?? {}).filter(([, repair]) => repair.do !== 'under')
  return {
    ...(roles ? { columns: byPlace(roles) } : {}),
    ...(link ? { link: [at(link.id), at(link.manager)] as const } : {}),
    ...(keepSensitive === undefined ? {} : { keep: typeof keepSensitive === 'boolean' ? keepSensitive : keepSensitive.map(at) }),
    ...(kinds ? { kinds: byPlace(kinds) } : {}),
    ...(Object.keys(plain).length > 0 ? { plain } : {}),
    ...(unnamed.length > 0 ? { repairs: Object.fromEntries(unnamed) } : {}),
  }
}

/** What is kept is believed like a file: field by field. */
function correctionsOf({ columns }: Understood, { columns: roles, link, keep, kinds, plain, repairs }: Reading): Corrections {
  const header = (place: unknown) => columns[Number(place)]?.header
  const byHeader = <T>(record: unknown, isKnown: (value: unknown) => boolean): Record<string, T> =>
    isRecord(record)
      ? Object.fromEntries(
          Object.entries(record).flatMap(([place, value]) => {
            const name = header(place)
            return name === undefined || !isKnown(value) ? [] : [[name, value as T]]
          }),
        )
      : {}
  const [id, manager] = Array.isArray(link) ? link.map((place) => (place === -1 ? '' : header(place))) : []
  return {
    ...(isRecord(plain) ? plain : {}),
    ...(isRecord(repairs) ? { repairs } : {}),
    ...(roles ? { columns: byHeader<ColumnRole>(roles, (role) => (COLUMN_ROLES as readonly unknown[]).includes(role)) } : {}),
    ...(id !== undefined && manager !== undefined ? { link: { id, manager } } : {}),
    ...(typeof keep === 'boolean'
      ? { keepSensitive: keep }
      : Array.isArray(keep)
        ? { keepSensitive: keep.flatMap((at) => header(at) ?? []) }
        : {}),
    ...(kinds ? { kinds: byHeader<string>(kinds, (kind) => typeof kind === 'string') } : {}),
  }
}
