// Findings, cards and edits said in words: what a row of the analysis knows by id becomes names, numbers with units and a plain sentence.
// The subject of a sentence is a role and a rule, never a person and a blame.

import type { Card, Finding } from '../analysis/types'
import { once } from '../base/memo'
import { isRange, lowOf, type Measured } from '../base/range'
import { type Cell, cellAt, type TextColumn } from '../base/table'
import { countOf } from '../base/texts'
import type { WordParams, Words } from '../base/words'
import type { Edit } from '../model/edits/edit'
import { idOf, roleAt } from '../model/roles'
import { boundsOf, type ThresholdName } from '../model/thresholds'
import type { Org } from '../model/types'

/** The sentence shown for a flagged finding. Of many places at once it says only what is so at each of them. */
export function sentenceOf(org: Org, finding: Finding, words: Words): string {
  const params = paramsOf(org, finding, words)
  if (finding.places === undefined) return words.say(`finding.${finding.code}`, params)
  return words.say(`everywhere.${finding.code}`, { ...params, role: titleOfRole(org, finding.subject.role ?? ''), places: finding.places })
}

/** The sentence of what is in order: it has no evidence, only its subject. */
export function sentenceOfFine(org: Org, finding: Finding, words: Words): string {
  const { role, measure, need, grant: id } = finding.subject
  const grant = org.doc.grants?.find((one) => one.id === id)
  return words.say(`ok.${finding.code}`, {
    ...paramsOf(org, finding, words),
    ...(grant ? { role: roleNameOf(org, grant.role), power: powerOf(org, grant, words) } : {}),
    ...(typeof grant?.limit === 'number' ? { limit: words.money(grant.limit, currencyOf(org)) } : {}),
    ...(need ? { powers: needOf(org, need as unknown as Needed, words) } : {}),
    ...(measure === undefined ? {} : { measure: measureName(org, role ?? '', measure) }),
  })
}
function measureName(org: Org, role: string, measure: string): string {
  const at = roleAt(org, role)
  const found = at === undefined ? undefined : cellAt(org.doc.roles, 'measures', at)?.find(({ id, name }) => (id ?? name) === measure)
  return found?.name ?? measure
}
type Needed = Power | { readonly anyOf: readonly Power[] }
const needOf = (org: Org, need: Needed, words: Words): string =>
  'anyOf' in need ? need.anyOf.map((one) => powerOf(org, one, words)).join(words.say('power.or')) : powerOf(org, need, words)

/** In two or three words: what kind of obstacle it is. */
export function chipOf(finding: Finding, words: Words): string {
  const { evidence } = finding
  return words.say(`chip.${finding.code}`, { hands: numberIn(evidence, 'maxStep') })
}

/** Why a finding is not known. */
export function becauseOf(finding: Finding, words: Words): string {
  const because = finding.because ?? { code: 'depends-on-unknown' }
  return words.say(`because.${because.code}`)
}

/** What a card is about: the issue type, or for a card about a role alone what is missing there. */
export function topicOf(org: Org, card: Card, words: Words): string {
  return card.issueType === null ? words.say(`topic.${card.findings[0]?.code ?? 'F10'}`) : issueName(org, card.issueType)
}

