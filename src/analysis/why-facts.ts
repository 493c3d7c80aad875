// What a finding is made of besides cases: the numbers and names of its evidence, in the order in which they are read, each with its unit.
import type { Measured } from '../base/range'
import type { Finding } from './types'

export type FactUnit =
  | 'share'
  | 'contacts'
  | 'customers'
  | 'people'
  | 'count'
  | 'times'
  | 'points'
  | 'steps'
  | 'hands'
  | 'hours'
  | 'days'
  | 'minutes'
  | 'years'
  | 'money'
export type NameKind = 'role' | 'issueType' | 'segment' | 'text' | 'fault' | 'mark'
export interface Name {
  readonly kind: NameKind
  /** An id, or the text itself. */
  readonly id: string
}
/** What it means that a flagged finding has no number: `why.fact.none.<none>` */
export type None = 'never' | 'no-limit' | 'no-way' | 'few-people' | 'endless'
export interface NumberFact {
  readonly kind: 'number'
  /** `why.fact.<what>` */
  readonly what: string
  /** Of several alike: which. */
  readonly of: Name | null
  /** null = not known, or what `none` says. */
  readonly value: Measured
  readonly unit: FactUnit
  readonly none: None | null
}
export interface NamesFact {
  readonly kind: 'names'
  readonly what: string
  readonly names: readonly Name[]
}
export type Fact = NumberFact | NamesFact

type Evidence = Finding['evidence']
type Reader = (evidence: Evidence) => readonly Fact[]
interface How {
  /** Its label, where that is not its key. */
  readonly as?: string
  readonly none?: None
}

/** A number of the evidence. */
const number =
  (key: string, unit: FactUnit, { as = key, none }: How = {}): Reader =>
  (evidence) => {
    const value = (evidence[key] ?? null) as Measured
    const why = none ?? (evidence.isSmall === true ? 'few-people' : null)
    return key in evidence ? [{ kind: 'number', what: as, of: null, value, unit, none: value === null ? why : null }] : []
  }

/** The same, where it says something only if it is there. */
const numberIfAny =
  (key: string, unit: FactUnit): Reader =>
  (evidence) =>
    typeof evidence[key] === 'number' ? number(key, unit)(evidence) : []

/** A name or a list of names. */
const names =
  (key: string, kind: NameKind): Reader =>
  (evidence) => {
    const ids = [evidence[key] ?? []].flat(2).filter((one) => typeof one === 'string')
    return ids.length === 0 ? [] : [{ kind: 'names', what: key, names: ids.map((id) => ({ kind, id })) }]
  }

/** What rows of a list name. */
const namesIn =
  (list: string, key: string, kind: NameKind): Reader =>
  (evidence) =>
    names(list, kind)({ [list]: ((evidence[list] ?? []) as readonly Evidence[]).map((row) => row[key]) })

/** A list of rows: a number of each, and which it is of. */
const each =
  (
    list: string,
    key: string,
    unit: FactUnit,
    of: { readonly kind: NameKind; readonly key: string },
    { as = key, none }: How = {},
  ): Reader =>
  (evidence) =>
    ((evidence[list] ?? []) as readonly Evidence[]).map((row) => {
      const value = (row[key] ?? null) as Measured
      const name = { kind: of.kind, id: String(row[of.key]) }
      return { kind: 'number', what: as, of: name, value, unit, none: value === null ? (none ?? null) : null }
    })

/** Numbers by id. */
const byId =
  (key: string, kind: NameKind, unit: FactUnit): Reader =>
  (evidence) =>
    each(
      'rows',
      'value',
      unit,
      { kind, key: 'id' },
      { as: key },
    )({ rows: Object.entries(evidence[key] ?? {}).map(([id, value]) => ({ id, value })) })

