// What the page says when there is little or nothing to show.
import type { Measured } from '../../base/range'
import type { Messages } from '../catalogue'
import { plural } from './plural'

const count = (n: unknown, one: string, other: string, words: { number: (value: Measured) => string }) =>
  `${words.number(n as Measured)} ${plural(n as Measured, one, other)}`

export const states = {
  // what a file does not say yet, in the order of what each would show
  'page.gap.title.meets': 'Who meets customers is not in this file',
  'page.gap.title.brings': 'What customers bring is not in this file',
  'page.gap.title.decides': 'Who may decide is not in this file',
  'page.gap.lead.meets': 'It says who reports to whom, and no more. So its rows are layers, and where cases get stuck is not known.',
  'page.gap.lead.brings': 'It says who meets customers. Where their cases get stuck is not known.',
  'page.gap.lead.decides': 'It says who meets customers, and what they bring. Where that gets stuck is not known.',
  'page.gap.next': 'What to add next, and what it would show',
  'page.gap.meets': 'Who meets customers',
  'page.gap.shows.meets': 'How far everybody else is from them, row by row.',
  'page.gap.example.meets': '{role}  meets: late delivery',
  'page.gap.brings': 'What customers bring, and how often',
  'page.gap.shows.brings': 'How much each of these roles carries.',
  'page.gap.example.brings': '{role}  meets: late delivery ×60, refund of 40 ×20',
  'page.gap.decides': 'Who may decide, and up to how much',
  'page.gap.shows.decides': 'Where cases get stuck, and through how many hands they go.',
  'page.gap.example.decides': '{role}  settles: late delivery, refund up to 100',
  'page.gap.hours': 'How long each role takes to answer',
  'page.gap.shows.hours': 'How long customers wait.',
  'page.gap.example.hours': '"responseHours": 24',
  'page.gap.owners': 'Who could change the rule behind each kind of case',
  'page.gap.shows.owners': 'Whose rules stand in the way.',
  'page.gap.example.owners': '"policyOwner": "sales"',
  'page.gap.voice': 'Who tells whom what customers say',
  'page.gap.shows.voice': 'What is never heard by somebody who could change the rule, and what is heard late.',
  'page.gap.example.voice': '"feedback": [{ "from": "desk", "to": "sales", "everyDays": 7 }]',
  'page.gap.worth': 'Who the customers are, and what one is worth',
  'page.gap.shows.worth': 'What is at risk beside what each segment is worth.',
  'page.gap.example.worth': '"segments": [{ "id": "trade", "clv": 18000 }]',
  'page.gap.loss': 'How many customers are lost by a hand-off, and by a dead end',
  'page.gap.shows.loss': 'The money at risk.',
  'page.gap.example.loss': '"lossIf": { "escalated": 0.02, "unresolved": 0.1 }',
  'page.gap.later': 'After that, in a JSON file',

  // the outline to fill in
  'page.outline.copy': 'Copy as an outline to fill in',
  'page.outline.write': 'Fill it in here',
  'page.outline.writing': 'The organisation as an outline, one role a line',
  'page.outline.draw': 'Draw it',
  'page.outline.name': 'Outline',
  'page.outline.copied': ({ roles }, words) =>
    `Copied: ${count(roles, 'role', 'roles', words)}, one a line. Fill it in where you write, and paste it back anywhere on this page.`,
  'page.outline.byHand': 'Copying is not allowed here. Take the text below, or fill it in right here.',
  'page.outline.complete': 'Once any line says “meets” or “settles”, a role may settle only what its own line says.',
  'page.outline.leaves': ({ what }, words) => `It leaves out ${words.list(what as readonly string[])}.`,
  'page.outline.without.roles': ({ count: n }, words) => count(n, 'role in the deepest layers', 'roles in the deepest layers', words),
  'page.outline.without.names': 'the names of people',
  'page.outline.without.titles': ({ count: n }, words) => `signs in ${count(n, 'title', 'titles', words)} that mean something else in it`,
  'page.outline.without.units': 'units',
  'page.outline.without.segments': 'kinds of customer',
  'page.outline.without.kinds': 'what some cases are called',
  'page.outline.without.cases': 'cases that need several powers, or one of one part only',
  'page.outline.without.values': 'how what cases are worth is spread',
  'page.outline.without.grants': 'powers that are shared, or hold in part',
  'page.outline.without.routes': 'routes',
  'page.outline.without.feedback': 'who is told what customers say',

  // nothing found
  'page.none.looked': ({ kinds, roles, contacts, period }, words) =>
    `Looked at: ${count(kinds, 'kind of case', 'kinds of case', words)}, at the ${count(roles, 'role that meets', 'roles that meet', words)} customers${
      contacts === null ? '' : `, ${words.number(contacts as Measured)} ${plural(contacts as Measured, 'case', 'cases')} ${period}`
    }.`,
  'page.none.settled': '{share} are settled where they arrive, the others by somebody on their way.',
  'page.none.settled.all': 'All of them are settled where they arrive.',
  'page.none.unknown': ({ what }, words) => `Not looked at: ${words.list(what as readonly string[])}. The file does not say enough for it.`,
  'page.none.power': 'who has the power to settle them',
  'page.none.limits': 'whether limits are high enough',
  'page.none.hands': 'how many hands they go through',
  'page.none.deadEnds': 'dead ends',
  'page.none.branches': 'whether another branch would have to settle them',
  'page.none.sorry': 'who may say sorry',

  // what would tell more
  'page.asks': 'What would tell more',
  'page.asks.authority': 'What may {role} decide?',
  'page.asks.values': 'What are cases of “{issue}” worth?',
  'page.asks.needs': 'What does it take to settle “{issue}”?',
  'page.asks.cases': ({ cases }, words) =>
    `${count(cases, 'case', 'cases', words)} ${plural(cases as Measured, 'depends', 'depend')} on it.`,

  // nothing open
  'page.empty.samples': 'Or look at a sample',
  'page.empty.type': 'Or type an outline',
  'page.empty.outline': 'An outline, one role a line',
  'page.empty.example': 'Owner\n  Shop lead     settles: refund up to 100\n    Till ×4     meets: refund of 40 ×60, late delivery ×10',
  'page.empty.drop': 'Drop a file anywhere',
  'page.empty.paste': 'or paste an outline: one role a line, reports below and to the right',

  // on the chart
  'page.sheet.up': 'Make the sheet taller',
  'page.sheet.down': 'Make the sheet lower',
  'page.sheet.add': 'What to add',
  'page.diagnostics.error': ({ count: n }, words) => `Could not be read: ${words.number(n as number)}`,
  'page.diagnostics.warning': ({ count: n }, words) => `Mended, or taken as not known: ${words.number(n as number)}`,
  'page.diagnostics.note': ({ count: n }, words) => `Good to know: ${words.number(n as number)}`,
} satisfies Messages
