// @ts-check
// What is worth looking at: how to get there from a page that has just been opened.
import { readFileSync } from 'node:fs'
import { organisation } from '../bench/organisation.mjs'

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ name: string, moves?: boolean, sizes?: readonly string[], go: (page: Page, isNarrow: boolean) => Promise<void> }} State
 */

/** @param {Page} page @param {string | RegExp} name */
const press = (page, name) => page.getByRole('button', { name }).first().click()
/** @param {Page} page */
const around = (page) => press(page, 'Look around')
/** @param {Page} page @param {string} title */
const role = (page, title) =>
  page.getByRole('treeitem', { name: new RegExp(`^${title}`) }).evaluate((item) => /** @type {HTMLElement} */ (item).click())
/** @param {Page} page @param {string} keys */
const onChart = async (page, keys) => {
  await page.locator('[data-chart-host]').first().focus()
  await page.keyboard.press(keys)
}
/** @param {Page} page @param {string} name @param {string | Buffer} text */
const open = (page, name, text) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles([{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) }])
/** @param {string} name */
const sample = (name) => readFileSync(new URL(`../../public/samples/${name}.json`, import.meta.url))

/** @param {Page} page @param {boolean} isNarrow */
const toExport = async (page, isNarrow) => {
  if (isNarrow) await press(page, 'More')
  await page.getByRole(isNarrow ? 'menuitem' : 'button', { name: /^Export/ }).click()
  await page.locator('dialog canvas[data-painted]').waitFor()
}
/** @param {Page} page @param {string} what */
const toPart = (page, what) => page.getByRole('dialog').getByLabel('What', { exact: true }).selectOption(what)

/** By a link, as somebody sends it. @param {Page} page @param {string} hash */
const linked = async (page, hash) => {
  await page.goto(`${page.url().replace(/#.*/, '')}#${hash}`)
  await page.reload()
  await page.locator('canvas[data-view]').first().waitFor()
}

/** An export as it comes: the wrong number first, a manager who has left, a total at the end. @param {number} rows */
const export_ = (rows) =>
  [
    'Employee No;Supervisor No;id;Name;Job Title;Cost centre;Gross annual;Date of birth;Key ring',
    'E-01;;301;Holm, Inga;Managing director;1000 Board;180.400,00;04.12.1965;x1',
    ...[2, 3, 4].map((n) => `E-0${n};E-01;30${n};Lund, Per ${n};Shop manager;44${n}0 Shop;70.400,00;04.12.1975;x2`),
    ...Array.from(
      { length: rows },
      (_, i) =>
        `E-${i + 10};E-0${2 + (i % 3)};${i + 320};Berg, Anna ${i};${i % 4 ? 'Cashier' : 'Shift lead'};44${2 + (i % 3)}0 Shop;32.400,00;04.12.1990;x${i % 5}`,
    ),
    'E-998;E-77;998;Dahl, Mia;Cashier;4420 Shop;32.400,00;04.12.1991;x1',
    ';;;;Total;;3.900.000,00;;',
  ].join('\r\n')
const MATRIX = 'Title,Refund,Discount,Budget talks\nCashier,up to 20,no,what?\nShop manager,200,15%,yes\nTill boss,50,no,no\n'
/** @param {Page} page @param {readonly { name: string, text: string }[]} files */
const openAll = (page, files) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })))
const EXPORT = { name: 'staff_2026-11.csv', text: export_(60) }

/** Pinfold with less known of it (domain.md 4.7): what is not known has to look it. @type {Readonly<Record<string, (file: any) => unknown>>} */
const VARIANTS = {
  v0: ({ headstand, roles }) => ({
    headstand,
    people: roles.map((/** @type {{ id: string, reportsTo: string | null }} */ { id, reportsTo }) => ({ id, manager: reportsTo })),
  }),
  v1: ({ coverage: { authority: _, ...coverage }, ...file }) => ({ ...file, coverage }),
  v2: ({ coverage: { authority: _, ...coverage }, grants, ...file }) => ({
    ...file,
    coverage,
    grants: grants.filter((/** @type {{ role: string }} */ { role: of }) => of !== 'agent'),
  }),
  v3: ({ issueTypes, ...file }) => ({
    ...file,
    issueTypes: issueTypes.map((/** @type {{ id: string, values?: unknown }} */ { values, ...type }) =>
      values && type.id !== 'faulty' ? { ...type, values } : type,
    ),
  }),
  v4: ({ coverage: { feedback: _, ...coverage }, ...file }) => ({ ...file, coverage }),
  v5: ({ strategy: { lossIf: _, ...strategy }, ...file }) => ({ ...file, strategy }),
}
/** @param {Page} page @param {string} name */
const openVariant = (page, name) => open(page, `${name}.json`, JSON.stringify(VARIANTS[name]?.(JSON.parse(String(sample('pinfold'))))))
/** @param {Page} page @param {boolean} isNarrow */
const totals = async (page, isNarrow) => {
  if (isNarrow) await press(page, /All findings|What to add/)
  await press(page, 'All totals')
}

