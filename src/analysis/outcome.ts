// How one case ends: the smallest number of hands among which every need is covered (domain.md 3.1 `step`, 3.6 "Walk").
// A case collects authority as it climbs; two limits never add up.

import { byCodeUnit } from '../base/order'
import { cellAt } from '../base/table'
import type { Org, SingleNeed } from '../model/types'
import type { Authority, CaseContext, CaseValue } from './authority'
import { holdsIn, type Run } from './kleene'
import type { RequiredNeed } from './needs'
import type { Way } from './ways'

export interface Outcome {
  /** Hand-offs; null = a dead end. */
  readonly step: number | null
  /** To the role that settles, agreeing roles last; of a dead end the whole way. */
  readonly path: readonly number[]
  /** How many at the end of the path are there only to agree. */
  readonly agreeing: number
  /** Needs nobody on the way covers; empty where settled. */
  readonly open: readonly RequiredNeed[]
}

/** Needs not known: never settled in the pessimistic run, settled at once in the optimistic. */
export function outcomeOf(
  org: Org,
  authority: Authority,
  way: Way,
  needs: readonly RequiredNeed[] | undefined,
  context: CaseContext,
  value: CaseValue,
  run: Run,
): Outcome {
  if (needs === undefined && run === 'pessimistic') return { step: null, path: way.roles, agreeing: 0, open: [] }
  if (needs === undefined || needs.length === 0) return settledByAnybody(authority, way)
  const states = needs.map(() => ({ isCovered: false, agreements: [] as (readonly number[])[] }))
  let best: { readonly total: number; readonly at: number; readonly extras: readonly number[] } | null = null
  for (let k = 0; k < way.roles.length && (best === null || k < best.total); k++) {
    const role = way.roles[k] as number
    needs.forEach((need, i) => {
      const state = states[i] as (typeof states)[number]
      if (state.isCovered) return
      state.isCovered = need.alternatives.some((one) => holdsIn(run, authority.covers(role, one, context, value)))
      if (state.isCovered) return
      for (const agreement of agreementsAt(authority, role, need.alternatives, context, value, run)) state.agreements.push(agreement)
    })
    const open = states.filter((state) => !state.isCovered)
    if (open.some((state) => state.agreements.length === 0)) continue
    const extras = fewestExtras(
      org,
      open.map((state) => state.agreements),
      way.roles.slice(0, k + 1),
    )
    const total = k + extras.length
    if (best === null || total < best.total) best = { total, at: k, extras }
  }
  if (best) {
    const { total, at, extras } = best
    return { step: total, path: [...way.roles.slice(0, at + 1), ...extras], agreeing: extras.length, open: [] }
  }
  const open = needs.filter((_, i) => !states[i]?.isCovered && states[i]?.agreements.length === 0)
  return { step: null, path: way.roles, agreeing: 0, open }
}

/** Nothing is needed but somebody who is there: a vacancy settles nothing. */
function settledByAnybody(authority: Authority, way: Way): Outcome {
  const step = way.roles.findIndex((role) => !authority.isVacancy(role))
  return step < 0
    ? { step: null, path: way.roles, agreeing: 0, open: [] }
    : { step, path: way.roles.slice(0, step + 1), agreeing: 0, open: [] }
}

function agreementsAt(
  authority: Authority,
  role: number,
  alternatives: readonly SingleNeed[],
  context: CaseContext,
  value: CaseValue,
  run: Run,
): readonly (readonly number[])[] {
  return alternatives.flatMap((one) =>
    authority
      .coversWithAgreement(role, one, context, value)
      .filter((cover) => holdsIn(run, cover.truth))
      .map((cover) => cover.agreement),
  )
}

/** More combinations of agreements than this are not tried a need: a file with so many for one case says nothing. */
const MOST_COMBINATIONS = 4096

/** The smallest set of further roles whose agreement is enough, one agreement a need; ties to the ids. In order of id. */
function fewestExtras(org: Org, choices: readonly (readonly (readonly number[])[])[], path: readonly number[]): readonly number[] {
  if (choices.length === 0) return []
  const onPath = new Set(path)
  const id = (role: number) => org.roleIds[role] as string
  let sets: readonly Extras[] = [extrasOf([], id)]
  for (const agreements of choices) {
    const further = distinct(
      agreements.map((agreement) =>
        extrasOf(
          agreement.filter((role) => !onPath.has(role)),
          id,
        ),
      ),
    )
    const tried = sets.slice(0, Math.max(1, Math.floor(MOST_COMBINATIONS / further.length)))
    sets = distinct(tried.flatMap((set) => further.map((more) => extrasOf([...set.roles, ...more.roles], id))))
  }
  return sets[0]?.roles ?? []
}

/** Each role once, in order of id; `ids` says the same as a text to compare. */
interface Extras {
  readonly roles: readonly number[]
  readonly ids: string
}

function extrasOf(roles: readonly number[], id: (role: number) => string): Extras {
  const sorted = [...new Set(roles)].sort((a, b) => byCodeUnit(id(a), id(b)))
  return { roles: sorted, ids: JSON.stringify(sorted.map(id)) }
}

/** Each once, the smallest first. */
function distinct(sets: readonly Extras[]): readonly Extras[] {
  const byIds = new Map(sets.map((set) => [set.ids, set]))
  return [...byIds.values()].sort((a, b) => a.roles.length - b.roles.length || byCodeUnit(a.ids, b.ids))
}

/** Clock hours from the first hand-off to the last; `missing` where a role on the path does not say. */
export function hoursOf(org: Org, path: readonly number[]): { readonly known: number; readonly isMissing: boolean } {
  return summed(path, (role) => cellAt(org.doc.roles, 'responseHours', role))
}

/** What the hands after the first cost. */
export function costOf(org: Org, path: readonly number[], touchMinutes: number | null | undefined): number | null {
  const perHour = summed(path, (role) => cellAt(org.doc.roles, 'hourlyCost', role))
  if (path.length < 2) return 0
  return perHour.isMissing || typeof touchMinutes !== 'number' ? null : (perHour.known / 60) * touchMinutes
}

function summed(path: readonly number[], of: (role: number) => number | null | undefined) {
  let known = 0
  let isMissing = false
  for (let i = 1; i < path.length; i++) {
    const one = of(path[i] as number)
    if (typeof one === 'number') known += one
    else isMissing = true
  }
  return { known, isMissing }
}
