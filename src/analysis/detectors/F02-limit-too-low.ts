// F02 Limit too low: the kind of power is there, but not far enough for every case (domain.md F02; 3.6, judged row by row).
import { lifetimeValue } from '../../model/worth'
import { betweenLimits, limitCovering, shareAboveAtMost } from '../distribution'
import { byShare, type Detector, FINE, judgeRuns, ofPairs, weightOfRole } from '../finding'
import type { Run } from '../kleene'
import { limitsRaised, relevantGrants } from '../remedies'
import { linesOf, outcomeIn, type Pair, type Survey } from '../survey'
import { isLacking } from './F01-authority-gap'

export const code = 'F02'

const SMALLEST_WORTH = 1e-9

export const detect: Detector['detect'] = (survey) =>
  ofPairs(
    survey,
    code,
    (pair) => (pair.isOnTheSpot ? FINE : judgeRuns(pair.isSure && pair.isKindSure, (run) => verdict(survey, pair, run))),
    (pair) => {
      const values = pair.groups[0]?.values
      return {
        evidence: evidence(survey, pair),
        remedies: limitsRaised(survey, pair),
        because: values === undefined || (values !== null && 'mean' in values) ? { code: 'values-not-known' } : { code: 'limit-not-known' },
      }
    },
  )

function verdict(survey: Survey, pair: Pair, run: Run) {
  let weight = 0
  for (const group of pair.groups) {
    if (isLacking(group, run)) continue
    for (const one of group.cases) if (outcomeIn(run, one).step !== 0) weight += group.weight * one.slice.share
  }
  return weight > 0 ? { weight, severity: byShare(survey, weight / weightOfRole(survey, pair.role)) } : null
}

function evidence(survey: Survey, pair: Pair) {
  const values = pair.groups[0]?.values
  const grants = relevantGrants(survey, pair)
  const limits = grants.map((grant) => grant.limit).filter((limit) => typeof limit === 'number')
  const best = limits.reduce<number | null>((most, limit) => (most === null || limit > most ? limit : most), null)
  return {
    limit: best,
    grants: grants.map((grant) => grant.id),
    values: values ?? null,
    limitFor80: limitCovering(values, 0.8),
    limitFor90: limitCovering(values, 0.9),
    aboveAtMost: best === null ? null : shareAboveAtMost(values, best),
    ifRaised: best === null ? null : ifRaised(survey, pair, best, limitCovering(values, 0.8)),
    limitByLifetimeValue: best === null ? {} : limitByLifetimeValue(survey, pair, best),
  }
}

/** What raising the limit from `before` to `limit` would decide at first contact, a period. */
function ifRaised(survey: Survey, pair: Pair, before: number, limit: number | null) {
  if (limit === null || limit <= before) return null
  let [contacts, money] = [0, 0]
  for (const group of pair.groups) {
    const raised = betweenLimits(group.values, before, limit)
    contacts += group.weight * raised.share
    money += group.weight * raised.amount
  }
  return survey.org.contacts.areCounted ? { limit, contacts, money } : { limit, contacts: null, money: null }
}

function limitByLifetimeValue(survey: Survey, pair: Pair, limit: number) {
  const { org } = survey
  const segments = new Set(linesOf(org, pair).map((line) => line.segment))
  const ratios = [...segments].flatMap((segment) => {
    const value = lifetimeValue(org, segment)
    // A worth next to nothing has no share in a limit: the quotient would be beyond every number.
    return value !== null && value >= SMALLEST_WORTH ? [[org.doc.segments?.[segment]?.id as string, limit / value] as const] : []
  })
  return Object.fromEntries(ratios.sort(([a], [b]) => (a < b ? -1 : 1)))
}
