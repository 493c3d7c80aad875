// All rules asked of all subjects: a byte a rule and subject, how many there are of each, and which come first. Plain data.
import { floats, ints } from '../base/growing'
import { highOf, lowOf, type Measured } from '../base/range'
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
  STATES,
  severityOf,
  stateOf,
  UNKNOWN_STATE,
  verdictOf,
  wholeOf,
} from './finding'
import { foremostOf } from './foremost'
import { type CardColumns, Gathering, Reasons, SaidRows, SILENCE } from './gather'
import { exactStakeOfPair } from './stakes'
import { type EntryRole, Pair, type Survey } from './survey'

export interface JudgementColumns {
  /** By rule in order of code, by its subjects: pairs, entry roles, or what the rule lists. */
  readonly verdicts: readonly Uint8Array<ArrayBuffer>[]
  /** By rule how many verdicts of each state there are, in order of STATES. */
  readonly tallies: readonly Int32Array<ArrayBuffer>[]
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
  return yield* judging.columnSteps()
}

class Judging {
  private readonly verdicts: readonly Uint8Array<ArrayBuffer>[]
  private readonly aboutPairs: readonly Rule<Pair>[]
  private readonly aboutRoles: readonly Rule<EntryRole>[]
  private readonly counts = { flagged: 0, unknown: 0 }
  private stuck = 0
  private readonly gathering: Gathering
  private readonly reasons: Reasons
  /** Of the pair that is being judged. */
  private readonly rows = new SaidRows()
  private readonly faces: RoleFaces
  /** By rule, what of it is accepted. */
  private readonly accepted: readonly (ReadonlySet<number> | null)[]
  /** By role, the organisation last: what is at stake in all it meets. */
  private readonly stakes: Float64Array
  /** All it meets. */
  private readonly wholes: Float64Array

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
    this.wholes = new Float64Array(survey.org.doc.roles.length + 1)
  }

  /** All that is about an entry role. */
  ask(entry: EntryRole): void {
    const { survey, counts, faces, gathering, reasons } = this
    this.wholes[entry.role] = entry.weight
    for (let at = entry.from; at < entry.to; at++) {
      const pair = new Pair(survey, at, entry)
      const stake = pair.isOnTheSpot ? 0 : exactStakeOfPair(pair)
      this.stakes[entry.role] = (this.stakes[entry.role] as number) + stake
      const card = judged(this.aboutPairs, pair, counts, reasons, this.rows)
      if (!card) continue
      if (card.isStuck) this.stuck++
      gathering.add(at, entry.role, card, stake, entry.weight, this.rows, reasons.ofPair(card.said, pair))
    }
    for (const { code, judge, own, accepted } of this.aboutRoles) {
      const said = judge(entry)
      own[entry.at] = asAccepted(verdictOf(said), accepted, entry.at)
      faces.add(entry.role, code, -1, own[entry.at] as number, counts, said)
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
        if (stateOf(verdict) > UNKNOWN_STATE) continue
        this.faces.add(
          rule.role(this.survey, at),
          code,
          at,
          own[at] as number,
          this.counts,
          runsOf(rule.figures?.(this.survey, at).contacts ?? null),
        )
      }
    }
  }

  *gatherRoles(): Steps<void> {
    const { survey, faces, gathering } = this
    const roles = survey.org.doc.roles.length
    for (let role = 0; role <= roles; role++) {
      if (role % (ROWS_A_STEP * 4) === 0) yield
      const face = faces.at(role)
      if (!face) continue
      const stake = this.stakes[role] as number
      gathering.add(
        survey.pairCount + role,
        role < roles ? role : -1,
        face,
        stake,
        this.wholes[role] as number,
        faces.rowsOf(role),
        face.said,
      )
    }
  }

  *columnSteps(): Steps<JudgementColumns> {
    const { verdicts, counts, stuck } = this
    const cards = this.gathering.columns()
    yield
    const tallies: Int32Array<ArrayBuffer>[] = []
    for (const own of verdicts) {
      tallies.push(tallyOf(own))
      yield
    }
    return { verdicts, tallies, counts, stuck, cards, foremost: foremostOf(this.survey, cards) }
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
  /** Rows of what is said, those of a role from its last one back. */
  private readonly last: Int32Array
  private readonly before = ints()
  private readonly pessimistic = floats()
  private readonly optimistic = floats()
  private readonly rows = new SaidRows()

  constructor(
    private readonly roles: number,
    private readonly reasons: Reasons,
  ) {
    this.severity = new Int8Array(roles + 1).fill(-1)
    this.flaggedBy = new Uint8Array(roles + 1).fill(NONE)
    this.unknownBy = new Uint8Array(roles + 1).fill(NONE)
    this.place = new Int32Array(roles + 1).fill(-1)
    this.said = new Int32Array(roles + 1).fill(SILENCE)
    this.last = new Int32Array(roles + 1).fill(-1)
  }

  add(role: number, code: number, place: number, verdict: number, counts: { flagged: number; unknown: number }, runs: Runs): void {
    const at = role < 0 ? this.roles : role
    const state = stateOf(verdict)
    const isFlagged = state === FLAGGED_STATE
    if (!isFlagged && state !== UNKNOWN_STATE) return
    counts[isFlagged ? 'flagged' : 'unknown']++
    if (!isTold(verdict)) return
    this.said[at] = this.reasons.and(this.said[at] as number, saying(code, verdict))
    this.before.push(this.last[at] as number)
    this.last[at] = this.before.length - 1
    this.pessimistic.push(runs.pessimistic)
    this.optimistic.push(runs.optimistic)
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

  /** In the order in which they were added; good until the next role is asked for. */
  rowsOf(role: number): SaidRows {
    const found: number[] = []
    for (let row = this.last[role] as number; row >= 0; row = this.before.at(row)) found.push(row)
    this.rows.length = 0
    for (const row of found.reverse()) this.rows.push(this.pessimistic.at(row), this.optimistic.at(row))
    return this.rows
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

type Runs = Pick<Judged, 'pessimistic' | 'optimistic'>
const UNCOUNTED: Runs = { pessimistic: Number.NaN, optimistic: Number.NaN }
const runsOf = (contacts: Measured): Runs =>
  contacts === null ? UNCOUNTED : { pessimistic: lowOf(contacts), optimistic: highOf(contacts) }

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
  rows: SaidRows,
): (CardFace & { readonly isStuck: boolean; readonly said: number }) | null {
  let said = SILENCE
  rows.length = 0
  let flaggedBy = -1
  let isStuck = false
  let unknownBy = -1
  let severity = -1
  for (const { code, judge, own, isAside, accepted } of rules) {
    const runs = judge(subject)
    const verdict = asAccepted(verdictOf(runs), accepted, subject.at)
    own[subject.at] = verdict
    const state = stateOf(verdict)
    if (isTold(verdict)) {
      said = reasons.and(said, saying(code, verdict))
      rows.push(runs.pessimistic, runs.optimistic)
    }
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

function tallyOf(verdicts: Uint8Array): Int32Array<ArrayBuffer> {
  const tally = new Int32Array(STATES.length)
  for (let at = 0; at < verdicts.length; at++) {
    const state = stateOf(verdicts[at] as number)
    tally[state] = (tally[state] as number) + 1
  }
  return tally
}

export function judgementsFrom({ verdicts, tallies }: JudgementColumns): readonly Judgements[] {
  return detectors.map((detector, code) => ({ detector, verdicts: verdicts[code] as Uint8Array, tally: tallies[code] as Int32Array }))
}
