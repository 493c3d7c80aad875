// What is painted on the screen and what is written for a slide come from the same marks; here a real Chromium draws both.
import { expect, test } from '@playwright/test'
import { createServer, type ViteDevServer } from 'vite'
import { root } from '../../src/house/place.mjs'
import type { Comparison } from './paint'

interface PaintPage {
  readonly names: readonly string[]
  readonly compare: (name: string) => Promise<Comparison>
}
/** Soft edges of type and of slanted lines differ a little between the two rasterisers; measured: 0.005 % at most. */
const MOST = 0.001

let server: ViteDevServer
let address = ''
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  server = await createServer({
    root,
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1', hmr: false, watch: null },
    optimizeDeps: { noDiscovery: true, include: ['papaparse'] }, // the one package that is no ES module
    cacheDir: 'node_modules/.cache/headstand/canvas-svg',
  })
  await server.listen()
  address = `${server.resolvedUrls?.local[0] ?? ''}test/browser/paint.html`
})
test.afterAll(async () => {
  await server.close()
})

test('every scene of the gallery looks the same on canvas and as SVG', async ({ page }) => {
  await page.goto(address)
  await page.waitForFunction(() => 'names' in globalThis)
  const names = await page.evaluate(() => (globalThis as unknown as PaintPage).names)
  expect(names.length).toBeGreaterThan(10)
  for (const name of names) {
    const found = await page.evaluate((one) => (globalThis as unknown as PaintPage).compare(one), name)
    expect(found.inked, name).toBeGreaterThan(0.02)
    expect(found.probes, name).toBeGreaterThan(6)
    expect(found.wrong, name).toEqual([])
    expect(found.share, name).toBeLessThan(MOST)
  }
})
