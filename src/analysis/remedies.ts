// What would change it, as edits that can be tried on a copy (domain.md 3.3): give the power, raise the limit, open a shorter way.

import { byCodeUnit } from '../base/order'
import type { Edit } from '../model/edits/edit'
import { idOf, roleAt } from '../model/roles'
import { foldedTitle } from '../model/titles'
import type { Grant, SingleNeed } from '../model/types'
import { limitCovering } from './distribution'
import { isMonetary, type RequiredNeed } from './needs'
import type { Pair } from './survey'

/** Shares of cases that a raised limit is offered for (domain.md F02, evidence). */
const COVERED_SHARES = [0.8, 0.9, 1]

/** Grants of the missing powers to the entry role; money up to what covers four in five cases. Of alternatives the first. */
export function grantsFor(pair: Pair, needs: readonly RequiredNeed[]): readonly Edit[] {
  const role = idOf(pair.survey.org, pair.role)
  return needs.flatMap(({ alternatives }) => {
    const need = alternatives[0]
    if (!need) return []
    const { kind, policy, system, unit } = need
    const scope = Object.fromEntries(Object.entries({ policy, system, unit }).filter(([, value]) => value !== undefined))
    const limit = need.amount === undefined || need.amount === null ? undefined : limitFor(pair, need)
    if (isMonetary(kind) && (limit === null || isHeld(pair, need, limit))) return []
    return [{ kind: 'grant', grant: { role, kind, ...scope, ...(limit === undefined || limit === null ? {} : { limit, per: 'case' }) } }]
  })
}

/** Where the role may already do as much, a further grant would say nothing. */
function isHeld(pair: Pair, { kind }: SingleNeed, limit: number | undefined): boolean {
  return relevantGrants(pair).some(
    (grant) => grant.kind === kind && typeof grant.limit === 'number' && limit !== undefined && grant.limit >= limit,
  )
}

function limitFor(pair: Pair, need: SingleNeed): number | null {
  return typeof need.amount === 'number' ? need.amount : roundedUp(limitCovering(pair.groups[0]?.values, 0.8))
}

/** Grants of the entry role that cover a need of the pair, limits aside, in order of id. */
export function relevantGrants(pair: Pair): readonly Grant[] {
  const kinds = new Set(pair.groups.flatMap((group) => (group.needs ?? []).flatMap((need) => need.alternatives.map((one) => one.kind))))
  return pair.survey.authority
    .grantsOf(pair.role)
    .map((held) => held.grant)
    .filter((grant) => kinds.has(grant.kind))
    .sort((a, b) => byCodeUnit(a.id, b.id))
}

export function limitsRaised(pair: Pair): readonly Edit[] {
  const values = pair.groups[0]?.values
  return relevantGrants(pair).flatMap((grant) => {
    const { limit } = grant
    // A grant by title stands for many roles: raising it would raise them all, so it is not offered here.
    if (typeof limit !== 'number' || roleAt(pair.survey.org, grant.role) !== pair.role) return []
    return limitsAbove(values, limit).map((one) => ({ kind: 'limit', grant: grant.id, limit: one }) as const)
  })
}
function limitsAbove(values: Parameters<typeof limitCovering>[0], limit: number): readonly number[] {
  const raised = COVERED_SHARES.flatMap((share) => roundedUp(limitCovering(values, share)) ?? [])
  return [...new Set(raised)].filter((one) => one > limit)
}

/** Of what the title holds: all its roles may more then. */
export function limitsRaisedOfTitle(pair: Pair, title: string): readonly Edit[] {
  const values = pair.groups[0]?.values
  return relevantGrants(pair).flatMap(({ id, role, limit }) =>
    typeof limit === 'number' && roleAt(pair.survey.org, role) === undefined && foldedTitle(role) === foldedTitle(title)
      ? limitsAbove(values, limit).map((one) => ({ kind: 'limit', grant: id, limit: one }) as const)
      : [],
  )
}

/** Whole money: nobody is given a limit of 95.29. */
function roundedUp(limit: number | null): number | null {
  return limit === null || !Number.isFinite(limit) ? null : Math.ceil(limit - 1e-9)
}

/** Straight to the one who settles the hardest cases of the pair, where somebody stands between. */
export function routesToSettler(pair: Pair): readonly Edit[] {
  const settlers = pair.groups.flatMap((group) =>
    group.cases.flatMap(({ pessimistic: { step, hands } }) => (step !== null && step >= 2 ? [hands.roles.at(-1) as number] : [])),
  )
  return routes(pair, settlers)
}

/** Straight to the nearest who certainly holds what is open. */
export function routesToHolder(pair: Pair, needs: readonly RequiredNeed[]): readonly Edit[] {
  const holders = pair.groups.flatMap((group) =>
    group.cases.flatMap(({ slice }) =>
      needs.flatMap((need) => {
        const nearest = pair.survey.holders.of(need, group.context, slice.value).nearest(pair.role, 'pessimistic')
        return nearest && !group.way.roles.slice(0, 2).includes(nearest.role) ? [nearest.role] : []
      }),
    ),
  )
  return routes(pair, holders)
}

function routes(pair: Pair, targets: readonly number[]): readonly Edit[] {
  const { org } = pair.survey
  const ids = [...new Set(targets)].map((role) => idOf(org, role)).sort(byCodeUnit)
  const [from, issueType] = [idOf(org, pair.role), org.doc.issueTypes?.[pair.issueType]?.id as string]
  return ids.filter((to) => to !== from).map((to) => ({ kind: 'route', route: { from, to, issueTypes: [issueType] } }))
}
