// How wide a branch is drawn far away.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOrg } from '../../src/layout/place'
import { slabsOf } from '../../src/layout/slabs'
import { anyCase, CONVENTIONAL, orgOf, THREE } from './orgs'

const TOUCH = 1e-6

test('a slab holds its box, and slabs of one row lie side by side in its order', () => {
  fc.assert(
    fc.property(anyCase, ({ org, layout }) => {
      const { left, right } = slabsOf(layout, org.structure)
      const endOf = (role: number) => (layout.x[role] as number) + (layout.w[role] as number)
      layout.boxOf.forEach((box, role) => {
        expect(left[role]).toBeLessThanOrEqual((layout.x[box] as number) + TOUCH)
        expect(right[role]).toBeGreaterThanOrEqual(endOf(box) - TOUCH)
      })
      for (const { roles } of layout.rows)
        roles.forEach((role, k) => {
          const before = roles[k - 1]
          if (before === undefined) return
          const areOneColumn = (layout.x[role] as number) < endOf(before)
          if (areOneColumn) expect([left[role], right[role]]).toEqual([left[before], right[before]])
          else expect(left[role]).toBeGreaterThanOrEqual((right[before] as number) - TOUCH)
        })
    }),
    { numRuns: 200 },
  )
})

test('it reaches no further than its branch, and as far where no neighbour is in the way', () => {
  fc.assert(
    fc.property(anyCase, ({ org, layout }) => {
      const { left, right } = slabsOf(layout, org.structure)
      const { preorder, branchSize } = org.structure
      for (const { roles } of layout.rows) {
        if (roles.length !== 1) continue
        const top = roles[0] as number
        const at = preorder.indexOf(top)
        const branch = [...preorder.subarray(at, at + (branchSize[top] as number))].map((role) => layout.boxOf[role] as number)
        expect(left[top]).toBe(Math.min(...branch.map((role) => layout.x[role] as number)))
        expect(right[top]).toBe(Math.max(...branch.map((role) => (layout.x[role] as number) + (layout.w[role] as number))))
      }
    }),
    { numRuns: 200 },
  )
})

test('branches that share columns part between their boxes, in the middle of what they share', () => {
  // Two managers side by side, each with reports: the second one's reach under the first.
  const org = orgOf({ parents: [-1, 0, 0, 2, 2, 2, 2, 2] })
  const layout = placeOrg(org, CONVENTIONAL)
  const { left, right } = slabsOf(layout, org.structure)
  expect(right[1]).toBe(left[2])
  expect(right[2]).toBe((layout.x[7] as number) + (layout.w[7] as number))
})

test('a chain is as wide as its boxes', () => {
  const org = orgOf({ parents: [-1, 0, 1, 2], touchpoints: [[3]] })
  for (const placing of THREE) {
    const layout = placeOrg(org, placing)
    const { left, right } = slabsOf(layout, org.structure)
    expect(right.map((end, role) => end - (left[role] as number)).every((width, role) => width >= (layout.w[role] as number))).toBe(true)
  }
})
