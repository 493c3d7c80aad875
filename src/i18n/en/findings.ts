// English: findings, reasons of what is not known, remedies: `finding.<code>`, `chip.<code>`, `because.<code>`, `remedy.<kind>`, `power.<kind>`
import type { Measured } from '../../base/range'
import type { Messages } from '../catalogue'
import { plural } from './plural'

const count = (value: unknown, one: string, other: string, words: { number: (value: Measured) => string }) =>
  `${words.number(value as Measured)} ${plural(value as Measured, one, other)}`
/** A power of the file’s own making is named for what it settles. */
const settle = (what: unknown) => `settle “${what}”`
/** `other-store-purchase` is how a file writes it; short names of systems stay as they are. */
const plain = (name: unknown) => (/^\p{Ll}+(-\p{Ll}+)+$/u.test(String(name)) ? String(name).replace(/-/g, ' ') : name)
const times = (value: unknown) => (value ? ` ${value}` : '')

export const findings = {
  'finding.F01': (p) => {
    const isItself = p.powers === '' || String(p.powers).toLowerCase() === settle(p.issue).toLowerCase()
    return `${p.role} meets “${p.issue}”${times(p.times)} and may not ${isItself ? 'settle it' : p.powers}.`
  },
  'finding.F02': (p) =>
    p.limit
      ? `${p.role} may ${p.power} up to ${p.limit}. “${p.issue}” goes beyond that${times(p.times)}.`
      : `“${p.issue}” goes beyond what ${p.role} may decide alone${times(p.times)}.`,
  'finding.F03': (p, w) =>
    `“${p.issue}” from ${p.role} takes up to ${count(p.hands, 'hand-off', 'hand-offs', w)}${p.hours ? ` and, once handed on, waits ${p.hours}` : ''}.`,
  'finding.F04': (p) => {
    if (p.isLoop) return `“${p.issue}” from ${p.role} goes round in a circle, and nobody on the way may settle it.`
    if (p.elsewhere) return `Nobody in the line of ${p.role} can settle “${p.issue}”. ${p.elsewhere} could, in another branch.`
    return p.last === p.role
      ? `Nobody may settle “${p.issue}”. It stops at ${p.role}.`
      : `Nobody may settle “${p.issue}”. From ${p.role} it goes up to ${p.last} and stops.`
  },
  'finding.F05': (p, w) => {
    if (p.isRouted) return `“${p.issue}” from ${p.role} is settled in another branch: a route leads there.`
    if (p.distance === null) return `“${p.issue}” from ${p.role} can only be settled under another top, with no manager above both.`
    return `“${p.issue}” from ${p.role} can be settled by ${p.holder}, ${count(p.distance, 'step', 'steps', w)} away in another branch.`
  },
  'finding.F10': (p) => `${p.role} may not say sorry for ${p.issues}, although an apology is due${times(p.times)}.`,

  'chip.F01': 'no power to settle it',
  'chip.F02': 'limit too low',
  'chip.F03': (p, w) => `up to ${count(p.hands, 'hand-off', 'hand-offs', w)}`,
  'chip.F04': 'dead end',
  'chip.F05': 'another branch',
  'chip.F10': 'no apology',
  'topic.F10': 'Saying sorry',

  'because.no-touchpoints': 'The file does not say where customers are met.',
  'because.no-issue-types': 'The file does not say what customers bring.',
  'because.nobody-staffs': 'The file does not say who staffs the places where customers are met.',
  'because.needs-not-known': 'The file does not say what this case needs.',
  'because.authority-not-known': 'What this role may decide is not in the file.',
  'because.values-not-known': 'The file does not say what these cases are worth.',
  'because.limit-not-known': 'How far a power goes is not in the file.',
  'because.apology-due-not-known': 'The file does not say whether an apology is due.',
  'because.apology-not-known': 'For whose fault this role may say sorry is not in the file.',
  'because.depends-on-unknown': 'It depends on authority or values that are not in the file.',

  'power.refund': 'refund',
  'power.discount': 'give a discount',
  'power.replace': 'replace the item',
  'power.goodwill': 'make a gesture of goodwill',
  'power.spend': 'spend money on it',
  'power.exception': (p) => (p.detail ? `make an exception (${plain(p.detail)})` : 'make an exception'),
  'power.apologise': 'say sorry',
  'power.apologise-any': 'say sorry, whoever is at fault',
  'power.schedule': 'promise a date',
  'power.information': (p) => (p.detail ? `see and change the record (${p.detail})` : 'see and change the record'),
  'power.commit-unit': (p) => (p.detail ? `promise work by ${p.detail}` : 'promise work by another unit'),
  'power.admit-liability': 'admit liability',
  'power.other': (p) => `${settle(plain(p.kind))}${p.detail ? ` (${plain(p.detail)})` : ''}`,
  'power.or': ' or ',

  'remedy.grant': (p) => `Let ${p.role} ${p.power}${p.limit ? ` up to ${p.limit}` : ''}`,
  'remedy.limit': (p) => `Let ${p.role} ${p.power} up to ${p.limit}${p.before ? ` instead of ${p.before}` : ''}`,
  'remedy.no-limit': 'any amount',
  'remedy.route': (p) => `Let ${p.from} hand ${p.issues} straight to ${p.to}`,

  'remedy.meets': '{role} meets customers',
  'remedy.meets-not': '{role} does not meet customers',
  'remedy.add.file': 'Add what is in {name}',
  'remedy.add.template': 'Add customers and issues: {name}',
  'edit.role-missing': 'The role is no longer there.',
  'edit.nothing-to-add': 'There is nothing to add.',
  'edit.grant-incomplete': 'A power needs a role and a kind.',
  'edit.grant-missing': 'The power to change is no longer there.',
  'edit.limit-negative': 'A limit is zero or more.',
  'edit.route-incomplete': 'A route leads from one role to another.',

  'times.one': 'once {period}',
  'times.other': '{count} times {period}',
  'period.day': 'a day',
  'period.week': 'a week',
  'period.month': 'a month',
  'period.quarter': 'a quarter',
  'period.year': 'a year',
  'period.days': 'in {days} days',
} satisfies Messages
