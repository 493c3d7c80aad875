import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { choice, expect, lookAround, notice, start, test } from './page'

async function saved(page: Page, group: string, item: string) {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /Export as SVG/ }).click()
  await page.getByRole('group', { name: group }).getByRole('menuitem', { name: item }).click()
  const file = await download
  const text = readFileSync(await file.path(), 'utf8')
  const root = await page.evaluate((svg) => {
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
    const { tagName } = document.documentElement
    return {
      tagName,
      width: document.documentElement.getAttribute('width'),
      texts: [...document.querySelectorAll('text')].map((one) => one.textContent),
    }
  }, text)
  return { name: file.suggestedFilename(), text, ...root }
}

test.beforeEach(async ({ page }) => {
  await start(page)
  await lookAround(page)
})

test('a drawing for a slide is a well-formed SVG of 1280 × 720 with its text in it', async ({ page }) => {
  const { name, tagName, width, texts } = await saved(page, 'Everything', 'SVG for a slide')
  expect(name).toBe('pinfold-outfitters-flipped.svg')
  expect(tagName).toBe('svg')
  expect(Number.parseFloat(width ?? '')).toBe(1280)
  expect(texts).toContain('Care agent')
  expect(texts).toContain('Managing director')
  await expect(notice(page)).toContainText('pinfold-outfitters-flipped.svg')
})

test('what I see has only what is on the page', async ({ page }) => {
  const whole = await saved(page, 'What I see', 'SVG at natural size')
  await page.locator('[data-chart-host]').focus()
  for (let i = 0; i < 5; i++) await page.keyboard.press('+')
  const part = await saved(page, 'What I see', 'SVG at natural size')
  expect(part.texts.length).toBeLessThan(whole.texts.length)
})

test('the same chart gives the same bytes', async ({ page }) => {
  const one = await saved(page, 'Everything', 'SVG at natural size')
  const two = await saved(page, 'Everything', 'SVG at natural size')
  expect(two.text).toBe(one.text)
})

test('the conventional chart is taken away as it stands', async ({ page }) => {
  await choice(page, 'Conventional').click()
  const { name, texts } = await saved(page, 'Everything', 'SVG for a slide')
  expect(name).toBe('pinfold-outfitters-conventional.svg')
  expect(texts.join(' ')).toContain('by reporting line')
})

async function taken(page: Page, group: string, item: string) {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /Export as SVG/ }).click()
  await page.getByRole('group', { name: group }).getByRole('menuitem', { name: item }).click()
  const file = await download
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('a picture of pixels is as large as it says, and not blank', async ({ page }) => {
  const { name, bytes } = await taken(page, 'Everything', 'PNG for a slide')
  expect(name).toBe('pinfold-outfitters-flipped.png')
  const seen = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context?.drawImage(image, 0, 0)
    const pixels = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0))
    return { width: image.width, height: image.height, inked: pixels.filter((pixel) => pixel !== pixels[0]).length / pixels.length }
  }, bytes.toString('base64'))
  expect(seen).toMatchObject({ width: 3840, height: 2160 })
  expect(seen.inked).toBeGreaterThan(0.2)
})

test('findings are taken away as a page for people and as a table', async ({ page }) => {
  const sheet = await taken(page, 'Findings', 'One page for people')
  expect(sheet.name).toBe('pinfold-outfitters-findings.html')
  expect(sheet.bytes.toString()).toContain('<h1>Customers bring 600 cases a month.')
  const table = await taken(page, 'Findings', 'A table for spreadsheets')
  expect(table.name).toMatch(/findings\.csv$/)
  expect(table.bytes.toString().split('\r\n').length).toBeGreaterThan(10)
  await expect(notice(page)).toContainText('findings.csv: saved.')
})
