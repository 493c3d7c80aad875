// What somebody decides about findings: accepts them with a reason, sees what is in order, sets what counts as much. All by keyboard too.
import { faults } from './faults'
import { expect, lookAround, notice, pick, start, test } from './page'

const heading = (page: Parameters<typeof start>[0]) => page.getByRole('heading', { level: 2 }).first()
const panel = (page: Parameters<typeof start>[0]) => page.locator('#panel')

test('a finding is accepted with a reason by keyboard alone, kept with the file, and taken back', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await page.getByRole('button', { name: /Nobody in the line of Business/ }).press('Enter')
  await page.getByRole('button', { name: 'Accept, because …' }).press('Enter')
  await expect(page.getByLabel('Because')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Accept, because …' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Dates are promised by the carrier.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Board')
  await page.getByRole('button', { name: 'Accept', exact: true }).press('Enter')
  await expect(heading(page)).toHaveText('Cases get stuck in 10 places')
  await expect(heading(page)).toBeFocused()
  await expect(notice(page)).toContainText('accepted')
  await page.getByText('Accepted (3)').press('Enter')
  await expect(page.getByText('Because Dates are promised by the carrier.')).toBeVisible()
  await page.reload()
  await expect(heading(page)).toHaveText('Cases get stuck in 10 places')
  await page.getByText('Accepted (3)').click()
  await page.getByRole('button', { name: /No longer accept: Nobody in the line/ }).click()
  await expect(page.getByText('Accepted (2)')).toBeVisible()
  await expect(page.getByRole('button', { name: /Nobody in the line of Business/ }).first()).toBeVisible()
})

test('what counts as much: a number is set where the finding is explained, everything is judged again, undo gives it back', async ({
  page,
}) => {
  await start(page)
  await lookAround(page)
  await page.getByRole('button', { name: /Business account manager may give a discount/ }).click()
  await page.getByRole('button', { name: /4 cases, 25.0 % of what it meets: why/ }).click()
  await page.getByRole('button', { name: 'Change what counts as much' }).press('Enter')
  await expect(heading(page)).toHaveText('What counts as much')
  await expect(heading(page)).toBeFocused()
  const field = page.getByRole('textbox', { name: 'High, from this share of a role’s cases' })
  await field.fill('30')
  await field.press('Enter')
  await expect(field).toBeFocused()
  await expect(page.getByText('set in this file, usually 25 %')).toBeVisible()
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await expect(page.getByText('Medium: 25.0 % of its cases.')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('High: 25.0 % of its cases.')).toBeVisible()
})

/** Sixty shops; what the till may do is the same in all of them. */
const SHOPS = JSON.stringify({
  headstand: '1.0',
  organization: { name: 'Sixty shops', currency: 'EUR' },
  coverage: { authority: 'complete' },
  units: Array.from({ length: 60 }, (_, i) => ({ id: `u${i}`, name: `Shop ${i + 1}` })),
  roles: [
    { id: 'boss', title: 'Owner', reportsTo: null },
    ...Array.from({ length: 60 }, (_, i) => ({ id: `till${i}`, title: 'Cashier', unit: `u${i}`, reportsTo: 'boss' })),
  ],
  touchpoints: Array.from({ length: 60 }, (_, i) => ({ id: `t${i}`, unit: `u${i}`, staffedBy: [`till${i}`] })),
  issueTypes: [{ id: 'faulty', name: 'Faulty item', needs: [{ kind: 'exception', policy: 'tag' }] }],
  demand: Array.from({ length: 60 }, (_, i) => ({ touchpoint: `t${i}`, issueType: 'faulty', perPeriod: 10 + i })),
  grants: [{ id: 'boss', role: 'boss', kind: 'exception' }],
})

test('sixty places are one card: what would change it changes all of them, in one step', async ({ page }) => {
  await start(page)
  await pick(page, [{ name: 'shops.json', text: SHOPS }])
  await expect(heading(page)).toHaveText('Cases get stuck in 60 places')
  await page.getByText('Cashier, 60 places').first().click()
  await expect(panel(page).getByRole('region', { name: 'Where' })).toContainText('2,370 cases')
  await page.getByRole('checkbox', { name: /Let Cashier make an exception/ }).click()
  await page.getByRole('button', { name: 'Make this change' }).click()
  await expect(heading(page)).not.toHaveText('Cases get stuck in 60 places')
  await page.keyboard.press('Control+z')
  await expect(heading(page)).toHaveText('Cases get stuck in 60 places')
})

for (const [width, height, colorScheme] of [
  [1280, 800, 'light'],
  [1280, 800, 'dark'],
  [390, 844, 'light'],
] as const) {
  test(`nothing to complain about, ${width} × ${height}, ${colorScheme}`, async ({ page }) => {
    const about = colorScheme === 'light' ? 'everything' : 'colours'
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height })
    await start(page)
    await page.getByRole('button', { name: 'Look around' }).click()
    if (width < 900) await page.getByRole('button', { name: 'All findings' }).click()
    await page.getByText(/What is in order/).click()
    await page.getByText(/The power is there/).click()
    expect(await faults(page, about), 'in order').toEqual([])
    await page.getByRole('button', { name: /Nobody in the line of Business/ }).click()
    await page.getByRole('button', { name: 'Accept, because …' }).click()
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    expect(await faults(page, about), 'accepting').toEqual([])
    await page.getByLabel('Because').fill('So be it.')
    await page.getByRole('button', { name: 'Accept', exact: true }).click()
    await page.getByRole('button', { name: 'Close' }).first().click()
    await page.getByText('Accepted (3)').click()
    expect(await faults(page, about), 'accepted').toEqual([])
    await page.getByRole('button', { name: 'What counts as much' }).click()
    await page.getByRole('textbox', { name: 'High, from this share of a role’s cases' }).fill('500')
    await page.keyboard.press('Enter')
    expect(await faults(page, about), 'what counts as much').toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false)
  })
}
