// @ts-check
// The branch of the manager that was found is folded and unfolded by the keyboard, the chart fitted.
import { turn } from './flip.mjs'

const limits = [20, 25, 36, 80, 210]

/** @type {import('../run.mjs').Measurement} */
export const fold = {
  name: 'fold',
  rows: {
    fold: { what: 'fold a mid-level manager: key → first frame', unit: 'ms', limits },
    unfold: { what: 'unfold it again: key → first frame', unit: 'ms', limits },
    frame: { what: '… a frame of the move', unit: 'ms', isFrame: true },
    blocked: { what: '… longest task', unit: 'ms', limits: [50, 50, 50, 50, 50] },
  },
  async run(stage) {
    const { page, watch } = stage
    await page.keyboard.press('0')
    await watch.evaluate((its) => its.untilStill())
    if ((await page.locator('[data-does]').getAttribute('data-does')) !== 'fold') throw new Error('no manager is chosen')
    const folded = await turn(stage, ' ')
    if ((await page.locator('[data-does]').getAttribute('data-does')) !== 'unfold') throw new Error('nothing was folded')
    const unfolded = await turn(stage, ' ')
    await page.keyboard.press('Escape')
    await watch.evaluate((its) => its.untilStill())
    return {
      fold: [folded.first],
      unfold: [unfolded.first],
      frame: [...folded.frame, ...unfolded.frame],
      blocked: [Math.max(folded.blocked, unfolded.blocked)],
    }
  },
}
