// Every state of the page, designed or not: nothing to complain about, nothing cut, nothing under something else, nothing on the console.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { coveredControls, cutControls } from './cut'
import { faults } from './faults'
import { chart, choice, drawn, expect, notice, paste, roleOf, start, test, tree } from './page'

const PEOPLE = readFileSync('fixtures/nested-children.json', 'utf8')
const FERRY = readFileSync('public/samples/people-only.json', 'utf8')
/** Whatever comes may be settled where it comes. */
const CONTENT =
  'Owner\n  Shop lead\n    Till ×4  settles: refund up to 500, exchange  meets: refund of 40 ×60, exchange ×20\n    Counter  settles: exchange  meets: exchange ×30'
const MENDED = JSON.stringify({
  headstand: '1.0',
  organization: { name: 'Corner shop' },
  roles: [
    { id: 'a', title: 'Top' },
    { id: 'b', title: 'Clerk', reportsTo: 'nobody-of-that-name' },
    { id: 'c', title: 'Porter', reportsTo: 'a', headcount: -3 },
  ],
})
/** Who may decide is not in it. */
const HALF = JSON.stringify({
  headstand: '1.0',
  roles: [
    { id: 'a', title: 'Top' },
    { id: 'b', title: 'Clerk', reportsTo: 'a' },
  ],
  touchpoints: [{ id: 't', name: 'Desk', staffedBy: ['b'] }],
  issueTypes: [{ id: 'i', name: 'Faulty', needs: [{ kind: 'refund' }] }],
  demand: [{ touchpoint: 't', issueType: 'i', perPeriod: 10 }],
})

const heading = (page: Page) => page.getByRole('complementary').getByRole('heading', { level: 2 })
const panel = (page: Page) => page.getByRole('complementary')
const sign = (page: Page) => page.getByRole('main').getByRole('button', { name: /note.* on the file/ })

/** The key is the chart's own. */
const turn = (page: Page) => page.locator('main [tabindex="0"]').first().press('f')

/** The sample does not come; nothing else is open. */
async function startEmpty(page: Page) {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.route('**/samples/*.json', (route) => route.fulfill({ body: '42' }))
  await page.goto('./')
  await expect(heading(page)).toHaveText('Nothing is open yet')
}
/** Whoever reads a file from now on reads for ever. */
/** What is read where it can be held: more than is read at once. */
const HELD = `${CONTENT}${'\n'.repeat(700_000)}`
async function holdReading(page: Page) {
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => {}
  })
}
/** On a narrow page the rest of the panel is drawn up. */
async function drawUp(page: Page) {
  const more = panel(page).getByRole('button', { name: /^(What to add|What would tell more|All findings)$/ })
  if (await more.isVisible()) await more.click()
}

const STATES: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
  { name: 'first visit', reach: (page) => start(page) },
  {
    name: 'the question',
    async reach(page) {
      await start(page)
      await turn(page)
      await expect(heading(page)).toHaveText('Where are the customers on this chart?')
    },
  },
  {
    name: 'findings',
    async reach(page) {
      await start(page)
      await page.getByRole('button', { name: 'Look around' }).click()
      await drawUp(page)
    },
  },
  {
    name: 'a role told of',
    async reach(page) {
      await start(page)
      await roleOf(page, 'Care agent').evaluate((item: HTMLElement) => item.click())
      await expect(heading(page)).toHaveText('Care agent')
    },
  },
  {
    name: 'people only, as it stands',
    async reach(page) {
      await start(page)
      await paste(page, FERRY)
      await turn(page)
      await expect(page.getByText('The file does not say who meets customers.')).toBeVisible()
    },
  },
  {
    name: 'people only, turned over',
    async reach(page) {
      await start(page)
      await paste(page, FERRY)
      await expect(heading(page)).toHaveText('Who meets customers is not in this file')
    },
  },
  {
    name: 'people only, being filled in',
    async reach(page) {
      await start(page)
      await paste(page, FERRY)
      await expect(heading(page)).toHaveText('Who meets customers is not in this file')
      await drawUp(page)
      await page.getByRole('button', { name: 'Fill it in here' }).click()
      await expect(page.getByRole('textbox', { name: /as an outline/ })).toBeVisible()
    },
  },
  {
    name: 'nothing found',
    async reach(page) {
      await start(page)
      await paste(page, CONTENT)
      await expect(heading(page)).toHaveText('No case gets stuck')
      await drawUp(page)
    },
  },
  {
    name: 'not known',
    async reach(page) {
      await start(page)
      await paste(page, HALF)
      await expect(heading(page)).toHaveText('Not known where cases get stuck')
      await drawUp(page)
    },
  },
  { name: 'empty', reach: startEmpty },
  {
    name: 'reading',
    async reach(page) {
      await start(page)
      await holdReading(page)
      await paste(page, HELD)
      await expect(page.getByRole('progressbar')).toBeVisible()
      await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {}))))
    },
  },
  {
    name: 'diagnostics open',
    async reach(page) {
      await start(page)
      await paste(page, MENDED)
      await sign(page).click()
      await expect(panel(page).getByText(/nobody-of-that-name/)).toBeVisible()
    },
  },
  {
    name: 'nothing was opened',
    async reach(page) {
      await start(page)
      await paste(page, '42')
      await expect(notice(page)).toContainText('Nothing was opened')
    },
  },
  {
    name: 'both',
    async reach(page) {
      await start(page)
      const both = choice(page, 'Both')
      if (!(await both.isVisible())) {
        await page.getByRole('button', { name: 'More', exact: true }).click()
        await page.getByRole('menuitemradio', { name: 'Both' }).click()
      } else await both.click()
    },
  },
  {
    name: 'something held over it',
    async reach(page) {
      await start(page)
      await page.evaluate(() => {
        document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }))
      })
      await expect(page.getByText('Drop it anywhere')).toBeVisible()
    },
  },
]

