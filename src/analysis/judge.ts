// All rules asked of all subjects: a byte a rule and subject, how many there are of each, and which come first. Plain data.
import type { Steps } from '../base/steps'
import { ROWS_A_STEP } from './cases'
import { detectors } from './detect'
import {
  type Detector,
  FLAGGED_STATE,
  isAsked,
  type Judged,
  type Judgements,
  severityOf,
  stateOf,
  UNKNOWN_STATE,
  verdictOf,
  wholeOf,
} from './finding'
import { Foremost } from './foremost'
import { exactStakeOfPair } from './stakes'
import { type EntryRole, Pair, type Survey } from './survey'

export interface JudgementColumns {
  /** By rule in order of code, by its subjects: pairs, entry roles, or what the rule lists. */
  readonly verdicts: readonly Uint8Array<ArrayBuffer>[]
  readonly counts: { readonly flagged: number; readonly unknown: number }
  /** Subjects of which something is flagged, of those the kinds of case that get stuck; of which nothing is and something not known. */
  readonly cards: { readonly flagged: number; readonly stuck: number; readonly unknown: number }
  /** Those that come first, flagged before unknown: pairs, then roles, then the organisation, as one count. */
  readonly foremost: Int32Array<ArrayBuffer>
}

/** Linear in pairs × rules. */
export function* judgementSteps(survey: Survey): Steps<JudgementColumns> {
  const judging = new Judging(survey)
  for (let at = 0; at < survey.entryCount; at++) {
    if (at % (ROWS_A_STEP / 2) === 0) yield
    judging.ask(survey.entryRole(at))
  }
  yield* judging.askListed()
  yield* judging.offerRoles()
  return judging.columns()
}

class Judging {
  private readonly verdicts: readonly Uint8Array<ArrayBuffer>[]
  private readonly aboutPairs: readonly Rule<Pair>[]
  private readonly aboutRoles: readonly Rule<EntryRole>[]
  private readonly counts = { flagged: 0, unknown: 0 }
  private readonly cards = { flagged: 0, stuck: 0, unknown: 0 }
  private readonly foremost: Foremost
  private readonly faces: RoleFaces
  /** By role, the organisation last: what is at stake in all it meets. */
  private readonly stakes: Float64Array

  constructor(private readonly survey: Survey) {
    const sizes = { pair: survey.pairCount, role: survey.entryCount }
    const asked = detectors.map((rule) => isAsked(rule, survey))
    this.verdicts = detectors.map((rule, code) =>
      asked[code] ? new Uint8Array(rule.of === 'listed' ? rule.count(survey) : sizes[rule.of]) : new Uint8Array(0),
    )
    const own = (code: number) => this.verdicts[code] as Uint8Array
    this.aboutPairs = detectors.flatMap((rule, code) =>
      rule.of === 'pair' && asked[code] ? [{ code, judge: rule.judge, own: own(code), isAside: rule.isAside === true }] : [],
    )
    this.aboutRoles = detectors.flatMap((rule, code) =>
      rule.of === 'role' && asked[code] ? [{ code, judge: rule.judge, own: own(code), isAside: true }] : [],
    )
    for (const rule of detectors) if (wholeOf(rule, survey)) this.counts.unknown++
    this.foremost = new Foremost(survey)
    this.faces = new RoleFaces(survey.org.doc.roles.length)
    this.stakes = new Float64Array(survey.org.doc.roles.length + 1)
  }

  /** All that is about an entry role. */
  ask(entry: EntryRole): void {
    const { survey, cards, counts, foremost, faces } = this
    for (let at = entry.from; at < entry.to; at++) {
      const pair = new Pair(survey, at, entry)
      const stake = pair.isOnTheSpot ? 0 : exactStakeOfPair(pair)
      this.stakes[entry.role] = (this.stakes[entry.role] as number) + stake
      const card = judged(this.aboutPairs, pair, counts)
      if (!card) continue
      if (card.isStuck) cards.stuck++
      cards[card.isFlagged ? 'flagged' : 'unknown']++
      foremost.offer(at, card, stake)
    }
    for (const { code, judge, own } of this.aboutRoles) {
      const verdict = verdictOf(judge(entry))
      own[entry.at] = verdict
      faces.add(entry.role, code, -1, verdict, counts)
    }
  }

