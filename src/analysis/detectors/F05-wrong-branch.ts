// F05 Wrong-branch resolver: who can settle it stands in another branch (domain.md F05). Not monotone, so judged case by case and need by
// need: flagged where nobody in the chain possibly holds the need and somebody elsewhere certainly does (3.6).

import { once } from '../../base/memo'
import { byCodeUnit } from '../../base/order'
import { between } from '../../base/range'
import { idOf } from '../../model/roles'
import { type Detector, FINE, isAtLeast, type Judged, judge, lower, NOT_APPLICABLE, worse } from '../finding'
import { crossing, type Holders, type Nearest } from '../holders'
import { holdsIn, inEachRun, NO, type Run, type Truth, YES } from '../kleene'
import type { RequiredNeed } from '../needs'
import { grantsFor, routesToHolder } from '../remedies'
import type { Pair, Survey } from '../survey'
import type { FindingSeverity } from '../types'

export const detector: Detector = {
  code: 'F05',
  of: 'pair',
  judge: (pair) => {
    if (!isEveryNeedInLine(pair)) return judged(pair.survey, branchesOf(pair))
    return areNeedsKnown(pair.survey) || isEveryNeedKnown(pair) ? FINE : NOT_APPLICABLE
  },
  say: (pair) => {
    const { flagged } = branchesOf(pair)
    const needs = [...new Set(flagged.map((one) => one.need))]
    return {
      evidence: flagged.length > 0 ? evidence(pair, flagged) : {},
      remedies: [...routesToHolder(pair, needs), ...grantsFor(pair, needs)],
      because: { code: 'depends-on-unknown' },
    }
  },
}

function judged(survey: Survey, { flagged, flaggedWeight, unknownWeight }: Branches): Judged {
  const severity = inEachRun((run) => severityIn(survey, flagged, run))
  const isFlagged = flagged.length > 0
  const certain = { severity: lower(severity.pessimistic, severity.optimistic), weight: flaggedWeight }
  const possible = { severity: severity.pessimistic, weight: flaggedWeight + unknownWeight }
  return judge(isFlagged || unknownWeight > 0 ? possible : null, isFlagged ? certain : null)
}

const areNeedsKnown = once(({ columns }: Survey): boolean => columns.kinds.every(({ needs }) => needs !== undefined))

function isEveryNeedKnown({ survey: { cases }, from, to }: Pair): boolean {
  for (let group = from; group < to; group++) if (cases.kind(group).needs === undefined) return false
  return true
}

interface Elsewhere {
  readonly need: RequiredNeed
  readonly holders: Holders
  readonly role: number
  readonly issueType: number
}
interface Branches {
  readonly flagged: readonly Elsewhere[]
  readonly flaggedWeight: number
  readonly unknownWeight: number
}

/** Most pairs: somebody in the line may, or nobody anywhere. */
function isEveryNeedInLine({ survey: { cases, holders }, role, from, to }: Pair): boolean {
  for (let group = from; group < to; group++)
    for (const uneven of holders.unevenOf(cases.kind(group))) if (isElsewhere(uneven, role) !== NO) return false
  return true
}

function branchesOf({ survey, role, issueType, from, to }: Pair): Branches {
  const { cases } = survey
  const flagged: Elsewhere[] = []
  let flaggedWeight = 0
  let unknownWeight = 0
  for (let group = from; group < to; group++) {
    const kind = cases.kind(group)
    const needs = kind.needs ?? []
    const first = cases.first(group)
    for (let one = first; one < cases.end(group); one++) {
      let state: Truth = NO
      for (let i = 0; i < needs.length; i++) {
        const holders = survey.holders.ofKind(kind, one - first, i)
        const truth = isElsewhere(holders, role)
        if (truth === YES) flagged.push({ need: needs[i] as RequiredNeed, holders, role, issueType })
        if (truth > state) state = truth
      }
      if (state === YES) flaggedWeight += cases.weight(group) * cases.share(one)
      else if (state !== NO) unknownWeight += cases.weight(group) * cases.share(one)
    }
  }
  return { flagged, flaggedWeight, unknownWeight }
}

/** Whether nobody in the role's own line may, and somebody else may. */
export function isElsewhere(holders: Holders, role: number): Truth {
  const inChain = holders.inChain(role)
  const possibleElsewhere = holders.possible - holders.possibleInChain(role)
  if (inChain === YES || possibleElsewhere === 0) return NO
  return inChain === NO && holders.certain > 0 ? YES : 1
}

function severityIn(survey: Survey, flagged: readonly Elsewhere[], run: Run): FindingSeverity {
  return flagged.map((one) => severityOf(survey, one, run)).reduce(worse, 'low')
}

function severityOf(survey: Survey, one: Elsewhere, run: Run): FindingSeverity {
  if (isRouted(survey, one, run)) return 'low'
  const steps = one.holders.stepsTo(one.role, run)
  return steps === null || isAtLeast(steps, survey.thresholds.wrongBranchDistance) ? 'high' : 'medium'
}

/** The way reaches a holder; it stands outside the chain, so a declared route led there. */
const isRouted = (survey: Survey, one: Elsewhere, run: Run): boolean => reachedBy(survey, one, run) !== undefined

function reachedBy({ ways }: Survey, { holders, role, issueType }: Elsewhere, run: Run): number | undefined {
  return ways.isLine(role) ? undefined : ways.wayOf(role, issueType).roles.find((one) => holdsIn(run, holders.truthOf(one)))
}

function evidence({ survey, role }: Pair, flagged: readonly Elsewhere[]) {
  const { org } = survey
  const farthest = (run: Run) =>
    flagged
      .map((one) => one.holders.nearest(one.role, run))
      .reduce<Nearest | null>((a, b) => (a === null || b === null ? null : a.steps >= b.steps ? a : b), { role: -1, steps: -1 })
  const far = farthest('pessimistic')
  const nearest = farthest('optimistic')
  const cross = far && crossing(org, role, far.role)
  const reached = [...new Set(flagged.map((one) => reachedBy(survey, one, 'pessimistic')))]
  return {
    isRouted: !reached.includes(undefined),
    reached: reached.flatMap((one) => (one === undefined ? [] : [idOf(org, one)])).sort(byCodeUnit),
    distance: far === null || nearest === null ? null : between(far.steps, nearest.steps),
    nearest: far && idOf(org, far.role),
    commonManager: cross && idOf(org, cross.manager),
    up: cross?.up ?? null,
    down: cross?.down ?? null,
  }
}
