// Walks as they are shown: cases of one entry role, issue type and value that end alike are one row (headless.md, `walks`).

import { byCodeUnit } from '../base/order'
import { between, type Measured } from '../base/range'
import type { Org } from '../model/types'
import type { Case, CaseGroup } from './cases'
import { costOf, hoursOf, type Outcome } from './outcome'
import type { Survey } from './survey'
import type { Walk } from './types'

/** In order of entry role id, issue type id, value, path. */
export function walksOf(survey: Survey): readonly Walk[] {
  const { org } = survey
  const rows = survey.pairs.flatMap((pair) => {
    const found = new Map<string, { walk: Walk; weight: number }>()
    let spread = 0
    for (const group of pair.groups) {
      for (const one of group.cases) {
        const walk = walkOf(org, group, one)
        const key = JSON.stringify([walk.value, walk.isStretch, walk.path, walk.step, walk.hours, walk.cost])
        const weight = group.weight * one.slice.share
        if (walk.isStretch) spread += weight
        found.set(key, { walk, weight: weight + (found.get(key)?.weight ?? 0) })
      }
    }
    return [...found.values()].map(({ walk, weight }) => ({
      ...walk,
      share: walk.isStretch ? weight / spread : 1,
      contacts: org.contacts.areCounted ? weight : null,
    }))
  })
  const sortKey = (walk: Walk) => JSON.stringify(walk.path.map((role) => org.roleIds[role]))
  const issue = (walk: Walk) => org.doc.issueTypes?.[walk.issueType]?.id as string
  return rows.sort(
    (a, b) =>
      byCodeUnit(org.roleIds[a.entry] as string, org.roleIds[b.entry] as string) ||
      byCodeUnit(issue(a), issue(b)) ||
      (a.value ?? -1) - (b.value ?? -1) ||
      a.path.length - b.path.length ||
      byCodeUnit(sortKey(a), sortKey(b)),
  )
}

function walkOf(org: Org, group: CaseGroup, { slice, pessimistic, optimistic }: Case): Walk {
  const touchMinutes = org.doc.issueTypes?.[group.issueType]?.touchMinutes
  const hours = (outcome: Outcome) => {
    if (outcome.step === null) return null
    const { known, isMissing } = hoursOf(org, outcome.path)
    return isMissing ? null : known
  }
  const cost = (outcome: Outcome) => (outcome.step === null ? null : costOf(org, outcome.path, touchMinutes))
  return {
    entry: group.entry,
    issueType: group.issueType,
    value: slice.point,
    share: 1,
    isStretch: slice.isStretch,
    contacts: null,
    path: pessimistic.path,
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
