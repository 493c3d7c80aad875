// All rules asked of all subjects: a byte a rule and subject, how many there are of each, and which come first. Plain data.
import type { Steps } from '../base/steps'
import { acceptedSubjects } from './accepted'
import { ROWS_A_STEP } from './cases'
import { detectors } from './detect'
import {
  ACCEPTED,
  type Detector,
  FLAGGED_STATE,
  isAsked,
  isTold,
  type Judged,
  type Judgements,
  severityOf,
  stateOf,
  UNKNOWN_STATE,
  verdictOf,
  wholeOf,
} from './finding'
import { foremostOf } from './foremost'
import { type CardColumns, Gathering, Reasons, SILENCE } from './gather'
import { exactStakeOfPair } from './stakes'
import { type EntryRole, Pair, type Survey } from './survey'

export interface JudgementColumns {
  /** By rule in order of code, by its subjects: pairs, entry roles, or what the rule lists. */
  readonly verdicts: readonly Uint8Array<ArrayBuffer>[]
  readonly counts: { readonly flagged: number; readonly unknown: number }
  /** How many pairs are places where a kind of case gets stuck. */
  readonly stuck: number
  readonly cards: CardColumns
  /** The cards that come first, flagged before unknown. */
  readonly foremost: Int32Array<ArrayBuffer>
}

/** Linear in pairs × rules. */
export function* judgementSteps(survey: Survey, today?: string): Steps<JudgementColumns> {
  const judging = new Judging(survey, today)
  for (let at = 0; at < survey.entryCount; at++) {
    if (at % (ROWS_A_STEP / 2) === 0) yield
    judging.ask(survey.entryRole(at))
  }
  yield* judging.askListed()
  yield* judging.gatherRoles()
  return judging.columns()
}

class Judging {
  private readonly verdicts: readonly Uint8Array<ArrayBuffer>[]
  private readonly aboutPairs: readonly Rule<Pair>[]
  private readonly aboutRoles: readonly Rule<EntryRole>[]
  private readonly counts = { flagged: 0, unknown: 0 }
  private stuck = 0
  private readonly gathering: Gathering
  private readonly reasons: Reasons
  private readonly faces: RoleFaces
  /** By rule, what of it is accepted. */
  private readonly accepted: readonly (ReadonlySet<number> | null)[]
  /** By role, the organisation last: what is at stake in all it meets. */
  private readonly stakes: Float64Array

  constructor(
    private readonly survey: Survey,
    today: string | undefined,
  ) {
    const sizes = { pair: survey.pairCount, role: survey.entryCount }
    const asked = detectors.map((rule) => isAsked(rule, survey))
    this.verdicts = detectors.map((rule, code) =>
      asked[code] ? new Uint8Array(rule.of === 'listed' ? rule.count(survey) : sizes[rule.of]) : new Uint8Array(0),
    )
    this.accepted = acceptedSubjects(survey, today)
    const own = (code: number) => ({ code, own: this.verdicts[code] as Uint8Array, accepted: this.accepted[code] ?? null })
    this.aboutPairs = detectors.flatMap((rule, code) =>
      rule.of === 'pair' && asked[code] ? [{ ...own(code), judge: rule.judge, isAside: rule.isAside === true }] : [],
    )
    this.aboutRoles = detectors.flatMap((rule, code) =>
      rule.of === 'role' && asked[code] ? [{ ...own(code), judge: rule.judge, isAside: true }] : [],
    )
    for (const rule of detectors) if (wholeOf(rule, survey)) this.counts.unknown++
    this.gathering = new Gathering(survey)
    this.reasons = new Reasons(survey)
    this.faces = new RoleFaces(survey.org.doc.roles.length, this.reasons)
    this.stakes = new Float64Array(survey.org.doc.roles.length + 1)
  }

  /** All that is about an entry role. */
  ask(entry: EntryRole): void {
    const { survey, counts, faces, gathering, reasons } = this
    for (let at = entry.from; at < entry.to; at++) {
      const pair = new Pair(survey, at, entry)
      const stake = pair.isOnTheSpot ? 0 : exactStakeOfPair(pair)
      this.stakes[entry.role] = (this.stakes[entry.role] as number) + stake
      const card = judged(this.aboutPairs, pair, counts, reasons)
      if (!card) continue
      if (card.isStuck) this.stuck++
      gathering.add(at, entry.role, card, stake, reasons.ofPair(card.said, pair))
    }
    for (const { code, judge, own, accepted } of this.aboutRoles) {
      const verdict = verdictOf(judge(entry))
      own[entry.at] = asAccepted(verdict, accepted, entry.at)
      faces.add(entry.role, code, -1, own[entry.at] as number, counts)
    }
  }

