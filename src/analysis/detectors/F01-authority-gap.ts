// F01 Authority gap: who meets the customer has no power of the kind that is needed, limits aside (domain.md F01; 3.6, judged row by row).
import { idOf } from '../../model/roles'
import type { CaseGroup } from '../cases'
import { byShare, type Detector, FINE, judgeRuns, ofPairs, raised, weightOfRole } from '../finding'
import { either, holdsIn, NO, type Run, type Truth } from '../kleene'
import { describeNeed, type RequiredNeed } from '../needs'
import { grantsFor } from '../remedies'
import { outcomeIn, type Pair, type Survey } from '../survey'

export const code = 'F01'

export const detect: Detector['detect'] = (survey) =>
  ofPairs(
    survey,
    code,
    (pair) => (pair.isKindHeld ? FINE : judgeRuns(pair.isSure && pair.isKindSure, (run) => verdict(survey, pair, run))),
    (pair) => {
      const missing = missingNeeds(survey, pair)
      const isNotKnown = pair.groups.some((group) => group.needs === undefined)
      return {
        evidence: {
          missing: missing.map(describeNeed),
          nearest: nearestHolders(survey, pair, missing),
          unresolved: verdict(survey, pair, 'pessimistic')?.unresolved ?? 0,
        },
        remedies: grantsFor(survey, pair, missing),
        because: isNotKnown ? { code: 'needs-not-known' } : { code: 'authority-not-known' },
      }
    },
  )

/** Whether some need of the group has no grant of its kind at the entry role; the pessimistic run takes every doubt for a gap. */
export function isLacking({ endings }: CaseGroup, run: Run): boolean {
  return !holdsIn(run, endings.kindsHeld)
}

function kindHeld(survey: Survey, group: CaseGroup, need: RequiredNeed): Truth {
  let truth: Truth = NO
  for (const one of need.alternatives) truth = either(truth, survey.cases.authority.hasKind(group.entry, one, group.context))
  return truth
}

function verdict(survey: Survey, pair: Pair, run: Run) {
  let weight = 0
  let unresolved = 0
  let isSome = false
  for (const group of pair.groups) {
    if (!isLacking(group, run)) continue
    isSome = true
    weight += group.weight
    for (const one of group.cases) if (outcomeIn(run, one).step === null) unresolved += group.weight * one.slice.share
  }
  if (!isSome) return null
  const severity = byShare(survey, weight / weightOfRole(survey, pair.role))
  return { weight, unresolved, severity: unresolved > 0 ? raised(severity) : severity }
}

/** Needs certainly missing somewhere in the pair, each once. */
function missingNeeds(survey: Survey, pair: Pair): readonly RequiredNeed[] {
  const missing = pair.groups.flatMap((group) => (group.needs ?? []).filter((need) => kindHeld(survey, group, need) === NO))
  return [...new Set(missing)]
}

function nearestHolders(survey: Survey, pair: Pair, missing: readonly RequiredNeed[]) {
  const group = pair.groups[0] as CaseGroup
  return missing.map((need) => {
    const nearest = survey.holders.of(need, group.context, group.cases[0]?.slice.value ?? null).nearest(pair.role, 'pessimistic')
    return nearest && { role: idOf(survey.org, nearest.role), steps: nearest.steps }
  })
}
