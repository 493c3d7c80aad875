// @ts-check
// What the branches of the organisation are like: who works in them, who of these meets customers, and what they may settle. One branch is
// clearly the largest, and settles most on the spot; another may settle next to nothing itself: that is where the flags are.

/**
 * `titles` are those of leaves, `meeting` of them meet customers; `ranks` those of managers, from a team's lead upwards.
 * @typedef {'wide' | 'some' | 'hardly'} Powers
 * @typedef {{ name: string, weight: number, meeting: number, channel: string, powers: Powers, titles: string[], ranks: string[] }} Branch
 */

/** Managers by how many are below them: a team's lead up to 12, … */
export const rankedFrom = [13, 90, 700, 6000]
/** As many as the widest span, so that nobody need share a title with a colleague of the same team. */
export const titlesEach = 12

/** @type {readonly Branch[]} */
export const branches = [
  branch('Stores', 0.34, 6, 'store', 'wide', 'Store', [
    ...['Cashier', 'Sales adviser', 'Customer desk clerk', 'Fitting adviser', 'Click and collect clerk', 'Senior cashier'],
    ...['Shelf filler', 'Stock clerk', 'Visual merchandiser', 'Store cleaner', 'Price clerk', 'Store detective'],
  ]),
  branch('Customer care', 0.17, 7, 'phone', 'hardly', 'Care', [
    ...['Service agent', 'Complaints agent', 'Order agent', 'Chat agent', 'Returns agent', 'Letters agent', 'Billing agent'],
    ...['Quality listener', 'Shift planner', 'Script writer', 'Line technician', 'Care trainer'],
  ]),
  branch('Delivery', 0.13, 4, 'visit', 'some', 'Delivery', [
    ...['Driver', 'Installer', 'Two-man crew lead', 'Parcel driver', 'Loader', 'Route planner', 'Tour clerk', 'Fleet mechanic'],
    ...['Yard marshal', 'Fuel clerk', 'Pallet clerk', 'Night loader'],
  ]),
  branch('Field service', 0.1, 4, 'visit', 'some', 'Service', [
    ...['Technician', 'Repair technician', 'Warranty inspector', 'Appliance fitter', 'Parts clerk', 'Tool keeper', 'Bench technician'],
    ...['Calibration technician', 'Van stock clerk', 'Spares planner', 'Workshop helper', 'Service scheduler'],
  ]),
  branch('Logistics', 0.09, 0, '', 'some', 'Warehouse', [
    ...['Picker', 'Packer', 'Fork-lift driver', 'Goods-in clerk', 'Returns sorter', 'Dispatcher', 'Inventory clerk', 'Sorter', 'Labeller'],
    ...['Dock marshal', 'Customs clerk', 'Repacker'],
  ]),
  branch('Business accounts', 0.07, 5, 'email', 'wide', 'Accounts', [
    ...['Account manager', 'Tender clerk', 'Key account adviser', 'Contract clerk', 'Quotation clerk', 'Credit analyst', 'Sales analyst'],
    ...['Samples clerk', 'Bid writer', 'Order desk clerk', 'Invoice clerk', 'Account assistant'],
  ]),
  branch('Technology', 0.05, 0, '', 'some', 'Technology', [
    ...['Engineer', 'Data engineer', 'Tester', 'Designer', 'Network engineer', 'Help desk agent', 'Database keeper', 'Analyst'],
    ...['Release engineer', 'Security engineer', 'Writer', 'Support engineer'],
  ]),
  branch('Finance', 0.03, 0, '', 'some', 'Finance', [
    ...['Accountant', 'Payables clerk', 'Receivables clerk', 'Tax adviser', 'Treasury clerk', 'Controller', 'Auditor', 'Payroll clerk'],
    ...['Expenses clerk', 'Asset clerk', 'Budget analyst', 'Reporting analyst'],
  ]),
  branch('People', 0.02, 0, '', 'some', 'People', [
    ...[
      'Recruiter',
      'Trainer',
      'People adviser',
      'Pensions clerk',
      'Rota planner',
      'Welfare officer',
      'Apprentices officer',
      'Pay analyst',
    ],
    ...['Records clerk', 'Safety officer', 'Union liaison', 'Onboarding clerk'],
  ]),
]

