// Every case that arrives, walked once in each run. Lines of one entry role and issue type that every grant treats alike share their walks.
import { cellAt } from '../base/table'
import type { HeldGrant, IssueType, Org, Values } from '../model/types'
import { Authority, type CaseContext } from './authority'
import { type Slice, slicesOf } from './distribution'
import { dependsOnValue, type RequiredNeed, requiredNeeds } from './needs'
import { type Outcome, outcomeOf } from './outcome'
import { type Way, Ways } from './ways'

/** A slice of values and how it ends in each run. */
export interface Case {
  readonly slice: Slice
  readonly pessimistic: Outcome
  readonly optimistic: Outcome
}
/** Contact lines with one entry role and issue type that every grant treats alike. */
export interface CaseGroup {
  readonly entry: number
  readonly issueType: number
  readonly context: CaseContext
  readonly values: Values | null | undefined
  readonly needs: readonly RequiredNeed[] | undefined
  readonly way: Way
  readonly cases: readonly Case[]
  /** Indexes into org.contacts, in canonical order. */
  readonly lines: readonly number[]
  readonly weight: number
}
export interface Cases {
  readonly authority: Authority
  readonly groups: readonly CaseGroup[]
  /** By contact line; undefined where it is out of scope. */
  readonly groupOf: readonly (CaseGroup | undefined)[]
}

/** Left out: everything that arrives, by the way cases really take. */
export interface Asked {
  readonly authority?: Authority
  readonly ways?: Ways
  /** Contact lines, ascending. */
  readonly lines?: readonly number[]
}

export function casesOf(org: Org, { authority = new Authority(org), ways = new Ways(org), lines: asked }: Asked = {}): Cases {
  const scopes = scopedDimensions(org.held)
  const issues = (org.doc.issueTypes ?? []).map((issueType) => ({ issueType, needs: requiredNeeds(issueType) }))
  const limits = limitsByKind(org.held)
  const found = new Map<string, { group: CaseGroup; lines: number[]; weight: number }>()
  const { contacts } = org
  const groupOf: (CaseGroup | undefined)[] = Array.from({ length: contacts.length })
  const count = asked?.length ?? contacts.length
  for (let k = 0; k < count; k++) {
    const line = asked ? (asked[k] as number) : k
    if ((contacts.boundary[line] as number) >= 0) continue
    const entry = contacts.role[line] as number
    const issue = contacts.issueType[line] as number
    const { issueType, needs } = issues[issue] as (typeof issues)[number]
    const own = org.doc.demand && cellAt(org.doc.demand, 'values', contacts.row[line] as number)
    const values = own === undefined ? issueType.values : own
    const context = contextOf(org, line, issueType)
    const key = JSON.stringify([entry, issue, ...scopes.map((of) => of(context) ?? (of(context) === null ? 0 : null)), own ?? null])
    let entryOf = found.get(key)
    if (!entryOf) {
      const way = ways.wayOf(entry, issue)
      const slices = slicesOf(values, dependsOnValue(needs) ? limitsFor(needs, limits) : [])
      const cases = slices.map((slice) => ({
        slice,
        pessimistic: outcomeOf(org, authority, way, needs, context, slice.value, 'pessimistic'),
        optimistic: outcomeOf(org, authority, way, needs, context, slice.value, 'optimistic'),
      }))
      const lines: number[] = []
      entryOf = { group: { entry, issueType: issue, context, values, needs, way, cases, lines, weight: 0 }, lines, weight: 0 }
      found.set(key, entryOf)
    }
    entryOf.lines.push(line)
    entryOf.weight += contacts.weight[line] as number
    groupOf[line] = entryOf.group
  }
  const whole = new Map([...found.values()].map(({ group, weight }) => [group, { ...group, weight }]))
  return { authority, groups: [...whole.values()], groupOf: groupOf.map((group) => group && whole.get(group)) }
}

function contextOf(org: Org, line: number, issueType: IssueType): CaseContext {
  const touchpoint = org.doc.touchpoints?.[org.contacts.touchpoint[line] as number]
  return {
    issueType: issueType.id,
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
