import { readFileSync } from 'node:fs'
import { chart, drop, expect, lookAround, notice, paste, pick, roleOf, SMALL, start, still, test, tree, viewOf } from './page'

const OUTLINE = 'Managing director\n  Service lead\n    Agent   meets: refund\n'
/** The organisation that was there is there. */
async function expectAsItWas(page: import('@playwright/test').Page) {
  await expect(tree(page).getByRole('treeitem')).toHaveCount(12)
  await expect(chart(page)).toHaveAccessibleName(/Pinfold/)
}

test.beforeEach(({ page }) => start(page))

test('a file can be picked', async ({ page }) => {
  await pick(page, [{ name: 'shop.json', text: SMALL }])
  await expect(tree(page).getByRole('treeitem')).toHaveCount(2)
  await expect(page).toHaveTitle(/Corner shop/)
})

test('a table opens as a spreadsheet saves it, people who do the same in one role', async ({ page }) => {
  await pick(page, [{ name: 'staff.csv', text: readFileSync('fixtures/csv-staff.csv') }])
  await expect(tree(page).getByRole('treeitem')).toHaveCount(5)
  await expect(roleOf(page, 'Agent')).toHaveAttribute('aria-level', '4')
  await expect(notice(page)).toContainText('staff.csv: read as people and their managers')
})

/** The reader of workbooks is not part of the page: it comes from the same host when the first one is opened. */
const READER = { xlsx: /assets\/xlsx-/, ods: /assets\/ods-/ }
const WORKBOOKS = [
  { kind: 'xlsx', name: 'staff-on-second-sheet.xlsx', role: 'Sales assistant', roles: 4 },
  { kind: 'ods', name: 'numbers-as-ids.ods', role: 'Cook', roles: 3 },
] as const
for (const { kind, name, role, roles } of WORKBOOKS) {
  test(`a workbook opens: ${name}, with the reader fetched on demand and nothing else`, async ({ page, baseURL }) => {
    const asked: string[] = []
    page.context().on('request', (request) => asked.push(request.url()))
    await pick(page, [{ name: 'shop.json', text: SMALL }])
    await expect(tree(page).getByRole('treeitem')).toHaveCount(2)
    expect(asked.filter((url) => READER[kind].test(url))).toEqual([])
    await pick(page, [{ name, text: readFileSync(`fixtures/workbooks/${name}`) }])
    await expect(roleOf(page, role)).not.toHaveCount(0)
    await expect(tree(page).getByRole('treeitem')).toHaveCount(roles)
    await expect(notice(page)).toContainText(`${name}: read as people and their managers`)
    expect(asked.filter((url) => READER[kind].test(url))).toHaveLength(1)
    expect(asked.filter((url) => !url.startsWith(baseURL as string))).toEqual([])
  })
}

test('a workbook that is damaged is answered with a plain sentence', async ({ page }) => {
  await pick(page, [{ name: 'staff.xlsx', text: readFileSync('fixtures/broken/workbook-cut-off.xlsx') }])
  await expect(notice(page)).toContainText('Nothing was opened.')
  await expect(notice(page)).toContainText('staff.xlsx')
  await expectAsItWas(page)
})

test('the button opens the picker, and several files can be chosen', async ({ page }) => {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file' }).first().click()
  expect((await asked).isMultiple()).toBe(true)
})

test('a file can be dropped anywhere, and the page says so while it is held over it', async ({ page }) => {
  await page.evaluate(() => {
    document.body.dispatchEvent(new DragEvent('dragenter', { bubbles: true, cancelable: true, dataTransfer: new DataTransfer() }))
  })
  await expect(page.getByText('Drop it anywhere', { exact: true })).toBeVisible()
  await drop(page, [{ name: 'shop.json', text: SMALL }])
  await expect(page.getByText('Drop it anywhere', { exact: true })).toHaveCount(0)
  await expect(roleOf(page, 'Owner')).toHaveCount(1)
})