/** An edit as something one could decide: “Let Care agent promise a date”. */
export function sentenceOfEdit(org: Org, edit: Edit, words: Words): string {
  switch (edit.kind) {
    case 'grant': {
      const { role, kind, limit } = edit.grant
      return words.say('remedy.grant', {
        role: roleNameOf(org, role),
        power: edit.grant.faultOf === 'any' ? words.say('power.apologise-any') : powerOf(org, edit.grant, words),
        limit:
          typeof limit === 'number'
            ? `${words.money(limit, currencyOf(org))}${edit.grant.id && edit.grant.per === 'case' ? words.say('remedy.per') : ''}`
            : '',
        kind,
      })
    }
    case 'limit': {
      const grant = org.doc.grants?.find((one) => one.id === edit.grant)
      return words.say('remedy.limit', {
        role: grant ? roleNameOf(org, grant.role) : edit.grant,
        power: grant ? powerOf(org, grant, words) : '',
        limit: edit.limit === null ? words.say('remedy.no-limit') : words.money(edit.limit, currencyOf(org)),
        before: typeof grant?.limit === 'number' ? words.money(grant.limit, currencyOf(org)) : '',
      })
    }
    case 'route': {
      const { from, to, issueTypes } = edit.route
      const names = (issueTypes ?? []).map((id) => issueName(org, org.issueTypeAt.get(id) ?? -1))
      return words.say(edit.route.ownership === 'stays' ? 'remedy.keep' : 'remedy.route', {
        from: roleNameOf(org, from),
        to: roleNameOf(org, to),
        issues: words.list(names.map((one) => `“${one}”`)),
      })
    }
    case 'channel': {
      const { from, to, everyDays } = edit.channel
      return words.say(isTowardsTheFront(org, from, to) ? 'remedy.answer' : 'remedy.channel', {
        from: roleNameOf(org, from),
        to: roleNameOf(org, to),
        days: everyDays ?? 0,
      })
    }
    case 'measure': {
      const { name, id } = edit.measure
      return words.say('remedy.measure', { role: roleNameOf(org, edit.role), measure: name ?? id ?? '' })
    }
    case 'deputy':
      return words.say('remedy.deputy', { role: roleNameOf(org, edit.role), deputy: roleNameOf(org, edit.deputy) })
    case 'goSee':
      return words.say('remedy.goSee', { role: roleNameOf(org, edit.role), days: edit.everyDays ?? 0 })
    case 'meets':
      return words.say(edit.meets ? 'remedy.meets' : 'remedy.meets-not', { role: roleNameOf(org, edit.role) })
    case 'each':
      return words.say('remedy.each', {
        what: edit.edits[0] ? sentenceOfEdit(org, edit.edits[0], words) : '',
        more: Math.max(0, edit.edits.length - 1),
      })
    case 'accept':
      return words.say(edit.because === null ? 'remedy.accept-not' : 'remedy.accept', {
        what: words.list([...new Set(edit.of.map(({ code }) => words.say(`chip.${code}`, { hands: null })))]),
        because: edit.because ?? '',
      })
    case 'threshold':
      return words.say(edit.value === null ? 'remedy.threshold-usual' : 'remedy.threshold', {
        name: words.say(`judging.name.${edit.name}`),
        value: edit.value === null ? '' : sayThreshold(edit.name, edit.value, words),
      })
    case 'add':
      return edit.from.kind === 'file'
        ? words.say('remedy.add.file', { name: edit.from.name })
        : words.say('remedy.add.template', { name: words.say(`template.${edit.from.name}`) })
  }
}

/** What is told to those who meet customers is an answer. */
function isTowardsTheFront(org: Org, from: string, to: string): boolean {
  const distance = (ref: string) => org.structure.distance[roleAt(org, ref) ?? -1] ?? -1
  return distance(to) === 1 && distance(from) !== 1
}

/** Who a card is about, “Cashier, 412 places” where it speaks of many; of the organisation’s own that. */
export function aboutOf(org: Org, { role, places }: Card, words: Words): string {
  if (role < 0) return words.say('role.organisation')
  return places > 1 ? words.say('role.places', { title: titleAt(org, role) ?? idOf(org, role), count: places }) : roleName(org, role)
}

/** A threshold with its unit: “25 %”, “24 h”, “4 steps”. */
export function sayThreshold(name: ThresholdName, value: number, words: Words): string {
  const { unit } = boundsOf(name)
  if (unit === 'share' || unit === 'part') return words.percent(value, isWholePercent(value) ? 0 : 1)
  return unit === 'hours' ? words.hours(value) : words.say(`judging.unit.${unit}`, { count: value })
}
const isWholePercent = (share: number) => Number.isInteger(Math.round(share * 1e6) / 1e4)

/** The title; with the unit where several roles bear the title, so that one knows which is meant; without a title the id. */
export function roleName(org: Org, role: number): string {
  const title = titleAt(org, role)
  if (!title) return idOf(org, role)
  if (!isShared(org, role)) return title
  const unit = cellAt(org.doc.roles, 'unit', role)
  const place = org.doc.units.find((one) => one.id === unit)?.name ?? unit
  return place && place !== title ? `${title} (${place})` : title
}

function isShared(org: Org, role: number): boolean {
  const { title } = org.doc.roles.columns
  return title.kind === 'text' && (bearersOf(title)[title.cells[role] as number] as number) > 1
}

/** By title how many roles bear it. */
const bearersOf = once(({ cells, pool }: TextColumn): Int32Array => {
  const count = new Int32Array(countOf(pool))
  for (const at of cells) if (at >= 0) count[at] = (count[at] as number) + 1
  return count
})

/** Without the unit: what all who bear it are called. */
export function titleOfRole(org: Org, id: string): string {
  const role = roleAt(org, id)
  return role === undefined ? id.replace(/^title:/, '') : (titleAt(org, role) ?? id)
}

function titleAt(org: Org, role: number): Cell<string> {
  return cellAt(org.doc.roles, 'title', role)
}

export function issueName(org: Org, issueType: number): string {
  const found = org.doc.issueTypes?.[issueType]
  return found?.name || (found?.id ?? '')
}

