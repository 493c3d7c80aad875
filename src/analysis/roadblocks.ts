// Roadblocks by leader: contacts not settled at first contact under the policies a role owns (domain.md 3.4). Where no owner is recorded,
// the lowest common manager of the entry role and the nearest holder, as a guess.

import { onceInSteps } from '../base/memo'
import { byCodeUnit } from '../base/order'
import { between } from '../base/range'
import type { Steps } from '../base/steps'
import { policyOwnerOf } from '../model/policy'
import { idOf } from '../model/roles'
import { crossing, type Nearest } from './holders'
import { holdsIn, RUNS, type Run } from './kleene'
import { partsOf } from './parts'
import type { Case, CaseGroup, Survey } from './survey'
import type { Analysis, Roadblock } from './types'

interface Sum {
  contacts: number
  guessed: number
}
type Sums = Readonly<Record<Run, Sum>>
interface Found {
  readonly all: Sums
  readonly byIssue: Map<number, Sums>
}
const newSums = (): Sums => ({ pessimistic: { contacts: 0, guessed: 0 }, optimistic: { contacts: 0, guessed: 0 } })
const newFound = (): Found => ({ all: newSums(), byIssue: new Map() })

/** Most contacts first, then by id. Each run by its own holders. One for all who ask of a survey. */
export const roadblocksOf = onceInSteps(madeSteps)

/** Those of an analysis in steps of a few milliseconds, for a page that has to go on. */
export function* roadblockSteps(analysis: Analysis): Steps<readonly Roadblock[]> {
  const survey = partsOf(analysis)?.survey
  return survey ? yield* roadblocksOf.steps(survey) : analysis.roadblocks
}

/** A guess looks for the nearest who may: few of them fill a step. */
const PAIRS_A_STEP = 60

function* madeSteps(survey: Survey): Steps<readonly Roadblock[]> {
  const found = new Map<number, Found>()
  const add = (role: number, issueType: number, run: Run, contacts: number, isGuess: boolean) => {
    const { all, byIssue } = had(found, role, newFound)
    for (const { [run]: sum } of [all, had(byIssue, issueType, newSums)]) {
      sum.contacts += contacts
      if (isGuess) sum.guessed += contacts
    }
  }
  const { org } = survey
  let pairs = 0
  for (const pair of survey.pairsInOrder()) {
    if (pairs++ % PAIRS_A_STEP === 0) yield
    if (pair.isOnTheSpot) continue
    const owner = policyOwnerOf(org, pair.issueType, pair.role) ?? null
    for (const group of pair.groups) {
      for (const one of group.cases) {
        for (const run of RUNS) {
          const role = one[run].step === 0 ? null : (owner ?? guessedOwner(survey, group, one, run))
          if (role !== null) add(role, pair.issueType, run, group.weight * one.slice.share, owner === null)
        }
      }
    }
  }
  const told = ({ pessimistic, optimistic }: Sums) => ({
    contacts: org.contacts.areCounted ? between(pessimistic.contacts, optimistic.contacts) : null,
    guessed: org.contacts.areCounted ? between(pessimistic.guessed, optimistic.guessed) : null,
  })
  const issueId = (issueType: number) => org.doc.issueTypes?.[issueType]?.id ?? ''
  return inOrder(
    [...found].map(([role, { all, byIssue }]) => [role, all, byIssue] as const),
    (role) => idOf(org, role),
  ).map(([role, all, byIssue]) => ({
    role,
    ...told(all),
    issues: inOrder([...byIssue], issueId).map(([issueType, sums]) => ({ issueType, ...told(sums) })),
  }))
}

/** Most contacts first, then by id. */
function inOrder<Row extends readonly [index: number, sums: Sums, ...rest: unknown[]]>(
  rows: readonly Row[],
  id: (index: number) => string,
) {
  return [...rows].sort(([a, one], [b, other]) => other.pessimistic.contacts - one.pessimistic.contacts || byCodeUnit(id(a), id(b)))
}
function had<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
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
