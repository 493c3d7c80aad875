// @ts-check
// The product: every desk meets twenty kinds of issue. From the drop to the chart, and from there to the numbers, which are counted in a worker.
import { manyIssues } from '../organisation/issues.mjs'
import { hold, written } from '../stage.mjs'

/** @type {import('../run.mjs').Measurement} */
export const issues = {
  name: 'issues',
  rows: {
    painted: { what: 'twenty kinds of issue at every desk: file dropped → chart painted', unit: 'ms' },
    analysed: { what: '… → totals in the strip, flags painted, after that', unit: 'ms' },
  },
  from: 1000,
  to: 100_000,
  isAlone: true,
  seconds: 300,
  async run(stage) {
    const file = manyIssues(stage.given.size)
    await hold(stage, written(`${stage.given.size}-issues.json`, [JSON.stringify(file)]).path)
    const { start, painted, counted } = await stage.watch.evaluate(async (its, name) => {
      its.begin()
      const start = its.drop()
      const painted = await its.untilShown(name)
      return { start, painted, counted: await its.untilCounted() }
    }, file.organization.name)
    return { painted: [painted - start], analysed: [counted - painted] }
  },
}
