// English: what can be laid over the chart: `overlay.<id>` ….
import type { Measured } from '../../base/range'
import type { WordParam, WordParams, Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'
import { small } from './small'

const HARD_SPACE = '\u00a0'
const n = (param: WordParam | undefined) => param as number
const people = (count: number, words: Words) => `${words.number(count)} ${plural(count, 'person', 'people')}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `under 1`, `1–2`, `10 and more`, each with its unit; `say` says an edge. */
function range({ from, to }: WordParams, say: (edge: number) => string, unit = ''): string {
  if (from === null || from === undefined) return `under ${say(n(to))}${unit}`
  return to === null || to === undefined ? `${say(n(from))}${unit} and more` : `${say(n(from))}–${say(n(to))}${unit}`
}

/** `15 of 22 people customers meet have`: two people or more. */
function front({ count, of }: WordParams, words: Words, one: string, other = one): string {
  if (n(count) === n(of)) return `All ${small(n(of), words)} people customers meet ${other}`
  return `${some(n(count), words)} of ${small(n(of), words)} people customers meet ${n(count) === 1 ? one : other}`
}
const some = (count: number, words: Words) => (count === 0 ? 'None' : capital(small(count, words)))
/** `; of eight others none.` */
function others({ others, ofOthers }: WordParams, words: Words): string {
  if (n(ofOthers) === 0) return '.'
  const count = n(others) === 0 ? 'none' : n(others) === n(ofOthers) ? 'all' : small(n(others), words)
  return n(ofOthers) === 1
    ? `; the one other ${n(others) === 1 ? 'is, too' : 'is not'}.`
    : `; of ${small(n(ofOthers), words)} others ${count}.`
}

export const overlays = {
  'overlay.show': 'Show',
  'overlay.silent': (p) => `This file says nothing of: ${p.overlays as string}.`,
  'overlay.said': (p) => `The chart shows: ${p.overlay as string}.`,
  'overlay.choose': 'What is shown on the chart',
  'overlay.findings': 'Findings',
  'overlay.about.findings': 'Where cases get stuck',

  'overlay.unknown': 'not known',
  'overlay.kept': 'kept back',
  'overlay.asked.not': 'not asked',
  'overlay.mostly': (p) => `mostly ${p.said as string}`,
  'overlay.far': 'A box is as wide as its branch and shows its own role; boxes too thin to be seen show what most people in them have.',
  'overlay.told': (p) => `${p.overlay as string}: ${p.said as string}`,
  'overlay.lacking': (p) => `${p.overlay as string}: this file does not say.`,
  'overlay.under': (p, words) => {
    const parts = [
      ...(n(p.unknown) > 0 ? [`Not known of ${people(n(p.unknown), words)}`] : []),
      ...(n(p.kept) > 0 ? [`kept back of ${people(n(p.kept), words)}, in groups too small to be told`] : []),
    ]
    return parts.length === 0 ? 'Known of everybody who is asked about.' : `${capital(parts.join('; '))}.`
  },

  'overlay.authority-gauge': 'Authority gauge',
  'overlay.about.authority-gauge': 'What becomes of the cases each role meets',
  'overlay.lacks.authority-gauge': 'Who meets customers, with which issues, would settle it.',

  'overlay.contacts': 'Cases carried',
  'overlay.about.contacts': 'How many come to each role, handed on ones too',
  'overlay.lacks.contacts': 'Cases counted by touchpoint and issue would settle it.',
  'overlay.contacts.title': (p) => `Cases that come to a role ${p.period as string}, people in each band`,
  'overlay.contacts.band': (p, words) =>
    p.from === null
      ? 'none'
      : n(p.from) < 1
        ? p.to === null
          ? 'some'
          : `under ${words.number(n(p.to))}`
        : range(p, (edge) => words.number(edge)),
  'overlay.contacts.said': (p, words) => `${words.number(p.count as Measured)} ${plural(p.count as Measured, 'case', 'cases')}`,
  'overlay.contacts.headline': (p, words) =>
    `Customers bring ${words.number(p.contacts as Measured)} ${plural(p.contacts as Measured, 'case', 'cases')} ${p.period as string}; ` +
    (p.handed === 0
      ? 'none is handed on.'
      : `other roles are handed cases ${words.number(p.handed as Measured)} ${plural(p.handed as Measured, 'time', 'times')}.`),
  'overlay.contacts.under': 'A case counts at every role that it comes to, settled in the end or not.',

  'overlay.pay': 'Pay',
  'overlay.about.pay': 'In wide bands, never of groups under three',
  'overlay.lacks.pay': 'Pay, or a pay band, of each role would settle it.',
  'overlay.pay.title': 'Pay, people in each band',
  'overlay.pay.alike': 'alike, as far as it may be told',
  'overlay.pay.band': (p) => {
    const unit = p.isLarge === 1 ? `${HARD_SPACE}k` : ''
    if (p.from === null) return `under ${p.to as string}${unit}`
    return p.to === null ? `${p.from as string}${unit} and more` : `${p.from as string}–${p.last as string}${unit}`
  },
  'overlay.pay.headline': (p, words) =>
    `${some(n(p.count), words)} of ${small(n(p.of), words)} people customers meet ${n(p.count) === 1 ? 'is' : 'are'} paid ${p.band as string}${others(p, words)}`,

  'overlay.tenure': 'Years in the role',
  'overlay.about.tenure': 'How long people stay, on average',
  'overlay.lacks.tenure': 'The average years people are in each role would settle it.',
  'overlay.tenure.title': 'Years in the role on average, people in each band',
  'overlay.tenure.band': (p, words) =>
    range(p, (edge) => words.number(edge), ` ${p.from === null ? plural(n(p.to), 'year', 'years') : 'years'}`),
  'overlay.tenure.said': (p, words) => `${words.number(n(p.value))} ${plural(n(p.value), 'year', 'years')}`,
  'overlay.tenure.headline': (p, words) => `${front(p, words, 'stays', 'stay')} under two years on average${others(p, words)}`,

  'overlay.workload': 'Workload',
  'overlay.about.workload': 'Work there is, beside the time for it',
  'overlay.lacks.workload': 'The workload of each role, 1 for full, would settle it.',
  'overlay.workload.title': 'Workload, 100 % is full; people in each',
  'overlay.workload.under': 'under full',
  'overlay.workload.at': 'full',
  'overlay.workload.over': 'over full',
  'overlay.workload.said': (p) => `${p.share as string} of full`,
  'overlay.workload.headline': (p, words) => `${front(p, words, 'has', 'have')} more work than time for it${others(p, words)}`,

  'overlay.engagement': 'Engagement',
  'overlay.about.engagement': 'How content people are, never of groups under three',
  'overlay.lacks.engagement': 'What people of each role answer in a survey, 0 to 100, would settle it.',
  'overlay.engagement.title': 'Engagement, of 100 points; people in each band',
  'overlay.engagement.band': (p, words) => range(p, (edge) => words.number(edge)),
  'overlay.engagement.said': (p, words) => `${words.number(n(p.value))} of 100`,
  'overlay.engagement.headline': (p, words) => `${front(p, words, 'is', 'are')} in roles under 50 points of 100${others(p, words)}`,

  'overlay.distance': 'Distance',
  'overlay.about.distance': 'How near each role is to a customer',
  'overlay.lacks.distance': 'Which roles meet customers would settle it.',
  'overlay.distance.title': 'Steps to the nearest who meet customers; people in each',
  'overlay.distance.said': (p, words) =>
    p.steps === 0 ? 'front line' : `${small(n(p.steps), words)} ${plural(n(p.steps), 'step', 'steps')} away`,
  'overlay.distance.far': (p, words) => `${small(n(p.steps), words)} or more`,
  'overlay.distance.none': 'no line to a customer',
  'overlay.distance.headline': (p, words) => {
    const rest = [
      ...(n(p.one) > 0 ? [`${small(n(p.one), words)} ${plural(n(p.one), 'is', 'are')} one step away`] : []),
      ...(n(p.farther) > 0 ? [`${small(n(p.farther), words)} farther`] : []),
    ]
    return `${words.number(n(p.count))} of ${people(n(p.of), words)} meet customers${rest.length === 0 ? '' : `; ${words.list(rest)}`}.`
  },
  'overlay.distance.under': (p, words) =>
    n(p.count) === 0
      ? 'Steps go along the reporting line, up or down.'
      : `Steps go along the reporting line; no line leads from ${people(n(p.count), words)} to a customer.`,

  'overlay.span': 'Span',
  'overlay.about.span': 'How many people report to each role',
  'overlay.lacks.span': 'Who reports to whom would settle it.',
  'overlay.span.title': 'People who report directly, and what managing so many is called',
  'overlay.span.band': (p, words) => {
    const [from, to] = [words.number(n(p.from)), words.number(n(p.to) - 1)]
    return `${p.from === null ? `up to ${to}` : p.to === null ? `from ${from}` : `${from}–${to}`}: ${p.kind as string}`
  },
  'overlay.span.player': 'player/coach',
  'overlay.span.coach': 'coach',
  'overlay.span.supervisor': 'supervisor',
  'overlay.span.facilitator': 'facilitator',
  'overlay.span.coordinator': 'coordinator',
  'overlay.span.said': (p, words) => `${people(n(p.count), words)}`,
  'overlay.span.headline': (p, words) =>
    n(p.roles) === 1
      ? `One role leads: ${people(n(p.most), words)} report to it directly.`
      : `${capital(small(n(p.roles), words))} roles lead, each ${n(p.least) === n(p.most) ? people(n(p.most), words) : `between ${words.number(n(p.least))} and ${people(n(p.most), words)}`} directly.`,
  'overlay.span.under': 'No number is right by itself: it goes with the kind of managing work.',

  'overlay.priorities': 'Agreed priorities',
  'overlay.about.priorities': 'How many of the strategy’s three each role names',
  'overlay.lacks.priorities': 'The strategy’s priorities, and those each role names, would settle it.',
  'overlay.priorities.title': 'The strategy’s priorities that are named; people in each',
  'overlay.priorities.band': (p, words) =>
    n(p.count) === 0
      ? 'none of them'
      : n(p.count) === n(p.of)
        ? n(p.of) === 1
          ? 'the one'
          : `all ${small(n(p.of), words)}`
        : `${small(n(p.count), words)} of ${small(n(p.of), words)}`,
  'overlay.priorities.headline': (p, words) => `${front(p, words, 'names', 'name')} all the priorities of the strategy${others(p, words)}`,

  'overlay.measures': 'Measures',
  'overlay.about.measures': 'Whether roles are measured on results or effects',
  'overlay.lacks.measures': 'What each role is measured on would settle it.',
  'overlay.measures.title': 'Measured on results (how much) or effects (how well)',
  'overlay.measures.result': 'results only',
  'overlay.measures.both': 'results and effects',
  'overlay.measures.effect': 'effects only',
  'overlay.measures.none': 'nothing',
  'overlay.measures.headline': (p, words) => `${front(p, words, 'is', 'are')} measured on results only${others(p, words)}`,

  'overlay.customer-time': 'Time with customers',
  'overlay.about.customer-time': 'How much of their time leaders spend with them',
  'overlay.lacks.customer-time': 'The share of time with customers of each leader would settle it.',
  'overlay.customer-time.title': 'Leaders’ time with customers; people in each band',
  'overlay.customer-time.band': (p, words) => {
    if (p.from === null) return 'none'
    if (n(p.from) < 0.01) return `under ${words.percent(n(p.to))}`
    return p.to === null ? `${words.percent(n(p.from))} and more` : `${words.number(n(p.from) * 100)}–${words.percent(n(p.to))}`
  },
  'overlay.customer-time.said': (p) => `${p.share as string} of their time`,
  'overlay.customer-time.headline': (p, words) => {
    const who = n(p.of) === 1 ? 'role that leads' : 'roles that lead'
    const lead =
      n(p.count) === n(p.of) ? `All ${small(n(p.of), words)} ${who}` : `${some(n(p.count), words)} of ${small(n(p.of), words)} ${who}`
    return `${lead} ${n(p.count) === 1 ? 'spends' : 'spend'} under 5${HARD_SPACE}% of the time with customers.`
  },
} satisfies Messages
