// @ts-check
// From a text in the page's memory to the chart on the page, and what stays in memory afterwards.

/** @type {import('../run.mjs').Measurement} */
export const load = {
  rows: {
    painted: { what: 'load: file dropped → chart painted', unit: 'ms' },
    blocked: { what: '      longest task over 50 ms', unit: 'ms' },
    heap: { what: '      heap over the page with its sample', unit: 'MB' },
  },
  async run({ watch, session, organisation: { name, text } }) {
    const before = await heap(session)
    await watch.evaluate((its, given) => its.hold(given), text)
    await watch.evaluate((its) => its.begin())
    const painted = await watch.evaluate((its, given) => its.open(given), name)
    const { longTasks } = await watch.evaluate((its) => its.untilStill())
    return {
      painted: [painted],
      blocked: [Math.max(0, ...longTasks.map(({ ms }) => ms))],
      heap: [((await heap(session)) - before) / 2 ** 20],
    }
  },
}

/** Bytes in use by scripts, by the page's elements, and by what typed arrays stand on. @param {import('@playwright/test').CDPSession} session */
async function heap(session) {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage')
  return usedSize + embedderHeapUsedSize + backingStorageSize
}
