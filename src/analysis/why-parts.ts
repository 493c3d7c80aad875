// The cases of a figure, those that go one way taken as one, with what they add in each run. Read by the row: of a hundred thousand parts a
// dozen are told.
import { floats, ints } from '../base/growing'
import { idOf, roleAt } from '../model/roles'
import { RUNS, type Run } from './kleene'
import { dependsOnValue } from './needs'
import type { Survey } from './survey'
import type { Figure, Walk } from './types'
import { type CasePart, measuredOf, type Part, type Runs } from './why-types'

/** A dozen are read; the others are said together. */
export const MOST_PARTS = 12

/** What one contact of a case of a group adds, both by their rows; NaN = it cannot be said. */
export type Adds = (group: number, one: number, run: Run, segment: number) => number
/** Contact lines of some groups. */
export interface Fed {
  /** Rows, in order of ids. */
  readonly groups: Int32Array
  /** Only of this segment. */
  readonly segment: number | undefined
}
export interface Sum {
  /** The largest first, a dozen at most. */
  readonly parts: readonly CasePart[]
  /** The parts that are not listed, together. */
  readonly rest: { readonly count: number; readonly adds: Runs } | null
  readonly adds: Runs
  /** Every contact looked at, whether it adds anything or not. */
  readonly contacts: number
  /** What adds something. */
  readonly fed: Fed
  /** Of some part it is not known who brings it. */
  readonly isAnonymous: boolean
}
interface How {
  /** Parts are told apart by the value of the case and its way, by who brings it. */
  readonly byWay: boolean
  readonly bySegment: boolean
}

export function sumOf(survey: Survey, figure: Figure, adds: Adds, how: How): Sum {
  const { columns, cases, org } = survey
  const segment = figure.segment === undefined ? undefined : org.segmentAt.get(figure.segment)
  const issue = figure.issueType === undefined ? undefined : org.issueTypeAt.get(figure.issueType)
  const found = new Found(survey, how)
  const fed = ints()
  let contacts = 0
  for (const entry of entriesFor(survey, figure)) {
    for (let pair = columns.pairStart[entry] as number; pair < (columns.pairStart[entry + 1] as number); pair++) {
      const from = columns.groupStart[pair] as number
      if (issue !== undefined && cases.kind(from).issueType !== issue) continue
      found.startPair()
      for (let group = from; group < (columns.groupStart[pair + 1] as number); group++) {
        let isFed = false
        for (const { by, weight } of weightsOf(survey, group, how.bySegment, segment)) {
          contacts += weight
          for (let one = cases.first(group); one < cases.end(group); one++) {
            const [worst, best] = [adds(group, one, 'pessimistic', by), adds(group, one, 'optimistic', by)]
            if (worst === 0 && best === 0) continue
            isFed = true
            found.add(group, one, by, weight * cases.share(one), worst, best)
          }
        }
        if (isFed) fed.push(group)
      }
    }
  }
  return { ...found.told(), contacts, fed: { groups: fed.cut(), segment } }
}

/** Places among the entry roles. */
function entriesFor(survey: Survey, { role }: Figure): ArrayLike<number> & Iterable<number> {
  if (role === undefined) return survey.inOrder
  const entry = survey.entryRoleOf(roleAt(survey.org, role) as number)
  return entry ? [entry.at] : []
}

interface Weight {
  /** -1 = all segments as one. */
  readonly by: number
  weight: number
}
function weightsOf({ cases, columns, org }: Survey, group: number, bySegment: boolean, segment: number | undefined): readonly Weight[] {
  if (segment === undefined && !bySegment) return [{ by: -1, weight: cases.weight(group) }]
  const weights: Weight[] = []
  for (let k = columns.lineStart[group] as number; k < (columns.lineStart[group + 1] as number); k++) {
    const line = columns.lines[k] as number
    const by = org.contacts.segment[line] as number
    if (segment !== undefined && by !== segment) continue
    const known = weights.find((one) => one.by === by)
    const weight = org.contacts.weight[line] as number
    if (known) known.weight += weight
    else weights.push({ by, weight })
  }
  return weights
}

