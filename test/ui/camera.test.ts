import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { View } from '../../src/scene/types'
import {
  actual,
  areReadable,
  boxOnPage,
  centredOn,
  framing,
  hasRoom,
  isWhole,
  keptNear,
  mixViews,
  scrolled,
  scrolledTo,
  showing,
  toChart,
  zoomed,
} from '../../src/ui/chart/camera'

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

/** The headline is higher than the other edges. */
const INSETS = { top: 90, left: 24, right: 20, bottom: 20 }

test('a list goes up and down between its ends, and everywhere once it is looked at closely', () => {
  const fit: View = { kx: 1, ky: 1, x: 12, y: 180, width: 390, height: 700 }
  const bounds = { x: 0, y: 0, width: 366, height: 1200 }
  expect(scrolled(fit, fit, bounds, 80, -100)).toMatchObject({ x: 12, y: 80 })
  expect(scrolled(fit, fit, bounds, 0, 300).y).toBe(180)
  expect(scrolled(fit, fit, bounds, 0, -9000).y).toBe(350 - 1200)
  const close = { ...fit, kx: 2, ky: 2 }
  expect(scrolled(close, fit, bounds, 80, 300)).toMatchObject({ x: 92, y: 480 })
})

test('a role is flown to only where it is not wholly on the page, and large enough to be read', () => {
  const inView = { x: 100, y: 100, width: 172, height: 56 }
  expect(showing(near, near, inView, INSETS)).toBe(near)
  const outside = { x: 5000, y: 100, width: 172, height: 56 }
  const box = boxOnPage(showing(near, near, outside, INSETS), outside)
  expect(box.x).toBeGreaterThan(0)
  expect(box.x + box.width).toBeLessThan(near.width)
  expect(boxOnPage(showing(far, far, outside, INSETS), outside).width).toBeGreaterThan(104)
  expect(showing(far, far, outside, INSETS, false).kx).toBe(far.kx)
})

test('a role under the headline is not on the page', () => {
  const under = { x: 100, y: -60, width: 172, height: 56 }
  expect(boxOnPage(near, under).y).toBeGreaterThan(0)
  expect(boxOnPage(showing(near, near, under, INSETS), under).y).toBeGreaterThan(90)
})

describe('a frame round some boxes', () => {
  const anyBox = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -900, max: 900 }),
    width: fc.integer({ min: 1, max: 400_000 }),
    height: fc.integer({ min: 1, max: 2000 }),
  })
  test('holds all of them, clear of what is pinned to the page', () => {
    fc.assert(
      fc.property(fc.constantFrom(near, far), anyBox, (fit, box) => {
        const at = boxOnPage(framing(fit, box, INSETS), box)
        expect(at.x).toBeGreaterThan(24 - 0.01)
        expect(at.y).toBeGreaterThan(90 - 0.01)
        expect(at.x + at.width).toBeLessThan(980.01)
        expect(at.y + at.height).toBeLessThan(680.01)
      }),
    )
  })

  test('shows one card as large as cards are, and keeps rows as high as at the fit', () => {
    const card = { x: 40, y: 40, width: 172, height: 56 }
    expect(framing(near, card, INSETS)).toMatchObject({ kx: 1, ky: 1 })
    expect(framing(far, { ...card, width: 100_000 }, INSETS).ky).toBe(far.ky)
  })

  test('is not needed where all can be read', () => {
    const boxes = [
      { x: 0, y: 0, width: 172, height: 56 },
      { x: 800, y: 500, width: 172, height: 56 },
    ]
    expect(areReadable(near, boxes, INSETS)).toBe(true)
    expect(areReadable({ ...near, x: 600 }, boxes, INSETS)).toBe(false)
    expect(areReadable(far, boxes, INSETS)).toBe(false)
  })
})

test('in its own size a unit of the chart is a pixel, about the point it is asked for', () => {
  for (const view of [near, far]) {
    const one = actual(view, view, { x: 400, y: 300 })
    expect([one.kx, one.ky]).toEqual([1, 1])
    expect(toChart(one, { x: 400, y: 300 }).x).toBeCloseTo(toChart(view, { x: 400, y: 300 }).x, 6)
  }
})

test('the whole chart is on the page or it is not', () => {
  const bounds = { x: 0, y: 0, width: 1000, height: 500 }
  expect(isWhole(near, bounds)).toBe(true)
  expect(isWhole({ ...near, x: 220 }, bounds)).toBe(false)
  expect(isWhole({ ...near, kx: 1.4, ky: 1.4 }, bounds)).toBe(false)
})

test('a point of the map is brought to the middle of the page', () => {
  expect(toChart(centredOn(far, { x: 7000, y: 12 }), { x: 500, y: 350 })).toEqual({ x: expect.closeTo(7000, 6), y: expect.closeTo(12, 6) })
})

test('half-way between two views is between them', () => {
  const other = { ...near, kx: 0.4, ky: 0.4, x: 130 }
  expect(mixViews(near, other, 0)).toBe(near)
  expect(mixViews(near, other, 1)).toBe(other)
  const { x, kx } = mixViews(near, other, 0.5)
  expect([x > 30, x < 130, kx < 0.8, kx > 0.4]).toEqual([true, true, true, true])
})

test('a flight comes nearer by equal factors, and what stands still at both ends stands still all the way', () => {
  const about = { x: 400, y: 300 }
  const to = zoomed(far, far, 300, about)
  const still = toChart(far, about)
  const views = [0.2, 0.4, 0.6, 0.8].map((e) => mixViews(far, to, e))
  for (const view of views) {
    const { x, y } = boxOnPage(view, { ...still, width: 0, height: 0 })
    expect(x).toBeCloseTo(about.x, 6)
    expect(y).toBeCloseTo(about.y, 6)
  }
  for (const [i, view] of views.slice(1).entries()) expect(view.kx / (views[i] as View).kx).toBeCloseTo(300 ** 0.2, 6)
})

describe('a list is scrolled', () => {
  const fit: View = { kx: 1, ky: 1, x: 12, y: 150, width: 390, height: 450 }
  const bounds = { x: 0, y: 0, width: 366, height: 900 }
  const insets = { top: 138, left: 12, right: 10, bottom: 24 }
  const at = (y: number, height: number) => scrolledTo(fit, fit, bounds, { x: 0, y, width: 172, height }, insets)

  test('not at all to what is there already, and no more than it has to be to what is below', () => {
    expect(at(100, 100)).toEqual(fit)
    expect(at(300, 56).y).toBe(450 - 24 - 356)
  })
  test('up to the head of what is higher than the page, and in its own width again where somebody had looked closer', () => {
    expect(at(100, 600).y).toBe(138 + 8 - 100)
    expect(scrolledTo({ ...fit, kx: 2, ky: 2, x: -80 }, fit, bounds, { x: 0, y: 300, width: 172, height: 56 }, insets)).toMatchObject({
      kx: 1,
      x: 12,
    })
  })
  test('has room for what is no larger than it is', () => {
    expect([
      hasRoom(fit, { x: 0, y: 0, width: 300, height: 280 }, insets),
      hasRoom(fit, { x: 0, y: 0, width: 300, height: 300 }, insets),
    ]).toEqual([true, false])
  })
})
