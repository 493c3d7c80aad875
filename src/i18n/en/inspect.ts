// What the panel tells of a role, a segment, an issue type; powers, needs and values in words: `grant.…`, `may.…`, `need.…`, `values.…`
import type { Measured } from '../../base/range'
import type { WordParams, Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'
import { small } from './small'

const counted = (one: string, other: string) => (p: WordParams, w: Words) =>
  `${w.number(p.count as Measured)} ${plural(p.count as Measured, one, other)}`
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const PER: Readonly<Record<string, string>> = { case: 'a case', customer: 'a customer', day: 'a day', period: 'a period' }

export const inspect = {
  'page.topic.back': 'Back',
  'page.topic.close': 'Close',
  'page.topic.role': 'Role',
  'page.topic.segment': 'Customers',
  'page.topic.issue': 'Kind of case',
  'page.topic.gone': 'No longer in the file',
  'page.topic.others': ({ count: n }, w) => `and ${w.number(n as number)} more`,
  'page.topic.fewer': 'Fewer',
  'page.topic.unknown': 'Not known.',

  // a role
  'page.role.people': counted('person', 'people'),
  'page.role.people.unknown': 'number of people not known',
  'page.role.vacant': 'vacant',
  'page.role.top': 'Reports to nobody.',
  'page.role.reportsTo': 'Reports to',
  'page.role.reports': ({ count: n }, w) => `${w.number(n as number)} ${n === 1 ? 'role reports' : 'roles report'} to it`,
  'page.role.distance.meets': 'Meets customers.',
  'page.role.distance': ({ steps }, w) =>
    `${capital(small(steps as number, w))} ${steps === 1 ? 'step' : 'steps'} from those who meet customers.`,
  'page.role.distance.none': 'No reporting line joins it to anybody who meets customers.',
  'page.role.distance.unknown': 'How far it is from customers is not known: the file does not say who meets them.',
  'page.role.alike': ({ count: n }, w) => `One box for ${w.number(n as number)} roles that are alike:`,
  'page.role.alike.open': 'Show each',
  'page.role.meets': 'What it meets',
  'page.role.meets.unknown': 'It meets customers. What they bring is not in the file.',
  'page.role.meets.all': ({ count: n, period }, w) => `${w.number(n as Measured)} ${plural(n as Measured, 'case', 'cases')} ${period}`,
  'page.role.outOfScope': ({ issue, count: n }, w) =>
    `Not taken on by this organisation: ${issue}${n ? `, ${w.number(n as number)} ${plural(n as number, 'case', 'cases')}` : ''}.`,
  'page.role.follow': 'Follow',
  'page.role.follow.issue': 'Follow “{issue}”',
  'page.role.may': 'What it may decide',
  'page.role.may.nothing': 'Nothing.',
  'page.role.may.vacant': 'Nothing while the post is vacant. Whoever fills it may:',
  'page.role.may.vacant.nothing': 'Nothing while the post is vacant.',
  'page.role.may.unknown': 'Not known: the file does not say what it may decide.',
  'page.role.may.rest': 'Everything nobody else was given.',
  'page.role.passes': 'Where cases go',
  'page.role.passes.route': 'Hands {issues} straight to',
  'page.role.passes.all': 'Hands what it may not settle straight to',
  'page.role.passes.line': 'Hands what it may not settle to its manager,',
  'page.role.passes.line.rest': 'Hands everything else to its manager,',
  'page.role.passes.end': 'Nothing leads on from here: what it may not settle stops.',
  'page.role.passes.stays': 'It keeps the case.',
  'page.role.passes.moves': 'The case is no longer its own.',
  'page.role.arrives': 'Gets cases from',
  'page.role.arrives.what': ({ count: n, issues, period }, w) =>
    `${n === null ? '' : `${w.number(n as Measured)} ${period}: `}${w.list(issues as readonly string[])}`,
  'page.role.arrives.others': ({ count: n }, w) => `${w.number(n as number)} more`,
  'page.role.tells': 'Who hears of it',
  'page.role.tells.to': 'Tells',
  'page.role.tells.from': 'Hears from',
  'page.role.tells.every': ({ days, delay, twoWay }, w) =>
    [
      days === null ? 'how often is not known' : days === 1 ? 'every day' : `every ${w.number(days as number)} days`,
      delay ? `${w.number(delay as number)} ${delay === 1 ? 'day' : 'days'} on the way` : '',
      twoWay ? 'and hears back' : '',
    ]
      .filter((part) => part !== '')
      .join(', '),
  'page.role.tells.nobody': 'No channel leads from it to anybody.',
  'page.role.tells.unknown': 'Whom it tells what customers say is not in the file.',
  'page.role.findings': 'Where cases get stuck',
  'page.role.findings.none': 'Nothing of what it meets gets stuck.',
  'page.role.names': 'People',
  'page.role.tenure': ({ years, count: n }, w) =>
    `Here for ${w.number(years as number)} ${years === 1 ? 'year' : 'years'}${(n as number) > 1 ? ' on average' : ''}.`,
  'page.role.case': 'Follow a case',
  'page.role.way': 'Way to another role',
  'page.role.pick': 'Which role?',
  'page.role.pick.none': 'No role is called that.',
  'page.role.pick.count': counted('role', 'roles'),

  // what becomes of cases
  'page.outcome.settled': '{share} on the spot',
  'page.outcome.all.settled': 'All settled on the spot',
  'page.outcome.after': '{share} after hand-offs',
  'page.outcome.all.after': 'All after hand-offs',
  'page.outcome.never': '{share} never',
  'page.outcome.all.never': 'Never settled',
  'page.outcome.unknown': '{share} not known',
  'page.outcome.all.unknown': 'Not known what becomes of it',

  // a segment
  'page.segment.unnamed': 'Customers whose segment is not known',
  'page.segment.customers': counted('customer', 'customers'),
  'page.segment.customers.unknown': 'How many they are is not in the file.',
  'page.segment.primary': 'The customers this organisation is there for first.',
  'page.segment.internal': 'Colleagues, as customers.',
  'page.segment.worth': 'What they are worth',
  'page.segment.worth.equity': ({ customers, value, equity }) => `${customers} × ${value} = ${equity}`,
  'page.segment.worth.formula': ({ margin, retention, discount }) =>
    `${margin} margin a year, ${retention} stay from one year to the next, discounted by ${discount} a year.`,
  'page.segment.worth.given': '{value} a customer, as the file says.',
  'page.segment.worth.each': '{value} a customer.',
  'page.segment.worth.unknown': 'Not known: the file does not say what margin they bring, or how many stay.',
  'page.segment.becomes': 'What becomes of their cases',
  'page.segment.settled': 'settled on the spot',
  'page.segment.after': 'settled after hand-offs',
  'page.segment.never': 'never settled',
  'page.segment.risk': 'at risk {period}',
  'page.segment.risk.unknown': 'What is at risk is not known.',
  'page.segment.uncounted': 'How many cases they bring is not in the file.',
  'page.segment.meets': 'Whom they meet',
  'page.segment.brings': 'What they bring',
  'page.segment.promise': 'Promised to them',
  'page.segment.promise.hours': 'An answer within {hours}.',
  'page.segment.channels': 'By {channels}.',
  'page.segment.alternatives': 'Where else they could go',
  'page.segment.alternatives.none': 'Nowhere. That they stay is no sign that they are content.',
  'page.segment.alternatives.some': 'There are some others.',
  'page.segment.alternatives.many': 'There are many others.',
  'page.segment.effort': 'What they do for us',

  // an issue type
  'page.issue.needs': 'Needs somebody who may',
  'page.issue.needs.nothing': 'Nothing special: anybody who is there can settle it.',
  'page.issue.needs.unknown': 'What it needs is not in the file.',
  'page.issue.needs.ask': 'Ask those who meet it: what would you have to be allowed, to settle it at once?',
  'page.issue.values': 'What cases are worth',
  'page.issue.values.ask': 'Ask for the last ten: what did each come to?',
  'page.issue.apology': 'Sorry',
  'page.issue.apology.due': ({ unit }) => `An apology is due${unit ? `: the fault is with ${unit}` : ''}.`,
  'page.issue.apology.notDue': 'No apology is due.',
  'page.issue.apology.unknown': 'Whether an apology is due is not in the file.',
  'page.issue.met': 'Who meets it',
  'page.issue.met.nobody': 'Nobody is known to meet it.',
  'page.issue.may': 'Who may settle it',
  'page.issue.may.nobody': 'Nobody.',
  'page.issue.may.unknown': 'Not known: no authority for it is in the file.',
  'page.issue.may.others': 'What others may is not known.',
  'page.issue.stuck': 'Where it gets stuck',
  'page.issue.stuck.none': 'Nowhere: whoever meets it may settle it.',
  'page.issue.owner': 'Who may change the rule',
  'page.issue.owner.titled': 'The nearest of these up the line from whoever meets it:',
  'page.issue.owner.nobody': 'Nobody.',
  'page.issue.minutes': ({ minutes }, w) =>
    `${w.number(minutes as number)} ${minutes === 1 ? 'minute' : 'minutes'} of work each time it is touched.`,

  // powers, needs and values
  'grant.may': ({ power, reach, limit, per }) => {
    const upTo = reach === 'amount' ? ` up to ${limit}` : reach === 'endless' ? ' without limit' : ''
    return `${capital(power as string)}${upTo}${per && reach === 'amount' ? ` ${PER[per as string] ?? `per ${per}`}` : ''}`
  },
  'grant.limit.unknown': 'Up to how much is not in the file.',
  'grant.scope.issueTypes': 'Only for {names}.',
  'grant.scope.segments': 'Only for {names}.',
  'grant.scope.units': 'Only at {names}.',
  'grant.scope.channels': 'Only by {names}.',
  'grant.scope.nothing': 'For nothing, as the file has it.',
  'grant.level': ({ level }) =>
    `Level ${level} of 7: ${
      [
        'is told what was decided',
        'is told, with the reasons',
        'is asked first, and does not decide',
        'decides together with the manager',
        'decides, having heard advice',
        'decides, and says so afterwards',
        'decides alone',
      ][Math.min(7, Math.max(1, Math.round(level as number))) - 1]
    }.`,
  'grant.agreement': ({ roles }, w) =>
    `Only if ${w.list(roles as readonly string[])} ${(roles as readonly string[]).length > 1 ? 'agree' : 'agrees'}.`,
  'grant.source': 'Source: {source}',
  'grant.fault.any': 'Whoever is at fault.',
  'grant.fault.own-unit': 'Only where its own unit is at fault.',
  'grant.fault.units': ({ units }, w) =>
    `Only where ${w.list(units as readonly string[])} ${(units as readonly string[]).length > 1 ? 'are' : 'is'} at fault.`,
  'grant.fault.nobody': 'For nobody’s fault, as the file has it.',
  'grant.fault.unknown': 'For whose fault is not in the file.',
  'may.yes': 'may {power}',
  'may.not': 'may not {power}',
  'may.upTo': 'may {power} up to {limit}',
  'may.endless': 'may {power} without limit',
  'may.agreed': ({ power, limit, roles }, w) =>
    `may ${power}${limit ? ` up to ${limit}` : ''} if ${w.list(roles as readonly string[])} ${(roles as readonly string[]).length > 1 ? 'agree' : 'agrees'}`,
  'may.unknown': 'whether it may {power} is not known',
  'need.says': ({ powers, reach }) => capital(`${powers}${reach === 'value' ? ', to the value of the case' : reach ? `, ${reach}` : ''}`),
  'values.unknown': 'What its cases are worth is not in the file.',
  'values.mean': '{mean} on average. How the cases spread around it is not in the file.',
  'values.quantiles': 'Half of them up to {p50}, nine in ten up to {p90}.',
  'values.points': ({ parts }, w) => `${capital(w.list(parts as readonly string[]))}.`,
  'values.part': '{amount} ({share})',
} satisfies Messages
