// The explanation of the figure in hand, and its numbers in words.

import type { Figure, Finding } from '../../../analysis/types'
import { explain } from '../../../analysis/why'
import { codesWithParts } from '../../../analysis/why-finding'
import type { Missing } from '../../../analysis/why-missing'
import type { CasePart, Explanation, FigureUnit, Part } from '../../../analysis/why-types'
import { measuredOf } from '../../../analysis/why-types'
import { onceEach } from '../../../base/memo'
import { isRange, lowOf, type Measured } from '../../../base/range'
import type { Words } from '../../../base/words'
import { issueName, periodOf, roleName, segmentName } from '../../../i18n/sentences'
import { roleAt } from '../../../model/roles'
import type { Org } from '../../../model/types'
import { selectOrg } from '../../../state/derived'
import type { AppState } from '../../../state/types'

export function selectExplanation(state: AppState, figure: Figure): Explanation | null {
  const org = selectOrg(state)
  return org && explained(org, JSON.stringify(figure), figure)
}
const explained = onceEach((org: Org, _asked: string, figure: Figure): Explanation | null => explain(org, figure))

export const currencyOf = (org: Org): string => org.doc.organization.currency ?? ''

/** A number as it stands in the bill: the unit is said once, in the title. */
export function sayAmount(org: Org, value: Measured, unit: FigureUnit, words: Words): string {
  if (unit === 'money') return words.money(value, currencyOf(org))
  return unit === 'hours' ? words.hours(value) : words.number(value, unit === 'peopleEach' && !isRange(value) ? 1 : undefined)
}

/** “352 hand-offs a month” */
export function sayFigure(org: Org, { figure, value, unit, rule, whole, finding }: Explanation, words: Words): string {
  const name = figure.name
  if (value === null) return words.say(finding && !codesWithParts.includes(finding.code) ? `topic.${finding.code}` : `why.unknown.${name}`)
  const share = whole ? words.percent(shareOf(value, whole), 1) : ''
  const key = unit === 'kinds' ? 'why.title.kinds' : `why.title.${name === 'finding' ? 'finding' : rule}`
  return words.say(key, { value: sayAmount(org, value, unit, words), count: value, share, period: periodOf(org, words) })
}

export function shareOf(value: NonNullable<Measured>, whole: number): Measured {
  return typeof value === 'number' ? value / whole : { low: value.low / whole, high: value.high / whole }
}

/** What it is narrowed to: role, issue, segment. */
export function sayScope(org: Org, { role, issueType, segment }: Figure): string {
  const at = (ids: ReadonlyMap<string, number>, id: string | undefined) => (id === undefined ? undefined : ids.get(id))
  const [r, i, s] = [role === undefined ? undefined : roleAt(org, role), at(org.issueTypeAt, issueType), at(org.segmentAt, segment)]
  return [r === undefined ? '' : roleName(org, r), i === undefined ? '' : issueName(org, i), s === undefined ? '' : segmentName(org, s)]
    .filter((part) => part !== '')
    .join(' · ')
}

/** The case of a line, and below it what tells it from the others: who meets it, who brings it, the factors of what it adds. */
export interface CaseInWords {
  readonly what: string
  readonly below: readonly string[]
}
export function sayCase(org: Org, part: CasePart, { figure, unit }: Explanation, words: Words): CaseInWords {
  const money = (value: number) => words.money(value, currencyOf(org))
  const { value } = part.case
  const worth = value === null ? '' : part.upTo === null ? money(value) : words.say('page.why.upTo', { value: money(part.upTo) })
  const isCounted = unit === 'contacts' || unit === 'kinds'
  const who = [
    figure.role === undefined ? roleName(org, part.entry) : '',
    figure.segment === undefined && part.segment >= 0 ? segmentName(org, part.segment) : '',
  ]
  const how = isCounted ? sayEnd(part, figure, words) : sayFactors(org, part, unit, words)
  // Three factors take a line of their own.
  const below = unit === 'money' ? [joined(who), how] : [joined([...who, how])]
  return { what: words.say('page.why.case', { issue: issueName(org, part.issueType), value: worth }), below: below.filter(Boolean) }
}
const joined = (parts: readonly string[]) => parts.filter(Boolean).join(' · ')

/** How far the cases go, where that is not what the figure says itself. */
function sayEnd({ step }: CasePart, { name }: Figure, words: Words): string {
  if (name !== 'finding' && name !== 'afterHandOffs') return ''
  if (step === null) return words.say('page.hands.none')
  return typeof step === 'number' && step > 0 ? words.say('page.hands.exactly', { count: step }) : ''
}

