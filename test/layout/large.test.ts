// The laws of laws.test.ts for a realistic organisation of 100,000, with checks that are linear themselves.
import { expect, test, vi } from 'vitest'
import { linkPath } from '../../src/layout/link'
import { placeOrg } from '../../src/layout/place'
import type { Layout } from '../../src/layout/types'
import type { Org } from '../../src/model/types'
import { organisation } from '../bench/organisation.mjs'
import { built, THREE } from './orgs'

vi.setConfig({ testTimeout: 120_000 })

const TOUCH = 0.01
const at = (list: ArrayLike<number>, i: number) => list[i] as number
const rightOf = ({ x, w, edges }: Layout, role: number) => at(x, role) + at(w, role) + at(edges, role)
const bottomOf = ({ y, h, edges }: Layout, role: number) => at(y, role) + at(h, role) + at(edges, role)

/** Boxes that overlap the one before them in their row: to its right where they stand in another column, else below it. */
function overlapping(layout: Layout): number[] {
  return layout.rows.flatMap(({ roles }) => {
    const found: number[] = []
    let end = -Infinity
    for (let k = 1; k < roles.length; k++) {
      const [before, role] = [at(roles, k - 1), at(roles, k)]
      end = Math.max(end, rightOf(layout, before))
      const isBelow = Math.abs(at(layout.x, role) - at(layout.x, before)) < TOUCH
      if (isBelow ? at(layout.y, role) < bottomOf(layout, before) - TOUCH : at(layout.x, role) < end - TOUCH) found.push(role)
    }
    return found
  })
}

/** Roles whose line runs through a box of the two rows that it joins. */
function crossing(layout: Layout): number[] {
  const found: number[] = []
  const points: number[] = []
  for (let role = 0; role < layout.boxOf.length; role++) {
    const length = 2 * linkPath(layout, role, points)
    const rows = new Set([at(layout.row, role), at(layout.row, Math.max(0, at(layout.manager, role)))])
    for (let p = 0; p + 3 < length; p += 2) {
      const [x0, x1] = [Math.min(at(points, p), at(points, p + 2)), Math.max(at(points, p), at(points, p + 2))]
      const [y0, y1] = [Math.min(at(points, p + 1), at(points, p + 3)), Math.max(at(points, p + 1), at(points, p + 3))]
      for (const row of rows) if (meetsBox(layout, row, x0 + TOUCH, x1 - TOUCH, y0 + TOUCH, y1 - TOUCH)) found.push(role)
    }
  }
  return found
}
const extents = new WeakMap<Layout, readonly { readonly top: number; readonly bottom: number }[]>()
function meetsBox(layout: Layout, row: number, x0: number, x1: number, y0: number, y1: number): boolean {
  let rows = extents.get(layout)
  if (!rows) {
    rows = layout.rows.map(({ roles }) =>
      roles.reduce(
        ({ top, bottom }, role) => ({ top: Math.min(top, at(layout.y, role)), bottom: Math.max(bottom, bottomOf(layout, role)) }),
        { top: Infinity, bottom: -Infinity },
      ),
    )
    extents.set(layout, rows)
  }
  const { top, bottom } = rows[row] as { top: number; bottom: number }
  if (y1 < top || y0 > bottom) return false
  const roles = layout.rows[row]?.roles as Int32Array
  const widest = 300
  let [low, high] = [0, roles.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (at(layout.x, at(roles, middle)) < x0 - widest) low = middle + 1
    else high = middle
  }
  for (; low < roles.length && at(layout.x, at(roles, low)) < x1; low++) {
    const role = at(roles, low)
    if (rightOf(layout, role) > x0 && at(layout.y, role) < y1 && bottomOf(layout, role) > y0) return true
  }
  return false
}

/** Those who meet customers and stand right of somebody who comes after their branch in the reporting line. */
function outOfOrder({ structure: { preorder, branchSize, distance } }: Org, layout: Layout): number[] {
  const least = new Float64Array(preorder.length + 1).fill(Infinity)
  const found: number[] = []
  const middle = (role: number) => at(layout.x, role) + at(layout.w, role) / 2
  for (let k = preorder.length - 1; k >= 0; k--) {
    const role = at(preorder, k)
    const isMet = distance[role] === 1 && layout.boxOf[role] === role
    if (isMet && middle(role) >= at(least, k + at(branchSize, role))) found.push(role)
    least[k] = Math.min(at(least, k + 1), isMet ? middle(role) : Infinity)
  }
  return found
}

test('a realistic organisation of 100,000 keeps the laws, whichever way it is placed', () => {
  const org = built(JSON.parse(organisation(100_000, { hasStacks: true }).text))
  for (const base of THREE) {
    const layout = placeOrg(org, { ...base, isGrouped: true })
    expect(layout.rows.reduce((sum, { roles }) => sum + roles.length, 0)).toBeGreaterThan(10_000)
    expect(overlapping(layout)).toEqual([])
    expect(crossing(layout)).toEqual([])
    if (base.orientation === 'flipped') expect(outOfOrder(org, layout)).toEqual([])
    layout.rows.forEach(({ y, height }, row) => {
      const next = layout.rows[row + 1]
      if (next) expect(y + height).toBeCloseTo(next.y, 3)
    })
  }
})
