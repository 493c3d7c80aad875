// node test/analysis/reference/oracle.mjs [--against path/to/module.mjs] [--quiet]
// Every number of domain.md 4.2-4.8 that concerns F01-F05 and F10, checked on the reference (or on another `analyseFile`).
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { compare, same } from './compare.mjs'
import { shuffled } from './random-org.mjs'
import { quantileShareWithin, analyse as reference } from './reference.mjs'

const at = process.argv.indexOf('--against')
const analyse = at === -1 ? reference : (await import(pathToFileURL(path.resolve(process.argv[at + 1])).href)).analyseFile
const quiet = process.argv.includes('--quiet')

const pinfold = JSON.parse(readFileSync(new URL('../../../fixtures/pinfold.json', import.meta.url), 'utf8'))
const edited = (edit) => {
  const file = structuredClone(pinfold)
  edit(file)
  return file
}

let bad = 0
let done = 0
const check = (name, actual, expected) => {
  done++
  const ok = same(actual, expected)
  if (!ok) bad++
  if (!ok || !quiet)
    console.log(`${ok ? 'ok  ' : 'BAD '} ${name}${ok ? '' : `: ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`}`)
}
/** To a number of decimals, as the document prints it. */
const near = (name, actual, expected, decimals) =>
  check(name, typeof actual === 'number' ? Number(actual.toFixed(decimals)) : actual, expected)

const findingsOf = (result, code, state = 'flagged') => result.findings.filter((f) => f.code === code && f.state === state)
const find = (result, code, role, issueType) =>
  result.findings.find((f) => f.code === code && f.subject.role === role && f.subject.issueType === issueType)
/** "role/issue contacts severity", in order of text. */
const told = (result, code) =>
  findingsOf(result, code)
    .map((f) => `${[f.subject.role, f.subject.issueType].filter(Boolean).join('/')} ${f.contacts} ${f.severity}`)
    .sort()
const walksOf = (result, entry, issueType) =>
  result.walks
    .filter((w) => w.entry === entry && w.issueType === issueType)
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0) || JSON.stringify(a.path).localeCompare(JSON.stringify(b.path)))
const walkText = (w) => `${w.value ?? '-'} ${w.path.join('>')} ${w.step === null ? 'none' : w.step} ${w.contacts}`

// ---------------------------------------------------------------------------------------------------------------------- 4.2 structure
const base = await analyse(pinfold)
check('4.2 file', base.file, { roles: 12, people: 30, tops: 1, layers: 4, rung: 5 })
check('4.2 distance', base.distance, {
  'cash-n': 1,
  'cash-s': 1,
  agent: 1,
  acct: 1,
  'mgr-n': 2,
  'mgr-s': 2,
  lead: 2,
  sales: 2,
  ops: 3,
  ceo: 3,
  cfo: 4,
  disp: 4,
})

// -------------------------------------------------------------------------------------------------------------------------- 4.3 walks
const expectedWalks = {
  'cash-s tag': ['- cash-s>mgr-s 1 50'],
  'cash-n faulty': ['15 cash-n 0 20', '40 cash-n>mgr-n 1 12', '120 cash-n>mgr-n>sales 2 8'],
  'cash-s faulty': ['15 cash-s 0 15', '40 cash-s>mgr-s 1 9', '120 cash-s>mgr-s>sales 2 6'],
  'agent faulty': ['15 agent 0 25', '40 agent>lead 1 15', '120 agent>lead>ops>ceo 3 10'],
  'agent late': ['- agent>lead>disp 2 100'],
  'acct late': ['- acct>sales>ceo none 6'],
  'acct discount': ['200 acct 0 6', '600 acct>sales>ceo 2 4'],
  'agent injury': ['- agent>lead>ops>ceo none 2'],
  'cash-n injury': ['- cash-n>mgr-n>sales>ceo none 2'],
  'agent info': ['- agent 0 270'],
  'cash-n info': ['- cash-n>mgr-n>sales>ceo none 25'],
  'cash-s info': ['- cash-s>mgr-s>sales>ceo none 15'],
}
for (const [key, expected] of Object.entries(expectedWalks)) {
  const [entry, issueType] = key.split(' ')
  check(`4.3 walks ${key}`, walksOf(base, entry, issueType).map(walkText), expected)
}
check('4.3 no other walks', base.walks.length, Object.values(expectedWalks).flat().length)
const deep = base.walks.find((w) => w.entry === 'agent' && w.value === 120)
check('headless.md walk agent/faulty/120', [deep.hours, deep.cost], [76, 35])
for (const [entry, contacts] of Object.entries({ agent: 422, 'cash-s': 95, 'cash-n': 67, acct: 16 })) {
  const total = base.walks.filter((w) => w.entry === entry).reduce((a, w) => a + w.contacts, 0)
  check(`4.3 contacts of ${entry}`, total, contacts)
}

