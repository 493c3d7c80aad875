// @ts-check
// Other libraries, installed beside the project from a lock of their own, drawing the same organisations in pages of their own (peers/).
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '../../src/house/fingerprint.mjs'
import { cache, root } from '../../src/house/place.mjs'
import { runNpm } from '../../src/house/run.mjs'

const recipe = 'test/bench/peers'
/** Names of pages, and how the libraries call themselves. */
export const peers = { 'd3-org-chart': 'd3-org-chart', echarts: 'ECharts tree', xyflow: '@xyflow/react' }
/** @typedef {keyof typeof peers} PeerId */
export const peerMeasures = /** @type {const} */ (['load', 'flip', 'svg', 'png'])
/** @typedef {typeof peerMeasures[number]} PeerMeasure */

/** @type {import('vite').InlineConfig} */
const settings = {
  configFile: false,
  base: './',
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic' } },
  build: { rollupOptions: { input: Object.keys(peers).map((id) => `${id}.html`) }, chunkSizeWarningLimit: 4000 },
}

/** Their pages on this machine only; fetched and built where they are not there as locked. @param {(line: string) => void} say */
export async function servePeers(say) {
  const folder = join(cache, `peers-${fingerprint(root, [recipe])}`)
  const { build, preview } = await import('vite')
  if (!existsSync(folder)) {
    say('Fetching the other libraries from npm …')
    const unfinished = `${folder}.${process.pid}`
    try {
      cpSync(join(root, recipe), unfinished, { recursive: true })
      cpSync(join(root, '.npmrc'), join(unfinished, '.npmrc'))
      const { code, output } = await runNpm(
        ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', unfinished],
        {
          cwd: unfinished,
          seconds: 300,
        },
      )
      if (code !== 0) throw new Error(`npm could not install them: ${output.trim()}`)
      await build({ ...settings, root: unfinished })
      renameSync(unfinished, folder)
    } finally {
      rmSync(unfinished, { recursive: true, force: true })
    }
  }
  const server = await preview({ ...settings, root: folder, preview: { port: 4293, host: '127.0.0.1', open: false } })
  const address = server.resolvedUrls?.local[0]
  if (!address) throw new Error('the other libraries are served, but have no address')
  return { address, close: () => server.close() }
}

/**
 * One library, once: ms of each measure as soon as it is known.
 * @param {import('@playwright/test').Browser} browser @param {string} address @param {PeerId} id @param {import('./stage.mjs').Given} given
 * @param {(measure: PeerMeasure, work: () => Promise<number>) => Promise<boolean>} within whether it was through in time
 */
export async function drawPeer(browser, address, id, given, within) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${address}${id}.html`)
  await page.waitForFunction('globalThis.peer')
  const input = await page.evaluateHandle(() => document.body.appendChild(Object.assign(document.createElement('input'), { type: 'file' })))
  await input.setInputFiles(given.flatFile)
  await page.evaluate((from) => Reflect.get(globalThis, 'peer').hold(from), input)
  const ask = (/** @type {string} */ what) => page.evaluate((name) => Reflect.get(globalThis, 'peer')[name](), what)
  const isDrawn = await within('load', () => ask('open'))
  if (!isDrawn) return
  const canWrite = await page.evaluate(() => 'svg' in Reflect.get(globalThis, 'peer'))
  const isTurned = (await within('flip', () => ask('flip'))) && (await within('flip', () => ask('flip')))
  if (isTurned && canWrite && (await within('svg', () => ask('svg')))) await within('png', () => ask('png'))
}
