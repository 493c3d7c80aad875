// The story on the whole screen, by keyboard alone, by clicker, by finger; and the page as it was.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { AMBER, drawn, expect, lookAround, placeOf, SLATE, shareOf, start, still, test, tree } from './page'

const room = (page: Page) => page.getByRole('main', { name: 'Presentation' })
const said = (page: Page) => room(page).getByRole('status')
const picture = (page: Page) => room(page).getByRole('img')
const isFull = (page: Page) => page.evaluate(() => document.fullscreenElement !== null)
const pageView = (page: Page) => page.locator('main canvas[data-view]').first().getAttribute('data-view')
async function present(page: Page) {
  await page.locator('[data-chart-host]').first().focus()
  await page.keyboard.press('p')
  await expect(picture(page)).toHaveAttribute('data-view', /\d/)
}

test('by keyboard alone: into the whole screen, through the story, and back to the page as it was', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await placeOf(page, 'Cashier South') // selected, and the chart moved to it or not
  const unzoomed = await pageView(page)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.locator('[data-chart-host]').first().focus()
  await expect.poll(() => pageView(page)).not.toBe(unzoomed)
  await still(page)
  const before = await pageView(page)
  const heading = await page.getByRole('heading', { level: 2 }).first().textContent()
  await present(page)
  await expect.poll(() => isFull(page)).toBe(true)
  await expect(room(page)).toBeFocused()
  for (const gone of [page.getByRole('banner'), page.getByRole('complementary'), page.getByRole('contentinfo'), tree(page)])
    await expect(gone).toHaveCount(0)
  await expect(said(page)).toContainText('1 of 8, The chart')
  await expect.poll(() => shareOf(page, SLATE)).toBeGreaterThan(0.004)
  for (const step of ['Customers', 'Turn it', 'By distance', 'What gets stuck', 'What gets stuck', 'What gets stuck', 'One case']) {
    await page.keyboard.press('PageDown')
    await expect(said(page)).toContainText(step)
  }
  await expect.poll(() => shareOf(page, AMBER)).toBeGreaterThan(0.02)
  for (const role of [
    'Care team lead, 2 of 4, after 4 h.',
    'Head of operations, 3 of 4, after 24 h.',
    'Managing director, 4 of 4, after 48 h.',
  ]) {
    await page.keyboard.press('PageDown')
    await expect(said(page)).toHaveText(role)
  }
  await page.keyboard.press('p')
  await expect(room(page)).toHaveCount(0)
  await expect.poll(() => isFull(page)).toBe(false)
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(heading as string)
  await expect.poll(() => pageView(page)).toBe(before)
  await expect(page.locator('[data-chart-host]').first()).toBeFocused()
})

test('leaving the whole screen leaves the presentation', async ({ page }) => {
  await start(page)
  await page.getByRole('button', { name: 'Present' }).click()
  await expect.poll(() => isFull(page)).toBe(true)
  await page.evaluate(() => document.exitFullscreen())
  await expect(room(page)).toHaveCount(0)
  await expect(page.getByRole('banner')).toBeVisible()
})

test('where the whole screen is refused it is presented on the page', async ({ page }) => {
  await page.addInitScript(() => {
    Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))
  })
  await start(page)
  await present(page)
  await page.keyboard.press('ArrowRight')
  await expect(said(page)).toContainText('2 of 8, Customers')
  await page.keyboard.press('Escape')
  await expect(room(page)).toHaveCount(0)
})

test('a question mark lists the keys of the room, and putting the list away goes on', async ({ page }) => {
  await start(page)
  await present(page)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog').getByText('Blank the screen, and back')).toBeVisible()
  await expect(page.getByRole('dialog').getByText('Undo')).toHaveCount(0)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(said(page)).toContainText('2 of 8, Customers')
})

test('blank is the colour of the paper, and the next step brings the picture back', async ({ page }) => {
  await start(page)
  await present(page)
  await page.keyboard.press('b')
  await expect(page.locator('[data-blank]')).toHaveCSS('background-color', 'rgb(251, 250, 247)')
  await expect(page.locator('[data-blank]')).toHaveCSS('inset', '0px')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('[data-blank]')).toHaveCount(0)
})

test('everything in the picture is half as large again, and the story has the whole page', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 })
  await start(page)
  await present(page)
  const box = await picture(page).boundingBox()
  expect(box).toMatchObject({ x: 0, y: 0, width: 1920 })
  expect(box?.height).toBeGreaterThan(1015)
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
  await expect(said(page)).toContainText('By distance')
  // A card's second line is 12 units: at 1.4 it is 17 px and more.
  await expect.poll(async () => Number((await picture(page).getAttribute('data-view'))?.split(' ')[0]) * 1.5).toBeGreaterThan(1.38)
  const sizes = await room(page).evaluate((main) =>
    [...main.querySelectorAll<HTMLElement>('button, li span')]
      .filter((one) => one.textContent)
      .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
  )
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(18)
})

test('with motion the turn is turned before the eyes of the room', async ({ page }) => {
  await page.goto('./')
  await drawn(page)
  await present(page)
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowRight')
  const shares = new Set<number>()
  await expect
    .poll(async () => {
      shares.add(await shareOf(page, AMBER))
      return Math.max(...shares)
    })
    .toBeGreaterThan(0.02)
  await expect(said(page)).toContainText('Turn it')
})

for (const [width, height] of [
  [1920, 1080],
  [1280, 800],
  [390, 844],
] as const) {
  test(`nothing is cut at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await start(page)
    await present(page)
    for (let i = 0; i < 11; i++) {
      const outside = await room(page).evaluate((main) =>
        [...main.querySelectorAll<HTMLElement>('button, footer span')]
          .filter((one) => one.offsetWidth > 0 && getComputedStyle(one).opacity !== '0')
          .filter((one) => {
            const { left, right, bottom } = one.getBoundingClientRect()
            return left < 0 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5
          })
          .map((one) => one.textContent),
      )
      expect(outside).toEqual([])
      await page.keyboard.press('ArrowRight')
    }
  })
}

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })
  test('a tap at the right goes on, one at the left back, and there is a way out', async ({ page }) => {
    await start(page)
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await page.getByRole('menuitem', { name: 'Present' }).tap()
    await expect(said(page)).toContainText('1 of 8')
    await page.touchscreen.tap(360, 300)
    await expect(said(page)).toContainText('2 of 8')
    await page.touchscreen.tap(30, 300)
    await expect(said(page)).toContainText('1 of 8')
    for (const button of await room(page).getByRole('button').all()) expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await room(page).getByRole('button', { name: /Leave/ }).tap()
    await expect(room(page)).toHaveCount(0)
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing to complain about, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await start(page)
    await present(page)
    for (const key of ['End', 'n', 'b']) {
      await page.keyboard.press(key)
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)).toEqual([])
    }
  })
}
