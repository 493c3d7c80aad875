// A file before it is opened: by mouse and by keyboard, corrected by its reader, put away without a trace, and helped on afterwards.

import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { chart, drop, expect, notice, pick, roleOf, start, test, tree } from './page'

const SHEET = 'dialog[aria-labelledby=import-title]'
const sheet = (page: Page) => page.locator(SHEET)
const title = (page: Page) => sheet(page).getByRole('heading', { level: 2 })
const count = (page: Page, what: string) => sheet(page).locator(`[data-count=${what}]`)
const doIt = (page: Page, name: string | RegExp) => sheet(page).getByRole('button', { name, exact: typeof name === 'string' })

/** Supervisors go by the badge, which stands beside a number that nearly fits: the trap of the HR exports. */
const people = (rows: readonly (readonly string[])[]) =>
  ['id;badge;Supervisor;Name;Job Title;Unit;Date of birth', ...rows.map((row) => row.join(';'))].join('\r\n')
const ROWS = [
  ['1', '9', '', 'Ada Holm', 'Owner', 'House', '01.02.1970'],
  ['2', '1', '9', 'Bo Lund', 'Shop manager', 'North', '02.03.1971'],
  ['3', '2', '9', 'Cy Berg', 'Shop manager', 'South', '03.04.1972'],
  ...Array.from({ length: 6 }, (_, i) => [
    String(4 + i),
    String(3 + i),
    i < 3 ? '1' : '2',
    `Till ${i + 1}`,
    'Cashier',
    i < 3 ? 'North' : 'South',
    '04.05.1990',
  ]),
  ['10', '10', '77', 'Lost Soul', 'Cashier', 'North', '05.06.1991'],
  ['', '', '', '', 'Total', '', ''],
]
const STAFF = { name: 'staff.csv', text: people(ROWS) }
const CLEAN = {
  name: 'clean.csv',
  text: [
    'Employee ID,Supervisor,Name,Job Title,Unit',
    '9,,Ada Holm,Owner,House',
    '1,9,Bo Lund,Shop manager,North',
    '2,9,Cy Berg,Shop manager,South',
    ...Array.from({ length: 6 }, (_, i) => `${3 + i},${i < 3 ? '1,' : '2,'}Di ${'ABCDEF'[i]}dahl,Cashier,${i < 3 ? 'North' : 'South'}`),
  ].join('\n'),
}
/** One of them reports to nobody who is there. */
const MENDED = { name: 'mended.csv', text: `${CLEAN.text}\n10,77,Lost Soul,Janitor,North\n` }
const MATRIX = {
  name: 'matrix.csv',
  text: 'Title,Refund,Discount,Other\nCashier,up to 20,no,perhaps\nShop manager,200,yes,no\nJanitor,5,no,no\n',
}

async function expectAsItWas(page: Page) {
  await expect(sheet(page)).toBeHidden()
  await expect(tree(page).getByRole('treeitem')).toHaveCount(12)
  await expect(chart(page)).toHaveAccessibleName(/Pinfold/)
}

test.beforeEach(({ page }) => start(page))

test('a file in which something was mended is shown first, in a sum that adds up', async ({ page }) => {
  await pick(page, [STAFF])
  await expect(title(page)).toHaveText('staff.csv is a list of people and their managers')
  await expect(title(page)).toBeFocused()
  await expect(sheet(page).getByText('manager not in the file')).toBeVisible()
  await expect(sheet(page).getByText('They name 77.')).toBeVisible()
  const numbers = await sheet(page).locator('[data-kind] > :first-child').allTextContents()
  const read = await sheet(page).locator('li:has-text("rows read") > :first-child').textContent()
  expect(numbers.map(Number).reduce((sum, one) => sum + one, 0)).toBe(Number(read))
  expect(read).toBe('11')
  await expect(sheet(page).getByText('Date of birth.')).toBeVisible()
  await expect(count(page, 'people')).toHaveText('10 people')
})

test('a wrong guess is corrected by mouse, and the tree follows at once', async ({ page }) => {
  await pick(page, [STAFF])
  const person = sheet(page).getByLabel('Person: which column?')
  await person.selectOption('id') // by it two people lead each other
  await expect(sheet(page).getByText('report to one another in a circle')).toBeVisible()
  await person.selectOption('badge')
  await expect(sheet(page).getByText('report to one another in a circle')).toHaveCount(0)
  await expect(count(page, 'tops')).toHaveText('2 at the top')
  await doIt(page, 'Change').first().click()
  await sheet(page).getByLabel('This row').selectOption('put under …')
  await sheet(page)
    .getByLabel(/Under whom/)
    .fill('North')
  await sheet(page)
    .getByRole('button', { name: /Shop manager/ })
    .first()
    .click()
  await expect(count(page, 'tops')).toHaveText('1 at the top')
  await doIt(page, 'Import').click()
  await expect(sheet(page)).toBeHidden()
  await expect(tree(page).getByRole('treeitem')).toHaveCount(5)
  await expect(roleOf(page, 'Owner')).toHaveAttribute('aria-level', '1')
})

