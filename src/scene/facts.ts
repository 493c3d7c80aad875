// What the analysis says about one role or one segment, indexed once an analysis so that a frame only looks it up.
import type { Analysis, FindingSeverity, RoleTotals, SegmentTotals } from '../analysis/types'

/** Kinds of case (role × issue type) by the worst that can be said of them. */
export interface FlagCounts {
  readonly high: number
  readonly medium: number
  readonly low: number
  readonly unknown: number
}
export interface Facts {
  readonly totalsOf: ReadonlyMap<number, RoleTotals>
  readonly flagsOf: ReadonlyMap<number, FlagCounts>
  /** Roles of which it is not known what they may settle, and where it matters. */
  readonly isOpen: ReadonlySet<number>
  readonly segmentOf: ReadonlyMap<number, SegmentTotals>
  /** The segment worth most per customer; -1 where worth is not known. */
  readonly dearest: number
}

const made = new WeakMap<Analysis, Facts>()

export function factsOf(analysis: Analysis): Facts {
  let facts = made.get(analysis)
  if (!facts) {
    facts = {
      totalsOf: new Map(analysis.roles.map((totals) => [totals.role, totals])),
      flagsOf: countFlags(analysis),
      isOpen: new Set(analysis.nextQuestions.flatMap((q) => (q.section === 'authority' && q.role !== undefined ? [q.role] : []))),
      segmentOf: new Map(analysis.segments.map((totals) => [totals.segment, totals])),
      dearest: dearestOf(analysis.segments),
    }
    made.set(analysis, facts)
  }
  return facts
}

const NONE: FlagCounts = { high: 0, medium: 0, low: 0, unknown: 0 }

function countFlags(analysis: Analysis): ReadonlyMap<number, FlagCounts> {
  const counts = new Map<number, FlagCounts>()
  for (const { role, issueType, severity } of analysis.cards) {
    if (issueType === null) continue
    const kind: FindingSeverity | 'unknown' = severity ?? 'unknown'
    const before = counts.get(role) ?? NONE
    counts.set(role, { ...before, [kind]: before[kind] + 1 })
  }
  return counts
}

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
