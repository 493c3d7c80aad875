// What the panel tells of a role: looked up once for a role and an organisation, so that drawing it is only drawing.

import { authorityOf } from '../../../analysis/authority'
import { casesAt } from '../../../analysis/follow'
import { UNKNOWN } from '../../../analysis/kleene'
import { roleTotalsOf } from '../../../analysis/parts'
import type { Analysis, CaseRef } from '../../../analysis/types'
import { onceEach } from '../../../base/memo'
import type { Measured } from '../../../base/range'
import { type Cell, cellAt } from '../../../base/table'
import type { Layout } from '../../../layout/types'
import { isFeedbackKnown } from '../../../model/channels'
import { roleAt } from '../../../model/roles'
import type { HeldGrant, OpenRoute, Org, RoleId } from '../../../model/types'
import { selectAnalysis, selectLayout, selectOrg } from '../../../state/derived'
import { peopleOf, personId, personName } from '../../../state/people'
import type { AppState } from '../../../state/types'
import { type Arrival, arrivalsAt } from './arrivals'
import { type Channel, channelsOf } from './channels'
import { type Met, metBy } from './met'

export interface RoleFacts {
  readonly role: number
  readonly people: Cell<number>
  /** -1 = nobody */
  readonly manager: number
  readonly reports: readonly number[]
  /** 1 = meets customers; null = no line to a customer, or `isMetKnown` is false. */
  readonly distance: number | null
  readonly isMetKnown: boolean
  readonly meets: readonly Met[]
  /** In scope, all kinds together; null where the file counts none. */
  readonly contacts: Measured
  readonly cases: readonly CaseRef[]
  readonly power: RolePower
  readonly routes: readonly OpenRoute[]
  readonly arrivals: readonly Arrival[]
  /** null where the file has no channels at all. */
  readonly feedback: { readonly tells: readonly Channel[]; readonly hears: readonly Channel[]; readonly isKnown: boolean } | null
  readonly tenureYears: Cell<number>
  readonly names: readonly string[]
}
export interface RolePower {
  readonly isVacant: boolean
  /** At the top, what nobody else was given. */
  readonly hasRest: boolean
  /** False: what is listed is not all, or nothing is listed because nothing is known. */
  readonly isKnown: boolean
  readonly grants: readonly HeldGrant[]
}

export function selectRoleFacts(state: AppState, id: RoleId): RoleFacts | null {
  const org = selectOrg(state)
  const analysis = selectAnalysis(state)
  const role = org ? roleAt(org, id) : undefined
  return org && analysis && role !== undefined ? factsOf(analysis, role, org) : null
}

const factsOf = onceEach((analysis: Analysis, role: number, org: Org): RoleFacts => {
  const { structure, doc } = org
  const distance = structure.distance[role] as number
  return {
    role,
    people: cellAt(doc.roles, 'headcount', role),
    manager: structure.parent[role] as number,
    reports: reportsOf(org, role),
    distance: distance > 0 ? distance : null,
    isMetKnown: structure.distance.includes(1),
    meets: metBy(org, analysis, role),
    contacts: org.contacts.areCounted ? (roleTotalsOf(analysis, role)?.contacts ?? 0) : null,
    cases: casesAt(org, role),
    power: powerOf(org, role),
    routes: org.routes.filter((route) => route.from === role),
    arrivals: arrivalsAt(analysis, role, org),
    feedback: doc.feedback ? { ...channelsOf(org, role), isKnown: isFeedbackKnown(org, role) } : null,
    tenureYears: cellAt(doc.roles, 'tenureYears', role),
    names: peopleOf(org, role).map((person) => personName(org, person) || personId(org, person)),
  }
})

function reportsOf({ structure }: Org, role: number): readonly number[] {
  const reports: number[] = []
  for (let at = structure.firstChild[role] as number; at >= 0; at = structure.nextSibling[at] as number) reports.push(at)
  return reports
}

function powerOf(org: Org, role: number): RolePower {
  const authority = authorityOf(org)
  return {
    isVacant: authority.isVacancy(role),
    hasRest: cellAt(org.doc.roles, 'residualAuthority', role) === true && (org.structure.parent[role] as number) < 0,
    isKnown: authority.holdsUngranted(role) !== UNKNOWN,
    grants: authority.grantsOf(role),
  }
}

/** Roles that stand in one box with this one, itself included; empty where it stands alone. */
export function selectAlike(state: AppState, id: RoleId): readonly number[] {
  const org = selectOrg(state)
  const role = org ? roleAt(org, id) : undefined
  const layout = selectLayout(state, state.session.stand.at)
  if (!layout || role === undefined) return NONE
  const box = layout.boxOf[role] as number
  if ((layout.stacked[box] ?? 1) < 2) return NONE
  return alikeIn(layout, box)
}
const alikeIn = onceEach((layout: Layout, box: number): readonly number[] =>
  Array.from(layout.boxOf, (_, one) => one).filter((one) => layout.boxOf[one] === box),
)
const NONE: readonly number[] = []
