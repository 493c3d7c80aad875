// How one case ends: the smallest number of hands among which every need is covered (domain.md 3.1 `step`, 3.6 "Walk").
// A case collects authority as it climbs; two limits never add up.
import { floats, ints } from '../base/growing'
import { PairIndex } from '../base/pairs'
import type { Org } from '../model/types'
import { type Agreed, Agreements } from './agreement'
import type { Authority } from './authority'
import { type Hands, handsOf } from './hands'
import type { CaseKind } from './kinds'
import { holdsIn, type Run, UNKNOWN } from './kleene'
import type { RequiredNeed } from './needs'
import type { Powers } from './powers'
import type { Ways } from './ways'

/** One way to end, as it is told. */
export interface Outcome {
  /** Hand-offs; null = a dead end. */
  readonly step: number | null
  /** After the entry role to the one that settles, agreeing roles last; of a dead end to the end of the way. */
  readonly hands: Hands
  /** How many at the end of the hands are there only to agree. */
  readonly agreeing: number
  /** Needs nobody on the way covers; empty where settled. */
  readonly open: readonly RequiredNeed[]
}

/** The entry role first. */
export function pathOf(entry: number, { hands }: Outcome): readonly number[] {
  return [entry, ...hands.roles]
}

export const DEAD_END = -1
/** NaN where a role does not say: a sum that takes it in cannot be said either. */
export interface OutcomeColumns {
  /** Hand-offs; DEAD_END. */
  readonly step: Int32Array<ArrayBuffer>
  /** Who comes after the entry role, and how many of the way are gone through; -1, 0 where nobody. */
  readonly next: Int32Array<ArrayBuffer>
  readonly along: Int32Array<ArrayBuffer>
  /** Clock hours from the first hand-off to the last; `knownHours` leaves out who does not say. */
  readonly hours: Float64Array<ArrayBuffer>
  readonly knownHours: Float64Array<ArrayBuffer>
  /** What an hour of all of them costs. */
  readonly perHour: Float64Array<ArrayBuffer>
  /** Index into `opens`. */
  readonly open: Int32Array<ArrayBuffer>
  /** Places among the needs of the kind; the first is none. */
  readonly opens: readonly (readonly number[])[]
  /** By outcome, who has to agree beside those on the way: few have anybody. */
  readonly agreeing: ReadonlyMap<number, readonly number[]>
}
const NOTHING: readonly number[] = []

/** Walks cases and keeps how they end, each way to end once. */
export class Walker {
  /** How the case walked last ends in each run; one and the same where nothing that decides it is in doubt. */
  pessimistic = 0
  optimistic = 0
  private isInDoubt = false
  private readonly issues: number
  private readonly places = new PairIndex()
  private readonly rows = new PairIndex()
  private readonly placed = ints()
  private readonly step
  private readonly next
  private readonly along
  private readonly hours
  private readonly knownHours
  private readonly perHour
  private readonly open
  private readonly opens: (readonly number[])[]
  private readonly openAt = new Map<string, number>()
  private readonly agreeing: Map<number, readonly number[]>
  private covered = new Uint8Array(8)
  private readonly visited = new Set<number>()

  /** Goes on where other walks ended. */
  constructor(
    private readonly org: Org,
    private readonly authority: Authority,
    private readonly ways: Ways,
    private readonly powers: Powers,
    before?: OutcomeColumns,
  ) {
    this.issues = Math.max(1, org.doc.issueTypes?.length ?? 0)
    this.step = ints(before?.step)
    this.next = ints(before?.next)
    this.along = ints(before?.along)
    this.hours = floats(before?.hours)
    this.knownHours = floats(before?.knownHours)
    this.perHour = floats(before?.perHour)
    this.open = ints(before?.open)
    this.opens = [...(before?.opens ?? [NOTHING])]
    for (const [at, open] of this.opens.entries()) this.openAt.set(open.join(), at)
    this.agreeing = new Map(before?.agreeing)
  }

  columns(): OutcomeColumns {
    const { step, next, along, hours, knownHours, perHour, open, opens, agreeing } = this
    return {
      step: step.cut(),
      next: next.cut(),
      along: along.cut(),
      hours: hours.cut(),
      knownHours: knownHours.cut(),
      perHour: perHour.cut(),
      open: open.cut(),
      opens,
      agreeing,
    }
  }

  /** A case of the kind's slice that arrives at a role. */
  walk(entry: number, kind: CaseKind, slice: number): void {
    this.isInDoubt = false
    this.pessimistic = this.settle(entry, kind, slice, 'pessimistic')
    this.optimistic = this.isInDoubt ? this.settle(entry, kind, slice, 'optimistic') : this.pessimistic
  }
  stepOf(outcome: number): number {
    return this.step.at(outcome)
  }
  areHoursKnown(outcome: number): boolean {
    return !Number.isNaN(this.hours.at(outcome))
  }

