// The picture in one's hands: by keyboard alone, by mouse, by finger.
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { BrowserContext, Page } from '@playwright/test'
import { chart, choice, expect, lookAround, pick, start, still, test, viewOf } from './page'
import { CONVENTIONAL, layoutOf, MIRROR, roleAt, segmentAt } from './places'

const host = (page: Page) => page.locator('[data-chart-host]')
/** What a screen reader is told of the place where the keyboard is. */
const place = (page: Page) => page.locator('[data-chart-host] > [role=img][aria-roledescription]')
const said = (page: Page) => page.getByRole('complementary').getByRole('heading', { level: 2 })
const rings = (page: Page, pane = 0) => page.locator('canvas[data-rings]').nth(pane)
async function press(page: Page, ...keys: readonly string[]) {
  for (const key of keys) await page.keyboard.press(key)
}
async function expectPlace(page: Page, name: RegExp) {
  await expect(place(page)).toHaveAttribute('aria-label', name)
  await expect(host(page)).toHaveAttribute('aria-activedescendant', (await place(page).getAttribute('id')) ?? '')
  await expect(rings(page)).toHaveAttribute('data-rings', /focused/)
}

test('whoever comes with the keyboard finds the picture as it was; the first step goes near', async ({ page }) => {
  await start(page)
  await pick(page, [{ name: 'people-only.json', text: readFileSync('public/samples/people-only.json') }])
  await expect(chart(page)).toHaveAttribute('aria-label', /25 roles/)
  const fitted = await still(page)
  await page.keyboard.press('Tab') // so that the focus that follows is the keyboard's
  await host(page).focus()
  await expect(rings(page)).toHaveAttribute('data-rings', /focused/)
  expect(await still(page)).toEqual(fitted)
  await press(page, 'ArrowRight')
  await expect.poll(async () => (await viewOf(page)).kx).toBeGreaterThan(fitted.kx)
})

