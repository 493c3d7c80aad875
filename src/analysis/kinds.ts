// Kinds of case: what arrives, wherever it arrives, told apart by all that decides who may settle it.
import { cellAt } from '../base/table'
import type { Org, Values } from '../model/types'
import type { Authority, CaseContext } from './authority'
import { type Slice, slicesOf } from './distribution'
import { dependsOnValue, type RequiredNeed, requiredNeeds } from './needs'

/** Of one issue type, of the same values, and alike in all that some grant of the file tells apart. Plain data. */
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

/** Each kind once. Lines of one row of demand follow each other and are of one kind. */
export class Kinds {
  readonly all: CaseKind[] = []
  private readonly known = new Map<string, number>()
  private readonly issues: readonly { readonly needs: readonly RequiredNeed[] | undefined; readonly isAgreed: boolean }[]
  /** By which sides of a case some grant tells cases apart. */
  readonly sides: readonly Side[]
  private readonly limits: ReadonlyMap<string, ReadonlySet<number>>
  private last = -1
  private lastKind = -1

  constructor(
    private readonly org: Org,
    authority: Authority,
  ) {
    const agreed = new Set(authority.powers.flatMap(({ grant, isAgreed }) => (isAgreed ? [grant.kind] : [])))
    this.issues = (org.doc.issueTypes ?? []).map((issueType) => {
      const needs = requiredNeeds(issueType)
      return { needs, isAgreed: (needs ?? []).some((need) => need.alternatives.some((one) => agreed.has(one.kind))) }
    })
    this.sides = sidesIn(authority)
    this.limits = limitsByKind(authority)
  }

  /** Which kind a contact line is of. */
  of(line: number): number {
    if (this.last < 0 || !this.areOfOneRow(this.last, line)) this.lastKind = this.placeOf(line)
    this.last = line
    return this.lastKind
  }

  /** The same kinds by what is granted now; which of them are other than before. */
  again(before: readonly CaseKind[]): readonly boolean[] {
    return before.map((kind) => {
      const now = this.made(kind.at, kind.issueType, kind.context, kind.values)
      this.all.push(now)
      return (
        now.isAgreed !== kind.isAgreed ||
        now.slices.length !== kind.slices.length ||
        now.slices.some((one, i) => one.value !== kind.slices[i]?.value)
      )
    })
  }

  private areOfOneRow(a: number, b: number): boolean {
    const { row, touchpoint, issueType } = this.org.contacts
    return row[a] === row[b] && touchpoint[a] === touchpoint[b] && issueType[a] === issueType[b]
  }

  private placeOf(line: number): number {
    const { doc, contacts } = this.org
    const issue = contacts.issueType[line] as number
    const own = doc.demand && cellAt(doc.demand, 'values', contacts.row[line] as number)
    const context = contextOf(this.org, line)
    const said = this.sides.map((side) => context[SIDES[side]] ?? (context[SIDES[side]] === null ? 0 : null))
    const key =
      said.length === 0 && own === undefined ? String(issue) : JSON.stringify([issue, ...said, ...(own === undefined ? [] : [own])])
    let at = this.known.get(key)
    if (at === undefined) {
      const values = own === undefined ? doc.issueTypes?.[issue]?.values : own
      at = this.all.push(this.made(this.all.length, issue, context, values)) - 1
      this.known.set(key, at)
    }
    return at
  }

  private made(at: number, issueType: number, context: CaseContext, values: CaseKind['values']): CaseKind {
    const { needs, isAgreed } = this.issues[issueType] as (typeof this.issues)[number]
    const slices = slicesOf(values, dependsOnValue(needs) ? limitsFor(needs, this.limits) : [])
    return { at, issueType, context, values, needs, slices, isAgreed }
  }
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
const SIDES = { segments: 'segment', units: 'unit', channels: 'channel' } as const
type Side = keyof typeof SIDES

function sidesIn({ powers }: Authority): readonly Side[] {
  return (Object.keys(SIDES) as Side[]).filter((side) => powers.some(({ grant }) => grant.scope?.[side]))
}

function limitsByKind({ powers }: Authority): ReadonlyMap<string, ReadonlySet<number>> {
  const limits = new Map<string, Set<number>>()
  for (const { grant } of powers) {
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
