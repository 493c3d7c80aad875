// npm test: everything, one line a step, all that a failed step wrote, and a last line that counts.
import './node-version.mjs'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { buildPage } from './build-page.mjs'
import { install } from './install.mjs'
import { cache, root } from './place.mjs'
import { run, runTool } from './run.mjs'

/**
 * @typedef {{ what?: string, passed: number, failed: number, seconds?: number, note?: string }} Line
 * @typedef {{ lines: Line[], output: string }} Result
 */

const started = Date.now()
let passed = 0
let failed = 0

/** @param {string} name @param {() => Promise<Result>} work */
async function step(name, work) {
  const begun = Date.now()
  const { lines, output } = await work().catch((error) => whole(1, error instanceof Error ? error.message : String(error)))
  for (const line of lines) {
    const tests = line.passed + line.failed > 1 ? `${line.passed} passed${line.failed > 0 ? `, ${line.failed} failed` : ''}` : ''
    const seconds = (line.seconds ?? (Date.now() - begun) / 1000).toFixed(1).padStart(6)
    console.log(
      `${line.failed > 0 ? 'FAILED' : 'ok    '} ${(line.what ?? name).padEnd(18)} ${seconds} s  ${tests.padEnd(12)} ${line.note ?? ''}`.trimEnd(),
    )
    passed += line.passed
    failed += line.failed
  }
  if (lines.some((line) => line.failed > 0)) console.log(`\n${output.trim()}\n`)
}

/** A step that passes or fails as one. @param {number} code @param {string} output @returns {Result} */
const whole = (code, output) => ({ lines: [code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }], output })

/** @param {string} file @param {string[]} args */
async function tool(file, args) {
  const { code, output } = await runTool(file, args)
  return whole(code, output)
}

/** @returns {Promise<Result>} a line each for layers, laws, gallery and the other tests */
async function unitTests() {
  const report = join(cache, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`]
  const { code, output } = await runTool('vitest/vitest.mjs', ['run', '--allowOnly=false', ...reporters])
  /** @type {Map<string, Line & { seconds: number }>} */
  const lines = new Map()
  for (const { name, status, startTime, endTime, assertionResults } of taken(report)?.testResults ?? []) {
    const what = lineOf(relative(root, name))
    const line = lines.get(what) ?? { what, passed: 0, failed: 0, seconds: 0 }
    const good = assertionResults.filter((/** @type {{ status: string }} */ test) => test.status === 'passed').length
    const isBroken = status === 'failed' && good === assertionResults.length // the file itself, outside its tests
    line.passed += good
    line.failed += assertionResults.length - good + (isBroken ? 1 : 0)
    line.seconds += (endTime - startTime) / 1000
    lines.set(what, line)
  }
  return strictly(code, [...lines.values()], output)
}

/** @param {string} path of a test file */
function lineOf(path) {
  if (path.includes('architecture')) return 'layers'
  if (path.includes('gallery')) return 'gallery'
  return /\blaws?\b/.test(path) ? 'laws' : 'unit'
}

/** @returns {Promise<Result>} */
async function browserTests() {
  const report = join(cache, 'browser.json')
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const { code, output } = await run(process.execPath, ['src/house/browser-tests.mjs', '--reporter=list,json'], { env, seconds: 1800 })
  const stats = taken(report)?.stats
  const note = /^Browser: (.*)$/m.exec(output)?.[1]
  return strictly(code, stats ? [{ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped, note }] : [], output)
}

/** A report, read once, so that none of an earlier run can be taken for this one's. @param {string} file */
function taken(file) {
  if (!existsSync(file)) return null
  const report = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return report
}

/**
 * Whatever was skipped has not passed; a run that counts nothing or ends badly without a failed test has failed as one.
 * @param {number} code @param {Line[]} lines @param {string} output @returns {Result}
 */
function strictly(code, lines, output) {
  const isExplained = lines.length > 0 && (code === 0 || lines.some((line) => line.failed > 0))
  return isExplained ? { lines, output } : { lines: [...lines, ...whole(1, output).lines], output }
}

await step('install', async () => {
  await install(() => {})
  return whole(0, '')
})
if (failed === 0) {
  mkdirSync(cache, { recursive: true })
  await step('types', () => tool('typescript/bin/tsc', []))
  await step('types of the core', () => tool('typescript/bin/tsc', ['-p', 'src/tsconfig.core.json']))
  await step('lint', () => tool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']))
  await step('unit', unitTests)
  await step('build', async () => {
    await buildPage(() => {})
    return whole(0, '')
  })
  await step('browser', browserTests)
}
console.log(`\nin ${((Date.now() - started) / 1000).toFixed(1)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
