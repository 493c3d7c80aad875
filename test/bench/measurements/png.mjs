// @ts-check
// The whole chart on a slide as pixels, three a unit, by the dialog, which has drawn it: from the click until the browser is handed the file.
import { turned } from '../stage.mjs'
import { longestTask } from '../statistics.mjs'

/** @type {import('../run.mjs').Measurement} */
export const png = {
  name: 'png',
  rows: {
    written: { what: 'whole chart written as PNG, 3840 × 2160', unit: 'ms' },
    size: { what: '… size of the file', unit: 'MB' },
    blocked: { what: '… longest task', unit: 'ms' },
  },
  async run(stage) {
    const { page, watch } = stage
    if (await page.getByRole('dialog').isVisible()) await page.keyboard.press('Escape')
    await turned(stage)
    await page.getByRole('button', { name: /^Export/ }).click()
    await page.getByRole('radio', { name: /PNG/ }).click()
    await page.getByRole('button', { name: '16:9' }).click()
    const save = page.getByRole('dialog').locator('button[aria-disabled=false]', { hasText: 'Save' })
    await save.waitFor()
    await watch.evaluate((its) => its.untilStill())
    await watch.evaluate((its) => its.begin())
    await save.click()
    const written = await page.waitForFunction((its) => its.seen().written[0], watch)
    const { at, bytes } = await written.evaluate((one) => one ?? { at: Number.NaN, bytes: 0 })
    await watch.evaluate((its) => its.untilStill())
    const seen = await watch.evaluate((its) => its.seen())
    await page.keyboard.press('Escape')
    return { written: [at - seen.pressed], size: [bytes / 1e6], blocked: [longestTask(seen)] }
  },
}
