// What the panel tells of an issue type: what it needs, who meets it, who may settle it, where it gets stuck.

import { casesAt } from '../../../analysis/follow'
import { dependsOnValue, requiredNeeds } from '../../../analysis/needs'
import { cardListOf } from '../../../analysis/parts'
import type { Analysis, Card, CaseRef } from '../../../analysis/types'
import { onceEach } from '../../../base/memo'
import { byCodeUnit } from '../../../base/order'
import { heldGrants } from '../../../model/roles'
import type { Grant, HeldGrant, IssueType, Org, PolicyOwner, SingleNeed } from '../../../model/types'
import { selectAnalysis, selectOrg } from '../../../state/derived'
import type { AppState } from '../../../state/types'
import { caseOf } from './met'
import { type Counted, countedBy } from './segment'

/** One grant and everybody who has it: a grant by title is held by many. */
export interface Settler {
  readonly held: HeldGrant
  readonly roles: readonly number[]
}
export interface IssueFacts {
  readonly index: number
  readonly issueType: IssueType
  readonly areNeedsKnown: boolean
  /** Whether it matters what a case is worth. */
  readonly isValued: boolean
  readonly meets: readonly Counted[]
  /** null where nobody meets it. */
  readonly firstCase: CaseRef | null
  readonly settlers: readonly Settler[]
  /** Nobody else may. */
  readonly isAuthorityComplete: boolean
  readonly cards: readonly Card[]
  readonly owner: PolicyOwner
}

export function selectIssueFacts(state: AppState, id: string): IssueFacts | null {
  const org = selectOrg(state)
  const analysis = selectAnalysis(state)
  const index = org?.issueTypeAt.get(id)
  return org && analysis && index !== undefined ? factsOf(analysis, index, org) : null
}

/** Further down nobody reads. */
const MOST_CARDS = 500

const factsOf = onceEach((analysis: Analysis, index: number, org: Org): IssueFacts => {
  const issueType = org.doc.issueTypes?.[index] as IssueType
  const needs = requiredNeeds(issueType)
  const meets = countedBy(org, org.contacts.role, (line) => org.contacts.issueType[line] === index)
  const entry = meets[0]?.index
  return {
    index,
    issueType,
    areNeedsKnown: needs !== undefined,
    isValued: dependsOnValue(needs),
    meets,
    firstCase: entry === undefined ? null : caseOf(casesAt(org, entry), issueType.id),
    settlers: settlersOf(
      org,
      issueType,
      (needs ?? []).flatMap((need) => need.alternatives),
    ),
    isAuthorityComplete: org.doc.coverage.authority === 'complete',
    cards: cardListOf(analysis).about(index, MOST_CARDS),
    owner: org.policyOwners[index] ?? { kind: 'not known' },
  }
})

/** Grants of a kind that is needed, in reach of this issue type; nearest to customers first, then the farthest reaching. */
function settlersOf(org: Org, issueType: IssueType, needs: readonly SingleNeed[]): readonly Settler[] {
  const found = new Map<Grant, { held: HeldGrant; roles: number[] }>()
  for (const held of heldGrants(org)) {
    if (!needs.some((need) => isFor(held.grant, need, issueType.id))) continue
    const settler = found.get(held.grant)
    if (settler) settler.roles.push(held.role)
    else found.set(held.grant, { held, roles: [held.role] })
  }
  const distance = ({ held }: Settler) => {
    const steps = org.structure.distance[held.role] as number
    return steps < 0 ? Number.POSITIVE_INFINITY : steps
  }
  const limit = ({ held: { grant } }: Settler) => (grant.limit === null ? Number.POSITIVE_INFINITY : (grant.limit ?? 0))
  return [...found.values()].sort(
    (a, b) => compare(distance(a), distance(b)) || compare(limit(b), limit(a)) || byCodeUnit(a.held.grant.id, b.held.grant.id),
  )
}
const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

function isFor(grant: Grant, need: SingleNeed, issueType: string): boolean {
  const agrees = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b
  const isInScope = grant.scope?.issueTypes?.includes(issueType) ?? true
  return (
    grant.kind === need.kind &&
    isInScope &&
    agrees(grant.policy, need.policy) &&
    agrees(grant.system, need.system) &&
    agrees(grant.unit, need.unit)
  )
}
