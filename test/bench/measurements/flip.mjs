// @ts-check
// The headstand: the key F, first after a load, when nothing of the other chart is placed yet, and back again, when everything is.
import { framesOf } from '../statistics.mjs'

/** @type {import('../run.mjs').Measurement} */
export const flip = {
  rows: {
    first: { what: 'flip: key → first frame, first time', unit: 'ms' },
    again: { what: '      key → first frame, back again', unit: 'ms' },
    frame: { what: '      a frame of the turn', unit: 'ms', isFrame: true },
    work: { what: '      … of it main thread', unit: 'ms', isFrame: true },
  },
  async run(stage) {
    const forth = await turn(stage)
    const back = await turn(stage)
    return {
      first: [forth.first],
      again: [back.first],
      frame: [...forth.frame, ...back.frame],
      work: [...forth.work, ...back.work],
    }
  },
}

/** @param {import('../run.mjs').Stage} stage */
export async function turn({ page, watch }) {
  await watch.evaluate((its) => its.begin())
  await page.keyboard.press('f')
  const { frames, pressed } = await watch.evaluate((its) => its.untilStill())
  const first = frames.find(({ isPainted, end }) => isPainted && end > pressed)
  return { first: (first?.end ?? Number.NaN) - pressed, ...framesOf(frames) }
}