  /** Needs not known: never settled in the pessimistic run, settled at once in the optimistic. */
  private settle(entry: number, kind: CaseKind, slice: number, run: Run): number {
    const { needs, issueType } = kind
    if (needs === undefined) {
      this.isInDoubt = true
      if (run === 'pessimistic') return this.deadEnd(entry, issueType, this.lengthOf(entry, issueType), NOTHING)
    }
    if (needs === undefined || needs.length === 0) return this.settledByAnybody(entry, kind)
    const { powers, ways, visited } = this
    if (this.covered.length < needs.length) this.covered = new Uint8Array(needs.length)
    const { covered } = this
    for (let i = 0; i < needs.length; i++) covered[i] = 0
    const agreed = kind.isAgreed ? new Agreements(this.org, this.authority, kind, slice, run) : null
    let left = needs.length
    let role = entry
    let along = 0
    const isLine = ways.isLine(entry)
    if (!isLine) visited.clear()
    for (;;) {
      const effect = powers.effectOf(kind, role)
      for (let i = 0; i < needs.length; i++) {
        if (covered[i]) continue
        const truth = powers.covers(effect, kind, slice, i)
        if (truth === UNKNOWN) this.isInDoubt = true
        if (!holdsIn(run, truth)) continue
        covered[i] = 1
        left--
      }
      if (left === 0) {
        if (agreed?.isInDoubt) this.isInDoubt = true
        return this.endingAt(entry, issueType, along, 0)
      }
      agreed?.lookAt(role, covered)
      if (agreed?.best && along + 1 >= agreed.best.step) break
      if (!isLine) visited.add(role)
      const next = ways.next(role, issueType)
      if (next < 0 || (!isLine && visited.has(next))) break
      role = next
      along++
    }
    if (agreed?.isInDoubt) this.isInDoubt = true
    if (agreed?.best) return this.settledInAgreement(entry, issueType, agreed.best)
    return this.deadEnd(
      entry,
      issueType,
      along,
      needs.flatMap((_, i) => (covered[i] || agreed?.isOffered(i) ? [] : [i])),
    )
  }

  /** Nothing is needed but somebody who is there: a vacancy settles nothing. */
  private settledByAnybody(entry: number, kind: CaseKind): number {
    const { powers, ways } = this
    let role = entry
    for (let along = 0; ; along++) {
      if (!powers.isVacancy(powers.effectOf(kind, role))) return this.endingAt(entry, kind.issueType, along, 0)
      const next = ways.next(role, kind.issueType)
      // A way that meets itself comes to nobody new.
      if (next < 0 || along >= this.org.doc.roles.length)
        return this.deadEnd(entry, kind.issueType, this.lengthOf(entry, kind.issueType), NOTHING)
      role = next
    }
  }

  private lengthOf(entry: number, issueType: number): number {
    return this.ways.wayOf(entry, issueType).roles.length - 1
  }

  private deadEnd(entry: number, issueType: number, along: number, open: readonly number[]): number {
    const key = open.join()
    let at = this.openAt.get(key)
    if (at === undefined) this.openAt.set(key, (at = this.opens.push(open) - 1))
    return this.endingAt(entry, issueType, along, at + 1)
  }

  /** `end`: 0 = settled, else 1 + what stays open. */
  private endingAt(entry: number, issueType: number, along: number, end: number): number {
    const next = along === 0 ? -1 : this.ways.next(entry, issueType)
    const place = this.places.placeOf(next, this.ways.isLine(entry) ? along * this.issues : along * this.issues + issueType)
    const row = this.rows.placeOf(place, end)
    if (row < this.placed.length) return this.placed.at(row)
    const hands = handsOf(this.org, alongFrom(this.ways, next, issueType, along))
    const outcome = this.add(end === 0 ? along : DEAD_END, next, along, hands, Math.max(0, end - 1))
    this.placed.push(outcome)
    return outcome
  }

  private settledInAgreement(entry: number, issueType: number, { along, step, extras }: Agreed): number {
    const next = along === 0 ? -1 : this.ways.next(entry, issueType)
    const hands = handsOf(this.org, [...alongFrom(this.ways, next, issueType, along), ...extras])
    const outcome = this.add(step, next, along, hands, 0)
    this.agreeing.set(outcome, extras)
    return outcome
  }

  private add(step: number, next: number, along: number, hands: Hands, open: number): number {
    this.step.push(step)
    this.next.push(next)
    this.along.push(along)
    this.hours.push(hands.hours ?? Number.NaN)
    this.knownHours.push(hands.knownHours)
    this.perHour.push(hands.perHour ?? Number.NaN)
    this.open.push(open)
    return this.step.length - 1
  }
}

/** So many roles of a way. */
function alongFrom(ways: Ways, first: number, issueType: number, count: number): readonly number[] {
  const roles: number[] = []
  for (let role = first; roles.length < count; role = ways.next(role, issueType)) roles.push(role)
  return roles
}

/** One row of the columns, told. */
export function outcomeOf(columns: OutcomeColumns, at: number, kind: CaseKind, ways: Ways): Outcome {
  const step = columns.step[at] as number
  const extras = columns.agreeing.get(at) ?? NOTHING
  const numbers = { hours: columns.hours[at] as number, perHour: columns.perHour[at] as number }
  const onTheWay = alongFrom(ways, columns.next[at] as number, kind.issueType, columns.along[at] as number)
  return {
    step: step === DEAD_END ? null : step,
    hands: {
      roles: extras.length > 0 ? [...onTheWay, ...extras] : onTheWay,
      hours: Number.isNaN(numbers.hours) ? null : numbers.hours,
      knownHours: columns.knownHours[at] as number,
      perHour: Number.isNaN(numbers.perHour) ? null : numbers.perHour,
    },
    agreeing: extras.length,
    open: (columns.opens[columns.open[at] as number] as readonly number[]).map((need) => kind.needs?.[need] as RequiredNeed),
  }
}
