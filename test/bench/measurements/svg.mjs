// @ts-check
// The whole chart as an SVG file, by the dialog, which has drawn it: from the click until the browser is handed the file.
import { turned } from '../stage.mjs'
import { longestTask } from '../statistics.mjs'

/** @type {import('../run.mjs').Measurement} */
export const svg = {
  name: 'svg',
  rows: {
    written: { what: 'whole chart written as SVG', unit: 'ms', limits: [5, 11, 70, 700] },
    size: { what: '… size of the file', unit: 'MB' },
    blocked: { what: '… longest task', unit: 'ms', limits: [50, 50, 50, 50, 50] },
  },
  async run(stage) {
    const { page, watch } = stage
    await turned(stage)
    await page.getByRole('button', { name: /^Export/ }).click()
    await page.getByRole('button', { name: 'Natural' }).click()
    const save = page.getByRole('dialog').locator('button[aria-disabled=false]', { hasText: 'Save' })
    await save.waitFor()
    await watch.evaluate((its) => its.untilStill())
    await watch.evaluate((its) => its.begin())
    await save.click()
    const written = await page.waitForFunction((its) => its.seen().written[0], watch)
    const { at, bytes } = await written.evaluate((one) => one ?? { at: Number.NaN, bytes: 0 })
    await watch.evaluate((its) => its.untilStill())
    const seen = await watch.evaluate((its) => its.seen())
    return { written: [at - seen.pressed], size: [bytes / 1e6], blocked: [longestTask(seen)] }
  },
}
