// @ts-check
// One change, as a workshop makes it: cases in the panel are opened, and their places where a card speaks of many, until one has a remedy that
// settles something. It is ticked, which tries it on a copy, and made.
import { turned } from '../stage.mjs'
import { longestTask } from '../statistics.mjs'

/** Cards that are opened. */
const MOST = 40
/** A flight to its role, if that cannot be seen where it is. */
const FLIGHT_MS = 800

/** @type {import('../run.mjs').Measurement} */
export const edit = {
  name: 'edit',
  rows: {
    tried: { what: 'a change tried: tick → what becomes of it, strip and chart repainted', unit: 'ms', limits: [20, 30, 100, 400, 2000] },
    done: { what: '… made: click → totals and flags repainted', unit: 'ms', limits: [20, 30, 100, 400, 2000] },
    blocked: { what: '… longest task', unit: 'ms', limits: [50, 50, 50, 50, 50] },
  },
  async run(stage) {
    const { page, watch } = stage
    await turned(stage)
    const remedy = await remedyOf(page)
    const before = await watch.evaluate((its) => its.totals())
    await watch.evaluate((its) => its.begin())
    await remedy.check()
    const tried = await watch.evaluate((its, old) => its.untilCountedAnew(old), before)
    await watch.evaluate((its) => its.untilStill(90))
    const trial = await watch.evaluate((its) => ({ seen: its.seen(), totals: its.totals() }))
    await watch.evaluate((its) => its.begin())
    await page.getByRole('button', { name: /^Make th/ }).click()
    const done = await watch.evaluate((its, old) => its.untilCountedAnew(old), trial.totals)
    await watch.evaluate((its) => its.untilStill(90)) // it is kept for the next visit meanwhile
    const seen = await watch.evaluate((its) => its.seen())
    return {
      tried: [tried - trial.seen.pressed],
      done: [done - seen.pressed],
      blocked: [longestTask(trial.seen), longestTask(seen)],
    }
  },
}

/** @param {import('@playwright/test').Page} page */
async function remedyOf(page) {
  const panel = page.getByRole('complementary')
  const cards = panel.locator('ol button[aria-expanded], ul button[aria-expanded]')
  // No total counts an apology, nor who is told what customers say.
  const remedies = panel
    .locator('fieldset label')
    .filter({ hasNotText: /say sorry|tell/ })
    .getByRole('checkbox')
  const places = panel.getByRole('region', { name: 'Where' }).getByRole('button')
  const more = panel.locator('footer').getByRole('button', { name: /more/ })
  for (let i = 0; i < MOST; i++) {
    if (i === (await cards.count()) && (await more.count()) > 0) await more.click()
    if (i >= (await cards.count())) break
    await cards.nth(i).click()
    await page.waitForTimeout(FLIGHT_MS)
    if ((await remedies.count()) > 0) return remedies.first()
    if ((await places.count()) === 0) continue
    await places.first().click()
    await page.waitForTimeout(FLIGHT_MS)
    for (let k = 0; k < (await cards.count()); k++) {
      await cards.nth(k).click()
      if ((await remedies.count()) > 0) return remedies.first()
    }
    await page.keyboard.press('Escape')
    await page.waitForTimeout(FLIGHT_MS)
  }
  throw new Error('no case has a remedy that settles it')
}