// ------------------------------------------------------------------------------------------------------------------------- 4.4 totals
const t = base.totals
check('4.4 contacts, out of scope', [t.contacts, t.outOfScope], [600, 20])
check('4.4 settled at step', t.settledAtStep, [336, 86, 118, 10])
check('4.4 unresolved', t.unresolved, 50)
check('4.4 FCR', t.firstContactResolution, 0.56)
check('4.4 escalated and resolved', t.escalatedResolved, 214)
check('4.4 hand-offs', t.handOffs, 352)
near('4.4 hand-offs per resolved', t.handOffs / 550, 0.64, 3)
check('4.4 pass-through', t.passThrough, 138)
check('4.4 waiting hours', t.waitingHours, 2814)
check('4.4 extra cost', t.extraCost, 2130)
check('4.4 apology not permitted', t.apologyNotPermitted, 120)
check('4.4 customer equity', t.customerEquity, 3186000)
check('4.5 risk', t.riskPerPeriod, 14778)
const segment = (id) => base.segments.find((s) => s.id === id)
check('4.4 casual', segment('casual'), {
  id: 'casual',
  contacts: 309,
  firstContactResolution: 185 / 309,
  clv: 48,
  equity: 576000,
  riskPerPeriod: 192,
})
check('4.4 loyal', segment('loyal'), {
  id: 'loyal',
  contacts: 275,
  firstContactResolution: 145 / 275,
  clv: 510,
  equity: 1530000,
  riskPerPeriod: 2346,
})
check('4.4 biz', segment('biz'), {
  id: 'biz',
  contacts: 16,
  firstContactResolution: 0.375,
  clv: 18000,
  equity: 1080000,
  riskPerPeriod: 12240,
})