  *askListed(): Steps<void> {
    for (let code = 0; code < detectors.length; code++) {
      const rule = detectors[code] as Detector
      if (rule.of !== 'listed') continue
      const own = this.verdicts[code] as Uint8Array
      for (let at = 0; at < own.length; at++) {
        if (at % (ROWS_A_STEP * 2) === 0) yield
        const verdict = verdictOf(rule.judge(this.survey, at))
        own[at] = verdict
        if (stateOf(verdict) <= UNKNOWN_STATE) this.faces.add(rule.role(this.survey, at), code, at, verdict, this.counts)
      }
    }
  }

  *offerRoles(): Steps<void> {
    const { survey, faces, cards, foremost } = this
    const roles = survey.org.doc.roles.length
    for (let role = 0; role <= roles; role++) {
      if (role % (ROWS_A_STEP * 4) === 0) yield
      const face = faces.at(role)
      if (!face) continue
      cards[face.isFlagged ? 'flagged' : 'unknown']++
      foremost.offer(survey.pairCount + role, face, this.stakes[role] as number)
    }
  }

  columns(): JudgementColumns {
    const { verdicts, counts, cards, foremost } = this
    return { verdicts, counts, cards, foremost: foremost.subjects() }
  }
}

const NONE = 255
/** By role, the organisation last, what decides where its card stands. */
class RoleFaces {
  private readonly severity: Int8Array
  private readonly flaggedBy: Uint8Array
  private readonly unknownBy: Uint8Array
  /** Among the subjects of the rule. */
  private readonly place: Int32Array

  constructor(private readonly roles: number) {
    this.severity = new Int8Array(roles + 1).fill(-1)
    this.flaggedBy = new Uint8Array(roles + 1).fill(NONE)
    this.unknownBy = new Uint8Array(roles + 1).fill(NONE)
    this.place = new Int32Array(roles + 1).fill(-1)
  }

  add(role: number, code: number, place: number, verdict: number, counts: { flagged: number; unknown: number }): void {
    const at = role < 0 ? this.roles : role
    const state = stateOf(verdict)
    const isFlagged = state === FLAGGED_STATE
    if (!isFlagged && state !== UNKNOWN_STATE) return
    counts[isFlagged ? 'flagged' : 'unknown']++
    const severity = severityOf(verdict)
    const known = this.severity[at] as number
    if (isFlagged && (severity > known || (severity === known && code < (this.flaggedBy[at] as number)))) {
      this.severity[at] = severity
      this.flaggedBy[at] = code
      this.place[at] = place
    } else if (!isFlagged && code < (this.unknownBy[at] as number)) {
      this.unknownBy[at] = code
      if (known < 0) this.place[at] = place
    }
  }

  /** null where nothing is to be said of it. */
  at(role: number): CardFace | null {
    const [flagged, unknown] = [this.flaggedBy[role] as number, this.unknownBy[role] as number]
    if (flagged === NONE && unknown === NONE) return null
    const isFlagged = flagged !== NONE
    const [severity, place] = [this.severity[role] as number, this.place[role] as number]
    return { isFlagged, severity, code: isFlagged ? flagged : unknown, place }
  }
}

interface Rule<Subject> {
  /** Index into detectors. */
  readonly code: number
  readonly judge: (subject: Subject) => Judged
  readonly own: Uint8Array
  readonly isAside: boolean
}

/** Asks all rules of one subject; null where nothing is to be said of it. */
function judged<Subject extends { readonly at: number }>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  counts: { flagged: number; unknown: number },
): (CardFace & { readonly isStuck: boolean }) | null {
  let flaggedBy = -1
  let isStuck = false
  let unknownBy = -1
  let severity = -1
  for (const { code, judge, own, isAside } of rules) {
    const verdict = verdictOf(judge(subject))
    own[subject.at] = verdict
    const state = stateOf(verdict)
    if (state === FLAGGED_STATE) {
      counts.flagged++
      isStuck ||= !isAside
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
  return { isFlagged: flaggedBy >= 0, isStuck, severity, code: flaggedBy >= 0 ? flaggedBy : unknownBy, place: -1 }
}

/** What decides where a card stands, besides what is at stake. */
export interface CardFace {
  readonly isFlagged: boolean
  /** Rank of the worst; -1 = nothing is flagged. */
  readonly severity: number
  /** Of the row that comes first: index into detectors. */
  readonly code: number
  /** Of that row among the subjects of a listed rule; -1 of another. */
  readonly place: number
}

export function judgementsFrom({ verdicts }: JudgementColumns): readonly Judgements[] {
  return detectors.map((detector, code) => ({ detector, verdicts: verdicts[code] as Uint8Array }))
}
