// npm test: everything, one line a step, all that a failed step wrote, and a last line that counts.
import './node-version.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { buildPage } from './build-page.mjs'
import { browserLines, unitLines, whole } from './counting.mjs'
import { install } from './install.mjs'
import { cache } from './place.mjs'
import { run, runTool } from './run.mjs'

/** @typedef {{ lines: import('./counting.mjs').Line[], output: string }} Result */

const started = Date.now()
let passed = 0
let failed = 0

/** @param {string} name @param {() => Promise<Result>} work */
async function step(name, work) {
  const begun = Date.now()
  const { lines, output } = await work().catch((error) => ({
    lines: [whole(1)],
    output: error instanceof Error ? error.message : String(error),
  }))
  for (const line of lines) {
    const tests = line.passed + line.failed > 1 ? `${line.passed} passed${line.failed > 0 ? `, ${line.failed} failed` : ''}` : ''
    const seconds = (line.seconds ?? (Date.now() - begun) / 1000).toFixed(1).padStart(6)
    console.log(
      `${line.failed > 0 ? 'FAILED' : 'ok    '} ${(line.what ?? name).padEnd(18)} ${seconds} s  ${tests.padEnd(12)} ${line.note ?? ''}`.trimEnd(),
    )
    passed += line.passed
    failed += line.failed
  }
  if (lines.some((line) => line.failed > 0)) console.log(`\n${(process.stdout.isTTY ? output : stripVTControlCharacters(output)).trim()}\n`)
}

/** @param {string} file @param {string[]} args @returns {Promise<Result>} */
async function tool(file, args) {
  const { code, output } = await runTool(file, args)
  return { lines: [whole(code)], output }
}

/** @param {(say: () => void) => Promise<unknown>} work what throws where it fails @returns {Promise<Result>} */
async function done(work) {
  await work(() => {})
  return { lines: [whole(0)], output: '' }
}

/** @returns {Promise<Result>} */
async function unitTests() {
  const report = join(cache, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`]
  const { code, output } = await runTool('vitest/vitest.mjs', ['run', '--allowOnly=false', ...reporters])
  return { lines: unitLines(code, taken(report)), output }
}

/** @returns {Promise<Result>} */
async function browserTests() {
  const report = join(cache, 'browser.json')
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const { code, output } = await run(process.execPath, ['src/house/browser-tests.mjs', '--reporter=list,json'], { env, seconds: 1800 })
  return { lines: browserLines(code, taken(report), /^Browser: (.*)$/m.exec(output)?.[1]), output }
}

/** A report, read once, so that none of an earlier run can be taken for this one's. @param {string} file */
function taken(file) {
  if (!existsSync(file)) return null
  const report = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return report
}

await step('install', () => done(install))
if (failed === 0) {
  mkdirSync(cache, { recursive: true })
  await step('types', () => tool('typescript/bin/tsc', []))
  await step('types of the core', () => tool('typescript/bin/tsc', ['-p', 'src/tsconfig.core.json']))
  await step('types of the house', () => tool('typescript/bin/tsc', ['-p', 'src/house']))
  await step('lint', () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']))
  await step('unit', unitTests)
  await step('build', () => done(buildPage))
  await step('browser', browserTests)
}
console.log(`\nin ${((Date.now() - started) / 1000).toFixed(1)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
