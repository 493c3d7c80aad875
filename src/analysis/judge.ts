// All rules asked of all subjects: a byte a rule and subject, how many there are of each, and which come first. Plain data.
import type { Steps } from '../base/steps'
import { ROWS_A_STEP } from './cases'
import { detectors } from './detect'
import { FLAGGED_STATE, type Judged, type Judgements, severityOf, stateOf, UNKNOWN_STATE, verdictOf } from './finding'
import { Foremost } from './foremost'
import { exactStakeOfPair, exactStakeOfRole } from './stakes'
import { type EntryRole, Pair, type Survey } from './survey'

export interface JudgementColumns {
  /** By rule in order of code, by its subjects: pairs or entry roles. */
  readonly verdicts: readonly Uint8Array<ArrayBuffer>[]
  readonly counts: { readonly flagged: number; readonly unknown: number }
  /** Subjects of which something is flagged, of those the ones about a kind of case; of which nothing is and something not known. */
  readonly cards: { readonly flagged: number; readonly stuck: number; readonly unknown: number }
  /** Those that come first, flagged before unknown: pairs, then entry roles, as one count. */
  readonly foremost: Int32Array<ArrayBuffer>
}

/** Linear in pairs × rules. */
export function* judgementSteps(survey: Survey): Steps<JudgementColumns> {
  const judging = new Judging(survey)
  for (let at = 0; at < survey.entryCount; at++) {
    if (at % (ROWS_A_STEP / 2) === 0) yield
    judging.ask(survey.entryRole(at))
  }
  return judging.columns()
}

class Judging {
  private readonly verdicts: readonly Uint8Array<ArrayBuffer>[]
  private readonly aboutPairs: readonly Rule<Pair>[]
  private readonly aboutRoles: readonly Rule<EntryRole>[]
  private readonly counts = { flagged: 0, unknown: 0 }
  private readonly cards = { flagged: 0, stuck: 0, unknown: 0 }
  private readonly foremost: Foremost

  constructor(private readonly survey: Survey) {
    this.verdicts = detectors.map(({ of }) => new Uint8Array(of === 'pair' ? survey.pairCount : survey.entryCount))
    const own = (code: number) => this.verdicts[code] as Uint8Array
    this.aboutPairs = detectors.flatMap(({ of, judge }, code) => (of === 'pair' ? [{ code, judge, own: own(code) }] : []))
    this.aboutRoles = detectors.flatMap(({ of, judge }, code) => (of === 'role' ? [{ code, judge, own: own(code) }] : []))
    this.foremost = new Foremost(survey)
  }

  /** All that is about an entry role. */
  ask(entry: EntryRole): void {
    const { survey, cards, counts, foremost } = this
    for (let at = entry.from; at < entry.to; at++) {
      const pair = new Pair(survey, at, entry)
      const card = judged(this.aboutPairs, pair, counts)
      if (!card) continue
      if (card.isFlagged) cards.stuck++
      cards[card.isFlagged ? 'flagged' : 'unknown']++
      foremost.offer(at, card, exactStakeOfPair(pair))
    }
    const card = judged(this.aboutRoles, entry, counts)
    if (!card) return
    cards[card.isFlagged ? 'flagged' : 'unknown']++
    foremost.offer(survey.pairCount + entry.at, card, exactStakeOfRole(entry))
  }

  columns(): JudgementColumns {
    const { verdicts, counts, cards, foremost } = this
    return { verdicts, counts, cards, foremost: foremost.subjects() }
  }
}

interface Rule<Subject> {
  /** Index into detectors. */
  readonly code: number
  readonly judge: (subject: Subject) => Judged
  readonly own: Uint8Array
}

/** Asks all rules of one subject; null where nothing is to be said of it. */
function judged<Subject extends { readonly at: number }>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  counts: { flagged: number; unknown: number },
): CardFace | null {
  let flaggedBy = -1
  let unknownBy = -1
  let severity = -1
  for (const { code, judge, own } of rules) {
    const verdict = verdictOf(judge(subject))
    own[subject.at] = verdict
    const state = stateOf(verdict)
    if (state === FLAGGED_STATE) {
      counts.flagged++
      if (severityOf(verdict) > severity) {
        severity = severityOf(verdict)
        flaggedBy = code
      }
    } else if (state === UNKNOWN_STATE) {
      counts.unknown++
      if (unknownBy < 0) unknownBy = code
    }
  }
  if (flaggedBy < 0 && unknownBy < 0) return null
  return { isFlagged: flaggedBy >= 0, severity, code: flaggedBy >= 0 ? flaggedBy : unknownBy }
}

/** What decides where a card stands, besides what is at stake. */
export interface CardFace {
  readonly isFlagged: boolean
  /** Rank of the worst; -1 = nothing is flagged. */
  readonly severity: number
  /** Of the row that comes first: index into detectors. */
  readonly code: number
}

export function judgementsFrom({ verdicts }: JudgementColumns): readonly Judgements[] {
  return detectors.map((detector, code) => ({ detector, verdicts: verdicts[code] as Uint8Array }))
}
