// The customers: segments side by side in order of worth per customer, each as wide as what its customers are worth together. The same
// boxes are a field above the flipped chart and a hairline below the conventional one.
import { byCodeUnit } from '../base/order'
import type { Org } from '../model/types'
import { customerEquity, lifetimeValue } from '../model/worth'
import type { Sizes } from './sizes'
import type { CustomerField, SegmentBox } from './types'

export function placeCustomers(org: Org, width: number, y: number, form: CustomerField['form'], sizes: Sizes): CustomerField {
  const height = form === 'field' ? sizes.field.height : sizes.hairline.height
  const field = { x: 0, y, width, height, form } as const
  const knowledge = knowledgeOf(org)
  switch (knowledge) {
    case 'none':
      return { ...field, knowledge, segments: [] }
    case 'whole':
      return { ...field, knowledge, segments: [{ x: 0, y, width, height, segment: -1 }] }
    case 'segments': {
      const order = segmentsInOrder(org)
      const widths = shareOut(weightsOf(org, order), width, sizes)
      let x = 0
      const segments = order.map((segment, k): SegmentBox => {
        const box = { x, y, width: widths[k] as number, height, segment }
        x += box.width + sizes.field.segmentGap
        return box
      })
      return { ...field, knowledge, segments }
    }
  }
}

/** Nobody known to meet customers is not the same as nobody does: the field then shows a question mark. */
function knowledgeOf(org: Org): CustomerField['knowledge'] {
  const isMet = org.doc.touchpoints !== undefined && org.doc.touchpoints.length > 0
  if (!isMet && !org.structure.distance.includes(1)) return 'none'
  return (org.doc.segments?.length ?? 0) > 0 ? 'segments' : 'whole'
}

/** Dearest customer first; those whose worth is not known after them; last a box for contacts whose segment is not known, beside others that are. */
export function segmentsInOrder(org: Org): readonly number[] {
  const segments = org.doc.segments ?? []
  const worth = segments.map((_, k) => lifetimeValue(org, k) ?? -Infinity)
  const order = segments.map((_, k) => k)
  order.sort((a, b) => compare(worth[b], worth[a]) || byCodeUnit(segments[a]?.id ?? '', segments[b]?.id ?? ''))
  const said = org.contacts.segment
  const areMixed = said.includes(-1) && said.some((segment) => segment >= 0)
  return areMixed ? [...order, -1] : order
}
function compare(a = 0, b = 0): number {
  return a === b ? 0 : a - b
}

/** What the widths of segments are in proportion to; null where all are alike. */
export type WidthIs = 'worth' | 'customers'

/** Worth of all customers where it is known of every segment, and anything, else their number, else nothing. */
export function widthIs({ doc }: Org): WidthIs | null {
  const segments = doc.segments ?? []
  if (segments.every((_, segment) => (customerEquity({ doc }, segment) ?? 0) > 0)) return 'worth'
  return segments.every(({ customers }) => (customers ?? 0) > 0) ? 'customers' : null
}

function weightsOf(org: Org, order: readonly number[]): readonly number[] {
  const is = widthIs(org)
  const weightOf = (segment: number) =>
    is === 'worth' ? customerEquity(org, segment) : is === 'customers' ? org.doc.segments?.[segment]?.customers : 1
  return order.map((segment) => (segment < 0 ? 0 : (weightOf(segment) ?? 0)))
}

/** Widths in proportion to the weights, but none so narrow that a name does not fit. */
function shareOut(weights: readonly number[], width: number, { field }: Sizes): readonly number[] {
  const all = width - field.segmentGap * (weights.length - 1)
  const least = Math.min(field.narrowestSegment, all / weights.length)
  const isNarrow = weights.map(() => false)
  for (;;) {
    const wide = weights.map((weight, k) => (isNarrow[k] ? 0 : weight))
    const sum = wide.reduce((total, weight) => total + weight, 0)
    const left = all - least * isNarrow.filter(Boolean).length
    const narrow = wide.findIndex((weight, k) => !isNarrow[k] && (left * weight) / sum < least - 1e-9)
    if (narrow < 0) return wide.map((weight, k) => (isNarrow[k] ? least : (left * weight) / sum))
    wide.forEach((weight, k) => {
      if (!isNarrow[k] && (left * weight) / sum < least - 1e-9) isNarrow[k] = true
    })
  }
}
