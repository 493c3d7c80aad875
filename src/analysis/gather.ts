// Many places with one reason are one card: roles of one title where the same kind of case meets the same findings, the same powers and as
// many hands. What is said once of four hundred desks is heard; said four hundred times it is not.
import { floats, ints } from '../base/growing'
import { PairIndex } from '../base/pairs'
import { rounded } from '../base/range'
import { roleOrderOf } from '../model/rank'
import { titleNumbersOf } from '../model/titles'
import type { CardFace } from './judge'
import { RUNS } from './kleene'
import type { Pair, Survey } from './survey'

/** Every card, by its number; plain data. A subject is a pair, then a role, then the organisation, as one count. */
export interface CardColumns {
  /** By subject the card that speaks of it; -1 where there is nothing to say. */
  readonly of: Int32Array<ArrayBuffer>
  /** Of its subjects the one that comes first: it speaks for all. */
  readonly first: Int32Array<ArrayBuffer>
  readonly places: Int32Array<ArrayBuffer>
  /** What is at stake in all its places. */
  readonly stake: Float64Array<ArrayBuffer>
  /** Rank of the worst; -1 = nothing is flagged. */
  readonly severity: Int32Array<ArrayBuffer>
  /** Of the row that comes first: index into detectors, and its place among the subjects of a listed rule. */
  readonly code: Int32Array<ArrayBuffer>
  readonly place: Int32Array<ArrayBuffer>
  /** Where the sums of its rows begin, of a card of many places: added up here, for to judge thousands again takes long. */
  readonly sumStart: Int32Array<ArrayBuffer>
  /** By row, rules of pairs and entry roles before listed ones: contacts in each run; NaN where they are not counted. */
  readonly pessimistic: Float64Array<ArrayBuffer>
  readonly optimistic: Float64Array<ArrayBuffer>
  /** By card all contacts of its roles. */
  readonly whole: Float64Array<ArrayBuffer>
}

/** What is said at one place: a row after the other, contacts in each run. */
export class SaidRows {
  length = 0
  readonly pessimistic: number[] = []
  readonly optimistic: number[] = []
  push(pessimistic: number, optimistic: number): void {
    this.pessimistic[this.length] = pessimistic
    this.optimistic[this.length++] = optimistic
  }
}

/** Nothing has been said yet. */
export const SILENCE = -1
const ALONE = -1
/** More hands than these are told apart no further. */
const DEAD_END = 1_000_000

/**
 * Why a card says what it says, as a number that is the same for the same reason: each thing that is said leads on from what was said before,
 * so that nothing has to be spelled out to be compared.
 */
export class Reasons {
  private readonly known = new PairIndex()
  private readonly byEnding: (readonly number[] | undefined)[] = []

  constructor(private readonly survey: Survey) {}

  and(reason: number, said: number): number {
    return this.known.placeOf(reason, said)
  }

  /** What was said of a pair is so for what its role may do, and for the hands that its cases take. */
  ofPair(said: number, { role, issueType, from, to }: Pair): number {
    let reason = this.and(this.and(said, issueType), this.survey.authority.classOf[role] as number)
    const steps = to - from === 1 ? this.stepsOf(from) : this.stepsOfAll(from, to)
    for (let k = 0; k < steps.length; k++) reason = this.and(reason, steps[k] as number)
    return reason
  }

  private stepsOfAll(from: number, to: number): readonly number[] {
    const all = new Set<number>()
    for (let group = from; group < to; group++) for (const step of this.stepsOf(group)) all.add(step)
    return ascending(all)
  }

  /** The hands that cases of a group take, in each run: groups that end alike are looked at once. */
  private stepsOf(group: number): readonly number[] {
    const { cases, columns, isSure } = this.survey
    const ending = columns.ending[group] as number
    const known = this.byEnding[ending]
    if (known) return known
    const found = new Set<number>()
    for (let one = cases.first(group); one < cases.end(group); one++)
      for (const run of isSure ? CERTAIN : RUNS) found.add(cases.step(one, run) ?? DEAD_END)
    return (this.byEnding[ending] = ascending(found))
  }
}
const ascending = (steps: ReadonlySet<number>): readonly number[] => [...steps].sort((a, b) => a - b)
const CERTAIN = RUNS.slice(0, 1)

