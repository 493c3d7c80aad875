// The values of a case, made sound: shares sum to 1, bands and quantiles run upwards (domain.md 2.3).
import type { Diagnostics } from './diagnostics'
import type { Values } from './types'

const TOLERANCE = 1e-9
/** Quantiles further apart than this are no distribution of cases: their mean would be beyond every number. */
const WIDEST = 1e9

export function soundValues<T extends { readonly id?: string; readonly values?: Values | null }>(
  row: T,
  section: string,
  diagnostics: Diagnostics,
): T {
  const { values } = row
  if (values === undefined || values === null) return row
  const place = { ...(row.id === undefined ? {} : { subject: row.id }), params: { section, key: 'values' } }
  const notKnown = () => {
    diagnostics.warn('values-off', place, 'not-known')
    const { values: _, ...rest } = row
    return rest as T
  }
  if ('p50' in values) return values.p50 > 0 && values.p90 >= values.p50 && values.p90 / values.p50 <= WIDEST ? row : notKnown()
  if ('mean' in values) return row
  const sum = values.reduce((total, one) => total + one.share, 0)
  if (sum <= 0 || values.some((one) => 'from' in one && one.to < one.from)) return notKnown()
  if (Math.abs(sum - 1) <= TOLERANCE) return row
  // More than the whole is no share; but many write per cent.
  if (values.some((one) => one.share > 1) && Math.abs(sum - 100) > 1) return notKnown()
  diagnostics.warn('shares-off', { ...place, params: { ...place.params, sum } }, 'scaled')
  return { ...row, values: (values as readonly { readonly share: number }[]).map((one) => ({ ...one, share: one.share / sum })) }
}
