// The overview of the whole chart, and the one menu for how much of it is seen.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { choice, expect, lookAround, start, still, test, viewOf } from './page'
import { roleAt } from './places'

const map = (page: Page) => page.getByRole('application', { name: /^Overview/ })
const menu = (page: Page) => page.getByRole('button', { name: /^Zoom .*: fit/ })
async function choose(page: Page, name: string) {
  await menu(page).click()
  await page.getByRole('menu').getByText(name, { exact: true }).click()
}
async function closer(page: Page, times = 3) {
  for (let i = 0; i < times; i++) await page.getByRole('button', { name: 'Zoom in' }).click()
  return still(page)
}

test.beforeEach(async ({ page }) => {
  await start(page)
  await lookAround(page)
})

test('is there while only part of the chart is on the page', async ({ page }) => {
  await expect(map(page)).toBeHidden()
  await closer(page)
  await expect(map(page)).toBeVisible()
  const box = (await map(page).boundingBox())!
  expect(box.width).toBeLessThanOrEqual(190)
  expect(box.height).toBeLessThanOrEqual(120)
  await choose(page, 'Fit all')
  await expect(map(page)).toBeHidden()
})

test('moves the view where it is clicked, dragged, or walked', async ({ page }) => {
  const before = await closer(page)
  const box = (await map(page).boundingBox())!
  await page.mouse.click(box.x + box.width - 10, box.y + box.height - 10)
  const there = await still(page)
  expect(there.x).toBeLessThan(before.x - 100)
  expect(there.y).toBeLessThan(before.y - 100)
  await page.mouse.move(box.x + box.width - 10, box.y + box.height - 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 30, box.y + box.height - 10, { steps: 4 })
  await page.mouse.up()
  const dragged = await still(page)
  expect(dragged.x).toBeGreaterThan(there.x + 100)
  expect(dragged.y).toBeCloseTo(there.y, 0)
  await map(page).focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(async () => (await viewOf(page)).x).toBeLessThan(dragged.x - 100)
})

test('is put away and stays away until it is asked for', async ({ page }) => {
  await closer(page)
  await page.getByRole('button', { name: 'Put the overview away' }).click()
  await expect(map(page)).toHaveCount(0)
  await choice(page, 'Mirror').click()
  await closer(page)
  await expect(map(page)).toHaveCount(0)
  await choose(page, 'Overview')
  await expect(map(page)).toBeVisible()
})

test('is never over the box where the keyboard is', async ({ page }) => {
  await closer(page, 4)
  await page.locator('[data-chart-host]').focus()
  await page.keyboard.press('ArrowRight')
  for (const key of ['PageDown', 'End']) await page.keyboard.press(key)
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Shift+ArrowLeft')
    const at = await roleAt(page, 'disp')
    const box = (await map(page).boundingBox())!
    const isUnder = at.x > box.x && at.x < box.x + box.width && at.y > box.y && at.y < box.y + box.height
    expect(isUnder, JSON.stringify({ at, box })).toBe(false)
  }
})

test('is not there on a narrow page', async ({ page }) => {
  await closer(page)
  await expect(map(page)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(map(page)).toHaveCount(0)
})

test('the menu says how large the chart is, fits it, and folds it to a level', async ({ page }) => {
  const fit = await viewOf(page)
  await expect(menu(page)).toHaveText(`${Math.round(fit.kx * 100)}\u00a0%`)
  await choose(page, '100 %')
  await expect(menu(page)).toHaveText('100\u00a0%')
  await choose(page, 'Fit all')
  await expect.poll(() => viewOf(page)).toEqual(fit)
  await choose(page, 'To 2 layers')
  await page.locator('[data-chart-host]').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-chart-host] > [role=img][aria-roledescription]')).toHaveAttribute('aria-label', /5 roles folded below/)
  await menu(page).click()
  await expect(page.getByRole('menuitemradio', { name: 'To 2 layers' })).toHaveAttribute('aria-checked', 'true')
  await page.getByRole('menuitemradio', { name: 'Unfold all' }).click()
  await expect.poll(() => viewOf(page)).toEqual(fit)
})

test('the selection fills the page', async ({ page }) => {
  const fit = await viewOf(page)
  const { x, y } = await roleAt(page, 'ops')
  await page.mouse.click(x, y)
  await choose(page, 'Fit the selection')
  await expect.poll(async () => (await viewOf(page)).kx).not.toBeCloseTo(fit.kx, 3)
  for (const id of ['ops', 'disp', 'agent']) {
    const at = await roleAt(page, id)
    expect(at.x).toBeGreaterThan(0)
    expect(at.x).toBeLessThan(1024)
    expect(at.y).toBeLessThan(748)
  }
})

test('a machine finds nothing to complain about', async ({ page }) => {
  await closer(page)
  await menu(page).click()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([])
})