// ----------------------------------------------------------------------------------------------------------------------- 4.5 findings
check('4.5 F01', told(base, 'F01'), [
  'acct/late 6 high',
  'agent/injury 2 medium',
  'agent/late 100 medium',
  'cash-n/info 25 high',
  'cash-n/injury 2 medium',
  'cash-s/info 15 high',
  'cash-s/tag 50 high',
])
near('4.5 F01 share of cash-s/tag', find(base, 'F01', 'cash-s', 'tag').share, 0.526, 3)
check('4.5 F02', told(base, 'F02'), ['acct/discount 4 high', 'agent/faulty 25 medium', 'cash-n/faulty 20 high', 'cash-s/faulty 15 medium'])
check(
  '4.5 F03 (role, issue, severity)',
  told(base, 'F03').map((x) => x.replace(/ \d+ /, ' ')),
  ['acct/discount high', 'agent/faulty high', 'agent/late medium', 'cash-n/faulty medium', 'cash-s/faulty medium'],
)
check('4.5 F04', told(base, 'F04'), [
  'acct/late 6 high',
  'agent/injury 2 high',
  'cash-n/info 25 high',
  'cash-n/injury 2 high',
  'cash-s/info 15 high',
])
check(
  '4.5 F04 elsewhere',
  findingsOf(base, 'F04')
    .map((f) => [`${f.subject.role}/${f.subject.issueType}`, f.evidence.elsewhere])
    .sort(),
  [
    ['acct/late', ['disp']],
    ['agent/injury', []],
    ['cash-n/info', ['agent', 'lead']],
    ['cash-n/injury', []],
    ['cash-s/info', ['agent', 'lead']],
  ],
)
check('4.5 F05', told(base, 'F05'), ['acct/late 6 high', 'agent/late 100 low', 'cash-n/info 25 high', 'cash-s/info 15 high'])
check(
  '4.5 F05 distance',
  findingsOf(base, 'F05')
    .map((f) => [`${f.subject.role}/${f.subject.issueType}`, f.evidence.distance])
    .sort(),
  [
    ['acct/late', 4],
    ['agent/late', 3],
    ['cash-n/info', 5],
    ['cash-s/info', 5],
  ],
)
check('4.5 F10', told(base, 'F10'), ['cash-n 40 high', 'cash-s 80 high'])
near('4.5 F10 share of cash-s', find(base, 'F10', 'cash-s').share, 0.842, 3)
near('4.5 F10 share of cash-n', find(base, 'F10', 'cash-n').share, 0.597, 3)
check('4.5 nothing unknown among these', base.findings.filter((f) => /F0[1-5]|F10/.test(f.code) && f.state === 'unknown').length, 0)
check('4.5 roadblocks', Object.fromEntries(base.roadblocks.map((r) => [r.role, r.contacts])), { ops: 146, sales: 110, cfo: 4, ceo: 4 })
check(
  '4.5 no questions',
  base.nextQuestions.filter((q) => q.section === 'authority'),
  [],
)

// -------------------------------------------------------------------------------------------------------------------- 4.6 states A-E
const remedies = {
  A: (f) => f.grants.push({ id: 'x-a', role: 'cash-s', kind: 'exception', policy: 'other-store-purchase' }),
  B: (f) => {
    for (const g of f.grants) if (g.id === 'g1' || g.id === 'g2') g.limit = 40
  },
  C: (f) => f.grants.push({ id: 'x-c', role: 'agent', kind: 'schedule' }),
  D: (f) => {
    f.grants.push({ id: 'x-d1', role: 'cash-n', kind: 'information', system: 'oms' })
    f.grants.push({ id: 'x-d2', role: 'cash-s', kind: 'information', system: 'oms' })
  },
  E: (f) => f.routes.push({ id: 'x-e', from: 'acct', to: 'disp', issueTypes: ['late'] }),
}
const states = {
  Base: [336, 0.56, 50, 352, 0.64, 2814, 2130, 14778],
  A: [386, 0.643, 50, 302, 0.549, 2714, 1880, 14545.2],
  B: [357, 0.595, 50, 331, 0.602, 2772, 2025, 14757.84],
  C: [436, 0.727, 50, 152, 0.276, 1614, 1230, 14127.6],
  D: [376, 0.627, 10, 352, 0.597, 2814, 2130, 13431],
  E: [336, 0.56, 44, 358, 0.644, 2862, 2154, 6138],
  ABCDE: [547, 0.912, 4, 87, 0.146, 1520, 899, 3887.64],
}
for (const [name, expected] of Object.entries(states)) {
  const file = edited((f) => {
    if (name !== 'Base') for (const letter of name) remedies[letter](f)
  })
  const r = (await analyse(file)).totals
  const perResolved = Number((r.handOffs / (r.contacts - r.unresolved)).toFixed(3))
  const fcr = Number(r.firstContactResolution.toFixed(3))
  check(
    `4.6 ${name}`,
    [r.settledAtStep[0], fcr, r.unresolved, r.handOffs, perResolved, r.waitingHours, r.extraCost, r.riskPerPeriod],
    expected,
  )
  if (name === 'ABCDE') near('4.6 A-E hours per escalated', r.waitingHours / r.escalatedResolved, 31, 1)
}