/** The name; without one the id; '' where the segment is not known. */
export function segmentName(org: Org, segment: number): string {
  const found = org.doc.segments?.[segment]
  return found?.name || (found?.id ?? '')
}

function roleNameOf(org: Org, ref: string): string {
  const at = roleAt(org, ref)
  return at === undefined
    ? ref
        .replace(/^title:/, '')
        .replace(/\s+/g, ' ')
        .trim()
    : roleName(org, at)
}

function currencyOf(org: Org): string {
  return org.doc.organization.currency ?? ''
}

interface Power {
  readonly kind: string
  readonly policy?: string
  readonly system?: string
  readonly unit?: string
}
const KNOWN_POWERS = new Set(
  'refund discount replace goodwill spend exception apologise schedule information commit-unit admit-liability'.split(' '),
)
/** A verb phrase after “may”: “promise a date”. */
export function powerOf(org: Org, power: Power, words: Words): string {
  const unit = power.unit === undefined ? undefined : (org.doc.units.find((one) => one.id === power.unit)?.name ?? power.unit)
  const detail = power.policy ?? power.system ?? unit ?? ''
  const key = KNOWN_POWERS.has(power.kind) ? power.kind : 'other'
  return words.say(`power.${key}`, { kind: power.kind.replace(/^x-/, ''), detail })
}

function paramsOf(org: Org, finding: Finding, words: Words): WordParams {
  const { evidence, subject } = finding
  const role = subject.role === undefined ? -1 : (roleAt(org, subject.role) ?? -1)
  const issue = subject.issueType === undefined ? -1 : (org.issueTypeAt.get(subject.issueType) ?? -1)
  const ids = (key: string) => (Array.isArray(evidence[key]) ? (evidence[key] as string[]).map((one) => roleNameOf(org, one)) : [])
  const powers = ((evidence.missing as readonly Needed[] | undefined) ?? []).map((need) => needOf(org, need, words))
  const grants = ((evidence.grants as string[] | undefined) ?? []).flatMap(
    (one) => org.doc.grants?.filter((grant) => grant.id === one) ?? [],
  )
  const grant = org.doc.grants?.find((one) => one.id === evidence.grant)
  const widest = grants.find((grant) => grant.limit === evidence.limit) ?? grants[0]
  const issues = ((evidence.issueTypes as { readonly issueType: string }[] | undefined) ?? []).map((one) =>
    issueName(org, org.issueTypeAt.get(one.issueType) ?? -1),
  )
  const path = ids('path')
  return {
    role: role < 0 ? '' : roleName(org, role),
    issue: issue < 0 ? '' : issueName(org, issue),
    times: timesOf(org, finding.contacts, words),
    contacts: finding.contacts,
    powers: words.list(powers),
    power: widest ? powerOf(org, widest, words) : grant ? powerOf(org, grant, words) : '',
    limit: typeof evidence.limit === 'number' ? words.money(evidence.limit, currencyOf(org)) : '',
    hands: numberIn(evidence, 'maxStep'),
    ...moreParamsOf(org, finding, words),
    hours: typeof evidence.meanHoursEscalated === 'number' ? words.hours(evidence.meanHoursEscalated) : '',
    last: path.at(-1) ?? '',
    isLoop: evidence.isLoop === true ? 'yes' : '',
    elsewhere: words.list(ids('elsewhere').slice(0, 3)),
    segment: subject.segment === undefined ? '' : segmentName(org, org.segmentAt.get(subject.segment) ?? -1),
    isRouted: evidence.isRouted === true ? 'yes' : '',
    reached: words.list(ids('reached')),
    distance: (evidence.distance ?? null) as Measured,
    issues: someOf(
      issues.map((one) => `“${one}”`),
      words,
    ),
  }
}

