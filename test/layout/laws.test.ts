// What holds of every placed chart, whatever the organisation: random trees, touchpoints, segments, folds, stacks.
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Box, overlaps } from '../../src/base/geometry'
import { linkPath } from '../../src/layout/link'
import { placeOrg } from '../../src/layout/place'
import { ribbonAt, ribbonsTo } from '../../src/layout/ribbon'
import type { Layout } from '../../src/layout/types'
import type { Org } from '../../src/model/types'
import { anyCase, anySketch, CONVENTIONAL, DISTANCE, drawn, MIRROR, orgOf } from './orgs'

vi.setConfig({ testTimeout: 60_000 })

const TOUCH = 0.01
const RUNS = { numRuns: 200 }

/** The box, its stack's edges included. */
function boxOf(layout: Layout, role: number): Box {
  const edge = layout.edges[role] as number
  return {
    x: layout.x[role] as number,
    y: layout.y[role] as number,
    width: (layout.w[role] as number) + edge,
    height: (layout.h[role] as number) + edge,
  }
}
const inner = ({ x, y, width, height }: Box): Box => ({ x: x + TOUCH, y: y + TOUCH, width: width - 2 * TOUCH, height: height - 2 * TOUCH })
const contains = (outer: Box, box: Box) =>
  box.x >= outer.x - TOUCH &&
  box.y >= outer.y - TOUCH &&
  box.x + box.width <= outer.x + outer.width + TOUCH &&
  box.y + box.height <= outer.y + outer.height + TOUCH

interface Stretch extends Box {
  readonly from: number
  readonly to: number
}
/** The straight pieces of all lines. */
function stretches(layout: Layout): Stretch[] {
  const found: Stretch[] = []
  for (const role of drawn(layout)) {
    const points = pathTo(layout, role)
    for (let k = 0; k + 3 < points.length; k += 2) {
      const [x0, y0, x1, y1] = points.slice(k, k + 4) as [number, number, number, number]
      if (Math.abs(x0 - x1) > TOUCH && Math.abs(y0 - y1) > TOUCH) throw new Error(`the line to ${role} is not orthogonal`)
      found.push({
        from: layout.manager[role] as number,
        to: role,
        x: Math.min(x0, x1),
        y: Math.min(y0, y1),
        width: Math.abs(x0 - x1),
        height: Math.abs(y0 - y1),
      })
    }
  }
  return found
}
function pathTo(layout: Layout, role: number): number[] {
  const points: number[] = []
  linkPath(layout, role, points)
  return points
}

