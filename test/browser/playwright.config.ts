// Started by src/house/browser-tests.mjs, which finds the browser and serves the built page.
import { defineConfig } from '@playwright/test'
import { launchOptions } from '../../src/house/browser.mjs'

export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/headstand/browser-tests',
  fullyParallel: true,
  workers: 2,
  // No test is about time: they end what would never end, on a machine with much else to do.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: process.env.HEADSTAND_ADDRESS,
    launchOptions: {
      ...launchOptions,
      executablePath: process.env.CHROME_PATH,
      // Hinting shifts letters by parts of a pixel, on each machine otherwise; canvas and SVG are compared without.
      args: [...launchOptions.args, '--font-render-hinting=none'],
    },
    viewport: { width: 1280, height: 800 },
    trace: 'off',
  },
})
