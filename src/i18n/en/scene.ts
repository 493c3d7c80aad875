// English: what stands on the chart: `scene.<what>`. Two lines of one label are parted by a line break.
import type { Measured } from '../../base/range'
import type { WordParams, Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
/** Up to ten in words. */
export function small(count: number, words: Words): string {
  return SMALL[count] ?? words.number(count)
}
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
  'scene.headline.settled': (p, words) =>
    `Customers bring ${words.number(count(p, 'contacts'))} ${plural(count(p, 'contacts'), 'case', 'cases')} ${p.period as string}. ` +
    `The people they meet may settle ${p.share as string} of them.`,
  'scene.headline.kinds': 'The people customers meet may settle {share} of the kinds of case they bring.',
  'scene.headline.risk': (p, words) =>
    `${p.segment as string} are ${fraction(p.worth as number, words)} of what customers are worth, and ${p.risk as string} of what this structure puts at risk.`,
  'scene.headline.handed': (p) =>
    p.never === 0
      ? `${p.escalated as string} are handed on first; none is left unsettled.`
      : `${p.escalated as string} are handed on first; ${p.unresolved as string} nobody in the line may settle.`,
  'scene.headline.rest': 'The others are handed on.',

  'scene.band.customers': 'Customers',
  'scene.band.width': 'width = worth',
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
  'scene.source.counted': (p, words) => `cases of ${words.number(p.days as number)} days`,
} satisfies Messages