const FACTS: Readonly<Record<string, readonly Reader[]>> = {
  F01: [number('unresolved', 'contacts')],
  F02: [
    number('limit', 'money'),
    number('limitFor80', 'money'),
    number('limitFor90', 'money'),
    numberIfAny('aboveAtMost', 'share'),
    byId('limitByLifetimeValue', 'segment', 'share'),
  ],
  F03: [
    number('maxStep', 'hands'),
    number('meanHandOffs', 'hands'),
    number('meanHoursEscalated', 'hours'),
    number('passThrough', 'hands', { as: 'passedOn' }),
  ],
  F04: [names('path', 'role'), names('elsewhere', 'role')],
  F05: [
    names('reached', 'role'),
    names('nearest', 'role'),
    number('distance', 'steps', { none: 'no-way' }),
    names('commonManager', 'role'),
    number('up', 'steps'),
    number('down', 'steps'),
  ],
  F06: [
    names('measure', 'text'),
    number('accountability', 'contacts'),
    number('control', 'share'),
    number('support', 'share'),
    number('influence', 'count'),
  ],
  F07: [each('issueTypes', 'contacts', 'contacts', { kind: 'issueType', key: 'issueType' }, { as: 'unheard' })],
  F08: [
    names('owner', 'role'),
    number('days', 'days'),
    each('hops', 'days', 'days', { kind: 'role', key: 'to' }),
    number('customersFirst', 'customers'),
  ],
  F09: [names('owner', 'role'), number('daysThere', 'days'), number('daysBack', 'days', { none: 'never' })],
  F10: [
    each('issueTypes', 'contacts', 'contacts', { kind: 'issueType', key: 'issueType' }, { as: 'apologies' }),
    names('faultOf', 'fault'),
  ],
  F11: [
    names('marks', 'mark'),
    number('payRatio', 'share'),
    number('medianPay', 'money'),
    number('tenureRatio', 'share'),
    number('medianTenure', 'years'),
    number('workload', 'share'),
    number('firstContactShare', 'share'),
    number('shareOfContacts', 'share'),
    number('meanPayFront', 'money'),
    number('meanPayBehind', 'money'),
  ],
  F12: [
    each('promotesTo', 'distance', 'steps', { kind: 'role', key: 'role' }, { as: 'toCustomers', none: 'no-way' }),
    number('customerTime', 'share'),
    number('fall', 'share'),
  ],
  F13: [
    number('arrivals', 'contacts'),
    number('shareOfEscalated', 'share'),
    number('passThrough', 'contacts'),
    number('minutes', 'minutes'),
    number('capacity', 'minutes'),
    number('utilisation', 'share'),
    number('atMost', 'share'),
    number('waiting', 'times', { none: 'endless' }),
  ],
  F14: [names('holder', 'role'), namesIn('issueTypes', 'issueType', 'issueType')],
  F15: [names('result', 'text'), names('effect', 'text')],
  F16: [
    number('overlap', 'share'),
    number('chance', 'share'),
    number('people', 'people'),
    number('distinct', 'count'),
    number('sameFirst', 'share'),
    names('strategy', 'text'),
    names('farthest', 'role'),
  ],
  F17: [
    names('boundaries', 'text'),
    number('minutes', 'minutes', { as: 'minutesOutOfScope' }),
    number('allMinutes', 'minutes'),
    number('cost', 'money'),
    number('ofOrganisation', 'share'),
  ],
  F18: [
    number('shareOfRisk', 'share'),
    number('shareOfEquity', 'share'),
    number('ratio', 'times'),
    number('riskPerPeriod', 'money'),
    number('equity', 'money'),
    number('clv', 'money'),
    numberIfAny('customers', 'customers'),
    numberIfAny('margin', 'money'),
    numberIfAny('retention', 'share'),
    numberIfAny('discountRate', 'share'),
    number('firstContactResolution', 'share'),
    each('pairs', 'moreSettled', 'share', { kind: 'segment', key: 'more' }, { as: 'firstContactResolution' }),
    each('pairs', 'lessSettled', 'share', { kind: 'segment', key: 'less' }, { as: 'firstContactResolution' }),
  ],
  F19: [
    number('distance', 'steps', { as: 'toCustomers', none: 'no-way' }),
    number('goSeeEveryDays', 'days', { none: 'never' }),
    number('customerTime', 'share'),
    number('blocked', 'contacts'),
  ],
  F20: [names('holders', 'role'), number('limit', 'money', { none: 'no-limit' }), names('per', 'text'), names('grant', 'text')],
  F21: [namesIn('moves', 'to', 'role')],
  F22: [number('engagement', 'points'), number('others', 'points')],
}
export const codesOfFacts: readonly string[] = Object.keys(FACTS)

/** Each once: of pairs the same side may come back. */
export function factsOf({ code, state, evidence }: Pick<Finding, 'code' | 'state' | 'evidence'>): readonly Fact[] {
  const found = new Map<string, Fact>()
  for (const fact of (FACTS[code] ?? []).flatMap((read) => read(evidence))) {
    const isNumber = fact.kind === 'number'
    // Of what is not known it is not known either that there is none.
    found.set(JSON.stringify([fact.what, isNumber && fact.of]), isNumber && state !== 'flagged' ? { ...fact, none: null } : fact)
  }
  return [...found.values()]
}
