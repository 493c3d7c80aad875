// Keys: letters only where they can be meant for the chart, and a mouse does not take them away.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { choice, expect, lookAround, roleOf, start, test } from './page'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const host = (page: Page) => page.locator('[data-chart-host]').first()
const isFlipped = (page: Page) => expect(choice(page, 'Flipped')).toHaveAttribute('aria-pressed', 'true')
const isConventional = (page: Page) => expect(choice(page, 'Conventional')).toHaveAttribute('aria-pressed', 'true')

test.beforeEach(async ({ page }) => {
  await start(page)
  await lookAround(page)
})

test('each letter does what the list of keys says', async ({ page }) => {
  await page.keyboard.press('1')
  await isConventional(page)
  await page.keyboard.press('2')
  await isFlipped(page)
  await page.keyboard.press('m')
  await expect(choice(page, 'Mirror')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('3')
  await expect(choice(page, 'Both')).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('f')
  await isConventional(page)
  await page.keyboard.press('o')
  await expect(page.getByRole('button', { name: 'Put the outline away' }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(page.getByRole('combobox')).toBeFocused()
})

test('a letter of another keyboard counts by its place', async ({ page }) => {
  await host(page).focus()
  await page.evaluate(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'а', code: 'KeyF', bubbles: true })))
  await isConventional(page)
})

test('letters are not the page’s while a button, a card or a menu has the keyboard', async ({ page }) => {
  await choice(page, 'Mirror').focus()
  await page.keyboard.press('f')
  await isFlipped(page)
  await page.getByRole('complementary').getByRole('button').first().focus()
  await page.keyboard.press('1')
  await isFlipped(page)
  await page.getByRole('button', { name: /^Show:/ }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('f')
  await isFlipped(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Show:/ })).toBeFocused()
})

test('a mouse on the bar, the strip or a menu leaves the keyboard on the chart', async ({ page }) => {
  await host(page).focus()
  await choice(page, 'Conventional').click()
  await expect(host(page)).toBeFocused()
  await page.keyboard.press('f')
  await isFlipped(page)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(host(page)).toBeFocused()
  await page.getByRole('button', { name: /^Show:/ }).click()
  await expect(page.getByRole('menuitemradio').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(host(page)).toBeFocused()
  await page.keyboard.press('f')
  await isConventional(page)
})

test('the question mark lists the keys in a dialog that gives the keyboard back', async ({ page }) => {
  await host(page).focus()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText('Turn the chart over, and back')).toBeVisible()
  await page.keyboard.press('f') // is for the chart, which has not the keyboard
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(host(page)).toBeFocused()
  await isFlipped(page)
  await page.getByRole('contentinfo').getByRole('button', { name: 'Keys' }).click()
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(host(page)).toBeFocused()
})

test('what changes is said once, politely, and nothing at first', async ({ page }) => {
  const live = page.locator('[data-live]')
  await expect(live).toBeEmpty()
  await page.keyboard.press('f')
  await expect(live).toHaveText('Conventional: by reporting line.')
  await page.keyboard.press('f')
  await expect(live).toHaveText('Flipped: customers on top.')
  await page.keyboard.press('m')
  await expect(live).toHaveText('Rows as in the conventional chart, turned over.')
  await roleOf(page, 'Head of sales').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(live).toHaveText('Head of sales folded: 5 roles put away.')
  await page.keyboard.press('ArrowRight')
  await expect(live).toHaveText('Head of sales unfolded: 5 roles below.')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Home')
  await page.keyboard.type('cash')
  await page.keyboard.press('Enter')
  await expect(live).toContainText('Cashier North, North store, 7 people, 30')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing to complain about in search, outline and dialog, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    const faults = async () => {
      const builder = new AxeBuilder({ page })
      // Only colours change with the light.
      const { violations } = await (colorScheme === 'light' ? builder.withTags(TAGS) : builder.withRules(['color-contrast'])).analyze()
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
    }
    await page.keyboard.press('/')
    await page.keyboard.type('store')
    expect(await faults(), 'search').toEqual([])
    await page.keyboard.type(' xyz')
    expect(await faults(), 'nothing found').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    expect(await faults(), 'outline').toEqual([])
    await page.getByRole('navigation').getByRole('button', { name: 'By distance' }).click()
    expect(await faults(), 'outline by distance').toEqual([])
    await host(page).focus()
    await page.keyboard.press('?')
    expect(await faults(), 'keys').toEqual([])
  })
}
