// The dialog as people use it: open, choose, look, take. What is in the files is read from their bytes.
import { readFileSync } from 'node:fs'
import type { Download, Page } from '@playwright/test'
import { organisation } from '../bench/organisation.mjs'
import { choice, drawn, expect, lookAround, pick, start, test } from './page'
import { readPdf } from './pdf'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Take it with you' })
const purpose = (page: Page, name: RegExp) => dialog(page).getByRole('radio', { name })
const button = (page: Page, name: string | RegExp) => dialog(page).getByRole('button', { name, exact: typeof name === 'string' })
const said = (page: Page) => dialog(page).getByRole('status').last()
/** The page that is looked at, in the list of them. */
const leaf = (page: Page) => dialog(page).getByLabel('Page', { exact: true }).locator('option:checked')
const picture = (page: Page) => dialog(page).getByRole('img')

async function opened(page: Page) {
  await page.getByRole('button', { name: /^Export/ }).click()
  await ready(page)
}
/** What is asked for is drawn, and may be taken. */
async function ready(page: Page) {
  await expect(dialog(page).getByRole('region', { name: 'Preview' })).toHaveAttribute('aria-busy', 'false')
  await expect(picture(page)).toHaveAttribute('data-painted', /./)
}
async function part(page: Page, name: string) {
  await dialog(page).getByLabel('What', { exact: true }).selectOption(name)
}
async function taken(page: Page, name: string | RegExp) {
  const download = page.waitForEvent('download')
  await button(page, name).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}
async function svg(page: Page) {
  const { name, bytes } = await taken(page, 'Save SVG')
  const text = bytes.toString()
  const root = await page.evaluate((source) => {
    const document = new DOMParser().parseFromString(source, 'image/svg+xml')
    const { tagName } = document.documentElement
    const texts = [...document.querySelectorAll('text')].map((one) => one.textContent)
    return { tagName, width: Number(document.documentElement.getAttribute('width')), texts }
  }, text)
  return { name, text, ...root }
}
/** What the browser's printer would put on paper: here it prints when it is asked for the file, not when the page asks. */
async function printed(page: Page) {
  await page.evaluate(() => {
    window.print = () => {}
  })
  await button(page, 'Print, or save as PDF').click()
  await expect(said(page)).toContainText('Save as PDF')
  return readPdf(await page.pdf({ preferCSSPageSize: true }))
}
/** A number for all pixels of the preview. */
const pixels = (page: Page) =>
  picture(page).evaluate((canvas: HTMLCanvasElement) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })!
    copy.drawImage(canvas, 0, 0)
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height)
    return new Uint32Array(data.buffer).reduce((sum, pixel) => (Math.imul(sum, 31) + pixel) | 0, canvas.width)
  })
const CARDS: readonly string[] = [
  'Care agent',
  'Care team lead',
  'Cashier North',
  'Cashier South',
  'Business account manager',
  'Dispatcher',
  'Head of finance',
  'Head of operations',
  'Head of sales',
  'Managing director',
  'Store manager North',
  'Store manager South',
]
const downloads = (page: Page) => {
  const all: Download[] = []
  page.on('download', (one) => all.push(one))
  return all
}
const roles = (count: number) => [{ name: 'bench.json', text: organisation(count, { hasPeople: true }).text }]

