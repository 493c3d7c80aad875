// English: what stands on the chart: `scene.<what>`. Two lines of one label are parted by a line break.
import type { Measured } from '../../base/range'
import type { WordParams, Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { findings } from './findings'
import { plural } from './plural'
import { small } from './small'

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
const count = (params: WordParams, key = 'count') => params[key] as Measured
const counted = (one: string, other: string) => (params: WordParams, words: Words) =>
  `${words.number(count(params))} ${plural(count(params), one, other)}`

const FRACTIONS: readonly (readonly [number, string])[] = [
  [1 / 4, 'a quarter'],
  [1 / 3, 'a third'],
  [1 / 2, 'half'],
  [2 / 3, 'two thirds'],
  [3 / 4, 'three quarters'],
]
/** Within two points of a simple fraction a word is easier to hear than a figure. */
function fraction(share: number, words: Words): string {
  return FRACTIONS.find(([value]) => Math.abs(value - share) <= 0.02)?.[1] ?? words.percent(share)
}

const PERIODS: Readonly<Record<number, string>> = {
  1: 'a day',
  7: 'a week',
  30: 'a month',
  31: 'a month',
  90: 'a quarter',
  91: 'a quarter',
  365: 'a year',
}

/** “Faulty item” of €120: names as they are, so that the sentence is right whatever they are. */
const caseOf = (p: WordParams) => `“${p.issue as string}”${p.value ? ` of ${p.value as string}` : ''}`
const hands = (p: WordParams, words: Words) => `${small(p.hands as number, words)} ${p.hands === 1 ? 'hand' : 'hands'}`
const handOffs = (n: number, words: Words) => `${small(n, words)} ${n === 1 ? 'hand-off' : 'hand-offs'}`
const hours = (n: number, words: Words) => `${words.number(n)} ${n === 1 ? 'hour' : 'hours'}`
/** Beyond a day hours are hard to feel. */
function days(n: number, words: Words): string {
  if (n <= 24) return hours(n, words)
  const whole = Math.floor(n / 24)
  return `${n % 24 === 0 ? '' : 'more than '}${whole === 1 ? 'a day' : `${small(whole, words)} days`}`
}
function times(contacts: number, words: Words): string {
  const rare = contacts === 1 ? 'once' : contacts === 2 ? 'twice' : ''
  return rare || `${Number.isInteger(contacts) ? small(contacts, words) : words.number(contacts)} times`
}
/** “Ten times a month this is brought to Care agent by Loyalty members” */
function asked(p: WordParams, words: Words): string {
  const segments = p.segments as readonly string[]
  const who = `this is brought to ${p.role as string}${segments.length > 0 ? ` by ${words.list(segments)}` : ''}`
  return capital(p.contacts === null ? who : `${times(p.contacts as number, words)} ${p.period as string} ${who}`)
}
function otherEnd(p: WordParams, words: Words): string {
  if (p.end === 'dead end') return 'a dead end'
  return p.end === 'open' || p.hours === null ? 'not known' : `settled after ${hours(p.hours as number, words)}`
}
const powerIn = (p: WordParams, words: Words) => {
  const key = `power.${p.kind as string}`
  return words.say(Object.hasOwn(findings, key) ? key : 'power.other', {
    kind: (p.kind as string).replace(/^x-/, ''),
    detail: p.detail ?? '',
  })
}
/** The same without what it is about, for a box. */
const SHORT_POWERS: Readonly<Record<string, string>> = {
  discount: 'discount',
  replace: 'replace',
  goodwill: 'give',
  spend: 'spend',
  exception: 'make an exception',
  information: 'see the record',
  'commit-unit': 'promise work',
}
const shortPower = (p: WordParams, words: Words) => SHORT_POWERS[p.kind as string] ?? powerIn(p, words)

/** `100 %`, which is said as a word. */
const isWhole = (share: unknown) => typeof share === 'string' && /^100\s?%$/.test(share)

export const scene = {
  'scene.title.conventional': '{name}, by reporting line',
  'scene.title.flipped': '{name}, customers on top',
  'scene.organisation': 'Organisation',
  'scene.period': (p, words) => PERIODS[p.days as number] ?? `in ${words.number(p.days as number)} days`,

  'scene.headline.conventional': '{name}, by reporting line',
  'scene.headline.counts': (p, words) =>
    `${words.number(count(p, 'people'))} ${plural(count(p, 'people'), 'person', 'people')} in ${words.number(count(p, 'roles'))} ` +
    `${plural(count(p, 'roles'), 'role', 'roles')}, ${small(p.layers as number, words)} ${p.layers === 1 ? 'layer' : 'layers'}.`,
  'scene.headline.people': '{name}, turned over',
  'scene.headline.unmet': 'By reporting line; we do not yet know who meets customers.',
  'scene.headline.meet': (p, words) =>
    `Customers meet ${words.number(count(p))} of these ${words.number(count(p, 'people'))} ${plural(count(p, 'people'), 'person', 'people')}.`,
  'scene.headline.unsettled': 'What those may settle is not known yet.',
  'scene.headline.counting': 'What becomes of their cases is being counted …',
  'scene.headline.settled': (p, words) =>
    `Customers bring ${words.number(count(p, 'contacts'))} ${plural(count(p, 'contacts'), 'case', 'cases')} ${p.period as string}. ` +
    `The people they meet may settle ${isWhole(p.share) ? 'all' : (p.share as string)} of them.`,
  'scene.headline.settled.short': (p, words) =>
    `${words.number(count(p, 'contacts'))} ${plural(count(p, 'contacts'), 'case', 'cases')} ${p.period as string}. ` +
    `The people customers meet may settle ${isWhole(p.share) ? 'all of them' : (p.share as string)}.`,
  'scene.headline.kinds': 'The people customers meet may settle {share} of the kinds of case they bring.',
  'scene.headline.risk': (p, words) =>
    `${p.segment as string} are ${fraction(p.worth as number, words)} of what customers are worth, and ${p.risk as string} of what this structure puts at risk.`,
  'scene.headline.handed': (p) => {
    if (p.escalated === '0' && p.never === 0) return 'None is handed on, and none is left unsettled.'
    const handed =
      p.escalated === '0' ? 'None is handed on' : `${p.escalated as string} ${p.escalated === '1' ? 'is' : 'are'} handed on first`
    return p.never === 0 ? `${handed}; none is left unsettled.` : `${handed}; ${p.unresolved as string} nobody in the line may settle.`
  },

  'scene.case.settled': (p, words) =>
    p.hands === 0
      ? `${caseOf(p)} is settled on the spot.`
      : `${caseOf(p)} passes ${hands(p, words)}${p.hours === null ? '; how long it takes is not known.' : ` and takes ${hours(p.hours as number, words)}.`}`,
  'scene.case.settled.often': (p, words) =>
    p.hands === 0
      ? `${asked(p, words)}; ${p.role as string} may say yes at once.`
      : `${asked(p, words)}, and it takes ${p.hours === null ? 'nobody knows how long' : days(p.hours as number, words)} to say yes.`,
  'scene.case.dead': (p, words) => {
    const way = p.isLoop ? 'goes round in a circle' : p.hands === 0 ? 'goes no further' : `passes ${hands(p, words)}`
    return `${caseOf(p)} ${way}, and nobody on the way may settle it.`
  },
  'scene.case.dead.often': (p, words) => {
    const elsewhere = p.elsewhere as readonly string[]
    const names = p.others ? [...elsewhere, 'others'] : elsewhere
    return `${asked(p, words)}. ${names.length === 0 ? 'Nobody is known who may settle it' : `${words.list(names)} could settle it`}.`
  },
  'scene.case.open': (p, words) =>
    p.hands === 0
      ? `Whether ${caseOf(p)} can be settled on the spot is not known.`
      : `${caseOf(p)} may pass ${hands(p, words)}; where it is settled is not known.`,
  'scene.case.open.often': (p, words) => `${asked(p, words)}. What it would take is not all in the file.`,
  'scene.way': (p, words) => {
    const parts = [
      [p.up as number, 'up'],
      [p.down as number, 'down'],
    ] as const
    const said = parts.flatMap(([steps, where]) => (steps > 0 ? [`${words.number(steps)} ${where}`] : []))
    return `From ${p.from as string} to ${p.to as string}: ${said.length === 0 ? 'one and the same' : said.join(', ')}.`
  },
  'scene.way.manager': (p, words) => {
    if (p.hands === 0) return 'No hand-off at all.'
    const turn = p.up === 0 ? ', straight down.' : p.down === 0 ? ', straight up.' : `; ${p.manager as string} is above both.`
    return `${capital(handOffs(p.hands as number, words))} by the chart${turn}`
  },
  'scene.way.here': 'above both',

  'scene.stop.limit': (p, words) => `may ${shortPower(p, words)} ${p.kind === 'replace' ? 'up to ' : ''}${p.limit as string}`,
  'scene.stop.endless': (p, words) => `may ${shortPower(p, words)}, no limit`,
  'scene.stop.may': (p, words) => `may ${powerIn(p, words)}`,
  'scene.stop.may.short': (p, words) => `may ${shortPower(p, words)}`,
  'scene.stop.not': (p, words) => `may not ${powerIn(p, words)}`,
  'scene.stop.not.short': (p, words) => `may not ${shortPower(p, words)}`,
  'scene.stop.agreed': 'may, if others agree',
  'scene.stop.agreed.short': 'if others agree',
  'scene.stop.unknown': 'not known what it may decide',
  'scene.stop.unknown.short': 'authority not known',
  'scene.stop.agrees': 'must agree',
  'scene.stop.needs.unknown': 'not known what it needs',
  'scene.stop.needs.unknown.short': 'needs not known',

  'scene.end.settled': 'Settled',
  'scene.end.settled.after': (p, words) =>
    p.hours === null ? '' : p.hands === 0 ? 'on the spot' : `after ${hours(p.hours as number, words)}`,
  'scene.end.dead': 'Dead end',
  'scene.end.dead.nobody': 'Nobody here may settle it.',
  'scene.end.dead.loop': 'It comes round again.',
  'scene.end.open': 'Not known',
  'scene.end.open.where': 'where it is settled',
  'scene.other.chart': (p, words) => `by the chart: ${otherEnd(p, words)}`,
  'scene.other.route': (p, words) => `by the route: ${otherEnd(p, words)}`,
  'scene.hand': (p, words) => `Hand ${words.number(p.hand as number)}: ${p.role as string}`,
  'scene.hours.unknown': '? h',
  'scene.hop.route': 'by a route',
  'scene.thread': 'How the case arrives',

  'scene.band.customers': 'Customers',
  'scene.band.width.worth': 'width = worth',
  'scene.band.width.customers': 'width = customers',
  'scene.band.ribbon': 'ribbon = cases',
  'scene.band.meet': 'Meet customers',
  'scene.band.away': (p, words) => `${capital(small(p.steps as number, words))} ${p.steps === 1 ? 'step' : 'steps'} away`,
  'scene.band.layer': 'Layer {layer}',
  'scene.band.unlinked': 'No line to a customer',

  'scene.customers.off': 'not on the chart',
  'scene.customers.off.count': (p, words) => {
    const segments = p.segments as number
    const parted = segments > 1 ? `, in ${small(segments, words)} segments` : ''
    return `${words.number(count(p))} of them${parted}: not on the chart`
  },
  'scene.customers.count': counted('customer', 'customers'),
  'scene.customers.unknown': 'Customers: it is not known yet who meets them',
  'scene.segment.unknown': 'Segment not known',

  'scene.settled': 'settled\non the spot',
  'scene.cases': counted('case', 'cases'),
  'scene.kinds': counted('kind of case', 'kinds of case'),
  'scene.of': 'of {count}',
  'scene.people': counted('person', 'people'),
  'scene.far.flags': ({ high, medium, low, unknown }, words) =>
    `Flags count kinds of case that get stuck at a role, branch by branch: ${words.number(high as number)} high, ${words.number(medium as number)} medium, ` +
    `${words.number(low as number)} low, ${words.number(unknown as number)} not known.`,
  'scene.far.slabs': 'A box is as wide as its branch. Green meets customers, and counts them alone; grey does not.',
  'scene.far.zoom': 'Zoom in, and boxes open into roles.',
  'scene.far.carries': (p, words) => `carries ${words.number(count(p))} ${plural(count(p), 'person', 'people')}`,
  'scene.share': '{share} settled on the spot',
  'scene.vacant': 'Vacant',
  'scene.authority.unknown': 'authority not known',
  'scene.role.untitled': 'Untitled',
  'scene.gauge': '{settled} settled on the spot, {escalated} after hand-offs, {never} never',
  'scene.flags': '{high} high, {medium} medium, {low} low, {unknown} not known',

  'scene.legend': 'What the signs mean',
  'scene.legend.all': (p, words) =>
    `All ${words.number(count(p, 'contacts'))} ${plural(count(p, 'contacts'), 'case', 'cases')} ${p.period as string}`,
  'scene.legend.settled': 'settled on the spot',
  'scene.legend.escalated': 'after hand-offs',
  'scene.legend.never': 'never',
  'scene.flag.high': 'high',
  'scene.flag.medium': 'medium',
  'scene.flag.low': 'low',
  'scene.flag.unknown': 'not known',

  'scene.source': 'Headstand',
  'scene.source.counted': (p, words) => `cases of ${words.number(p.days as number)} ${plural(p.days as number, 'day', 'days')}`,
} satisfies Messages
