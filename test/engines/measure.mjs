// What becomes of our slides in other programs: see README.md.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { runnerImport } from 'vite'
import { findBrowser } from '../../src/house/browser.mjs'
import { compare } from './compare.mjs'
import { engines } from './engines.mjs'

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' }, keep: { type: 'string' } }, allowPositionals: true })
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'engines-'))
mkdirSync(folder, { recursive: true })

const { module } = await runnerImport('./test/engines/scenes.ts')
/** @type {{ name: string, svg: string, width: number, height: number, probes: any[], lines: any[] }[]} */
const drawings = module.drawings(positionals)
const { found } = await findBrowser(console.error)
if (!found) throw new Error('No browser to compare with. Name one with CHROME_PATH.')
const browser = await chromium.launch({ executablePath: found.executable, args: ['--no-sandbox'] })
const page = await browser.newPage({ deviceScaleFactor: 1 })
const asUrl = (/** @type {string} */ file) => `data:image/png;base64,${readFileSync(file).toString('base64')}`

const rows = engines().map((engine) => ({
  engine,
  shares: /** @type {number[]} */ ([]),
  probes: 0,
  off: 0,
  widths: /** @type {number[]} */ ([]),
  failed: 0,
}))
for (const { name, svg, width, height, probes, lines } of drawings) {
  const file = join(folder, `${name}.svg`)
  const ours = join(folder, `${name}.chromium.png`)
  writeFileSync(file, svg)
  await page.setViewportSize({ width: Math.ceil(width), height: Math.ceil(height) })
  await page.setContent(
    `<body style="margin:0"><img style="display:block" src="data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}">`,
  )
  await page.screenshot({ path: ours })
  for (const row of rows) {
    const theirs = join(folder, `${name}.${row.engine.name.replaceAll(' ', '-').toLowerCase()}.png`)
    try {
      row.engine.draw(file, theirs, { width, height })
      const seen = await page.evaluate(compare, { ours: asUrl(ours), theirs: asUrl(theirs), width, height, probes, lines })
      row.shares.push(seen.share)
      row.probes += seen.probes
      row.off += seen.off
      row.widths.push(...seen.widths)
      console.log(
        `${name.padEnd(30)} ${row.engine.name.padEnd(14)} ${(seen.share * 100).toFixed(2).padStart(6)} %  probes off ${seen.off}/${seen.probes}  widths ${widest(seen.widths)}`,
      )
    } catch (error) {
      row.failed++
      console.log(
        `${name.padEnd(30)} ${row.engine.name.padEnd(14)} not drawn: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
      )
    }
  }
}
await browser.close()

/** @param {number[]} widths */
function widest(widths) {
  if (widths.length === 0) return '–'
  const off = widths.map((one) => Math.abs(one - 1)).sort((a, b) => a - b)
  return `${((off[Math.floor(off.length * 0.95)] ?? 0) * 100).toFixed(1)} %`
}
const percent = (/** @type {number} */ share) => `${(share * 100).toFixed(2)} %`
const table = [
  `| program | slides | differs, median | at most | boxes off colour | 95 % of lines within |`,
  `|---|---|---|---|---|---|`,
  ...rows.map(({ engine, shares, probes, off, widths }) => {
    const sorted = shares.toSorted((a, b) => a - b)
    const median = sorted[sorted.length >> 1] ?? 0
    return `| ${engine.name} ${engine.version} | ${shares.length} | ${percent(median)} | ${percent(sorted.at(-1) ?? 0)} | ${off} of ${probes} | ${widest(widths)} of ${widths.length} |`
  }),
].join('\n')
console.log(`\nBeside Chromium ${found.version ?? ''}\n\n${table}\n\nPictures: ${folder}`)

if (values.write) {
  const file = 'src/export/README.md'
  const text = readFileSync(file, 'utf8')
  const [from, to] = ['<!-- engines -->', '<!-- /engines -->']
  if (!text.includes(from)) throw new Error(`${file} has no place for the table (${from})`)
  writeFileSync(file, `${text.slice(0, text.indexOf(from) + from.length)}\n${table}\n${text.slice(text.indexOf(to))}`)
}
if (rows.some(({ failed }) => failed > 0)) process.exitCode = 1