/** Parts by the row: those of one pair stand together. */
class Found {
  private readonly group = ints()
  private readonly one = ints()
  private readonly segment = ints()
  private readonly contacts = floats()
  private readonly each = { pessimistic: floats(), optimistic: floats() }
  private readonly adds = { pessimistic: floats(), optimistic: floats() }
  /** Where the parts of its pair begin. */
  private readonly pairFrom = ints()
  private from = 0

  constructor(
    private readonly survey: Survey,
    private readonly how: How,
  ) {}

  startPair(): void {
    this.from = this.group.length
  }

  add(group: number, one: number, segment: number, contacts: number, worst: number, best: number): void {
    const [byWorst, byBest] = [contacts * worst, contacts * best]
    for (let part = this.from; part < this.group.length; part++) {
      if (this.segment.at(part) !== segment || !this.goAlike(part, group, one)) continue
      this.contacts.add(part, contacts)
      this.adds.pessimistic.add(part, byWorst)
      this.adds.optimistic.add(part, byBest)
      return
    }
    this.group.push(group)
    this.one.push(one)
    this.segment.push(segment)
    this.contacts.push(contacts)
    this.each.pessimistic.push(worst)
    this.each.optimistic.push(best)
    this.adds.pessimistic.push(byWorst)
    this.adds.optimistic.push(byBest)
    this.pairFrom.push(this.from)
  }

  told(): Pick<Sum, 'parts' | 'rest' | 'adds' | 'isAnonymous'> {
    const count = this.group.length
    const first: number[] = []
    const adds = { pessimistic: 0, optimistic: 0 }
    let isAnonymous = false
    for (let part = 0; part < count; part++) {
      adds.pessimistic += this.adds.pessimistic.at(part)
      adds.optimistic += this.adds.optimistic.at(part)
      isAnonymous ||= this.segment.at(part) < 0
      if (first.length === MOST_PARTS && this.compare(part, first[MOST_PARTS - 1] as number) >= 0) continue
      let to = first.length
      while (to > 0 && this.compare(part, first[to - 1] as number) < 0) to--
      first.splice(to, 0, part)
      if (first.length > MOST_PARTS) first.pop()
    }
    return { parts: first.map((part) => this.partAt(part)), rest: this.restOf(first), adds: said(adds), isAnonymous }
  }

  private restOf(told: readonly number[]): Sum['rest'] {
    const count = this.group.length - told.length
    if (count === 0) return null
    const isTold = new Set(told)
    const adds = { pessimistic: 0, optimistic: 0 }
    for (const run of RUNS) for (let part = 0; part < this.group.length; part++) if (!isTold.has(part)) adds[run] += this.adds[run].at(part)
    return { count, adds: said(adds) }
  }

  /** What cannot be said comes first: it is why the sum cannot be said. */
  private compare(a: number, b: number): number {
    const [one, other] = [this.sizeOf(a), this.sizeOf(b)]
    return one === other ? this.contacts.at(b) - this.contacts.at(a) : other > one ? 1 : -1
  }
  private sizeOf(part: number): number {
    const most = Math.max(this.adds.pessimistic.at(part), this.adds.optimistic.at(part))
    return Number.isNaN(most) ? Number.POSITIVE_INFINITY : most
  }

  /** Of the same pair: the same value and the same hands in each run. */
  private goAlike(part: number, group: number, one: number): boolean {
    if (!this.how.byWay) return true
    const { cases } = this.survey
    const other = this.one.at(part)
    if (!this.isOfValue(part, group, one, dependsOnValue(cases.kind(group).needs))) return false
    return RUNS.every((run) => cases.isAlike(one, other, run))
  }