test.describe('by keyboard alone', () => {
  test.beforeEach(async ({ page }) => {
    await start(page)
    await lookAround(page)
    await host(page).focus()
  })

  test('arrows go from box to box as they stand, up to the customers too', async ({ page }) => {
    await press(page, 'ArrowRight')
    await expectPlace(page, /^Cashier North, North store, 7 people, Meet customers, 67 cases, 30\s% settled/)
    await press(page, 'ArrowRight', 'ArrowRight')
    await expectPlace(page, /^Business account manager/)
    await press(page, 'ArrowDown')
    await expectPlace(page, /^Head of sales, Sales, One step away/)
    await press(page, 'ArrowUp', 'ArrowUp')
    await expectPlace(page, /^Loyalty members, 3,000 customers/)
    await press(page, 'ArrowLeft', 'ArrowLeft')
    await expectPlace(page, /^Business accounts/)
    await press(page, 'ArrowUp')
    await expectPlace(page, /^Business accounts/) // nothing is above them
    await press(page, 'PageDown', 'End')
    await expectPlace(page, /^Dispatcher/)
    await press(page, 'Home', 'PageUp')
    await expectPlace(page, /^Business account manager/)
  })

  test('in the mirror and on the conventional chart as well', async ({ page }) => {
    await choice(page, 'Mirror').click()
    await host(page).focus()
    await press(page, 'PageUp', 'Home', 'ArrowUp')
    await expectPlace(page, /customers/)
    await choice(page, 'Conventional').click()
    await host(page).focus()
    await press(page, 'PageUp')
    await expectPlace(page, /^Managing director, Head office, Layer 1$/) // no flags are told where none fly
    await press(page, 'ArrowDown', 'ArrowLeft')
    await expectPlace(page, /^Head of sales/)
    await press(page, 'PageDown', 'ArrowDown')
    await expectPlace(page, /customers/)
  })

  test('Enter opens, Enter again follows a case, arrows go from hand to hand, Escape leaves one thing after the other', async ({
    page,
  }) => {
    await press(page, 'ArrowRight', 'Enter')
    await expect(said(page)).toHaveText('Cashier North')
    await expect(rings(page)).toHaveAttribute('data-rings', 'selected focused')
    await press(page, 'Enter')
    await expect(said(page)).not.toHaveText('Cashier North')
    await press(page, 'ArrowRight', 'ArrowRight')
    await expectPlace(page, /^Store manager North/)
    await press(page, 'ArrowLeft')
    await expectPlace(page, /^Cashier North/)
    await press(page, 'Escape')
    await expect(said(page)).toHaveText('Cashier North')
    await press(page, 'Escape')
    await expect(said(page)).toHaveText('Cases get stuck in 11 places')
    await press(page, 'ArrowUp', 'Enter')
    await expect(said(page)).toHaveText('Business accounts')
    await expect(host(page)).toBeFocused()
  })

  test('Space folds, and the ring goes to the box that shows what is folded away', async ({ page }) => {
    await press(page, 'ArrowRight', 'ArrowDown', ' ')
    await expectPlace(page, /^Store manager North.*1 role folded below/)
    await press(page, ' ')
    await expectPlace(page, /^Store manager North, North store, One step away$/)
    await press(page, '[', '[')
    await expectPlace(page, /^Head of sales.*5 roles folded below/)
    await press(page, 'ArrowRight')
    await expect(place(page)).toBeAttached()
    await press(page, ']', ']', 'PageUp', 'Home')
    await expectPlace(page, /^Cashier North/)
  })

  test('Shift and Space unfolds everything below', async ({ page }) => {
    await press(page, '[', '[', 'ArrowRight')
    await expectPlace(page, /^Head of sales.*5 roles/)
    await press(page, 'Shift+ ')
    await page.keyboard.press('PageUp')
    await expectPlace(page, /^Business account manager|^Cashier/)
  })

  test('it comes back to where it was', async ({ page }) => {
    await press(page, 'ArrowRight', 'ArrowRight', 'Tab')
    await expect(place(page)).toHaveCount(0)
    await expect(rings(page)).toHaveAttribute('data-rings', '')
    await press(page, 'Shift+Tab')
    await expectPlace(page, /^Cashier South/)
  })

  test('what is walked to and out of sight is brought into it, clear of the headline', async ({ page }) => {
    await press(page, 'ArrowRight', '+', '+', '+', 'End', 'PageDown')
    await expectPlace(page, /^Dispatcher/)
    const at = await roleAt(page, 'disp')
    const canvas = (await chart(page).boundingBox())!
    expect(at.x).toBeGreaterThan(canvas.x)
    expect(at.x).toBeLessThan(canvas.x + canvas.width)
    expect(at.y).toBeLessThan(canvas.y + canvas.height)
    await press(page, 'PageUp')
    const front = await roleAt(page, 'agent', undefined, [0.5, 0])
    expect(front.y).toBeGreaterThan(canvas.y + 60)
  })

  test('a case that is followed is brought onto the page with all its hands, a stop that is stepped to as well', async ({ page }) => {
    await press(page, 'ArrowRight', 'Enter', '9', '+', '+', '+', 'Enter')
    const canvas = (await chart(page).boundingBox())!
    for (const id of ['cash-n', 'mgr-n', 'sales', 'ceo']) {
      const { x, y } = await roleAt(page, id)
      expect(x > canvas.x && x < canvas.x + canvas.width && y > canvas.y + 60 && y < canvas.y + canvas.height, id).toBe(true)
    }
    await press(page, '+', '+', '+', '+', 'ArrowRight', 'ArrowRight', 'ArrowRight')
    await expectPlace(page, /^Head of sales/)
    const { x, y } = await roleAt(page, 'sales')
    expect(x > canvas.x && x < canvas.x + canvas.width && y > canvas.y + 60 && y < canvas.y + canvas.height).toBe(true)
  })

  test('keys zoom, move and fit', async ({ page }) => {
    const fit = await viewOf(page)
    await press(page, '+')
    await expect.poll(async () => (await viewOf(page)).kx).toBeCloseTo(fit.kx * 1.4, 3)
    const { x } = await still(page)
    await press(page, 'Shift+ArrowLeft')
    await expect.poll(async () => (await viewOf(page)).x).toBeCloseTo(x + 80, 0)
    await press(page, '9')
    await expect.poll(async () => (await viewOf(page)).kx).toBe(1)
    await press(page, '0')
    await expect.poll(() => viewOf(page)).toEqual(fit)
    await press(page, 'ArrowRight', 'Enter', '.')
    await expect.poll(async () => (await viewOf(page)).kx).toBeGreaterThan(fit.kx)
    await press(page, '-', '0')
    await expect.poll(() => viewOf(page)).toEqual(fit)
  })

  test('a machine finds nothing to complain about', async ({ page }) => {
    await press(page, 'ArrowRight')
    const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    const { violations } = await axe.analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual([])
  })
})