test.describe('with the sample', () => {
  test.beforeEach(async ({ page }) => {
    await start(page)
    await lookAround(page)
  })

  test('a drawing for a slide is a well-formed SVG of 1280 × 720 with its text in it, and so it says', async ({ page }) => {
    await opened(page)
    await expect(dialog(page)).toContainText('1280 × 720')
    const { name, tagName, width, texts } = await svg(page)
    expect({ name, tagName, width }).toEqual({ name: 'pinfold-outfitters-flipped.svg', tagName: 'svg', width: 1280 })
    expect(texts).toEqual(expect.arrayContaining(['Care agent', 'Managing director']))
    await expect(said(page)).toHaveText('pinfold-outfitters-flipped.svg: saved.')
  })

  test('the same choices give the same bytes, and what is chosen is remembered', async ({ page }) => {
    await opened(page)
    await button(page, 'Natural').click()
    await ready(page)
    const one = await svg(page)
    await page.reload()
    await drawn(page)
    await opened(page)
    await expect(button(page, 'Natural')).toHaveAttribute('aria-pressed', 'true')
    expect((await svg(page)).text).toBe(one.text)
  })

  test('the preview is what is asked for: everything, what is seen, the top, one branch, both', async ({ page }) => {
    await page.locator('[data-chart-host]').focus()
    for (let i = 0; i < 5; i++) await page.keyboard.press('+')
    await opened(page)
    const seen = [await pixels(page)]
    const texts = [(await svg(page)).texts]
    for (const [name, more] of [
      ['As I see it now', undefined],
      ['The top levels, by reporting line', undefined],
      ['Both charts on one page', undefined],
      ['One branch', 'Head of sales'],
    ] as const) {
      await part(page, name)
      if (more) {
        await dialog(page).getByRole('combobox', { name: /role/i }).fill(more)
        await dialog(page).getByRole('listbox').getByRole('option').first().click()
      }
      await ready(page)
      await expect.poll(() => pixels(page)).not.toBe(seen.at(-1))
      seen.push(await pixels(page))
      texts.push((await svg(page)).texts)
    }
    const [everything, view, levels, both, branch] = texts.map((all) => all.filter((text) => CARDS.includes(text ?? '')).sort())
    expect(everything).toEqual([...CARDS].sort())
    expect(view?.length).toBeLessThan(CARDS.length)
    expect(levels).not.toContain('Care agent')
    expect(both?.filter((text) => text === 'Dispatcher')).toHaveLength(2)
    expect(branch).toEqual([
      'Business account manager',
      'Cashier North',
      'Cashier South',
      'Head of sales',
      'Store manager North',
      'Store manager South',
    ])
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('the conventional chart is taken away as it stands', async ({ page }) => {
    await choice(page, 'Conventional').click()
    await opened(page)
    const { name, texts } = await svg(page)
    expect(name).toBe('pinfold-outfitters-conventional.svg')
    expect(texts.join(' ')).toContain('by reporting line')
  })

  test('a picture of pixels is as large as it says, and not blank', async ({ page }) => {
    await opened(page)
    await purpose(page, /PNG/).check()
    await ready(page)
    await button(page, '2×').click()
    await expect(dialog(page)).toContainText('2560 × 1440 pixels')
    const { name, bytes } = await taken(page, 'Save PNG')
    expect(name).toBe('pinfold-outfitters-flipped.png')
    const inked = await page.evaluate(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
      const context = canvas.getContext('2d', { willReadFrequently: true })
      context?.drawImage(image, 0, 0)
      const all = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0))
      return { width: image.width, height: image.height, share: all.filter((pixel) => pixel !== all[0]).length / all.length }
    }, bytes.toString('base64'))
    expect(inked).toMatchObject({ width: 2560, height: 1440 })
    expect(inked.share).toBeGreaterThan(0.2)
    // Nothing but the picture: no text, no time, no program.
    expect(chunksOf(bytes).filter((kind) => !['IHDR', 'sRGB', 'gAMA', 'pHYs', 'IDAT', 'IEND'].includes(kind))).toEqual([])
  })

  test('dark is for pictures of pixels alone', async ({ page }) => {
    await opened(page)
    await expect(button(page, 'Dark')).toHaveCount(0)
    await purpose(page, /PNG/).check()
    await ready(page)
    const light = await pixels(page)
    await button(page, 'Dark').click()
    await ready(page)
    await expect.poll(() => pixels(page)).not.toBe(light)
    await purpose(page, /SVG/).check()
    await ready(page)
    expect((await svg(page)).text).not.toContain('#14181e')
  })

  test('what is no picture: one page for people, a table, a matrix to fill in, the organisation itself', async ({ page }) => {
    await opened(page)
    await purpose(page, /one page/).check()
    await expect(dialog(page).getByRole('article')).toContainText('Customers bring 600 cases a month.')
    const sheet = await taken(page, 'Save the page')
    expect(sheet.name).toBe('pinfold-outfitters-findings.html')
    expect(sheet.bytes.toString()).toContain('<h1>Customers bring 600 cases a month.')
    await purpose(page, /spreadsheets/).check()
    await expect(dialog(page)).toContainText(/\d+ rows\./)
    const table = await taken(page, 'Save the table')
    expect(table.name).toMatch(/findings\.csv$/)
    expect(table.bytes.toString().split('\r\n').length).toBeGreaterThan(10)
    await purpose(page, /matrix/).check()
    expect((await taken(page, 'Save the matrix')).name).toMatch(/approval-matrix\.csv$/)
    await purpose(page, /open here again/).check()
    const own = await taken(page, 'Save the organisation')
    expect(JSON.parse(own.bytes.toString()).organization.name).toMatch('Pinfold Outfitters')
  })

  test('printed it is one page of its own size, its text to be searched, named for the file', async ({ page }) => {
    await opened(page)
    await purpose(page, /PDF/).check()
    await ready(page)
    const { title, pages } = await printed(page)
    expect(title).toBe('pinfold-outfitters-flipped')
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([[960, 540]])
    for (const name of ['Care agent', 'Store manager South', 'Managing director', 'Dispatcher'])
      expect(pages[0]?.text).toContain(name.replaceAll(' ', ''))
    expect(pages[0]?.text).not.toContain('Takeitwithyou')
    await expect(page).toHaveTitle(/Headstand/)
    await expect(page.locator('[data-print]')).toHaveCount(0)
  })

  test('a poster is sheets of A4 that say where they go', async ({ page }) => {
    await opened(page)
    await purpose(page, /PDF/).check()
    await button(page, 'Poster').click()
    await expect(leaf(page)).toHaveText('Page 1 of 4: A1 of B2')
    await ready(page)
    await button(page, 'Next page').click()
    await expect(leaf(page)).toHaveText('Page 2 of 4: B1 of B2')
    const { pages } = await printed(page)
    await expect(said(page)).toContainText('4 pages')
    expect(pages.map(({ width, height }) => `${Math.round(width)} ${Math.round(height)}`)).toEqual(Array(4).fill('842 595'))
    expect(pages.map(({ text }) => /[AB]\dofB2/.exec(text)?.[0])).toEqual(['A1ofB2', 'B1ofB2', 'A2ofB2', 'B2ofB2'])
    expect(pages[3]?.text).not.toContain('CashierNorth') // what does not meet a sheet is not on it
  })

  test('a copy is SVG and pixels; where the browser refuses, it says so', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await opened(page)
    await button(page, 'Copy').click()
    await expect(said(page)).toHaveText('On the clipboard, as SVG and as a picture.')
    const kinds = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const text = await (await item!.getType('text/plain')).text()
      return { types: item!.types, begins: text.slice(0, 4) }
    })
    expect(kinds.types).toEqual(expect.arrayContaining(['text/plain', 'image/png']))
    expect(kinds.begins).toBe('<svg')
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
    })
    await button(page, 'Copy').click()
    await expect(said(page)).toContainText('does not let the page use the clipboard')
  })

  test('what is stopped, and what fails, leaves no file, and says so', async ({ page }) => {
    const files = downloads(page)
    await opened(page)
    await purpose(page, /PNG/).check()
    await ready(page)
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.toBlob = () => {} // takes for ever
    })
    await button(page, 'Save PNG').click()
    await button(page, 'Stop').click()
    await expect(said(page)).toHaveText('Stopped. Nothing was saved.')
    await expect(button(page, 'Save PNG')).toBeFocused()
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.toBlob = (give) => give(null)
    })
    await button(page, 'Save PNG').click()
    await expect(said(page)).toContainText('Nothing was saved')
    await expect(button(page, 'Save PNG')).toHaveAttribute('aria-disabled', 'false')
    expect(files).toEqual([])
  })

  test('by keyboard alone: a letter opens it, arrows choose, Enter takes, Escape gives the keyboard back', async ({ page }) => {
    await page.locator('[data-chart-host]').focus()
    await page.keyboard.press('e')
    await expect(dialog(page).getByRole('heading', { level: 2 })).toBeFocused()
    await page.keyboard.press('Tab')
    await expect(purpose(page, /SVG/)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(purpose(page, /PNG/)).toBeChecked()
    await ready(page)
    const download = page.waitForEvent('download')
    for (let i = 0; i < 30 && !(await button(page, 'Save PNG').evaluate((one) => one === document.activeElement)); i++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/\.png$/)
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await expect(page.locator('[data-chart-host]')).toBeFocused()
  })
})

