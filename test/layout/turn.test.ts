import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { roleAtPoint, visibleRoles } from '../../src/layout/find'
import { placeOrg } from '../../src/layout/place'
import { eased, PACES, TIMING, through } from '../../src/layout/timing'
import { boxAt, customersAt, segmentAt } from '../../src/layout/turn'
import type { Layout, MovingBox, MovingField } from '../../src/layout/types'
import { roleAt } from '../../src/model/roles'
import { anyCase, anySketch, built, CONVENTIONAL, DISTANCE, drawn, MIRROR, orgOf, THREE } from './orgs'

vi.setConfig({ testTimeout: 60_000 })

const box = (): MovingBox => ({ x: 0, y: 0, w: 0, h: 0, presence: 0 })
const field = (): MovingField => ({ x: 0, y: 0, width: 0, height: 0, warmth: 0 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

/** Sales with a store and a desk at the counter; nobody else. */
const SHOP = orgOf({
  parents: [-1, 0, 1, 1, 0],
  touchpoints: [[2], [3]],
  segments: [{ customers: 100, clv: 10 }],
  demand: [
    [0, 0, 40],
    [1, 0, 60],
  ],
})

describe('a turn', () => {
  test('begins at one chart and ends at the other, to the last digit', () => {
    fc.assert(
      fc.property(anySketch, fc.constantFrom(...THREE), fc.constantFrom(...THREE), (sketch, a, b) => {
        const org = orgOf(sketch)
        const [from, to] = [placeOrg(org, a), placeOrg(org, b)]
        for (const role of drawn(from)) {
          const at = (layout: Layout) => ({ x: layout.x[role], y: layout.y[role], w: layout.w[role], h: layout.h[role], presence: 1 })
          expect(boxAt({ from, to, t: 0 }, role, box())).toEqual(at(from))
          expect(boxAt({ from, to, t: 1 }, role, box())).toEqual(at(to))
        }
      }),
      { numRuns: 50 },
    )
  })
  test('back is the same film backwards', () => {
    fc.assert(
      fc.property(anySketch, share, fc.nat(), (sketch, t, pick) => {
        const org = orgOf(sketch)
        const role = pick % org.doc.roles.length
        const [a, b] = [placeOrg(org, CONVENTIONAL), placeOrg(org, DISTANCE)]
        const there = boxAt({ from: a, to: b, t }, role, box())
        const back = boxAt({ from: b, to: a, t: 1 - t }, role, box())
        for (const key of ['x', 'y', 'w', 'h', 'presence'] as const) expect(back[key]).toBeCloseTo(there[key], 6)
      }),
      { numRuns: 50 },
    )
  })
  test('customers pass everybody as a strip and only then become a field', () => {
    const [from, to] = [placeOrg(SHOP, CONVENTIONAL), placeOrg(SHOP, DISTANCE)]
    expect(customersAt({ from, to, t: 0 }, field())).toMatchObject({ y: from.customers?.y, height: 5, warmth: 0 })
    expect(customersAt({ from, to, t: TIMING.warm[1] }, field())).toMatchObject({ height: 12, warmth: 1 })
    expect(customersAt({ from, to, t: TIMING.thicken[0] }, field()).height).toBe(12)
    expect(customersAt({ from, to, t: 1 }, field())).toMatchObject({ y: 0, height: 94, warmth: 1 })
    expect(segmentAt({ from, to, t: 1 }, 0, field())).toMatchObject({ x: 0, width: to.customers?.width })
  })
  test('at half time the top of the house is between the customers and those who meet them', () => {
    const org = built(JSON.parse(readFileSync(new URL('../../fixtures/pinfold.json', import.meta.url), 'utf8')))
    const turn = { from: placeOrg(org, CONVENTIONAL), to: placeOrg(org, DISTANCE), t: 0.5 }
    const customers = customersAt(turn, field())
    const [top, counter] = ['ceo', 'acct'].map((id) => boxAt(turn, roleAt(org, id) as number, box())) as [MovingBox, MovingBox]
    expect(top.y).toBeGreaterThan(customers.y + customers.height)
    expect(top.y + top.h).toBeLessThan(counter.y)
  })
  test('those who meet customers arrive before all others, the top last', () => {
    const { pace } = placeOrg(SHOP, DISTANCE)
    const end = (role: number) => TIMING[PACES[pace[role] as number] as keyof typeof TIMING][1]
    expect(end(2)).toBeLessThan(end(1))
    expect(end(1)).toBeLessThan(end(0))
  })
  test('what one chart folds away goes into the box that shows it', () => {
    const [from, to] = [placeOrg(SHOP, CONVENTIONAL), placeOrg(SHOP, { ...CONVENTIONAL, folded: new Set([1]) })]
    expect(to.foldedAway[1]).toBe(2)
    const gone = boxAt({ from, to, t: 1 }, 2, box())
    expect(gone).toMatchObject({ x: to.x[1], y: to.y[1], presence: 0 })
    expect(boxAt({ from: to, to: from, t: 1 }, 2, box()).presence).toBe(1)
  })
  test('easing is cubic, in and out', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map(eased)).toEqual([0, 0.0625, 0.5, 0.9375, 1])
    expect(through([0.2, 0.6], 0.4)).toBeCloseTo(0.5)
  })
})

describe('finding', () => {
  test('a point hits the box it is in', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), share, share, ({ layout }, pick, u, v) => {
        const roles = drawn(layout)
        const role = roles[pick % roles.length] as number
        const [x, y] = [
          (layout.x[role] as number) + u * (layout.w[role] as number),
          (layout.y[role] as number) + v * (layout.h[role] as number),
        ]
        expect(roleAtPoint(layout, x, y)).toBe(role)
        expect(roleAtPoint(layout, x, -1000)).toBe(-1)
      }),
      { numRuns: 100 },
    )
  })
  test('a view meets the boxes that overlap it, each once', () => {
    fc.assert(
      fc.property(anyCase, share, share, share, share, ({ layout }, u, v, s, t) => {
        const { width, height } = layout.bounds
        const view = { x: u * width, y: v * height, width: s * width, height: t * height }
        const seen: number[] = []
        visibleRoles(layout, view, (role) => seen.push(role))
        const expected = drawn(layout).filter((role) => {
          const edge = layout.edges[role] as number
          const [x, y, w, h] = [layout.x[role], layout.y[role], layout.w[role], layout.h[role]] as [number, number, number, number]
          return x <= view.x + view.width && x + w + edge >= view.x && y <= view.y + view.height && y + h + edge >= view.y
        })
        expect(seen.sort((a, b) => a - b)).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })
  test('between mirror and distance everything is there all the time', () => {
    const turn = { from: placeOrg(SHOP, MIRROR), to: placeOrg(SHOP, DISTANCE), t: 0.3 }
    for (const role of drawn(turn.from)) expect(boxAt(turn, role, box()).presence).toBe(1)
  })
})