test.describe('by mouse', () => {
  test.beforeEach(async ({ page }) => {
    await start(page)
    await lookAround(page)
  })
  const click = async (page: Page, { x, y }: { x: number; y: number }) => page.mouse.click(x, y)

  test('boxes, flags, customers and the numbers of the legend are met', async ({ page }) => {
    await click(page, await roleAt(page, 'lead'))
    await expect(said(page)).toHaveText('Care team lead')
    await click(page, await segmentAt(page, 'Loyalty members'))
    await expect(said(page)).toHaveText('Loyalty members')
    await expect(rings(page)).toHaveAttribute('data-rings', /selected/)
    const flag = await roleAt(page, 'cash-n', undefined, [0.86, -0.35])
    await page.mouse.move(flag.x, flag.y)
    await expect(host(page)).toHaveAttribute('data-over', 'flags')
    await click(page, flag)
    await expect(said(page)).toHaveText('Cashier North')
    const legend = await roleAt(page, 'cfo', undefined, [-2.2, 0.1])
    await page.mouse.move(legend.x, legend.y)
    await expect(host(page)).toHaveAttribute('data-over', 'figure')
    await click(page, legend)
    await expect(said(page)).not.toHaveText('Cashier North')
    await click(page, { x: 60, y: 500 })
    await expect(said(page)).toHaveText('Cases get stuck in 11 places')
  })

  test('the hairline of the conventional chart too', async ({ page }) => {
    await choice(page, 'Conventional').click()
    await click(page, await segmentAt(page, 'Occasional shoppers', layoutOf(CONVENTIONAL)))
    await expect(said(page)).toHaveText('Occasional shoppers')
  })

  test('with Shift a second role asks for the way between the two', async ({ page }) => {
    await click(page, await roleAt(page, 'cash-n'))
    const { x, y } = await roleAt(page, 'disp')
    await page.keyboard.down('Shift')
    await page.mouse.click(x, y)
    await page.keyboard.up('Shift')
    await expect(page.getByRole('complementary')).toContainText('Dispatcher')
    await expect(page.getByRole('complementary')).toContainText('Cashier North')
    await expect(said(page)).not.toHaveText('Dispatcher')
  })

  test('a pointer that rests on a box too small to read is told what it is, and no longer when it moves', async ({ page }) => {
    const tip = page.getByRole('tooltip')
    const readable = await roleAt(page, 'agent')
    await page.mouse.move(readable.x, readable.y)
    await expect(rings(page)).toHaveAttribute('data-rings', 'hovered')
    await choice(page, 'Both').click()
    await host(page).first().focus()
    await press(page, '-', '-', '-')
    const small = await roleAt(page, 'agent', layoutOf(CONVENTIONAL))
    await page.mouse.move(small.x, small.y)
    await expect(tip).toContainText('Care agent')
    await expect(tip).toContainText('8 people')
    await press(page, 'Escape')
    await expect(tip).toHaveCount(0)
    await page.mouse.move(small.x + 3, small.y + 3)
    await expect(tip).toBeVisible()
    await page.mouse.move(small.x + 6, small.y + 3)
    await expect(tip).toHaveCount(0)
  })

  test('beside both the rings are on both, and what is folded is folded in both', async ({ page }) => {
    await choice(page, 'Both').click()
    const at = await roleAt(page, 'ops', layoutOf(CONVENTIONAL))
    await page.mouse.move(at.x, at.y)
    for (const pane of [0, 1]) await expect(rings(page, pane)).toHaveAttribute('data-rings', 'hovered')
    await page.mouse.click(at.x, at.y)
    for (const pane of [0, 1]) await expect(rings(page, pane)).toHaveAttribute('data-rings', 'selected')
    await page.getByRole('button', { name: 'Fold Head of operations' }).first().click()
    await expect(page.getByRole('button', { name: 'Unfold Head of operations' })).toHaveCount(2)
  })

  test('a double click folds a box and zooms the paper', async ({ page }) => {
    const at = await roleAt(page, 'ops')
    await page.mouse.dblclick(at.x, at.y)
    await expect(page.getByRole('button', { name: 'Unfold Head of operations' })).toBeVisible()
    const fit = await still(page)
    await page.mouse.dblclick(60, 600)
    await expect.poll(async () => (await viewOf(page)).kx).toBeCloseTo(fit.kx * 2, 2)
  })

  test('the mirror is met where it stands', async ({ page }) => {
    await choice(page, 'Mirror').click()
    await click(page, await roleAt(page, 'cash-s', layoutOf(MIRROR)))
    await expect(said(page)).toHaveText('Cashier South')
  })
})