/**
 * @param {string} name @param {number} weight @param {number} meeting @param {string} channel @param {Powers} powers
 * @param {string} short @param {string[]} titles @returns {Branch}
 */
function branch(name, weight, meeting, channel, powers, short, titles) {
  const ranks = ['team lead', 'site manager', 'area manager', 'regional manager', 'division manager'].map((rank) => `${short} ${rank}`)
  return { name, weight, meeting, channel, powers, titles, ranks: [...ranks, `Head of ${name.toLowerCase()}`] }
}

const money = { kind: 'refund', amount: 'value' }
const values = [
  { amount: 15, share: 0.5 },
  { amount: 40, share: 0.3 },
  { amount: 120, share: 0.2 },
]
export const issueTypes = [
  { id: 'faulty', name: 'Faulty item', apologyDue: true, needs: [{ anyOf: [money, { kind: 'replace', amount: 'value' }] }], values },
  { id: 'late', name: 'Late delivery', apologyDue: true, needs: [{ kind: 'schedule' }] },
  { id: 'elsewhere', name: 'Bought in another place', apologyDue: false, needs: [{ kind: 'exception', policy: 'other-place' }] },
  { id: 'concession', name: 'Price concession asked', apologyDue: false, needs: [{ kind: 'discount', amount: 'value' }], values },
  { id: 'claim', name: 'Damage claim', apologyDue: false, needs: [{ kind: 'admit-liability' }] },
  { id: 'where', name: 'Where is my order?', apologyDue: false, needs: [{ kind: 'information', system: 'orders' }] },
]
export const segments = [
  { id: 'casual', name: 'Occasional customers', each: 60, margin: 40, retention: 0.6 },
  { id: 'loyal', name: 'Members', each: 15, margin: 150, retention: 0.85 },
  { id: 'biz', name: 'Business accounts', each: 0.3, margin: 4000, retention: 0.9 },
]

/** @typedef {{ kind: string, limit?: number | null, per?: string, policy?: string, system?: string, faultOf?: string }} Power */
const upTo = (/** @type {string} */ kind, /** @type {number} */ limit) => ({ kind, limit, per: 'case' })
const exception = { kind: 'exception', policy: 'other-place' }
const orders = { kind: 'information', system: 'orders' }
const date = { kind: 'schedule' }
const sorry = (/** @type {string} */ faultOf) => ({ kind: 'apologise', faultOf })

/**
 * What a title holds in a branch: first those who meet customers, then by rank.
 * @type {Record<Powers, readonly (readonly Power[])[]>}
 */
export const powersBy = {
  wide: [
    [upTo('refund', 50), upTo('replace', 150), upTo('discount', 120), exception, sorry('any'), date, orders],
    [upTo('refund', 150), upTo('discount', 300), exception, sorry('any'), date, orders],
    [upTo('refund', 600), upTo('discount', 400), exception, date],
    [upTo('refund', 2000), upTo('discount', 2000), exception, { kind: 'admit-liability' }],
    [upTo('refund', 8000), upTo('discount', 8000), exception],
    [upTo('refund', 30_000), upTo('discount', 30_000), exception],
    [upTo('refund', 100_000), upTo('discount', 100_000), exception, date],
  ],
  some: [
    [upTo('refund', 20), sorry('own-unit'), orders],
    [upTo('refund', 60), date, orders],
    [upTo('refund', 300), upTo('discount', 100), exception, date],
    [upTo('refund', 1500), upTo('discount', 1000), exception],
    [upTo('refund', 6000), upTo('discount', 4000)],
    [upTo('refund', 25_000), upTo('discount', 15_000)],
    [upTo('refund', 80_000), upTo('discount', 80_000), exception, date],
  ],
  hardly: [
    [],
    [orders],
    [sorry('own-unit'), orders],
    [upTo('refund', 30), date],
    [upTo('refund', 150)],
    [exception],
    [upTo('refund', 1000), date],
  ],
}
