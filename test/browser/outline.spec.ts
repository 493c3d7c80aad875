// The picture in words, beside it and over it; and at sizes where it cannot all be in the page.
import type { Page } from '@playwright/test'
import { organisation } from '../bench/organisation.mjs'
import { chart, choice, expect, lookAround, pick, roleOf, start, test, tree } from './page'

const outline = (page: Page) => page.getByRole('navigation', { name: 'Outline' })
const host = (page: Page) => page.locator('[data-chart-host]').first()
const focused = (page: Page) => page.locator(':focus')

test.describe('beside the chart', () => {
  test.beforeEach(async ({ page }) => {
    await start(page)
    await lookAround(page)
  })

  test('O opens it with the keyboard in it, Escape goes back to the chart, O puts it away', async ({ page }) => {
    const width = (await chart(page).boundingBox())!.width
    await page.keyboard.press('o')
    await expect(outline(page)).toBeVisible()
    await expect(roleOf(page, 'Managing director')).toBeFocused()
    await expect.poll(async () => (await chart(page).boundingBox())!.width).toBe(width - 260)
    await expect(page.getByRole('complementary')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(host(page)).toBeFocused()
    await page.keyboard.press('o')
    await expect.poll(async () => (await chart(page).boundingBox())!.width).toBe(width)
    await expect(host(page)).toBeFocused()
  })

  test('letters jump to titles, and do nothing else', async ({ page }) => {
    await page.keyboard.press('o')
    await page.keyboard.type('f')
    await expect(page.getByRole('img', { name: /customers on top/ })).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.type('dis')
    await expect(roleOf(page, 'Dispatcher')).toBeFocused()
  })

  test('what is chosen on the chart is chosen in it, and the other way round', async ({ page }) => {
    await page.keyboard.press('o')
    await page.getByRole('button', { name: 'Show the outline' }).isHidden()
    await roleOf(page, 'Dispatcher').click()
    await expect(roleOf(page, 'Dispatcher')).toHaveAttribute('aria-selected', 'true')
    await expect(page.locator('main [style*="translate"]').first()).toBeAttached()
    await expect(page.getByRole('complementary')).toContainText('Dispatcher')
  })

  test('flipped, it has the rows of the flipped chart; conventional, it has not', async ({ page }) => {
    await page.keyboard.press('o')
    await outline(page).getByRole('button', { name: 'By distance' }).click()
    await expect(tree(page).getByRole('treeitem', { name: 'Meet customers, 22 people' })).toHaveAttribute('aria-expanded', 'true')
    await expect(tree(page).getByRole('treeitem', { name: /^Loyalty members, 3,000 customers, 53/ })).toBeVisible()
    await choice(page, 'Conventional').click()
    await expect(outline(page).getByRole('button', { name: 'By distance' })).toHaveCount(0)
    await expect(roleOf(page, 'Managing director')).toHaveAttribute('aria-level', '1')
  })

  test('the keyboard walks to it, through it and out of it', async ({ page }) => {
    await host(page).focus()
    await page.keyboard.press('Shift+Tab')
    await expect(focused(page)).toHaveAttribute('role', 'treeitem')
    await page.keyboard.press('Tab')
    await expect(host(page)).toBeFocused()
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('it lies over the page, and goes when something is chosen or the finger goes elsewhere', async ({ page }) => {
    await start(page)
    await page.getByRole('button', { name: 'Look around' }).tap()
    const open = async () => {
      await page.getByRole('button', { name: 'More', exact: true }).tap()
      await page.getByRole('menuitem', { name: 'Show the outline' }).tap()
      await expect(page.getByRole('button', { name: 'Put the outline away' })).toBeVisible()
    }
    await open()
    await roleOf(page, 'Care team lead').tap()
    await expect(page.getByRole('button', { name: 'Put the outline away' })).toHaveCount(0)
    await expect(roleOf(page, 'Care team lead')).toHaveAttribute('aria-selected', 'true')
    await open()
    await page.touchscreen.tap(370, 400)
    await expect(page.getByRole('button', { name: 'Put the outline away' })).toHaveCount(0)
  })
})

test('a hundred thousand lines are walked from end to end with a page of ordinary size', async ({ page }) => {
  const { name, text } = organisation(100_000)
  await start(page)
  await pick(page, [{ name: `${name}.json`, text }])
  await expect(page.getByRole('img', { name: /100,000 roles/ })).toBeVisible({ timeout: 120_000 })
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  expect(await elements()).toBeLessThan(2000)
  await host(page).focus()
  await page.keyboard.press('o')
  await expect(outline(page).getByRole('treeitem').first()).toBeFocused()
  expect(await elements()).toBeLessThan(2000)
  await page.keyboard.press('End')
  await expect(focused(page)).toHaveAttribute('role', 'treeitem')
  await expect(focused(page)).toBeInViewport()
  const [place, of] = await focused(page).evaluate((line) => [line.getAttribute('aria-posinset'), line.getAttribute('aria-setsize')])
  expect(place).toBe(of)
  expect(await elements()).toBeLessThan(2000)
  await tree(page).evaluate((list) => list.scrollTo({ top: list.scrollHeight / 2 }))
  await expect(focused(page)).toHaveAttribute('role', 'treeitem') // still where it was, though out of sight
  await expect(tree(page).getByRole('treeitem').nth(12)).toBeInViewport()
  expect(await elements()).toBeLessThan(2000)
})
