// Two numbers that are no sum over cases in scope: what all customers are worth, and what the organisation has decided not to do.
import { customerEquity, isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import type { Figure } from './types'
import { MOST_PARTS, restOf } from './why-parts'
import { type Asked, type BoundaryPart, type Explanation, type Part, type SegmentPart, WITHOUT_CASES } from './why-types'

const same = (value: number | null) => ({ pessimistic: value, optimistic: value })
const size = ({ adds }: Part) => adds.pessimistic ?? Number.POSITIVE_INFINITY

/** Customers × what one is worth, segment by segment. */
export function explainEquity({ survey: { org }, totals }: Asked, { segment: only }: Figure): Explanation {
  const segments = org.doc.segments ?? []
  const asked = segments.flatMap(({ id }, i) => ((only === undefined ? isLeftOutOfWorth(org, i) : id !== only) ? [] : [i]))
  const parts = asked.map((segment): SegmentPart => {
    const { customers } = segments[segment] ?? {}
    return {
      kind: 'segment',
      segment,
      customers: customers ?? null,
      worth: lifetimeValue(org, segment),
      adds: same(customerEquity(org, segment)),
    }
  })
  const without = (is: (segment: number) => boolean) => asked.filter(is)
  const unvalued = without((segment) => lifetimeValue(org, segment) === null)
  const uncounted = without((segment) => typeof segments[segment]?.customers !== 'number')
  const of = { roles: [], issueTypes: [] }
  return {
    ...WITHOUT_CASES,
    figure: only === undefined ? { name: 'equity' } : { name: 'equity', segment: only },
    value: only === undefined ? totals.totals.customerEquity : (parts[0]?.adds.pessimistic ?? null),
    unit: 'money',
    ...cut(parts),
    missing: [
      ...(unvalued.length > 0 ? [{ what: 'worth' as const, ...of, segments: unvalued }] : []),
      ...(uncounted.length > 0 ? [{ what: 'customers' as const, ...of, segments: uncounted }] : []),
      ...(segments.length === 0 ? [{ what: 'segment' as const, ...of, segments: [] }] : []),
    ],
    rule: 'equity',
  }
}

/** Contacts that a boundary of the strategy puts out of scope. */
export function explainOutOfScope({ survey: { org }, totals }: Asked): Explanation {
  const { length, boundary, weight, areCounted } = org.contacts
  const sums = new Map<number, number>()
  for (let line = 0; line < length; line++) {
    const at = boundary[line] as number
    if (at >= 0) sums.set(at, (sums.get(at) ?? 0) + (weight[line] as number))
  }
  const parts = [...sums].map(([at, sum]): BoundaryPart => ({ kind: 'boundary', boundary: at, adds: same(sum) }))
  return {
    ...WITHOUT_CASES,
    figure: { name: 'outOfScope' },
    value: totals.totals.outOfScope,
    unit: areCounted ? 'contacts' : 'kinds',
    ...cut(parts),
    missing: areCounted ? [] : [{ what: 'demand', roles: [], issueTypes: [], segments: [] }],
    rule: 'outOfScope',
  }
}

function cut(parts: readonly Part[]) {
  const inOrder = [...parts].sort((a, b) => size(b) - size(a))
  return { parts: inOrder.slice(0, MOST_PARTS), rest: restOf(inOrder.slice(MOST_PARTS)) }
}
