// Who may do what: one need of one case against the grants of a role (domain.md 3.1 `cover`, 3.6).

import { countedInOrder } from '../base/counted'
import { byCodeUnit } from '../base/order'
import { PairIndex } from '../base/pairs'
import { finish, type Steps } from '../base/steps'
import { cellAt } from '../base/table'
import { heldAt } from '../model/roles'
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

const known = new WeakMap<Org, Authority>()
/** One for all who ask of an organisation. */
export const authorityOf = (org: Org): Authority => finish(authoritySteps(org))

/** The same where nobody may wait long. Linear in roles and in who holds what. */
export function* authoritySteps(org: Org): Steps<Authority> {
  let authority = known.get(org)
  if (!authority) known.set(org, (authority = new Authority(org, yield* classSteps(org))))
  return authority
}
const ROWS_A_STEP = 65_536

/** Roles that may do the same: all of their grants say the same, whatever their ids. */
interface PowerClass {
  readonly powers: readonly Power[]
  readonly isVacant: boolean
  readonly isResidual: boolean
  readonly isKnown: boolean
  size: number
}
/** What grants alike say. */
interface Power {
  readonly grant: Grant
  readonly isAgreed: boolean
}

export class Authority {
  /** By role, which of the classes. */
  readonly classOf: Int32Array
  /** All that is granted to anybody, once each. */
  readonly powers: readonly Power[]
  private readonly classes: readonly PowerClass[]
  private held: HeldBy | null = null

  constructor(
    private readonly org: Org,
    classed: Classed,
  ) {
    this.classOf = classed.of
    this.classes = classed.classes
    this.powers = classed.powers
  }

  get classCount(): number {
    return this.classes.length
  }
  sizeOf(powerClass: number): number {
    return (this.classes[powerClass] as PowerClass).size
  }

  /** Lines of org.held. */
  linesOf(role: number): Int32Array {
    this.held ??= heldBy(this.org)
    const { lines, start } = this.held
    return lines.subarray(start[role], start[role + 1])
  }
  /** In order of id. */
  grantsOf(role: number): readonly HeldGrant[] {
    const own = Array.from(this.linesOf(role), (line) => heldAt(this.org, line))
    return own.length > 1 ? own.sort((a, b) => byCodeUnit(a.grant.id, b.grant.id)) : own
  }

  isVacancy(role: number): boolean {
    return this.classAt(role).isVacant
  }
  classIsVacancy(powerClass: number): boolean {
    return (this.classes[powerClass] as PowerClass).isVacant
  }

  /** Whether the role holds anything that others must agree to. */
  hasAgreements(role: number): boolean {
    const { powers, isVacant } = this.classAt(role)
    return !isVacant && powers.some((power) => power.isAgreed)
  }

  /** Whether the role covers the need alone. */
  covers(role: number, need: SingleNeed, context: CaseContext, value: CaseValue): Truth {
    return this.classCovers(this.classOf[role] as number, need, context, value)
  }
  classCovers(powerClass: number, need: SingleNeed, context: CaseContext, value: CaseValue): Truth {
    const own = this.classes[powerClass] as PowerClass
    let truth = ungranted(own)
    if (isDecided(own)) return truth
    for (const { grant, isAgreed } of own.powers) {
      if (truth === YES) break
      if (!isAgreed) truth = either(truth, coverOf(grant, need, context, value))
    }
    return truth
  }

  /** The grants with which the role covers the need if others agree. */
  coversWithAgreement(role: number, need: SingleNeed, context: CaseContext, value: CaseValue): readonly AgreedCover[] {
    if (!this.hasAgreements(role)) return []
    return this.grantsOf(role)
      .filter((held) => held.agreement.length > 0)
      .map((held) => ({ truth: coverOf(held.grant, need, context, value), agreement: held.agreement }))
      .filter((cover) => cover.truth !== NO)
  }

  /** Whether the role counts as a holder of the need, agreement or not. */
  holds(role: number, need: SingleNeed, context: CaseContext, value: CaseValue): Truth {
    return this.classHolds(this.classOf[role] as number, need, context, value)
  }
  classHolds(powerClass: number, need: SingleNeed, context: CaseContext, value: CaseValue): Truth {
    const own = this.classes[powerClass] as PowerClass
    let truth = ungranted(own)
    if (isDecided(own)) return truth
    for (const { grant } of own.powers) {
      if (truth === YES) break
      truth = either(truth, coverOf(grant, need, context, value))
    }
    return truth
  }

  /** Whether the role may hold a power that no grant of the file speaks of. */
  holdsUngranted(role: number): Truth {
    return ungranted(this.classAt(role))
  }
  classHoldsUngranted(powerClass: number): Truth {
    return ungranted(this.classes[powerClass] as PowerClass)
  }

  /** How far the role may go with what a need asks for, agreement or not; the highest of its grants that may match. */
  reachOf(role: number, need: SingleNeed, context: CaseContext): Reach {
    const { powers, isVacant, isResidual } = this.classAt(role)
    if (isVacant) return NO_REACH
    if (isResidual) return { limit: null, isUnlimited: true }
    const reaches = powers.flatMap(({ grant }) => (matches(grant, need, context) === NO ? [] : reachOf(grant)))
    if (reaches.includes(Number.POSITIVE_INFINITY)) return { limit: null, isUnlimited: true }
    return reaches.length === 0 ? NO_REACH : { limit: reaches.reduce((a, b) => Math.max(a, b)), isUnlimited: false }
  }