export class Gathering {
  private readonly titles: Int32Array
  private readonly rank: Int32Array
  private readonly alike = new PairIndex()
  private readonly cardAlike = ints()
  private readonly of: Int32Array<ArrayBuffer>
  private readonly stakes: Float64Array
  private readonly first = ints()
  private readonly places = ints()
  private readonly stake = floats()
  private readonly severity = ints()
  private readonly code = ints()
  private readonly place = ints()
  private readonly whole = floats()
  private readonly sumStart = ints()
  private readonly pessimistic = floats()
  private readonly optimistic = floats()

  constructor(private readonly survey: Survey) {
    const { org, pairCount } = survey
    const subjects = pairCount + org.doc.roles.length + 1
    this.titles = titleNumbersOf(org.doc)
    this.rank = roleOrderOf(org).rank
    this.of = new Int32Array(subjects).fill(-1)
    this.stakes = new Float64Array(subjects)
  }

  /** `exact`: what is at stake, before it is rounded; `whole`: all contacts of the role. */
  add(subject: number, role: number, face: CardFace, exact: number, whole: number, rows: SaidRows, reason: number): void {
    const stake = rounded(exact)
    this.stakes[subject] = stake
    const card = this.cardOf(role, reason)
    this.of[subject] = card
    if (card === this.first.length) {
      this.first.push(subject)
      this.places.push(1)
      this.stake.push(stake)
      this.severity.push(face.severity)
      this.code.push(face.code)
      this.place.push(face.place)
      this.whole.push(whole)
      this.sumStart.push(this.pessimistic.length)
      for (let k = 0; k < rows.length; k++) {
        this.pessimistic.push(rows.pessimistic[k] as number)
        this.optimistic.push(rows.optimistic[k] as number)
      }
      return
    }
    this.places.add(card, 1)
    this.stake.add(card, stake)
    this.whole.add(card, whole)
    for (let k = 0, at = this.sumStart.at(card); k < rows.length; k++, at++) {
      this.pessimistic.add(at, rows.pessimistic[k] as number)
      this.optimistic.add(at, rows.optimistic[k] as number)
    }
    if (this.comesFirst(subject, stake, card)) {
      this.first.put(card, subject)
      this.place.put(card, face.place)
    }
  }

  columns(): CardColumns {
    const { of, first, places, severity, code, place } = this
    const stake = this.stake.cut()
    for (let card = 0; card < stake.length; card++) stake[card] = rounded(stake[card] as number)
    return {
      of,
      first: first.cut(),
      places: places.cut(),
      stake,
      severity: severity.cut(),
      code: code.cut(),
      place: place.cut(),
      whole: this.whole.cut(),
      ...this.sums(),
    }
  }

  /** Of cards of many places; one place is judged again when somebody looks. */
  private sums(): Pick<CardColumns, 'sumStart' | 'pessimistic' | 'optimistic'> {
    const [sumStart, pessimistic, optimistic] = [ints(), floats(), floats()]
    for (let card = 0; card < this.first.length; card++) {
      sumStart.push(pessimistic.length)
      if (this.places.at(card) === 1) continue
      const end = card + 1 < this.first.length ? this.sumStart.at(card + 1) : this.pessimistic.length
      for (let at = this.sumStart.at(card); at < end; at++) {
        pessimistic.push(this.pessimistic.at(at))
        optimistic.push(this.optimistic.at(at))
      }
    }
    return { sumStart: sumStart.cut(), pessimistic: pessimistic.cut(), optimistic: optimistic.cut() }
  }

  /** A role without a title is like no other. */
  private cardOf(role: number, reason: number): number {
    const title = role < 0 ? ALONE : (this.titles[role] as number)
    const next = this.first.length
    if (title === ALONE) return next
    const at = this.alike.placeOf(reason, title)
    if (at === this.cardAlike.length) this.cardAlike.push(next)
    return this.cardAlike.at(at)
  }

  private comesFirst(subject: number, stake: number, card: number): boolean {
    const other = this.first.at(card)
    return ((this.stakes[other] as number) - stake || this.rankOf(subject) - this.rankOf(other)) < 0
  }
  private rankOf(subject: number): number {
    return this.rank[roleOfSubject(this.survey, subject)] ?? this.rank.length
  }
}

/** Index of its role; the number of roles where it is the organisation. */
export function roleOfSubject({ columns: { entry, groupStart }, pairCount }: Survey, subject: number): number {
  return subject < pairCount ? (entry[groupStart[subject] as number] as number) : subject - pairCount
}