/** Everything is settled where it arrives. */
const SETTLED = 'Owner\n  Counter  meets: refund, question  settles: refund, question\n  Workshop  meets: repair  settles: repair\n'

/** @param {Page} page @param {boolean} isNarrow */
const toAccepting = async (page, isNarrow) => {
  if (isNarrow) await press(page, 'All findings')
  await press(page, /Nobody in the line of Business/)
  await press(page, 'Accept, because …')
}
/** Forty tills that may do the same. */
const SHOPS = JSON.stringify({
  headstand: '1.0',
  organization: { name: 'Forty shops', currency: 'EUR' },
  coverage: { authority: 'complete' },
  units: Array.from({ length: 40 }, (_, i) => ({ id: `u${i}`, name: `Shop ${i + 1}` })),
  roles: [
    { id: 'boss', title: 'Owner', reportsTo: null, responseHours: 24 },
    ...Array.from({ length: 40 }, (_, i) => ({ id: `till${i}`, title: 'Cashier', unit: `u${i}`, reportsTo: 'boss' })),
  ],
  touchpoints: Array.from({ length: 40 }, (_, i) => ({ id: `t${i}`, unit: `u${i}`, staffedBy: [`till${i}`] })),
  issueTypes: [{ id: 'tag', name: 'Security tag left on', needs: [{ kind: 'exception', policy: 'tag' }], apologyDue: false }],
  demand: Array.from({ length: 40 }, (_, i) => ({ touchpoint: `t${i}`, issueType: 'tag', perPeriod: 10 + i })),
  grants: [{ id: 'boss', role: 'boss', kind: 'exception' }],
})

