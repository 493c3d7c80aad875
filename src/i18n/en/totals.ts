// English: the sentences that matter most, and the page of totals: `totals.<what>`.
import { highOf, lowOf, type Measured, type Range } from '../../base/range'
import type { WordParams } from '../../base/words'
import type { Messages } from '../catalogue'
import { plural } from './plural'

type Known = number | Range
const noun = (p: WordParams, one: string, other: string) => `${p.value} ${plural(p.count as Measured, one, other)}`
const isWhole = (share: unknown) => typeof share === 'string' && /^100\s?%$/.test(share)
/** “336 are”, “1 is”. */
const are = (count: unknown) => plural(count as Measured, 'is', 'are')
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
      : `${words.number(count as Measured)} of ${words.number(of as number)} cases of “${issue}” never ${plural(count as Measured, 'reaches anybody who may settle it', 'reach anybody who may settle them')}.`,
  'scene.headline.passes': ({ share, role }) =>
    `${isWhole(share) ? 'All that' : `${share} of what`} is handed on and settled goes through ${role}.`,
  'scene.headline.rest': ({ escalated, unresolved }) => {
    const [handed, never] = [escalated as Known, unresolved as Known]
    if (highOf(handed) === 0 && highOf(never) === 0) return 'None is handed on.'
    if (highOf(never) === 0) return 'The others are handed on, and settled by somebody on their way.'
    if (lowOf(never) > 0) return 'Of the others some never reach anybody who may settle them.'
    return 'The others are handed on; whether somebody settles all of them is not known.'
  },

  // the page
  'totals.all': 'All totals',
  'totals.all.title': 'All totals, to be read aloud (T)',
  'totals.title': 'All totals',
  'totals.kicker': '{name}, {period}',
  'totals.why': 'Why?',
  'totals.becomes': 'What becomes of their cases',
  'totals.takes': 'What it takes',
  'totals.voice': 'Who says sorry, and who hears of it',
  'totals.worth': 'What is at risk',
  'totals.line': 'What the chart says',
  'totals.open': 'It depends on this:',
  'totals.print': 'Export as one page',

  // a number, then the rest of its sentence
  'totals.contacts': ({ period, count }) =>
    `${plural(count as Measured, 'case', 'cases')} ${period} ${plural(count as Measured, 'comes', 'come')} to those who meet customers.`,
  'totals.settled': ({ share, count }) => `${are(count)} settled on the spot: ${share} of them.`,
  'totals.settled.kinds': 'of the kinds of case customers bring are settled on the spot.',
  'totals.afterHandOffs': ({ count }) => `${are(count)} settled after hand-offs.`,
  'totals.deadEnds': ({ count }) => `${are(count)} never settled: nobody on their way may.`,
  'totals.deadEnds.kinds': 'of the kinds of case are never settled: nobody on their way may.',
  'totals.outOfScope': ({ count }) =>
    `more ${are(count)} not taken on: a boundary of the strategy leaves ${plural(count as Measured, 'it', 'them')} out.`,
  'totals.handOffs': ({ count, each, cases }, w) =>
    `${plural(count as Measured, 'hand-off', 'hand-offs')}${each === null ? '' : `: ${w.number(each as number, 2)} for each of the ${w.number(cases as number)} settled cases`}.`,
  'totals.passThrough': ({ count }) =>
    `of these hand-offs ${plural(count as Measured, 'leads', 'lead')} to somebody who cannot finish the case.`,
  'totals.waiting': ({ each, cases, eachHanded, handed }, w) =>
    each === null
      ? 'of waiting.'
      : `of waiting: ${each} for each of the ${w.number(cases as number)} settled cases, ${eachHanded} for each of the ${w.number(handed as number)} handed on.`,
  'totals.extraCost': ({ eachHanded, handed }, w) =>
    eachHanded === null ? 'of extra work.' : `of extra work: ${eachHanded} for each of the ${w.number(handed as number)} cases handed on.`,
  'totals.money': 'is decided on the spot, in cases about money.',
  'totals.equity': 'is what all customers are worth.',
  'totals.risk': 'of that is put at risk {period}, by handing cases on or never settling them.',
  'totals.apologies': ({ count }) =>
    `${plural(count as Measured, 'apology is', 'apologies are')} due that whoever meets the customer may not give.`,
  'totals.unheard': ({ count }) => `${plural(count as Measured, 'case is', 'cases are')} told to nobody who could change the rule.`,
  'totals.heardLate': ({ count, days }, w) =>
    `${plural(count as Measured, 'case is', 'cases are')} told late: it takes more than ${w.number(days as number)} days to reach somebody who could.`,
  'totals.people': ({ count }) => `${plural(count as Measured, 'person', 'people')}.`,
  'totals.roles': ({ count }) => `${plural(count as Measured, 'role', 'roles')}.`,
  'totals.layers': ({ count }) => `${plural(count as Measured, 'layer', 'layers')}, from the top down.`,

  'totals.unknown.contacts': 'How many cases come is not known.',
  'totals.unknown.settled': 'How many are settled on the spot is not known.',
  'totals.unknown.afterHandOffs': 'How many are settled after hand-offs is not known.',
  'totals.unknown.deadEnds': 'How many are never settled is not known.',
  'totals.unknown.outOfScope': 'How many are not taken on is not known.',
  'totals.unknown.handOffs': 'How many hand-offs it takes is not known.',
  'totals.unknown.passThrough': 'How many hand-offs lead to somebody who cannot finish the case is not known.',
  'totals.unknown.waiting': 'How long customers wait is not known.',
  'totals.unknown.extraCost': 'What the extra work costs is not known.',
  'totals.unknown.money': 'How much money is decided on the spot is not known.',
  'totals.unknown.equity': 'What all customers are worth is not known.',
  'totals.unknown.risk': 'How much is put at risk is not known.',
  'totals.unknown.apologies': 'How many apologies are due and not permitted is not known.',
  'totals.unknown.unheard': 'How many cases are told to nobody who could change the rule is not known.',
  'totals.unknown.heardLate': 'How many cases are told late is not known.',
  'totals.nothing': 'What becomes of cases is not known.',

  // by segment
  'totals.segments': 'Customers, what they are worth and what becomes of their cases',
  'totals.segment': 'Customers',
  'totals.segment.worth': 'Worth',
  'totals.segment.each': '{customers} × {value}',
  'totals.segment.of': '{share} of all',
  'totals.segment.cases': 'Cases',
  'totals.segment.settled': 'On the spot',
  'totals.segment.after': 'After hand-offs',
  'totals.segment.never': 'Never',
  'totals.segment.risk': 'At risk {period}',
  'totals.segment.left': 'left out',
  'totals.segment.note': 'At risk is counted as if each case came from another customer: rather too high.',

  // whose rules stand in the way
  'roadblocks.title': 'Roadblocks by leader',
  'roadblocks.lead': 'Cases {period} that are not settled on the spot because of a rule this role owns.',
  'roadblocks.lead.guess': 'Where the file does not say who owns a rule, the lowest manager above both desks is a guess.',
  'roadblocks.kind': ({ issue, count }) => (count === null ? (issue as string) : `${issue} ${count}`),
  'roadblocks.beside': 'Beside the chart',
  'roadblocks.all': 'All that are not settled on the spot',
  'roadblocks.guess': 'a guess',
  'roadblocks.guess.part': '{count} of them a guess',
  'roadblocks.none': 'No rule of anybody’s stands in the way.',
  'roadblocks.unknown': 'Whose rules stand in the way is not known: the file does not say what becomes of cases.',
  'roadblocks.counting': 'Whose rules stand in the way is being counted …',
  'roadblocks.wait': 'Where they wait',
  'roadblocks.wait.passes': ({ share, role, busy }) =>
    `${isWhole(share) ? 'All that' : `${share} of what`} is handed on and settled goes through ${role}${busy ? `, which it keeps busy for ${busy} of the time set aside` : ''}.`,
  'roadblocks.wait.unknown': 'Where most of them wait is not known.',
  'roadblocks.wait.through': ({ count, of }, w) =>
    `${w.number(count as Measured)} of ${w.number(of as Measured)} hand-offs lead to somebody who cannot finish the case.`,

  // what would settle what is not known
  'page.asks.settles.authority': 'Its line in the approval matrix settles it.',
  'page.asks.settles.values': 'The last ten of them, and what each came to, settle it.',
  'page.asks.settles.needs': 'Those who meet it know: what would you have to be allowed, to settle it at once?',
  'page.asks.settles.voice': 'Ask them: whom do you tell, and how often?',
  'page.asks.settles.apologies': 'Ask them: when did you last say sorry, and for whose fault?',

  'find.keys.totals': 'All totals',
  'find.keys.totals.keys': 'T',

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
