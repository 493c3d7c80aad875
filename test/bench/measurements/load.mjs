// @ts-check
// From a text in the page's memory to the fitted chart on the page, to the numbers in its strip, and what stays in memory afterwards.

import { heap, hold } from '../stage.mjs'
import { longestTask } from '../statistics.mjs'

/** @type {import('../run.mjs').Measurement} */
export const load = {
  name: 'load',
  rows: {
    painted: { what: 'load: file dropped → chart painted', unit: 'ms', limits: [60, 60, 110, 300, 1500] },
    counted: { what: '… → totals in the strip, flags painted', unit: 'ms' },
    blocked: { what: '… longest task after the first paint', unit: 'ms', limits: [50, 50, 50, 50, 50] },
    heap: { what: 'heap over the page with its sample', unit: 'MB', limits: [2, 3, 8, 45, 400] },
    empty: { what: '… of that page itself', unit: 'MB' },
    elements: { what: 'DOM elements, the most seen', unit: '', limits: [2000, 2000, 2000, 2000, 2000] },
  },
  async run(stage) {
    const { watch, given } = stage
    const before = await heap(stage)
    await hold(stage)
    const { start, painted, counted } = await watch.evaluate(async (its, name) => {
      its.begin()
      const start = its.drop()
      const painted = await its.untilShown(name)
      return { start, painted, counted: await its.untilCounted() }
    }, given.name)
    await watch.evaluate((its) => its.untilStill(90)) // it is kept for the next visit meanwhile
    const seen = await watch.evaluate((its) => its.seen())
    const after = await heap(stage)
    // A worker kept warm before that is not there any more is no merit of the file.
    const more = after.page - before.page + Math.max(0, after.workers - before.workers)
    return {
      painted: [painted - start],
      counted: [counted - start],
      blocked: [longestTask(seen, painted)],
      heap: [more],
      empty: [before.page + before.workers],
      elements: [await watch.evaluate((its) => its.elements())],
    }
  },
}
