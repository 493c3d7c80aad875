// A poster is glued together again: nothing of the drawing is lost, and what is cut on one sheet is whole on the next.
import { expect, test } from 'vitest'
import { exported } from '../../src/export/pages'
import { posterOf, SHEET } from '../../src/export/poster'
import type { ExportedPage } from '../../src/export/request'
import { boundsOf } from '../../src/scene/cut'
import { asked, sourceOf } from './asked'

const { scene } = exported(sourceOf(), asked({ size: 'natural' })).pages[0] as ExportedPage
const PAPER = { width: 500, height: 400 }
const { sheets, scale } = posterOf(scene, PAPER)

test('every mark is on a sheet, and every box is whole on one of them', () => {
  const seen = new Set(sheets.flatMap((sheet) => sheet.scene.marks))
  expect(seen.size).toBe(scene.marks.length)
  for (const mark of scene.marks) {
    if (mark.kind !== 'group' || !mark.key.startsWith('role-')) continue
    const { x, y, width, height } = boundsOf(mark)
    const isWhole = sheets.some(({ scene: { bounds } }) => {
      const [left, top] = [x - bounds.x, y - bounds.y]
      return left >= 0 && top >= 0 && left + width <= bounds.width && top + height <= bounds.height
    })
    expect(isWhole, mark.key).toBe(true)
  }
})

test('a sheet holds only what meets it', () => {
  for (const sheet of sheets) expect(sheet.scene.marks.length).toBeLessThan(scene.marks.length)
})

test('sheets say where they go, row by row, and are counted before they are cut', () => {
  expect(sheets.length).toBeGreaterThan(4)
  expect(sheets[0]?.place).toBe('A1')
  expect(sheets[1]?.place).toBe('B1')
  expect(sheets.at(-1)?.place).toBe(sheets[0]?.of)
  expect(new Set(sheets.map(({ place }) => place)).size).toBe(sheets.length)
  const { sheets: wide } = posterOf({ ...scene, bounds: { ...scene.bounds, width: 30 * SHEET.width } }, SHEET)
  expect(wide.some(({ place }) => place === 'AA1')).toBe(true)
})

test('the drawing fills its sheets, and is never smaller than it was', () => {
  expect(scale).toBeGreaterThanOrEqual(1)
  const [x, y] = [sheets.map(({ scene: { bounds } }) => bounds.x), sheets.map(({ scene: { bounds } }) => bounds.y)]
  const covered = {
    width: Math.max(...x) - Math.min(...x) + PAPER.width / scale,
    height: Math.max(...y) - Math.min(...y) + PAPER.height / scale,
  }
  const [wide, high] = [covered.width / scene.bounds.width, covered.height / scene.bounds.height]
  expect(Math.min(wide, high)).toBeCloseTo(1)
})

test('what fits a sheet is one sheet, in its middle', () => {
  const {
    sheets: [only, ...others],
    scale: larger,
  } = posterOf(scene, { width: 4000, height: 3000 })
  expect(others).toEqual([])
  expect(only?.scene.bounds.x).toBeCloseTo((scene.bounds.width - 4000 / larger) / 2)
})
