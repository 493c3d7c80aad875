import { boundsOf, isInOrder, thresholdsOf } from '../thresholds'
import type { OrgDoc } from '../types'
import type { EditKind, ThresholdEdit } from './edit'

/** Says what counts as much in this organisation; null = as usual. */
export const threshold: EditKind<ThresholdEdit> = {
  kind: 'threshold',
  validate: (doc, { name, value }) => {
    if (value !== null && !Number.isFinite(value)) return 'not-a-number'
    if (value !== null && (value < 0 || value > boundsOf(name).most)) return value < 0 ? 'below-nothing' : 'too-much'
    if (value !== null && boundsOf(name).isWhole && !Number.isInteger(value)) return 'not-whole'
    return isInOrder(thresholdsOf(withThreshold(doc, { name, value }))) ? null : 'out-of-order'
  },
  apply: withThreshold,
}

function withThreshold(doc: OrgDoc, { name, value }: Pick<ThresholdEdit, 'name' | 'value'>): OrgDoc {
  const { [name]: _, ...others } = doc.thresholds ?? {}
  const own = value === null ? others : { ...others, [name]: value }
  const { thresholds: __, ...rest } = doc
  return Object.keys(own).length > 0 ? { ...rest, thresholds: own } : rest
}
