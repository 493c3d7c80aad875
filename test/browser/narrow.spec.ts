// Small pages, and a language that needs 40 % more room: nothing is cut, nothing scrolls sideways, a thumb finds everything.
import { coveredControls, cutControls } from './cut'
import { AMBER, expect, shareOf, start, test, tree } from './page'

const SIZES = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 640, height: 400 }, // 1280 × 800 at 200 %
  { width: 844, height: 390 },
  { width: 768, height: 1024 },
  { width: 1024, height: 768 },
  { width: 1280, height: 400 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
]
for (const size of SIZES) {
  for (const query of ['', '?lang=pseudo']) {
    test(`no control is cut at ${size.width} × ${size.height}${query && ', with words 40 % longer'}`, async ({ page }) => {
      await page.setViewportSize(size)
      await start(page, query)
      const isWhole = async () => expect([...(await cutControls(page)), ...(await coveredControls(page))]).toEqual([])
      await isWhole()
      await page.keyboard.press('f')
      await isWhole()
      await page.keyboard.press('f')
      await page.getByRole('button', { name: /^Look around/ }).click()
      await isWhole()
      await page.getByRole('complementary').getByRole('list').first().getByRole('button').first().click()
      await isWhole()
    })
  }
}

for (const size of SIZES.filter(({ width }) => width < 1400)) {
  test(`no control of the export is cut at ${size.width} × ${size.height}, with words 40 % longer`, async ({ page }) => {
    await page.setViewportSize(size)
    await start(page, '?lang=pseudo')
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('img')).toHaveAttribute('data-painted', /./)
    expect(await cutControls(page)).toEqual([])
    await dialog.getByRole('radio', { name: /PDF/ }).check()
    await dialog.getByRole('button', { name: /^Poster/ }).click()
    await expect(dialog.getByRole('navigation')).toBeVisible()
    expect(await cutControls(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test.beforeEach(({ page }) => start(page))

  test('the panel is a sheet from below with the first card, and grows to all of them', async ({ page }) => {
    await page.getByRole('button', { name: 'Look around' }).tap()
    const sheet = page.getByRole('complementary')
    const top = async () => (await sheet.boundingBox())!.y
    const low = await top()
    expect(low).toBeGreaterThan(450)
    await expect(sheet.getByRole('list').first().getByRole('listitem')).toHaveCount(1)
    await page.getByRole('button', { name: 'All findings' }).tap()
    await expect.poll(top).toBeLessThan(300)
    await expect(sheet.getByText('€14,778')).toBeAttached()
    await page.getByRole('button', { name: 'Show the chart' }).tap()
    await expect.poll(top).toBe(low)
  })

  test('the sheet is drawn up and down by its edge', async ({ page }) => {
    await page.getByRole('button', { name: 'Look around' }).tap()
    const sheet = page.getByRole('complementary')
    const top = async () => (await sheet.boundingBox())!.y
    const low = await top()
    const draw = async (by: number) => {
      const y = (await top()) + 12
      await page.mouse.move(195, y)
      await page.mouse.down()
      await page.mouse.move(195, y + by / 2)
      await page.mouse.move(195, y + by)
      await page.mouse.up()
    }
    await draw(-120)
    await expect.poll(top).toBeLessThan(300)
    await draw(120)
    await expect.poll(top).toBe(low)
    await page.getByRole('button', { name: 'Make the sheet taller' }).press('Enter')
    await expect.poll(top).toBeLessThan(300)
  })

  test('the whole chart is fitted, folded and unfolded from the menu', async ({ page }) => {
    const choose = async (role: 'menuitem' | 'menuitemradio', name: string) => {
      await page.getByRole('button', { name: 'More', exact: true }).tap()
      await page.getByRole(role, { name }).tap()
    }
    await choose('menuitemradio', 'To 2 layers')
    await expect(page.getByRole('treeitem', { name: /^Head of sales/ })).toHaveAttribute('aria-expanded', 'false')
    await choose('menuitemradio', 'Unfold all')
    await expect(page.getByRole('treeitem', { name: /^Head of sales/ })).toHaveAttribute('aria-expanded', 'true')
    await choose('menuitem', 'Fit all')
    await expect(page.getByRole('menu')).toHaveCount(0)
  })

  test('everything that is a switch elsewhere is in one menu', async ({ page }) => {
    await page.getByRole('button', { name: 'More', exact: true }).tap()
    await expect(page.getByRole('menuitem', { name: 'Open a file' })).toBeVisible()
    await page.getByRole('menuitemradio', { name: 'Mirror' }).tap()
    await expect(page.getByRole('img', { name: /turned over/ })).toBeVisible()
  })

  test('the turn has a button of its own', async ({ page }) => {
    await page.getByRole('banner').getByRole('button', { name: 'Turn it back' }).tap()
    await expect(page.getByRole('heading', { name: 'Where are the customers on this chart?' })).toBeVisible()
    expect(await shareOf(page, AMBER)).toBe(0)
    await page
      .getByRole('button', { name: /Turn it over/ })
      .first()
      .tap()
    await expect.poll(() => shareOf(page, AMBER)).toBeGreaterThan(0.02)
  })

  test('what a thumb must meet is large enough for it', async ({ page }) => {
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('header button, aside button')]
        .map((button) => ({ box: button.getBoundingClientRect(), name: button.getAttribute('aria-label') ?? button.textContent }))
        .filter(({ box }) => box.height < 44)
        .map(({ name }) => name),
    )
    expect(small).toEqual([])
    await expect(tree(page).getByRole('treeitem')).toHaveCount(12)
  })
})
