// npm run bench [-- sizes]: how long the built page takes, in a browser that proved itself, beside other libraries. A whole run is written to
// test/bench/RESULTS.md.
import './node-version.mjs'
import { findBrowser } from './browser.mjs'
import { buildPage } from './build-page.mjs'
import { install } from './install.mjs'
import { run } from './run.mjs'
import { serve } from './serve.mjs'

try {
  await install(console.error)
  await buildPage(console.error)
  const { found, tried } = await findBrowser(console.error)
  if (!found) throw new Error([`No browser to measure in. Name one with CHROME_PATH. Tried:`, ...tried].join('\n  '))
  const { address, close } = await serve({ port: 4283, strictPort: false })
  const env = { ...process.env, CHROME_PATH: found.executable, HEADSTAND_ADDRESS: address }
  const { code } = await run(process.execPath, ['test/bench/run.mjs', ...process.argv.slice(2)], { env, shown: true, seconds: 7200 })
  await close()
  process.exitCode = code
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
