// Flagged and unknown findings about one (role × issue type), or one role: what a room talks about. Made one by one, when they are looked at.
import { byCodeUnit } from '../base/order'
import { FLAGGED_STATE, type Judgements, SEVERITIES, severityOf, stateOf, UNKNOWN_STATE } from './finding'
import type { JudgementColumns } from './judge'
import { inOrder } from './order'
import { rowAbout } from './rows'
import { stakeOfPair, stakeOfRole } from './stakes'
import type { EntryRole, Pair, Survey } from './survey'
import type { Card, CardList, Finding, FindingSeverity } from './types'

/** Which code tells most of a case that several are flagged for, severity being equal. */
const TELLING = ['F04', 'F05', 'F02', 'F01', 'F03']
const telling = (code: string) => (TELLING.includes(code) ? TELLING.indexOf(code) : TELLING.length)

type Said = readonly { readonly judgements: Judgements; readonly verdict: number }[]

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
    const entry = this.survey.entryRoleOf(role)
    if (!entry) return []
    const subjects = Array.from({ length: entry.to - entry.from }, (_, i) => entry.from + i)
    return [...subjects, this.survey.pairCount + entry.at]
      .filter((subject) => this.saidOf(subject).length > 0)
      .map((subject) => ({ card: this.about(subject), first: firstOf(this.saidOf(subject)) }))
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
      const { pairCount } = this.survey
      const found = new Set<number>()
      for (let row = 0; row < code.length; row++) {
        const isOfPair = this.judgements[code[row] as number]?.detector.of === 'pair'
        found.add((subject[row] as number) + (isOfPair ? 0 : pairCount))
      }
      this.ordered = [...found]
    }
    return this.ordered
  }

  private about(subject: number): Card {
    const { survey } = this
    const isOfPair = subject < survey.pairCount
    const of = isOfPair ? survey.pair(subject) : survey.entryRole(subject - survey.pairCount)
    return new CardAbout(survey, of, this.saidOf(subject), SEVERITIES[this.severityOf(subject)] ?? null)
  }

  private severityOf(subject: number): number {
    return this.saidOf(subject).reduce((worst, { verdict }) => Math.max(worst, severityOf(verdict)), -1)
  }

  private saidOf(subject: number): Said {
    const { pairCount } = this.survey
    const [of, at] = subject < pairCount ? (['pair', subject] as const) : (['role', subject - pairCount] as const)
    return this.judgements.flatMap((judgements) => {
      const verdict = judgements.verdicts[at] as number
      return judgements.detector.of === of && stateOf(verdict) <= UNKNOWN_STATE ? [{ judgements, verdict }] : []
    })
  }
}

/** Of the rows of a card the one that stands first, in the order of the screen. */
const firstOf = (said: Said): Said[number] =>
  said.reduce((first, one) => (severityOf(one.verdict) > severityOf(first.verdict) ? one : first))
const byCode = (a: Said[number], b: Said[number]) => byCodeUnit(a.judgements.detector.code, b.judgements.detector.code)

class CardAbout implements Card {
  readonly role: number
  readonly issueType: number | null
  readonly stake: number
  #findings: readonly Finding[] | undefined

  constructor(
    private readonly survey: Survey,
    private readonly of: Pair | EntryRole,
    private readonly said: Said,
    readonly severity: FindingSeverity | null,
  ) {
    this.role = of.role
    this.issueType = 'issueType' in of ? of.issueType : null
    this.stake = 'issueType' in of ? stakeOfPair(of) : stakeOfRole(of)
  }

  get findings(): readonly Finding[] {
    this.#findings ??= this.tell()
    return this.#findings
  }

  private tell(): readonly Finding[] {
    const flagged = this.said.filter(({ verdict }) => stateOf(verdict) === FLAGGED_STATE)
    const codeOf = ({ judgements }: Said[number]) => judgements.detector.code
    flagged.sort((a, b) => severityOf(b.verdict) - severityOf(a.verdict) || telling(codeOf(a)) - telling(codeOf(b)))
    const unknown = this.said.filter(({ verdict }) => stateOf(verdict) === UNKNOWN_STATE)
    return [...flagged, ...unknown].map(({ judgements }) => rowAbout(this.survey, judgements.detector, this.of.at))
  }
}
