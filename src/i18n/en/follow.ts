// A case hand by hand, and the way between two roles.
import type { Measured } from '../../base/range'
import type { WordParams, Words } from '../../base/words'
import type { Messages } from '../catalogue'

const counted = (one: string, other: string) => (p: WordParams, w: Words) =>
  `${w.number(p.count as Measured)} ${p.count === 1 ? one : other}`

export const follow = {
  'page.topic.case': 'Followed case',
  'page.topic.way': 'The way between two roles',

  'page.case.title': ({ issue, value }) => `${issue}${value ? `, ${value}` : ''}`,
  'page.case.where': ({ kicker, place }) => `${kicker} · ${place}`,
  'page.case.none': 'This case does not arrive there, so there is nothing to follow.',
  'page.case.role': 'Met by',
  'page.case.issue': 'Case',
  'page.case.value': 'Worth',
  'page.case.value.any': 'any value',
  'page.case.segment': 'From',
  'page.case.segment.any': 'whoever brings it',
  'page.case.customers': 'Customers',
  'page.case.comes': '{times}',
  'page.case.comes.part': '{count} of {times} go this way',
  'page.case.comes.unknown': 'How often is not in the file.',
  'page.case.by': 'Which way',
  'page.case.by.route': 'By the route',
  'page.case.by.chart': 'By the chart',
  'page.case.steps': 'Hand by hand',
  'page.case.hand': ({ count: n, role }) => (n === 0 ? `Arrives at ${role}` : `Hand ${n}: ${role}`),
  'page.case.about': 'About {role}',
  'page.case.by.agreement': 'must agree',
  'page.case.by.routed': 'by a route',
  'page.case.needs.unknown': 'what it needs is not in the file',
  'page.case.anybody': 'nothing special is needed',
  'page.case.settled': 'Settled here',
  'page.case.hours.unknown': 'hours not known',
  'page.case.spot': 'Settled on the spot',
  'page.case.hands': counted('hand-off', 'hand-offs'),
  'page.case.hours': counted('hour', 'hours'),
  'page.case.dead': 'Dead end.',
  'page.case.dead.says': 'Nobody on the way may {powers}.',
  'page.case.dead.loop': 'It goes round in a circle, and nobody on the way may settle it.',
  'page.case.dead.nobody': 'Nobody on the way may settle it.',
  'page.case.elsewhere': 'Who could, elsewhere:',
  'page.case.elsewhere.none': 'Nobody elsewhere may either.',
  'page.case.open': 'Not known where it ends:',
  'page.case.open.says': ({ roles }, w) => `what ${w.list(roles as readonly string[])} may decide is not in the file.`,
  'page.case.open.needs': 'what it needs, or what it is worth, is not in the file.',
  'page.case.differs': ({ other, hands, hours, end }, w) => {
    const way = other === 'chart' ? 'By the chart' : 'By the route'
    if (end === 'dead end') return `${way} nobody settles it.`
    if (end === 'settled') return `${way} it is settled.`
    if (end === 'open') return `${way} it is not known where it ends.`
    const parts = [more(hands as number, 'hand-off', 'hand-offs', w), hours === null ? '' : more(hours as number, 'hour', 'hours', w)]
    const said = parts.filter((part) => part !== '')
    return said.length > 0 ? `${way} ${w.list(said)}.` : `${way} it goes through other hands, and takes as long.`
  },
  'page.case.remedies': 'What would settle it on the spot',
  'page.case.remedies.else': 'What else would change it',
  'page.case.remedies.change': 'What would change it',
  'page.case.then.hands': 'Then {hands} · {sums}.',
  'page.case.then.dead': 'Then it still ends nowhere.',
  'page.case.then.open': 'Then it is still not known where it ends.',
  'page.case.next': 'Next case',
  'page.case.step': 'step',
  'page.case.step.back': 'One hand back',
  'page.case.step.on': 'One hand on',
  'page.case.key.back': '←',
  'page.case.key.on': '→',

  'page.way.title': ({ from, to }) => `From ${from} to ${to}`,
  'page.way.same': 'This is one and the same role.',
  'page.way.none': 'No manager is above both. By the chart there is no way from one to the other.',
  'page.way.hands': counted('hand-off', 'hand-offs'),
  'page.way.up': ({ count: n }, w) => `${w.number(n as number)} up`,
  'page.way.down': ({ count: n }, w) => `${w.number(n as number)} down`,
  'page.way.manager': 'Lowest manager of both',
  'page.way.swap': 'The other way round',
  'page.way.steps': 'Role by role',
  'page.way.case': 'Follow a case from {role}',
} satisfies Messages

/** `one hand-off more`, `8 hours less`; nothing where it is the same. */
function more(difference: number, one: string, other: string, words: Words): string {
  if (difference === 0) return ''
  const size = Math.abs(difference)
  return `${size === 1 ? 'one' : words.number(size)} ${size === 1 ? one : other} ${difference > 0 ? 'more' : 'less'}`
}