const SIZES = [
  { width: 390, height: 844, isLooked: true },
  { width: 640, height: 400, isLooked: false }, // 1280 × 800 at 200 %: the parts of the phone beside one another, in the same colours
  { width: 1280, height: 800, isLooked: true },
]

for (const { name, reach } of STATES) {
  for (const { isLooked, ...viewport } of SIZES) {
    test(`${name}: whole at ${viewport.width} × ${viewport.height}, light, dark and in forced colours`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await reach(page)
      expect(await cutControls(page)).toEqual([])
      if (name !== 'something held over it' && name !== 'nothing was opened' && name !== 'reading')
        expect(await coveredControls(page)).toEqual([])
      if (isLooked) expect(await faults(page)).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
      if (isLooked) expect(await faults(page, 'colours')).toEqual([])
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
      expect(await cutControls(page)).toEqual([])
    })
  }
}

test('at the first visit, and after a file, nothing has taken the keyboard', async ({ page }) => {
  await start(page)
  await expect(page.locator('body')).toBeFocused()
  await paste(page, PEOPLE)
  await expect(tree(page).getByRole('treeitem')).toHaveCount(5)
  await expect(page.locator('body')).toBeFocused()
})

test.describe('people only', () => {
  test('says what is not known and what to add, with roles of this organisation', async ({ page }) => {
    await start(page)
    await paste(page, PEOPLE)
    await expect(heading(page)).toHaveText('Who meets customers is not in this file')
    await expect(panel(page).locator('h3:has-text("What to add next") + ol > li')).toHaveText([
      /Who meets customers.*row by row.*Year tutor {2}meets: late delivery/,
      /What customers bring, and how often.*Year tutor {2}meets:.*×60/,
      /Who may decide.*Deputy head {2}settles: late delivery/,
    ])
  })

  test('is copied as an outline, which pasted back is the same organisation', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await start(page)
    await paste(page, PEOPLE)
    await panel(page).getByRole('button', { name: 'Copy as an outline to fill in' }).click()
    await expect(panel(page).getByText(/Copied: 5 roles, one a line\./)).toBeVisible()
    await expect(panel(page).getByText(/It leaves out the names of people\./)).toBeVisible()
    const outline = await page.evaluate(() => navigator.clipboard.readText())
    expect(outline).toBe('Head teacher\n  Deputy head\n    Year tutor ×2\n  Bursar\n  Caretaker\n')
    await paste(page, outline.replace('Year tutor ×2', 'Year tutor ×2  meets: late bus ×30'))
    await expect(heading(page)).toHaveText('Cases get stuck in 1 place')
    await expect(tree(page).getByRole('treeitem')).toHaveCount(5)
  })

  test('is filled in on the page where copying is not allowed', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('not allowed')) } })
    })
    await start(page)
    await paste(page, PEOPLE)
    await panel(page).getByRole('button', { name: 'Copy as an outline to fill in' }).click()
    const text = page.getByRole('textbox', { name: /as an outline/ })
    await expect(text).toHaveValue(/^Head teacher\n {2}Deputy head\n/)
    await text.fill('Head teacher  settles: late bus\n  Year tutor  meets: late bus ×30')
    await page.getByRole('button', { name: 'Draw it' }).click()
    await expect(heading(page)).toHaveText(/Cases get stuck in 1 place|No case gets stuck/)
    await expect(tree(page).getByRole('treeitem')).toHaveCount(2)
  })
})

