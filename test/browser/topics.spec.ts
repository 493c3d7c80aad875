// What the panel tells of a role, customers, a kind of case, a followed case, a way: by mouse, by keyboard alone, on a phone.
import type { Page } from '@playwright/test'
import { coveredControls, cutControls } from './cut'
import { faults } from './faults'
import { choice, expect, lookAround, roleOf, start, test } from './page'

const panel = (page: Page) => page.getByRole('complementary')
const heading = (page: Page) => panel(page).getByRole('heading', { level: 2 })
const inPanel = (page: Page, name: string | RegExp) => panel(page).getByRole('button', { name })
const select = (page: Page, title: string) => roleOf(page, title).evaluate((item: HTMLElement) => item.click())

/** Each topic once, in the words of the page whatever they are, by what its links ask. */
async function eachTopic(page: Page, look: (topic: string) => Promise<void>) {
  const ask = (what: string) => panel(page).locator(`[data-asks*='${what}']`).first().click()
  await select(page, 'Care agent')
  await look('a role')
  await ask('"kind":"issue","issueType":"faulty"')
  await look('a kind of case')
  await select(page, 'Care agent')
  await ask('"kind":"case","of":{"entry":"agent","issueType":"late"')
  await page.keyboard.press('ArrowRight')
  await look('a followed case')
  await select(page, 'Cashier North')
  await ask('"kind":"case","of":{"entry":"cash-n","issueType":"info"')
  await look('a dead end')
  await ask('"kind":"segment"')
  await look('customers')
  await select(page, 'Head of finance')
  await panel(page).locator('footer button').last().click()
  await page.keyboard.type('till')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('dispatch')
  await look('looking for a role')
  await page.keyboard.press('Enter')
  await look('a way')
}

test('a role leads to a case, the case to customers, and back the same way', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await select(page, 'Care agent')
  await expect(heading(page)).toHaveText('Care agent')
  await expect(panel(page)).toContainText('Refund up to €30 a case')
  await inPanel(page, 'Follow “Faulty item”').click()
  await expect(heading(page)).toHaveText('Faulty item, €40')
  await panel(page).getByRole('combobox', { name: 'Worth' }).selectOption('€120')
  await expect(panel(page)).toContainText('76 hours · €35')
  await inPanel(page, 'Loyalty members').click()
  await expect(heading(page)).toHaveText('Loyalty members')
  await inPanel(page, /^Back/).click()
  await expect(heading(page)).toHaveText('Faulty item, €120')
  await inPanel(page, /^Back/).click()
  await expect(heading(page)).toHaveText('Care agent')
  await inPanel(page, 'Close').click()
  await expect(heading(page)).toHaveText('Cases get stuck in 11 places')
})

test('by keyboard alone: to a case, hand by hand, and back to where one was', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await roleOf(page, 'Care agent').focus()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toHaveText('Care agent')
  const follow = inPanel(page, 'Follow “Faulty item”')
  await follow.focus()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toBeFocused()
  for (const hand of ['Care agent', 'Care team lead']) {
    await page.keyboard.press('ArrowRight')
    await expect(panel(page).locator('[aria-current=step]')).toContainText(hand)
  }
  await page.keyboard.press('ArrowLeft')
  await expect(panel(page).locator('[aria-current=step]')).toContainText('Care agent')
  await page.keyboard.press('Escape')
  await expect(follow).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(heading(page)).toHaveText('Cases get stuck in 11 places')
})

test('letters typed into a picker are no keys of the page', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await select(page, 'Cashier North')
  await inPanel(page, 'Way to another role').click()
  await page.keyboard.type('f')
  await expect(choice(page, 'Flipped')).toHaveAttribute('aria-pressed', 'true')
  await expect(panel(page).getByRole('option', { name: /Head of finance/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(inPanel(page, 'Way to another role')).toBeFocused()
  await expect(heading(page)).toHaveText('Cashier North')
})

test('what settles a case on the spot is chosen and made, and undone', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await select(page, 'Care agent')
  await inPanel(page, 'Follow “Late delivery”').click()
  await panel(page).getByRole('checkbox', { name: 'Let Care agent promise a date' }).check()
  await inPanel(page, 'Make this change').click()
  await expect(panel(page)).toContainText('Settled on the spot')
  await expect(heading(page)).toBeFocused()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(panel(page)).toContainText('2 hand-offs')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing to complain about in any topic, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await start(page)
    await lookAround(page)
    await eachTopic(page, async (topic) => {
      expect(await faults(page, colorScheme === 'light' ? 'everything' : 'colours'), topic).toEqual([])
    })
  })
}

for (const size of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
])
  for (const query of ['', '?lang=pseudo'])
    test(`no topic is cut at ${size.width} × ${size.height}${query && ', with words 40 % longer'}`, async ({ page }) => {
      await page.setViewportSize(size)
      await start(page, query)
      await page.getByRole('button', { name: /^Look around/ }).click()
      await eachTopic(page, async (topic) => {
        expect(await cutControls(page), topic).toEqual([])
        expect(await coveredControls(page), topic).toEqual([])
      })
    })

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a case is followed with the thumb', async ({ page }) => {
    await start(page)
    await page.getByRole('button', { name: 'Look around' }).tap()
    await select(page, 'Care agent')
    await inPanel(page, 'Follow a case').tap()
    await expect(heading(page)).toBeInViewport()
    await expect(panel(page).getByText('Care agent', { exact: true })).toBeInViewport()
    await inPanel(page, 'One hand on').tap()
    await inPanel(page, 'One hand on').tap()
    await expect(panel(page).locator('[aria-current=step]')).toContainText('Care team lead')
    await inPanel(page, 'Make the sheet taller').tap()
    await expect(panel(page).getByRole('combobox', { name: 'Met by' })).toBeVisible()
  })

  test('what a thumb must meet in a topic is large enough for it', async ({ page }) => {
    await start(page)
    await page.getByRole('button', { name: 'Look around' }).tap()
    await eachTopic(page, async (topic) => {
      const small = await panel(page).evaluate((aside) =>
        [...aside.querySelectorAll('button:not([data-asks*=why]), select, input')]
          .filter((one) => one.getBoundingClientRect().height < 44 || one.getBoundingClientRect().width < 24)
          .map((one) => one.getAttribute('aria-label') ?? one.textContent),
      )
      expect(small, topic).toEqual([])
    })
  })
})
