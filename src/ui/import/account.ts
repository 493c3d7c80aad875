// Every row of a file in one sum: what was placed as it is, what was mended, what was left out, and what they add up to.

import type { Corrections, LeftOutReason, Repair, RepairCode, RepairedRows, Understood } from '../../import/understood'
import type { Diagnostic } from '../../model/types'

export type AccountLine =
  | { readonly kind: 'as-they-are'; readonly count: number; readonly rows: readonly number[]; readonly arePowers: boolean }
  | {
      readonly kind: 'repaired'
      readonly count: number
      readonly rows: readonly number[]
      readonly code: RepairCode
      readonly done: RepairedRows['done']
      readonly alternatives: readonly Repair['do'][]
    }
  | { readonly kind: 'left-out'; readonly count: number; readonly rows: readonly number[]; readonly because: LeftOutReason }

/** In order of the list; their counts sum to `rowsIn`. */
export function accountLines({
  account: { asTheyAre, repaired, leftOut },
  authority,
}: Pick<Understood, 'account' | 'authority'>): readonly AccountLine[] {
  return [
    { kind: 'as-they-are', count: asTheyAre, rows: [], arePowers: authority !== undefined },
    ...repaired.map((one) => ({ kind: 'repaired' as const, count: one.rows.length, ...one })),
    ...leftOut.map((one) => ({ kind: 'left-out' as const, count: one.rows.length, ...one })),
  ]
}

/** Rows of one kind are to be mended otherwise; null = as they were. */
export function withRepair(corrections: Corrections, code: RepairCode, repair: Repair | null): Corrections {
  const { [code]: _, ...others } = corrections.repairs ?? {}
  return { ...corrections, repairs: repair ? { ...others, [code]: repair } : others }
}
/** One row is. */
export function withRow(corrections: Corrections, row: number, repair: Repair | null): Corrections {
  const { [row]: _, ...others } = corrections.rows ?? {}
  return { ...corrections, rows: repair ? { ...others, [row]: repair } : others }
}
/** What was left out because the reader said so comes back. */
export function withNobodyLeftOut(corrections: Corrections): Corrections {
  const kept = (repairs: Readonly<Record<string, Repair>> | undefined) =>
    Object.fromEntries(Object.entries(repairs ?? {}).filter(([, repair]) => repair.do !== 'leave-out'))
  return { ...corrections, repairs: kept(corrections.repairs), rows: kept(corrections.rows) }
}

const NAMED = 6
/** The first few, and how many there are beside them. */
export function fewRows(rows: readonly number[]): { readonly first: readonly number[]; readonly more: number } {
  return rows.length > NAMED ? { first: rows.slice(0, NAMED - 1), more: rows.length - NAMED + 1 } : { first: rows, more: 0 }
}

/** What the sum, the columns and the counts tell already. */
const TOLD: ReadonlySet<string> = new Set([
  ...['manager-missing', 'self-manager', 'cycle', 'no-top', 'id-missing', 'id-repeated', 'duplicate-id', 'row-unreadable'],
  ...['columns-private', 'columns-unknown', 'several-tops', 'authority-unreadable'],
])
export function untoldOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => !TOLD.has(code))
}

/** Managers whom a file names and nobody is, each once. */
export function missingIn(diagnostics: readonly Diagnostic[], file: string): readonly string[] {
  const places = diagnostics.find(({ code }) => code === 'manager-missing')?.places ?? []
  return [...new Set(places.flatMap((place) => (place.file === file ? String(place.params?.manager ?? '') : [])))].filter(
    (name) => name !== '',
  )
}
