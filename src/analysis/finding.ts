// One three-valued combinator for every rule: what holds in both runs is flagged, what fails in both is ok, the rest is not known
// (domain.md 2.6); of two severities the lower one is certain (3.6).
import type { Measured } from '../base/range'
import type { Edit } from '../model/edits/edit'
import type { Run } from './kleene'
import type { EntryRole, Pair, Survey } from './survey'
import type { Because, FindingSeverity, FindingState, Subject } from './types'

const RANK: Readonly<Record<FindingSeverity, number>> = { high: 2, medium: 1, low: 0 }
const TOLERANCE = 1e-9

/** What a rule says in one run. */
export interface Verdict {
  readonly severity: FindingSeverity
  /** Contacts affected (weights where the file has no demand). */
  readonly weight: number
}

export const STATES: readonly FindingState[] = ['flagged', 'unknown', 'ok', 'not applicable']
export const FLAGGED_STATE = 0
export const UNKNOWN_STATE = 1
/** By rank. */
export const SEVERITIES: readonly FindingSeverity[] = ['low', 'medium', 'high']

/**
 * A rule: one file in `detectors/`. `judge` is asked of all subjects, so it reads numbers (`Cases`) and makes nothing; `say` is asked of one
 * that is flagged or unknown, when somebody looks, and may take its time.
 */
export type Detector = PairRule | RuleAbout<'role', EntryRole> | ListedRule
export type PairRule = RuleAbout<'pair', Pair>
export interface Rule {
  readonly code: string
  /** Why it cannot be judged anywhere in this file: one row without a subject says so, instead of one at each place. */
  readonly whole?: (survey: Survey) => Because | null
  /** Only a part of it cannot, the rest is judged place by place. */
  readonly isPartly?: true
  /** False where the file does not speak of it at all: then nothing is asked, and nothing is missing. */
  readonly isSpokenOf?: (survey: Survey) => boolean
}
interface RuleAbout<Of extends string, About> extends Rule {
  /** A row a (entry role × issue type), or a row an entry role. */
  readonly of: Of
  /** True of what is no obstacle on the way of a case: it stands on cards, and flies no flag on the chart. */
  readonly isAside?: true
  readonly judge: (subject: About) => Judged
  readonly say: (subject: About) => Said
}
/** A rule about something else (any role, a measure, a need, a segment, a grant), its subjects in order of their ids. */
export interface ListedRule extends Rule {
  readonly of: 'listed'
  /** Its subjects are the roles of the file. */
  readonly isByRole?: true
  readonly count: (survey: Survey) => number
  readonly judge: (survey: Survey, at: number) => Judged
  readonly subject: (survey: Survey, at: number) => Subject
  /** On whose card the row stands; -1 = the organisation's. */
  readonly role: (survey: Survey, at: number) => number
  /** The subjects that stand on the card of a role. */
  readonly at: (survey: Survey, role: number) => readonly number[]
  /** null where the rule counts no contacts. */
  readonly figures?: (survey: Survey, at: number) => { readonly contacts: Measured; readonly share: Measured }
  readonly say: (survey: Survey, at: number) => Said
}

/** What one rule says of its subjects, in their order: state, severity and whether it is accepted in a byte. */
export interface Judgements {
  readonly detector: Detector
  readonly verdicts: Uint8Array
  /** How many of each state, in order of STATES. */
  readonly tally: Int32Array
}
export const verdictOf = (judged: Judged): number =>
  judged === FINE ? FINE_VERDICT : judged === NOT_APPLICABLE ? NOT_APPLICABLE_VERDICT : verdictFrom(judged)
const verdictFrom = ({ state, severity }: Judged): number =>
  STATES.indexOf(state) | ((rankOf(state === 'flagged' ? severity : null) + 1) << 2)
/** Index into STATES. */
export const stateOf = (verdict: number): number => verdict & 3
/** Rank of the severity where flagged, else -1. */
export const severityOf = (verdict: number): number => ((verdict >> 2) & 3) - 1
/** A bit of a verdict: it is so, and somebody has accepted it. */
export const ACCEPTED = 16
/** Whether it stands on a card: flagged or not known, and not accepted. */
export const isTold = (verdict: number): boolean => stateOf(verdict) <= UNKNOWN_STATE && (verdict & ACCEPTED) === 0

export interface Judged {
  readonly state: FindingState
  readonly severity: FindingSeverity | null
  readonly pessimistic: number
  readonly optimistic: number
}

