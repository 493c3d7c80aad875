// What is shown on the chart is chosen in the bar, by mouse or keyboard, and stays chosen.
import type { Page } from '@playwright/test'
import { faults } from './faults'
import { chart, choice, drawn, expect, lookAround, paste, start, still, test } from './page'

const show = (page: Page) => page.getByRole('button', { name: /^Show: / })
const menu = (page: Page) => page.getByRole('menu', { name: /^Show: / })
const shown = (page: Page, name: string) => expect(show(page)).toHaveAccessibleName(`Show: ${name}`)
async function choose(page: Page, name: string) {
  await show(page).click()
  await menu(page)
    .getByRole('menuitemradio')
    .filter({ hasText: new RegExp(`^${name}`) })
    .click()
  await shown(page, name)
}
const picture = async (page: Page) => {
  await still(page)
  return (await chart(page).screenshot()).toString('base64')
}

test('another overlay is another picture on both charts, and the findings come back as they were', async ({ page }) => {
  await start(page)
  await lookAround(page)
  const findings = await picture(page)
  await choose(page, 'Workload')
  await expect(page.locator('[data-live]')).toContainText('The chart shows: Workload.')
  const workload = await picture(page)
  expect(workload).not.toBe(findings)
  await choice(page, 'Conventional').click()
  await shown(page, 'Workload')
  const conventional = await picture(page)
  await choose(page, 'Findings')
  expect(await picture(page)).not.toBe(conventional)
  await choice(page, 'Flipped').click()
  await expect.poll(() => picture(page)).toBe(findings)
})

test('it is in the address, there again after a reload, and says nothing of the file', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await choose(page, 'Pay')
  await expect.poll(() => new URL(page.url()).hash).toContain('show=pay')
  await page.reload()
  await drawn(page)
  await shown(page, 'Pay')
})

test('by keyboard: L opens the list where it stands, arrows and Enter choose, Escape leaves it as it is', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await page.locator('main [tabindex="0"]').first().press('l')
  await expect(menu(page)).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await shown(page, 'Findings')
  await show(page).press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await shown(page, 'Authority gauge')
})

test('what the file says nothing of is not offered, and named', async ({ page }) => {
  await start(page)
  await paste(page, 'Owner\n  Lead\n    Till ×4  settles: refund up to 20  meets: refund of 40 ×60')
  await show(page).click()
  await expect(menu(page).getByRole('menuitemradio').filter({ hasText: /^Pay/ })).toHaveCount(0)
  await expect(menu(page).getByText(/This file says nothing of: .*Pay.*\./)).toBeVisible()
})

test('on a phone it is in the menu', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await start(page)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page
    .getByRole('menuitemradio')
    .filter({ hasText: /^Distance/ })
    .click()
  await expect.poll(() => new URL(page.url()).hash).toContain('show=distance')
})
