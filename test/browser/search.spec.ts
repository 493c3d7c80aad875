// Finding a role with the keyboard, and seeing it on the chart.
import type { Page } from '@playwright/test'
import { expect, lookAround, pick, roleOf, start, still, test } from './page'

const field = (page: Page) => page.getByRole('combobox', { name: /Find a role/ })
const options = (page: Page) => page.getByRole('option')
const host = (page: Page) => page.locator('[data-chart-host]').first()

test.describe('on a page with room', () => {
  test.beforeEach(async ({ page }) => {
    await start(page)
    await lookAround(page)
  })

  test('the slash goes there, arrows walk what was found, Enter chooses it and gives the keyboard to the chart', async ({ page }) => {
    await page.keyboard.press('/')
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('store')
    await expect(options(page).first()).toContainText('Store manager North')
    await expect(options(page).first().locator('mark').first()).toHaveText('Store')
    await page.keyboard.press('ArrowDown')
    await expect(options(page).nth(1)).toHaveAttribute('aria-selected', 'true')
    await expect(field(page)).toHaveAttribute('aria-activedescendant', (await options(page).nth(1).getAttribute('id')) as string)
    await expect(page.locator('[data-live]')).toHaveText('5 found')
    await page.keyboard.press('Enter')
    await expect(options(page)).toHaveCount(0)
    await expect(roleOf(page, 'Store manager South')).toHaveAttribute('aria-selected', 'true')
    await expect(host(page)).toBeFocused()
    await expect(page.locator('[data-live]')).toContainText('Store manager South')
  })

  test('Escape first clears, then goes to the chart', async ({ page }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('care')
    await expect(options(page)).toHaveCount(2)
    await page.keyboard.press('Escape')
    await expect(field(page)).toHaveValue('')
    await expect(field(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(host(page)).toBeFocused()
  })

  test('what is not there is said, and letters are only letters in it', async ({ page }) => {
    await page.keyboard.press('/')
    await page.keyboard.type('fob/?')
    await expect(page.getByText('Nothing here is called “fob/?”.')).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('img', { name: /customers on top/ })).toBeVisible()
    await expect(page.locator('[data-live]')).toHaveText('Nothing found')
  })

  test('customers and kinds of case are found too, with the mouse as well', async ({ page }) => {
    await field(page).click()
    await page.keyboard.type('late deliv')
    await options(page).filter({ hasText: 'Kind of case' }).click()
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toContainText('Late delivery')
    await page.keyboard.press('/')
    await page.keyboard.type('loyalty')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toContainText('Loyalty members')
  })

  test('what is folded away is unfolded', async ({ page }) => {
    await roleOf(page, 'Head of operations').focus()
    await page.keyboard.press('ArrowLeft')
    await expect(roleOf(page, 'Care agent')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.keyboard.type('care team lead')
    await page.keyboard.press('Enter')
    await expect(roleOf(page, 'Care team lead')).toHaveAttribute('aria-selected', 'true')
    await expect(page.getByRole('button', { name: 'Fold Care team lead' })).toBeInViewport()
  })

  test('a role out of sight is flown to', async ({ page }) => {
    await host(page).focus()
    for (let i = 0; i < 6; i++) await page.keyboard.press('+')
    const before = await still(page)
    await page.keyboard.press('/')
    await page.keyboard.type('finance')
    await page.keyboard.press('Enter')
    await expect.poll(() => still(page)).not.toEqual(before)
  })
})

test('more than a dozen are counted, not listed; one of a stack is taken out of it', async ({ page }) => {
  await start(page)
  const clerks = Array.from({ length: 40 }, (_, i) => ({ id: `c${i}`, title: 'Cléŕk', reportsTo: 'top' }))
  await pick(page, [{ name: 'office.json', text: JSON.stringify({ headstand: '1.0', roles: [{ id: 'top', title: 'Head' }, ...clerks] }) }])
  await expect(page.getByRole('img', { name: /41 roles/ })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type('clerk')
  await expect(options(page)).toHaveCount(12)
  await expect(page.getByText('28 more.')).toBeVisible()
  await page.keyboard.press('ArrowUp') // round to the last
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { selected: true })).toHaveAttribute('data-role', 'c11')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a button opens it over the bar, and it closes when something is chosen or the finger goes elsewhere', async ({ page }) => {
    await start(page)
    await page.getByRole('button', { name: 'Look around' }).tap()
    await page.getByRole('button', { name: 'Find a role' }).tap()
    await expect(field(page)).toBeFocused()
    await page.keyboard.type('dispat')
    await options(page).first().tap()
    await expect(field(page)).toHaveCount(0)
    await expect(roleOf(page, 'Dispatcher')).toHaveAttribute('aria-selected', 'true')
    await page.getByRole('button', { name: 'Find a role' }).tap()
    await page.getByRole('button', { name: 'Close the search' }).tap()
    await expect(field(page)).toHaveCount(0)
  })
})
