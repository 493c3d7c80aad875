import type { Measured } from '../../base/range'
import { highOf } from '../../base/range'

/** `1 case`, `2 cases`, `1–3 cases`: the noun alone. */
export function plural(count: Measured, one: string, other: string): string {
  return count !== null && highOf(count) === 1 && (typeof count === 'number' || count.low === 1) ? one : other
}
