// What opens over the states of states.spec.ts for a moment: a card, a menu, the turn itself.
import { faults } from './faults'
import { drawn, expect, lookAround, start, test } from './page'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`nothing to complain about, ${colorScheme}`, () => {
    const about = colorScheme === 'light' ? 'everything' : 'colours' // the rest does not change with the light
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await start(page)
      await lookAround(page)
    })

    test('in an open card', async ({ page }) => {
      await page.getByRole('button', { name: /Nobody in the line of Business/ }).click()
      expect(await faults(page, about)).toEqual([])
    })

    test('in an open menu', async ({ page }) => {
      await page.getByRole('button', { name: /^Show:/ }).click()
      expect(await faults(page, about)).toEqual([])
    })

    test('in the export dialog', async ({ page }) => {
      await page.getByRole('button', { name: /^Export/ }).click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('img')).toHaveAttribute('data-painted', /./)
      await dialog.getByRole('radio', { name: /PNG/ }).check()
      await dialog.getByLabel('What', { exact: true }).selectOption('One branch')
      expect(await faults(page, about)).toEqual([])
      await dialog.getByRole('radio', { name: /one page/ }).check()
      await expect(dialog.getByRole('article')).toBeVisible()
      expect(await faults(page, about)).toEqual([])
    })
  })
}

test('nothing to complain about while it turns', async ({ page }) => {
  await page.goto('./')
  await drawn(page)
  await page.locator('main [tabindex="0"]').first().press('f')
  await page.keyboard.press('Space')
  await expect(page.getByRole('slider', { name: 'Turning' })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('nothing to complain about in the export dialog of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await start(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Export' }).click()
  await expect(page.getByRole('dialog').getByRole('img')).toHaveAttribute('data-painted', /./)
  expect(await faults(page)).toEqual([])
})

test('nothing to complain about in the menu of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await start(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  expect(await faults(page)).toEqual([])
})