test.describe('with an organisation of many', () => {
  const open = async (page: Page, count: number) => {
    await start(page)
    await pick(page, roles(count))
    await expect(page).toHaveTitle(/Bench/)
    await drawn(page)
    await opened(page)
  }

  test('branch by branch it is pages one can leaf through, saved as one archive with a file for each', async ({ page }) => {
    await open(page, 300)
    await part(page, 'Branch by branch, on pages')
    await expect(leaf(page)).toHaveText(/Page 1 of \d+/)
    await ready(page)
    const count = Number(((await leaf(page).textContent()) ?? '').match(/of (\d+)/)?.[1])
    const { name, bytes } = await taken(page, `Save ${count} SVG files as one ZIP`)
    expect(name).toMatch(/\.zip$/)
    expect(bytes.toString('latin1').split('</svg>').length - 1).toBe(count)
    await purpose(page, /PDF/).check()
    await ready(page)
    const { pages } = await printed(page)
    expect(pages).toHaveLength(count)
  })

  test('names that are left out are in no byte of what is taken', async ({ page }) => {
    const people = ['Ada Holm', 'Bo Lund', 'Þórunn Ásgeirsdóttir'].map((name, i) => ({ id: `p${i}`, name, role: `r${i}` }))
    const posts = people.map((_, i) => ({ id: `r${i}`, title: `Post ${i}`, ...(i === 0 ? {} : { reportsTo: 'r0' }) }))
    const named = (text: string) => people.filter(({ name }) => text.includes(name) || text.includes(name.replaceAll(' ', ''))).length
    await start(page)
    await pick(page, [
      { name: 'named.json', text: JSON.stringify({ headstand: '1.0', organization: { name: 'Named' }, roles: posts, people }) },
    ])
    await expect(page).toHaveTitle(/Named/)
    await drawn(page)
    await opened(page)
    expect(named((await svg(page)).text)).toBe(3)
    await dialog(page).getByLabel('Names of people').check()
    await ready(page)
    expect(named((await svg(page)).text)).toBe(0)
    await purpose(page, /PDF/).check()
    await ready(page)
    const { pages } = await printed(page)
    expect(pages[0]?.text).toContain('Post1')
    expect(pages.reduce((count, { text }) => count + named(text), 0)).toBe(0)
  })

  test('printed text is found in every script that the page brings letters for', async ({ page }) => {
    const titles = ['Þjónustufulltrúi Æsa', 'Руководитель отдела', 'Διευθυντής', 'Trưởng phòng Dịch vụ', 'מנהלת שירות']
    const posts = titles.map((title, i) => ({ id: `r${i}`, title, ...(i === 0 ? {} : { reportsTo: 'r0' }) }))
    await start(page)
    await pick(page, [
      { name: 'scripts.json', text: JSON.stringify({ headstand: '1.0', organization: { name: 'Scripts' }, roles: posts }) },
    ])
    await expect(page).toHaveTitle(/Scripts/)
    await drawn(page)
    await opened(page)
    await purpose(page, /PDF/).check()
    await ready(page)
    const { pages } = await printed(page)
    const text = pages[0]?.text.normalize('NFC') ?? ''
    const isFound = (title: string) => {
      const letters = [...title.replace(/\s/g, '')]
      return text.includes(letters.join('')) || text.includes(letters.reverse().join('')) // from right to left they may be set in either order
    }
    expect(titles.filter((title) => !isFound(title))).toEqual([])
  })

  test('what no program opens is refused before it is drawn, and pages are offered, and taken', async ({ page }) => {
    await open(page, 2000)
    await part(page, 'Both charts on one page')
    await button(page, 'Natural').click()
    await expect(dialog(page)).toContainText('Too large')
    await expect(dialog(page).getByRole('region', { name: 'Preview' })).toHaveAttribute('aria-busy', 'false')
    await expect(picture(page)).toHaveCount(0)
    await expect(button(page, 'Save SVG')).toHaveAttribute('aria-disabled', 'true')
    await button(page, 'Branch by branch, on pages').click()
    await ready(page)
    await expect(leaf(page)).toHaveText(/Page 1 of \d+/)
  })
})

/** Kinds of parts that a PNG is made of. */
function chunksOf(png: Buffer): readonly string[] {
  const kinds: string[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) kinds.push(png.toString('latin1', at + 4, at + 8))
  return kinds
}
