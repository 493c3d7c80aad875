// How one case ends: the smallest number of hands among which every need is covered (domain.md 3.1 `step`, 3.6 "Walk").
// A case collects authority as it climbs; two limits never add up.

import { byCodeUnit } from '../base/order'
import { idOf } from '../model/roles'
import type { Org, SingleNeed } from '../model/types'
import type { Authority, CaseContext, CaseValue } from './authority'
import { type AllHands, type Hands, handsOf } from './hands'
import { holdsIn, type Run, UNKNOWN } from './kleene'
import type { RequiredNeed } from './needs'
import type { Way } from './ways'

export interface Outcome {
  /** Hand-offs; null = a dead end. */
  readonly step: number | null
  /** After the entry role to the one that settles, agreeing roles last; of a dead end to the end of the way. */
  readonly hands: Hands
  /** How many at the end of the hands are there only to agree. */
  readonly agreeing: number
  /** Needs nobody on the way covers; empty where settled. */
  readonly open: readonly RequiredNeed[]
}
export type Outcomes = Readonly<Record<Run, Outcome>>

/** Where a case goes: the role it arrives at, and the way from there on. */
export interface Road {
  readonly org: Org
  readonly authority: Authority
  readonly hands: AllHands
  readonly entry: number
  readonly ahead: Way
}

/** The entry role first. */
export function pathOf(entry: number, { hands }: Outcome): readonly number[] {
  return [entry, ...hands.roles]
}

const NONE: readonly RequiredNeed[] = []

/** Both runs of a case; one and the same outcome where nothing that decides it is in doubt. */
export function outcomesOf(road: Road, needs: readonly RequiredNeed[] | undefined, context: CaseContext, value: CaseValue): Outcomes {
  const doubt = { isThere: false }
  const pessimistic = outcomeOf(road, needs, context, value, 'pessimistic', doubt)
  if (!doubt.isThere) return { pessimistic, optimistic: pessimistic }
  const optimistic = outcomeOf(road, needs, context, value, 'optimistic', doubt)
  return { pessimistic, optimistic: isAlike(pessimistic, optimistic) ? pessimistic : optimistic }
}

function isAlike(a: Outcome, b: Outcome): boolean {
  return (
    a.step === b.step &&
    a.hands === b.hands &&
    a.agreeing === b.agreeing &&
    a.open.length === b.open.length &&
    a.open.every((need, i) => need === b.open[i])
  )
}

interface NeedState {
  isCovered: boolean
  agreements: (readonly number[])[] | null
}

/** Needs not known: never settled in the pessimistic run, settled at once in the optimistic. `doubt` is told of whatever is not known. */
function outcomeOf(
  road: Road,
  needs: readonly RequiredNeed[] | undefined,
  context: CaseContext,
  value: CaseValue,
  run: Run,
  doubt: { isThere: boolean },
): Outcome {
  if (needs === undefined) {
    doubt.isThere = true
    if (run === 'pessimistic') return deadEnd(road, NONE)
  }
  if (needs === undefined || needs.length === 0) return settledByAnybody(road)
  const { authority, ahead } = road
  const states = needs.map((): NeedState => ({ isCovered: false, agreements: null }))
  let best: { readonly total: number; readonly at: number; readonly extras: readonly number[] } | null = null
  for (let k = 0; k <= ahead.roles.length && (best === null || k < best.total); k++) {
    const role = k === 0 ? road.entry : (ahead.roles[k - 1] as number)
    let isWithout = false
    for (let i = 0; i < needs.length; i++) {
      const state = states[i] as NeedState
      if (state.isCovered) continue
      const { alternatives } = needs[i] as RequiredNeed
      for (const one of alternatives) {
        const truth = authority.covers(role, one, context, value)
        if (truth === UNKNOWN) doubt.isThere = true
        if (holdsIn(run, truth)) {
          state.isCovered = true
          break
        }
      }
      if (state.isCovered) continue
      if (authority.hasAgreements(role)) addAgreements(state, authority, role, alternatives, context, value, run, doubt)
      if (state.agreements === null) isWithout = true
    }
    if (isWithout) continue
    const open = states.flatMap((state) => (state.isCovered || state.agreements === null ? [] : [state.agreements]))
    const extras = open.length === 0 ? [] : fewestExtras(road.org, open, [road.entry, ...ahead.roles.slice(0, k)])
    const total = k + extras.length
    if (best === null || total < best.total) best = { total, at: k, extras }
  }
  if (!best)
    return deadEnd(
      road,
      needs.filter((_, i) => !states[i]?.isCovered && states[i]?.agreements === null),
    )
  const { total, at, extras } = best
  const hands = extras.length === 0 ? road.hands.firstOf(ahead, at) : handsOf(road.org, [...ahead.roles.slice(0, at), ...extras])
  return { step: total, hands, agreeing: extras.length, open: NONE }
}

function deadEnd({ hands, ahead }: Road, open: readonly RequiredNeed[]): Outcome {
  return { step: null, hands: hands.firstOf(ahead, ahead.roles.length), agreeing: 0, open }
}

/** Nothing is needed but somebody who is there: a vacancy settles nothing. */
function settledByAnybody(road: Road): Outcome {
  const { authority, entry, ahead, hands } = road
  const further = authority.isVacancy(entry) ? ahead.roles.findIndex((role) => !authority.isVacancy(role)) : -1
  if (authority.isVacancy(entry) && further < 0) return deadEnd(road, NONE)
  return { step: further + 1, hands: hands.firstOf(ahead, further + 1), agreeing: 0, open: NONE }
}

function addAgreements(
  state: NeedState,
  authority: Authority,
  role: number,
  alternatives: readonly SingleNeed[],
  context: CaseContext,
  value: CaseValue,
  run: Run,
  doubt: { isThere: boolean },
): void {
  for (const one of alternatives) {
    for (const { truth, agreement } of authority.coversWithAgreement(role, one, context, value)) {
      if (truth === UNKNOWN) doubt.isThere = true
      if (!holdsIn(run, truth)) continue
      state.agreements ??= []
      state.agreements.push(agreement)
    }
  }
}

/** More combinations of agreements than this are not tried a need: a file with so many for one case says nothing. */
const MOST_COMBINATIONS = 4096

/** The smallest set of further roles whose agreement is enough, one agreement a need; ties to the ids. In order of id. */
function fewestExtras(org: Org, choices: readonly (readonly (readonly number[])[])[], path: readonly number[]): readonly number[] {
  if (choices.length === 0) return []
  const onPath = new Set(path)
  const id = (role: number) => idOf(org, role)
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
