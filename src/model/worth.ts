// Customer lifetime value and customer equity (domain.md 1.16): first margin one year out and counted only if retained.
import type { Org } from './types'

/** CLV = m·r / (1 + d − r) in the organisation's currency, or what the file gives; null where an input is missing or the sum diverges. */
export function lifetimeValue(org: Pick<Org, 'doc'>, segment: number): number | null {
  const given = org.doc.segments?.[segment]
  if (!given) return null
  if (given.clv !== undefined && given.clv !== null) return given.clv
  const { margin, retention } = given
  const discountRate = org.doc.strategy?.discountRate
  if (typeof margin !== 'number' || typeof retention !== 'number' || typeof discountRate !== 'number') return null
  const decay = 1 + discountRate - retention
  return decay > 0 ? (margin * retention) / decay : null
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
