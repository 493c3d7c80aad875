// @ts-check
// Started by src/house/bench.mjs, which finds the browser and serves the built page: a page of its own for each repetition, every measurement
// in it one after another; then other libraries with the same organisations; then RESULTS.md.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { chromium, errors } from '@playwright/test'
import { launchOptions } from '../../src/house/browser.mjs'
import { cancel } from './measurements/cancel.mjs'
import { edit } from './measurements/edit.mjs'
import { flip } from './measurements/flip.mjs'
import { fold } from './measurements/fold.mjs'
import { issues } from './measurements/issues.mjs'
import { load } from './measurements/load.mjs'
import { many } from './measurements/many.mjs'
import { pan } from './measurements/pan.mjs'
import { png } from './measurements/png.mjs'
import { search } from './measurements/search.mjs'
import { svg } from './measurements/svg.mjs'
import { wishes } from './options.mjs'
import { organisation } from './organisation.mjs'
import { drawPeer, peers, servePeers } from './peers.mjs'
import { reportOf, unmeasured } from './report.mjs'
import { hold, stageFor, written } from './stage.mjs'

/**
 * Where `isFrame`, a row shows the median and the 95th percentile of all frames, else the median and the worst of all repetitions. `limits` are the
 * targets at 100, 1,000, 10,000, 100,000 and 1,000,000 boxes: of the 95th percentile of frames, of the median of others.
 * @typedef {{ what: string, unit: 'ms' | 'MB' | '', isFrame?: boolean, limits?: readonly number[] }} Row
 *
 * `rows` are those of the table, in order; `run` gives what was measured for each of them. `isAlone`: in a page of its own; `from` and `to`
 * say at which sizes.
 * @typedef {object} Measurement
 * @property {string} name
 * @property {Record<string, Row>} rows
 * @property {(stage: import('./stage.mjs').Stage) => Promise<Record<string, readonly number[]>>} run
 * @property {boolean} [isAlone]
 * @property {boolean} [isOnce]
 * @property {number} [seconds] that it may take; 60 unless said
 * @property {number} [from]
 * @property {number} [to]
 */

/** In this order: each finds the page as the one before has left it. @type {readonly Measurement[]} */
const measurements = [load, search, fold, flip, pan, edit, svg, png, issues, cancel, many]
const secondsEach = 60
const peersUpTo = 100_000

class Late extends Error {}

const { CHROME_PATH, HEADSTAND_ADDRESS = '' } = process.env
if (!HEADSTAND_ADDRESS) throw new Error('this is run by: npm run bench')
const asked = wishes(process.argv.slice(2))
const chosen = measurements.filter(({ name }) => asked.only.length === 0 || asked.only.includes(name) || name === 'load')
const say = (/** @type {string} */ line) => console.error(line)
const launch = () => chromium.launch({ ...launchOptions, executablePath: CHROME_PATH })

/** @type {import('./report.mjs').Report} */
const report = {
  machine: `${availableParallelism()} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`,
  busyBefore: loadavg()[0] ?? 0,
  browser: '',
  commit: commit(),
  rows: chosen.flatMap(({ name, rows, from, to }) => Object.entries(rows).map(([key, row]) => ({ id: `${name}.${key}`, row, from, to }))),
  columns: [],
}
for (const size of asked.sizes) report.columns.push(await columnOf(size))
if (asked.hasPeers) await addPeers()
report.busyAfter = loadavg()[0] ?? 0
const text = reportOf(report)
console.log(text)
if (asked.isWritten) writeFileSync(new URL('RESULTS.md', import.meta.url), text)
const nothing = unmeasured(report)
for (const what of nothing) say(`Nothing was measured: ${what}`)
process.exitCode = nothing.length > 0 ? 1 : 0

/** @param {number} size @returns {Promise<import('./report.mjs').Column>} */
async function columnOf(size) {
  const given = givenFor(size)
  /** @type {import('./report.mjs').Column} */
  const column = {
    size,
    times: asked.times ?? (size > 1000 ? 3 : 5),
    given,
    values: new Map(),
    missing: new Map(),
    peers: new Map(),
  }
  const fits = (/** @type {Measurement} */ { from = 0, to = Number.POSITIVE_INFINITY }) => size >= from && size <= to
  for (let i = 0; i < column.times; i++) {
    await repetition(
      column,
      chosen.filter((one) => !one.isAlone),
    )
    for (const one of chosen) if (one.isAlone && fits(one) && !(one.isOnce && i > 0)) await repetition(column, [one])
    say(`${size} boxes: ${i + 1} of ${column.times}, load ${column.values.get('load.painted')?.at(-1)?.toFixed(0)} ms`)
  }
  return column
}

