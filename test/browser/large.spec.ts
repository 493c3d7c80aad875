// A large organisation in a real browser: the chart first, numbers later, nothing left behind. Work is counted, not time.
import type { Page } from '@playwright/test'
import { organisation } from '../bench/organisation.mjs'
import { chart, expect, start, test } from './page'

const ROLES = 12_000
const texts = [1, 2].map((seed) => organisation(ROLES, { seed }).text)

/** Counts workers from before the page's first line; a slow one takes calls and never answers. */
async function watched(page: Page) {
  await page.addInitScript(() => {
    const all = new Set<Worker>()
    const Real = Worker
    const seen = { all, most: 0, isSlow: false, isCounted: false }
    Object.assign(window, { seen })
    window.Worker = class extends Real {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given)
        all.add(this)
        seen.most = Math.max(seen.most, all.size)
      }
      override postMessage(message: { name: string }) {
        if (!seen.isSlow || message.name === 'practise') super.postMessage(message)
      }
      override terminate() {
        all.delete(this)
        super.terminate()
      }
    }
  })
  await start(page)
}
const workers = (page: Page) => page.evaluate(() => (window as unknown as { seen: { all: Set<Worker> } }).seen.all.size)
const mostWorkers = (page: Page) => page.evaluate(() => (window as unknown as { seen: { most: number } }).seen.most)

async function drop(page: Page, name: string, text: string) {
  await page.evaluate(
    ([called, content]) => {
      const data = new DataTransfer()
      data.items.add(new File([content as string], called as string))
      document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
    },
    [name, text],
  )
}
const isThere = (page: Page) => expect(chart(page)).toHaveAccessibleName(/12,000 roles/, { timeout: 60_000 })
const isCounted = (page: Page) => expect(page.getByRole('heading', { level: 2 })).toHaveText(/^Cases get stuck in/, { timeout: 60_000 })

test('the chart is there before its cases are counted, and the page says when they are', async ({ page }) => {
  await watched(page)
  await page.getByRole('button', { name: 'Look around' }).click()
  await page.evaluate(() => {
    const headings: string[] = []
    Object.assign(window, { headings })
    const look = () => {
      const label = document.querySelector('canvas[role=img]')?.getAttribute('aria-label') ?? ''
      const heading = document.querySelector('h2')?.textContent ?? ''
      if (label.includes('12,000') && headings.at(-1) !== heading) headings.push(heading)
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  await drop(page, 'large.json', texts[0] as string)
  await isThere(page)
  await isCounted(page)
  const headings = await page.evaluate(() => (window as unknown as { headings: string[] }).headings)
  expect(headings[0]).toMatch(/^Counting/)
  expect(headings).toHaveLength(2)
  await expect(page.locator('[data-live]')).toHaveText(/^Counted\. Cases get stuck in/)
  expect(await page.locator('*').count()).toBeLessThan(2000)
})

test('several large files one after the other leave one warm worker and no more of the page than one of them', async ({ page }) => {
  await watched(page)
  await page.getByRole('button', { name: 'Look around' }).click()
  const elements: number[] = []
  for (let i = 0; i < 6; i++) {
    await drop(page, `large-${i}.json`, texts[i % 2] as string)
    await isThere(page)
    await isCounted(page)
    elements.push(await page.locator('*').count())
  }
  await expect.poll(() => workers(page)).toBe(1)
  expect(await mostWorkers(page)).toBeLessThanOrEqual(3) // one that reads, one that still counts the last, one warm
  expect(Math.max(...elements)).toBeLessThan(2000)
})

test('a reading that never ends is ended by the button, worker and all, and the page is as it was', async ({ page }) => {
  await watched(page)
  await page.evaluate(() => {
    ;(window as unknown as { seen: { isSlow: boolean } }).seen.isSlow = true
  })
  const before = await workers(page)
  await drop(page, 'large.json', texts[0] as string)
  const cancel = page.getByRole('button', { name: 'Cancel' })
  await expect(cancel).toBeVisible()
  const left = await cancel.evaluate((button: HTMLElement) => {
    button.click()
    return (window as unknown as { seen: { all: Set<Worker> } }).seen.all.size
  })
  expect(left).toBe(Math.max(0, before - 1))
  await expect(cancel).toHaveCount(0)
  await expect(chart(page)).toHaveAccessibleName(/Pinfold/)
})
