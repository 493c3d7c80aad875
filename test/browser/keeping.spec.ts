// Nothing is lost: over a reload, between tabs, where the browser keeps nothing, and into a file and back.
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { chart, choice, drawn, expect, lookAround, pick, roleOf, SMALL, start, test, tree } from './page'

/** Where the page speaks; panels have places of their own. */
const notice = (page: Page) => page.locator('[role=status][aria-live=polite]').last()
const menu = (page: Page) => page.getByRole('button', { name: /samples, recent files/ })
/** What the menu of the organisation says; leaves it closed. */
async function menuText(page: Page) {
  await menu(page).click()
  const text = await page.getByRole('menu').innerText()
  await page.keyboard.press('Escape')
  return text
}
async function choose(page: Page, name: string | RegExp) {
  await menu(page).click()
  await page.getByRole('menuitem', { name }).click()
}
async function openShop(page: Page, name = 'Corner shop') {
  await pick(page, [{ name: 'shop.json', text: SMALL.replace('Corner shop', name) }])
  await expect(page).toHaveTitle(new RegExp(name))
}
async function reload(page: Page) {
  // A page that goes before its drawer ever opened has nothing to write to.
  await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toContain('headstand')
  // It is named before it can be written to; whoever asks next is answered after the page.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('headstand')
        asked.onerror = () => reject(asked.error)
        asked.onsuccess = () => {
          asked.result.close()
          resolve()
        }
      }),
  )
  await page.reload()
  await drawn(page)
}
const remedy = (page: Page) => page.getByRole('checkbox', { name: 'Let Care agent promise a date' })
const settled = (page: Page) => page.getByRole('listitem').filter({ hasText: 'settled on the spot' })
async function decide(page: Page) {
  await page.getByRole('button', { name: /Care agent meets “Late delivery”/ }).click()
  await remedy(page).check()
  await page.getByRole('button', { name: 'Make this change' }).click()
  await expect(settled(page)).toContainText('72.7')
}
const PINFOLD = readFileSync('public/samples/pinfold.json', 'utf8').replace('(invented)', '(ours)')

test('a file, what was changed in it, how it stands and what was chosen are there after a reload', async ({ page }) => {
  await start(page)
  await pick(page, [{ name: 'pinfold.json', text: PINFOLD }])
  await decide(page)
  await choice(page, 'Mirror').click()
  await roleOf(page, 'Care team lead').evaluate((item: HTMLElement) => item.click())
  await reload(page)
  await expect(page).toHaveTitle(/Pinfold Outfitters \(ours\)/)
  await expect(settled(page)).toContainText('72.7')
  await expect(choice(page, 'Mirror')).toHaveAttribute('aria-pressed', 'true')
  await expect(roleOf(page, 'Care team lead')).toHaveAttribute('aria-selected', 'true')
  await expect(notice(page)).toBeEmpty()
  expect(await menuText(page)).toContain('Saved in this browser')
})

test('whoever only looked at the sample finds it as it was left', async ({ page }) => {
  await start(page)
  await lookAround(page)
  await choice(page, 'Conventional').click()
  await reload(page)
  await expect(chart(page)).toHaveAccessibleName(/who reports to whom/)
  await expect(page.getByRole('button', { name: 'Look around' })).toHaveCount(0)
  expect(await menuText(page)).not.toContain('Saved in this browser')
})

test('whoever did nothing yet is at the first visit again', async ({ page }) => {
  await start(page)
  await reload(page)
  await expect(page.getByRole('button', { name: 'Look around' })).toBeVisible()
})

test('what was open earlier is under Recent, and can be removed and put back', async ({ page }) => {
  await start(page)
  await openShop(page, 'First shop')
  await openShop(page, 'Second shop')
  await reload(page)
  await expect(page).toHaveTitle(/Second shop/)
  await choose(page, /^First shop/)
  await expect(page).toHaveTitle(/First shop/)
  await expect(tree(page).getByRole('treeitem')).toHaveCount(2)

  await choose(page, 'Remove Second shop from this browser')
  await expect(notice(page)).toContainText('Second shop: removed from this browser.')
  expect(await menuText(page)).not.toContain('Second shop')
  await notice(page).getByRole('button', { name: 'Put it back' }).click()
  await expect(notice(page)).toBeEmpty()
  expect(await menuText(page)).toMatch(/Second shop\s+(now|this minute|.*ago)/)
})

test('everything kept is forgotten when it is asked twice', async ({ page }) => {
  await start(page)
  await openShop(page, 'First shop')
  await openShop(page, 'Second shop')
  await page.getByRole('button', { name: 'Change to dark' }).click()
  await choose(page, 'Forget everything kept in this browser')
  await expect(notice(page)).toContainText('2 organisations are kept in this browser.')
  await notice(page).getByRole('button', { name: 'Forget them' }).click()
  await expect(notice(page)).toContainText('Nothing is kept in this browser any more.')
  await expect(page).toHaveTitle(/Second shop/)
  await page.goto('./')
  await drawn(page)
  await expect(page.getByRole('button', { name: 'Look around' })).toBeVisible()
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.getItem('headstand')])).toEqual([0, null])
})

