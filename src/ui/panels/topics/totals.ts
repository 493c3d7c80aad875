// What the page of totals says beside its lines: what would settle a number that is not known.
import type { Analysis } from '../../../analysis/types'
import { explain } from '../../../analysis/why'
import { onceEach } from '../../../base/memo'
import type { Words } from '../../../base/words'
import type { TotalLine } from '../../../i18n/totals'
import type { Org } from '../../../model/types'
import { isLarge } from '../../../state/size'
import { sayMissing } from './explained'

/** One sentence for the most telling thing that is missing; of a large organisation the why says it: to find it is to go through all cases. */
export function sayWhatSettles(org: Org, { figure, state }: TotalLine, words: Words): string {
  if (state === 'known' || isLarge(org.doc)) return ''
  const [first] = missingFor(org, figure.name)
  return first ? sayMissing(org, first, words) : ''
}
const missingFor = onceEach((org: Org, name: TotalLine['figure']['name']) => explain(org, { name })?.missing ?? [])

/** Of all customers’; null where one of the two is not known. */
export function shareOfAll(part: Analysis['segments'][number]['riskPerPeriod'], all: Analysis['totals']['riskPerPeriod']): number | null {
  return typeof part === 'number' && typeof all === 'number' && all > 0 ? part / all : null
}
