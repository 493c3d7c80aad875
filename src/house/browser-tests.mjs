// npm run test:browser [-- arguments of Playwright]: the built page, served here, in a browser that proved itself.
import './node-version.mjs'
import { findBrowser } from './browser.mjs'
import { buildPage } from './build-page.mjs'
import { install } from './install.mjs'
import { runTool } from './run.mjs'
import { serve } from './serve.mjs'

try {
  await install(console.log)
  await buildPage(console.log)
  const { found, tried } = await findBrowser(console.log)
  if (!found) throw new Error([`No browser to test with. Name one with CHROME_PATH. Tried:`, ...tried].join('\n  '))
  console.log(`Browser: ${found.where}`)
  const { address, close } = await serve({ port: 4273, strictPort: false })
  const env = { ...process.env, CHROME_PATH: found.executable, HEADSTAND_ADDRESS: address }
  const args = ['test', '--config', 'test/browser/playwright.config.ts', ...process.argv.slice(2)]
  const { code } = await runTool('@playwright/test/cli.js', args, { env, shown: true, seconds: 1200 })
  await close()
  process.exitCode = code
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
