// English: escalation flow and feedback reach on the chart: `flow.<what>`, `reach.<what>`.
import type { Measured } from '../../base/range'
import type { WordParams, Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'

const count = (p: WordParams, key = 'count') => p[key] as Measured
const number = (p: WordParams, words: Words, key = 'count') => words.number(count(p, key))
/** `600 cases`, `24 kinds of case`. */
const cases = (p: WordParams, words: Words, key = 'count') =>
  `${number(p, words, key)} ${p.areKinds ? plural(count(p, key), 'kind of case', 'kinds of case') : plural(count(p, key), 'case', 'cases')}`

/** `Of 600 cases, 264 sink.` */
const sinking = (p: WordParams, words: Words) =>
  p.sink === p.all
    ? `All ${cases(p, words, 'all')} sink.`
    : `Of ${cases(p, words, 'all')}, ${number(p, words, 'sink')} ${plural(count(p, 'sink'), 'sinks', 'sink')}.`

/** `hears 370 of 416` */
const hears = (p: WordParams, words: Words) => `hears ${number(p, words)}${p.of === null ? '' : ` of ${number(p, words, 'of')}`}`

export const flow = {
  'overlay.escalation-flow': 'Escalation flow',
  'overlay.about.escalation-flow': 'How deep cases sink before somebody may settle them',
  'overlay.lacks.escalation-flow': 'Who meets customers, with which issues, and what those need would settle it.',
  'overlay.feedback-reach': 'Feedback reach',
  'overlay.about.feedback-reach': 'Who is heard by whoever could change the rule, and after how many days',
  'overlay.lacks.feedback-reach': 'Who tells whom, and who could change which rule, would settle it.',

  'flow.headline': (p, words) =>
    `${sinking(p, words)} ` +
    `${number(p, words, 'never')} never ${plural(count(p, 'never'), 'reaches', 'reach')} anyone who may settle them.`,
  'flow.headline.settled': (p, words) => `${sinking(p, words)} Each reaches somebody who may settle it.`,
  'flow.headline.spot': (p, words) => `All ${cases(p, words, 'all')} are settled on the spot. Nothing sinks.`,
  'flow.second': (p) =>
    `Width is ${p.areKinds ? 'kinds of case' : `cases ${p.period as string}`}. A bar is where they are settled; a red bar is where they stop for good.`,
  'flow.second.open': (p) =>
    `Width is ${p.areKinds ? 'kinds of case' : `cases ${p.period as string}`}. A red bar is where they stop for good; striped: the file does not say whether they are settled.`,

  'flow.settles': (p, words) => `settles ${number(p, words)}`,
  'flow.settles.none': 'settles none',
  'flow.aside': 'not on any path',
  'flow.and.waited': '{said} · {hours} waited',
  'flow.and.hours': '{said} · {hours}',
  'flow.and.stop': (p, words) => `${p.said as string} · ${number(p, words)} ${plural(count(p), 'stops', 'stop')}`,
  'flow.hours': (p, words) => `${number(p, words)}\u00a0h`,
  'flow.and.waited.unknown': '{said} · waits: ?',
  'flow.hop': '{from} to {to}',
  'flow.hop.settled': (p, words) => `${number(p, words)} will be settled`,
  'flow.hop.never': (p, words) => `${number(p, words)} never`,
  'flow.hop.open': (p, words) => `of ${number(p, words)} it is not known`,
  'flow.never': (p, words) => `${number(p, words)} never`,
  'flow.open': (p, words) => `${number(p, words)} ?`,
  'flow.stop': (p, words) => `${number(p, words)} ${plural(count(p), 'stops', 'stop')} here`,
  'flow.stop.open': (p, words) => `${number(p, words)} may stop here`,
  'flow.beyond.settled': (p, words) => `${number(p, words)} handed on`,
  'flow.beyond.never': (p, words) => `${number(p, words)} handed on, never settled`,
  'flow.beyond.open': (p, words) => `${number(p, words)} handed on ?`,
  'flow.bar': (p, words) => `Settles ${cases(p, words)}`,

  'flow.depth': (p, words) => `How deep the ${cases(p, words, 'all')} sink`,
  'flow.depth.spot': 'on the spot',
  'flow.depth.hands': (p, words) => `${number(p, words)} ${plural(count(p), 'hand', 'hands')}`,
  'flow.depth.more': (p, words) => `${number(p, words)} and more`,
  'flow.depth.never': 'never',

  'reach.headline': (p, words) =>
    `${number(p, words, 'silent')} of ${cases(p, words, 'all')} ${plural(count(p, 'silent'), 'is', 'are')} told to nobody who could change the rule.`,
  'reach.headline.none': (p, words) => `None of ${cases(p, words, 'all')} is told to anybody who could change the rule.`,
  'reach.headline.all': (p, words) => `All ${cases(p, words, 'all')} are heard by somebody who could change the rule.`,
  'reach.headline.open': (p, words) =>
    `Of ${number(p, words, 'open')} of ${cases(p, words, 'all')} it is not known whether anybody hears who could change the rule.`,
  'reach.second': 'They are heard after {days} on average.',
  'reach.second.others': (p, words) => `${number(p, words)} ${plural(count(p), 'is', 'are')} heard, after ${p.days as string} on average.`,
  'reach.second.open': (p, words) => `Of ${number(p, words)} the file does not say.`,
  'reach.second.none': 'The file lists nobody who tells anybody anything.',
  'reach.second.lines': 'A dashed line is who tells whom; at a struck ear a note ends.',
  'reach.rows': (p, words) => `Who could change the rule hears of ${cases(p, words, 'all')}`,
  'reach.row.soon': (p, words) => `within ${number(p, words, 'days')} ${plural(count(p, 'days'), 'day', 'days')}`,
  'reach.row.late': 'later',
  'reach.row.never': 'never',
  'reach.days': (p, words) => `${number(p, words)} ${plural(count(p), 'day', 'days')}`,
  'reach.days.unknown': '? days',
  'reach.line': (p, words) => `${cases(p, words)}, ${p.days as string}`,
  'reach.share': '{share} heard',
  'reach.heard': (p, words) => `${number(p, words, 'heard')} of ${number(p, words, 'all')} heard`,
  'reach.hears.cases': (p, words) =>
    `hears ${p.of === null ? cases(p, words) : `${number(p, words)} of ${cases(p, words, 'of')}`} after ${p.days as string}`,
  'reach.hears': (p, words) => `${hears(p, words)} after ${p.days as string}`,
  'reach.hears.some': hears,
  // Of what it could change the rule for: what it passes on to others is not its own.
  'reach.hears.none.cases': (p, words) => `hears none of its ${cases(p, words)}`,
  'reach.hears.none': (p, words) => `hears none of its ${number(p, words)}`,
  'reach.hears.unknown': 'not known what it hears',
  'reach.passes': (p, words) => `passes on ${cases(p, words)}`,
  'reach.passes.some': (p, words) => `passes on ${number(p, words)}`,
  'reach.bar': (p, words) =>
    `${number(p, words, 'heard')} heard by whoever could change the rule, ${number(p, words, 'silent')} told to nobody`,
  'reach.end.silent': (p, words) => `${number(p, words)} told to nobody`,
  'reach.end.silent.far': (p, words) => `${number(p, words)} heard no further`,
  'reach.end.open': (p, words) => `${number(p, words)}: not known who is told`,
  'reach.end.open.far': (p, words) => `${number(p, words)}: not known who hears`,
} satisfies Messages
