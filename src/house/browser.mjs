// A real Chromium for the tests: the first of several places whose browser proves itself.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { bundledChromium } from './bundled-chromium.mjs'
import { run, runTool } from './run.mjs'

/**
 * @typedef {{ where: string, executable: string } | { where: string, refused: string }} Candidate
 * @typedef {AsyncGenerator<Candidate, void, undefined>} Candidates
 * @typedef {{ tried: string[], found: { where: string, executable: string } | null }} Search
 */

/** Without its own sandbox it starts as root too; our pages come from this machine. The rest keeps it off the network. */
export const launchOptions = { chromiumSandbox: false, args: ['--disable-quic', '--disable-sync', '--no-pings', '--disable-gpu'] }

/** In the order of asking; `download` only where HEADSTAND_BROWSER names it. */
const places = {
  path: named,
  playwright: ofPlaywright,
  system: ofSystem,
  npm: ofNpm,
  download: downloaded,
  apt: ofDebian,
}
const usual = ['path', 'playwright', 'system', 'npm', 'apt']

/**
 * The first browser that starts, lays out text and paints it; else every place that was tried, and why it was refused.
 * @param {(line: string) => void} say
 * @param {readonly string[]} [order] keys of `places`; HEADSTAND_BROWSER (comma between) unless told
 * @returns {Promise<Search>}
 */
export async function findBrowser(say, order = process.env.HEADSTAND_BROWSER?.split(',') ?? usual) {
  const tried = []
  for (const key of order) {
    const place = Object.entries(places).find(([name]) => name === key)?.[1]
    if (!place) tried.push(`HEADSTAND_BROWSER names ${key}: it knows ${Object.keys(places).join(', ')}`)
    for await (const candidate of place?.(say) ?? []) {
      const refused = 'refused' in candidate ? candidate.refused : await refusal(candidate.executable)
      if (refused === null && 'executable' in candidate) return { tried, found: candidate }
      tried.push(`${candidate.where}: ${refused}`)
    }
  }
  return { tried, found: null }
}

/**
 * Why this program is not a browser that can test a page; null where it is one. A version on standard output proves nothing.
 * @param {string} executable
 */
export async function refusal(executable) {
  if (!existsSync(executable)) return 'no such file'
  const { chromium } = await import('@playwright/test')
  let browser
  try {
    browser = await chromium.launch({ ...launchOptions, executablePath: executable, timeout: 20_000 })
    const page = await browser.newPage({ viewport: { width: 320, height: 80 } })
    page.setDefaultTimeout(10_000)
    await page.setContent('<body>&nbsp;</body>')
    const blank = await page.screenshot()
    await page.setContent('<body><span>Headstand</span></body>')
    const width = await page.locator('span').evaluate((span) => span.getBoundingClientRect().width)
    if (width < 20) return `it laid out a word ${width} pixels wide`
    if (blank.equals(await page.screenshot())) return 'it painted no text'
    return null
  } catch (error) {
    return plainly(error instanceof Error ? error.message : String(error))
  } finally {
    await browser?.close()
  }
}

/** The first sentence of Playwright's report and what the browser itself complained of. @param {string} message */
function plainly(message) {
  const lines = stripVTControlCharacters(message).split('\n')
  const complaints = lines
    .filter((line) => /\[err\]|exitCode|spawn /.test(line))
    .map((line) => line.replace(/^\s*-?\s*(\[pid=.*?\])?(\[err\])?\s*/, ''))
  return [...new Set([lines[0], ...complaints.slice(0, 3)])].join(' | ')
}

/** @returns {Candidates} */
async function* named() {
  const executable = process.env.CHROME_PATH
  const where = 'CHROME_PATH'
  yield executable ? { where: `${where} ${executable}`, executable } : { where, refused: 'not set' }
}

/** @returns {Candidates} */
async function* ofPlaywright() {
  const { chromium } = await import('@playwright/test')
  yield { where: `Playwright's own ${chromium.executablePath()}`, executable: chromium.executablePath() }
}

/** @returns {Candidates} */
async function* ofSystem() {
  const present = systemPaths().filter((path) => existsSync(path))
  for (const executable of present) yield { where: executable, executable }
  if (present.length === 0) yield { where: "this system's Chrome, Chromium or Edge", refused: 'none found' }
}

/** @returns {string[]} */
function systemPaths() {
  const { platform, env } = process
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((folder) => folder !== undefined)
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ]
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)))
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable']
  return names.flatMap((name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
}

/** @param {(line: string) => void} say @returns {Candidates} */
async function* ofNpm(say) {
  const where = 'the Chromium of the npm package @sparticuz/chromium'
  if (process.platform !== 'linux' || process.arch !== 'x64') return yield { where, refused: 'it is for Linux on x64 only' }
  try {
    yield { where, executable: await bundledChromium(say) }
  } catch (error) {
    yield { where, refused: error instanceof Error ? error.message : String(error) }
  }
}

/** @param {(line: string) => void} say @returns {Candidates} */
async function* downloaded(say) {
  const where = 'playwright install chromium'
  say("Fetching Playwright's Chromium …")
  const { code, output } = await runTool('@playwright/test/cli.js', ['install', 'chromium'], { seconds: 180 })
  if (code !== 0) return yield { where, refused: output.trim() }
  yield* ofPlaywright()
}

/** @param {(line: string) => void} say @returns {Candidates} */
async function* ofDebian(say) {
  const where = 'apt-get install chromium'
  if (!existsSync('/usr/bin/apt-get')) return yield { where, refused: 'this is not Debian' }
  if (process.getuid?.() !== 0) return yield { where, refused: 'only root may' }
  say('Installing Debian’s chromium …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, output } = await run('apt-get', args, { env })
    if (code !== 0) return yield { where, refused: output.trim() }
  }
  yield { where, executable: '/usr/bin/chromium' }
}
