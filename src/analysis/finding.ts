// One three-valued combinator for every rule: what holds in both runs is flagged, what fails in both is ok, the rest is not known
// (domain.md 2.6); of two severities the lower one is certain (3.6).
import { between, type Measured, rounded } from '../base/range'
import type { Edit } from '../model/edits/edit'

import type { Pair, Survey } from './survey'
import type { Because, Finding, FindingSeverity, FindingState, Subject } from './types'

const RANK: Readonly<Record<FindingSeverity, number>> = { high: 2, medium: 1, low: 0 }
const TOLERANCE = 1e-9

/** What a rule says in one run. */
export interface Verdict {
  readonly severity: FindingSeverity
  /** Contacts affected (weights where the file has no demand). */
  readonly weight: number
}

export interface Detector {
  readonly code: string
  /** A row for each subject that the rule can look at; those that are ok or not applicable only if the survey wants them. */
  readonly detect: (survey: Survey) => readonly Finding[]
}

export interface Judged {
  readonly state: FindingState
  readonly severity: FindingSeverity | null
  readonly pessimistic: number
  readonly optimistic: number
}

export function judge(pessimistic: Verdict | null, optimistic: Verdict | null): Judged {
  const weights = { pessimistic: pessimistic?.weight ?? 0, optimistic: optimistic?.weight ?? 0 }
  if (pessimistic && optimistic) return { state: 'flagged', severity: lower(pessimistic.severity, optimistic.severity), ...weights }
  return { state: pessimistic || optimistic ? 'unknown' : 'ok', severity: null, ...weights }
}

export function lower(a: FindingSeverity, b: FindingSeverity): FindingSeverity {
  return RANK[a] <= RANK[b] ? a : b
}
export function worse(a: FindingSeverity, b: FindingSeverity): FindingSeverity {
  return RANK[a] >= RANK[b] ? a : b
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
export function byShare(survey: Survey, share: number): FindingSeverity {
  if (isAtLeast(share, survey.threshold('severityHigh'))) return 'high'
  return isAtLeast(share, survey.threshold('severityMedium')) ? 'medium' : 'low'
}

/** Contacts of the entry role that are in scope. */
export function weightOfRole(survey: Survey, role: number): number {
  return survey.entryRoleAt.get(role)?.weight ?? 0
}

/** What is worked out only of rows that are flagged or unknown. */
export interface Said {
  readonly evidence?: Readonly<Record<string, unknown>>
  readonly remedies?: readonly Edit[]
  readonly because?: Because
}

/** A row about (entry role × issue type); none where it is ok and nobody asks. */
export function findingOfPair(survey: Survey, code: string, pair: Pair, judged: Judged, say: () => Said): readonly Finding[] {
  const { org } = survey
  const subject = { role: org.roleIds[pair.role] as string, issueType: org.doc.issueTypes?.[pair.issueType]?.id as string }
  return findingFrom(survey, code, subject, judged, weightOfRole(survey, pair.role), stakeOf(survey, [pair]), say)
}

/** A row about an entry role; none where it is ok and nobody asks. */
export function findingOfRole(survey: Survey, code: string, role: number, judged: Judged, say: () => Said): readonly Finding[] {
  const pairs = survey.entryRoleAt.get(role)?.pairs ?? []
  const subject = { role: survey.org.roleIds[role] as string }
  return findingFrom(survey, code, subject, judged, weightOfRole(survey, role), stakeOf(survey, pairs), say)
}

function findingFrom(
  survey: Survey,
  code: string,
  subject: Subject,
  judged: Judged,
  whole: number,
  stake: number,
  say: () => Said,
): readonly Finding[] {
  const isSaid = judged.state === 'flagged' || judged.state === 'unknown'
  if (!isSaid && !survey.withOk) return []
  const said: Said = isSaid ? say() : {}
  const share: Measured = isSaid && whole > 0 ? between(judged.pessimistic / whole, judged.optimistic / whole) : null
  const finding: Finding = {
    code,
    state: judged.state,
    severity: judged.state === 'flagged' ? judged.severity : null,
    subject,
    contacts: isSaid && survey.org.contacts.areCounted ? between(judged.pessimistic, judged.optimistic) : null,
    share,
    stake,
    evidence: said.evidence ?? {},
    remedies: judged.state === 'flagged' ? (said.remedies ?? []) : [],
    ...(judged.state === 'unknown' ? { because: said.because ?? { code: 'depends-on-unknown' } } : {}),
  }
  return [finding]
}

/**
 * What is at stake in the walks of these pairs: money at risk a period where F18 can be judged, else contacts that are not settled at
 * first contact (domain.md 3.1). Where the runs differ, the pessimistic: nothing is hidden by not being known.
 */
export function stakeOf(survey: Survey, pairs: readonly Pair[]): number {
  return rounded(pairs.reduce((sum, pair) => sum + stakeOfPair(survey, pair), 0))
}

/** Asked by every code for every pair. */
const stakes = new WeakMap<Pair, number>()

function stakeOfPair(survey: Survey, pair: Pair): number {
  const known = stakes.get(pair)
  if (known !== undefined) return known
  let stake = 0
  for (const group of pair.groups) {
    for (const one of group.cases) {
      const outcome = one.pessimistic
      if (outcome.step === 0) continue
      if (!survey.isMoney) stake += group.weight * one.slice.share
      else for (const line of group.lines) stake += lineRisk(survey, line, one.slice.share, outcome)
    }
  }
  stakes.set(pair, stake)
  return stake
}

function lineRisk(survey: Survey, line: number, share: number, outcome: Parameters<Survey['riskOf']>[1]): number {
  const { contacts } = survey.org
  return (contacts.weight[line] as number) * share * (survey.riskOf(contacts.segment[line] as number, outcome) ?? 0)
}

/** Why a code cannot be judged at all, or null: it is not known what arrives, or at whom. */
export function nothingArrives({ org }: Survey): Because | null {
  const { touchpoints, issueTypes, demand } = org.doc
  if (org.contacts.length > 0) return null
  if (touchpoints === undefined) return { code: 'no-touchpoints' }
  if (issueTypes === undefined) return { code: 'no-issue-types' }
  const arrives = demand ? demand.length > 0 : touchpoints.length > 0 && issueTypes.length > 0
  return arrives ? { code: 'nobody-staffs' } : null
}