  /** Whether a reader can tell the cases apart by their value; which that is matters only where values decide. */
  private isOfValue(part: number, group: number, one: number, doesMatter: boolean): boolean {
    const [slice, other] = [this.sliceOf(group, one), this.sliceOf(this.group.at(part), this.one.at(part))]
    return slice.isStretch === other.isStretch && (!doesMatter || slice.value === other.value)
  }
  private sliceOf(group: number, one: number) {
    const { cases } = this.survey
    return cases.slice(group, one)
  }

  /** Parts of one value go several ways: then it matters who brings them. */
  private isTwoFaced(part: number): boolean {
    const from = this.pairFrom.at(part)
    for (let other = from; other < this.group.length && this.pairFrom.at(other) === from; other++)
      if (other !== part && this.isOfValue(other, this.group.at(part), this.one.at(part), true)) return true
    return false
  }

  private partAt(part: number): CasePart {
    const { survey, how } = this
    const { org } = survey
    const group = survey.group(this.group.at(part))
    const one = this.one.at(part)
    const slice = this.sliceOf(group.at, one)
    const isStretch = how.byWay && slice.isStretch
    const own = this.segment.at(part)
    const segment = own >= 0 ? own : how.byWay && this.isTwoFaced(part) ? soleSegment(survey, group.lines) : -1
    return {
      kind: 'case',
      case: {
        entry: idOf(org, group.entry),
        issueType: org.doc.issueTypes?.[group.issueType]?.id as string,
        value: how.byWay && dependsOnValue(group.needs) ? (slice.point ?? (isStretch ? typicalOf(slice.value, slice.mean) : null)) : null,
        segment: org.doc.segments?.[segment]?.id ?? null,
      },
      entry: group.entry,
      issueType: group.issueType,
      segment,
      upTo: isStretch && slice.value !== null && Number.isFinite(slice.value) ? slice.value : null,
      contacts: this.contacts.at(part),
      step: how.byWay ? stepOf(survey, one) : undefined,
      each: measuredOf(said({ pessimistic: this.each.pessimistic.at(part), optimistic: this.each.optimistic.at(part) })),
      loss: null,
      worth: null,
      adds: said({ pessimistic: this.adds.pessimistic.at(part), optimistic: this.adds.optimistic.at(part) }),
    }
  }
}

/** One case of the stretch: what it ends at goes as all of it does; beyond the last limit its mean. */
function typicalOf(end: number | null, mean: number | null): number | null {
  return end !== null && Number.isFinite(end) ? end : mean
}

function soleSegment({ org }: Survey, lines: readonly number[]): number {
  const segments = new Set(lines.map((line) => org.contacts.segment[line] as number))
  return segments.size === 1 ? (segments.values().next().value as number) : -1
}

function stepOf({ cases }: Survey, one: number): Walk['step'] {
  const [worst, best] = [cases.step(one, 'pessimistic'), cases.step(one, 'optimistic')]
  return worst === best ? worst : { low: best as number, high: worst }
}

function said({ pessimistic, optimistic }: Readonly<Record<Run, number>>): Runs {
  const orNull = (value: number) => (Number.isNaN(value) ? null : value)
  return { pessimistic: orNull(pessimistic), optimistic: orNull(optimistic) }
}

const plus = (a: number | null, b: number | null) => (a === null || b === null ? null : a + b)

export function addedUp(parts: readonly Pick<Part, 'adds'>[]): Runs {
  return parts.reduce<Runs>(
    (sum, { adds }) => ({ pessimistic: plus(sum.pessimistic, adds.pessimistic), optimistic: plus(sum.optimistic, adds.optimistic) }),
    { pessimistic: 0, optimistic: 0 },
  )
}

export function restOf(parts: readonly Part[]): { readonly count: number; readonly adds: Runs } | null {
  return parts.length === 0 ? null : { count: parts.length, adds: addedUp(parts) }
}
