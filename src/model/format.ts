// The own format `headstand 1.0`, field by field (domain.md 2.2, 2.3 and the additions). From here come the checks, the JSON Schema and
// the columns of the tables; a field is added in one place.
import {
  either,
  type Fields,
  filledText,
  flag,
  later,
  listOf,
  number,
  oneOf,
  orNone,
  record,
  type Shape,
  such,
  text,
  textMap,
  wholeListOf,
} from './shape'
import { boundsOf, THRESHOLDS, type ThresholdName } from './thresholds'
import type {
  Accepted,
  Boundary,
  Demand,
  FeedbackChannel,
  Grant,
  IssueType,
  Measure,
  Need,
  Organization,
  Role,
  Route,
  Segment,
  StaffedBy,
  Strategy,
  Touchpoint,
  Unit,
  Values,
} from './types'

// Numbers by what they count: below `min` and above `max` they cannot be and count as not known; above `usual` they are kept and told.
const share = (description: string) => number({ min: 0, max: 1 }, description)
const amount = (description: string) => number({ min: 0 }, description)
const money = (description: string) => number({ min: 0, usual: 1e9 }, description)
const count = (description: string) => number({ min: 0, usual: 1e8 }, description)
const days = (description: string) => number({ min: 0, max: 36_525, usual: 1000 }, description)
const hours = (description: string) => number({ min: 0, max: 87_660, usual: 2000 }, description)
const minutes = (description: string) => number({ min: 0, max: 525_960, usual: 2400 }, description)
const ref = (description: string) => text(`${description}: an id, or title:… for every role with that title`)
const refs = (description: string) => orNone(listOf(ref(description)))
const some = (shape: Shape<unknown>) => orNone(shape)

export const measure = record<Measure>(
  {
    id: text(),
    name: text(),
    kind: oneOf(['result', 'effect'], 'result = what we got, effect = what the customer got'),
    about: record({ touchpoints: listOf(text()), issueTypes: listOf(text()), segments: listOf(text()) }),
    controlledShare: share('share of what is measured that the role controls itself'),
  },
  [],
  'what a role is judged by',
)

export const organization = record<Partial<Organization>>({
  id: text(),
  name: text(),
  currency: text('ISO 4217 code; one currency a file'),
  periodDays: number({ min: 1, max: 36_525, usual: 400 }, 'days that every volume is counted over; 30 unless given'),
  reportingLineOwnership: oneOf(['stays', 'moves'], 'who owns a case that is handed up the reporting line'),
})

export const unit = record<Unit>(
  { id: text(), name: text(), parent: some(text('id of the unit above')) },
  ['id'],
  'branch, shop, department',
)

export const role = record<Role>(
  {
    id: text(),
    title: some(text()),
    unit: some(text('id of its unit')),
    reportsTo: some(text('id of its manager; null = the top')),
    headcount: some(number({ min: 0, max: 1e8, usual: 1e6 }, 'people in this role; 0 = vacant')),
    deputy: refs('who stands in'),
    pay: some(money('a year, one person')),
    payBand: some(
      such(
        record<NonNullable<Role['payBand']>>({ min: money('from'), max: money('to') }, ['min', 'max']),
        ({ min, max }) => min <= max,
        'band',
      ),
    ),
    payMidpoint: some(money('control point of the range for this job')),
    tenureYears: some(number({ min: 0, max: 100, usual: 50 }, 'mean years in the role')),
    workload: some(number({ min: 0, max: 5, usual: 2 }, '1 = full')),
    hourlyCost: some(number({ min: 0, usual: 1e6 }, 'an hour of one person')),
    responseHours: some(hours('clock hours until a case handed to this role is acted on')),
    escalationMinutes: some(count('minutes a period set aside for cases handed up')),
    customerTime: some(share('share of work time with customers')),
    goSeeEveryDays: some(days('days between visits to where customers are met; null = never')),
    promotesTo: refs('next roles'),
    measures: some(listOf(measure)),
    priorities: some(listOf(text(), 'top three, in order')),
    known: some(listOf(text(), 'sections of which this role is fully recorded: authority, feedback, measures …')),
    meetsCustomers: some(flag('where no touchpoints are given')),
    residualAuthority: some(flag('the top only: holds everything that is not delegated')),
    engagement: some(number({ min: 0, max: 100 }, '0–100, any survey')),
  },
  ['id'],
  'a post: one box, which may stand for several people',
)

/** A row of `people`: either somebody in a role of the file, or a box of its own with everything a role may say. */
export const person = record<Partial<Role> & { readonly id: string; readonly name?: string | null; readonly role?: string }>(
  { name: some(text()), ...role.fields, role: text('id of the role; without it the person is a role') },
  ['id'],
  'who is in a role; people alone are enough for a chart',
)

export const segment = record<Segment>(
  {
    id: text(),
    name: text(),
    customers: some(number({ min: 0, max: 1e10, usual: 1e9 }, 'how many')),
    margin: some(money('a customer a year')),
    retention: some(share('a year')),
    clv: some(money('customer lifetime value, instead of the formula')),
    primary: flag(),
    internal: flag('colleagues who are customers'),
    promiseHours: some(hours('clock hours within which a case is to be settled')),
    channels: listOf(text()),
    alternatives: oneOf(['none', 'some', 'many'], 'whether they could go elsewhere'),
    effort: text('what this customer does for us'),
  },
  ['id'],
)

