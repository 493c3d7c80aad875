// All totals on one page: opened by a click or a key, read, asked, and put away again; whole at every width; a page like any other for a screen reader.
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { expect, lookAround, start, test } from './page'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const heading = (page: Page): Locator => page.getByRole('heading', { level: 2 })
const all = (page: Page): Locator => page.getByRole('button', { name: 'All totals' })
const risk = (page: Page): Locator => page.locator('#panel [data-total=risk] button')
const chartView = (page: Page) => page.locator('canvas[data-view]').first().getAttribute('data-view')

async function faults(page: Page) {
  const { violations } = await new AxeBuilder({ page }).include('#panel').include('footer').withTags(TAGS).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
}

test('opens over a part of the chart, which stays as it is; asks, goes back, is put away', async ({ page }) => {
  await start(page)
  await lookAround(page)
  const view = await chartView(page)
  await all(page).click()
  await expect(heading(page)).toHaveText('All totals')
  await expect(heading(page)).toBeFocused()
  expect(await chartView(page)).toBe(view)
  await risk(page).click()
  await expect(heading(page)).toHaveText('€14,778 at risk a month')
  await page.keyboard.press('Escape')
  await expect(heading(page)).toHaveText('All totals')
  await expect(risk(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(heading(page)).toHaveText('Cases get stuck in 11 places')
  await expect(all(page)).toBeFocused()
  expect(await chartView(page)).toBe(view)
})

test('by a key alone, to a roadblock and back', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await page.locator('[data-chart-host]').first().focus()
  await page.keyboard.press('t')
  await expect(heading(page)).toBeFocused()
  await expect(heading(page)).toHaveText('All totals')
  const leader = page.locator('#panel').getByRole('button', { name: 'Head of operations', exact: true })
  await leader.focus()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Head of operations')
  await page.keyboard.press('Escape')
  await expect(leader).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is a page like any other for a screen reader, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await start(page)
    await lookAround(page)
    await all(page).click()
    await expect(page.getByRole('table')).toBeVisible()
    expect(await faults(page)).toEqual([])
  })
}

test('on a phone the sheet is tall and nothing of the page is wider than it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await start(page)
  await page.getByRole('button', { name: 'Look around' }).click()
  await page.getByRole('button', { name: 'All findings' }).click()
  await all(page).click()
  await expect(heading(page)).toHaveText('All totals')
  await expect(page.locator('#panel')).toHaveAttribute('data-sheet', 'tall')
  const cut = await page
    .locator('#panel :is(p, li, td, th, h2, h3, table)')
    .evaluateAll((elements) => elements.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.textContent))
  expect(cut).toEqual([])
})
