// Every number says where it comes from: by mouse, by keyboard, on a phone; and it is a page like any other for a screen reader.
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, lookAround, start, test } from './page'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const heading = (page: Page): Locator => page.getByRole('heading', { level: 2 })
const bill = (page: Page): Locator => page.getByRole('region', { name: 'What it is made of' })
const total = (page: Page, name: string): Locator => page.getByRole('button', { name: `${name}: why?` })

async function faults(page: Page, about: 'everything' | 'colours' = 'everything') {
  const builder = new AxeBuilder({ page }).include('#panel').include('footer')
  const { violations } = await (about === 'everything' ? builder.withTags(TAGS) : builder.withRules(['color-contrast'])).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

test('a total, its reason, a case of it, and back', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await total(page, '2,814 h waiting').click()
  await expect(heading(page)).toHaveText('2,814 h of waiting a month')
  await expect(bill(page).getByRole('listitem')).toHaveCount(9)
  await bill(page)
    .getByRole('button', { name: /Faulty item, €120 Care agent/ })
    .click()
  await expect(page.getByText('Followed case').first()).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(heading(page)).toHaveText('2,814 h of waiting a month')
  await page.keyboard.press('Escape')
  await expect(heading(page)).toHaveText('Cases get stuck in 11 places')
})

test('the same by keyboard alone', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await total(page, '352 hand-offs').focus()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('352 hand-offs a month')
  await expect(heading(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(bill(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Followed case').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bill(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(heading(page)).toHaveText('Cases get stuck in 11 places')
  await expect(total(page, '352 hand-offs')).toBeFocused()
})

test('the way back leads to the link that was pressed, of those alike; to the card that was open', async ({ page }) => {
  await start(page)
  await page.getByRole('button', { name: 'Look around' }).press('Enter')
  await expect(heading(page)).toBeFocused()
  const card = page.getByRole('button', { name: /Nobody in the line of Business/ })
  await card.press('Enter')
  await page.getByRole('button', { name: 'Follow this case' }).press('Enter')
  await page.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(card).toBeFocused()
  await page.getByRole('treeitem', { name: /^Cashier North/ }).press('Enter')
  const alike = page.locator('#panel').getByRole('button', { name: 'Store manager North' })
  await alike.last().press('Enter')
  await expect(heading(page)).toHaveText('Store manager North')
  await page.keyboard.press('Escape')
  await expect(alike).toHaveCount(2)
  await expect(alike.last()).toBeFocused()
})

test('an open card has its numbers asked', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await page.getByRole('button', { name: /Nobody in the line of Business/ }).click()
  await total(page, '€10,800 at risk a month').click()
  await expect(bill(page)).toContainText('6 × 10 % × €18,000')
  await page.getByText('Rows of the file').click()
  await expect(page.getByText(/Account desk · Business accounts · f8/)).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await page.getByRole('button', { name: 'Follow this case' }).click()
  await expect(page.getByText('Followed case').first()).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing to complain about, ${colorScheme}`, async ({ page }) => {
    const about = colorScheme === 'light' ? 'everything' : 'colours' // the rest does not change with the light
    await page.emulateMedia({ colorScheme })
    await start(page)
    await lookAround(page)
    await page.getByRole('button', { name: /Nobody in the line of Business/ }).click()
    expect(await faults(page, about), 'an open card').toEqual([])
    await total(page, '6 cases, 37.5 % of what it meets').click()
    for (const summary of await page.locator('#panel summary').all()) await summary.click()
    expect(await faults(page, about), 'a finding').toEqual([])
    await total(page, '€14,778 at risk a month').click()
    expect(await faults(page, about), 'a total').toEqual([])
  })
}

test('on a phone a number is as large as a finger', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await start(page)
  await page.getByRole('button', { name: 'Look around' }).click()
  await page.getByRole('button', { name: 'All findings' }).click()
  const [first, below] = [total(page, '352 hand-offs'), total(page, '2,814 h waiting')]
  await first.scrollIntoViewIfNeeded()
  const [a, b] = [(await first.boundingBox())!, (await below.boundingBox())!]
  expect(b.y + b.height / 2 - (a.y + a.height / 2)).toBeGreaterThanOrEqual(43)
  await first.click({ position: { x: 5, y: -8 }, force: true })
  await expect(heading(page)).toHaveText('352 hand-offs a month')
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(sideways).toBe(false)
  expect(await faults(page)).toEqual([])
})
