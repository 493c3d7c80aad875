// Flagged and unknown findings about one (role × issue type), one role, or the organisation: what a room talks about. Made one by one, when they are looked at.

import { countedInOrder } from '../base/counted'
import { byCodeUnit } from '../base/order'
import { between } from '../base/range'
import { roleOrderOf } from '../model/rank'
import { remediesEverywhere } from './everywhere'
import { type Detector, FLAGGED_STATE, isTold, type Judgements, SEVERITIES, severityOf, stateOf } from './finding'
import { inOrderOfScreen } from './foremost'
import { type CardColumns, roleOfSubject } from './gather'
import type { JudgementColumns } from './judge'
import { inOrder } from './order'
import { rowAbout, rowOver } from './rows'
import { stakeAt, stakeOfPair } from './stakes'
import type { Survey } from './survey'
import type { Card, CardList, Finding, FindingSeverity } from './types'

/** Which code tells most of a case that several are flagged for, severity being equal. */
const TELLING = ['F04', 'F05', 'F02', 'F01', 'F03', 'F06', 'F10', 'F07', 'F17', 'F11', 'F19', 'F14', 'F13', 'F15', 'F12']
const telling = (code: string) => (TELLING.includes(code) ? TELLING.indexOf(code) : TELLING.length)

/** A row of a card. */
interface Said {
  readonly detector: Detector
  /** Among the subjects of the rule. */
  readonly at: number
  readonly verdict: number
}

export class Cards implements CardList {
  readonly flagged: number
  readonly stuck: number
  readonly length: number
  private readonly cards: CardColumns
  private readonly foremost: Int32Array
  private ordered: readonly number[] | null = null
  private allInOrder: Int32Array | null = null
  private sorted: ReturnType<typeof countedInOrder> | null = null

  constructor(
    private readonly survey: Survey,
    private readonly judgements: readonly Judgements[],
    { cards, stuck, foremost }: JudgementColumns,
  ) {
    this.cards = cards
    this.flagged = cards.severity.reduce((count, severity) => (severity < 0 ? count : count + 1), 0)
    this.stuck = stuck
    this.length = cards.first.length
    this.foremost = foremost
  }

  from(start: number, count: number): readonly Card[] {
    const end = Math.min(this.length, start + count)
    const cards = end <= this.foremost.length ? this.foremost : this.shown
    return Array.from(cards.subarray(start, end), (card) => this.card(card))
  }

  at(role: number): readonly Card[] {
    const { pairCount, org } = this.survey
    const entry = role < 0 ? undefined : this.survey.entryRoleOf(role)
    const subjects = entry ? Array.from({ length: entry.to - entry.from }, (_, i) => entry.from + i) : []
    return [...subjects, pairCount + (role < 0 ? org.doc.roles.length : role)]
      .map((subject) => ({ subject, said: this.saidOf(subject) }))
      .filter(({ said }) => said.length > 0)
      .map(({ subject, said }) => ({ card: this.placeOf(subject), first: firstOf(said) }))
      .sort((a, b) => b.card.stake - a.card.stake || severityOf(b.first.verdict) - severityOf(a.first.verdict) || byCode(a.first, b.first))
      .map(({ card }) => card)
  }

  about(issueType: number, most: number): readonly Card[] {
    const { survey, cards } = this
    const { cases, columns, pairCount } = survey
    const isAbout = (subject: number) => subject < pairCount && cases.kind(columns.groupStart[subject] as number).issueType === issueType
    const found: number[] = []
    for (let card = 0; card < cards.first.length; card++) if (isAbout(cards.first[card] as number)) found.push(card)
    return Array.from(inOrderOfScreen(survey, cards, Int32Array.from(found)).subarray(0, most), (card) => this.card(card))
  }

  /** All, as their first rows stand. */
  all(): readonly Card[] {
    return this.inOrder().map((subject) => this.placeOf(subject))
  }

  private get shown(): Int32Array {
    this.allInOrder ??= inOrderOfScreen(
      this.survey,
      this.cards,
      Int32Array.from(this.cards.first, (_, card) => card),
    )
    return this.allInOrder
  }

