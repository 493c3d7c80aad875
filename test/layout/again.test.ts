// Folding and opening: the same chart as if it had been placed anew.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { finish } from '../../src/base/steps'
import { rankAgain } from '../../src/layout/again'
import { drawnOf } from '../../src/layout/drawn'
import { linkPath } from '../../src/layout/link'
import { placeAgain, placeOrg } from '../../src/layout/place'
import { rank } from '../../src/layout/ranks'
import { ribbonAt } from '../../src/layout/ribbon'
import { SIZES } from '../../src/layout/sizes'
import type { Layout } from '../../src/layout/types'
import { anySketch, CONVENTIONAL, MIRROR, orgOf, type Sketch, THREE } from './orgs'

vi.setConfig({ testTimeout: 60_000 })

const roles = fc.array(fc.nat({ max: 9999 }), { maxLength: 4 })
/** Rounded: both are exact to 1/1024, each on its own way. */
const near = (a: number, b: number, what: string) => {
  if (!(Math.abs(a - b) < 0.01)) throw new Error(`${what}: ${a}, placed anew ${b}`)
}

function expectSame(again: Layout, anew: Layout) {
  for (const key of ['boxOf', 'stacked', 'foldedAway', 'edges', 'pace', 'row', 'manager', 'w', 'h'] as const)
    expect(again[key]).toEqual(anew[key])
  for (const key of ['x', 'y'] as const)
    for (const role of again.boxOf) near(again[key][role] as number, anew[key][role] as number, `${key} of ${role}`)
  expect(again.rows.map(({ roles: all, kind, step, people }) => ({ all, kind, step, people }))).toEqual(
    anew.rows.map(({ roles: all, kind, step, people }) => ({ all, kind, step, people })),
  )
  for (const [at, row] of again.rows.entries()) near(row.y, anew.rows[at]?.y as number, `row ${at}`)
  again.manager.forEach((_, role) => {
    const [a, b]: [number[], number[]] = [[], []]
    expect(linkPath(again, role, a)).toBe(linkPath(anew, role, b))
    for (const [k, value] of a.entries()) near(value, b[k] as number, `line to ${role}`)
  })
  expect(again.ribbons.length).toBe(anew.ribbons.length)
  for (let k = 0; k < again.ribbons.length; k++) {
    const [a, b] = [ribbonAt(again, k), ribbonAt(anew, k)]
    expect([a.role, a.segment, a.contacts]).toEqual([b.role, b.segment, b.contacts])
    for (const key of ['x0', 'x1', 'y0', 'y1', 'width'] as const) near(a[key], b[key], `${key} of ribbon ${k}`)
  }
  for (const key of ['x', 'y', 'width', 'height'] as const) near(again.bounds[key], anew.bounds[key], `bounds ${key}`)
}

test('a chart after any folds is the one that is placed anew, fold after fold', () => {
  fc.assert(
    fc.property(
      fc.record({
        sketch: anySketch,
        base: fc.constantFrom(...THREE),
        isGrouped: fc.boolean(),
        looks: fc.array(fc.record({ folded: roles, unstacked: roles }), { minLength: 2, maxLength: 5 }),
      }),
      ({ sketch, base, isGrouped, looks }) => {
        const org = orgOf(sketch)
        const within = (list: readonly number[]) => new Set(list.map((role) => role % sketch.parents.length))
        let layout = placeOrg(org, { ...base, isGrouped })
        for (const { folded, unstacked } of looks) {
          const placing = { ...base, isGrouped, folded: within(folded), unstacked: within(unstacked) }
          layout = placeAgain(org, layout, placing)
          expectSame(layout, placeOrg(org, placing))
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('after any edit too, whether of the reporting line, of touchpoints or of titles', () => {
  fc.assert(
    fc.property(anySketch, anySketch, fc.constantFrom(...THREE), fc.nat(), (sketch, other, base, pick) => {
      const count = sketch.parents.length
      const role = pick % count
      const edits: Sketch[] = [
        { ...sketch, parents: sketch.parents.map((manager, i) => (i === role ? -1 : manager)) },
        { ...sketch, touchpoints: other.touchpoints?.map((all) => all.map((one) => one % count)) ?? [] },
        { ...sketch, titles: sketch.parents.map((_, i) => other.titles?.[i % other.titles.length] ?? '') },
      ]
      for (const edited of edits) {
        const placing = { ...base, isGrouped: true }
        const org = orgOf(edited)
        expectSame(placeAgain(org, placeOrg(orgOf(sketch), placing), placing), placeOrg(org, placing))
      }
    }),
    { numRuns: 100 },
  )
})

test('opening a manager in the middle of 100,000 packs less than a fiftieth of what the whole takes', () => {
  const parents = Array.from({ length: 100_000 }, (_, i) => (i === 0 ? -1 : Math.floor((i - 1) / 6)))
  const org = orgOf({ parents, touchpoints: [parents.flatMap((_, i) => (6 * i + 1 >= parents.length && i % 2 === 0 ? [i] : []))] })
  const manager = 100
  for (const isMirror of [false, true]) {
    const base = isMirror ? MIRROR : CONVENTIONAL
    const before = placeOrg(org, { ...base, folded: new Set([manager]) })
    const drawn = finish(drawnOf(org, base, SIZES))
    const whole = finish(rank(org.structure, drawn, SIZES, isMirror))
    const again = finish(rankAgain(org.structure, drawn, SIZES, isMirror, before))
    expect(org.structure.branchSize[manager]).toBeGreaterThan(250)
    expect(again.steps).toBeLessThan(whole.steps / 50)
    expect(again.middle.length).toBe(whole.middle.length)
  }
})
