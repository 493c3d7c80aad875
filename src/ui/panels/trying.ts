// What can be tried together, and how what would become of everything is put in lines: first what gets worse.
import type { Course, Difference, FindingTurn, TotalName, TurnedFinding } from '../../analysis/difference'
import type { Finding } from '../../analysis/types'
import { once } from '../../base/memo'
import type { Words } from '../../base/words'
import { chipOf, issueName, periodOf, roleName, segmentName } from '../../i18n/sentences'
import type { Edit } from '../../model/edits/edit'
import { roleAt } from '../../model/roles'
import type { Org } from '../../model/types'
import { type TotalToBe, totalToBe } from '../app/trialTotals'

export const keyOfEdit = once((edit: Edit) => JSON.stringify(edit))

/** Two limits of one power: to choose one is to let go of the other. */
export function areOneOrTheOther(a: Edit, b: Edit): boolean {
  const limited = limitsIn(a)
  return limitsIn(b).some((grant) => limited.includes(grant))
}
const limitsIn = (edit: Edit): readonly string[] =>
  edit.kind === 'each' ? edit.edits.flatMap(limitsIn) : edit.kind === 'limit' ? [edit.grant] : []

/** Totals that follow from others are left out: who is settled on the spot is said as a share. */
const TOLD: readonly TotalName[] = ['settled', 'deadEnds', 'handOffs', 'waiting', 'extraCost', 'risk', 'noApology', 'unheard', 'heardLate']
/** How many of those that are told go so. */
export const countOf = ({ totals }: Difference, course: Course): number => TOLD.filter((name) => totals[name].course === course).length

const WORSE: readonly FindingTurn[] = ['appears', 'worsens', 'opens']
const BETTER: readonly FindingTurn[] = ['vanishes', 'eases', 'closes']
const NAMED = 4

export interface TurnToTell {
  readonly turn: FindingTurn
  readonly title: string
  readonly named: readonly string[]
  /** How many more there are. */
  readonly more: number
}
export interface Told {
  readonly totals: readonly TotalToBe[]
  readonly findings: readonly TurnToTell[]
  /** What is to be known beside the numbers. */
  readonly notes: readonly string[]
}
export interface ToTell {
  readonly worse: Told
  readonly better: Told
  readonly open: readonly TotalToBe[]
}

export function toTell(difference: Difference, before: Org, after: Org, words: Words): ToTell {
  const totals = TOLD.map((name) => totalToBe(difference, name, after, words))
  const of = (course: TotalToBe['course']) => totals.filter((one) => one.course === course)
  const findings = (turns: readonly FindingTurn[]) =>
    turns.flatMap((turn) => {
      const { count, first } = difference.findings[turn]
      if (count === 0) return []
      const lines = linesOf(first, turn === 'vanishes' || turn === 'closes' ? before : after, words).slice(0, NAMED)
      const more = lines.reduce((rest, line) => rest - line.count, count)
      return [{ turn, title: words.say(`trial.${turn}`, { count }), named: lines.map(({ said }) => said), more }]
    })
  return {
    worse: { totals: of('worse'), findings: findings(WORSE), notes: notesOnWorse(difference, words) },
    better: { totals: of('better'), findings: findings(BETTER), notes: notesOnBetter(difference, after, words) },
    open: of('open'),
  }
}

function notesOnWorse({ isForRescued, rescued, totals }: Difference, words: Words): readonly string[] {
  const worse = (['handOffs', 'waiting', 'extraCost'] as const).filter((name) => totals[name].course === 'worse')
  return worse.length > 0 && worse.every((name) => isForRescued.has(name)) ? [words.say('trial.rescued', { count: rescued })] : []
}

function notesOnBetter({ hoursEach: { before, after }, totals }: Difference, org: Org, words: Words): readonly string[] {
  const { by } = totals.money
  const amount = (sum: number) => words.money(sum, org.doc.organization.currency ?? '')
  const money =
    typeof by === 'number' && by !== 0
      ? [words.say(by > 0 ? 'trial.money' : 'trial.money.less', { amount: amount(Math.abs(by)), period: periodOf(org, words) })]
      : []
  const isLonger = before !== null && after !== null && after > before && totals.waiting.course === 'better'
  const hours = isLonger ? [words.say('trial.hoursEach', { before: words.hours(before), after: words.hours(after) })] : []
  return [...money, ...hours]
}

/** What is said of one kind of case, or of one role, in a line. */
function linesOf(turned: readonly TurnedFinding[], org: Org, words: Words): readonly { readonly said: string; readonly count: number }[] {
  const byWho = new Map<string, string[]>()
  for (const { finding } of turned) {
    const who = whoOf(finding, org, words)
    byWho.set(who, [...(byWho.get(who) ?? []), chipOf(finding, words)])
  }
  return [...byWho].map(([who, chips]) => ({ said: words.say('trial.finding', { who, what: chips.join(', ') }), count: chips.length }))
}

function whoOf({ subject: { role, issueType, segment } }: Finding, org: Org, words: Words): string {
  if (segment !== undefined) return segmentName(org, org.segmentAt.get(segment) ?? -1)
  const at = role === undefined ? undefined : roleAt(org, role)
  if (role === undefined || at === undefined) return words.say('role.organisation')
  const issue = issueType === undefined ? undefined : org.issueTypeAt.get(issueType)
  return issue === undefined ? roleName(org, at) : words.say('trial.who', { role: roleName(org, at), issue: issueName(org, issue) })
}