test('an outline can be pasted', async ({ page }) => {
  await paste(page, OUTLINE)
  await expect(tree(page).getByRole('treeitem')).toHaveCount(3)
  await expect(roleOf(page, 'Service lead')).toHaveAttribute('aria-level', '2')
})

test('several files add up', async ({ page }) => {
  const people = '{"headstand":"1.0","roles":[{"id":"owner","title":"Owner"},{"id":"till","title":"Till","reportsTo":"owner"}]}'
  const cases =
    '{"headstand":"1.0","touchpoints":[{"id":"t","staffedBy":["till"]}],"issueTypes":[{"id":"i","name":"Faulty","needs":[{"kind":"refund"}]}],"demand":[{"touchpoint":"t","issueType":"i","perPeriod":10}],"grants":[],"coverage":{"authority":"complete"}}'
  await drop(page, [
    { name: 'cases.json', text: cases },
    { name: 'people.json', text: people },
  ])
  await expect(tree(page).getByRole('treeitem')).toHaveCount(2)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Cases get stuck in 1 place')
})

test('broken JSON is answered with line and column, and the page stays as it was', async ({ page }) => {
  await lookAround(page)
  await drop(page, [{ name: 'broken.json', text: '{\n  "roles": [\n    {"id": "a",, }\n  ]\n}' }])
  await expect(notice(page)).toContainText('broken.json')
  await expect(notice(page)).toContainText('line 3, column 16')
  await expectAsItWas(page)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(notice(page)).toBeEmpty()
})

const BAD: readonly { readonly what: string; readonly name: string; readonly text: string | Buffer; readonly says: RegExp }[] = [
  {
    what: 'a photo',
    name: 'photo.jpg',
    text: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 3, 200, 201]),
    says: /photo\.jpg/,
  },
  { what: 'an empty file', name: 'empty.json', text: '', says: /empty/ },
  { what: 'JSON that is a number', name: 'number.json', text: '42', says: /number/ },
  { what: 'a letter', name: 'letter.txt', text: '<!doctype html><title>Hello</title><p>Dear all', says: /letter\.txt/ },
]
for (const { what, name, text, says } of BAD) {
  test(`${what} is answered with a plain sentence`, async ({ page }) => {
    await pick(page, [{ name, text }])
    await expect(notice(page)).toContainText('Nothing was opened.')
    await expect(notice(page)).toContainText(says)
    await expectAsItWas(page)
  })
}

test('nesting a million deep is answered with a plain sentence', async ({ page }) => {
  const depth = 1_100_000
  await page.evaluate((n) => {
    const data = new DataTransfer()
    data.items.add(new File(['{"a":'.repeat(n), '1', '}'.repeat(n)], 'deep.json'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  }, depth)
  await expect(notice(page)).toContainText('nested more than a million levels deep')
  await expectAsItWas(page)
})

test('a title that is a script is a title', async ({ page }) => {
  const title = '<img src=x onerror="window.wasExecuted = true"><script>window.wasExecuted = true</script>'
  const org = {
    headstand: '1.0',
    organization: { name: title },
    roles: [
      { id: 'a', title },
      { id: 'b', title: 'B', reportsTo: 'a' },
    ],
  }
  await pick(page, [{ name: `${title.slice(0, 20)}.json`, text: JSON.stringify(org) }])
  await expect(tree(page).getByRole('treeitem').first()).toHaveAccessibleName(title)
  await roleOf(page, 'B').evaluate((item: HTMLElement) => item.click())
  expect(await page.evaluate(() => 'wasExecuted' in window)).toBe(false)
  await expect(page.locator('main img, main script')).toHaveCount(0)
})

test('names that run from right to left are read as they are', async ({ page }) => {
  const org = {
    headstand: '1.0',
    organization: { name: 'חנות' },
    roles: [
      { id: 'a', title: 'מנהלת' },
      { id: 'b', title: 'صندوق', reportsTo: 'a' },
    ],
  }
  await pick(page, [{ name: 'חנות.json', text: JSON.stringify(org) }])
  await roleOf(page, 'מנהלת').evaluate((item: HTMLElement) => item.click())
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'מנהלת' })).toHaveCSS('direction', 'rtl')
  await expect(roleOf(page, 'صندوق')).toHaveCount(1)
  await expect(page).toHaveTitle(/חנות/)
})

