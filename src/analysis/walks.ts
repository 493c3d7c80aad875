// Walks as they are shown: cases of one entry role, issue type and value that end alike are one row (headless.md, `walks`).

import { byCodeUnit } from '../base/order'
import { between, type Measured } from '../base/range'
import { idOf } from '../model/roles'
import type { Org } from '../model/types'
import { costOf } from './hands'
import { type Outcome, pathOf } from './outcome'
import type { Case, CaseGroup, EntryRole, Pair, Survey } from './survey'
import type { Walk } from './types'

/** In order of entry role id, issue type id, value, path. */
export function walksOf(survey: Survey): readonly Walk[] {
  const walks: Walk[] = []
  for (const at of survey.inOrder) for (const walk of walksOfEntry(survey.entryRole(at))) walks.push(walk)
  return walks
}

export function walksOfRole(survey: Survey, role: number): readonly Walk[] {
  const entry = survey.entryRoleOf(role)
  return entry ? walksOfEntry(entry) : []
}

const walksOfEntry = ({ survey, pairs }: EntryRole) => pairs.flatMap((pair) => inOrder(survey.org, walksOfPair(survey.org, pair)))

interface Found {
  readonly walk: Walk
  weight: number
}

function walksOfPair(org: Org, pair: Pair): readonly Walk[] {
  const found = new Alike()
  let spread = 0
  for (const group of pair.groups) {
    for (const one of group.cases) {
      const weight = group.weight * one.slice.share
      if (one.slice.isStretch) spread += weight
      found.add(walkOf(org, group, one), weight)
    }
  }
  return found.all.map(({ walk, weight }) => ({
    ...walk,
    share: walk.isStretch ? weight / spread : 1,
    contacts: org.contacts.areCounted ? weight : null,
  }))
}

/** So few are compared one by one. */
const FEW = 8

/** Walks of one entry role and issue type, those that say the same taken as one. */
class Alike {
  readonly all: Found[] = []
  private byKey: Map<string, Found> | null = null

  add(walk: Walk, weight: number): void {
    const known = this.find(walk)
    if (known) {
      known.weight += weight
      return
    }
    const found = { walk, weight }
    this.all.push(found)
    this.byKey?.set(keyOf(walk), found)
  }

  private find(walk: Walk): Found | undefined {
    if (this.all.length <= FEW) return this.all.find((one) => isAlike(one.walk, walk))
    this.byKey ??= new Map(this.all.map((one) => [keyOf(one.walk), one]))
    return this.byKey.get(keyOf(walk))
  }
}

function keyOf(walk: Walk): string {
  return JSON.stringify([walk.value, walk.isStretch, walk.path, walk.step, walk.hours, walk.cost])
}
function isAlike(a: Walk, b: Walk): boolean {
  return a.value === b.value && a.isStretch === b.isStretch && a.path.length === b.path.length && keyOf(a) === keyOf(b)
}

function inOrder(org: Org, walks: readonly Walk[]): readonly Walk[] {
  if (walks.length < 2) return walks
  const sortKey = (walk: Walk) => JSON.stringify(walk.path.map((role) => idOf(org, role)))
  return [...walks].sort((a, b) => (a.value ?? -1) - (b.value ?? -1) || a.path.length - b.path.length || byCodeUnit(sortKey(a), sortKey(b)))
}

function walkOf(org: Org, group: CaseGroup, { slice, pessimistic, optimistic }: Case): Walk {
  const touchMinutes = org.doc.issueTypes?.[group.issueType]?.touchMinutes
  const hours = (outcome: Outcome) => (outcome.step === null ? null : outcome.hands.hours)
  const cost = (outcome: Outcome) => (outcome.step === null ? null : costOf(outcome.hands, touchMinutes))
  return {
    entry: group.entry,
    issueType: group.issueType,
    value: slice.point,
    share: 1,
    isStretch: slice.isStretch,
    contacts: null,
    path: pathOf(group.entry, pessimistic),
    step: stepOf(pessimistic, optimistic),
    hours: pairOf(hours(pessimistic), hours(optimistic)),
    cost: pairOf(cost(pessimistic), cost(optimistic)),
    loop: pessimistic.step === null && group.way.isLoop,
  }
}

/** More authority never makes a walk longer, so the optimistic run is the lower one. */
function stepOf(pessimistic: Outcome, optimistic: Outcome): Walk['step'] {
  if (pessimistic.step === optimistic.step) return pessimistic.step
  return { low: optimistic.step as number, high: pessimistic.step }
}

function pairOf(a: number | null, b: number | null): Measured {
  return a === null || b === null ? null : between(a, b)
}
