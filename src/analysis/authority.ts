// Who may do what: one need of one case against the grants of a role (domain.md 3.1 `cover`, 3.6).

import { once } from '../base/memo'
import { byCodeUnit } from '../base/order'
import { cellAt } from '../base/table'
import { heldGrants } from '../model/roles'
import type { Grant, HeldGrant, Org, SingleNeed } from '../model/types'
import { both, either, NO, type Truth, UNKNOWN, YES } from './kleene'
import { isMonetary } from './needs'

const TOLERANCE = 1e-9

/** What of a contact line a grant's scope may ask for. undefined = the file does not say. */
export interface CaseContext {
  readonly issueType: string
  readonly segment: string | undefined
  /** null = known to have none. */
  readonly unit: string | null | undefined
  readonly channel: string | null | undefined
}
/** null = not known, or of no matter. */
export type CaseValue = number | null

/** Roles that must agree beside the holder, and whether the grant covers. */
export interface AgreedCover {
  readonly truth: Truth
  readonly agreement: readonly number[]
}

/** `limit` null: none that is known, or without one. */
export interface Reach {
  readonly limit: number | null
  readonly isUnlimited: boolean
}
const NO_REACH: Reach = { limit: null, isUnlimited: false }

const NOTHING: readonly HeldGrant[] = []

/** One for all who ask of an organisation. */
export const authorityOf = once((org: Org) => new Authority(org))

export class Authority {
  private readonly heldBy: readonly (readonly HeldGrant[])[]
  private readonly isKnown: Uint8Array
  private readonly isVacant: Uint8Array
  private readonly isResidual: Uint8Array
  private readonly needsAgreement: Uint8Array

  constructor(private readonly org: Org) {
    const n = org.doc.roles.length
    const heldBy: (HeldGrant[] | readonly HeldGrant[])[] = new Array(n).fill(NOTHING)
    this.needsAgreement = new Uint8Array(n)
    for (const held of heldGrants(org)) {
      const own = heldBy[held.role] as HeldGrant[]
      if (own === NOTHING) heldBy[held.role] = [held]
      else own.push(held)
      if (held.agreement.length > 0) this.needsAgreement[held.role] = 1
    }
    for (const held of heldBy) if (held.length > 1) (held as HeldGrant[]).sort((a, b) => byCodeUnit(a.grant.id, b.grant.id))
    this.heldBy = heldBy
    const isClosed = org.doc.coverage.authority === 'complete'
    this.isKnown = new Uint8Array(n)
    this.isVacant = new Uint8Array(n)
    this.isResidual = new Uint8Array(n)
    const { roles } = org.doc
    for (let i = 0; i < n; i++) {
      const isListed = isClosed || heldBy[i] !== NOTHING || (cellAt(roles, 'known', i)?.includes('authority') ?? false)
      this.isKnown[i] = isListed ? 1 : 0
      this.isVacant[i] = cellAt(roles, 'headcount', i) === 0 ? 1 : 0
      this.isResidual[i] = (org.structure.parent[i] as number) < 0 && cellAt(roles, 'residualAuthority', i) === true ? 1 : 0
    }
  }

  grantsOf(role: number): readonly HeldGrant[] {
    return this.heldBy[role] as readonly HeldGrant[]
  }

  isVacancy(role: number): boolean {
    return this.isVacant[role] === 1
  }

  /** Whether the role holds anything that others must agree to. */
  hasAgreements(role: number): boolean {
    return this.needsAgreement[role] === 1 && this.isVacant[role] === 0
  }

  /** Whether the role covers the need alone. */
  covers(role: number, need: SingleNeed, context: CaseContext, value: CaseValue): Truth {
    let truth = this.holdsUngranted(role)
    if (this.isDecided(role)) return truth
    for (const { grant, agreement } of this.grantsOf(role)) {
      if (truth === YES) break
      if (agreement.length === 0) truth = either(truth, coverOf(grant, need, context, value))
    }
    return truth
  }

  /** The grants with which the role covers the need if others agree. */
  coversWithAgreement(role: number, need: SingleNeed, context: CaseContext, value: CaseValue): readonly AgreedCover[] {
    if (this.isVacant[role]) return []
    return this.grantsOf(role)
      .filter((held) => held.agreement.length > 0)
      .map((held) => ({ truth: coverOf(held.grant, need, context, value), agreement: held.agreement }))
      .filter((cover) => cover.truth !== NO)
  }

  /** Whether the role counts as a holder of the need, agreement or not. */
  holds(role: number, need: SingleNeed, context: CaseContext, value: CaseValue): Truth {
    let truth = this.holdsUngranted(role)
    if (this.isDecided(role)) return truth
    for (const { grant } of this.grantsOf(role)) {
      if (truth === YES) break
      truth = either(truth, coverOf(grant, need, context, value))
    }
    return truth
  }

