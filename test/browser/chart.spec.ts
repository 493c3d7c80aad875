import type { Page } from '@playwright/test'
import { chart, choice, expect, lookAround, pick, placeOf, roleOf, SMALL, start, still, test, tree, viewOf } from './page'

async function fitAll(page: Page) {
  await page.getByRole('button', { name: /^Zoom .*: fit/ }).click()
  await page.getByRole('menuitem', { name: 'Fit all' }).click()
}

test.beforeEach(async ({ page }) => {
  await start(page)
  await lookAround(page)
})

test('the wheel zooms about the pointer, the fit comes back', async ({ page }) => {
  const fit = await viewOf(page)
  const point = { x: 500, y: 400 }
  const box = (await chart(page).boundingBox())!
  await page.mouse.move(box.x + point.x, box.y + point.y)
  await page.mouse.wheel(0, -300)
  await expect.poll(async () => (await viewOf(page)).kx).toBeGreaterThan(fit.kx * 1.2)
  const near = await still(page)
  expect((point.x - near.x) / near.kx).toBeCloseTo((point.x - fit.x) / fit.kx, 0)
  expect((point.y - near.y) / near.ky).toBeCloseTo((point.y - fit.y) / fit.ky, 0)
  await fitAll(page)
  await expect.poll(() => viewOf(page)).toEqual(fit)
})

test('dragging moves it, and it cannot be lost', async ({ page }) => {
  const fit = await viewOf(page)
  await page.mouse.move(500, 600)
  await page.mouse.down()
  await page.mouse.move(450, 560, { steps: 4 })
  await page.mouse.up()
  const moved = await still(page)
  expect(moved.x - fit.x).toBeCloseTo(-50, 0)
  expect(moved.y - fit.y).toBeCloseTo(-40, 0)
  for (let i = 0; i < 4; i++) {
    await page.mouse.move(1000, 700)
    await page.mouse.down()
    await page.mouse.move(20, 60, { steps: 3 })
    await page.mouse.up()
  }
  const lost = await still(page)
  expect(lost.x).toBeGreaterThan(-1024)
  await page.keyboard.press('Escape')
})

test('the buttons zoom and fit', async ({ page }) => {
  const fit = await viewOf(page)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect.poll(async () => (await viewOf(page)).kx).toBeCloseTo(fit.kx * 1.4, 3)
  await page.getByRole('button', { name: 'Zoom out' }).click()
  await expect.poll(async () => (await viewOf(page)).kx).toBeCloseTo(fit.kx, 3)
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await fitAll(page)
  await expect.poll(() => viewOf(page)).toEqual(fit)
})

test('the other chart is seen whole, however near one had looked', async ({ page }) => {
  await choice(page, 'Conventional').click()
  const whole = await still(page)
  await choice(page, 'Flipped').click()
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Zoom in' }).click()
  await choice(page, 'Conventional').click()
  await expect.poll(() => viewOf(page)).toEqual(whole)
})

test('two fingers zoom it', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
    baseURL: baseURL!,
  })
  const page = await context.newPage()
  await start(page)
  const fit = await viewOf(page)
  const touch = await context.newCDPSession(page)
  const fingers = (gap: number) => [
    { x: 500 - gap, y: 400, id: 0 },
    { x: 500 + gap, y: 400, id: 1 },
  ]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(50) })
  for (const gap of [60, 80, 100]) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(gap) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(async () => (await viewOf(page)).kx).toBeCloseTo(fit.kx * 2, 1)
  await context.close()
})

test('a role that is clicked is selected, and the panel speaks of it alone', async ({ page }) => {
  const place = await placeOf(page, 'Care agent')
  await page.keyboard.press('Escape')
  await page.mouse.click(100, 700) // on paper: nothing is selected
  await expect(roleOf(page, 'Care agent')).toHaveAttribute('aria-selected', 'false')
  await page.mouse.click(place.x, place.y - 30)
  await expect(roleOf(page, 'Care agent')).toHaveAttribute('aria-selected', 'true')
  const panel = page.getByRole('complementary')
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Care agent')
  await page.keyboard.press('Escape')
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Cases get stuck in 11 places')
  await expect(roleOf(page, 'Care agent')).toHaveAttribute('aria-selected', 'false')
})

test('a card that is opened selects its role, and flies there where it is out of sight', async ({ page }) => {
  await page.locator('[data-chart-host]').focus()
  for (let i = 0; i < 6; i++) await page.keyboard.press('+')
  for (let i = 0; i < 6; i++) await page.keyboard.press('Shift+ArrowRight')
  const before = await still(page)
  const card = page.getByRole('button', { name: /Nobody in the line of Business account manager/ })
  await card.click()
  await expect(card).toHaveAttribute('aria-expanded', 'true')
  await expect(roleOf(page, 'Business account manager')).toHaveAttribute('aria-selected', 'true')
  const after = await still(page)
  expect(after).not.toEqual(before)
  await expect(page.getByRole('listitem').filter({ hasText: 'Nobody in the line of Cashier North' })).toBeVisible() // the others stay
  await card.click()
  await expect(roleOf(page, 'Business account manager')).toHaveAttribute('aria-selected', 'false')
})

test('a branch is folded by double click and unfolded by its small control', async ({ page }) => {
  const place = await placeOf(page, 'Head of operations')
  const fit = await viewOf(page)
  await page.mouse.dblclick(place.x, place.y - 20)
  const unfold = page.getByRole('button', { name: 'Unfold Head of operations' })
  await expect(unfold).toBeVisible()
  await expect.poll(() => viewOf(page)).not.toEqual(fit)
  await unfold.click()
  await expect(page.getByRole('button', { name: 'Fold Head of operations' })).toBeVisible()
  await expect.poll(() => viewOf(page)).toEqual(fit)
})

test('a double click on paper zooms in', async ({ page }) => {
  const fit = await viewOf(page)
  await page.mouse.dblclick(80, 700)
  await expect.poll(async () => (await viewOf(page)).kx).toBeCloseTo(fit.kx * 2, 2)
})

test('the tree is walked with arrows; Enter selects; a closed branch is closed', async ({ page }) => {
  await tree(page).getByRole('treeitem').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(roleOf(page, 'Head of sales')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(roleOf(page, 'Head of sales')).toHaveAttribute('aria-expanded', 'false')
  await expect(roleOf(page, 'Cashier North')).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(roleOf(page, 'Store manager North')).toBeFocused()
  await page.keyboard.press('ArrowLeft') // closes it
  await page.keyboard.press('ArrowLeft') // goes to its manager
  await expect(roleOf(page, 'Head of sales')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(1)
})

test('it is crisp, and stays so when the window changes', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
    viewport: { width: 1000, height: 700 },
    baseURL: baseURL!,
  })
  const page = await context.newPage()
  await start(page)
  const density = () => chart(page).evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth)
  expect(await density()).toBe(2)
  const before = await viewOf(page)
  await page.setViewportSize({ width: 800, height: 700 })
  await expect.poll(async () => (await viewOf(page)).kx).toBeLessThan(before.kx)
  expect(await density()).toBe(2)
  await context.close()
})

test('another organisation is fitted, whatever the last one was zoomed to', async ({ page }) => {
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await pick(page, [{ name: 'shop.json', text: SMALL }])
  await expect(tree(page).getByRole('treeitem')).toHaveCount(2)
  const fresh = await still(page)
  await fitAll(page)
  expect(await still(page)).toEqual(fresh)
  await choice(page, 'Conventional').click()
})
