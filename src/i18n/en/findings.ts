// English: findings, reasons of what is not known, remedies: `finding.<code>`, `chip.<code>`, `because.<code>`, `remedy.<kind>`, `power.<kind>`
import type { Measured } from '../../base/range'
import type { Words } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'
import { small } from './small'

const count = (value: unknown, one: string, other: string, words: { number: (value: Measured) => string }) =>
  `${words.number(value as Measured)} ${plural(value as Measured, one, other)}`
/** A power of the file’s own making is named for what it settles. */
const settle = (what: unknown) => `settle “${what}”`
/** `other-store-purchase` is how a file writes it; short names of systems stay as they are. */
const plain = (name: unknown) => (/^\p{Ll}+(-\p{Ll}+)+$/u.test(String(name)) ? String(name).replace(/-/g, ' ') : name)
/** The chart counts its rows from those who meet customers, who are one step from a customer themselves. */
const away = (distance: unknown, words: Words) =>
  `${small((distance as number) - 1, words)} ${plural((distance as number) - 1, 'step', 'steps')} away from`
const times = (value: unknown) => (value ? ` ${value}` : '')

export const findings = {
  'finding.more': '{count} more',
  'finding.F01': (p) => {
    const isItself = p.powers === '' || String(p.powers).toLowerCase() === settle(p.issue).toLowerCase()
    return `${p.role} meets “${p.issue}”${times(p.times)} and may not ${isItself ? 'settle it' : p.powers}.`
  },
  'finding.F02': (p) =>
    p.limit
      ? `${p.role} may ${p.power} up to ${p.limit}. “${p.issue}” goes beyond that${times(p.times)}.`
      : `“${p.issue}” goes beyond what ${p.role} may decide alone${times(p.times)}.`,
  'finding.F03': (p, w) => {
    const hands = p.hands === 1 ? 'a hand-off' : `up to ${count(p.hands, 'hand-off', 'hand-offs', w)}`
    return `“${p.issue}” from ${p.role} takes ${hands}.${p.hours ? ` Once handed on, it waits ${p.hours} on average.` : ''}`
  },
  'finding.F04': (p) => {
    if (p.isLoop) return `“${p.issue}” from ${p.role} goes round in a circle, and nobody on the way may settle it.`
    if (p.elsewhere) return `Nobody in the line of ${p.role} can settle “${p.issue}”. ${p.elsewhere} could, in another branch.`
    return p.last === p.role
      ? `Nobody may settle “${p.issue}”. It stops at ${p.role}.`
      : `Nobody may settle “${p.issue}”. From ${p.role} it goes up to ${p.last} and stops.`
  },
  'finding.F05': (p, w) => {
    if (p.isRouted) return `“${p.issue}” from ${p.role} is settled by ${p.reached} in another branch: a route leads there.`
    if (p.distance === null) return `“${p.issue}” from ${p.role} can only be settled under another top: no manager stands above both.`
    return `“${p.issue}” from ${p.role} can be settled by ${p.holder}, ${count(p.distance, 'step', 'steps', w)} along the reporting line, in another branch.`
  },
  'finding.F10': (p) => `${p.role} may not say sorry for ${p.issues}, although an apology is due${times(p.times)}.`,
  'finding.F06': (p) =>
    `${p.role} is judged on “${p.measure}”. ${p.control} of the cases that shape it are settled in its branch${
      p.isStretch ? ', and others settle most of the rest in time: a stretch, with help.' : ', and nobody else settles the rest in time.'
    }`,
  'finding.F07': (p) =>
    p.hasChannel
      ? `What ${p.role} hears about ${p.issues} ${p.stopsAt ? `stops at ${p.stopsAt}` : 'stays there'}. Nobody who can change the rule hears it.`
      : `${p.role} is the first to hear of ${p.issues}. There is nobody to tell: no channel leads on.`,
  'finding.F08': (p, w) =>
    `A note from ${p.role} about “${p.issue}” reaches ${p.owner} after about ${count(p.days, 'day', 'days', w)}.${
      p.customers === null ? '' : ` By then ${count(p.customers, 'more customer has', 'more customers have', w)} met the same.`
    }`,
  'finding.F09': (p, w) =>
    p.daysRound === null
      ? `${p.role} does tell ${p.owner} about “${p.issue}”, and never hears back.`
      : `${p.role} tells ${p.owner} about “${p.issue}” and hears back only after ${count(p.daysRound, 'day', 'days', w)}.`,
  'finding.F11': (p) => `${p.role} meets ${p.shareOfContacts ? `${p.shareOfContacts} of all cases` : 'customers'} with ${p.marks}.`,
  'mark.pay': (p) => (p.value ? `${p.value} of the median pay` : 'low pay'),
  'mark.tenure': (p) => (p.value ? `${p.value} of the median years in the role` : 'few years in the role'),
  'mark.workload': (p) => (p.value ? `${p.value} of a full workload` : 'more work than time'),
  'mark.trust': (p) => `the power to settle ${p.value || 'few'} of them`,
  'finding.F12': (p) =>
    p.steps
      ? `For ${p.role} ${p.isOnly ? 'the only way up' : 'every way up'}, to ${p.steps}, leads away from the customer.`
      : `For ${p.role} there is no way up at all.`,
  'finding.F13': (p) =>
    `${p.role} gets ${p.share} of all cases that are handed on and settled.${p.utilisation ? ` They fill ${p.utilisation} of the time set aside for them.` : ''}`,
  'finding.F14': (p) =>
    `${p.holder ? `Only ${p.holder} may ${p.powers}: one person, without a deputy.` : `Only one person may ${p.powers}, without a deputy.`}${
      p.times ? ` Customers need it ${p.times}.` : ''
    }`,
  'finding.F15': (p) => `${p.role} is measured on ${p.results} and on nothing a customer would feel.`,
  'finding.F16': (p) =>
    `Asked for the three priorities, people name ${p.overlap} of those of the strategy${p.isChance ? ': no better than chance' : ''}.`,
  'finding.F17': (p) =>
    `${p.share} of the time ${p.role} spends on cases goes into what you decided not to do${p.boundary ? `: “${p.boundary}”` : ''}.`,
  'finding.F18': (p) =>
    p.more
      ? `${p.more} are worth more than ${p.less}, yet fewer of their cases are settled at first contact: ${p.moreSettled} against ${p.lessSettled}.`
      : `${p.segment}: ${p.shareOfEquity} of what customers are worth, and ${p.shareOfRisk} of what this structure puts at risk.`,
  'finding.F19': (p, w) => {
    const far =
      p.distance === null
        ? 'has no line to a customer'
        : p.distance === 1
          ? 'meets customers'
          : `is ${away(p.distance, w)} those who meet customers`
    return `${p.role} ${far} and ${p.goSee === null ? 'never goes to see' : `goes to see every ${count(p.goSee, 'day', 'days', w)}`}.`
  },
  'finding.F20': (p) =>
    p.limit ? `${p.holders} may ${p.power} up to ${p.limit}, and nothing says how often.` : `${p.holders} may ${p.power} without a limit.`,
  'finding.F21': (p) => `Once ${p.role} hands “${p.issue}” on, nobody at the front still owns it${times(p.times)}.`,
  'finding.F22': (p, w) =>
    `${p.role} meets customers and is at ${w.number(p.engagement as Measured)} of 100 in the survey; those behind are at ${w.number(p.others as Measured)} of 100.`,

  'chip.F01': 'no power to settle it',
  'chip.F02': 'limit too low',
  'chip.F03': (p, w) => `up to ${count(p.hands, 'hand-off', 'hand-offs', w)}`,
  'chip.F04': 'dead end',
  'chip.F05': 'another branch',
  'chip.F10': 'no apology',
  'chip.F06': 'judged without power',
  'chip.F07': 'nobody to tell',
  'chip.F08': 'news travels slowly',
  'chip.F09': 'no answer comes back',
  'chip.F11': 'undervalued',
  'chip.F12': 'the way up leads away',
  'chip.F13': 'bottleneck',
  'chip.F14': 'one person, no deputy',
  'chip.F15': 'only results measured',
  'chip.F16': 'other priorities',
  'chip.F17': 'work not meant to be done',
  'chip.F18': 'value at risk',
  'chip.F19': 'far from customers',
  'chip.F20': 'no limit',
  'chip.F21': 'nobody owns it',
  'chip.F22': 'unhappy',
  'topic.F06': 'Judged without power',
  'topic.F07': 'Telling what customers say',
  'topic.F10': 'Saying sorry',
  'topic.F11': 'Pay, stay, work and trust',
  'topic.F12': 'The way up',
  'topic.F13': 'Cases waiting',
  'topic.F14': 'One person alone',
  'topic.F15': 'What is measured',
  'topic.F16': 'Priorities',
  'topic.F17': 'What is not to be done',
  'topic.F18': 'What customers are worth',
  'topic.F19': 'Going to see',
  'topic.F20': 'Limits',
  'topic.F22': 'How content people are',
  'role.organisation': 'The organisation',

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
  'because.no-feedback': 'The file does not say who is told what customers say.',
  'because.no-policy-owners': 'The file does not say who could change a rule.',
  'because.feedback-not-known': 'Whom they tell what customers say is not in the file.',
  'because.policy-owner-not-known': 'Who could change the rule is not in the file.',
  'because.delay-not-known': 'How often they speak, and how long it takes, is not in the file.',
  'because.ownership-not-known': 'Whether the case stays with the first desk is not in the file.',
  'because.no-demand': 'The file does not count how many cases arrive.',
  'because.no-measures': 'The file does not say what roles are measured on.',
  'because.measures-not-known': 'What this role is measured on is not in the file.',
  'because.measure-kind-not-known': 'Whether this measures a result or an effect is not in the file.',
  'because.measure-about-not-known': 'Which customers this measure is about is not in the file.',
  'because.no-pay': 'The file says too little of pay, years in the role and workload.',
  'because.marks-not-known': 'Pay, years in the role, workload or cases of this role are not in the file.',
  'because.no-promotions': 'The file does not say where roles are promoted to.',
  'because.promotions-not-known': 'Where this role is promoted to is not in the file.',
  'because.escalation-minutes-not-known': 'How much time is set aside for cases handed on is not in the file.',
  'because.touch-minutes-not-known': 'How long these cases take is not in the file.',
  'because.holders-not-known': 'Who may do this, and how many people they are, is not in the file.',
  'because.no-strategy': 'The file does not name the priorities of the strategy.',
  'because.no-priorities': 'Nobody has been asked for the priorities yet.',
  'because.priorities-not-asked': 'This role has not been asked for the priorities yet.',
  'because.no-boundaries': 'What do we not do? The file does not say.',
  'because.worth-not-known': 'The file does not say what all customers are worth.',
  'because.segment-not-known': 'Who brings these cases is not in the file, and some are not to be done for everybody.',
  'because.no-segments': 'The file does not say who brings every case.',
  'because.no-risk': 'The file does not say what customers are worth, or how many are lost.',
  'because.no-go-see': 'The file does not say who goes to see customers, and how often.',
  'because.go-see-not-known': 'How often this role goes to see customers is not in the file.',
  'because.no-grants': 'The file does not say who may decide what.',
  'because.engagement-not-known': 'How content this role is is not in the file.',

  'power.refund': 'refund',
  'power.discount': 'give a discount',
  'power.replace': 'replace the item',
  'power.goodwill': 'make a gesture of goodwill',
  'power.spend': 'spend money on it',
  'power.exception': (p) => (p.detail ? `make an exception (${plain(p.detail)})` : 'make an exception'),
  'power.apologise': 'say sorry',
  'power.apologise-any': 'say sorry, whoever is at fault',
  'power.schedule': 'promise a date',
  'power.information': (p) => (p.detail ? `see and change the record (${plain(p.detail)})` : 'see and change the record'),
  'power.commit-unit': (p) => (p.detail ? `promise work by ${p.detail}` : 'promise work by another unit'),
  'power.admit-liability': 'admit liability',
  'power.other': (p) => `${settle(plain(p.kind))}${p.detail ? ` (${plain(p.detail)})` : ''}`,
  'power.or': ' or ',

  'remedy.grant': (p) => `Let ${p.role} ${p.power}${p.limit ? ` up to ${p.limit}` : ''}`,
  'remedy.limit': (p) => `Let ${p.role} ${p.power} up to ${p.limit}${p.before ? ` instead of ${p.before}` : ''}`,
  'remedy.no-limit': 'any amount',
  'remedy.route': (p) => `Let ${p.from} hand ${p.issues} straight to ${p.to}`,

  'remedy.keep': 'Let {from} hand {issues} to {to} and keep the case',
  'remedy.channel': (p, w) => `Let ${p.from} tell ${p.to} what customers say${p.days ? ` every ${count(p.days, 'day', 'days', w)}` : ''}`,
  'remedy.answer': (p, w) => `Let ${p.from} tell ${p.to} what became of it${p.days ? ` every ${count(p.days, 'day', 'days', w)}` : ''}`,
  'remedy.measure': 'Measure {role} on “{measure}” too',
  'remedy.deputy': 'Make {deputy} the deputy of {role}',
  'remedy.goSee': (p, w) =>
    p.days ? `Let ${p.role} go and see customers every ${count(p.days, 'day', 'days', w)}` : `${p.role} does not go to see customers`,
  'remedy.per': ' a case',
  'edit.channel-incomplete': 'A channel leads from one role to another.',
  'edit.days-not-positive': 'Days are more than zero.',
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
  'times.two': 'twice {period}',
  'times.other': '{count} times {period}',
  'period.day': 'a day',
  'period.week': 'a week',
  'period.month': 'a month',
  'period.quarter': 'a quarter',
  'period.year': 'a year',
  'period.days': 'in {days} days',
} satisfies Messages
