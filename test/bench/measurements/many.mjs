// @ts-check
// Ten large files opened one after another: what stays of those before.
import { heap, hold } from '../stage.mjs'

/** Some of what is let go is let go when the page has nothing else to do. */
const restMs = 3000

/** @type {import('../run.mjs').Measurement} */
export const many = {
  name: 'many',
  rows: {
    second: { what: 'heap with the second of ten files', unit: 'MB' },
    grown: { what: '… more with the tenth', unit: 'MB', limits: [1, 1, 1, 5, 40] },
  },
  from: 100_000,
  to: 100_000,
  isAlone: true,
  isOnce: true,
  seconds: 300,
  async run(stage) {
    const { page, watch, given } = stage
    const heaps = []
    for (let i = 0; i < 10; i++) {
      const { name, file } = i % 2 === 0 ? given : given.other()
      await hold(stage, file)
      await watch.evaluate(async (its, shown) => {
        its.begin()
        its.drop()
        await its.untilShown(shown)
        await its.untilCounted()
        await its.untilStill()
      }, name)
      if (i === 1 || i === 9) await page.waitForTimeout(restMs)
      const { page: own, workers } = await heap(stage)
      heaps.push(own + workers)
    }
    return { second: [Number(heaps[1])], grown: [Number(heaps[9]) - Number(heaps[1])] }
  },
}
