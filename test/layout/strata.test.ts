// Finding boxes while they move.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOrg } from '../../src/layout/place'
import { strataOf, visibleInTurn } from '../../src/layout/strata'
import { boxAt } from '../../src/layout/turn'
import type { Layout, MovingBox } from '../../src/layout/types'
import { anySketch, orgOf, THREE } from './orgs'

const TOUCH = 1e-3
const share = fc.double({ min: 0, max: 1, noNaN: true })
const roles = fc.array(fc.nat({ max: 999 }), { maxLength: 3 })
const end = fc.record({ base: fc.constantFrom(...THREE), folded: roles, unstacked: roles })

interface Ends {
  readonly from: Layout
  readonly to: Layout
}
/** Any two charts of one organisation. */
const anyEnds: fc.Arbitrary<Ends> = fc
  .record({ sketch: anySketch, a: end, b: end, isGrouped: fc.boolean() })
  .map(({ sketch, a, b, isGrouped }) => {
    const org = orgOf(sketch)
    const within = (list: readonly number[]) => new Set(list.map((role) => role % sketch.parents.length))
    const place = ({ base, folded, unstacked }: typeof a) =>
      placeOrg(org, { ...base, folded: within(folded), unstacked: within(unstacked), isGrouped })
    return { from: place(a), to: place(b) }
  })
const blank = (): MovingBox => ({ x: 0, y: 0, w: 0, h: 0, presence: 0 })
const isForward = ({ from, to }: Ends) => from.placing.orientation !== 'flipped' || to.placing.orientation === 'flipped'
const areDrawn = ({ from, to }: Ends) => [...from.boxOf.keys()].filter((role) => from.boxOf[role] === role || to.boxOf[role] === role)

test('every box is in one stratum, with those that go from its row to its row', () => {
  fc.assert(
    fc.property(anyEnds, (ends) => {
      if (!isForward(ends)) return
      const { from, to } = ends
      const strata = strataOf(from, to)
      expect(strata.flatMap((stratum) => [...stratum.roles]).sort((a, b) => a - b)).toEqual(areDrawn(ends))
      for (const stratum of strata)
        for (const role of stratum.roles) {
          expect([from.row[role], to.row[role]]).toEqual([stratum.rowBefore, stratum.rowAfter])
          const [isBefore, isAfter] = [from.boxOf[role] === role, to.boxOf[role] === role]
          expect(stratum.presence).toBe(isBefore ? (isAfter ? 'stays' : 'goes') : 'comes')
          if (from.placing.orientation !== to.placing.orientation) expect(stratum.pace).toBe(to.pace[role])
        }
    }),
    { numRuns: 150 },
  )
})

test('a stratum is sorted by x at every moment', () => {
  fc.assert(
    fc.property(anyEnds, share, (ends, t) => {
      if (!isForward(ends)) return
      for (const stratum of strataOf(ends.from, ends.to)) {
        let before = -Infinity
        for (const role of stratum.roles) {
          const { x } = boxAt({ ...ends, t }, role, blank())
          expect(x).toBeGreaterThanOrEqual(before - TOUCH)
          before = x
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('a view meets in a turn the boxes that overlap it, each once', () => {
  fc.assert(
    fc.property(anyEnds, share, share, share, share, share, (ends, t, u, v, s, r) => {
      const { from, to } = ends
      const [width, height] = [Math.max(from.bounds.width, to.bounds.width), Math.max(from.bounds.height, to.bounds.height)]
      const view = { x: u * width, y: v * height, width: s * width, height: r * height }
      const seen: number[] = []
      visibleInTurn({ ...ends, t }, view, (role) => seen.push(role))
      expect(new Set(seen).size).toBe(seen.length)
      const meets = (role: number, air: number) => {
        const { x, y, w, h } = boxAt({ ...ends, t }, role, blank())
        const edge = Math.max(from.edges[role] as number, to.edges[role] as number) + air
        return x - air <= view.x + view.width && x + w + edge >= view.x && y - air <= view.y + view.height && y + h + edge >= view.y
      }
      const found = new Set(seen)
      for (const role of areDrawn(ends)) {
        if (meets(role, -TOUCH)) expect(found.has(role)).toBe(true)
        if (!meets(role, TOUCH)) expect(found.has(role)).toBe(false)
      }
    }),
    { numRuns: 200 },
  )
})

test('far away one box a pixel is met, whatever the organisation', () => {
  const count = 20_000
  const meeting = Array.from({ length: count }, (_, i) => i).filter((i) => 5 * i + 1 >= count && i % 3 > 0)
  const org = orgOf({ parents: Array.from({ length: count }, (_, i) => Math.floor((i - 1) / 5)), touchpoints: [meeting] })
  const [from, , to] = THREE.map((placing) => placeOrg(org, placing)) as [Layout, Layout, Layout]
  const pixel = Math.max(from.bounds.width, to.bounds.width) / 500
  const strata = strataOf(from, to)
  for (const t of [0, 0.3, 0.5, 0.7, 1]) {
    let met = 0
    visibleInTurn({ from, to, t }, { x: 0, y: 0, width: pixel * 500, height: 1e9 }, () => met++, pixel)
    expect(met).toBeLessThanOrEqual(strata.length * 501)
    expect(met).toBeGreaterThan(500)
  }
})