/** @type {readonly State[]} */
export const states = [
  ...['escalation-flow', 'feedback-reach'].flatMap((show) =>
    ['view=flipped&order=distance', 'view=flipped&order=mirror', 'view=conventional', 'view=both'].map((view) => ({
      name: `${show}-${view.replace(/^view=|order=/g, '').replace('&', '-')}`,
      go: (/** @type {Page} */ page) => linked(page, `${view}&show=${show}`),
    })),
  ),
  { name: 'first-visit', go: async () => {} },
  { name: 'findings', go: around },
  {
    name: 'card-open',
    go: async (page, isNarrow) => {
      await around(page)
      if (isNarrow) await press(page, 'All findings')
      await page.locator('[aria-expanded]').filter({ hasText: 'late' }).first().click()
    },
  },
  {
    name: 'trial-worse-first',
    go: async (page, isNarrow) => {
      await around(page)
      if (isNarrow) await press(page, 'All findings')
      await press(page, /Nobody in the line of Business account manager/)
      const route = page.getByRole('checkbox', { name: /straight to Dispatcher/ })
      await (isNarrow ? route.check() : route.hover())
    },
  },
  {
    name: 'trial-of-two',
    go: async (page, isNarrow) => {
      await around(page)
      if (isNarrow) await press(page, 'All findings')
      await press(page, /Nobody in the line of Cashier North/)
      for (const change of await page.getByRole('checkbox').all()) await change.check()
    },
  },
  { name: 'conventional', go: (page) => onChart(page, 'f') },
  { name: 'mirror', go: (page) => onChart(page, 'm') },
  { name: 'both', go: (page) => onChart(page, '3') },
  {
    name: 'role',
    go: async (page) => {
      await around(page)
      await role(page, 'Care agent')
    },
  },
  {
    name: 'role-leader',
    go: async (page) => {
      await around(page)
      await role(page, 'Head of operations')
    },
  },
  {
    name: 'case',
    go: async (page) => {
      await around(page)
      await role(page, 'Care agent')
      await press(page, /Follow/)
    },
  },
  {
    name: 'case-dead-end',
    go: async (page) => {
      await around(page)
      await role(page, 'Cashier North')
      await press(page, /Follow “Where/)
    },
  },
  {
    name: 'case-conventional',
    sizes: ['1280'],
    go: async (page) => {
      await around(page)
      await role(page, 'Cashier North')
      await press(page, /Follow “Where/)
      await onChart(page, '1')
    },
  },
  {
    name: 'case-both',
    sizes: ['1280', '1920'],
    go: async (page) => {
      await around(page)
      await role(page, 'Cashier North')
      await press(page, /Follow “Where/)
      await onChart(page, '3')
    },
  },
  {
    name: 'folded',
    sizes: ['1280'],
    go: async (page) => {
      await around(page)
      await role(page, 'Head of sales')
      await page.locator('[aria-label*="Fold"]').first().click()
    },
  },
  {
    name: 'far',
    go: async (page) => {
      await around(page)
      for (let i = 0; i < 3; i++) await onChart(page, '-')
    },
  },
  {
    name: 'why',
    go: async (page, isNarrow) => {
      await around(page)
      if (isNarrow) await press(page, 'All findings')
      await page.locator('[data-total=handOffs] button').first().click()
    },
  },
  {
    name: 'search',
    go: async (page) => {
      await around(page)
      await onChart(page, '/')
      await page.keyboard.type('care')
    },
  },
  {
    name: 'outline',
    go: async (page) => {
      await around(page)
      await onChart(page, 'o')
    },
  },
  {
    name: 'keys',
    go: async (page) => {
      await around(page)
      await onChart(page, '?')
    },
  },
  {
    name: 'zoomed',
    go: async (page) => {
      await around(page)
      for (let i = 0; i < 3; i++) await onChart(page, '+')
    },
  },
  { name: 'people-only', go: (page) => open(page, 'people-only.json', sample('people-only')) },
  {
    name: 'people-only-turned-back',
    go: async (page) => {
      await open(page, 'people-only.json', sample('people-only'))
      await onChart(page, '1')
    },
  },
  { name: 'ladder', go: (page) => open(page, 'ladder.json', sample('approval-ladder')) },
  { name: 'teams', go: (page) => open(page, 'teams.json', sample('teams-without-managers')) },
  { name: 'nothing-found', go: (page) => open(page, 'settled.txt', SETTLED) },
  { name: 'import', go: (page) => openAll(page, [EXPORT]) },
  {
    name: 'import-repairs',
    go: async (page) => {
      await openAll(page, [EXPORT])
      await press(page, 'Change')
      await press(page, 'Read them after all')
    },
  },
  {
    name: 'import-matrix',
    go: async (page) => {
      await openAll(page, [EXPORT, { name: 'approvals.csv', text: MATRIX }])
      await press(page, /^approvals.csv$/)
    },
  },
  { name: 'import-powers-alone', sizes: ['1280', '390'], go: (page) => openAll(page, [{ name: 'approvals.csv', text: MATRIX }]) },
  {
    name: 'helped-on',
    go: async (page, isNarrow) => {
      await open(page, 'people-only.json', sample('people-only'))
      if (isNarrow) await press(page, 'What to add')
      await press(page, /^Yes, Ticket clerk/)
    },
  },
  {
    name: 'helped-on-template',
    go: async (page, isNarrow) => {
      await open(page, 'people-only.json', sample('people-only'))
      if (isNarrow) await press(page, 'What to add')
      await press(page, /^Yes, Ticket clerk/)
      await press(page, /^Yes, Agent/)
      await press(page, 'Retail')
    },
  },
  {
    name: 'totals',
    go: async (page, isNarrow) => {
      await around(page)
      await totals(page, isNarrow)
    },
  },
  ...Object.keys(VARIANTS).flatMap((name) => [
    { name, go: (/** @type {Page} */ page) => openVariant(page, name) },
    {
      name: `${name}-totals`,
      /** @param {Page} page @param {boolean} isNarrow */
      go: async (page, isNarrow) => {
        await openVariant(page, name)
        await totals(page, isNarrow)
      },
    },
  ]),
  {
    name: 'export',
    go: async (page, isNarrow) => {
      await around(page)
      await toExport(page, isNarrow)
    },
  },
  {
    name: 'export-png-dark',
    sizes: ['1280'],
    go: async (page, isNarrow) => {
      await toExport(page, isNarrow)
      await page.getByRole('radio', { name: /PNG/ }).check()
      await page.getByRole('dialog').getByRole('button', { name: 'Dark', exact: true }).click()
    },
  },
  {
    name: 'export-branch',
    sizes: ['1280', '390'],
    go: async (page, isNarrow) => {
      await around(page)
      await role(page, 'Head of operations')
      await toExport(page, isNarrow)
      await toPart(page, 'One branch')
    },
  },
  {
    name: 'export-pages',
    go: async (page, isNarrow) => {
      await open(page, 'bench.json', organisation(2000).text)
      await page.waitForFunction(() => document.title.startsWith('Bench'))
      await toExport(page, isNarrow)
      await toPart(page, 'Branch by branch, on pages')
      await page.getByRole('button', { name: 'Next page' }).click()
      await page.getByRole('button', { name: 'Next page' }).click()
    },
  },
  {
    name: 'export-refused',
    sizes: ['1280', '390'],
    go: async (page, isNarrow) => {
      await open(page, 'bench.json', organisation(2000).text)
      await page.waitForFunction(() => document.title.startsWith('Bench'))
      await toExport(page, isNarrow)
      await toPart(page, 'Both charts on one page')
      await press(page, 'Natural')
    },
  },
  {
    name: 'export-poster',
    sizes: ['1280'],
    go: async (page, isNarrow) => {
      await toExport(page, isNarrow)
      await page.getByRole('radio', { name: /PDF/ }).check()
      await press(page, 'Poster')
    },
  },
  {
    name: 'export-report',
    sizes: ['1280'],
    go: async (page, isNarrow) => {
      await toExport(page, isNarrow)
      await page.getByRole('radio', { name: /one page/ }).check()
    },
  },
  {
    name: 'many-places',
    go: async (page, isNarrow) => {
      await open(page, 'shops.json', SHOPS)
      await page
        .getByRole('treeitem', { name: /^Cashier/ })
        .first()
        .waitFor({ state: 'attached' })
      if (isNarrow) await press(page, 'All findings')
      await page.getByText('Cashier, 40 places').first().click()
    },
  },
  {
    name: 'in-order',
    go: async (page, isNarrow) => {
      await around(page)
      if (isNarrow) await press(page, 'All findings')
      await page.getByText(/What is in order/).click()
      await page.getByText(/The power is there/).click()
    },
  },
  {
    name: 'accepting',
    go: async (page, isNarrow) => {
      await around(page)
      await toAccepting(page, isNarrow)
    },
  },
  {
    name: 'accepted',
    go: async (page, isNarrow) => {
      await around(page)
      await toAccepting(page, isNarrow)
      await page.getByLabel('Because').fill('Dates are promised by the carrier.')
      await page.getByLabel(/Decided by/).fill('Board')
      await page.getByRole('button', { name: 'Accept', exact: true }).click()
      await press(page, 'Close')
      await page.getByText(/^Accepted/).click()
    },
  },
  {
    name: 'what-counts',
    go: async (page, isNarrow) => {
      await around(page)
      if (isNarrow) await press(page, 'All findings')
      await press(page, 'What counts as much')
    },
  },
  { name: 'not-a-file', go: (page) => open(page, 'broken.json', '{ "roles": [') },
  {
    name: 'present-1',
    sizes: ['1920', '1280', '390'],
    go: async (page) => {
      await around(page)
      await onChart(page, 'p')
    },
  },
  ...[2, 3, 4, 5, 8, 10].map((n) => ({
    name: `present-${n}`,
    sizes: ['1920', '1280', '390'],
    /** @param {Page} page */
    go: async (page) => {
      await around(page)
      await onChart(page, 'p')
      for (let i = 1; i < n; i++) await page.keyboard.press('ArrowRight')
    },
  })),
]
