// A number that depends on what is not known: what the pessimistic and the optimistic run give (domain.md 2.6).

export interface Range {
  readonly low: number
  readonly high: number
}
/** A number, or the pair of the two runs where they differ, or null where it cannot be said. */
export type Measured = number | Range | null

/** The smaller first, whichever run it comes from; one number where both agree to nine decimals. */
export function between(a: number, b: number): number | Range {
  if (sameNumber(a, b)) return a
  return a < b ? { low: a, high: b } : { low: b, high: a }
}

export function lowOf(m: number | Range): number {
  return typeof m === 'number' ? m : m.low
}
export function highOf(m: number | Range): number {
  return typeof m === 'number' ? m : m.high
}
export function isRange(m: Measured): m is Range {
  return m !== null && typeof m === 'object'
}
/** Nine decimals, and no more digits than a sum of doubles keeps: what an output may carry. Never −0. */
export function rounded(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value + 0
  const scale = scaleOf(Math.abs(value))
  const scaled = value * scale
  const nearest = Math.round(scaled)
  // Away from the middle between two decimals there is nothing to decide; to write the number out is twenty times slower.
  if (Math.abs(scaled - nearest) < 0.4) return nearest / scale + 0
  return Number(Number(value.toPrecision(14)).toFixed(9)) + 0
}
/** A whole number of its parts is what `rounded` keeps: nine decimals, and fourteen digits in all. */
function scaleOf(size: number): number {
  if (size < 1e5) return 1e9
  return size < 1e6 ? 1e8 : size < 1e7 ? 1e7 : size < 1e8 ? 1e6 : size < 1e9 ? 1e5 : Number.NaN
}
function sameNumber(a: number, b: number): boolean {
  return a === b || rounded(a) === rounded(b)
}