test('a table in which nobody seems to lead anybody is an organisation once two columns are said', async ({ page }) => {
  await pick(page, [{ name: 'cards.csv', text: 'Card,Who,Goes to\n11,Ann,\n12,Bo,11\n13,Cy,77\n14,Di,78\n15,Ed,79\n' }])
  await expect(title(page)).toHaveText('cards.csv is a table. Which column says who reports to whom?')
  await expect(doIt(page, 'Import')).toBeDisabled()

  await sheet(page).getByLabel('Person: which column?').selectOption('Card')
  await sheet(page)
    .getByLabel(/Manager: which column/)
    .selectOption('Goes to')
  await expect(count(page, 'people')).toHaveText('5 people')
  await doIt(page, 'Import').click()
  await expect(sheet(page)).toBeHidden()
})

test('and by keyboard alone', async ({ page }) => {
  await pick(page, [MENDED])
  await expect(title(page)).toBeFocused()
  const unit = sheet(page).getByLabel('Unit: which column?')
  for (let i = 0; i < 40 && !(await unit.evaluate((one) => one === document.activeElement)); i++) await page.keyboard.press('Tab')
  await expect(unit).toBeFocused()
  await page.keyboard.press('Home') // “no column”
  await expect(unit).toHaveValue('')
  await expect(sheet(page).getByText('not in this file').first()).toBeVisible()
  await expect(unit).toBeFocused()
  const put = doIt(page, 'Import')
  for (let i = 0; i < 60 && !(await put.evaluate((one) => one === document.activeElement)); i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(tree(page).getByRole('treeitem')).toHaveCount(6)
})

test('two ways that fit are told with their scores, and the other can be taken', async ({ page }) => {
  await pick(page, [STAFF])
  const ways = sheet(page).getByLabel('Who leads whom')
  await expect(ways.locator('option')).not.toHaveCount(1)
  await ways.selectOption({ index: 1 })
  await expect(doIt(page, 'As first read')).toBeVisible()
  await doIt(page, 'As first read').click()
  await expect(count(page, 'people')).toHaveText('10 people')
})

test('cancelled, by button or Escape, nothing has happened and the keyboard is where it was', async ({ page }) => {
  const around = page.getByRole('button', { name: 'Look around' })
  await around.focus()
  await drop(page, [{ name: STAFF.name, text: STAFF.text }])
  await expect(title(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expectAsItWas(page)
  await expect(around).toBeFocused()
  await drop(page, [{ name: STAFF.name, text: STAFF.text }])
  await sheet(page).getByLabel('Unit: which column?').selectOption('')
  await doIt(page, 'Cancel').click()
  await expectAsItWas(page)
})

test('a small clean file opens at once and says what it was read as; change shows how', async ({ page }) => {
  await pick(page, [CLEAN])
  await expect(tree(page).getByRole('treeitem')).toHaveCount(5)
  await expect(notice(page)).toContainText('clean.csv: read as people and their managers, 9 people.')
  await notice(page).getByRole('button', { name: 'Change' }).click()
  await expect(title(page)).toHaveText('clean.csv is a list of people and their managers')
  await sheet(page).getByLabel('Job title: which column?').selectOption('')
  await doIt(page, 'Import').click()
  await expect(tree(page).getByRole('treeitem')).toHaveCount(9)
})

test('what was corrected is remembered for files like it, and nothing of the file is kept', async ({ page }) => {
  await pick(page, [CLEAN])
  await notice(page).getByRole('button', { name: 'Change' }).click()
  await sheet(page).getByLabel('Unit: which column?').selectOption('')
  await sheet(page).getByLabel('Remember for files like this').check()
  await doIt(page, 'Import').click()
  await expect(sheet(page)).toBeHidden()
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  for (const secret of ['Ada', 'Supervisor', 'Employee', 'Cashier']) expect(kept).not.toContain(secret)
  await pick(page, [{ ...CLEAN, name: 'next.csv' }])
  await expect(notice(page)).toContainText('next.csv: read as people and their managers, 9 people. Read as you said the last time.')
})

test('private columns are read only where they are asked for', async ({ page }) => {
  await pick(page, [STAFF])
  await expect(sheet(page).getByText('01.02.1970')).toHaveCount(0)
  await doIt(page, 'Read them after all …').click()
  await sheet(page).getByLabel('Date of birth', { exact: true }).check()
  await expect(sheet(page).getByLabel('Date of birth', { exact: true })).toBeChecked()
  await expect(sheet(page).getByText('01.02.1970').first()).toBeAttached()
})

test('a matrix after the people goes into what is open, as one step that Undo takes back', async ({ page }) => {
  await pick(page, [CLEAN])
  await expect(tree(page).getByRole('treeitem')).toHaveCount(5)
  await drop(page, [MATRIX])
  await expect(title(page)).toHaveText('matrix.csv says who may decide what')
  await expect(sheet(page).getByText('found by title').first()).toBeVisible()
  await expect(sheet(page).getByText('nobody of this name was found')).toBeVisible()
  await expect(sheet(page).getByText('perhaps')).toBeVisible()
  await sheet(page)
    .getByRole('button', { name: /^Add to/ })
    .click()
  await expect(notice(page)).toContainText('powers added.')
  await notice(page).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
})

test('people and matrix at once are two files of one sheet, and one can be put aside', async ({ page }) => {
  await drop(page, [STAFF, MATRIX])
  await expect(doIt(page, 'matrix.csv')).toBeVisible()
  await doIt(page, 'matrix.csv').click()
  await expect(title(page)).toHaveText('matrix.csv says who may decide what')
  await doIt(page, 'Put matrix.csv aside').click()
  await expect(title(page)).toHaveText('staff.csv is a list of people and their managers')
})

test('from people to flags: titles confirmed, a template, the matrix filled in and dropped back', async ({ page }) => {
  await pick(page, [CLEAN])
  await expect(tree(page).getByRole('treeitem')).toHaveCount(5)
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('button', { name: 'Retail' })).toBeDisabled()
  await panel.getByRole('button', { name: 'Yes, Cashier meets customers' }).click()
  await expect(panel.getByRole('button', { name: 'Cashier meets customers: take it back' })).toBeVisible()
  await panel.getByRole('button', { name: 'Retail' }).click()
  await expect(chart(page)).toHaveAccessibleName(/customers on top/)
  const saved = page.waitForEvent('download')
  await panel.getByRole('button', { name: 'Approval matrix to fill in' }).click()
  const text = readFileSync(await (await saved).path(), 'utf8')
  expect(text).toContain('Job title,Refund,Scheduling,Discount,Goodwill')
  const filled = text
    .replace(/^Cashier,+$/m, 'Cashier,20,no,5,no')
    .replace(/^Shop manager,+$/m, 'Shop manager,100,yes,30,25')
    .replace(/^Owner,+$/m, 'Owner,no limit,yes,no limit,no limit')
  await drop(page, [{ name: 'filled.csv', text: filled }])
  await sheet(page)
    .getByRole('button', { name: /^Add to/ })
    .click()
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/Cases get stuck in \d+ place|No case gets stuck|Not known/)
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
})

for (const theme of ['light', 'dark'] as const)
  test(`nothing is in the way of anybody, ${theme}, wide and narrow`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await drop(page, [STAFF, MATRIX])
    await doIt(page, 'Change').first().click()
    const faults = async () =>
      (await new AxeBuilder({ page }).include(SHEET).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((one) => one.html).join(' | ')}`,
      )
    expect(await faults()).toEqual([])
    await doIt(page, 'matrix.csv').click()
    expect(await faults()).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await faults()).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await doIt(page, 'Cancel').click()
    await pick(page, [CLEAN])
    await expect(tree(page).getByRole('treeitem')).toHaveCount(5)
    await page.setViewportSize({ width: 1280, height: 800 })
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
  })

test('a large file says how far it is, and can be left', async ({ page }) => {
  await page.evaluate(() => {
    const line = (i: number) => `${i};${i > 1 ? Math.floor(i / 6) + 1 : ''};Person ${i};Role ${i % 50};Unit ${i % 9}\r\n`
    const parts = ['Employee ID;Manager ID;Name;Job title;Unit\r\n']
    for (let i = 1; i <= 60_000; i++) parts.push(line(i))
    const data = new DataTransfer()
    data.items.add(new File([parts.join('')], 'large.csv'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  })
  await expect(title(page)).toHaveText('large.csv is a list of people and their managers')
  await sheet(page).getByLabel('Unit: which column?').selectOption('')
  await expect(sheet(page).getByRole('progressbar')).toBeVisible()
  await doIt(page, 'Stop').click()
  await expect(sheet(page).getByLabel('Unit: which column?')).toHaveValue('Unit')
  await doIt(page, 'Cancel').click()
  await expectAsItWas(page)
})
