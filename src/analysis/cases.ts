// Every case that arrives, walked once in each run. Lines of one entry role and issue type that every grant treats alike are one group;
// groups whose entry roles may do the same and hand on to the same role share their walks.

import { cellAt } from '../base/table'
import { heldGrants } from '../model/roles'
import type { HeldGrant, Org, Values } from '../model/types'
import { type Authority, authorityOf, type CaseContext } from './authority'
import { type Slice, slicesOf } from './distribution'
import { AllHands } from './hands'
import { both as bothOf, either, NO, type Truth, UNKNOWN, YES } from './kleene'
import { dependsOnValue, type RequiredNeed, requiredNeeds } from './needs'
import { type Outcomes, outcomesOf } from './outcome'
import { type Way, Ways } from './ways'

/** A slice of values and how it ends in each run. */
export interface Case extends Outcomes {
  readonly slice: Slice
}
/** What arrives, wherever it arrives: of one issue type, of the same values, and alike in all that some grant of the file tells apart. */
export interface CaseKind {
  readonly at: number
  readonly issueType: number
  readonly context: CaseContext
  readonly values: Values | null | undefined
  readonly needs: readonly RequiredNeed[] | undefined
  readonly slices: readonly Slice[]
  /** Some power that is needed is granted under the agreement of others: who is on the way decides then, so that no two entry roles go alike. */
  readonly isAgreed: boolean
}
/** How the cases of a kind end for all entry roles that may do the same and hand on to the same role. */
export interface Endings {
  readonly cases: readonly Case[]
  /** Whether the entry roles hold a power of each kind that is needed, limits aside (F01). */
  readonly kindsHeld: Truth
  /** Both runs are the same: nothing that decides is in doubt. */
  readonly isSure: boolean
  /** In both runs all cases are settled by the one they arrive at. */
  readonly isOnTheSpot: boolean
  /** In some run some cases are settled by nobody. */
  readonly isDead: boolean
  /** It is known how long all hands take. */
  readonly isTimed: boolean
}

/** Contact lines with one entry role and of one kind. */
export class CaseGroup {
  weight = 0
  /** Indexes into org.contacts, in canonical order. */
  readonly lines: number[]

  constructor(
    first: number,
    readonly entry: number,
    readonly kind: CaseKind,
    readonly endings: Endings,
    private readonly ways: Ways,
  ) {
    this.lines = [first]
  }

  get issueType(): number {
    return this.kind.issueType
  }
  get context(): CaseContext {
    return this.kind.context
  }
  get values(): Values | null | undefined {
    return this.kind.values
  }
  get needs(): readonly RequiredNeed[] | undefined {
    return this.kind.needs
  }
  get cases(): readonly Case[] {
    return this.endings.cases
  }
  get way(): Way {
    return this.ways.wayOf(this.entry, this.kind.issueType)
  }
}
export interface Cases {
  readonly authority: Authority
  readonly groups: readonly CaseGroup[]
  /** By contact line; undefined where it is out of scope. */
  readonly groupOf: readonly (CaseGroup | undefined)[]
  /** How many walks it took: a count of work. */
  readonly walked: number
}

/** Left out: everything that arrives, by the way cases really take. */
export interface Asked {
  readonly authority?: Authority
  readonly ways?: Ways
  /** Contact lines, ascending. */
  readonly lines?: readonly number[]
}

export function casesOf(org: Org, { authority = authorityOf(org), ways = new Ways(org), lines: asked }: Asked = {}): Cases {
  const { contacts } = org
  const kinds = new Kinds(org)
  const walks = new Walks(org, authority, ways)
  const found = new Map<number, CaseGroup>()
  const groups: CaseGroup[] = []
  const groupOf: (CaseGroup | undefined)[] = new Array(contacts.length).fill(undefined)
  const count = asked?.length ?? contacts.length
  for (let k = 0; k < count; k++) {
    const line = asked ? (asked[k] as number) : k
    if ((contacts.boundary[line] as number) >= 0) continue
    const entry = contacts.role[line] as number
    const kind = kinds.of(line)
    const key = kind.at * org.doc.roles.length + entry
    let group = found.get(key)
    if (!group) {
      group = new CaseGroup(line, entry, kind, walks.endingsOf(entry, kind), ways)
      groups.push(group)
      found.set(key, group)
    } else group.lines.push(line)
    group.weight += contacts.weight[line] as number
    groupOf[line] = group
  }
  return { authority, groups, groupOf, walked: walks.count }
}

