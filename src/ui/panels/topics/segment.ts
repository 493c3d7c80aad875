// What the panel tells of a segment: who they are, what they are worth, whom they meet and what they bring.

import type { Analysis, SegmentTotals } from '../../../analysis/types'
import { onceEach } from '../../../base/memo'
import type { Org, Segment } from '../../../model/types'
import { customerEquity, lifetimeValue } from '../../../model/worth'
import { selectAnalysis, selectOrg } from '../../../state/derived'
import type { AppState } from '../../../state/types'

export interface Counted {
  readonly index: number
  /** null where the file counts none. */
  readonly contacts: number | null
}
export interface SegmentFacts {
  /** null: customers of whom the file does not say which they are. */
  readonly segment: Segment | null
  readonly value: number | null
  readonly equity: number | null
  readonly discountRate: number | null
  /** null where they bring nothing that is in scope. */
  readonly totals: SegmentTotals | null
  /** Roles, and issue types, the most cases first. */
  readonly meets: readonly Counted[]
  readonly brings: readonly Counted[]
}

/** '' = contacts that name no segment. */
export function selectSegmentFacts(state: AppState, id: string): SegmentFacts | null {
  const org = selectOrg(state)
  const analysis = selectAnalysis(state)
  const segment = id === '' ? -1 : org?.segmentAt.get(id)
  return org && analysis && segment !== undefined ? factsOf(analysis, segment, org) : null
}

const factsOf = onceEach((analysis: Analysis, segment: number, org: Org): SegmentFacts => {
  const isOurs = (line: number) => org.contacts.segment[line] === segment
  return {
    segment: org.doc.segments?.[segment] ?? null,
    value: lifetimeValue(org, segment),
    equity: customerEquity(org, segment),
    discountRate: org.doc.strategy?.discountRate ?? null,
    totals: analysis.segments.find((one) => one.segment === segment) ?? null,
    meets: countedBy(org, org.contacts.role, isOurs),
    brings: countedBy(org, org.contacts.issueType, isOurs),
  }
})

/** Contacts in scope summed by what `of` says of a line, the most first. */
export function countedBy({ contacts }: Org, of: Int32Array, isOurs: (line: number) => boolean): readonly Counted[] {
  const sums = new Map<number, number>()
  for (let line = 0; line < contacts.length; line++) {
    if ((contacts.boundary[line] as number) >= 0 || !isOurs(line)) continue
    const index = of[line] as number
    sums.set(index, (sums.get(index) ?? 0) + (contacts.weight[line] as number))
  }
  return [...sums]
    .sort(([a, most], [b, least]) => least - most || a - b)
    .map(([index, weight]) => ({ index, contacts: contacts.areCounted ? weight : null }))
}
