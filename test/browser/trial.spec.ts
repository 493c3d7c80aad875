// A change is looked at before it is made: by pointing, by keyboard, by ticking. The chart, the strip and the card show what would be.
import { faults } from './faults'
import { expect, lookAround, notice, start, test } from './page'

const PICTURE = 'main canvas[role="img"]'

test.beforeEach(async ({ page }) => {
  await start(page)
  await lookAround(page)
  await page.getByRole('button', { name: /Nobody in the line of Business account manager/ }).click()
})

for (const size of [
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
]) {
  test(`pointing at a change shows what would be, and nothing is changed (${size.width})`, async ({ page }) => {
    await page.setViewportSize(size)
    const route = page.getByRole('checkbox', { name: /straight to Dispatcher/ })
    await route.scrollIntoViewIfNeeded()
    await expect(page.locator(PICTURE)).toHaveAccessibleName(/rows by their distance to the customer$/)
    const [view, place] = [await page.locator(PICTURE).getAttribute('data-view'), await route.boundingBox()]

    await route.hover()
    const strip = page.getByRole('list', { name: 'What becomes of it' })
    await expect(strip.getByRole('listitem')).toHaveText([
      /^56\.0\s%settled on the spot$/,
      /352.*358.*worse · hand-offs/,
      /2,814.*2,862.*worse · waiting/,
      /50.*44.*better · dead ends/,
      /€14,778.*€6,138.*better · at risk a month/,
    ])
    await expect(page.locator(PICTURE)).toHaveAccessibleName(/Only tried out: nothing has been changed$/)
    await expect(page.getByText('More work, for 6 cases that nobody settled before.')).toBeVisible()
    // Neither the chart nor the list has moved, and every total is on the page.
    expect(await page.locator(PICTURE).getAttribute('data-view')).toBe(view)
    expect(await route.boundingBox()).toEqual(place)
    const ends = await strip.getByRole('listitem').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right))
    const zoom = await page.getByRole('button', { name: 'Zoom out' }).boundingBox()
    expect(Math.max(...ends)).toBeLessThanOrEqual(zoom?.x ?? 0)

    await page.mouse.move(300, 400)
    await expect(page.getByRole('list', { name: 'Totals' })).toContainText('352 hand-offs')
    await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
  })
}

test('by keyboard it is shown on the way, ticked, let go by Escape, and made by one key', async ({ page }) => {
  const promise = page.getByRole('checkbox', { name: /promise a date/ })
  await promise.focus()
  const strip = page.getByRole('list', { name: 'What becomes of it' })
  await expect(strip).toContainText('57.0')
  await page.keyboard.press('Tab')
  await expect(strip).toContainText('358')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Make this change' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(strip).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: /straight to Dispatcher/ })).toBeFocused()
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Totals' })).toContainText('358 hand-offs')
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused()
})

test('two that are ticked are tried together, made as one, and one Ctrl+Z takes both back', async ({ page }) => {
  await page.getByRole('checkbox', { name: /promise a date/ }).check()
  await page.getByRole('checkbox', { name: /straight to Dispatcher/ }).check()
  await page.getByRole('button', { name: 'Make these 2 changes' }).click()
  await expect(notice(page)).toContainText('Done.')
  const totals = page.getByRole('list', { name: 'Totals' })
  await expect(totals).toContainText('57.0')
  await page.keyboard.press('Control+z')
  await expect(totals).toContainText('56.0')
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
})

test('a trial is over when its card is left', async ({ page }) => {
  await page.getByRole('checkbox', { name: /straight to Dispatcher/ }).check()
  await expect(page.getByRole('list', { name: 'What becomes of it' })).toBeVisible()
  await page.getByRole('button', { name: /Nobody in the line of Business account manager/ }).click()
  await expect(page.getByRole('list', { name: 'Totals' })).toContainText('352 hand-offs')
})

test('on a phone the first tap shows, the second makes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const route = page.getByRole('checkbox', { name: /straight to Dispatcher/ })
  if (!(await route.isVisible())) {
    await page.getByRole('button', { name: 'All findings' }).click()
    if (!(await route.isVisible())) await page.getByRole('button', { name: /Nobody in the line of Business account manager/ }).click()
  }
  await route.click()
  await expect(page.getByText('First what gets worse')).toBeVisible()
  await page.getByRole('button', { name: 'Make this change' }).click()
  await expect(notice(page)).toContainText('Done.')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing to complain about while something is tried, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.getByRole('checkbox', { name: /straight to Dispatcher/ }).check()
    await expect(page.getByRole('button', { name: 'Make this change' })).toBeVisible()
    expect(await faults(page, colorScheme === 'light' ? 'everything' : 'colours')).toEqual([])
  })
}
