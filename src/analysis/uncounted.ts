// What is said of an organisation before its cases are counted: how large it is, and nothing about them.
import type { Org } from '../model/types'
import { fileTotalsOf } from './file'
import type { Analysis } from './types'

/** Plain data; linear in roles. */
export function uncounted(org: Org): Analysis {
  const none = new Float64Array(org.doc.roles.length)
  const no = new Uint16Array(org.doc.roles.length)
  const run = { pessimistic: none, optimistic: none }
  return {
    isUncounted: true,
    file: fileTotalsOf(org),
    totals: {
      contacts: null,
      outOfScope: null,
      settledAtStep: null,
      unresolved: null,
      firstContactResolution: null,
      escalatedResolved: null,
      handOffs: null,
      passThrough: null,
      waitingHours: null,
      extraCost: null,
      apologyNotPermitted: null,
      unheard: null,
      heardLate: null,
      customerEquity: null,
      riskPerPeriod: null,
      moneyDecidedAtFirstContact: null,
    },
    segments: [],
    issues: [],
    bottleneck: null,
    roles: [],
    roleColumns: {
      weight: none,
      settled: run,
      escalated: run,
      unresolved: run,
      flags: { high: no, medium: no, low: no },
      unknown: no,
    },
    walks: [],
    counts: { flagged: 0, unknown: 0 },
    findings: [],
    cards: [],
    roadblocks: [],
    nextQuestions: [],
    stakeIsMoney: false,
  }
}
