// Part of an organisation is placed as a chart of its own, and a whole one that is told as a part as what it is.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOrg } from '../../src/layout/place'
import { parted, shelved, withoutCustomers } from '../../src/layout/shelves'
import type { Layout } from '../../src/layout/types'
import { branchOf, partOf } from '../../src/model/part'
import { benchOrg } from '../export/asked'
import { CONVENTIONAL, DISTANCE, MIRROR } from '../gallery/scenes'

const org = benchOrg(200)
const placings = [CONVENTIONAL, MIRROR, DISTANCE]
const drawnIn = ({ boxOf }: Layout) => [...boxOf.keys()].filter((role) => boxOf[role] === role)

test.each(placings)('all roles as a part are the organisation: $orientation, $order', (placing) => {
  const whole = placeOrg(org, placing)
  const part = placeOrg(partOf(org, org.structure.preorder), placing)
  for (const key of ['x', 'y', 'w', 'h', 'boxOf', 'row', 'manager', 'edges'] as const) expect([...part[key]], key).toEqual([...whole[key]])
  expect(part.bounds).toEqual(whole.bounds)
})

test('a branch is drawn whole and alone, no two boxes of it overlap, and whoever is outside is nowhere', () => {
  fc.assert(
    fc.property(fc.nat({ max: 199 }), fc.constantFrom(...placings), (role, placing) => {
      const roles = branchOf(org.structure, role)
      const chart = placeOrg(partOf(org, roles), placing)
      const isIn = new Set(roles)
      expect([...chart.boxOf.keys()].filter((one) => (chart.boxOf[one] as number) >= 0)).toEqual([...isIn].sort((a, b) => a - b))
      expect(chart.rows.flatMap((row) => [...row.roles]).sort((a, b) => a - b)).toEqual(drawnIn(chart))
      expect(noOverlap(chart)).toBe(true)
      for (const box of chart.ribbons.role) expect(isIn.has(box)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('on shelves nobody overlaps anybody, each role is where it is under its own top, and rows go down', () => {
  const tops = [...org.structure.preorder].filter((role) => org.structure.depth[role] === 1)
  const charts = tops.map((role) => withoutCustomers(placeOrg(partOf(org, branchOf(org.structure, role)), CONVENTIONAL)))
  const all = shelved(charts as [Layout, ...Layout[]], 20)
  expect(drawnIn(all)).toHaveLength(charts.reduce((sum, chart) => sum + drawnIn(chart).length, 0))
  expect(noOverlap(all)).toBe(true)
  const rows = all.rows.map(({ y }) => y)
  expect(rows.toSorted((a, b) => a - b)).toEqual(rows)
  for (const [at, row] of all.rows.entries()) for (const role of row.roles) expect(all.row[role]).toBe(at)
})

test('trees that stand side by side are told by the air between them', () => {
  const [a, b] = [...org.structure.preorder].filter((role) => org.structure.depth[role] === 1)
  const roles = [a, b].flatMap((role) => [...branchOf(org.structure, role as number)])
  const chart = placeOrg(partOf(org, roles), CONVENTIONAL)
  const apart = parted(chart, 30)
  expect((apart.x[b as number] as number) - (apart.x[a as number] as number)).toBeCloseTo(
    (chart.x[b as number] as number) - (chart.x[a as number] as number) + 30,
  )
  expect(apart.bounds.width).toBe(chart.bounds.width + 30)
  expect(noOverlap(apart)).toBe(true)
})

test('a head may stand over its team on a shelf where it stands among others as well', () => {
  const [top] = org.structure.tops
  const team = [...org.structure.preorder].filter((role) => org.structure.parent[role] === top)
  const part = partOf(org, [top as number, ...team], new Set([team[0] as number]))
  expect([...part.structure.tops]).toEqual([top, team[0]])
  expect(part.structure.layers).toBe(2)
})

function noOverlap(chart: Layout): boolean {
  const boxes = drawnIn(chart).map((role) => ({
    x: chart.x[role] as number,
    y: chart.y[role] as number,
    w: chart.w[role] as number,
    h: chart.h[role] as number,
  }))
  return boxes.every((a, i) =>
    boxes
      .slice(i + 1)
      .every((b) => a.x + a.w <= b.x + 0.01 || b.x + b.w <= a.x + 0.01 || a.y + a.h <= b.y + 0.01 || b.y + b.h <= a.y + 0.01),
  )
}
