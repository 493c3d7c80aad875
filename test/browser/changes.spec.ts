import { expect, lookAround, notice, start, test } from './page'

test.beforeEach(async ({ page }) => {
  await start(page)
  await lookAround(page)
})

test('a remedy is chosen and made, its effect is in the totals, and Ctrl+Z takes it back', async ({ page }) => {
  const settled = page.getByRole('listitem').filter({ hasText: 'settled on the spot' })
  await expect(settled).toContainText('56.0')
  await page.getByRole('button', { name: /Care agent meets “Late delivery”/ }).click()
  await page.getByRole('checkbox', { name: 'Let Care agent promise a date' }).check()
  await page.getByRole('button', { name: 'Make this change' }).click()
  await expect(settled).toContainText('72.7')
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Cases get stuck in 10 places')
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(notice(page)).toContainText('Let Care agent promise a date. Done.')
  await expect(page.getByRole('button', { name: 'Undo: Let Care agent promise a date' })).toBeEnabled()

  await page.keyboard.press('Control+z')
  await expect(settled).toContainText('56.0')
  await expect(notice(page)).toBeEmpty()
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeDisabled()
  await page.keyboard.press('Control+Shift+Z')
  await expect(settled).toContainText('72.7')
  await page.getByRole('button', { name: 'Undo: Let Care agent promise a date' }).click()
  await page.getByRole('button', { name: 'Redo: Let Care agent promise a date' }).click()
  await expect(settled).toContainText('72.7')
})

test('what was done can be undone where it is said', async ({ page }) => {
  await page.getByRole('button', { name: /Care agent meets “Late delivery”/ }).click()
  await page.getByRole('checkbox', { name: 'Let Care agent promise a date' }).check()
  await page.getByRole('button', { name: 'Make this change' }).click()
  await notice(page).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Cases get stuck in 11 places')
})

test('the totals are those of the chart on the page', async ({ page }) => {
  const totals = page.getByRole('contentinfo').getByRole('listitem')
  await expect(totals).toHaveText([/56\.0\s%/, '352 hand-offs', /2,814\sh waiting/, '50 dead ends', '€14,778 at risk a month'])
  await page.keyboard.press('f')
  await expect(totals).toHaveText(['30 people', '12 roles', '4 layers', '4.8 people a manager'])
})

test('cards come seven at a time, in order of what is at stake', async ({ page }) => {
  const cards = page.getByRole('complementary').getByRole('list').first().getByRole('listitem')
  await expect(cards).toHaveCount(7)
  await expect(cards.first()).toContainText('€12,240')
  await page.getByRole('button', { name: /more of \d+ cards/ }).click()
  const stakes = (await page.getByRole('complementary').locator('strong').allTextContents()).map((text) =>
    Number(text.replace(/[^\d]/g, '')),
  )
  expect(stakes.length).toBeGreaterThan(7)
  expect(stakes).toEqual([...stakes].sort((a, b) => b - a))
})