// ----------------------------------------------------------------------------------------------------------------------- 4.7 variants
const v0 = await analyse({
  headstand: '1.0',
  people: pinfold.roles.map((r) => ({ id: r.id, manager: r.reportsTo })),
})
check('4.7 V0 layers', v0.file.layers, 4)
check(
  '4.7 V0 all unknown, no subject',
  v0.findings.filter((f) => /^(F0[1-5]|F10)$/.test(f.code)).map((f) => [f.code, f.state, f.subject]),
  ['F01', 'F02', 'F03', 'F04', 'F05', 'F10'].map((code) => [code, 'unknown', {}]),
)
check(
  '4.7 V0 no distance',
  Object.values(v0.distance ?? {}).filter((d) => d !== null),
  [],
)

const openAuthority = (f) => {
  delete f.coverage.authority
}
const v1 = await analyse(edited(openAuthority))
check('4.7 V1 FCR', v1.totals.firstContactResolution, 0.56)
check('4.7 V1 unresolved', v1.totals.unresolved, { low: 48, high: 50 })
check('4.7 V1 hand-offs', v1.totals.handOffs, { low: 346, high: 352 })
check('4.7 V1 agent/injury F04', find(v1, 'F04', 'agent', 'injury').state, 'unknown')
const v1walk = v1.walks.filter((w) => w.entry === 'agent' && w.issueType === 'faulty' && w.value === 120)
check(
  '4.7 V1 agent/faulty max step',
  v1walk.map((w) => w.step),
  [{ low: 2, high: 3 }],
)
check(
  '4.7 V1 next question',
  v1.nextQuestions.filter((q) => q.section === 'authority'),
  [{ role: 'ops', section: 'authority', contacts: 12 }],
)

const v2 = await analyse(
  edited((f) => {
    openAuthority(f)
    f.grants = f.grants.filter((g) => !['g6', 'g17', 'g21'].includes(g.id))
  }),
)
check('4.7 V2 step 0', v2.totals.settledAtStep[0], { low: 41, high: 463 })
check('4.7 V2 FCR', v2.totals.firstContactResolution, { low: 41 / 600, high: 463 / 600 })
check(
  '4.7 V2 questions',
  v2.nextQuestions.filter((q) => q.section === 'authority').map((q) => q.role),
  ['agent', 'ops'],
)

const v3 = await analyse(
  edited((f) => {
    delete f.issueTypes.find((i) => i.id === 'faulty').values
  }),
)
check('4.7 V3 step 0', v3.totals.settledAtStep[0], { low: 276, high: 396 })
check('4.7 V3 FCR', v3.totals.firstContactResolution, { low: 0.46, high: 0.66 })
check('4.7 V3 unresolved', v3.totals.unresolved, { low: 50, high: 170 })
check(
  '4.7 V3 F02 on faulty',
  ['cash-n', 'cash-s', 'agent'].map((r) => find(v3, 'F02', r, 'faulty')?.state),
  ['unknown', 'unknown', 'unknown'],
)

const v4 = await analyse(
  edited((f) => {
    delete f.coverage.feedback
  }),
)
check('4.7 V4 changes none of these', compare(base, v4), [])

const v5 = await analyse(
  edited((f) => {
    delete f.strategy.lossIf
  }),
)
check('4.7 V5 risk', v5.totals.riskPerPeriod, null)
check('4.7 V5 equity', v5.totals.customerEquity, 3186000)
for (const seed of [1, 2, 3]) check(`4.7 V6 shuffled ${seed}`, compare(base, await analyse(shuffled(pinfold, seed))), [])

// ------------------------------------------------------------------------------------------------------------------ 4.8 small oracles
const rounded = (x) => Number(x.toFixed(3))
const tails = Object.fromEntries([20, 40, 60, 100, 150].map((l) => [l, rounded(1 - quantileShareWithin({ p50: 40, p90: 150 }, l))]))
check('4.8 quantiles (the curve)', tails, { 20: 0.749, 40: 0.5, 60: 0.347, 100: 0.187, 150: 0.1 })

