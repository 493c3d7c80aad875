// F01 Authority gap: who meets the customer has no power of the kind that is needed, limits aside (domain.md F01; 3.6, judged row by row).
import type { CaseGroup } from '../cases'
import { byShare, type Detector, findingOfPair, judge, raised, weightOfRole } from '../finding'
import { both, either, holdsIn, inEachRun, NO, type Run, type Truth, UNKNOWN, YES } from '../kleene'
import { describeNeed, type RequiredNeed } from '../needs'
import { grantsFor } from '../remedies'
import { outcomeIn, type Pair, type Survey } from '../survey'

export const code = 'F01'

export const detect: Detector['detect'] = (survey) =>
  survey.pairs.flatMap((pair) => {
    const { pessimistic, optimistic } = inEachRun((run) => verdict(survey, pair, run))
    const missing = missingNeeds(survey, pair)
    const isNotKnown = pair.groups.some((group) => group.needs === undefined)
    return findingOfPair(survey, code, pair, judge(pessimistic, optimistic), () => ({
      evidence: {
        missing: missing.map(describeNeed),
        nearest: nearestHolders(survey, pair, missing),
        unresolved: pessimistic?.unresolved ?? 0,
      },
      remedies: grantsFor(survey, pair, missing),
      because: isNotKnown ? { code: 'needs-not-known' } : { code: 'authority-not-known' },
    }))
  })

/** Whether some need of the group has no grant of its kind at the entry role; the pessimistic run takes every doubt for a gap. */
export function isLacking(survey: Survey, group: CaseGroup, run: Run): boolean {
  const holdsAll = group.needs === undefined ? UNKNOWN : group.needs.map((need) => hasKind(survey, group, need)).reduce(both, YES)
  return !holdsIn(run, holdsAll)
}

function hasKind(survey: Survey, group: CaseGroup, need: RequiredNeed): Truth {
  return need.alternatives.map((one) => survey.cases.authority.hasKind(group.entry, one, group.context)).reduce(either, NO)
}

function verdict(survey: Survey, pair: Pair, run: Run) {
  const groups = pair.groups.filter((group) => isLacking(survey, group, run))
  if (groups.length === 0) return null
  const weight = groups.reduce((sum, group) => sum + group.weight, 0)
  let unresolved = 0
  for (const group of groups)
    for (const one of group.cases) if (outcomeIn(run, one).step === null) unresolved += group.weight * one.slice.share
  const severity = byShare(survey, weight / weightOfRole(survey, pair.role))
  return { weight, unresolved, severity: unresolved > 0 ? raised(severity) : severity }
}

/** Needs certainly missing somewhere in the pair, each once. */
function missingNeeds(survey: Survey, pair: Pair): readonly RequiredNeed[] {
  const missing = pair.groups.flatMap((group) => (group.needs ?? []).filter((need) => hasKind(survey, group, need) === NO))
  return [...new Set(missing)]
}

function nearestHolders(survey: Survey, pair: Pair, missing: readonly RequiredNeed[]) {
  const group = pair.groups[0] as CaseGroup
  return missing.map((need) => {
    const nearest = survey.holders.of(need, group.context, group.cases[0]?.slice.value ?? null).nearest(pair.role, 'pessimistic')
    return nearest && { role: survey.org.roleIds[nearest.role], steps: nearest.steps }
  })
}