/** It holds in neither run. */
export const FINE: Judged = { state: 'ok', severity: null, pessimistic: 0, optimistic: 0 }
const FINE_VERDICT = verdictFrom(FINE)
export const NOT_APPLICABLE: Judged = { ...FINE, state: 'not applicable' }
const NOT_APPLICABLE_VERDICT = verdictFrom(NOT_APPLICABLE)
export const NOT_KNOWN: Judged = { ...FINE, state: 'unknown' }
export const flaggedAs = (severity: FindingSeverity): Judged => ({ ...FINE, state: 'flagged', severity })

export function judge(pessimistic: Verdict | null, optimistic: Verdict | null): Judged {
  if (!pessimistic && !optimistic) return FINE
  return {
    state: pessimistic && optimistic ? 'flagged' : 'unknown',
    severity: pessimistic && optimistic ? lower(pessimistic.severity, optimistic.severity) : null,
    pessimistic: pessimistic?.weight ?? 0,
    optimistic: optimistic?.weight ?? 0,
  }
}

/** `isAlike`: both runs say the same, so that one is asked. */
export function judgeRuns(isAlike: boolean, verdictIn: (run: Run) => Verdict | null): Judged {
  const pessimistic = verdictIn('pessimistic')
  return judge(pessimistic, isAlike ? pessimistic : verdictIn('optimistic'))
}

/**
 * Fine in both runs, and yet not known to be: between a case that is never settled and one that is settled at once lies everything a rule
 * of hands and hours looks at. Such a pair is neither flagged nor in order.
 */
export function unlessBetween(pair: Pair, judged: Judged): Judged {
  return judged === FINE && !pair.isSure && isBetween(pair) ? NOT_APPLICABLE : judged
}

function isBetween({ survey: { cases }, from, to }: Pair): boolean {
  for (let group = from; group < to; group++)
    for (let one = cases.first(group); one < cases.end(group); one++)
      if (cases.step(one, 'pessimistic') === null && cases.step(one, 'optimistic') !== null) return true
  return false
}

export function lower(a: FindingSeverity, b: FindingSeverity): FindingSeverity {
  return RANK[a] <= RANK[b] ? a : b
}
export function worse(a: FindingSeverity, b: FindingSeverity): FindingSeverity {
  return RANK[a] >= RANK[b] ? a : b
}
export function lowered(severity: FindingSeverity): FindingSeverity {
  return severity === 'high' ? 'medium' : 'low'
}
export function raised(severity: FindingSeverity): FindingSeverity {
  return severity === 'low' ? 'medium' : 'high'
}
export function rankOf(severity: FindingSeverity | null): number {
  return severity === null ? -1 : RANK[severity]
}
export const isAtLeast = (value: number, limit: number): boolean => value >= limit - TOLERANCE
export const isAbove = (value: number, limit: number): boolean => value > limit + TOLERANCE

/** By the affected share of the entry role's contacts (domain.md 3.1, severity scale). */
export function byShare({ survey, weight }: EntryRole, affected: number): FindingSeverity {
  const share = affected / weight
  if (isAtLeast(share, survey.thresholds.severityHigh)) return 'high'
  return isAtLeast(share, survey.thresholds.severityMedium) ? 'medium' : 'low'
}

/** What is worked out only of rows that are flagged or unknown. */
export interface Said {
  readonly evidence?: Readonly<Record<string, unknown>>
  readonly remedies?: readonly Edit[]
  readonly because?: Because
}

/** Why a rule, or a part of it, cannot be judged anywhere in this file. */
export function wholeOf(rule: Detector, survey: Survey): Because | null {
  if (!isSpokenOf(rule, survey)) return null
  return (rule.of === 'listed' ? null : nothingArrives(survey)) ?? rule.whole?.(survey) ?? null
}

const isSpokenOf = ({ isSpokenOf }: Detector, survey: Survey): boolean => isSpokenOf?.(survey) ?? true
/** Whether a rule is asked of each of its subjects. */
export const isAsked = (rule: Detector, survey: Survey): boolean =>
  isSpokenOf(rule, survey) && (rule.isPartly === true || wholeOf(rule, survey) === null)

/** Why a code cannot be judged at all, or null: it is not known what arrives, or at whom. */
export function nothingArrives({ org }: Survey): Because | null {
  const { touchpoints, issueTypes, demand } = org.doc
  if (org.contacts.length > 0) return null
  if (touchpoints === undefined) return { code: 'no-touchpoints' }
  if (issueTypes === undefined) return { code: 'no-issue-types' }
  const arrives = demand ? demand.length > 0 : touchpoints.length > 0 && issueTypes.length > 0
  return arrives ? { code: 'nobody-staffs' } : null
}