describe('a placed chart', () => {
  test('has no two boxes that overlap', () => {
    fc.assert(
      fc.property(anyCase, ({ layout }) => {
        const boxes = drawn(layout).map((role) => inner(boxOf(layout, role)))
        expect(boxes.filter((box, i) => boxes.some((other, k) => k < i && overlaps(box, other)))).toEqual([])
      }),
      RUNS,
    )
  })

  test('has one line to each drawn role from the box of its manager, from edge to edge, crossing no box', () => {
    fc.assert(
      fc.property(anyCase, ({ org, layout }) => {
        const roles = drawn(layout)
        const boxes = roles.map((role) => inner(boxOf(layout, role)))
        layout.manager.forEach((manager, role) => {
          expect(manager).toBe(layout.boxOf[role] === role ? org.structure.parent[role] : -1)
        })
        const crossed = stretches(layout).filter((piece) => boxes.some((box) => overlaps(piece, box)))
        expect(crossed).toEqual([])
        for (const role of roles) {
          const manager = layout.manager[role] as number
          const points = pathTo(layout, role)
          expect(points.length >= 4).toBe(manager >= 0)
          if (manager < 0) continue
          const end = (k: number) => ({ x: points.at(k) as number, y: points.at(k + 1) as number, width: 0, height: 0 })
          expect(contains(boxOf(layout, manager), end(0))).toBe(true)
          expect(contains(boxOf(layout, role), end(-2))).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('gives two managers in one gap tracks of their own', () => {
    fc.assert(
      fc.property(anyCase, ({ layout }) => {
        const buses = stretches(layout).filter((piece) => piece.width > TOUCH)
        const shared: [Stretch, Stretch][] = []
        for (const a of buses)
          for (const b of buses)
            if (a.from !== b.from && Math.abs(a.y - b.y) < 1 && a.x + a.width >= b.x && b.x + b.width >= a.x) shared.push([a, b])
        expect(shared).toEqual([])
      }),
      RUNS,
    )
  })

  test('pours every ribbon down a free column, side by side with the others', () => {
    fc.assert(
      fc.property(anyCase, ({ layout }) => {
        const field = layout.customers as NonNullable<Layout['customers']>
        const roles = drawn(layout)
        const ribbons = Array.from({ length: layout.ribbons.length }, (_, k) => ribbonAt(layout, k))
        for (const ribbon of ribbons) {
          expect(ribbonsTo(layout, ribbon.role)).toEqual(ribbons.filter(({ role }) => role === ribbon.role))
          const half = ribbon.width / 2
          expect(ribbon.width).toBeGreaterThan(0)
          expect(layout.boxOf[ribbon.role]).toBe(ribbon.role)
          const column = { x: ribbon.x1 - half, y: ribbon.y1, width: ribbon.width, height: (layout.y[ribbon.role] as number) - ribbon.y1 }
          for (const role of roles) {
            expect(layout.y[role]).toBeGreaterThanOrEqual(ribbon.y1 - TOUCH)
            if (role !== ribbon.role && column.height > 0) expect(overlaps(column, inner(boxOf(layout, role)))).toBe(false)
          }
          expect(ribbon.x1 - half).toBeGreaterThan(layout.x[ribbon.role] as number)
          expect(ribbon.x1 + half).toBeLessThan((layout.x[ribbon.role] as number) + (layout.w[ribbon.role] as number))
          const source = field.segments.find((box) => box.segment === ribbon.segment) ?? field
          expect(ribbon.x0 - half).toBeGreaterThanOrEqual(source.x)
          expect(ribbon.x0 + half).toBeLessThanOrEqual(source.x + source.width + TOUCH)
        }
        for (const a of ribbons)
          for (const b of ribbons) {
            if (a === b) continue
            const apart = (a.width + b.width) / 2 - TOUCH
            if (a.role === b.role) expect(Math.abs(a.x1 - b.x1)).toBeGreaterThan(apart)
            if (a.segment !== b.segment) continue
            expect(Math.abs(a.x0 - b.x0)).toBeGreaterThan(apart)
            expect(Math.sign(a.x0 - b.x0)).toBe(Math.sign(a.x1 - b.x1))
          }
      }),
      RUNS,
    )
  })

  test('lies within its bounds, its rows within their bands, from left to right, and the bands meet', () => {
    fc.assert(
      fc.property(anyCase, ({ layout }) => {
        for (const role of drawn(layout)) expect(contains(layout.bounds, boxOf(layout, role))).toBe(true)
        for (const piece of stretches(layout)) expect(contains(layout.bounds, piece)).toBe(true)
        for (const box of layout.customers?.segments ?? []) expect(contains(layout.bounds, box)).toBe(true)
        expect(contains(layout.bounds, layout.customers as Box)).toBe(true)
        layout.rows.forEach((row, at) => {
          const above = layout.rows[at - 1]
          if (above) expect(above.y + above.height).toBeCloseTo(row.y, 6)
          row.roles.forEach((role, k) => {
            expect(layout.row[role]).toBe(at)
            expect(layout.y[role]).toBeGreaterThanOrEqual(row.y)
            expect((layout.y[role] as number) + (layout.h[role] as number)).toBeLessThanOrEqual(row.y + row.height)
            if (k > 0) expect(layout.x[role]).toBeGreaterThanOrEqual(layout.x[row.roles[k - 1] as number] as number)
          })
        })
        expect(layout.rows.reduce((sum, row) => sum + row.roles.length, 0)).toBe(drawn(layout).length)
      }),
      RUNS,
    )
  })
})

describe('those who meet customers', () => {
  test('stand from left to right in the order of the reporting line, mirrored and by distance', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const org = orgOf(sketch)
        for (const placing of [MIRROR, DISTANCE]) expect(inversions(org, placeOrg(org, placing), () => true)).toEqual([])
      }),
      RUNS,
    )
  })
  test('and so do their leaves in the conventional chart', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const org = orgOf(sketch)
        expect(inversions(org, placeOrg(org, CONVENTIONAL), (role) => org.structure.firstChild[role] === -1)).toEqual([])
      }),
      RUNS,
    )
  })
  test('stand in the first row by distance, everybody else in the row of their distance', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const org = orgOf(sketch)
        const layout = placeOrg(org, DISTANCE)
        if (!org.structure.distance.includes(1)) return
        for (const role of drawn(layout)) {
          const row = layout.rows[layout.row[role] as number]
          const distance = org.structure.distance[role] as number
          if (distance < 0) expect(row?.kind).toBe('unlinked')
          else expect([row?.kind, row?.step, layout.row[role]]).toEqual(['distance', distance, distance - 1])
        }
      }),
      RUNS,
    )
  })

  /** Pairs out of order, none of the two above the other in the line. */
  function inversions(org: Org, layout: Layout, isMeant: (role: number) => boolean): [number, number][] {
    const { preorder, distance, branchSize } = org.structure
    const found: [number, number][] = []
    const middle = (role: number) => (layout.x[role] as number) + (layout.w[role] as number) / 2
    preorder.forEach((a, i) => {
      if (distance[a] !== 1 || !isMeant(a)) return
      preorder.slice(i + (branchSize[a] as number)).forEach((b) => {
        if (distance[b] === 1 && isMeant(b) && middle(a) >= middle(b)) found.push([a, b])
      })
    })
    return found
  }
})

describe('turning', () => {
  test('the mirror keeps every x, unless a manager who meets customers needs a column between the reports', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const org = orgOf(sketch)
        const isMet = (role: number) => org.structure.distance[role] === 1 && org.structure.firstChild[role] !== -1
        if (org.structure.preorder.some(isMet)) return
        expect(placeOrg(org, MIRROR).x).toEqual(placeOrg(org, CONVENTIONAL).x)
      }),
      RUNS,
    )
  })
  test('twice gives the same chart again', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const org = orgOf(sketch)
        const before = placeOrg(org, CONVENTIONAL)
        placeOrg(org, DISTANCE)
        expect(placeOrg(org, CONVENTIONAL)).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })
  test('depends on nothing that is not drawn', () => {
    fc.assert(
      fc.property(anySketch, (sketch) => {
        const more = { grants: [{ id: 'g', role: 'r0', kind: 'refund' }], feedback: [], strategy: { priorities: ['speed'] } }
        const placed = (org: Org) => {
          const { placing: _, ...rest } = placeOrg(org, DISTANCE)
          return rest
        }
        expect(placed(orgOf({ ...sketch, more }))).toEqual(placed(orgOf(sketch)))
      }),
      { numRuns: 30 },
    )
  })
})
