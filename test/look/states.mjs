// @ts-check
// What is worth looking at: how to get there from a page that has just been opened.
import { readFileSync } from 'node:fs'

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

/** Everything is settled where it arrives. */
const SETTLED = 'Owner\n  Counter  meets: refund, question  settles: refund, question\n  Workshop  meets: repair  settles: repair\n'

/** @type {readonly State[]} */
export const states = [
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
