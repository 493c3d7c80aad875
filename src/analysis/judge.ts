// All rules asked of all subjects: a byte a rule and subject, how many there are of each, and which come first. Plain data.
import type { Steps } from '../base/steps'
import { ROWS_A_STEP } from './cases'
import { detectors } from './detect'
import { FLAGGED_STATE, type Judged, type Judgements, severityOf, stateOf, UNKNOWN_STATE, verdictOf } from './finding'
import { Foremost } from './foremost'
import { stakeOfPair, stakeOfRole } from './stakes'
import { Pair, type Survey } from './survey'

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
  const verdicts = detectors.map(({ of }) => new Uint8Array(of === 'pair' ? survey.pairCount : survey.entryCount))
  const columnOf = (code: number) => verdicts[code] as Uint8Array<ArrayBuffer>
  const aboutPairs = detectors.flatMap(({ of, judge }, code) => (of === 'pair' ? [{ code, judge, own: columnOf(code) }] : []))
  const aboutRoles = detectors.flatMap(({ of, judge }, code) => (of === 'role' ? [{ code, judge, own: columnOf(code) }] : []))
  const counts = { flagged: 0, unknown: 0 }
  const cards = { flagged: 0, stuck: 0, unknown: 0 }
  const foremost = new Foremost(survey)
  for (let at = 0; at < survey.entryCount; at++) {
    if (at % (ROWS_A_STEP / 2) === 0) yield
    const entry = survey.entryRole(at)
    for (let at = entry.from; at < entry.to; at++) {
      const pair = new Pair(survey, at, entry)
      const card = judged(aboutPairs, pair, counts)
      if (!card) continue
      if (card.isFlagged) cards.stuck++
      cards[card.isFlagged ? 'flagged' : 'unknown']++
      foremost.offer(at, card, stakeOfPair(pair))
    }
    const card = judged(aboutRoles, entry, counts)
    if (!card) continue
    cards[card.isFlagged ? 'flagged' : 'unknown']++
    foremost.offer(survey.pairCount + at, card, stakeOfRole(entry))
  }
  return { verdicts, counts, cards, foremost: foremost.subjects() }
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