test.describe('by finger', () => {
  async function touched(context: BrowserContext) {
    const page = await context.newPage()
    await start(page)
    await lookAround(page)
    const touch = await context.newCDPSession(page)
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: readonly { readonly x: number; readonly y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })) })
    return { page, send }
  }
  test.use({ hasTouch: true, viewport: { width: 1280, height: 800 } })

  test('a tap selects, a second finger asks for nothing', async ({ context }) => {
    const { page, send } = await touched(context)
    const at = await roleAt(page, 'agent')
    await page.touchscreen.tap(at.x, at.y)
    await expect(said(page)).toHaveText('Care agent')
    const other = await roleAt(page, 'lead')
    await send('touchStart', other)
    await send('touchStart', other, { x: other.x + 60, y: other.y })
    await send('touchEnd')
    await expect(said(page)).toHaveText('Care agent')
  })

  test('two taps zoom, a finger moves, two fingers pinch, and the page itself stays where it is', async ({ context }) => {
    const { page, send } = await touched(context)
    const fit = await viewOf(page)
    await page.touchscreen.tap(80, 620)
    await page.touchscreen.tap(80, 620)
    await expect.poll(async () => (await viewOf(page)).kx).toBeCloseTo(fit.kx * 2, 2)
    const near = await still(page)
    await send('touchStart', { x: 500, y: 500 })
    for (const x of [480, 440, 400]) await send('touchMove', { x, y: 480 })
    await send('touchEnd')
    const moved = await still(page)
    expect(moved.x).toBeLessThan(near.x - 60)
    const fingers = (gap: number) => [
      { x: 500 - gap, y: 500 },
      { x: 500 + gap, y: 500 },
    ]
    await send('touchStart', ...fingers(100))
    for (const gap of [90, 70, 50]) await send('touchMove', ...fingers(gap))
    await send('touchEnd')
    await expect.poll(async () => (await viewOf(page)).kx).toBeCloseTo(fit.kx, 1)
    expect(await page.evaluate(() => [scrollX, scrollY, visualViewport?.scale])).toEqual([0, 0, 1])
  })

  test('a finger held on a second role asks for the way between the two', async ({ context }) => {
    const { page, send } = await touched(context)
    const from = await roleAt(page, 'cash-n')
    await page.touchscreen.tap(from.x, from.y)
    await expect(said(page)).toHaveText('Cashier North')
    const to = await roleAt(page, 'lead')
    await send('touchStart', to)
    await expect(said(page)).not.toHaveText('Cashier North')
    await send('touchEnd')
    await expect(page.getByRole('complementary')).toContainText('Care team lead')
    await expect(said(page)).not.toHaveText('Care team lead')
  })
})