test('where nothing is found it says what was looked at, what was not, and what to ask next', async ({ page }) => {
  await start(page)
  await paste(page, CONTENT)
  await expect(panel(page).getByText('Looked at: 2 kinds of case, at the 2 roles that meet customers, 110 cases a month.')).toBeVisible()
  await expect(panel(page).getByText('All of them are settled where they arrive.')).toBeVisible()
  await expect(panel(page).getByText(/Not looked at: who may say sorry\./)).toBeVisible()
  await expect(panel(page).getByText('How long each role takes to answer')).toBeVisible()
})

test('what is not known is never said to be fine, and the question that would tell leads to its role', async ({ page }) => {
  await start(page)
  await paste(page, HALF)
  await expect(heading(page)).toHaveText('Not known where cases get stuck')
  await panel(page).getByRole('button', { name: 'What may Clerk decide?' }).click()
  await expect(heading(page)).toHaveText('Clerk')
})

test.describe('with nothing open', () => {
  test.beforeEach(({ page }) => startEmpty(page))

  test('there are three ways to something, and no black page', async ({ page }) => {
    await expect(page.getByRole('main').getByText('Drop a file anywhere')).toBeVisible()
    await expect(chart(page)).toBeHidden()
    await page.getByText('Or type an outline').click()
    await page.getByRole('button', { name: 'Draw it' }).click()
    await drawn(page)
    await expect(tree(page).getByRole('treeitem')).toHaveCount(3)
  })

  test('an outline can be pasted, and a sample looked at', async ({ page }) => {
    await page.unroute('**/samples/*.json')
    await panel(page).getByRole('button', { name: 'An approval ladder' }).click()
    await drawn(page)
    await paste(page, CONTENT)
    await expect(tree(page).getByRole('treeitem')).toHaveCount(4)
  })
})

test('cancelling leaves the chart, and the keyboard where it was', async ({ page }) => {
  await start(page)
  await holdReading(page)
  const open = page.getByRole('button', { name: 'Look around' })
  await open.focus()
  await paste(page, HELD)
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(open).toBeFocused()
  await expect(chart(page)).toHaveAccessibleName(/Pinfold/)
})

test.describe('while there is something to know about the file', () => {
  test('a sign on the chart says so in every state, and leads the keyboard to the list, the gravest first', async ({ page }) => {
    await start(page)
    await paste(page, MENDED)
    await expect(sign(page)).toHaveText('3')
    await turn(page)
    await expect(sign(page)).toBeVisible()
    await choice(page, 'Both').click()
    await expect(sign(page)).toBeVisible()
    await sign(page).press('Enter')
    await expect(panel(page).getByText('3 things to know about this file')).toBeFocused()
    await expect(panel(page).getByRole('heading', { level: 3, name: /Mended|Good to know/ })).toHaveText([
      'Mended, or taken as not known: 2',
      'Good to know: 1',
    ])
    await page.keyboard.press('Enter')
    await expect(panel(page).getByText(/nobody-of-that-name/)).toBeHidden()
  })

  test('there is none without', async ({ page }) => {
    await start(page)
    await expect(sign(page)).toHaveCount(0)
  })
})

test('in forced colours what is chosen is told by more than its ground, and the picture keeps its colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await start(page)
  const look = (name: string) =>
    choice(page, name).evaluate((button) => {
      const { borderColor, color, backgroundColor } = getComputedStyle(button)
      return { borderColor, color, backgroundColor }
    })
  const [chosen, other] = [await look('Flipped'), await look('Conventional')]
  expect(chosen.borderColor).not.toBe(other.borderColor)
  expect(chosen.color).not.toBe(other.color)
  await expect(chart(page)).toHaveCSS('forced-color-adjust', 'none')
})

test('a page that asks for more contrast gets darker lines', async ({ page }) => {
  await start(page)
  const line = () => page.locator('aside').evaluate((aside) => getComputedStyle(aside).borderInlineStartColor)
  const before = await line()
  await page.emulateMedia({ contrast: 'more' })
  expect(await line()).not.toBe(before)
})
