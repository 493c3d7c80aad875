// @ts-check
// Started by src/house/bench.mjs, which finds the browser and serves the built page: a page of its own for each repetition, every measurement
// in it one after another, and a table at the end.
import { availableParallelism, loadavg } from 'node:os'
import { chromium } from '@playwright/test'
import { launchOptions } from '../../src/house/browser.mjs'
import { flip } from './measurements/flip.mjs'
import { load } from './measurements/load.mjs'
import { pan } from './measurements/pan.mjs'
import { organisation } from './organisation.mjs'
import { tableOf } from './table.mjs'
import { watchPage } from './watch.mjs'

/**
 * `rows` are those of the table, in order; `run` gives what was measured for each of them. Where `isFrame`, the row shows the median and the
 * 95th percentile of all frames, else the median and the worst of all repetitions.
 * @typedef {{ what: string, unit: 'ms' | 'MB', isFrame?: boolean }} Row
 * @typedef {{ rows: Record<string, Row>, run: (stage: Stage) => Promise<Record<string, readonly number[]>> }} Measurement
 *
 * The page of one repetition, with its sample drawn and the watch set.
 * @typedef {object} Stage
 * @property {import('@playwright/test').Page} page
 * @property {import('@playwright/test').JSHandle<import('./watch.mjs').Watch>} watch
 * @property {import('@playwright/test').CDPSession} session
 * @property {{ name: string, text: string }} organisation
 */

/** In this order: each finds the page as the one before has left it. */
const measurements = [load, flip, pan]
const repetitions = new Map([
  [100, 5],
  [1_000, 5],
  [10_000, 3],
])
const secondsEach = 90

const { CHROME_PATH, HEADSTAND_ADDRESS } = process.env
if (!HEADSTAND_ADDRESS) throw new Error('this is run by: npm run bench')
const sizes = process.argv.slice(2).map(Number)
if (sizes.some((size) => !(size >= 1))) throw new Error('sizes are numbers of boxes: npm run bench -- 100 1000')

const busyBefore = loadavg()[0] ?? 0
const browser = await chromium.launch({ ...launchOptions, executablePath: CHROME_PATH })
try {
  /** @type {import('./table.mjs').Column[]} */
  const columns = []
  for (const size of sizes.length > 0 ? sizes : repetitions.keys()) {
    const given = organisation(size)
    const times = repetitions.get(size) ?? 3
    /** @type {Map<Row, number[]>} */
    const values = new Map()
    for (let i = 0; i < times; i++) await within(repetition(given, values), `${size} boxes`)
    columns.push({ size, times, megabytes: given.text.length / 2 ** 20, values })
    console.error(`${size} boxes: measured ${times} times`)
  }
  console.log(
    `\n${availableParallelism()} cores (load average before: ${busyBefore.toFixed(1)}), headless Chromium ${browser.version()}, 1280 × 800\n`,
  )
  console.log(tableOf(columns))
} finally {
  await browser.close()
}

/** @param {{ name: string, text: string }} given @param {Map<Row, number[]>} values to which it adds */
async function repetition(given, values) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'no-preference' })
  try {
    const page = await context.newPage()
    await page.addInitScript(watchPage)
    await page.goto(/** @type {string} */ (HEADSTAND_ADDRESS))
    await page.locator('canvas[data-view]').waitFor()
    await page.keyboard.press('Shift') // whoever touches anything keeps the sample from turning by itself
    const watch = await page.evaluateHandle(() => /** @type {import('./watch.mjs').Watch} */ (Reflect.get(globalThis, 'benchWatch')))
    await watch.evaluate((its) => its.untilStill())
    const session = await context.newCDPSession(page)
    for (const { rows, run } of measurements) {
      const measured = await run({ page, watch, session, organisation: given })
      for (const [key, row] of Object.entries(rows)) {
        const added = measured[key] ?? []
        if (added.length === 0 || added.some(Number.isNaN)) throw new Error(`nothing was measured for “${row.what.trim()}”`)
        values.set(row, [...(values.get(row) ?? []), ...added])
      }
    }
  } finally {
    await context.close()
  }
}

/** @param {Promise<void>} work @param {string} what */
async function within(work, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let limit
  const late = new Promise((_, reject) => {
    limit = setTimeout(() => reject(new Error(`${what}: not through after ${secondsEach} s`)), secondsEach * 1000)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(limit))
}
