// F01 Authority gap: who meets the customer has no power of the kind that is needed, limits aside (domain.md F01; 3.6, judged row by row).
import { idOf } from '../../model/roles'
import { byShare, type Detector, FINE, judgeRuns, raised, type Verdict } from '../finding'
import { holdsIn, NO, type Run } from '../kleene'
import { describeNeed, type RequiredNeed } from '../needs'
import { grantsFor } from '../remedies'
import type { CaseGroup, Pair, Survey } from '../survey'

export const detector: Detector = {
  code: 'F01',
  of: 'pair',
  judge: (pair) => (pair.isKindHeld ? FINE : judgeRuns(pair.isSure && pair.isKindSure, (run) => verdict(pair, run))),
  say: (pair) => {
    const { groups } = pair
    const missing = missingNeeds(pair, groups)
    return {
      evidence: {
        missing: missing.map(describeNeed),
        nearest: nearestHolders(pair, groups, missing),
        unresolved: lacking(pair, 'pessimistic').unresolved,
      },
      remedies: grantsFor(pair, missing),
      because: groups.some((group) => group.needs === undefined) ? { code: 'needs-not-known' } : { code: 'authority-not-known' },
    }
  },
}

/** Whether some need of the group has no grant of its kind at the entry role; the pessimistic run takes every doubt for a gap. */
export const isLacking = ({ cases }: Survey, group: number, run: Run): boolean => !holdsIn(run, cases.kindsHeld(group))

function verdict(pair: Pair, run: Run): Verdict | null {
  const { isSome, weight, unresolved } = lacking(pair, run)
  if (!isSome) return null
  const severity = byShare(pair.entry, weight)
  return { weight, severity: unresolved > 0 ? raised(severity) : severity }
}

function lacking({ survey, from, to }: Pair, run: Run) {
  const { cases } = survey
  let weight = 0
  let unresolved = 0
  let isSome = false
  for (let group = from; group < to; group++) {
    if (!isLacking(survey, group, run)) continue
    isSome = true
    weight += cases.weight(group)
    for (let one = cases.first(group); one < cases.end(group); one++)
      if (cases.step(one, run) === null) unresolved += cases.weight(group) * cases.share(one)
  }
  return { isSome, weight, unresolved }
}

/** Needs certainly missing somewhere in the pair, each once. */
function missingNeeds({ survey: { authority } }: Pair, groups: readonly CaseGroup[]): readonly RequiredNeed[] {
  const isMissing = ({ entry, context }: CaseGroup, { alternatives }: RequiredNeed) =>
    alternatives.every((one) => authority.hasKind(entry, one, context) === NO)
  return [...new Set(groups.flatMap((group) => (group.needs ?? []).filter((need) => isMissing(group, need))))]
}

function nearestHolders({ survey, role }: Pair, [group]: readonly CaseGroup[], missing: readonly RequiredNeed[]) {
  return missing.map((need) => {
    const nearest = group && survey.holders.of(need, group.context, group.kind.slices[0]?.value ?? null).nearest(role, 'pessimistic')
    return nearest ? { role: idOf(survey.org, nearest.role), steps: nearest.steps } : null
  })
}
