// All totals as sentences that can be read aloud: a number, which can be asked why, and the rest of its sentence. The page and the report say
// the same. What is not known says so; averages stand beside the number of cases they are of, or not at all (domain.md 7.9).

import type { Analysis, Figure } from '../analysis/types'
import { isRange, type Measured } from '../base/range'
import type { WordParams, Words } from '../base/words'
import { threshold } from '../model/thresholds'
import type { Org } from '../model/types'
import { sayableTotals } from './sayable'
import { periodOf } from './sentences'

export interface TotalLine {
  readonly figure: Figure
  /** “336”; “?” where it is not known. */
  readonly value: string
  /** “are settled on the spot: 56.0 % of them.” */
  readonly says: string
  readonly state: 'known' | 'range' | 'unknown'
}
export type TotalPart = 'becomes' | 'takes' | 'voice' | 'worth' | 'line'
export interface TotalSection {
  readonly part: TotalPart
  readonly lines: readonly TotalLine[]
}

/** Empty of cases where nobody is known to meet any: then only what the chart says is there. */
export function totalsInWords(org: Org, analysis: Analysis, words: Words): readonly TotalSection[] {
  const make = (part: TotalPart, lines: readonly (TotalLine | null)[]): TotalSection => ({
    part,
    lines: lines.filter((line) => line !== null),
  })
  const sections =
    org.contacts.length === 0
      ? [make('line', lineOf(analysis, words))]
      : [
          make('becomes', becomes(org, analysis, words)),
          make('takes', takes(org, analysis, words)),
          make('voice', voice(org, analysis, words)),
          make('worth', worth(org, analysis, words)),
        ]
  return sections.filter(({ lines }) => lines.length > 0)
}

type Name = Figure['name']

function totalLine(words: Words, name: Name, measured: Measured, value: string, params: WordParams = {}): TotalLine {
  const figure = { name }
  if (measured === null)
    return { figure, value: words.say('page.total.unknown'), says: words.say(`totals.unknown.${name}`), state: 'unknown' }
  const says = words.say(`totals.${name}`, { ...params, count: measured })
  return { figure, value, says, state: isRange(measured) ? 'range' : 'known' }
}

function becomes(org: Org, { totals, issues }: Analysis, words: Words): readonly (TotalLine | null)[] {
  const period = periodOf(org, words)
  const { contacts, settledAtStep, firstContactResolution: share, escalatedResolved, unresolved, outOfScope } = totals
  const line = (name: Name, measured: Measured, params: WordParams = {}) =>
    totalLine(words, name, measured, words.number(measured, wholeUnless(measured)), params)
  const count = line('contacts', contacts, { period })
  if (contacts === null) return [count, ...kinds(issues, words)]
  return [
    count,
    line('settled', settledAtStep?.[0] ?? null, { share: words.percent(share, 1) }),
    line('afterHandOffs', escalatedResolved),
    line('deadEnds', unresolved),
    outOfScope === 0 ? null : line('outOfScope', outOfScope),
  ]
}
/** Where the file counts no cases, shares of the kinds of case are what can be said. */
function kinds(issues: Analysis['issues'], words: Words): readonly TotalLine[] {
  const weight = issues.reduce((sum, one) => sum + one.weight, 0)
  const share = (of: (issue: Analysis['issues'][number]) => Exclude<Measured, null>) => {
    const [low, high] = (['low', 'high'] as const).map((end) =>
      issues.reduce((sum, issue) => {
        const value = of(issue)
        return sum + (typeof value === 'number' ? value : value[end])
      }, 0),
    ) as [number, number]
    return low === high ? low / weight : { low: low / weight, high: high / weight }
  }
  const line = (name: 'settled' | 'deadEnds', measured: Exclude<Measured, null>): TotalLine => ({
    figure: { name },
    value: words.percent(measured),
    says: words.say(`totals.${name}.kinds`),
    state: isRange(measured) ? 'range' : 'known',
  })
  return weight > 0
    ? [
        line(
          'settled',
          share((one) => one.settledAtFirstContact),
        ),
        line(
          'deadEnds',
          share((one) => one.unresolved),
        ),
      ]
    : []
}

function takes(org: Org, analysis: Analysis, words: Words): readonly TotalLine[] {
  const {
    contacts,
    handOffs,
    passThrough,
    waitingHours,
    extraCost,
    unresolved,
    escalatedResolved: handed,
    moneyDecidedAtFirstContact,
  } = sayableTotals(analysis.totals)
  if (contacts === null) return [totalLine(words, 'handOffs', null, ''), totalLine(words, 'waiting', null, '')]
  const currency = org.doc.organization.currency ?? ''
  const cases = unresolved === null || isRange(unresolved) ? null : contacts - unresolved
  /** Of numbers that both runs agree on: the ends of two ranges need not belong together. */
  const each = (sum: Measured, of: Measured) => (typeof sum === 'number' && typeof of === 'number' && of > 0 ? sum / of : null)
  const said = (value: number | null, how: (value: number) => string) => (value === null ? null : how(value))
  return [
    totalLine(words, 'handOffs', handOffs, words.number(handOffs, wholeUnless(handOffs)), { each: each(handOffs, cases), cases }),
    ...(passThrough === 0 ? [] : [totalLine(words, 'passThrough', passThrough, words.number(passThrough, wholeUnless(passThrough)))]),
    totalLine(words, 'waiting', waitingHours, words.hours(waitingHours), {
      each: each(waitingHours, handed) === null ? null : said(each(waitingHours, cases), words.hours),
      cases,
      eachHanded: said(each(waitingHours, handed), words.hours),
      handed,
    }),
    totalLine(words, 'extraCost', extraCost, words.money(extraCost, currency), {
      eachHanded: said(each(extraCost, handed), (value) => words.money(value, currency)),
      handed,
    }),
    ...(moneyDecidedAtFirstContact === 0
      ? []
      : [totalLine(words, 'money', moneyDecidedAtFirstContact, words.money(moneyDecidedAtFirstContact, currency))]),
  ]
}

function voice(org: Org, { totals }: Analysis, words: Words): readonly TotalLine[] {
  const { apologyNotPermitted, unheard, heardLate } = totals
  const line = (name: Name, measured: Measured, params: WordParams = {}) =>
    totalLine(words, name, measured, words.number(measured, wholeUnless(measured)), params)
  return [
    line('apologies', apologyNotPermitted),
    line('unheard', unheard),
    ...(unheard === null ? [] : [line('heardLate', heardLate, { days: threshold(org.doc, 'slowFeedbackDays') })]),
  ]
}

function worth(org: Org, { totals }: Analysis, words: Words): readonly TotalLine[] {
  const { customerEquity, riskPerPeriod } = totals
  const currency = org.doc.organization.currency ?? ''
  return [
    totalLine(words, 'equity', customerEquity, words.moneyShort(customerEquity, currency)),
    totalLine(words, 'risk', riskPerPeriod, words.money(riskPerPeriod, currency), { period: periodOf(org, words) }),
  ]
}

function lineOf({ file: { people, roles, layers } }: Analysis, words: Words): readonly TotalLine[] {
  const line = (name: Name, count: number) => totalLine(words, name, count, words.number(count))
  return [line('people', people), line('roles', roles), line('layers', layers)]
}

/** Contacts are counted one by one; parts of a case say something only of very few. */
const wholeUnless = (measured: Measured): number | undefined =>
  typeof measured === 'number' && measured < 10 && !Number.isInteger(measured) ? undefined : 0
