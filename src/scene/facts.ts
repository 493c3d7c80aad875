// What the analysis says about one role or one segment, so that a frame only looks it up.

import { roleColumnsOf } from '../analysis/columns'
import type { Analysis, RunColumns, SegmentTotals } from '../analysis/types'
import { once } from '../base/memo'
import { between, type Range, rounded } from '../base/range'

/** Kinds of case (role × issue type) by the worst that can be said of them. */
export interface FlagCounts {
  readonly high: number
  readonly medium: number
  readonly low: number
  readonly unknown: number
}
/** What becomes of what one role meets. */
export interface Met {
  /** Cases a period; null where the file counts none, then `weight` counts kinds of case. */
  readonly contacts: number | null
  readonly weight: number
  readonly settled: number | Range
  readonly escalated: number | Range
  readonly never: number | Range
}
export interface Facts {
  /** null where nothing in scope is met. */
  readonly metBy: (role: number) => Met | null
  /** null where nothing is flagged or not known. */
  readonly flagsOf: (role: number) => FlagCounts | null
  /** Of a role it is not known what it may settle, and it matters. */
  readonly isOpen: (role: number) => boolean
  readonly segmentOf: ReadonlyMap<number, SegmentTotals>
  /** The segment worth most per customer; -1 where worth is not known. */
  readonly dearest: number
}

export const factsOf = once((analysis: Analysis): Facts => {
  const { weight, settled, escalated, unresolved, flags, unknown } = roleColumnsOf(analysis)
  const both = ({ pessimistic, optimistic }: RunColumns, role: number) =>
    between(rounded(pessimistic[role] as number), rounded(optimistic[role] as number))
  const areCounted = analysis.totals.contacts !== null
  return {
    metBy: (role) => {
      const own = weight[role] as number
      if (own <= 0) return null
      const contacts = areCounted ? own : null
      return { contacts, weight: own, settled: both(settled, role), escalated: both(escalated, role), never: both(unresolved, role) }
    },
    flagsOf: (role) => {
      const counts = {
        high: flags.high[role] as number,
        medium: flags.medium[role] as number,
        low: flags.low[role] as number,
        unknown: unknown[role] as number,
      }
      return counts.high + counts.medium + counts.low + counts.unknown > 0 ? counts : null
    },
    isOpen: (role) => openRoles(analysis).has(role),
    segmentOf: new Map(analysis.segments.map((totals) => [totals.segment, totals])),
    dearest: dearestOf(analysis.segments),
  }
})

const openRoles = once(
  (analysis: Analysis): ReadonlySet<number> =>
    new Set(analysis.nextQuestions.flatMap((q) => (q.section === 'authority' && q.role !== undefined ? [q.role] : []))),
)

function dearestOf(segments: readonly SegmentTotals[]): number {
  let dearest = -1
  let most = Number.NEGATIVE_INFINITY
  for (const { segment, clv } of segments) {
    if (clv !== null && clv > most) {
      most = clv
      dearest = segment
    }
  }
  return segments.length > 1 ? dearest : -1
}
