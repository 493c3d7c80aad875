// npm start: from a fresh clone to an address, with nothing done twice.
import './node-version.mjs'
import { buildPage } from './build-page.mjs'
import { install } from './install.mjs'
import { serve } from './serve.mjs'

const { PORT } = process.env
try {
  await install(console.log)
  await buildPage(console.log)
  const { address } = await serve({ port: Number(PORT ?? 4173), strictPort: PORT !== undefined })
  console.log(`Headstand is at ${address} (Ctrl+C stops it)`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
