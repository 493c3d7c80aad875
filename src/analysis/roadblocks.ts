// Roadblocks by leader: contacts not settled at first contact under the policies a role owns (domain.md 3.4). Where no owner is recorded,
// the lowest common manager of the entry role and the nearest holder, as a guess.

import { byCodeUnit } from '../base/order'
import { between } from '../base/range'
import { policyOwnerOf } from '../model/policy'
import { idOf } from '../model/roles'
import { crossing, type Nearest } from './holders'
import { holdsIn, RUNS, type Run } from './kleene'
import type { Case, CaseGroup, Survey } from './survey'
import type { Roadblock } from './types'

/** Most contacts first, then by id. Each run by its own holders. */
export function roadblocksOf(survey: Survey): readonly Roadblock[] {
  const { org } = survey
  const found = new Map<number, Record<Run, { contacts: number; guessed: number }>>()
  const add = (role: number, run: Run, contacts: number, isGuess: boolean) => {
    const sums = found.get(role) ?? { pessimistic: { contacts: 0, guessed: 0 }, optimistic: { contacts: 0, guessed: 0 } }
    sums[run].contacts += contacts
    if (isGuess) sums[run].guessed += contacts
    found.set(role, sums)
  }
  for (const pair of survey.pairsInOrder()) {
    const owner = policyOwnerOf(org, pair.issueType, pair.role) ?? null
    for (const group of pair.groups) {
      for (const one of group.cases) {
        for (const run of RUNS) {
          const role = one[run].step === 0 ? null : (owner ?? guessedOwner(survey, group, one, run))
          if (role !== null) add(role, run, group.weight * one.slice.share, owner === null)
        }
      }
    }
  }
  const { areCounted } = org.contacts
  return [...found]
    .sort(([a, one], [b, other]) => other.pessimistic.contacts - one.pessimistic.contacts || byCodeUnit(idOf(org, a), idOf(org, b)))
    .map(([role, { pessimistic, optimistic }]) => ({
      role,
      contacts: areCounted ? between(pessimistic.contacts, optimistic.contacts) : null,
      guessed: areCounted ? between(pessimistic.guessed, optimistic.guessed) : null,
    }))
}

/** The lowest common manager of the entry role and the nearest who holds something it cannot cover itself. */
function guessedOwner(survey: Survey, group: CaseGroup, one: Case, run: Run): number | null {
  const id = (role: number) => idOf(survey.org, role)
  const isNearer = (a: Nearest, b: Nearest) => (a.steps - b.steps || byCodeUnit(id(a.role), id(b.role))) < 0
  let best: Nearest | null = null
  for (const need of group.needs ?? []) {
    const holders = survey.holders.of(need, group.context, one.slice.value)
    if (holdsIn(run, holders.truthOf(group.entry))) continue
    const nearest = holders.nearest(group.entry, run)
    if (nearest && (best === null || isNearer(nearest, best))) best = nearest
  }
  return best && (crossing(survey.org, group.entry, best.role)?.manager ?? null)
}
