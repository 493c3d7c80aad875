// @ts-check
// One grant more, as a workshop gives it: cases in the panel are opened until one has a remedy that settles something, and it is clicked.
import { turned } from '../stage.mjs'
import { longestTask } from '../statistics.mjs'

/** Cards that are opened. */
const MOST = 40

/** @type {import('../run.mjs').Measurement} */
export const edit = {
  name: 'edit',
  rows: {
    done: { what: 'a grant more: click → totals and flags repainted', unit: 'ms', limits: [20, 30, 100, 400, 2000] },
    blocked: { what: '… longest task', unit: 'ms', limits: [50, 50, 50, 50, 50] },
  },
  async run(stage) {
    const { page, watch } = stage
    await turned(stage)
    const cards = page.getByRole('complementary').locator('ol button[aria-expanded]')
    // No total counts an apology, nor who is told what customers say.
    const remedies = page
      .getByRole('complementary')
      .locator('fieldset button')
      .filter({ hasNotText: /say sorry|tell/ })
    for (let i = 0; (await remedies.count()) === 0; i++) {
      const more = page.getByRole('button', { name: /more like these/ })
      if (i === (await cards.count()) && i < MOST && (await more.count()) > 0) await more.click()
      if (i >= Math.min(MOST, await cards.count())) throw new Error('no case has a remedy that settles it')
      await cards.nth(i).click()
      await page.waitForTimeout(800) // a flight to its role, if that cannot be seen where it is
    }
    const before = await watch.evaluate((its) => its.totals())
    await watch.evaluate((its) => its.begin())
    await remedies.first().click()
    const done = await watch.evaluate((its, old) => its.untilCountedAnew(old), before)
    await watch.evaluate((its) => its.untilStill(90)) // it is kept for the next visit meanwhile
    const seen = await watch.evaluate((its) => its.seen())
    return { done: [done - seen.pressed], blocked: [longestTask(seen)] }
  },
}
