// How rooms below i18n are handed words without knowing a language. Keys and parameters go in, a plain string comes out.
import type { Measured } from './range'

export type WordParam = string | number | readonly string[] | Measured
export type WordParams = Readonly<Record<string, WordParam>>

export interface Words {
  /** BCP 47 */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** The catalogue's sentence for `key`. A missing key throws: it is our bug. */
  readonly say: (key: string, params?: WordParams) => string
  /** `1,234` or, for a range, `48–50`; null says "not known". */
  readonly number: (value: Measured, digits?: number) => string
  /** 0–1 → `56 %` with `digits` decimals (0 unless told). */
  readonly percent: (share: Measured, digits?: number) => string
  /** Whole units of the currency: `€10,800`. */
  readonly money: (amount: Measured, currency: string) => string
  /** Short: `€1.08 M`. */
  readonly moneyShort: (amount: Measured, currency: string) => string
  readonly hours: (hours: Measured) => string
  /** A day as a file writes it, `2026-11-22`: `22 November 2026`. */
  readonly day: (day: string) => string
  /** How long ago, in whole minutes, hours or days: `2 hours ago`. */
  readonly ago: (minutes: number) => string
  /** `North, South and Care` in the language's own way. */
  readonly list: (items: readonly string[]) => string
}
