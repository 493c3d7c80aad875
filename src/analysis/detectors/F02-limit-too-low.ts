// F02 Limit too low: the kind of power is there, but not far enough for every case (domain.md F02; 3.6, judged row by row).
import { lifetimeValue } from '../../model/worth'
import { betweenLimits, limitCovering, shareAboveAtMost } from '../distribution'
import { byShare, type Detector, FINE, judgeRuns, NOT_APPLICABLE, type Verdict } from '../finding'
import type { Run } from '../kleene'
import { limitsRaised, relevantGrants } from '../remedies'
import { linesOf, type Pair } from '../survey'
import { isLacking } from './F01-authority-gap'

const SMALLEST_WORTH = 1e-9

export const detector: Detector = {
  code: 'F02',
  of: 'pair',
  judge: (pair) => {
    if (pair.isOnTheSpot) return FINE
    const found = judgeRuns(pair.isSure && pair.isKindSure, (run) => verdict(pair, run))
    // As long as it is not known whether the kind of power is there, nothing can be said of how far it goes: F01 speaks.
    return found === FINE && !pair.isKindSure ? NOT_APPLICABLE : found
  },
  say: (pair) => {
    const { values } = kindOf(pair)
    return {
      evidence: evidence(pair),
      remedies: limitsRaised(pair),
      because: values === undefined || (values !== null && 'mean' in values) ? { code: 'values-not-known' } : { code: 'limit-not-known' },
    }
  },
}
const kindOf = ({ survey, from }: Pair) => survey.cases.kind(from)

function verdict({ survey, entry, from, to }: Pair, run: Run): Verdict | null {
  const { cases } = survey
  let weight = 0
  for (let group = from; group < to; group++) {
    if (isLacking(survey, group, run)) continue
    for (let one = cases.first(group); one < cases.end(group); one++)
      if (cases.step(one, run) !== 0) weight += cases.weight(group) * cases.share(one)
  }
  return weight > 0 ? { weight, severity: byShare(entry, weight) } : null
}

function evidence(pair: Pair) {
  const { values } = kindOf(pair)
  const grants = relevantGrants(pair)
  const limits = grants.map((grant) => grant.limit).filter((limit) => typeof limit === 'number')
  const best = limits.reduce<number | null>((most, limit) => (most === null || limit > most ? limit : most), null)
  return {
    limit: best,
    grants: grants.map((grant) => grant.id),
    values: values ?? null,
    limitFor80: limitCovering(values, 0.8),
    limitFor90: limitCovering(values, 0.9),
    aboveAtMost: best === null ? null : shareAboveAtMost(values, best),
    ifRaised: best === null ? null : ifRaised(pair, best, limitCovering(values, 0.8)),
    limitByLifetimeValue: best === null ? {} : limitByLifetimeValue(pair, best),
  }
}

/** What raising the limit from `before` to `limit` would decide at first contact, a period. */
function ifRaised(pair: Pair, before: number, limit: number | null) {
  if (limit === null || limit <= before) return null
  let [contacts, money] = [0, 0]
  for (const group of pair.groups) {
    const raised = betweenLimits(group.values, before, limit)
    contacts += group.weight * raised.share
    money += group.weight * raised.amount
  }
  return pair.survey.org.contacts.areCounted ? { limit, contacts, money } : { limit, contacts: null, money: null }
}

function limitByLifetimeValue(pair: Pair, limit: number) {
  const { org } = pair.survey
  const segments = new Set(linesOf(pair).map((line) => line.segment))
  const ratios = [...segments].flatMap((segment) => {
    const value = lifetimeValue(org, segment)
    // A worth next to nothing has no share in a limit: the quotient would be beyond every number.
    return value !== null && value >= SMALLEST_WORTH ? [[org.doc.segments?.[segment]?.id as string, limit / value] as const] : []
  })
  return Object.fromEntries(ratios.sort(([a], [b]) => (a < b ? -1 : 1)))
}