/** @param {number} size @returns {import('./stage.mjs').Given} */
function givenFor(size) {
  const made = organisation(size)
  const { path, megabytes } = written(`${size}.json`, made.pieces())
  const flat = written(`${size}-flat.json`, size > peersUpTo || !asked.hasPeers ? [] : made.flatPieces())
  const other = () => {
    const second = organisation(size, { seed: 2 })
    const file = written(`${size}-2.json`, second.pieces()).path
    return { name: second.name, file }
  }
  /** @type {ReturnType<typeof other> | null} */
  let others = null
  return { size, name: made.name, file: path, flatFile: flat.path, megabytes, manager: made.manager, other: () => (others ??= other()) }
}

/**
 * What cannot be done in time is told as such, and the rest is measured in another page.
 * @param {import('./report.mjs').Column} column to which it adds @param {readonly Measurement[]} all
 */
async function repetition(column, all) {
  const { values, missing, given } = column
  const failedIn = (/** @type {Measurement} */ { name, rows }, /** @type {unknown} */ error) => {
    const why = whyOf(error, `${column.size} boxes, ${name}`)
    for (const key of Object.keys(rows)) missing.set(`${name}.${key}`, why)
  }
  /** Nobody waits twice for what was not through once. */
  const isGivenUp = (/** @type {Measurement} */ { name, rows }) => Object.keys(rows).some((key) => missing.has(`${name}.${key}`))
  let rest = all.filter((one) => !isGivenUp(one))
  while (rest.length > 0) {
    const browser = await launch()
    report.browser = `headless Chromium ${browser.version()}, 1280 × 800, no GPU`
    let current = load
    try {
      const stage = await within(stageFor(browser, HEADSTAND_ADDRESS, given))
      if (rest[0] !== load && !rest[0]?.isAlone) await within(opened(stage))
      while (rest.length > 0) {
        current = /** @type {Measurement} */ (rest[0])
        rest = rest.slice(1)
        const measured = await within(current.run(stage), current.seconds)
        for (const [key, row] of Object.entries(current.rows)) {
          const id = `${current.name}.${key}`
          const added = measured[key] ?? []
          if (added.length === 0 || added.some(Number.isNaN)) throw new Error(`nothing was measured for “${row.what}”`)
          values.set(id, [...(values.get(id) ?? []), ...added])
        }
      }
    } catch (error) {
      failedIn(current, error)
      if (current === load) {
        for (const one of rest) failedIn(one, error)
        rest = []
      }
    } finally {
      await ended(browser)
    }
  }
}

/** @param {unknown} error @param {string} where */
function whyOf(error, where) {
  if (error instanceof Late) return error.message
  if (error instanceof errors.TimeoutError) return `not in ${secondsEach} s`
  say(`${where}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
  return 'failed'
}

/** @param {import('./stage.mjs').Stage} stage */
async function opened(stage) {
  await hold(stage)
  await stage.watch.evaluate(async (its, name) => {
    its.begin()
    its.drop()
    await its.untilShown(name)
    await its.untilCounted()
    await its.untilStill()
  }, stage.given.name)
}

async function addPeers() {
  const server = await servePeers(say)
  try {
    for (const column of report.columns) {
      if (column.size > peersUpTo) continue
      for (const id of /** @type {import('./peers.mjs').PeerId[]} */ (Object.keys(peers)))
        for (let i = 0; i < Math.min(3, column.times); i++) {
          const isThrough = await peerOnce(server.address, id, column)
          say(`${column.size} boxes, ${id}: load ${column.peers.get(`${id}.load`)?.at(-1)?.toFixed(0) ?? 'not finished'}`)
          if (!isThrough) break
        }
    }
  } finally {
    await server.close()
  }
}

/** Whether all that it can do was done in time. @param {string} address @param {import('./peers.mjs').PeerId} id @param {import('./report.mjs').Column} column */
async function peerOnce(address, id, { given, peers: values, missing }) {
  const browser = await launch()
  let isThrough = true
  try {
    await drawPeer(browser, address, id, given, async (measure, work) => {
      const key = `${id}.${measure}`
      try {
        const ms = await within(work())
        values.set(key, [...(values.get(key) ?? []), ms])
      } catch (error) {
        missing.set(key, whyOf(error, key))
        isThrough = false
      }
      return isThrough
    })
  } finally {
    await ended(browser)
  }
  return isThrough
}

/** @template T @param {Promise<T>} work @param {number} [seconds] @returns {Promise<T>} */
async function within(work, seconds = secondsEach) {
  /** @type {NodeJS.Timeout | undefined} */
  let limit
  const late = new Promise((_, reject) => {
    limit = setTimeout(() => reject(new Late(`not in ${seconds} s`)), seconds * 1000)
  })
  work.catch(() => {}) // what comes after its time is nobody's
  return /** @type {Promise<T>} */ (Promise.race([work, late]).finally(() => clearTimeout(limit)))
}

/** A page that hangs does not keep its browser. @param {import('@playwright/test').Browser} browser */
async function ended(browser) {
  await Promise.race([browser.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 15_000))])
}

function commit() {
  try {
    const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { encoding: 'utf8' }).trim()
    return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--short', '--', 'src') === '' ? '' : ', with changes'}`
  } catch {
    return 'unknown'
  }
}
