// F05 Wrong-branch resolver: who can settle it stands in another branch (domain.md F05). Not monotone, so judged case by case and need by
// need: flagged where nobody in the chain possibly holds the need and somebody elsewhere certainly does (3.6).

import { between } from '../../base/range'
import { idOf } from '../../model/roles'
import { type Detector, FINE, isAtLeast, type Judged, judge, lower, ofPairs, worse } from '../finding'
import { crossing, type Holders, type Nearest } from '../holders'
import { holdsIn, inEachRun, NO, type Run, type Truth, YES } from '../kleene'
import type { RequiredNeed } from '../needs'
import { grantsFor, routesToHolder } from '../remedies'
import type { Pair, Survey } from '../survey'
import type { FindingSeverity } from '../types'

export const code = 'F05'

export const detect: Detector['detect'] = (survey) =>
  ofPairs(
    survey,
    code,
    (pair) => (isEveryNeedInLine(survey, pair) ? FINE : judged(survey, branchesOf(survey, pair))),
    (pair) => {
      const { flagged } = branchesOf(survey, pair)
      const needs = [...new Set(flagged.map((one) => one.need))]
      return {
        evidence: flagged.length > 0 ? evidence(survey, pair, flagged) : {},
        remedies: [...routesToHolder(survey, pair, needs), ...grantsFor(survey, pair, needs)],
        because: { code: 'depends-on-unknown' },
      }
    },
  )

function judged(survey: Survey, { flagged, flaggedWeight, unknownWeight }: Branches): Judged {
  const severity = inEachRun((run) => severityIn(survey, flagged, run))
  const isFlagged = flagged.length > 0
  const certain = { severity: lower(severity.pessimistic, severity.optimistic), weight: flaggedWeight }
  const possible = { severity: severity.pessimistic, weight: flaggedWeight + unknownWeight }
  return judge(isFlagged || unknownWeight > 0 ? possible : null, isFlagged ? certain : null)
}

interface Elsewhere {
  readonly need: RequiredNeed
  readonly holders: Holders
  readonly way: readonly number[]
  readonly role: number
}
interface Branches {
  readonly flagged: readonly Elsewhere[]
  readonly flaggedWeight: number
  readonly unknownWeight: number
}

/** Most pairs: somebody in the line may, or nobody anywhere. */
function isEveryNeedInLine(survey: Survey, { groups, role }: Pair): boolean {
  for (const { kind } of groups) for (const holders of survey.holders.unevenOf(kind)) if (isElsewhere(holders, role) !== NO) return false
  return true
}

function branchesOf(survey: Survey, pair: Pair): Branches {
  const flagged: Elsewhere[] = []
  let flaggedWeight = 0
  let unknownWeight = 0
  for (const group of pair.groups) {
    group.cases.forEach((one, slice) => {
      let state: Truth = NO
      const needs = group.needs ?? []
      for (let i = 0; i < needs.length; i++) {
        const need = needs[i] as RequiredNeed
        const holders = survey.holders.ofKind(group.kind, slice, i)
        const truth = isElsewhere(holders, pair.role)
        if (truth === YES) flagged.push({ need, holders, way: group.way.roles, role: pair.role })
        if (truth > state) state = truth
      }
      if (state === YES) flaggedWeight += group.weight * one.slice.share
      else if (state !== NO) unknownWeight += group.weight * one.slice.share
    })
  }
  return { flagged, flaggedWeight, unknownWeight }
}

/** Whether nobody in the role's own line may, and somebody else may. */
export function isElsewhere(holders: Holders, role: number): Truth {
  const inChain = holders.inChain[role] as Truth
  const possibleElsewhere = holders.possible - holders.possibleInChain(role)
  if (inChain === YES || possibleElsewhere === 0) return NO
  return inChain === NO && holders.certain > 0 ? YES : 1
}

function severityIn(survey: Survey, flagged: readonly Elsewhere[], run: Run): FindingSeverity {
  return flagged.map((one) => severityOf(survey, one, run)).reduce(worse, 'low')
}

function severityOf(survey: Survey, one: Elsewhere, run: Run): FindingSeverity {
  if (isRouted(one, run)) return 'low'
  const nearest = one.holders.nearest(one.role, run)
  return nearest === null || isAtLeast(nearest.steps, survey.thresholds.wrongBranchDistance) ? 'high' : 'medium'
}

/** The way reaches a holder; it stands outside the chain, so a declared route led there. */
function isRouted({ holders, way }: Elsewhere, run: Run): boolean {
  return way.some((role) => holdsIn(run, holders.truth[role] as Truth))
}

function evidence(survey: Survey, pair: Pair, flagged: readonly Elsewhere[]) {
  const { org } = survey
  const farthest = (run: Run) =>
    flagged
      .map((one) => one.holders.nearest(one.role, run))
      .reduce<Nearest | null>((a, b) => (a === null || b === null ? null : a.steps >= b.steps ? a : b), { role: -1, steps: -1 })
  const far = farthest('pessimistic')
  const nearest = farthest('optimistic')
  const cross = far && crossing(org, pair.role, far.role)
  return {
    isRouted: flagged.every((one) => isRouted(one, 'pessimistic')),
    distance: far === null || nearest === null ? null : between(far.steps, nearest.steps),
    nearest: far && idOf(org, far.role),
    commonManager: cross && idOf(org, cross.manager),
    up: cross?.up ?? null,
    down: cross?.down ?? null,
  }
}
