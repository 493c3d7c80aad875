// The page under test: it may not say a word on the console, whatever is done to it.
import { test as base, expect, type Locator, type Page } from '@playwright/test'

export { expect }
export const test = base.extend<{ quiet: undefined }>({
  quiet: [
    async ({ page }, use) => {
      const said: string[] = []
      page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
      page.on('pageerror', (error) => said.push(`thrown: ${error.message}`))
      await use(undefined)
      expect(said).toEqual([])
    },
    { auto: true },
  ],
})

/** The sample, turned, with its findings; nothing moves by itself. */
export async function start(page: Page, query = '') {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(`./${query}`)
  await drawn(page)
}
export async function lookAround(page: Page) {
  await page.getByRole('button', { name: 'Look around' }).click()
  await expect(page.getByRole('heading', { level: 2 })).toHaveText('Cases get stuck in 11 places')
}

export const chart = (page: Page): Locator => page.getByRole('img', { name: /roles/ }).first()
export const tree = (page: Page): Locator => page.getByRole('tree')
export const choice = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })
export const notice = (page: Page): Locator => page.getByRole('status')

export async function drawn(page: Page, timeout?: number) {
  await expect(chart(page)).toHaveAttribute('data-view', /\d/, { ...(timeout === undefined ? {} : { timeout }) })
  await page.evaluate(() => document.fonts.ready)
}

/** The page's own time stands still and is moved on by hand, so that what passes can be looked at on any machine. Before `goto`. */
export type HeldTime = Awaited<ReturnType<typeof heldTime>>
export async function heldTime(page: Page) {
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(1000)
  return {
    /** Moves on by a few frames at a time until it holds; gives up after a minute of the page's time. */
    until: async (holds: () => Promise<unknown>) => {
      for (let passed = 0; ; passed += 100) {
        await page.clock.runFor(100)
        try {
          return await holds()
        } catch (error) {
          if (passed > 60_000) throw error
        }
      }
    },
    passes: (milliseconds: number) => page.clock.runFor(milliseconds),
    goesOn: () => page.clock.resume(),
  }
}

export interface Seen {
  readonly kx: number
  readonly ky: number
  readonly x: number
  readonly y: number
}
export async function viewOf(page: Page): Promise<Seen> {
  const [kx, ky, x, y] = ((await chart(page).getAttribute('data-view')) ?? '').split(' ').map(Number) as [number, number, number, number]
  return { kx, ky, x, y }
}
/** Waits until two frames in a row show the same. */
export async function still(page: Page): Promise<Seen> {
  let last = ''
  await expect
    .poll(async () => {
      const before = last
      last = JSON.stringify(await viewOf(page))
      return last === before
    })
    .toBe(true)
  return viewOf(page)
}

/** The share of the picture in exactly this colour. */
export async function shareOf(page: Page, colour: string): Promise<number> {
  return chart(page).evaluate((canvas: HTMLCanvasElement, wanted) => {
    const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true })!
    copy.drawImage(canvas, 0, 0)
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height)
    const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(wanted.slice(i, i + 2), 16))
    let found = 0
    for (let i = 0; i < data.length; i += 4) if (data[i] === r && data[i + 1] === g && data[i + 2] === b) found++
    return found / (data.length / 4)
  }, colour)
}
export const AMBER = '#f2b33d'
export const TEAL = '#0e6b6b'
/** The top of the conventional chart. */
export const SLATE = '#3a4653'

/** Selects a role through the tree and says where the middle of its lower edge stands on the page. */
export async function placeOf(page: Page, title: string): Promise<{ readonly x: number; readonly y: number }> {
  await roleOf(page, title).evaluate((item: HTMLElement) => item.click())
  await still(page)
  const at = page.locator('main [style*="translate"]')
  const [x, y] = (await at.evaluate((element: HTMLElement) => element.style.transform.match(/-?\d+/g)!.map(Number))) as [number, number]
  const box = (await chart(page).boundingBox())!
  return { x: box.x + x, y: box.y + y }
}
export const roleOf = (page: Page, title: string): Locator => page.getByRole('treeitem', { name: new RegExp(`^${title}`) })

/** Lets files fall on the page, as a file manager does. */
export async function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]) {
  await page.evaluate((given) => {
    const data = new DataTransfer()
    for (const { name, text } of given) data.items.add(new File([text], name))
    const target = document.querySelector('main') as HTMLElement
    for (const type of ['dragenter', 'dragover', 'drop'])
      target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }))
  }, files)
}
export async function paste(page: Page, text: string) {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', given)
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
  }, text)
}
export async function pick(page: Page, files: { readonly name: string; readonly text: string | Buffer }[]) {
  await page
    .locator('input[type=file]')
    .setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })))
}

export const SMALL = JSON.stringify({
  headstand: '1.0',
  organization: { name: 'Corner shop' },
  roles: [
    { id: 'owner', title: 'Owner' },
    { id: 'till', title: 'Till', reportsTo: 'owner' },
  ],
})
