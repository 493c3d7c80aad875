import { AMBER, chart, drawn, expect, heldTime, SLATE, shareOf, start, test, tree } from './page'

test('at the first visit the sample stands as it is, asks its question, turns once, and says what it is', async ({ page }) => {
  const time = await heldTime(page)
  await page.goto('./')
  await time.until(() => drawn(page, 100))
  await expect(page.getByRole('heading', { name: 'Where are the customers on this chart?' })).toBeVisible()
  expect(await shareOf(page, SLATE)).toBeGreaterThan(0.005)
  expect(await shareOf(page, AMBER)).toBe(0)
  await time.until(() => expect(page.getByText('Customers go to the top.')).toBeVisible({ timeout: 100 }))
  await expect(page.getByRole('slider')).toBeVisible()
  await time.until(() => expect(page.getByRole('slider')).toHaveCount(0, { timeout: 100 }))
  await expect(page.getByRole('heading', { name: 'An organisation chart, turned so that customers are on top.' })).toBeVisible()
  expect(await shareOf(page, AMBER)).toBeGreaterThan(0.05)
})

test('whoever touches the page first keeps the chart as it is', async ({ page }) => {
  const time = await heldTime(page)
  await page.goto('./')
  await time.until(() => drawn(page, 100))
  await chart(page).click({ position: { x: 30, y: 300 } })
  await time.passes(10_000)
  await expect(page.getByRole('heading', { name: 'Where are the customers on this chart?' })).toBeVisible()
})

test('with reduced motion nothing moves: the sample is turned already', async ({ page }) => {
  await start(page)
  expect(await shareOf(page, AMBER)).toBeGreaterThan(0.05)
  await expect(page.getByRole('button', { name: 'Open a file' }).first()).toBeVisible()
})

test('who does not see the picture has the roles as a tree', async ({ page }) => {
  await start(page)
  await expect(tree(page).getByRole('treeitem')).toHaveCount(12)
  await expect(tree(page).getByRole('treeitem').first()).toHaveAccessibleName(/Managing director, Head office/)
  await expect(chart(page)).toHaveAccessibleName(/customers on top, 12 roles/)
})

test('the chart has seventy per cent of the page with the panel open, and all of it without', async ({ page }) => {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size)
    await start(page)
    const share = async () => {
      const box = (await chart(page).boundingBox())!
      return (box.width * box.height) / (size.width * size.height)
    }
    expect(await share()).toBeGreaterThan(0.69)
    await page.getByRole('button', { name: 'Put the panel away' }).click()
    await expect.poll(async () => (await chart(page).boundingBox())?.width).toBe(size.width)
  }
})

test('light and dark follow the system until somebody chooses', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await start(page)
  const dark = '#14181e'
  await expect.poll(() => shareOf(page, dark)).toBeGreaterThan(0.1)
  await page.getByRole('button', { name: 'Change to light' }).click()
  await expect.poll(() => shareOf(page, '#fbfaf7')).toBeGreaterThan(0.1)
  await expect.poll(() => shareOf(page, dark)).toBe(0)
})
