// The explanation of the figure in hand, and its numbers in words.

import type { Figure, Finding } from '../../../analysis/types'
import { explain } from '../../../analysis/why'
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
export function sayFigure(org: Org, { figure, value, unit, rule, whole }: Explanation, words: Words): string {
  const name = figure.name
  if (value === null) return words.say(`why.unknown.${name}`)
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

/** What made a finding as severe as it is: its rule looks at depth, at distance, or at the share of what the role meets. */
export function saySeverity({ code, severity, share, evidence }: Finding, words: Words): string {
  if (severity === null) return ''
  const what =
    code === 'F03'
      ? words.say('page.why.severity.depth', { hands: evidence.maxStep as number, hours: evidence.meanHoursEscalated as number | null })
      : code === 'F05' && evidence.isRouted === false
        ? words.say('page.why.severity.distance', { distance: evidence.distance as Measured })
        : words.say('page.why.severity.share', { share: words.percent(share, 1) })
  return words.say('page.why.severity', { severity: words.say(`page.card.severity.${severity}`), what })
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