  *askListed(): Steps<void> {
    for (let code = 0; code < detectors.length; code++) {
      const rule = detectors[code] as Detector
      if (rule.of !== 'listed') continue
      const own = this.verdicts[code] as Uint8Array
      const accepted = this.accepted[code] ?? null
      for (let at = 0; at < own.length; at++) {
        if (at % (ROWS_A_STEP * 2) === 0) yield
        const verdict = verdictOf(rule.judge(this.survey, at))
        own[at] = asAccepted(verdict, accepted, at)
        if (stateOf(verdict) <= UNKNOWN_STATE) this.faces.add(rule.role(this.survey, at), code, at, own[at] as number, this.counts)
      }
    }
  }

  *gatherRoles(): Steps<void> {
    const { survey, faces, gathering } = this
    const roles = survey.org.doc.roles.length
    for (let role = 0; role <= roles; role++) {
      if (role % (ROWS_A_STEP * 4) === 0) yield
      const face = faces.at(role)
      if (face) gathering.add(survey.pairCount + role, role < roles ? role : -1, face, this.stakes[role] as number, face.said)
    }
  }

  columns(): JudgementColumns {
    const { verdicts, counts, stuck } = this
    const cards = this.gathering.columns()
    return { verdicts, counts, stuck, cards, foremost: foremostOf(this.survey, cards) }
  }
}

/** Only what is so can be accepted. */
const asAccepted = (verdict: number, accepted: ReadonlySet<number> | null, at: number): number =>
  accepted?.has(at) && stateOf(verdict) === FLAGGED_STATE ? verdict | ACCEPTED : verdict

const NONE = 255
/** By role, the organisation last, what decides where its card stands. */
class RoleFaces {
  private readonly severity: Int8Array
  private readonly flaggedBy: Uint8Array
  private readonly unknownBy: Uint8Array
  /** Among the subjects of the rule. */
  private readonly place: Int32Array
  /** All that is said of it, one after the other. */
  private readonly said: Int32Array

  constructor(
    private readonly roles: number,
    private readonly reasons: Reasons,
  ) {
    this.severity = new Int8Array(roles + 1).fill(-1)
    this.flaggedBy = new Uint8Array(roles + 1).fill(NONE)
    this.unknownBy = new Uint8Array(roles + 1).fill(NONE)
    this.place = new Int32Array(roles + 1).fill(-1)
    this.said = new Int32Array(roles + 1).fill(SILENCE)
  }

  add(role: number, code: number, place: number, verdict: number, counts: { flagged: number; unknown: number }): void {
    const at = role < 0 ? this.roles : role
    const state = stateOf(verdict)
    const isFlagged = state === FLAGGED_STATE
    if (!isFlagged && state !== UNKNOWN_STATE) return
    counts[isFlagged ? 'flagged' : 'unknown']++
    if (!isTold(verdict)) return
    this.said[at] = this.reasons.and(this.said[at] as number, saying(code, verdict))
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
  at(role: number): (CardFace & { readonly said: number }) | null {
    const [flagged, unknown] = [this.flaggedBy[role] as number, this.unknownBy[role] as number]
    if (flagged === NONE && unknown === NONE) return null
    const isFlagged = flagged !== NONE
    const [severity, place] = [this.severity[role] as number, this.place[role] as number]
    return { severity, code: isFlagged ? flagged : unknown, place, said: this.said[role] as number }
  }
}

/** What a rule says, as a number. */
const saying = (code: number, verdict: number): number => code * 32 + verdict

interface Rule<Subject> {
  /** Index into detectors. */
  readonly code: number
  readonly judge: (subject: Subject) => Judged
  readonly own: Uint8Array
  readonly isAside: boolean
  readonly accepted: ReadonlySet<number> | null
}

/** Asks all rules of one subject; null where nothing is to be said of it. */
function judged<Subject extends { readonly at: number }>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  counts: { flagged: number; unknown: number },
  reasons: Reasons,
): (CardFace & { readonly isStuck: boolean; readonly said: number }) | null {
  let said = SILENCE
  let flaggedBy = -1
  let isStuck = false
  let unknownBy = -1
  let severity = -1
  for (const { code, judge, own, isAside, accepted } of rules) {
    const verdict = asAccepted(verdictOf(judge(subject)), accepted, subject.at)
    own[subject.at] = verdict
    const state = stateOf(verdict)
    if (isTold(verdict)) said = reasons.and(said, saying(code, verdict))
    if (state === FLAGGED_STATE) {
      counts.flagged++
      if (!isTold(verdict)) continue
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
  return { isStuck, severity, code: flaggedBy >= 0 ? flaggedBy : unknownBy, place: -1, said }
}

/** What decides where a card stands, besides what is at stake. */
export interface CardFace {
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
