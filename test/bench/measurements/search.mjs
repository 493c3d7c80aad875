// @ts-check
// A manager in the middle of the line is looked for by title and chosen: then the keyboard is on it.
import { longestTask } from '../statistics.mjs'

const limits = [50, 50, 50, 50, 50]

/** @type {import('../run.mjs').Measurement} */
export const search = {
  name: 'search',
  rows: {
    letter: { what: 'search: a letter → what is found is listed', unit: 'ms', limits },
    blocked: { what: '… longest task', unit: 'ms', limits },
  },
  async run({ page, watch, given }) {
    await page.keyboard.press('/')
    await page.locator('[data-search] input').waitFor()
    await watch.evaluate((its) => its.untilStill())
    await watch.evaluate((its) => its.listen('[data-search]'))
    const letter = []
    let blocked = 0
    for (const one of given.manager) {
      await watch.evaluate((its) => its.begin())
      await page.keyboard.press(one === ' ' ? 'Space' : one)
      const end = await watch.evaluate((its) => its.untilSaid())
      const seen = await watch.evaluate((its) => its.seen())
      letter.push(end - seen.pressed)
      blocked = Math.max(blocked, longestTask(seen))
    }
    await page.keyboard.press('Enter')
    await watch.evaluate((its) => its.untilStill())
    return { letter, blocked: [blocked] }
  },
}