/** Of the codes that are not about the way of a case. */
function moreParamsOf(org: Org, { evidence, share, subject }: Finding, words: Words): WordParams {
  const list = (key: string) => (Array.isArray(evidence[key]) ? (evidence[key] as readonly unknown[]) : [])
  const texts = (key: string) => list(key).filter((one) => typeof one === 'string')
  const percentOrNothing = (value: unknown) =>
    typeof value === 'number' || isRange(value as Measured) ? words.percent(value as Measured) : ''
  const shareOf = (key: string) => percentOrNothing(evidence[key])
  const roleOf = (key: string) => (typeof evidence[key] === 'string' ? roleNameOf(org, evidence[key]) : '')
  const days = numberIn(evidence, 'days')
  const back = numberIn(evidence, 'daysBack')
  const customers = numberIn(evidence, 'customersFirst')
  const stops = new Set((list('issueTypes') as readonly { readonly stopsAt?: string }[]).flatMap(({ stopsAt }) => stopsAt ?? []))
  stops.delete(subject.role ?? '')
  const pair = widestOf(list('pairs') as readonly Turned[])
  const segment = (id: string | undefined) => (id === undefined ? '' : segmentName(org, org.segmentAt.get(id) ?? -1))
  return {
    measure: String(evidence.measure ?? ''),
    control: shareOf('control'),
    isStretch: evidence.isStretch === true ? 'yes' : '',
    hasChannel: evidence.hasChannel === true ? 'yes' : '',
    stopsAt: words.list([...stops].map((id) => roleNameOf(org, id))),
    owner: roleOf('owner'),
    days: days === null ? null : Math.round(days),
    customers: customers === null ? null : Math.round(customers),
    daysRound: back === null ? null : Math.round(back + (numberIn(evidence, 'daysThere') ?? 0)),
    shareOfContacts: shareOf('shareOfContacts'),
    marks: words.list(
      texts('marks').map((mark) => words.say(`mark.${mark}`, { value: percentOrNothing(evidence[FIGURE_OF_MARK[mark] as string]) })),
    ),
    steps: words.list((list('promotesTo') as readonly { readonly role: string }[]).map(({ role }) => roleNameOf(org, role))),
    isOnly: list('promotesTo').length === 1 ? 'yes' : '',
    share: words.percent(share),
    utilisation: shareOf('utilisation'),
    holder: roleOf('holder') || roleOf('nearest'),
    holders: words.list(
      texts('holders')
        .slice(0, NAMED_AT_MOST)
        .map((id) => roleNameOf(org, id)),
    ),
    results: words.list(texts('result').map((name) => `“${name}”`)),
    overlap: shareOf('overlap'),
    isChance: typeof evidence.chance === 'number' && (numberIn(evidence, 'overlap') ?? 1) <= evidence.chance + 1e-9 ? 'yes' : '',
    boundary: texts('boundaries')[0] ?? '',
    more: segment(pair?.more),
    less: segment(pair?.less),
    moreSettled: percentOrNothing(pair?.moreSettled),
    lessSettled: percentOrNothing(pair?.lessSettled),
    shareOfEquity: shareOf('shareOfEquity'),
    shareOfRisk: shareOf('shareOfRisk'),
    goSee: numberIn(evidence, 'goSeeEveryDays'),
    engagement: numberIn(evidence, 'engagement'),
    others: numberIn(evidence, 'others'),
  }
}
const NAMED_AT_MOST = 3
/** The first few; how many more there are. */
function someOf(names: readonly string[], words: Words): string {
  let named = 1
  while (named < names.length && names.slice(0, named + 1).join('').length <= ROOM_FOR_NAMES) named++
  const more = names.length - named
  return words.list(more > 0 ? [...names.slice(0, named), words.say('finding.more', { count: more })] : names)
}
/** Characters: a sentence is read aloud in one breath. */
const ROOM_FOR_NAMES = 64

/** Which number of the evidence a mark stands on. */
const FIGURE_OF_MARK: Readonly<Record<string, string>> = {
  pay: 'payRatio',
  tenure: 'tenureRatio',
  workload: 'workload',
  trust: 'firstContactShare',
}

interface Turned {
  readonly more: string
  readonly less: string
  readonly moreSettled: Measured
  readonly lessSettled: Measured
}
/** Of pairs of segments that are served the wrong way round, the one farthest apart. */
function widestOf(pairs: readonly Turned[]): Turned | undefined {
  const gap = ({ moreSettled, lessSettled }: Turned) =>
    lessSettled === null || moreSettled === null ? 0 : lowOf(lessSettled) - lowOf(moreSettled)
  return pairs.reduce<Turned | undefined>((widest, one) => (widest && gap(widest) >= gap(one) ? widest : one), undefined)
}

function numberIn(evidence: Readonly<Record<string, unknown>>, key: string): number | null {
  const found = evidence[key]
  return typeof found === 'number' ? found : null
}

/** `100 times a month`; nothing where contacts are not counted. */
export function timesOf(org: Org, contacts: Measured, words: Words): string {
  if (contacts === null) return ''
  const often = contacts === 1 ? 'one' : contacts === 2 ? 'two' : 'other'
  return words.say(`times.${often}`, { count: words.number(contacts), period: periodOf(org, words) })
}

/** `a month`, `a week`, `in 10 days`. */
export function periodOf(org: Org, words: Words): string {
  const { periodDays } = org.doc.organization
  const named = ({ 1: 'day', 7: 'week', 30: 'month', 31: 'month', 90: 'quarter', 365: 'year' } as Record<number, string>)[periodDays]
  return named ? words.say(`period.${named}`) : words.say('period.days', { days: periodDays })
}
