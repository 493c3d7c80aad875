// What cases are worth: points, bands (uniform inside), quantiles (log-normal), only a mean, or not known (domain.md 2.3, F02).
import type { Values } from '../model/types'

/** Cases of one stretch of values that every limit treats alike. */
export interface Slice {
  readonly share: number
  /** A value that stands for the stretch (its upper end: amount ≤ limit passes); null = not known, or of no matter. */
  readonly value: number | null
  /** Mean value in the stretch, where known. */
  readonly mean: number | null
  /** The value itself where the file names points, as an output row says it. */
  readonly point: number | null
  /** Cut out of a continuous distribution: output rows then give the share. */
  readonly isStretch: boolean
}

/** z of the ninth decile, as rounded in domain.md F02. */
const Z90 = 1.28155
const TOLERANCE = 1e-9

const WHOLE: Slice = { share: 1, value: null, mean: null, point: null, isStretch: false }

/** Slices between the given limits. One whole slice without value where the file names none or only a mean. */
export function slicesOf(values: Values | null | undefined, limits: readonly number[]): readonly Slice[] {
  if (values === undefined || values === null || 'mean' in values) return [WHOLE]
  if ('p50' in values) return stretches(logNormal(values.p50, values.p90), limits)
  if (values.length === 0) return [WHOLE]
  if (isBands(values)) return stretches(bands(values), limits)
  return values
    .filter((one) => one.share > 0)
    .map((one) => ({ share: one.share, value: one.amount, mean: one.amount, point: one.amount, isStretch: false }))
}

/** Share of cases above the limit: exact where a distribution is known, else null. */
export function shareAbove(values: Values | null | undefined, limit: number): number | null {
  const known = continuous(values)
  if (known) return 1 - known.below(limit)
  if (!isPoints(values)) return null
  return values.reduce((sum, one) => (one.amount > limit + TOLERANCE ? sum + one.share : sum), 0)
}

/** Share of cases worth more than `from` and at most `to`, and what they are worth on the whole for each case that arrives. */
export function betweenLimits(
  values: Values | null | undefined,
  from: number,
  to: number,
): { readonly share: number; readonly amount: number } {
  const known = continuous(values)
  if (known) return { share: known.below(to) - known.below(from), amount: known.sumBelow(to) - known.sumBelow(from) }
  const inside = isPoints(values) ? values.filter((one) => one.amount > from + TOLERANCE && one.amount <= to + TOLERANCE) : []
  return { share: inside.reduce((sum, one) => sum + one.share, 0), amount: inside.reduce((sum, one) => sum + one.share * one.amount, 0) }
}

/** With only a mean, at most this share lies above the limit (Markov); null where that says nothing. */
export function shareAboveAtMost(values: Values | null | undefined, limit: number): number | null {
  if (!values || !('mean' in values) || limit <= 0) return null
  const bound = values.mean / limit
  return bound < 1 ? bound : null
}

/** The smallest limit that covers this share of cases; null where no distribution is known, or no limit does. */
export function limitCovering(values: Values | null | undefined, share: number): number | null {
  if (!values || 'mean' in values) return null
  if ('p50' in values) return share < 1 ? logNormal(values.p50, values.p90).quantile(share) : null
  if (isBands(values)) return bands(values).quantile(share)
  let covered = 0
  for (const one of [...values].sort((a, b) => a.amount - b.amount)) {
    covered += one.share
    if (covered >= share - TOLERANCE) return one.amount
  }
  return null
}

interface Continuous {
  /** P(value ≤ x) */
  readonly below: (x: number) => number
  /** ∫ value over values ≤ x */
  readonly sumBelow: (x: number) => number
  readonly quantile: (share: number) => number
}
type Band = { readonly from: number; readonly to: number; readonly share: number }

function isBands(values: Values): values is readonly Band[] {
  return Array.isArray(values) && values.length > 0 && 'from' in values[0]
}
function isPoints(values: Values | null | undefined): values is readonly { readonly amount: number; readonly share: number }[] {
  return Array.isArray(values) && !isBands(values as Values)
}
function continuous(values: Values | null | undefined): Continuous | null {
  if (!values) return null
  if ('p50' in values) return logNormal(values.p50, values.p90)
  return isBands(values) ? bands(values) : null
}

function stretches(distribution: Continuous, limits: readonly number[]): readonly Slice[] {
  const ends = [...new Set(limits)].filter((limit) => limit >= 0).sort((a, b) => a - b)
  const slices: Slice[] = []
  let below = 0
  let sum = 0
  for (const end of [...ends, Number.POSITIVE_INFINITY]) {
    const share = distribution.below(end) - below
    const amount = distribution.sumBelow(end) - sum
    if (share > TOLERANCE) slices.push({ share, value: end, mean: amount / share, point: null, isStretch: true })
    below += share
    sum += amount
  }
  return slices
}

function bands(list: readonly Band[]): Continuous {
  const inside = (band: Band, x: number) =>
    x >= band.to ? 1 : x < band.from || band.to === band.from ? 0 : (x - band.from) / (band.to - band.from)
  const below = (x: number) => list.reduce((sum, band) => sum + band.share * inside(band, x), 0)
  return {
    below,
    sumBelow: (x) => list.reduce((sum, band) => sum + band.share * inside(band, x) * (band.from + Math.min(x, band.to)) * 0.5, 0),
    quantile: (share) => {
      const edges = list.flatMap((band) => [band.from, band.to]).sort((a, b) => a - b)
      const at = edges.findIndex((edge) => below(edge) >= share - TOLERANCE)
      const upper = edges[at] ?? (edges.at(-1) as number)
      const lower = edges[at - 1] ?? upper
      const start = at > 0 ? below(lower) : 0
      // Between two edges the distribution is a straight line; a band of no width is a jump at its edge.
      const jump = list.reduce((sum, band) => (band.from === band.to && band.to === upper ? sum + band.share : sum), 0)
      const rise = below(upper) - jump - start
      return rise <= 0 || share - start > rise ? upper : lower + ((share - start) / rise) * (upper - lower)
    },
  }
}

function logNormal(p50: number, p90: number): Continuous {
  const mu = Math.log(p50)
  const sigma = Math.log(p90 / p50) / Z90
  if (sigma === 0) return bands([{ from: p50, to: p50, share: 1 }])
  const mean = Math.exp(mu + (sigma * sigma) / 2)
  return {
    below: (x) => (x <= 0 ? 0 : x === Number.POSITIVE_INFINITY ? 1 : normalBelow((Math.log(x) - mu) / sigma)),
    sumBelow: (x) => (x <= 0 ? 0 : x === Number.POSITIVE_INFINITY ? mean : mean * normalBelow((Math.log(x) - mu - sigma * sigma) / sigma)),
    quantile: (share) => Math.exp(mu + sigma * normalQuantile(share)),
  }
}

/** Φ by the series of G. Marsaglia, "Evaluating the Normal Distribution", J. Stat. Software 11(4), 2004; absolute error under 1e-15 for |z| < 7. */
function normalBelow(z: number): number {
  if (z < -8) return 0
  if (z > 8) return 1
  let sum = z
  let term = z
  for (let i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
    term *= (z * z) / i
    sum += term
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z - 0.9189385332046728)
}

/** Φ⁻¹ by bisection: rare, and exact to the last digit that matters. */
function normalQuantile(share: number): number {
  let low = -8
  let high = 8
  while (high - low > 1e-12) {
    const middle = (low + high) / 2
    if (normalBelow(middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