  /** Whether roles of the class have a grant of the need's kind at all, limits ignored; one that needs agreement does not count (F01). */
  classHasKind(powerClass: number, need: SingleNeed, context: CaseContext): Truth {
    const own = this.classes[powerClass] as PowerClass
    let truth = ungranted(own)
    if (isDecided(own)) return truth
    for (const { grant, isAgreed } of own.powers) {
      if (truth === YES) break
      if (!isAgreed) truth = either(truth, matches(grant, need, context))
    }
    return truth
  }
  hasKind(role: number, need: SingleNeed, context: CaseContext): Truth {
    return this.classHasKind(this.classOf[role] as number, need, context)
  }

  /** Whether the role may say sorry for the fault of `causedBy` (F10). */
  mayApologise(role: number, causedBy: string | null | undefined, context: CaseContext): Truth {
    const own = this.classAt(role)
    let truth = ungranted(own)
    if (isDecided(own)) return truth
    for (const { grant, isAgreed } of own.powers) {
      if (isAgreed || grant.kind !== 'apologise') continue
      const unit = grant.faultOf === 'own-unit' ? cellAt(this.org.doc.roles, 'unit', role) : undefined
      truth = either(truth, both(both(isDecisive(grant), inScope(grant, context)), coversFault(grant, causedBy, unit)))
    }
    return truth
  }

  private classAt(role: number): PowerClass {
    return this.classes[this.classOf[role] as number] as PowerClass
  }
}

/** No grant changes anything: nobody is there, or all that is not delegated is held. */
const isDecided = ({ isVacant, isResidual }: PowerClass): boolean => isVacant || isResidual

function ungranted({ isVacant, isResidual, isKnown }: PowerClass): Truth {
  if (isVacant) return NO
  if (isResidual) return YES
  return isKnown ? NO : UNKNOWN
}

interface HeldBy {
  readonly lines: Int32Array
  readonly start: Int32Array
}
/** Lines of `held` by role. */
function heldBy({ held, doc }: Org): HeldBy {
  const { order, start } = countedInOrder(held.role, held.length, doc.roles.length)
  return { lines: order, start }
}

interface Classed {
  /** By role. */
  readonly of: Int32Array
  readonly classes: readonly PowerClass[]
  readonly powers: readonly Power[]
}

function* classSteps(org: Org): Steps<Classed> {
  const { doc, held, structure } = org
  const n = doc.roles.length
  const powers = new Powers()
  const grants = doc.grants ?? []
  const power = new Int32Array(held.length)
  for (let line = 0, at = -1, alone = 0; line < held.length; line++) {
    if (line % ROWS_A_STEP === 0) yield
    if (held.grant[line] !== at) {
      at = held.grant[line] as number
      alone = powers.placeOf(grants[at] as Grant, false)
    }
    power[line] = held.agreement.get(line)?.length ? powers.placeOf(grants[at] as Grant, true) : alone
  }
  // Sets of powers, one power more at a time, in one order: roles of the same set come to the same place.
  const sets = new PairIndex()
  sets.placeOf(-1, -1)
  const setOf = new Int32Array(n)
  const { order } = countedInOrder(power, held.length, powers.all.length)
  for (let k = 0; k < order.length; k++) {
    if (k % ROWS_A_STEP === 0) yield
    const line = order[k] as number
    const role = held.role[line] as number
    const set = setOf[role] as number
    if (sets.secondOf(set) !== power[line]) setOf[role] = sets.placeOf(set, power[line] as number)
  }
  const isClosed = doc.coverage.authority === 'complete'
  const found = new PairIndex()
  const classes: PowerClass[] = []
  const of = new Int32Array(n)
  for (let role = 0; role < n; role++) {
    if (role % ROWS_A_STEP === 0) yield
    const isVacant = cellAt(doc.roles, 'headcount', role) === 0
    const isResidual = (structure.parent[role] as number) < 0 && cellAt(doc.roles, 'residualAuthority', role) === true
    const isKnown = isClosed || setOf[role] !== 0 || (cellAt(doc.roles, 'known', role)?.includes('authority') ?? false)
    const at = found.placeOf(setOf[role] as number, Number(isVacant) + 2 * Number(isResidual) + 4 * Number(isKnown))
    if (at === classes.length)
      classes.push({ powers: powersIn(sets, setOf[role] as number, powers.all), isVacant, isResidual, isKnown, size: 0 })
    ;(classes[at] as PowerClass).size++
    of[role] = at
  }
  return { of, classes, powers: powers.all }
}

function powersIn(sets: PairIndex, set: number, all: readonly Power[]): readonly Power[] {
  const own: Power[] = []
  for (let at = set; at > 0; at = sets.firstOf(at)) own.push(all[sets.secondOf(at)] as Power)
  return own
}

/** Grants that say the same are one power. */
class Powers {
  readonly all: Power[] = []
  private readonly plain = new Map<string, Map<unknown, number>>()
  private readonly others = new Map<string, number>()

  placeOf(grant: Grant, isAgreed: boolean): number {
    const { kind, limit, policy, system, unit, faultOf, scope, level } = grant
    // Most say a kind and a limit and nothing else.
    if (
      !isAgreed &&
      !scope &&
      policy === undefined &&
      system === undefined &&
      unit === undefined &&
      faultOf === undefined &&
      level === undefined
    ) {
      let byLimit = this.plain.get(kind)
      if (!byLimit) this.plain.set(kind, (byLimit = new Map()))
      return this.placeIn(byLimit, limit, grant, isAgreed)
    }
    const said = [kind, limit, policy, system, unit, faultOf, scope, level, isAgreed]
    return this.placeIn(this.others, JSON.stringify(said.map((one) => (one === undefined ? false : one))), grant, isAgreed)
  }

  private placeIn<K>(known: Map<K, number>, key: K, grant: Grant, isAgreed: boolean): number {
    let at = known.get(key)
    if (at === undefined) known.set(key, (at = this.all.push({ grant, isAgreed }) - 1))
    return at
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
