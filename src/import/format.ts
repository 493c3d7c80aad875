// What a file in formats/ exports, and what all of them may say about a file. The id equals the file name.
import type { Diagnostics } from '../model/diagnostics'
import type { Draft } from '../model/types'
import type { Source } from './source'
import type { Corrections, Understood } from './understood'

export interface ReadOptions extends Corrections {
  /** Our field → their column, instead of what would be recognised: `{ id: 'Staff No', reportsTo: 'Boss' }`. */
  readonly fields?: Readonly<Record<string, string>>
  /** Larger files are refused. */
  readonly largestBytes?: number
  /** From so many bytes on our own files are scanned. */
  readonly largeFrom?: number
}

export interface RunnerUp {
  readonly id: string
  readonly reportsTo: string
  /** Share of its links that lead to somebody, 0–1. */
  readonly resolved: number
}
/** What one file was taken for, in short. */
export interface Recognised {
  readonly name: string
  readonly format: string
  readonly encoding: string
  readonly shape: string
  /** Of a workbook. */
  readonly sheet?: string
  /** Rows or objects that could be a person or a post. */
  readonly records: number
  /** Our field → theirs. */
  readonly fields: Readonly<Record<string, string>>
  readonly runnerUp?: RunnerUp
  /** Columns recognised as private (birth dates, home addresses …) and not read. */
  readonly leftAside: readonly string[]
}

/** What a format says of itself; the rest is known to all. */
export type UnderstoodRows = Omit<Understood, 'format' | 'encoding' | 'isPlain'>

export interface FormatResult {
  readonly draft: Omit<Draft, 'file'> | null
  readonly recognised: Omit<Recognised, 'name' | 'format' | 'encoding'> | null
  /** Absent: every row is placed as it is, and there are no columns to correct. */
  readonly understood?: UnderstoodRows
}

export const NOTHING: FormatResult = { draft: null, recognised: null }

export interface Format {
  readonly id: string
  /** 0 = not mine … 1 = nobody else's. Light: looks, does not build. */
  readonly sniff: (source: Source, options: ReadOptions) => number
  /** Only called on what `sniff` claimed. Says what is wrong to `diagnostics`; never throws for bad data. */
  readonly read: (source: Source, diagnostics: Diagnostics, options: ReadOptions) => FormatResult
}

/** Corrections, with the columns that are named by our fields among them. */
export function correctionsIn({ fields = {}, ...given }: ReadOptions): Corrections {
  const named = Object.entries(fields).filter(([field]) => field !== 'id' && field !== 'reportsTo')
  const columns = { ...Object.fromEntries(named.map(([field, column]) => [column, field])), ...given.columns } as NonNullable<
    Corrections['columns']
  >
  return { ...given, ...(Object.keys(columns).length > 0 ? { columns } : {}) }
}
