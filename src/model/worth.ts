// Customer lifetime value and customer equity (domain.md 1.16): first margin one year out and counted only if retained.
import type { Diagnostics } from './diagnostics'
import type { Org, OrgDoc } from './types'

/** A customer kept for ever at next to no discount is worth more than any number: below this nothing is said. */
const SLOWEST_DECAY = 1e-6

/** CLV = m·r / (1 + d − r) in the organisation's currency, or what the file gives; null where an input is missing or the sum diverges. */
export function lifetimeValue(org: Pick<Org, 'doc'>, segment: number): number | null {
  const given = org.doc.segments?.[segment]
  if (!given) return null
  if (given.clv !== undefined && given.clv !== null) return given.clv
  const { margin, retention } = given
  const decay = decayOf(org.doc, segment)
  return typeof margin === 'number' && typeof retention === 'number' && decay !== null && decay >= SLOWEST_DECAY
    ? (margin * retention) / decay
    : null
}

/** What a margin loses from one year to the next: 1 + d − r. */
function decayOf({ segments, strategy }: Pick<OrgDoc, 'segments' | 'strategy'>, segment: number): number | null {
  const retention = segments?.[segment]?.retention
  const discountRate = strategy?.discountRate
  return typeof retention === 'number' && typeof discountRate === 'number' ? 1 + discountRate - retention : null
}

/** Says of which segments the worth has no end, and of which it is nothing. */
export function tellWorth(doc: OrgDoc, diagnostics: Diagnostics): void {
  for (const [at, { id, clv, retention }] of (doc.segments ?? []).entries()) {
    const decay = decayOf(doc, at)
    const isGiven = clv !== undefined && clv !== null
    if (!isGiven && decay !== null && decay < SLOWEST_DECAY)
      diagnostics.warn(
        'worth-endless',
        { subject: id, params: { retention: retention as number, discountRate: doc.strategy?.discountRate as number } },
        'not-known',
      )
    else if (lifetimeValue({ doc }, at) === 0) diagnostics.note('worth-nothing', { subject: id }, 'kept')
  }
}

/** CLV × customers; null where either is not known. */
export function customerEquity(org: Pick<Org, 'doc'>, segment: number): number | null {
  const value = lifetimeValue(org, segment)
  const customers = org.doc.segments?.[segment]?.customers
  return value === null || typeof customers !== 'number' ? null : value * customers
}

/** Colleagues as customers whom nothing in the file values: they stay out of equity and risk (domain.md 3.6, F18). */
export function isLeftOutOfWorth(org: Pick<Org, 'doc'>, segment: number): boolean {
  return org.doc.segments?.[segment]?.internal === true && lifetimeValue(org, segment) === null
}
