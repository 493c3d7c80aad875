// @ts-check
// Started by src/house/look.mjs: one picture a state, size and theme into test-results/look, and a sheet of them all.
import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { launchOptions } from '../../src/house/browser.mjs'
import { states } from './states.mjs'

const SIZES = { 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 800 }, 1920: { width: 1920, height: 1080 } }
const THEMES = /** @type {const} */ (['light', 'dark'])
const FOLDER = 'test-results/look'

const { CHROME_PATH, HEADSTAND_ADDRESS } = process.env
if (!HEADSTAND_ADDRESS) throw new Error('this is run by: npm run look')
const [wanted, onlySize, onlyTheme] = process.argv.slice(2)

mkdirSync(FOLDER, { recursive: true })
const browser = await chromium.launch({ ...launchOptions, executablePath: CHROME_PATH })
/** @type {string[]} */
const taken = []
try {
  for (const state of states) {
    if (wanted && !new RegExp(wanted).test(state.name)) continue
    for (const [size, viewport] of Object.entries(SIZES)) {
      if (state.sizes && !state.sizes.includes(size)) continue
      if (onlySize && onlySize !== size) continue
      for (const theme of THEMES) {
        if (onlyTheme && onlyTheme !== theme) continue
        const context = await browser.newContext({ viewport, colorScheme: theme, reducedMotion: 'reduce', hasTouch: size === '390' })
        const page = await context.newPage()
        page.setDefaultTimeout(4000)
        page.on('console', (message) => console.error(`  console: ${message.text()}`))
        page.on('pageerror', (error) => console.error(`  thrown: ${error.message}`))
        const file = `${state.name}-${size}-${theme}.png`
        try {
          await page.goto(HEADSTAND_ADDRESS)
          await page.locator('canvas[data-view]').first().waitFor()
          await state.go(page, size === '390')
        } catch (error) {
          console.error(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
        }
        await page.waitForTimeout(500)
        await page.screenshot({ path: `${FOLDER}/${file}` })
        taken.push(file)
        await context.close()
      }
    }
  }
} finally {
  await browser.close()
}
const figures = taken.map(
  (file) => `<figure><a href="${file}"><img src="${file}" alt="${file}"></a><figcaption>${file}</figcaption></figure>`,
)
writeFileSync(
  `${FOLDER}/index.html`,
  `<!doctype html><title>Headstand, every state</title><style>body{font:13px sans-serif}figure{display:inline-block;margin:8px}img{height:300px}</style>${figures.join('')}`,
)
console.log(`${taken.length} pictures in ${FOLDER}`)