  /** Whether the role may hold a power that no grant of the file speaks of. */
  holdsUngranted(role: number): Truth {
    if (this.isVacant[role]) return NO
    if (this.isResidual[role]) return YES
    return this.isKnown[role] ? NO : UNKNOWN
  }

  /** How far the role may go with what a need asks for, agreement or not; the highest of its grants that may match. */
  reachOf(role: number, need: SingleNeed, context: CaseContext): Reach {
    if (this.isVacant[role]) return NO_REACH
    if (this.isResidual[role]) return { limit: null, isUnlimited: true }
    const reaches = this.grantsOf(role).flatMap(({ grant }) => (matches(grant, need, context) === NO ? [] : reachOf(grant)))
    if (reaches.includes(Number.POSITIVE_INFINITY)) return { limit: null, isUnlimited: true }
    return reaches.length === 0 ? NO_REACH : { limit: Math.max(...reaches), isUnlimited: false }
  }

  /** Whether the role has a grant of the need's kind at all, limits ignored; one that needs agreement does not count (F01). */
  hasKind(role: number, need: SingleNeed, context: CaseContext): Truth {
    let truth = this.holdsUngranted(role)
    if (this.isDecided(role)) return truth
    for (const { grant, agreement } of this.grantsOf(role)) {
      if (truth === YES) break
      if (agreement.length === 0) truth = either(truth, matches(grant, need, context))
    }
    return truth
  }

  /** Whether the role may say sorry for the fault of `causedBy` (F10). */
  mayApologise(role: number, causedBy: string | null | undefined, context: CaseContext): Truth {
    let truth = this.holdsUngranted(role)
    if (this.isDecided(role)) return truth
    const unit = cellAt(this.org.doc.roles, 'unit', role)
    for (const { grant, agreement } of this.grantsOf(role)) {
      if (agreement.length > 0 || grant.kind !== 'apologise') continue
      truth = either(truth, both(both(isDecisive(grant), inScope(grant, context)), coversFault(grant, causedBy, unit)))
    }
    return truth
  }

  /** No grant changes anything: nobody is there, or all that is not delegated is held. */
  private isDecided(role: number): boolean {
    return this.isVacant[role] === 1 || this.isResidual[role] === 1
  }
}

/** None where the limit of money is not known. */
function reachOf({ kind, limit }: Grant): readonly number[] {
  if (typeof limit === 'number') return [limit]
  return limit === undefined && isMonetary(kind) ? [] : [Number.POSITIVE_INFINITY]
}

/** cover(g, n, v) of domain.md 3.1, agreement aside. */
function coverOf(grant: Grant, need: SingleNeed, context: CaseContext, value: CaseValue): Truth {
  const matched = matches(grant, need, context)
  return matched === NO ? NO : both(matched, withinLimit(grant, need, value))
}

function matches(grant: Grant, need: SingleNeed, context: CaseContext): Truth {
  if (grant.kind !== need.kind) return NO
  if (differs(grant.policy, need.policy) || differs(grant.system, need.system) || differs(grant.unit, need.unit)) return NO
  return both(isDecisive(grant), inScope(grant, context))
}

function differs(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}

/** Levels 5–7 decide; 1–4 do not hold (domain.md 1.13). */
function isDecisive(grant: Grant): Truth {
  return grant.level === undefined || grant.level === null || grant.level >= 5 ? YES : NO
}

function inScope({ scope }: Grant, context: CaseContext): Truth {
  if (!scope) return YES
  return both(
    both(listed(scope.issueTypes, context.issueType), listed(scope.segments, context.segment)),
    both(listed(scope.units, context.unit), listed(scope.channels, context.channel)),
  )
}

function listed(list: readonly string[] | null | undefined, value: string | null | undefined): Truth {
  if (!list) return YES
  if (list.length === 0) return NO
  return value === undefined ? UNKNOWN : value !== null && list.includes(value) ? YES : NO
}

function withinLimit(grant: Grant, need: SingleNeed, value: CaseValue): Truth {
  if (need.amount === undefined || need.amount === null || grant.limit === null) return YES
  if (grant.limit === undefined) return isMonetary(grant.kind) ? UNKNOWN : YES
  const amount = need.amount === 'value' ? value : need.amount
  if (amount === null) return grant.limit > 0 ? UNKNOWN : NO
  return isWithin(amount, grant.limit) ? YES : NO
}

export function isWithin(amount: number, limit: number): boolean {
  return amount <= limit + TOLERANCE
}

/** `own-unit` covers only the role's unit, no sub-units. */
function coversFault(grant: Grant, causedBy: string | null | undefined, unit: string | null | undefined): Truth {
  const { faultOf } = grant
  if (faultOf === 'any') return YES
  if (faultOf === undefined || causedBy === undefined) return UNKNOWN
  if (faultOf === null || causedBy === null) return NO
  if (faultOf === 'own-unit') return unit === undefined ? UNKNOWN : unit === causedBy ? YES : NO
  return faultOf.includes(causedBy) ? YES : NO
}