  private card(card: number): Card {
    const { first, places, stake } = this.cards
    const one = this.placeOf(first[card] as number)
    return (places[card] as number) === 1 ? one : new CardOver(card, one, places[card] as number, stake[card] as number, this)
  }

  /** In order of role index. */
  private subjectsOf(card: number): Int32Array {
    const { of, first } = this.cards
    // What nothing is said of stands last.
    this.sorted ??= countedInOrder(
      of.map((one) => (one < 0 ? first.length : one)),
      of.length,
      first.length + 1,
    )
    const { order, start } = this.sorted
    return order.subarray(start[card] as number, start[card + 1] as number)
  }

  private inOrder(): readonly number[] {
    if (!this.ordered) {
      const { code, subject } = inOrder(this.survey, this.judgements, false)
      const found = new Set<number>()
      for (let row = 0; row < code.length; row++)
        found.add(this.subjectOf((this.judgements[code[row] as number] as Judgements).detector, subject[row] as number))
      this.ordered = [...found].filter((one) => (this.cards.of[one] as number) >= 0)
    }
    return this.ordered
  }

  /** On which card a row stands. */
  private subjectOf(rule: Detector, at: number): number {
    const { survey } = this
    if (rule.of === 'pair') return at
    const role = rule.of === 'role' ? survey.entryRole(at).role : rule.role(survey, at)
    return survey.pairCount + (role < 0 ? survey.org.doc.roles.length : role)
  }

  placeOf(subject: number): Card {
    const { survey } = this
    const at = subject - survey.pairCount
    const pair = at < 0 ? survey.pair(subject) : null
    const role = pair ? pair.role : at < survey.org.doc.roles.length ? at : -1
    const stake = pair ? stakeOfPair(pair) : stakeAt(survey, role)
    const severity = SEVERITIES[this.severityOf(subject)] ?? null
    return new CardAbout(survey, role, pair?.issueType ?? null, stake, this.saidOf(subject), severity)
  }

  /** The findings of a card’s first place, said of all its places. */
  over(card: number, findings: readonly Finding[]): readonly Finding[] {
    const { survey, cards } = this
    const subjects = this.subjectsOf(card)
    const said = this.saidOf(cards.first[card] as number)
    // Sums stand in the order in which rules were asked: listed ones last.
    const asked = [...said.filter(({ detector }) => detector.of !== 'listed'), ...said.filter(({ detector }) => detector.of === 'listed')]
    const roles = () => Int32Array.from(subjects, (subject) => roleOfSubject(survey, subject))
    return asTold(said).map((one, k) => {
      const first = findings[k] as Finding
      const sums = this.sumsOf(card, asked.indexOf(one), one.detector.of !== 'listed')
      const places = () => this.placesOf(one.detector, k, subjects)
      return rowOver(first, sums, () => remediesEverywhere(survey, one.detector, first, one.at, roles(), places))
    })
  }

  private sumsOf(card: number, row: number, isShareOfWhole: boolean) {
    const { places, sumStart, pessimistic, optimistic, whole, stake } = this.cards
    const at = (sumStart[card] as number) + row
    const [worst, best, all] = [pessimistic[at] as number, optimistic[at] as number, whole[card] as number]
    const isCounted = this.survey.org.contacts.areCounted && !Number.isNaN(worst)
    return {
      places: places[card] as number,
      contacts: isCounted ? between(worst, best) : null,
      share: isShareOfWhole && all > 0 ? between(worst / all, best / all) : null,
      stake: stake[card] as number,
    }
  }

  /** Among the subjects of the rule whose row stands `k`th on the cards. */
  private placesOf(rule: Detector, k: number, subjects: Int32Array): Int32Array {
    return rule.of === 'pair' ? subjects : Int32Array.from(subjects, (subject) => (asTold(this.saidOf(subject))[k] as Said).at)
  }