test('a tab hears that another changed the same organisation, and neither overwrites the other', async ({ page, context }) => {
  await start(page)
  await pick(page, [{ name: 'pinfold.json', text: PINFOLD }])
  await expect(page).toHaveTitle(/ours/)
  await expect.poll(() => menuText(page)).toContain('Saved in this browser')
  const other = await context.newPage()
  await start(other)
  await expect(other).toHaveTitle(/ours/)
  await decide(other)
  await expect(notice(page)).toContainText('This organisation was changed in another tab.')
  await expect(settled(page)).toContainText('56.0')
  await notice(page).getByRole('button', { name: 'Show that version' }).click()
  await expect(settled(page)).toContainText('72.7')

  await other.keyboard.press('Control+z')
  await expect(notice(page)).toContainText('This organisation was changed in another tab.')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('Escape')
  await page
    .getByRole('complementary')
    .getByRole('button', { name: /Cashier North may not say sorry/ })
    .first()
    .click()
  await page
    .getByRole('checkbox', { name: /^Let Cashier North/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Make this change' }).click()
  await expect(notice(page)).toContainText('Both are kept')
  expect(await menuText(page)).toContain('Pinfold Outfitters (ours) (other tab)')
})

test('where the browser keeps nothing it is said at once, and the file can be taken away', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
  })
  await start(page)
  await lookAround(page)
  await expect(notice(page)).toBeEmpty()
  await decide(page)
  await expect(notice(page)).toContainText('What you change is not saved')
  const download = page.waitForEvent('download')
  await notice(page).getByRole('button', { name: 'Download the file' }).click()
  expect((await download).suggestedFilename()).toBe('pinfold-outfitters.headstand.json')
  expect(await menuText(page)).toContain('Not saved: this browser keeps nothing for this page.')
})

test('a store without room is told as such', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await start(page)
  await openShop(page)
  await expect(notice(page)).toContainText('this browser has no room left for it')
})

test('Ctrl+S saves a file that opens again as the same', async ({ page, browser }) => {
  await start(page)
  await lookAround(page)
  await decide(page)
  const saved = async (from: Page) => {
    const download = from.waitForEvent('download')
    await from.keyboard.press('Control+s')
    return readFileSync(await (await download).path(), 'utf8')
  }
  const text = await saved(page)
  const elsewhere = await (await browser.newContext()).newPage()
  await start(elsewhere)
  await pick(elsewhere, [{ name: 'taken.headstand.json', text }])
  await expect(settled(elsewhere)).toContainText('72.7')
  expect(await saved(elsewhere)).toBe(text)
  await expect(notice(elsewhere)).toContainText('pinfold-outfitters.headstand.json: saved.')
  await elsewhere.context().close()
})

test('the address says how the chart stands, and a link goes before what was kept', async ({ page }) => {
  await start(page)
  expect(new URL(page.url()).hash).toBe('')
  await lookAround(page)
  await choice(page, 'Mirror').click()
  await expect(page).toHaveURL(/#view=flipped&order=mirror$/)
  await roleOf(page, 'Care team lead').evaluate((item: HTMLElement) => item.click())
  await choice(page, 'Conventional').click()
  await expect(page).toHaveURL(/#view=conventional&order=mirror$/)
  await page.goto('about:blank')
  await page.goto('./#view=both&order=distance&role=agent&order=x')
  await drawn(page)
  await expect(choice(page, 'Both')).toHaveAttribute('aria-pressed', 'true')
  await expect(choice(page, 'By distance')).toHaveAttribute('aria-pressed', 'true')
  await page.evaluate(() => {
    location.hash = '#view=conventional'
  })
  await expect(choice(page, 'Conventional')).toHaveAttribute('aria-pressed', 'true')
})

test('light or dark is remembered by itself, and is there before anything else', async ({ page }) => {
  await start(page)
  await page.getByRole('button', { name: 'Change to dark' }).click()
  await page.addInitScript(() => {
    const seen: (string | undefined)[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      if (document.querySelector('header')) seen.push(document.documentElement.dataset.theme)
    }).observe(document, { subtree: true, childList: true })
  })
  await reload(page)
  await expect(page.getByRole('button', { name: 'Change to light' })).toBeVisible()
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen)
  expect(new Set(seen)).toEqual(new Set(['dark']))
})

test('a large organisation is kept too, without standing still', async ({ page }) => {
  await start(page)
  await page.evaluate(() => {
    const row = (i: number) => ({ id: `r${i}`, title: `Role ${i}`, ...(i > 0 ? { reportsTo: `r${Math.floor((i - 1) / 6)}` } : {}) })
    const text = JSON.stringify({
      headstand: '1.0',
      organization: { name: 'Large' },
      roles: Array.from({ length: 25_000 }, (_, i) => row(i)),
    })
    const data = new DataTransfer()
    data.items.add(new File([text], 'large.json'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }))
  })
  const isThere = () => expect(chart(page)).toHaveAccessibleName(/Large.*25,000 roles/, { timeout: 20_000 })
  await isThere()
  await reload(page)
  await isThere()
})
