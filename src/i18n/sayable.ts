// Totals as they may be said: where it is not known at all whether cases are settled at first contact, no hand-off is nobody’s finding.

import type { Totals } from '../analysis/types'
import { isRange } from '../base/range'

/** Of all cases: so near to none, or to all, that the runs say nothing. */
const NOTHING = 0.005

export function sayableTotals(totals: Totals): Totals {
  const { firstContactResolution: settled, handOffs, passThrough, waitingHours, extraCost } = totals
  if (!isRange(settled) || settled.low > NOTHING || settled.high < 1 - NOTHING || handOffs !== 0) return totals
  const known = <T>(value: T): T | null => (value === 0 ? null : value)
  return {
    ...totals,
    handOffs: null,
    passThrough: known(passThrough),
    waitingHours: known(waitingHours),
    extraCost: known(extraCost),
  }
}
