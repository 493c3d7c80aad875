// What a role may, what a case needs, what it is worth: grants, needs and values said as one says them in a room.
import type { StopPower } from '../analysis/types'
import type { Words } from '../base/words'
import type { Grant, HeldGrant, Need, Org, SingleNeed, Values } from '../model/types'
import { issueName, powerOf, roleName, segmentName } from './sentences'

export interface GrantInWords {
  /** “Refund up to €30 a case” */
  readonly may: string
  /** What narrows it, a sentence each, and where it is written. */
  readonly but: readonly string[]
}

/** `isMoney`: the kind is one that has an amount, so that a missing limit is something not known. */
export function grantInWords(org: Org, { grant, agreement }: HeldGrant, isMoney: boolean, words: Words): GrantInWords {
  const { limit } = grant
  const reach = typeof limit === 'number' ? 'amount' : limit === null && isMoney ? 'endless' : ''
  const params = {
    power: powerOf(org, grant, words),
    reach,
    limit: typeof limit === 'number' ? moneyOf(org, limit, words) : '',
    per: grant.per ?? '',
  }
  const isUnknown = isMoney && limit === undefined
  const but = [
    isUnknown ? words.say('grant.limit.unknown') : '',
    ...scopeOf(org, grant, words),
    faultOf(org, grant, words),
    typeof grant.level === 'number' ? words.say('grant.level', { level: grant.level }) : '',
    agreement.length > 0 ? words.say('grant.agreement', { roles: agreement.map((role) => roleName(org, role)) }) : '',
    grant.conditions ?? '',
    grant.source ? words.say('grant.source', { source: grant.source }) : '',
  ]
  return { may: words.say('grant.may', params), but: but.filter((one) => one !== '') }
}

/** “may refund up to €60”, “may not refund”: what a role on the way of a case may do about it. */
export function mayInWords(org: Org, { power, may, limit, isUnlimited, agreement }: StopPower, words: Words): string {
  const said = { power: powerOf(org, power, words), limit: limit === null ? '' : moneyOf(org, limit, words) }
  if (may === 'unknown') return words.say('may.unknown', said)
  if (agreement.length > 0) return words.say('may.agreed', { ...said, roles: agreement.map((role) => roleName(org, role)) })
  if (isUnlimited && power.amount !== undefined && power.amount !== null) return words.say('may.endless', said)
  if (limit !== null) return words.say('may.upTo', said)
  return words.say(may === 'yes' ? 'may.yes' : 'may.not', said)
}

/** “Refund or replace the item, to the value of the case” */
export function needInWords(org: Org, need: Need, words: Words): string {
  const alternatives = singlesOf(need)
  const amounts = new Set(alternatives.map((one) => one.amount ?? null))
  const [amount] = amounts
  const isShared = amounts.size === 1
  const said = (powers: string, of: SingleNeed['amount']) =>
    words.say('need.says', { powers, reach: of === 'value' ? 'value' : typeof of === 'number' ? moneyOf(org, of, words) : '' })
  if (isShared) return said(alternatives.map((one) => powerOf(org, one, words)).join(words.say('power.or')), amount)
  return alternatives.map((one) => said(powerOf(org, one, words), one.amount)).join(words.say('power.or'))
}

/** What cases of a kind are worth; '' where values play no part. */
export function valuesInWords(org: Org, values: Values | null | undefined, words: Words): string {
  const money = (amount: number) => moneyOf(org, amount, words)
  if (values === undefined) return words.say('values.unknown')
  if (values === null) return ''
  if ('mean' in values) return words.say('values.mean', { mean: money(values.mean) })
  if ('p50' in values) return words.say('values.quantiles', { p50: money(values.p50), p90: money(values.p90) })
  const parts = values.map((one) =>
    words.say('values.part', {
      amount: 'amount' in one ? money(one.amount) : `${money(one.from)}–${money(one.to)}`,
      share: words.percent(one.share),
    }),
  )
  return words.say('values.points', { parts })
}

export function moneyOf(org: Org, amount: number, words: Words): string {
  return words.money(amount, org.doc.organization.currency ?? '')
}
export function unitNameOf(org: Org, id: string): string {
  return org.doc.units.find((one) => one.id === id)?.name ?? id
}

function singlesOf(need: Need): readonly SingleNeed[] {
  return 'anyOf' in need ? need.anyOf.flatMap(singlesOf) : [need]
}

function scopeOf(org: Org, { scope }: Grant, words: Words): readonly string[] {
  const side = (key: string, list: readonly string[] | null | undefined, name: (id: string) => string) => {
    if (!list) return []
    return [list.length === 0 ? words.say('grant.scope.nothing') : words.say(key, { names: list.map(name) })]
  }
  const segment = (id: string) => segmentName(org, org.segmentAt.get(id) ?? -1) || id
  return [
    ...side('grant.scope.issueTypes', scope?.issueTypes, (id) => `“${issueName(org, org.issueTypeAt.get(id) ?? -1) || id}”`),
    ...side('grant.scope.segments', scope?.segments, segment),
    ...side('grant.scope.units', scope?.units, (id) => unitNameOf(org, id)),
    ...side('grant.scope.channels', scope?.channels, (id) => id),
  ]
}

function faultOf(org: Org, { kind, faultOf: fault }: Grant, words: Words): string {
  if (kind !== 'apologise') return ''
  if (fault === undefined) return words.say('grant.fault.unknown')
  if (fault === null) return words.say('grant.fault.nobody')
  if (fault === 'any' || fault === 'own-unit') return words.say(`grant.fault.${fault}`)
  return words.say('grant.fault.units', { units: fault.map((id) => unitNameOf(org, id)) })
}
