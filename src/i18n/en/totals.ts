// English: the sentences that matter most, and the page of totals: `totals.<what>`.
import { highOf, lowOf, type Measured, type Range } from '../../base/range'
import type { WordParams } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'

type Known = number | Range
const noun = (p: WordParams, one: string, other: string) => `${p.value} ${plural(p.count as Measured, one, other)}`
const isAll = (count: unknown, of: unknown) => typeof count === 'number' && count === of

export const totals = {
  // said over the chart
  'scene.headline.dearer': ({ less, more, dearest, cheapest }) =>
    `The more a customer is worth, the less is settled on the spot: ${less} for ${dearest}, ${more} for ${cheapest}.`,
  'scene.headline.voice': ({ count, of }, words) =>
    isAll(count, of)
      ? 'None of these cases is told to anybody who could change the rule.'
      : `${words.number(count as Measured)} ${plural(count as Measured, 'case is', 'cases are')} told to nobody who could change the rule.`,
  'scene.headline.stops': ({ issue, count, of }, words) =>
    count === null || isAll(count, of)
      ? `“${issue}” never reaches anybody who may settle it.`
      : `${words.number(count as Measured)} of ${words.number(of as number)} cases of “${issue}” never reach anybody who may settle them.`,
  'scene.headline.passes': '{share} of what is handed on and settled goes through {role}.',
  'scene.headline.rest': ({ escalated, unresolved }) => {
    const [handed, never] = [escalated as Known, unresolved as Known]
    if (highOf(handed) === 0 && highOf(never) === 0) return 'None is handed on.'
    if (highOf(never) === 0) return 'The others are handed on, and settled by somebody on their way.'
    if (lowOf(never) > 0) return 'Of the others some never reach anybody who may settle them.'
    return 'The others are handed on; whether somebody settles all of them is not known.'
  },

  // why
  'why.title.passThrough': (p) => `${noun(p, 'hand-off', 'hand-offs')} ${p.period} to somebody who could not finish the case`,
  'why.title.money': '{value} {period} decided on the spot',
  'why.title.apologies': (p) => `${noun(p, 'apology', 'apologies')} due ${p.period}, and not permitted`,
  'why.title.unheard': (p) => `${noun(p, 'case', 'cases')} ${p.period} told to nobody who could change the rule`,
  'why.title.heardLate': (p) => `${noun(p, 'case', 'cases')} ${p.period} told late`,
  'why.title.outOfScope': (p) => `${noun(p, 'case', 'cases')} ${p.period} that this organisation decided not to take on`,
  'why.title.equity': '{value}: what all customers are worth',
  'why.unknown.passThrough': 'Hand-offs to somebody who could not finish the case: not known',
  'why.unknown.money': 'Money decided on the spot: not known',
  'why.unknown.apologies': 'Apologies due and not permitted: not known',
  'why.unknown.unheard': 'Told to nobody who could change the rule: not known',
  'why.unknown.heardLate': 'Told late: not known',
  'why.unknown.outOfScope': 'Decided not to take on: not known',
  'why.unknown.equity': 'What all customers are worth: not known',
  'why.rule.passThrough': 'Everybody between the first desk and the one who settles: they had the case in hand and could not finish it.',
  'why.rule.money': 'What cases about money come to that whoever meets them may settle alone.',
  'why.rule.apologies':
    'An apology is due, and whoever is with the customer has no power to give it for that fault. Saying sorry is not admitting liability.',
  'why.rule.unheard':
    'No channel leads from whoever meets these cases to the one who could change the rule. A reporting line is no channel unless the file says so.',
  'why.rule.heardLate':
    'A channel leads to the one who could change the rule. A note waits half the time between two talks, at each hop of the fastest way.',
  'why.rule.outOfScope': 'Cases that a boundary of the strategy leaves to others. They count in no other total.',
  'why.rule.equity': 'Customers × what one of them is worth, segment by segment. Colleagues who are customers of each other are left out.',
  'why.source.passThrough': 'ITIL, functional and hierarchical escalation',
  'why.source.money': '',
  'why.source.apologies': 'CCMC, Customer Rage Study, 2013: 76\u00a0% wanted an apology, 32\u00a0% got one; Apologies (Scotland) Act 2016',
  'why.source.unheard': 'Net Promoter System, outer loop; J. Goodman on complaints that are never told',
  'why.source.heardLate': 'Net Promoter System, inner and outer loop',
  'why.source.outOfScope': 'R. Simons, “Levers of Control”, 1995: boundary systems',
  'why.source.equity': 'customer equity: Rust, Lemon and Zeithaml, 2004; Gupta, Lehmann and Stuart, “Valuing Customers”, 2004',
  'why.missing.customers': ({ segments }, w) => `How many customers ${w.list(segments as readonly string[])} are is not in the file.`,
  'why.missing.feedback': ({ roles }, w) =>
    (roles as readonly string[]).length === 0
      ? 'The file does not say who tells whom what customers say.'
      : `Whom ${w.list(roles as readonly string[])} ${(roles as readonly string[]).length > 1 ? 'tell' : 'tells'} what customers say is not in the file.`,
  'why.missing.policyOwner': ({ issues }, w) =>
    `Who could change the rule behind ${w.list(issues as readonly string[])} is not in the file.`,
  'why.missing.apologyDue': ({ issues }, w) =>
    `The file does not say whether an apology is due for ${w.list(issues as readonly string[])}.`,
  'why.missing.faultOf': ({ roles }, w) => `For whose fault ${w.list(roles as readonly string[])} may say sorry is not in the file.`,
} satisfies Messages
