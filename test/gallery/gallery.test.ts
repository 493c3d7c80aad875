// Expected drawings as files one can open. They change only on purpose: UPDATE_GALLERY=1 npx vitest run test/gallery
// Each is linted, and drawn again by a second engine, resvg, which must show every box in its colour.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'
import { describe, expect, test } from 'vitest'
import { svgText } from '../../src/render/svg'
import { boundsOf } from '../../src/scene/cut'
import { widthOf } from '../../src/scene/text/measure'
import { errorsOf, lint } from '../export/slide-safe-lint'
import { colourAt, differs, probesOf } from './probes'
import { SCENES } from './scenes'
import { arimoFiles } from './woff'

const update = process.env.UPDATE_GALLERY === '1'
const font = { loadSystemFonts: false, fontFiles: arimoFiles(), defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' }

describe.each(SCENES)('$name', ({ name, draw, isMoving = false }) => {
  const scene = draw()
  const svg = svgText(scene)

  test('is drawn as it was', () => {
    const file = new URL(`./${name}.svg`, import.meta.url)
    if (update) writeFileSync(file, svg)
    expect(existsSync(file), `${name}.svg is missing; UPDATE_GALLERY=1 writes it`).toBe(true)
    expect(svg === readFileSync(file, 'utf8'), `${name}.svg differs; look at it, then UPDATE_GALLERY=1`).toBe(true)
  })

  test('is drawn alike twice, to the byte', () => {
    expect(svgText(draw()) === svg).toBe(true)
  })

  test('is slide-safe', () => {
    expect(errorsOf(lint(svg, { isMoving }))).toEqual([])
  })

  test('has every mark on its page', () => {
    const { width, height } = scene.bounds
    for (const mark of scene.marks) {
      const box = boundsOf(mark)
      const key = mark.kind === 'group' ? mark.key : mark.kind
      expect(box.x >= -0.5 && box.y >= -0.5 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5, key).toBe(true)
    }
  })

  test('shows every box in its colour in a second engine', () => {
    const image = new Resvg(svg, { font }).render()
    const probes = probesOf(scene)
    expect(probes.length).toBeGreaterThan(6)
    const wrong = probes.filter((probe) => differs(probe.colour, colourAt(image.pixels, image.width, probe)) > 8)
    expect(wrong).toEqual([])
  })
})

test('no drawing lies about that no scene draws', () => {
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.svg'))
  expect(files.toSorted()).toEqual(SCENES.map(({ name }) => `${name}.svg`).toSorted())
})

test('a second engine sets a line as wide as the table says', () => {
  const lines = ['Business account manager', 'Customers bring 600 cases', 'Conseillère clientèle', '60 × €18,000 = €1.08 M']
  for (const bold of [false, true])
    for (const line of lines) {
      const weight = bold ? ' font-weight="700"' : ''
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="80"><text x="20" y="50" font-family="Arial, sans-serif" font-size="40"${weight}>${line}</text></svg>`
      const box = new Resvg(svg, { font }).getBBox()
      expect(Math.abs((box?.width ?? 0) - widthOf(line, { size: 40, bold })), line).toBeLessThan(widthOf(line, { size: 40, bold }) * 0.02)
    }
})
