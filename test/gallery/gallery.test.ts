// Expected drawings as files one can open. They change only on purpose: UPDATE_GALLERY=1 npx vitest run test/gallery
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { svgText } from '../../src/render/svg'
import { errorsOf, lint } from '../export/slide-safe-lint'
import { SCENES } from './scenes'

const update = process.env.UPDATE_GALLERY === '1'

for (const { name, draw, isMoving = false } of SCENES) {
  const file = new URL(`./${name}.svg`, import.meta.url)

  test(`${name} is drawn as it was`, () => {
    const svg = svgText(draw())
    if (update) writeFileSync(file, svg)
    expect(existsSync(file), `${name}.svg is missing; UPDATE_GALLERY=1 writes it`).toBe(true)
    expect(svg === readFileSync(file, 'utf8'), `${name}.svg differs; look at it, then UPDATE_GALLERY=1`).toBe(true)
  })

  test(`${name} is slide-safe`, () => {
    expect(errorsOf(lint(svgText(draw()), { isMoving }))).toEqual([])
  })
}