/** A small organisation: top over lead over agent, one touchpoint, one issue, 100 contacts; `change` does the rest. */
const small = (issue, grants, change = () => {}) => {
  const file = {
    headstand: '1.0',
    coverage: { authority: 'complete' },
    roles: [
      { id: 'top', reportsTo: null, headcount: 1, unit: 'hq', responseHours: 48, hourlyCost: 120 },
      { id: 'lead', reportsTo: 'top', headcount: 1, unit: 'hq', responseHours: 4, hourlyCost: 30 },
      { id: 'disp', reportsTo: 'top', headcount: 1, unit: 'hq', responseHours: 8, hourlyCost: 24 },
      { id: 'agent', reportsTo: 'lead', headcount: 2, unit: 'hq', responseHours: 1, hourlyCost: 18 },
    ],
    units: [{ id: 'hq' }],
    segments: [{ id: 'all' }],
    touchpoints: [{ id: 'phone', channel: 'phone', unit: 'hq', staffedBy: ['agent'] }],
    issueTypes: [{ id: 'issue', touchMinutes: 10, apologyDue: false, ...issue }],
    demand: [{ id: 'd', touchpoint: 'phone', segment: 'all', issueType: 'issue', perPeriod: 100 }],
    grants: grants.map((g, i) => ({ id: `g${i}`, ...g })),
  }
  change(file)
  return analyse(file)
}
const refund = { needs: [{ kind: 'refund', amount: 'value' }] }
const share = (result, code) => find(result, code, 'agent', 'issue')?.share

for (const [limit, tail] of Object.entries(tails)) {
  const r = await small({ ...refund, values: { p50: 40, p90: 150 } }, [{ role: 'agent', kind: 'refund', limit: Number(limit) }])
  near(`4.8 quantiles, limit ${limit}`, share(r, 'F02'), tail, 3)
}
const bands = [
  { from: 0, to: 20, share: 0.5 },
  { from: 20, to: 60, share: 0.3 },
  { from: 60, to: 200, share: 0.2 },
]
const banded = await small({ ...refund, values: bands }, [
  { role: 'agent', kind: 'refund', limit: 30 },
  { role: 'lead', kind: 'refund', limit: 500 },
])
check('4.8 bands', share(banded, 'F02'), 0.425)
check('4.8 bands, walks by step', banded.walks.map((w) => [w.step, w.share, w.contacts]).sort(), [
  [0, 0.575, 57.5],
  [1, 0.425, 42.5],
])
const meanOnly = await small({ ...refund, values: { mean: 40 } }, [{ role: 'agent', kind: 'refund', limit: 100 }])
check('4.8 mean only: unknown', find(meanOnly, 'F02', 'agent', 'issue')?.state, 'unknown')

const scoped = (segments) =>
  analyse(edited((f) => f.grants.push({ id: 'x-s', role: 'agent', kind: 'refund', limit: 200, per: 'case', scope: { segments } })))
const loyal = await scoped(['loyal'])
check('4.8 scope loyal', loyal.totals.firstContactResolution, 361 / 600)
check('4.8 scope loyal, agent/faulty', [...new Set(walksOf(loyal, 'agent', 'faulty').map((w) => w.step))], [0])
check('4.8 scope casual', (await scoped(['casual'])).totals.firstContactResolution, 0.56)

