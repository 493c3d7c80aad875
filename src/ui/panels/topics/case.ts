// What can be chosen about a followed case, and what would change it.

import { casesAt, followCase } from '../../../analysis/follow'
import { cardListOf } from '../../../analysis/parts'
import type { Analysis, CaseRef, FollowedCase, StopPower } from '../../../analysis/types'
import { onceEach } from '../../../base/memo'
import { applyEdit, validateEdit } from '../../../model/edits/apply'
import type { Edit } from '../../../model/edits/edit'
import { orgAfter } from '../../../model/resolve'
import { roleAt } from '../../../model/roles'
import type { Org } from '../../../model/types'
import { selectAnalysis, selectOrg } from '../../../state/derived'
import type { AppState } from '../../../state/types'
import { remediesOf } from '../cards'
import { caseOf } from './met'

export interface CaseChoices {
  /** Everybody who meets something in scope, in the order of the chart. */
  readonly roles: readonly number[]
  readonly issueTypes: readonly number[]
  readonly values: readonly number[]
  /** Who brings this case; -1 = the file does not say. */
  readonly segments: readonly number[]
  /** Where it is brought. */
  readonly touchpoints: readonly number[]
}

export function selectCaseChoices(state: AppState, of: CaseRef): CaseChoices | null {
  const org = selectOrg(state)
  if (!org) return null
  return choicesOf(org, JSON.stringify(of), of)
}

const choicesOf = onceEach((org: Org, _asked: string, of: CaseRef): CaseChoices => {
  const { contacts, structure } = org
  const role = roleAt(org, of.entry) ?? -1
  const issueType = org.issueTypeAt.get(of.issueType) ?? -1
  const segment = of.segment === null ? null : (org.segmentAt.get(of.segment) ?? -1)
  const [roles, issueTypes, segments, touchpoints] = [new Set<number>(), new Set<number>(), new Set<number>(), new Set<number>()]
  for (let line = 0; line < contacts.length; line++) {
    if ((contacts.boundary[line] as number) >= 0) continue
    roles.add(contacts.role[line] as number)
    if (contacts.role[line] !== role) continue
    issueTypes.add(contacts.issueType[line] as number)
    if (contacts.issueType[line] !== issueType) continue
    segments.add(contacts.segment[line] as number)
    if (segment === null || contacts.segment[line] === segment) touchpoints.add(contacts.touchpoint[line] as number)
  }
  const values = new Set(casesAt(org, role).flatMap((one) => (one.issueType === of.issueType && one.value !== null ? [one.value] : [])))
  if (of.value !== null) values.add(of.value)
  return {
    roles: [...structure.preorder].filter((one) => roles.has(one)),
    issueTypes: [...issueTypes].sort((a, b) => a - b),
    values: [...values].sort((a, b) => a - b),
    segments: [...segments].sort((a, b) => a - b),
    touchpoints: [...touchpoints],
  }
})

/** The same question about another role: the same kind of case where it meets it, else the one that tells most. */
export function caseAt(org: Org, role: number, like: CaseRef): CaseRef | null {
  const cases = casesAt(org, role)
  const same = cases.filter((one) => one.issueType === like.issueType)
  return same.find((one) => one.value === like.value) ?? same[0] ?? cases[0] ?? null
}
export function caseAbout(org: Org, like: CaseRef, issueType: string): CaseRef | null {
  return caseOf(casesAt(org, roleAt(org, like.entry) ?? -1), issueType)
}
/** Through all cases of a role, then on to the next who meets customers. */
export function caseAfter(org: Org, of: CaseRef, roles: readonly number[]): CaseRef | null {
  const role = roleAt(org, of.entry) ?? -1
  const cases = casesAt(org, role)
  const at = cases.findIndex((one) => one.issueType === of.issueType && one.value === of.value)
  const next = cases[at + 1]
  if (next) return next
  const following = roles[(roles.indexOf(role) + 1) % Math.max(1, roles.length)]
  return following === undefined ? null : (casesAt(org, following)[0] ?? null)
}

/** A change, and what would become of the case with it. */
export interface Remedy {
  readonly edit: Edit
  readonly outcome: FollowedCase | null
}
/** Beyond this many roles each remedy is offered without being tried: trying builds the organisation anew. */
const MOST_TRIED = 3000
const NO_REMEDY: readonly Remedy[] = []

/** What the findings about this role and issue type offer, short of what leaves the case as it is. */
export function selectRemedies(state: AppState, of: CaseRef): readonly Remedy[] {
  const org = selectOrg(state)
  const analysis = selectAnalysis(state)
  if (!org || !analysis) return NO_REMEDY
  return triedOn(analysis, JSON.stringify(of), of, org)
}
const triedOn = onceEach((analysis: Analysis, _asked: string, of: CaseRef, org: Org): readonly Remedy[] => {
  const [role, issueType] = [roleAt(org, of.entry), org.issueTypeAt.get(of.issueType)]
  const card =
    role === undefined
      ? undefined
      : cardListOf(analysis)
          .at(role)
          .find((one) => one.issueType === issueType)
  const now = followCase(org, of, 'route')
  const found = card ? remediesOf(card).map((edit) => ({ edit, outcome: thenOf(org, edit, of) })) : []
  return found.filter(({ outcome }) => outcome === null || now === null || !goAlike(now, outcome))
})

function thenOf(org: Org, edit: Edit, of: CaseRef): FollowedCase | null {
  if (org.doc.roles.length > MOST_TRIED || validateEdit(org.doc, edit) !== null) return null
  return followCase(orgAfter(org, applyEdit(org.doc, edit)), of, 'route')
}

/** What helps other cases of the kind but not this one. */
function goAlike(a: FollowedCase, b: FollowedCase): boolean {
  const roles = ({ stops }: FollowedCase) => stops.map(({ role }) => role).join()
  return a.end === b.end && roles(a) === roles(b)
}

export const isOnTheSpot = (path: FollowedCase | null): boolean => path?.end === 'settled' && path.stops.length === 1

/** Of a case nobody on the way settles: the powers that are missing. */
export function missingIn({ stops }: FollowedCase): readonly StopPower[] {
  const needs = stops[0]?.powers ?? []
  return needs.filter((_, need) => !stops.some(({ powers }) => powers[need]?.may === 'yes'))
}
/** Roles on the way of which it is not known what they may. */
export function unknownIn({ stops }: FollowedCase): readonly number[] {
  return stops.flatMap(({ role, powers }) => (powers.some(({ may }) => may === 'unknown') ? [role] : []))
}
