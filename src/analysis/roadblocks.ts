// Roadblocks by leader: contacts not settled at first contact under the policies a role owns (domain.md 3.4). Where no owner is recorded,
// the lowest common manager of the entry role and the nearest holder, as a guess.

import { byCodeUnit } from '../base/order'
import { between } from '../base/range'
import { policyOwnerOf } from '../model/policy'
import type { CaseGroup } from './cases'
import { crossing } from './holders'
import { NO, type Truth } from './kleene'
import { type Survey, weightOf } from './survey'
import type { Roadblock } from './types'

/** Most contacts first, then by id. */
export function roadblocksOf(survey: Survey): readonly Roadblock[] {
  const { org } = survey
  const found = new Map<string, { role: number; isGuess: boolean; pessimistic: number; optimistic: number }>()
  for (const pair of survey.pairs) {
    const pessimistic = weightOf(pair, (one) => one.pessimistic.step !== 0)
    const optimistic = weightOf(pair, (one) => one.optimistic.step !== 0)
    if (pessimistic === 0 && optimistic === 0) continue
    const owner = policyOwnerOf(org, pair.issueType, pair.role)
    const isGuess = owner === undefined || owner === null
    const role = isGuess ? guessedOwner(survey, pair.groups) : owner
    if (role === null) continue
    const key = `${role} ${isGuess}`
    const known = found.get(key) ?? { role, isGuess, pessimistic: 0, optimistic: 0 }
    found.set(key, { ...known, pessimistic: known.pessimistic + pessimistic, optimistic: known.optimistic + optimistic })
  }
  return [...found.values()]
    .sort(
      (a, b) =>
        b.pessimistic - a.pessimistic ||
        byCodeUnit(org.roleIds[a.role] as string, org.roleIds[b.role] as string) ||
        Number(a.isGuess) - Number(b.isGuess),
    )
    .map(({ role, isGuess, pessimistic, optimistic }) => ({
      role,
      isGuess,
      contacts: org.contacts.areCounted ? between(pessimistic, optimistic) : null,
    }))
}

function guessedOwner(survey: Survey, groups: readonly CaseGroup[]): number | null {
  let best: { manager: number; steps: number } | null = null
  for (const group of groups) {
    for (const { slice, pessimistic } of group.cases) {
      if (pessimistic.step === 0) continue
      for (const need of group.needs ?? []) {
        const holders = survey.holders.of(need, group.context, slice.value)
        if ((holders.truth[group.entry] as Truth) !== NO) continue
        const nearest = holders.nearest(group.entry, 'pessimistic')
        const cross = nearest && crossing(survey.org, group.entry, nearest.role)
        if (nearest && cross && (best === null || nearest.steps < best.steps)) best = { manager: cross.manager, steps: nearest.steps }
      }
    }
  }
  return best?.manager ?? null
}
