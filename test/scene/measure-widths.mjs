// @ts-nocheck
// Writes src/scene/text/widths.ts: how wide each letter is, measured once in a real Chromium over the bundled fonts.
// Arial, Liberation Sans and Arimo share these widths, so the table holds wherever a slide is opened.
// Run by hand when the fonts change: node test/scene/measure-widths.mjs && npx biome check --write src/scene/text
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const require = createRequire(import.meta.url)
const FACES = [
  { name: 'regular', pack: 'arimo', weight: 400 },
  { name: 'bold', pack: 'arimo', weight: 700 },
  { name: 'serif', pack: 'source-serif-4', weight: 400 },
]
const BLOCKS = [
  [0x20, 0x7e], // Latin
  [0xa0, 0x24f],
  [0x370, 0x3ff], // Greek
  [0x400, 0x52f], // Cyrillic
  [0x5d0, 0x5f4], // Hebrew letters
  [0x1ea0, 0x1ef9], // Vietnamese
  [0x2010, 0x203a], // punctuation
  [0x20a0, 0x20c0], // currencies
  [0x2116, 0x2122],
  [0x2190, 0x2195],
  [0x2212, 0x2212],
  [0x2248, 0x2265],
]

const css = FACES.map(({ pack, weight }) => {
  const folder = dirname(require.resolve(`@fontsource/${pack}/package.json`))
  const files = new Set(readdirSync(join(folder, 'files')))
  return readFileSync(join(folder, `${weight}.css`), 'utf8')
    .replace(/url\(\.\/files\/([^)]+\.woff2)\) format\('woff2'\), url\([^)]+\) format\('woff'\)/g, (whole, file) => {
      if (!files.has(file)) return whole
      return `url(data:font/woff2;base64,${readFileSync(join(folder, 'files', file)).toString('base64')}) format('woff2')`
    })
    .replaceAll("'Arimo'", "'measured-arimo'")
    .replaceAll(/'Source Serif 4[^']*'/g, "'measured-source-serif-4'")
}).join('\n')

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] })
const page = await browser.newPage()
await page.setContent(`<style>${css}</style><canvas></canvas>`)
const measured = await page.evaluate(
  async ({ faces, blocks }) => {
    const context = document.querySelector('canvas').getContext('2d')
    const widths = {}
    for (const { name, pack, weight } of faces) {
      const all = blocks.map(([from, to]) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i))).join('')
      await document.fonts.load(`${weight} 20px measured-${pack}`, all)
      const widthOf = (code, fallback) => {
        context.font = `${weight} 1000px measured-${pack}, ${fallback}`
        return context.measureText(String.fromCodePoint(code)).width
      }
      widths[name] = blocks.map(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, i) => {
          const a = widthOf(from + i, 'monospace')
          const b = widthOf(from + i, 'serif')
          return a === b ? Math.round(a) : null
        }),
      )
    }
    return widths
  },
  { faces: FACES, blocks: BLOCKS },
)
await browser.close()

const cell = (width) => (width === null || width > 1295 ? '--' : width.toString(36).padStart(2, '0'))
const out = [
  '// Written by test/scene/measure-widths.mjs; do not edit. Two base-36 digits a letter, in thousandths of an em; -- = not in the font.',
  '',
  '/** Blocks of code points: the first one, then a width each. */',
  'export type WidthBlock = readonly [number, string]',
  'export interface WidthTable {',
  '  readonly regular: readonly WidthBlock[]',
  '  readonly bold: readonly WidthBlock[]',
  '  readonly serif: readonly WidthBlock[]',
  '}',
  '',
  'export const WIDTHS: WidthTable = {',
  ...FACES.flatMap(({ name }) => [
    `  ${name}: [`,
    ...BLOCKS.map(([from], i) => `    [0x${from.toString(16)}, '${measured[name][i].map(cell).join('')}'],`),
    '  ],',
  ]),
  '}',
  '',
].join('\n')
writeFileSync(fileURLToPath(new URL('../../src/scene/text/widths.ts', import.meta.url)), out)
for (const { name } of FACES)
  console.log(name, measured[name].flat().filter((w) => w === null).length, 'of', measured[name].flat().length, 'not in the font')
