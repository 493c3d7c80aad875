import type { Page } from '@playwright/test'
import { AMBER, choice, drawn, expect, type HeldTime, heldTime, lookAround, SLATE, shareOf, start, test } from './page'

const slider = (page: Page) => page.getByRole('slider', { name: 'Turning' })
const at = async (page: Page) => Number(await slider(page).inputValue())

test.describe('with motion', () => {
  let time: HeldTime
  const gone = async (page: Page) => time.until(() => expect(slider(page)).toHaveCount(0, { timeout: 100 }))
  test.beforeEach(async ({ page }) => {
    time = await heldTime(page)
    await page.goto('./')
    await time.until(() => drawn(page, 100))
    await page.mouse.click(400, 300) // keeps the chart from turning by itself
    await page.keyboard.press('Escape')
  })

  test('F turns it, and F turns it back', async ({ page }) => {
    await page.keyboard.press('f')
    await expect(slider(page)).toBeVisible()
    await gone(page)
    expect(await shareOf(page, AMBER)).toBeGreaterThan(0.05)
    await page.keyboard.press('F')
    await expect(slider(page)).toBeVisible()
    await gone(page)
    expect(await shareOf(page, SLATE)).toBeGreaterThan(0.005)
  })

  test('the switch and the button of the panel turn it too', async ({ page }) => {
    await page.getByRole('button', { name: /Turn it over/ }).click()
    await gone(page)
    expect(await shareOf(page, AMBER)).toBeGreaterThan(0.05)
    await choice(page, 'Conventional').click()
    await gone(page)
    expect(await shareOf(page, SLATE)).toBeGreaterThan(0.005)
    expect(await shareOf(page, AMBER)).toBe(0)
  })

  test('space stops it, the slider goes back and forth, space lets it go on', async ({ page }) => {
    await page.keyboard.press('f')
    await time.passes(400)
    await page.keyboard.press('Space')
    const held = await at(page)
    expect(held).toBeGreaterThan(0)
    expect(held).toBeLessThan(1000)
    await time.passes(1000)
    expect(await at(page)).toBe(held)
    for (const [value, phrase] of [
      ['250', 'Customers go to the top.'],
      ['500', 'Next to them, those who meet them.'],
      ['900', 'Leaders carry it all from below.'],
      ['100', 'Customers go to the top.'],
    ] as const) {
      await slider(page).fill(value)
      await time.until(() => expect(page.getByText(phrase)).toBeVisible({ timeout: 100 }))
      expect(await at(page)).toBe(Number(value))
    }
    await page.keyboard.press('Space')
    await gone(page)
    expect(await shareOf(page, AMBER)).toBeGreaterThan(0.05)
  })

  test('asked back on its way, it goes back from where it is', async ({ page }) => {
    await page.keyboard.press('f')
    await page.keyboard.press('Space')
    await slider(page).fill('600')
    await time.passes(100)
    await page.keyboard.press('f')
    await time.goesOn()
    const values = await page.evaluate(
      () =>
        new Promise<number[]>((done) => {
          const seen: number[] = []
          const look = () => {
            const input = document.querySelector<HTMLInputElement>('input[type=range]')
            if (!input) return done(seen)
            seen.push(Number(input.value))
            requestAnimationFrame(look)
          }
          look()
        }),
    )
    expect(values[0]).toBeLessThanOrEqual(600)
    expect(values).toEqual([...values].sort((a, b) => b - a))
    await expect(page.getByRole('heading', { name: 'Where are the customers on this chart?' })).toBeVisible()
    expect(await shareOf(page, SLATE)).toBeGreaterThan(0.005)
  })

  test('let go at its beginning, the turn has not been', async ({ page }) => {
    await page.keyboard.press('f')
    await page.keyboard.press('Space')
    await slider(page).focus()
    await page.keyboard.press('Home')
    await gone(page)
    await expect(choice(page, 'Conventional')).toHaveAttribute('aria-pressed', 'true')
  })
})

test('with reduced motion one picture fades into the other, and no slider appears', async ({ page }) => {
  await start(page)
  await page.keyboard.press('f')
  await expect(slider(page)).toHaveCount(0)
  await expect.poll(() => shareOf(page, SLATE)).toBeGreaterThan(0.005)
  expect(await shareOf(page, AMBER)).toBe(0)
})

test('mirror and by distance are two orders of one chart', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await expect(choice(page, 'By distance')).toHaveAttribute('aria-pressed', 'true')
  const before = await page.getByRole('img', { name: /by their distance/ }).count()
  expect(before).toBe(1)
  await choice(page, 'Mirror').click()
  await expect(page.getByRole('img', { name: /turned over/ })).toBeVisible()
  await choice(page, 'Conventional').click()
  await expect(choice(page, 'Mirror')).toHaveCount(0)
})

test('both stand side by side with the selection in step', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await choice(page, 'Both').click()
  await expect(page.getByRole('img', { name: /who reports to whom/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /customers on top/ })).toBeVisible()
  await page.getByRole('treeitem', { name: /^Care agent/ }).evaluate((item: HTMLElement) => item.click())
  await expect(page.locator('main [style*="translate"]')).toHaveCount(2)
  await choice(page, 'Flipped').click()
  await expect(page.getByRole('img', { name: /roles/ })).toHaveCount(1)
})
