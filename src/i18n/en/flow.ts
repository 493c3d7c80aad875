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

export const flow = {
  'overlay.escalation-flow': 'Escalation flow',
  'overlay.about.escalation-flow': 'How deep cases sink before somebody may settle them',
  'overlay.lacks.escalation-flow': 'The file lists no kinds of case, or nobody who meets customers.',
  'overlay.feedback-reach': 'Feedback reach',
  'overlay.about.feedback-reach': 'Who is heard by whoever could change the rule, and after how many days',
  'overlay.lacks.feedback-reach': 'The file says neither who tells whom, nor who could change which rule.',

  'flow.headline': (p, words) =>
    `Of ${cases(p, words, 'all')}, ${number(p, words, 'sink')} ${plural(count(p, 'sink'), 'sinks', 'sink')}. ` +
    `${number(p, words, 'never')} never ${plural(count(p, 'never'), 'reaches', 'reach')} anyone who may settle them.`,
  'flow.headline.settled': (p, words) =>
    `Of ${cases(p, words, 'all')}, ${number(p, words, 'sink')} ${plural(count(p, 'sink'), 'sinks', 'sink')}. ` +
    'Each reaches somebody who may settle it.',
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
  'flow.stops': 'Where cases stop for good',
  'flow.bar': (p, words) => `Settles ${cases(p, words)}`,

  'flow.depth': (p, words) => `How deep the ${cases(p, words, 'all')} sink`,
  'flow.depth.spot': 'on the spot',
  'flow.depth.hands': (p, words) => `${number(p, words)} ${plural(count(p), 'hand', 'hands')}`,
  'flow.depth.more': (p, words) => `${number(p, words)} and more`,
  'flow.depth.never': 'never',
  'flow.key.settled': 'will be settled',
  'flow.key.never': 'never',
  'flow.key.open': 'not known',
} satisfies Messages