/** Kinds of case, each once. Lines of one row of demand follow each other and are of one kind. */
class Kinds {
  private readonly known = new Map<string, CaseKind>()
  private readonly issues: readonly { readonly needs: readonly RequiredNeed[] | undefined; readonly isAgreed: boolean }[]
  private readonly scopes: readonly ((context: CaseContext) => string | null | undefined)[]
  private readonly limits: ReadonlyMap<string, ReadonlySet<number>>
  private last: { readonly line: number; readonly kind: CaseKind } | null = null

  constructor(private readonly org: Org) {
    const agreed = new Set(heldGrants(org).flatMap(({ grant, agreement }) => (agreement.length > 0 ? [grant.kind] : [])))
    this.issues = (org.doc.issueTypes ?? []).map((issueType) => {
      const needs = requiredNeeds(issueType)
      return { needs, isAgreed: (needs ?? []).some((need) => need.alternatives.some((one) => agreed.has(one.kind))) }
    })
    this.scopes = scopedDimensions(heldGrants(org))
    this.limits = limitsByKind(heldGrants(org))
  }

  of(line: number): CaseKind {
    if (this.last && this.isOfOneRow(this.last.line, line)) return this.last.kind
    const kind = this.kindOf(line)
    this.last = { line, kind }
    return kind
  }

  private isOfOneRow(a: number, b: number): boolean {
    const { row, touchpoint, issueType } = this.org.contacts
    return row[a] === row[b] && touchpoint[a] === touchpoint[b] && issueType[a] === issueType[b]
  }

  private kindOf(line: number): CaseKind {
    const { doc, contacts } = this.org
    const issue = contacts.issueType[line] as number
    const own = doc.demand && cellAt(doc.demand, 'values', contacts.row[line] as number)
    const context = contextOf(this.org, line)
    const key =
      this.scopes.length === 0 && own === undefined
        ? String(issue)
        : JSON.stringify([
            issue,
            ...this.scopes.map((of) => of(context) ?? (of(context) === null ? 0 : null)),
            ...(own === undefined ? [] : [own]),
          ])
    let kind = this.known.get(key)
    if (!kind) {
      const { needs, isAgreed } = this.issues[issue] as (typeof this.issues)[number]
      const values = own === undefined ? doc.issueTypes?.[issue]?.values : own
      const slices = slicesOf(values, dependsOnValue(needs) ? limitsFor(needs, this.limits) : [])
      kind = { at: this.known.size, issueType: issue, context, values, needs, slices, isAgreed }
      this.known.set(key, kind)
    }
    return kind
  }
}

/** Walks, each once for all entry roles that may do the same and hand on to the same role (architecture.md, size). */
class Walks {
  count = 0
  private readonly hands: AllHands
  private readonly shared = new Map<Way, Map<string | number, Endings>>()

  constructor(
    private readonly org: Org,
    private readonly authority: Authority,
    private readonly ways: Ways,
  ) {
    this.hands = new AllHands(org)
  }

  endingsOf(entry: number, kind: CaseKind): Endings {
    const { ahead, isShared } = this.ways.aheadOf(entry, kind.issueType)
    const kindsHeld = kindsHeldAt(this.authority, entry, kind)
    if (!isShared || kind.isAgreed) return this.walk(entry, ahead, kind, kindsHeld)
    let ofWay = this.shared.get(ahead)
    if (!ofWay) this.shared.set(ahead, (ofWay = new Map()))
    const powers = powersOf(this.authority, entry, kind)
    const kindAndHeld = kind.at * 3 + kindsHeld
    const key = typeof powers === 'number' ? kindAndHeld * 3 ** MOST_IN_NUMBER + powers : `${kindAndHeld} ${powers}`
    let endings = ofWay.get(key)
    if (!endings) ofWay.set(key, (endings = this.walk(entry, ahead, kind, kindsHeld)))
    return endings
  }

