import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOrg } from '../../src/layout/place'
import { ribbonAt } from '../../src/layout/ribbon'
import type { Ribbon } from '../../src/layout/types'
import { ribbonsWithin } from '../../src/scene/streams'
import { organisation } from '../bench/organisation.mjs'
import { pinfold } from '../gallery/org'
import { DISTANCE } from '../gallery/scenes'
import { orgOfFile } from '../organisations'

const all = (layout: ReturnType<typeof placeOrg>) => Array.from({ length: layout.ribbons.length }, (_, k) => ribbonAt(layout, k))
const widthOf = (ribbons: readonly Ribbon[]) => ribbons.reduce((sum, { width }) => sum + width, 0)

test('of a small chart every ribbon that meets the page is there, one by one', () => {
  const layout = placeOrg(pinfold(), DISTANCE)
  const ribbons = all(layout)
  expect(ribbonsWithin(layout, 1, { left: -1e6, right: 1e6 })).toEqual(ribbons)
  const page = { left: 300, right: 420 }
  const met = ribbons.filter(({ x0, x1 }) => Math.max(x0, x1) >= page.left && Math.min(x0, x1) <= page.right)
  expect(met.length).toBeLessThan(ribbons.length)
  expect(ribbonsWithin(layout, 1, page)).toEqual(expect.arrayContaining(met))
})

test('of a large one all that leaves or enters on the page is there, in few strands, wherever one looks', () => {
  const layout = placeOrg(orgOfFile(organisation(10_000).text), DISTANCE)
  const ribbons = all(layout)
  expect(ribbons.length).toBeGreaterThan(2000)
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.01, 0.08, 0.25, 1), (share, kx) => {
      const left = layout.bounds.width * share
      const page = { left, right: left + 1280 / kx }
      const isOn = (x: number) => x >= page.left && x <= page.right
      const found = ribbonsWithin(layout, kx, page)
      expect(found.length).toBeLessThan(1200)
      const ended = ribbons.filter(({ x0, x1 }) => isOn(x0) || isOn(x1))
      expect(widthOf(found)).toBeGreaterThanOrEqual(widthOf(ended) - 1e-6)
      if (kx < 0.25) return
      // Near, each is drawn for itself where it enters.
      for (const one of ribbons.filter(({ x1 }) => isOn(x1))) expect(found).toContainEqual(one)
    }),
    { numRuns: 60 },
  )
})