test('a folder and a link are each told what to do instead', async ({ page }) => {
  await paste(page, 'https://elsewhere.invalid/people.csv')
  await expect(notice(page)).toContainText('That is a link.')
  await expectAsItWas(page)
})

/** Lets 200 MB fall on the page, a megabyte of `line` at a time, and says how long it took until an answer came, and how much of that the page was without a frame. */
async function dropHuge(page: import('@playwright/test').Page, line: string) {
  return page.evaluate(async (text) => {
    const row = new TextEncoder().encode(text)
    const megabyte = new Uint8Array(1024 * 1024).fill(32)
    for (let at = 0; at + row.length <= megabyte.length; at += row.length) megabyte.set(row, at)
    const data = new DataTransfer()
    data.items.add(
      new File(['{"headstand":"1.0","roles":[', ...Array.from({ length: 200 }, () => megabyte), '{"id":"last"}]}'], 'huge.json'),
    )
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
    const frame = () => new Promise<number>(requestAnimationFrame)
    const begun = await frame()
    let last = begun
    let longest = 0
    while (document.querySelector('[role=status]')?.textContent === '' && document.querySelector('progress')) {
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
    }
    return { longest, whole: last - begun }
  }, line)
}

test('a file of 200 MB does not freeze the tab', async ({ page }) => {
  const { longest, whole } = await dropHuge(page, `{"id":"role","note":"${'x'.repeat(1000)}"} and no comma\n`)
  expect(longest).toBeLessThan(whole / 2) // a frozen tab draws nothing until it is over
  await expect(notice(page)).toContainText('huge.json cannot be read: its JSON is broken at line 1')
  await expectAsItWas(page)
})

test('reading a large file says how far it is, and can be cancelled; the keyboard stays where it was', async ({ page }) => {
  const open = page.getByRole('button', { name: 'Look around' })
  await open.focus()
  const dropped = dropHuge(page, `{"id":"role","note":"${'x'.repeat(1000)}"},\n`)
  const reading = page.getByRole('region', { name: /Reading huge/ })
  await expect(reading).toContainText(/\d of \d+ MB|Making sense of it/)
  await expectAsItWas(page)
  await reading.getByRole('button', { name: 'Cancel' }).press('Enter')
  await dropped
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(open).toBeFocused()
  await expectAsItWas(page)
  await expect(notice(page)).toBeEmpty()
})

test('ten thousand roles are drawn, turned and moved', async ({ page }) => {
  await page.evaluate(() => {
    const row = (i: number) => ({ id: `r${i}`, title: `Role ${i}`, ...(i > 0 ? { reportsTo: `r${Math.floor((i - 1) / 6)}` } : {}) })
    const text = JSON.stringify({
      headstand: '1.0',
      organization: { name: 'Large' },
      roles: Array.from({ length: 10_000 }, (_, i) => row(i)),
    })
    const data = new DataTransfer()
    data.items.add(new File([text], 'large.json'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  })
  await expect(chart(page)).toHaveAccessibleName(/Large.*10,000 roles/)
  await page.keyboard.press('f')
  await expect(chart(page)).toHaveAccessibleName(/who reports to whom/)
  const fit = await still(page)
  await page.mouse.move(500, 400)
  await page.mouse.wheel(0, -500)
  await expect.poll(async () => (await viewOf(page)).kx).toBeGreaterThan(fit.kx)
  expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(400) // some way around the keyboard; the rest comes as it goes there
})

test('every sample of the menu opens', async ({ page }) => {
  for (const name of ['An approval ladder', 'Teams without managers', 'People only', 'Pinfold Outfitters']) {
    await page.getByRole('button', { name: /samples, recent files/ }).click()
    await page.getByRole('menuitem', { name }).click()
    await expect(notice(page)).toBeEmpty()
    await expect(tree(page).getByRole('treeitem').first()).toBeAttached()
  }
  await expectAsItWas(page)
})
