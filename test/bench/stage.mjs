// @ts-check
// One page for one repetition: opened with its sample drawn and the watch set, and what can be done to it from outside.
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watchPage } from './watch.mjs'

/**
 * @typedef {object} Given an organisation, as it is given to all who draw it
 * @property {number} size
 * @property {string} name
 * @property {string} file path of a file in Headstand's format
 * @property {string} flatFile path of a list of { id, parentId, name, title }
 * @property {number} megabytes of `file`
 * @property {string} manager title of a manager in the middle of the reporting line
 * @property {() => { name: string, file: string }} other another organisation of the same size
 *
 * @typedef {object} Stage
 * @property {import('@playwright/test').Page} page
 * @property {import('@playwright/test').JSHandle<import('./watch.mjs').Watch>} watch
 * @property {import('@playwright/test').CDPSession} session
 * @property {Given} given
 */

const folder = mkdtempSync(join(tmpdir(), 'headstand-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** @param {string} name @param {Iterable<string>} pieces */
export function written(name, pieces) {
  const path = join(folder, name)
  writeFileSync(path, '')
  let bytes = 0
  for (const piece of pieces) {
    appendFileSync(path, piece)
    bytes += piece.length
  }
  return { path, megabytes: bytes / 1e6 }
}

/** @param {import('@playwright/test').Browser} browser @param {string} address @param {Given} given @returns {Promise<Stage & { close: () => Promise<void> }>} */
export async function stageFor(browser, address, given) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'no-preference', locale: 'en' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  await page.addInitScript(watchPage)
  await page.goto(address)
  await page.locator('canvas[data-view]').waitFor()
  await page.keyboard.press('Shift') // whoever touches anything keeps the sample from turning by itself
  const watch = await page.evaluateHandle(() => /** @type {import('./watch.mjs').Watch} */ (Reflect.get(globalThis, 'benchWatch')))
  await watch.evaluate((its) => its.untilStill())
  const session = await context.newCDPSession(page)
  return { page, watch, session, given, close: () => context.close() }
}

/** The text of a file lies in the page's memory: what is dropped next. @param {Stage} stage @param {string} [path] */
export async function hold({ page, watch, given }, path = given.file) {
  const input = await page.evaluateHandle(() => {
    const made = Object.assign(document.createElement('input'), { type: 'file', hidden: true })
    return document.body.appendChild(made)
  })
  await input.setInputFiles(path)
  await watch.evaluate((its, from) => its.hold(from), input)
  await input.dispose()
}

/** The chart is turned, if it is not. @param {Stage} stage */
export async function turned({ page, watch }) {
  const label = await page.locator('canvas[data-view]').getAttribute('aria-label')
  if (!label?.includes('customers on top')) await page.keyboard.press('f')
  await watch.evaluate((its) => its.untilStill())
}

/**
 * What is alive after a collection, in MB: scripts, the page's elements, and what typed arrays stand on; of the page, and of all its workers.
 * @param {Stage} stage
 */
export async function heap({ session }) {
  const page = await alive((method) => session.send(/** @type {'Runtime.getHeapUsage'} */ (method)))
  let working = 0
  /** @type {string[]} */
  const workers = []
  const enter = (/** @type {{ sessionId: string }} */ { sessionId }) => workers.push(sessionId)
  session.on('Target.attachedToTarget', enter)
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false })
  for (const worker of workers) working += await alive((method) => askWorker(session, worker, method))
  await session.send('Target.setAutoAttach', { autoAttach: false, waitForDebuggerOnStart: false, flatten: false })
  session.off('Target.attachedToTarget', enter)
  return { page: page / 1e6, workers: working / 1e6 }
}

/** @param {(method: string) => Promise<any>} ask */
async function alive(ask) {
  await ask('HeapProfiler.collectGarbage')
  const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await ask('Runtime.getHeapUsage')
  return usedSize + embedderHeapUsedSize + backingStorageSize
}

let asked = 0
/** Playwright has no sessions of workers. A worker that is busy does not answer, and one that has ended never will: it counts nothing then. */
function askWorker(
  /** @type {import('@playwright/test').CDPSession} */ session,
  /** @type {string} */ sessionId,
  /** @type {string} */ method,
) {
  const id = ++asked
  return new Promise((resolve) => {
    const end = (/** @type {object} */ result) => {
      clearTimeout(limit)
      session.off('Target.receivedMessageFromTarget', hear)
      resolve(result)
    }
    const hear = (/** @type {{ sessionId: string, message: string }} */ { sessionId: from, message }) => {
      const answer = JSON.parse(message)
      if (from === sessionId && answer.id === id) end(answer.result ?? {})
    }
    const limit = setTimeout(() => end({ usedSize: 0 }), 5000)
    session.on('Target.receivedMessageFromTarget', hear)
    session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) }).catch(() => end({ usedSize: 0 }))
  })
}
