import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse'
import { wordsFor } from '../../src/i18n/words'
import { placeOrg } from '../../src/layout/place'
import { fitChart } from '../../src/scene/furniture'
import { DARK, LIGHT } from '../../src/scene/theme'
import { type Block, blocksOf, frameOn, LARGEST, mapScale, toBounds } from '../../src/ui/chart/map'
import { large, pinfold } from '../gallery/org'
import { CONVENTIONAL, DISTANCE } from '../gallery/scenes'
import { orgOf } from '../layout/orgs'

const colours = (blocks: readonly Block[]) => new Set(blocks.map(({ fill }) => fill))
const NOTHING_OVER = { top: 0, left: 0 }

describe('the map of Pinfold', () => {
  const org = pinfold()

  test('shows every box and every segment inside its edges, customers in amber', () => {
    const layout = placeOrg(org, DISTANCE)
    const scale = mapScale(layout, org.structure)
    const blocks = blocksOf(org, layout, LIGHT, scale)
    expect(blocks).toHaveLength(12 + 3)
    expect(colours(blocks)).toContain(LIGHT.customers.field)
    for (const { x, y, width, height } of blocks) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(scale.width + 0.5)
      expect(y + height).toBeLessThanOrEqual(scale.height + 0.5)
    }
  })

  test('is grey by rank before the turn, and dark where the page is', () => {
    const layout = placeOrg(org, CONVENTIONAL)
    const light = colours(blocksOf(org, layout, LIGHT, mapScale(layout, org.structure)))
    expect(light).not.toContain(LIGHT.customers.field)
    expect(light).toContain(LIGHT.customers.hairline)
    expect(colours(blocksOf(org, layout, DARK, mapScale(layout, org.structure)))).not.toEqual(light)
  })

  test('frames what is on the page, and a click on it means the same point of the chart', () => {
    const layout = placeOrg(org, DISTANCE)
    const scale = mapScale(layout, org.structure)
    const { view } = fitChart({ org, analysis: analyse(org), words: wordsFor('en'), medium: 'screen' }, layout, {
      width: 1140,
      height: 800,
    })
    expect(frameOn(scale, view, NOTHING_OVER)).toEqual({ x: 0, y: 0, width: scale.width, height: scale.height })
    const near = { ...view, kx: 2, ky: 2, x: -400, y: -300 }
    const frame = frameOn(scale, near, NOTHING_OVER)
    expect(frame.width).toBeCloseTo(570 * scale.kx, 6)
    expect(toBounds(scale, frame)).toEqual({ x: expect.closeTo(200, 6), y: expect.closeTo(150, 6) })
    expect(frameOn(scale, near, { top: 100, left: 0 }).y).toBeGreaterThan(frame.y)
  })
})

test('a grid keeps its lines on the map', () => {
  const org = orgOf({ parents: [-1, ...Array<number>(24).fill(0)] })
  const layout = placeOrg(org, { ...CONVENTIONAL, isGrouped: true, unstacked: new Set([1]) })
  expect(new Set(blocksOf(org, layout, LIGHT, mapScale(layout, org.structure)).map(({ y }) => y)).size).toBeGreaterThan(2)
})

test('a large chart is mapped by its branches, and a click on them means the same point of the chart', () => {
  const org = large()
  for (const placing of [CONVENTIONAL, DISTANCE]) {
    const layout = placeOrg(org, placing)
    const scale = mapScale(layout, org.structure)
    const blocks = blocksOf(org, layout, LIGHT, scale)
    expect(blocks.length).toBeGreaterThan(60)
    for (const { x, y, width, height } of blocks) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.01)
      expect(x + width).toBeLessThanOrEqual(scale.width + 0.5)
      expect(y + height).toBeLessThanOrEqual(scale.height + 0.5)
    }
    const point = { x: layout.bounds.width / 3, y: layout.bounds.height / 2 }
    const seen = { x: (point.x - layout.bounds.x) * scale.kx, y: (scale.lift(point.y) - scale.lift(layout.bounds.y)) * scale.ky }
    expect(toBounds(scale, seen)).toEqual({ x: expect.closeTo(point.x, 3), y: expect.closeTo(point.y, 3) })
  }
})

test.each([
  ['a star', [-1, ...Array<number>(20_000).fill(0)]],
  ['a chain', Array.from({ length: 20_000 }, (_, i) => i - 1)],
])('%s of 20,000 costs no more blocks than the map has pixels a row', (_, parents) => {
  const org = orgOf({ parents })
  const layout = placeOrg(org, { ...CONVENTIONAL, isGrouped: false })
  const scale = mapScale(layout, org.structure)
  const blocks = blocksOf(org, layout, LIGHT, scale)
  expect(blocks.length).toBeGreaterThan(1)
  expect(blocks.length).toBeLessThan(2 * (LARGEST.width + LARGEST.height))
})