  inOrderOfStake(card: number): readonly number[] {
    const { survey } = this
    const subjects = this.subjectsOf(card)
    const { rank } = roleOrderOf(survey.org)
    const stakeOf = (subject: number) =>
      subject < survey.pairCount ? stakeOfPair(survey.pair(subject)) : stakeAt(survey, roleOfSubject(survey, subject))
    return Array.from(subjects, (subject) => ({ subject, stake: stakeOf(subject), rank: rank[roleOfSubject(survey, subject)] as number }))
      .sort((a, b) => b.stake - a.stake || a.rank - b.rank)
      .map(({ subject }) => subject)
  }

  private severityOf(subject: number): number {
    return this.saidOf(subject).reduce((worst, { verdict }) => Math.max(worst, severityOf(verdict)), -1)
  }

  saidOf(subject: number): readonly Said[] {
    const { survey } = this
    const card = subject - survey.pairCount
    const role = card < survey.org.doc.roles.length ? card : -1
    const entry = role < 0 ? undefined : survey.entryRoleOf(role)
    const isOfPair = card < 0
    return this.judgements.flatMap(({ detector, verdicts }): readonly Said[] => {
      const places =
        detector.of === 'listed'
          ? isOfPair
            ? NOWHERE
            : detector.at(survey, role)
          : detector.of === 'pair'
            ? isOfPair
              ? [subject]
              : NOWHERE
            : isOfPair || !entry
              ? NOWHERE
              : [entry.at]
      return places.flatMap((at) => {
        const verdict = verdicts[at]
        return verdict === undefined || !isTold(verdict) ? [] : [{ detector, at, verdict }]
      })
    })
  }
}
const NOWHERE: readonly number[] = []

/** Of the rows of a card the one that stands first, in the order of the screen. */
const firstOf = (said: readonly Said[]): Said =>
  said.reduce((first, one) => (severityOf(one.verdict) > severityOf(first.verdict) ? one : first))
const byCode = (a: Said, b: Said) => byCodeUnit(a.detector.code, b.detector.code)

/** The order of the rows of a card. */
function asTold(said: readonly Said[]): readonly Said[] {
  const flagged = said.filter(({ verdict }) => stateOf(verdict) === FLAGGED_STATE)
  flagged.sort((a, b) => severityOf(b.verdict) - severityOf(a.verdict) || telling(a.detector.code) - telling(b.detector.code))
  return [...flagged, ...said.filter(({ verdict }) => stateOf(verdict) !== FLAGGED_STATE)]
}

class CardAbout implements Card {
  readonly places = 1
  #findings: readonly Finding[] | undefined

  constructor(
    private readonly survey: Survey,
    readonly role: number,
    readonly issueType: number | null,
    readonly stake: number,
    private readonly said: readonly Said[],
    readonly severity: FindingSeverity | null,
  ) {}

  get findings(): readonly Finding[] {
    this.#findings ??= asTold(this.said).map(({ detector, at }) => rowAbout(this.survey, detector, at))
    return this.#findings
  }
  from(start: number, count: number): readonly Card[] {
    return start === 0 && count > 0 ? [this] : []
  }
}

/** Many places at once: the first of them speaks, and what can be added up is. */
class CardOver implements Card {
  readonly role: number
  readonly issueType: number | null
  readonly severity: FindingSeverity | null
  #findings: readonly Finding[] | undefined
  #inOrder: readonly number[] | undefined

  constructor(
    private readonly card: number,
    private readonly first: Card,
    readonly places: number,
    readonly stake: number,
    private readonly cards: Cards,
  ) {
    const { role, issueType, severity } = first
    this.role = role
    this.issueType = issueType
    this.severity = severity
  }

  get findings(): readonly Finding[] {
    this.#findings ??= this.cards.over(this.card, this.first.findings)
    return this.#findings
  }

  from(start: number, count: number): readonly Card[] {
    this.#inOrder ??= this.cards.inOrderOfStake(this.card)
    return this.#inOrder.slice(start, start + count).map((subject) => this.cards.placeOf(subject))
  }
}
