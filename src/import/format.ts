// What a file in formats/ exports, and what all of them may say about a file. The id equals the file name.
import type { Diagnostics } from '../model/diagnostics'
import type { Draft } from '../model/types'
import type { Source } from './source'

export interface ReadOptions {
  /** Our field → their column, instead of what would be recognised: `{ id: 'Staff No', reportsTo: 'Boss' }`. */
  readonly fields?: Readonly<Record<string, string>>
  /** Of a workbook, by its name; the best one unless told. */
  readonly sheet?: string
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
/** What one file was taken for. */
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

export interface FormatResult {
  readonly draft: Omit<Draft, 'file'> | null
  readonly recognised: Omit<Recognised, 'name' | 'format' | 'encoding'> | null
}

export interface Format {
  readonly id: string
  /** 0 = not mine … 1 = nobody else's. Light: looks, does not build. */
  readonly sniff: (source: Source, options: ReadOptions) => number
  /** Only called on what `sniff` claimed. Says what is wrong to `diagnostics`; never throws for bad data. */
  readonly read: (source: Source, diagnostics: Diagnostics, options: ReadOptions) => FormatResult
}
