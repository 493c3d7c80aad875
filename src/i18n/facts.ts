// What a finding is made of besides cases, in words: a label, and a number with its unit or names.
import type { Fact, FactUnit, Name } from '../analysis/why-facts'
import type { Measured } from '../base/range'
import type { Words } from '../base/words'
import { roleAt } from '../model/roles'
import type { Org } from '../model/types'
import { issueName, roleName, segmentName } from './sentences'

export interface FactInWords {
  readonly label: string
  /** Of several alike: which. */
  readonly of: string
  readonly value: string
}

const MOST_NAMED = 6

export function factInWords(org: Org, fact: Fact, words: Words): FactInWords {
  const label = words.say(`why.fact.${fact.what}`)
  if (fact.kind === 'names') {
    const named = fact.names.slice(0, MOST_NAMED).map((name) => nameOf(org, name, words))
    const more = fact.names.length - named.length
    return { label, of: '', value: words.list(more > 0 ? [...named, words.say('finding.more', { count: more })] : named) }
  }
  const { none, unit, of } = fact
  const value = fact.what === 'toCustomers' ? behindTheFront(fact.value) : fact.value
  const said = value === null && none ? words.say(`why.fact.none.${none}`) : sayUnit(org, value, unit, words)
  return { label, of: of ? nameOf(org, of, words) : '', value: said }
}

/** The chart counts its rows from those who meet customers; evidence counts from the customer, who is a step further. */
const behindTheFront = (distance: Measured): Measured => (typeof distance === 'number' ? distance - 1 : distance)

function nameOf(org: Org, { kind, id }: Name, words: Words): string {
  switch (kind) {
    case 'role': {
      const role = roleAt(org, id)
      return role === undefined ? id : roleName(org, role)
    }
    case 'issueType':
      return `“${issueName(org, org.issueTypeAt.get(id) ?? -1)}”`
    case 'segment':
      return segmentName(org, org.segmentAt.get(id) ?? -1) || id
    case 'mark':
      return words.say(`why.mark.${id}`)
    case 'fault':
      return id === 'any' || id === 'own-unit' ? words.say(`why.fault.${id}`) : (org.doc.units.find((unit) => unit.id === id)?.name ?? id)
    case 'text':
      return id
  }
}

function sayUnit(org: Org, value: Measured, unit: FactUnit, words: Words): string {
  if (value === null) return words.say('number.unknown')
  switch (unit) {
    case 'share':
      return words.percent(value, isWhole(value) ? 0 : 1)
    case 'money':
      return words.money(value, org.doc.organization.currency ?? '')
    case 'hours':
      return words.hours(value)
    case 'contacts':
    case 'customers':
    case 'count':
      return words.number(value)
    default:
      return words.say(`why.unit.${unit}`, { value })
  }
}

const isWhole = (share: NonNullable<Measured>) => typeof share === 'number' && Math.abs(share * 100 - Math.round(share * 100)) < 1e-9
