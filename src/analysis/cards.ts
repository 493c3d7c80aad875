// Flagged and unknown findings about one (role × issue type), one role, or the organisation: what a room talks about. Made one by one, when they are looked at.
import { byCodeUnit } from '../base/order'
import { type Detector, FLAGGED_STATE, type Judgements, SEVERITIES, severityOf, stateOf, UNKNOWN_STATE } from './finding'
import type { JudgementColumns } from './judge'
import { inOrder } from './order'
import { rowAbout } from './rows'
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
  private readonly foremost: Int32Array
  private ordered: readonly number[] | null = null
  private partedOrder: readonly number[] | null = null

  constructor(
    private readonly survey: Survey,
    private readonly judgements: readonly Judgements[],
    { cards, foremost }: JudgementColumns,
  ) {
    this.flagged = cards.flagged
    this.stuck = cards.stuck
    this.length = cards.flagged + cards.unknown
    this.foremost = foremost
  }

  from(start: number, count: number): readonly Card[] {
    const end = Math.min(this.length, start + count)
    const subjects = end <= this.foremost.length ? this.foremost : this.shown
    return Array.from(subjects.slice(start, end), (subject) => this.about(subject))
  }

  at(role: number): readonly Card[] {
    const { pairCount, org } = this.survey
    const entry = role < 0 ? undefined : this.survey.entryRoleOf(role)
    const subjects = entry ? Array.from({ length: entry.to - entry.from }, (_, i) => entry.from + i) : []
    return [...subjects, pairCount + (role < 0 ? org.doc.roles.length : role)]
      .map((subject) => ({ subject, said: this.saidOf(subject) }))
      .filter(({ said }) => said.length > 0)
      .map(({ subject, said }) => ({ card: this.about(subject), first: firstOf(said) }))
      .sort((a, b) => b.card.stake - a.card.stake || severityOf(b.first.verdict) - severityOf(a.first.verdict) || byCode(a.first, b.first))
      .map(({ card }) => card)
  }

  /** All, as their first rows stand. */
  all(): readonly Card[] {
    return this.inOrder().map((subject) => this.about(subject))
  }

  /** Flagged before unknown. */
  private get shown(): readonly number[] {
    if (!this.partedOrder) {
      const all = this.inOrder()
      const isFlagged = (subject: number) => this.severityOf(subject) >= 0
      this.partedOrder = [...all.filter(isFlagged), ...all.filter((subject) => !isFlagged(subject))]
    }
    return this.partedOrder
  }

  private inOrder(): readonly number[] {
    if (!this.ordered) {
      const { code, subject } = inOrder(this.survey, this.judgements, false)
      const found = new Set<number>()
      for (let row = 0; row < code.length; row++)
        found.add(this.subjectOf((this.judgements[code[row] as number] as Judgements).detector, subject[row] as number))
      this.ordered = [...found]
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

  private about(subject: number): Card {
    const { survey } = this
    const at = subject - survey.pairCount
    const pair = at < 0 ? survey.pair(subject) : null
    const role = pair ? pair.role : at < survey.org.doc.roles.length ? at : -1
    const stake = pair ? stakeOfPair(pair) : stakeAt(survey, role)
    const severity = SEVERITIES[this.severityOf(subject)] ?? null
    return new CardAbout(survey, role, pair?.issueType ?? null, stake, this.saidOf(subject), severity)
  }

  private severityOf(subject: number): number {
    return this.saidOf(subject).reduce((worst, { verdict }) => Math.max(worst, severityOf(verdict)), -1)
  }

  private saidOf(subject: number): readonly Said[] {
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
        return verdict === undefined || stateOf(verdict) > UNKNOWN_STATE ? [] : [{ detector, at, verdict }]
      })
    })
  }
}
const NOWHERE: readonly number[] = []

/** Of the rows of a card the one that stands first, in the order of the screen. */
const firstOf = (said: readonly Said[]): Said =>
  said.reduce((first, one) => (severityOf(one.verdict) > severityOf(first.verdict) ? one : first))
const byCode = (a: Said, b: Said) => byCodeUnit(a.detector.code, b.detector.code)

class CardAbout implements Card {
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
    this.#findings ??= this.tell()
    return this.#findings
  }

  private tell(): readonly Finding[] {
    const flagged = this.said.filter(({ verdict }) => stateOf(verdict) === FLAGGED_STATE)
    flagged.sort((a, b) => severityOf(b.verdict) - severityOf(a.verdict) || telling(a.detector.code) - telling(b.detector.code))
    const unknown = this.said.filter(({ verdict }) => stateOf(verdict) === UNKNOWN_STATE)
    return [...flagged, ...unknown].map(({ detector, at }) => rowAbout(this.survey, detector, at))
  }
}
