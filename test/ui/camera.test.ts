import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { View } from '../../src/scene/types'
import { boxOnPage, keptNear, mixViews, showing, toChart, zoomed } from '../../src/ui/chart/camera'

const near: View = { kx: 0.8, ky: 0.8, x: 30, y: 100, width: 1000, height: 700 }
/** A very wide chart: x pressed together, rows at a readable height. */
const far: View = { kx: 0.002, ky: 0.7, x: 0, y: 120, width: 1000, height: 700 }

describe('zooming', () => {
  test('keeps what is under the pointer under the pointer', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 700 }),
        (f, x, y) => {
          for (const fit of [near, far]) {
            const before = toChart(fit, { x, y })
            const after = toChart(zoomed(fit, fit, f, { x, y }), { x, y })
            expect(after.x).toBeCloseTo(before.x, 3)
            expect(after.y).toBeCloseTo(before.y, 3)
          }
        },
      ),
    )
  })

  test('opens x first where the far view has pressed it together, then grows both', () => {
    const closer = zoomed(far, far, 100, { x: 500, y: 300 })
    expect(closer.kx).toBeCloseTo(0.2)
    expect(closer.ky).toBe(far.ky)
    const close = zoomed(closer, far, 10, { x: 500, y: 300 })
    expect(close.kx).toBeCloseTo(2)
    expect(close.ky).toBe(close.kx)
  })

  test('ends at a size, near and far', () => {
    expect(zoomed(near, near, 1000, { x: 0, y: 0 }).kx).toBe(4)
    expect(zoomed(near, near, 0.001, { x: 0, y: 0 }).kx).toBeCloseTo(0.32)
  })
})

test('the chart cannot be pushed off the page', () => {
  const bounds = { x: 0, y: 0, width: 1000, height: 500 }
  fc.assert(
    fc.property(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9000, max: 9000 }), (x, y) => {
      const box = boxOnPage(keptNear({ ...near, x, y }, bounds), bounds)
      expect(box.x).toBeLessThan(near.width)
      expect(box.y).toBeLessThan(near.height)
      expect(box.x + box.width).toBeGreaterThan(0)
      expect(box.y + box.height).toBeGreaterThan(0)
    }),
  )
})

test('a role is flown to only where it is not wholly on the page, and large enough to be read', () => {
  const inView = { x: 100, y: 100, width: 172, height: 56 }
  expect(showing(near, near, inView, 24)).toBe(near)
  const outside = { x: 5000, y: 100, width: 172, height: 56 }
  const box = boxOnPage(showing(near, near, outside, 24), outside)
  expect(box.x).toBeGreaterThan(0)
  expect(box.x + box.width).toBeLessThan(near.width)
  expect(boxOnPage(showing(far, far, outside, 24), outside).width).toBeGreaterThan(104)
})

test('half-way between two views is between them', () => {
  const other = { ...near, kx: 0.4, ky: 0.4, x: 130 }
  expect(mixViews(near, other, 0)).toBe(near)
  expect(mixViews(near, other, 1)).toBe(other)
  expect(mixViews(near, other, 0.5)).toMatchObject({ x: 80 })
})