const of40 = await small({ ...refund, values: [{ amount: 40, share: 1 }] }, [{ role: 'agent', kind: 'refund', limit: 40 }])
check('4.8 equality', of40.totals.settledAtStep, [100])
const adding = await small({ ...refund, values: [{ amount: 100, share: 1 }] }, [
  { role: 'agent', kind: 'refund', limit: 50 },
  { role: 'lead', kind: 'refund', limit: 60 },
])
check('4.8 no adding up', adding.totals.unresolved, 100)
const twoNeeds = await small({ needs: [{ kind: 'refund' }, { kind: 'schedule' }] }, [
  { role: 'agent', kind: 'schedule' },
  { role: 'lead', kind: 'refund', limit: 100 },
])
check('4.8 two needs', twoNeeds.totals.settledAtStep, [0, 100])
const loop = await small({ needs: [{ kind: 'schedule' }] }, [], (f) => {
  f.routes = [
    { id: 'e1', from: 'lead', to: 'disp', issueTypes: ['issue'] },
    { id: 'e2', from: 'disp', to: 'lead', issueTypes: ['issue'] },
  ]
})
check('4.8 loop', [loop.totals.unresolved, loop.walks[0].path], [100, ['agent', 'lead', 'disp']])
for (const [level, steps] of [
  [4, [0]],
  [5, [100]],
]) {
  const r = await small({ needs: [{ kind: 'schedule' }] }, [{ role: 'agent', kind: 'schedule', level }])
  check(`4.8 level ${level}`, r.totals.settledAtStep, steps)
}
const twoRoots = await small({ needs: [{ kind: 'schedule' }] }, [{ role: 'disp', kind: 'schedule' }], (f) => {
  f.roles.find((r) => r.id === 'disp').reportsTo = null
})
const apart = find(twoRoots, 'F05', 'agent', 'issue')
check('4.8 two roots', [apart?.severity, apart?.evidence?.distance], ['high', null])
const nurses = Array.from({ length: 12 }, (_, i) => `n${i + 1}`)
const flat = await small(
  { needs: [{ kind: 'schedule' }] },
  nurses.map((role) => ({ role, kind: 'schedule' })),
  (f) => {
    f.roles = nurses.map((id) => ({ id, reportsTo: null, headcount: 1, unit: 'team' }))
    f.touchpoints[0].staffedBy = nurses
  },
)
check('4.8 no managers', [flat.totals.firstContactResolution, findingsOf(flat, 'F04').length], [1, 0])

// --------------------------------------------------------------------------------------------------- 3.6, what it says in so many words
const joint = { role: 'agent', kind: 'schedule', requiresAgreementOf: ['disp'] }
const agreed = await small({ needs: [{ kind: 'schedule' }] }, [joint, { role: 'top', kind: 'schedule' }])
check('3.6 agreement is an extra stop', [agreed.walks[0].path, agreed.walks[0].step, agreed.walks[0].hours], [['agent', 'disp'], 1, 8])
check('3.6 agreement is no grant of its kind', find(agreed, 'F01', 'agent', 'issue')?.state, 'flagged')
const residual = await small({ needs: [{ kind: 'schedule' }] }, [], (f) => {
  f.roles[0].residualAuthority = true
})
check('3.6 residual authority', [residual.totals.settledAtStep, findingsOf(residual, 'F05').length], [[0, 0, 100], 0])
const vacancy = await small(
  { needs: [{ kind: 'schedule' }] },
  [
    { role: 'lead', kind: 'schedule' },
    { role: 'top', kind: 'schedule' },
  ],
  (f) => {
    f.roles[1].headcount = 0
  },
)
check('3.6 a vacancy stays on the path', vacancy.walks[0].path, ['agent', 'lead', 'top'])
const noDemand = await small({ needs: [{ kind: 'schedule' }] }, [{ role: 'lead', kind: 'schedule' }], (f) => {
  delete f.demand
})
const unweighted = find(noDemand, 'F01', 'agent', 'issue')
check('3.6 no demand', [noDemand.totals.contacts, unweighted?.state, unweighted?.contacts, unweighted?.share], [null, 'flagged', null, 1])
const slow = await small({ needs: [{ kind: 'schedule' }] }, [{ role: 'lead', kind: 'schedule' }], (f) => {
  delete f.roles[1].responseHours
})
check('3.6 missing response hours', [slow.totals.waitingHours, find(slow, 'F03', 'agent', 'issue')?.state], [null, 'unknown'])

console.log(`${done - bad} of ${done} checks hold`)
process.exitCode = bad > 0 ? 1 : 0