  private walk(entry: number, ahead: Way, { needs, slices, context }: CaseKind, kindsHeld: Truth): Endings {
    const road = { org: this.org, authority: this.authority, hands: this.hands, entry, ahead }
    this.count += slices.length
    const cases = slices.map((slice) => {
      const { pessimistic, optimistic } = outcomesOf(road, needs, context, slice.value)
      return { slice, pessimistic, optimistic }
    })
    const both = cases.flatMap(({ pessimistic, optimistic }) => [pessimistic, optimistic])
    return {
      cases,
      kindsHeld,
      isSure: cases.every((one) => one.pessimistic === one.optimistic),
      isOnTheSpot: both.every(({ step }) => step === 0),
      isDead: both.some(({ step }) => step === null),
      isTimed: both.every(({ hands }) => hands.hours !== null),
    }
  }
}

function kindsHeldAt(authority: Authority, entry: number, { needs, context }: CaseKind): Truth {
  if (needs === undefined) return UNKNOWN
  let all: Truth = YES
  for (const { alternatives } of needs) {
    let truth: Truth = NO
    for (const one of alternatives) truth = either(truth, authority.hasKind(entry, one, context))
    all = bothOf(all, truth)
  }
  return all
}

/** So many truths fit a number. */
const MOST_IN_NUMBER = 18

/** All that an entry role does to a case: which needs it covers, slice by slice; of a case that needs nothing whether anybody is there. */
function powersOf(authority: Authority, entry: number, { needs, slices, context }: CaseKind): string | number {
  if (needs === undefined || needs.length === 0) return authority.isVacancy(entry) ? 1 : 0
  const isShort = slices.length * needs.length <= MOST_IN_NUMBER
  let number = 0
  let text = ''
  for (const { value } of slices) {
    for (const { alternatives } of needs) {
      let truth: Truth = NO
      for (const one of alternatives) truth = either(truth, authority.covers(entry, one, context, value))
      if (isShort) number = number * 3 + truth
      else text += truth
    }
  }
  return isShort ? number : text
}

function contextOf(org: Org, line: number): CaseContext {
  const touchpoint = org.doc.touchpoints?.[org.contacts.touchpoint[line] as number]
  return {
    issueType: org.doc.issueTypes?.[org.contacts.issueType[line] as number]?.id as string,
    segment: org.doc.segments?.[org.contacts.segment[line] as number]?.id,
    unit: touchpoint?.unit,
    channel: touchpoint?.channel,
  }
}

/** The sides of a case, besides its issue type, by which some grant of the file tells cases apart. */
function scopedDimensions(held: readonly HeldGrant[]): readonly ((context: CaseContext) => string | null | undefined)[] {
  const dimensions = [
    ['segments', (context: CaseContext) => context.segment],
    ['units', (context: CaseContext) => context.unit],
    ['channels', (context: CaseContext) => context.channel],
  ] as const
  return dimensions.filter(([name]) => held.some(({ grant }) => grant.scope?.[name])).map(([, of]) => of)
}

function limitsByKind(held: readonly HeldGrant[]): ReadonlyMap<string, ReadonlySet<number>> {
  const limits = new Map<string, Set<number>>()
  for (const { grant } of held) {
    if (typeof grant.limit !== 'number') continue
    const known = limits.get(grant.kind)
    if (known) known.add(grant.limit)
    else limits.set(grant.kind, new Set([grant.limit]))
  }
  return limits
}

function limitsFor(needs: readonly RequiredNeed[] | undefined, limits: ReadonlyMap<string, ReadonlySet<number>>): readonly number[] {
  return (needs ?? []).flatMap((need) =>
    need.alternatives.flatMap((one) => (one.amount === 'value' ? [...(limits.get(one.kind) ?? [])] : [])),
  )
}
