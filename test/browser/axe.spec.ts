// WCAG 2.2 AA as far as a machine can tell, in each state of the page, light and dark.
import { faults } from './faults'
import { choice, drawn, expect, lookAround, paste, start, test } from './page'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing to complain about, ${colorScheme}`, async ({ page }) => {
    const about = colorScheme === 'light' ? 'everything' : 'colours' // the rest does not change with the light
    await page.emulateMedia({ colorScheme })
    await start(page)
    expect(await faults(page, about), 'first visit').toEqual([])
    await lookAround(page)
    expect(await faults(page, about), 'findings').toEqual([])
    await page.getByRole('button', { name: /Nobody in the line of Business/ }).click()
    expect(await faults(page, about), 'an open card').toEqual([])
    await page.getByRole('button', { name: /Export as SVG/ }).click()
    expect(await faults(page, about), 'an open menu').toEqual([])
    await page.keyboard.press('Escape')
    await choice(page, 'Both').click()
    expect(await faults(page, about), 'both').toEqual([])
    await choice(page, 'Conventional').click()
    expect(await faults(page, about), 'conventional').toEqual([])
    await paste(page, '42')
    await expect(page.getByRole('status')).toContainText('Nothing was opened')
    expect(await faults(page, about), 'a notice').toEqual([])
  })
}

test('nothing to complain about while it turns', async ({ page }) => {
  await page.goto('./')
  await drawn(page)
  await page.keyboard.press('f')
  await page.keyboard.press('Space')
  expect(await faults(page)).toEqual([])
})

test('nothing to complain about on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await start(page)
  expect(await faults(page), 'first visit').toEqual([])
  await page.getByRole('button', { name: 'Look around' }).click()
  expect(await faults(page), 'low sheet').toEqual([])
  await page.getByRole('button', { name: 'All findings' }).click()
  expect(await faults(page), 'tall sheet').toEqual([])
  await page.getByRole('button', { name: 'More', exact: true }).click()
  expect(await faults(page), 'menu').toEqual([])
})