function sayFactors(org: Org, { contacts, each, loss, worth }: CasePart, unit: FigureUnit, words: Words): string {
  const count = words.number(contacts)
  if (loss !== null && worth !== null) return times([count, sayChance(loss, words), words.money(worth, currencyOf(org))], words)
  if (each === null) return ''
  if (unit === 'hands') return times([count, words.say('page.why.hands', { value: words.number(each), count: each })], words)
  return times([count, sayEach(org, each, unit, words)], words)
}
const times = (factors: readonly string[], words: Words) => words.say('page.why.times', { factors })

/** Small money keeps its cents, or the product would not come out. */
function sayEach(org: Org, each: Measured, unit: FigureUnit, words: Words): string {
  const isWhole = typeof each !== 'number' || Number.isInteger(each) || each >= 100
  return unit === 'money' && !isWhole ? `${words.number(each, 2)} ${currencyOf(org)}`.trim() : sayAmount(org, each, unit, words)
}
export function sayChance(chance: Measured, words: Words): string {
  const isWhole = chance === null || Math.abs(lowOf(chance) * 100 - Math.round(lowOf(chance) * 100)) < 1e-9
  return words.percent(chance, isWhole ? 0 : 1)
}

/** What made a finding as severe as it is: for most the share of what the role meets, for others what their rule looks at. */
export function saySeverity(finding: Finding, words: Words): string {
  const { code, severity, share, evidence } = finding
  if (severity === null) return ''
  const percent = (value: unknown) => (typeof value === 'number' ? words.percent(value, 1) : '')
  const by = code === 'F05' && evidence.isRouted === true ? 'share' : (BY_OTHERS[code] ?? 'share')
  const what = words.say(`page.why.severity.${by}`, {
    share: words.percent(share, 1),
    hands: evidence.maxStep as number,
    hours: evidence.meanHoursEscalated as number | null,
    distance: evidence.distance as Measured,
    isStretch: evidence.isStretch === true ? 'yes' : '',
    hasChannel: evidence.hasChannel === true ? 'yes' : '',
    customers: evidence.customersFirst as number | null,
    isNever: evidence.daysBack === null ? 'yes' : '',
    marks: Array.isArray(evidence.marks) ? evidence.marks.length : 0,
    fall: percent(evidence.fall),
    utilisation: percent(evidence.utilisation),
    isAtFront: severity === (code === 'F20' ? 'medium' : 'high') ? 'yes' : '',
    overlap: percent(evidence.overlap),
    ratio: typeof evidence.ratio === 'number' ? words.number(evidence.ratio, 2) : '',
    days: evidence.goSeeEveryDays as number | null,
    gap: (evidence.others as number) - (evidence.engagement as number),
  })
  return words.say('page.why.severity', { severity: words.say(`page.card.severity.${severity}`), what })
}
/** Codes that are as severe as something else than a share of cases. */
const BY_OTHERS: Readonly<Record<string, string>> = {
  F03: 'depth',
  F05: 'distance',
  ...Object.fromEntries('F06 F07 F08 F09 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F22'.split(' ').map((code) => [code, code])),
}

const MOST_NAMED = 4

/** What is not in the file, and would settle a number. */
export function sayMissing(org: Org, { what, roles, issueTypes, segments }: Missing, words: Words): string {
  const named = (indexes: readonly number[], name: (index: number) => string) => {
    const names = indexes.slice(0, MOST_NAMED).map(name)
    return indexes.length > MOST_NAMED ? [...names, words.say('page.why.others', { count: indexes.length - MOST_NAMED })] : names
  }
  return words.say(`why.missing.${what}`, {
    roles: named(roles, (role) => roleName(org, role)),
    issues: named(issueTypes, (issue) => `“${issueName(org, issue)}”`),
    segments: named(segments, (segment) => segmentName(org, segment)),
  })
}

/** What has to be said of a bill that looks as if it did not add up. */
export function sayDoubt({ value, unit, parts, rest, isQuotient }: Explanation, words: Words): string {
  if (value === null || isQuotient) return ''
  const lines = [...parts.map((part: Part) => measuredOf(part.adds)), ...(rest ? [measuredOf(rest.adds)] : [])]
  const low = lines.reduce<number>((sum, one) => sum + (one === null ? 0 : lowOf(one)), 0)
  if (Math.abs(low - lowOf(value)) > 1e-6 * Math.max(1, low)) return words.say('page.why.crossing')
  if (isRange(value)) return ''
  const shown = lines.reduce<number>((sum, one) => sum + (typeof one === 'number' ? asShown(one, unit) : 0), 0)
  return Math.abs(shown - asShown(value, unit)) > 0.01 ? words.say('page.why.rounded') : ''
}
/** As far as `sayAmount` says it. */
function asShown(value: number, unit: FigureUnit): number {
  return unit === 'money' || Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10
}