const staffed: Shape<StaffedBy> = either<StaffedBy>(
  [
    ref('who meets customers here'),
    record<Exclude<StaffedBy, string>>({ role: ref('who'), share: share('of the contacts') }, ['role', 'share']),
  ],
  'role-or-share',
)
export const touchpoint = record<Touchpoint>(
  { id: text(), name: text(), channel: some(text()), unit: some(text('id of the unit it belongs to')), staffedBy: some(listOf(staffed)) },
  ['id'],
  'where customers are met',
)

export const need: Shape<Need> = either<Need>(
  [
    record<Extract<Need, { anyOf: unknown }>>(
      {
        anyOf: wholeListOf(
          later<Need>('need', () => need),
          'one of these is enough',
        ),
      },
      ['anyOf'],
    ),
    record<Exclude<Need, { anyOf: unknown }>>(
      {
        kind: filledText(
          'refund, discount, replace, goodwill, spend, exception, apologise, schedule, information, commit-unit, admit-liability, x-…',
        ),
        amount: some(either<number | 'value'>([oneOf(['value'], 'the value of the case'), money('an amount')], 'amount')),
        policy: text(),
        system: text(),
        unit: text(),
      },
      ['kind'],
    ),
  ],
  'need',
)

export const values: Shape<Values> = either<Values>(
  [
    listOf(record({ amount: money('of the case'), share: amount('of the cases') }, ['amount', 'share'])) as unknown as Shape<Values>,
    listOf(
      record({ from: money('lower end'), to: money('upper end'), share: amount('of the cases') }, ['from', 'to', 'share']),
    ) as unknown as Shape<Values>,
    record({ p50: money('median'), p90: money('ninth decile') }, ['p50', 'p90']) as unknown as Shape<Values>,
    record({ mean: money('mean') }, ['mean']) as unknown as Shape<Values>,
  ],
  'values',
  'points, bands (uniform inside), quantiles (log-normal) or a mean',
)

export const issueType = record<IssueType>(
  {
    id: text(),
    name: text(),
    needs: some(
      wholeListOf(
        later<Need>('need', () => need),
        'all must be met',
      ),
    ),
    values: some(values),
    touchMinutes: some(minutes('of each role that handles the case')),
    apologyDue: some(flag()),
    causedBy: some(text('id of the unit at fault')),
    policyOwner: some(ref('who could change the rule or the cause')),
    customerEffortMinutes: some(minutes('of the customer')),
  },
  ['id'],
  'what customers bring',
)

const ids = (what: string) => some(listOf(text(), `ids of ${what}; absent = any`))
export const grant = record<Grant>(
  {
    id: text(),
    role: ref('who holds it'),
    kind: filledText('as in needs'),
    limit: some(money('null = no limit')),
    per: some(text('case, customer, day, period')),
    policy: text(),
    system: text(),
    unit: text(),
    faultOf: some(
      either<'any' | 'own-unit' | readonly string[]>(
        [oneOf(['any', 'own-unit']), listOf(text())],
        'fault',
        'for whose fault one may apologise',
      ),
    ),
    scope: some(record({ issueTypes: ids('issue types'), segments: ids('segments'), units: ids('units'), channels: ids('channels') })),
    level: some(number({ min: 1, max: 7 }, 'delegation level; 5 and more decides alone')),
    requiresAgreementOf: refs('who must agree'),
    conditions: text('shown, never computed'),
    source: text('where this is written'),
  },
  ['role', 'kind'],
  'a delegation of authority to a role',
)

export const demand = record<Demand>(
  {
    id: text(),
    touchpoint: text('id'),
    segment: some(text('id')),
    issueType: text('id'),
    perPeriod: some(count('contacts a period')),
    values: some(values),
  },
  ['touchpoint', 'issueType'],
  'the contacts',
)

export const route = record<Route>(
  { id: text(), from: ref('who hands on'), to: ref('to whom'), issueTypes: ids('issue types'), ownership: oneOf(['stays', 'moves']) },
  ['from', 'to'],
  'an escalation route other than the reporting line',
)

export const feedback = record<FeedbackChannel>(
  {
    id: text(),
    from: ref('who tells'),
    to: ref('whom'),
    everyDays: some(days('between two notes')),
    delayDays: some(days('on the way')),
    twoWay: flag(),
    issueTypes: ids('issue types'),
  },
  ['from', 'to'],
  'who is told what customers say',
)

const boundary = record<Boundary>(
  { id: text(), text: text(), issueTypes: ids('issue types'), segments: ids('segments') },
  [],
  'what we do not do',
)
export const strategy = record<Strategy>({
  priorities: some(listOf(text(), 'three, in order')),
  boundaries: some(listOf(boundary)),
  discountRate: some(share('a year')),
  lossIf: some(record({ escalated: share('extra chance of losing the customer'), unresolved: share('the same, never settled') })),
})

export const coverage = textMap(oneOf(['complete', 'partial']), 'complete = what is not listed is a no')
const thresholdNames = Object.keys(THRESHOLDS) as ThresholdName[]
export const thresholds = textMap(
  amount('a number of domain.md 3.6'),
  'numbers of domain.md 3.6 instead of ours',
  Object.fromEntries(thresholdNames.map((name) => [name, number({ min: 0, max: boundsOf(name).most })])),
)
export const accepted = listOf(
  record<Accepted>({ code: text(), subject: { check: (value) => value, schema: {} }, because: text(), by: text(), until: text() }, [
    'code',
    'because',
  ]),
)

/** Sections that are lists of rows, in the order in which a file is written. */
export const SECTIONS = {
  units: unit,
  roles: role,
  people: person,
  segments: segment,
  touchpoints: touchpoint,
  issueTypes: issueType,
  demand: demand,
  grants: grant,
  routes: route,
  feedback: feedback,
} as const

export const WHOLE: Fields = { organization, coverage, strategy, thresholds, accepted }
