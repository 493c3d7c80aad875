// Small organisations from parent arrays, and random ones for the laws.
import fc from 'fast-check'
import { placeOrg } from '../../src/layout/place'
import type { Layout, Placing } from '../../src/layout/types'
import { buildOrg } from '../../src/model/build'
import type { Draft, Org, SectionName } from '../../src/model/types'

export interface Sketch {
  /** Index of the manager, -1 = a top. */
  readonly parents: readonly number[]
  readonly titles?: readonly string[]
  readonly headcounts?: readonly number[]
  /** Roles staffing touchpoint k; undefined = no touchpoints known. */
  readonly touchpoints?: readonly (readonly number[])[]
  readonly segments?: readonly { readonly customers?: number; readonly clv?: number }[]
  /** Touchpoint, segment (-1 = not said), contacts; undefined = none counted. */
  readonly demand?: readonly (readonly [touchpoint: number, segment: number, perPeriod: number])[]
  readonly more?: Readonly<Record<string, unknown>>
}

export function orgOf(sketch: Sketch): Org {
  const rows: Partial<Record<SectionName, readonly unknown[]>> = {
    roles: sketch.parents.map((parent, i) => ({
      id: `r${i}`,
      reportsTo: parent < 0 ? null : `r${parent}`,
      ...(sketch.titles ? { title: sketch.titles[i] } : {}),
      ...(sketch.headcounts ? { headcount: sketch.headcounts[i] } : {}),
    })),
    issueTypes: [{ id: 'issue' }],
  }
  if (sketch.segments) rows.segments = sketch.segments.map((segment, k) => ({ id: `s${k}`, ...segment }))
  if (sketch.touchpoints)
    rows.touchpoints = sketch.touchpoints.map((roles, k) => ({ id: `t${k}`, staffedBy: roles.map((role) => `r${role}`) }))
  if (sketch.demand)
    rows.demand = sketch.demand.map(([touchpoint, segment, perPeriod], k) => ({
      id: `d${k}`,
      touchpoint: `t${touchpoint}`,
      issueType: 'issue',
      perPeriod,
      ...(segment < 0 ? {} : { segment: `s${segment}` }),
    }))
  return built({ ...rows, ...sketch.more })
}

export function built(file: Readonly<Record<string, unknown>>): Org {
  const lists = new Set(['units', 'roles', 'people', 'segments', 'touchpoints', 'issueTypes', 'demand', 'grants', 'routes', 'feedback'])
  const entries = Object.entries(file)
  const draft: Draft = {
    file: 'test',
    sections: Object.fromEntries(entries.filter(([key]) => lists.has(key)).map(([key, rows]) => [key, { rows: rows as unknown[] }])),
    whole: Object.fromEntries(entries.filter(([key]) => !lists.has(key))),
  }
  const { org } = buildOrg([draft])
  if (!org) throw new Error('no organisation')
  return org
}

export const PLAIN = { folded: new Set<number>(), unstacked: new Set<number>(), isGrouped: false } as const
export const CONVENTIONAL: Placing = { ...PLAIN, orientation: 'conventional', order: 'mirror' }
export const MIRROR: Placing = { ...PLAIN, orientation: 'flipped', order: 'mirror' }
export const DISTANCE: Placing = { ...PLAIN, orientation: 'flipped', order: 'distance' }
export const THREE = [CONVENTIONAL, MIRROR, DISTANCE] as const

export function drawn(layout: Layout): number[] {
  return [...layout.boxOf.keys()].filter((role) => layout.boxOf[role] === role)
}

/** Trees from near-stars to near-chains, now and then with several tops, and teams of leaves at the end. */
export function anyParents(most: number): fc.Arbitrary<number[]> {
  return fc
    .record({
      picks: fc.array(fc.nat({ max: 999_999 }), { minLength: 1, maxLength: most, size: 'max' }),
      steepness: fc.constantFrom(0.3, 1, 3, 20),
      tops: fc.constantFrom(0, 0, 0.02, 0.2),
      teams: fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 })), { maxLength: 2 }),
    })
    .map(({ picks, steepness, tops, teams }) => {
      const parents = picks.map((pick, i) => {
        const share = pick / 1_000_000
        return i === 0 || share < tops ? -1 : Math.min(i - 1, Math.floor((1 - ((1 - share) / (1 - tops)) ** steepness) * i))
      })
      const leaves = [...parents.keys()].filter((i) => !parents.includes(i))
      return [...parents, ...teams.flatMap(([at, size]) => Array<number>(size).fill(leaves[at % leaves.length] as number))]
    })
}

export const anySketch: fc.Arbitrary<Sketch> = anyParents(120).chain((parents) => {
  const n = parents.length
  const role = fc.nat({ max: n - 1 })
  const touchpoints = fc.array(fc.array(role, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 })
  const segments = fc.array(fc.record({ customers: fc.nat({ max: 9999 }), clv: fc.nat({ max: 9999 }) }, { requiredKeys: [] }), {
    maxLength: 5,
  })
  return fc.record(
    {
      parents: fc.constant(parents),
      titles: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom('Clerk', 'clerk ', 'Cook') }, fc.string()), {
        minLength: n,
        maxLength: n,
      }),
      headcounts: fc.array(fc.constantFrom(0, 1, 1, 7), { minLength: n, maxLength: n }),
      touchpoints: fc.oneof({ weight: 9, arbitrary: touchpoints }, fc.constant([])),
      segments,
      demand: fc.array(fc.tuple(fc.nat({ max: 5 }), fc.integer({ min: -1, max: 4 }), fc.nat({ max: 5000 })), { maxLength: 30 }),
    },
    { requiredKeys: ['parents', 'touchpoints'] },
  )
})

export interface Case {
  readonly org: Org
  readonly placing: Placing
  readonly layout: Layout
}
export const anyCase: fc.Arbitrary<Case> = anySketch
  .chain((sketch) => {
    const roles = fc.array(fc.nat({ max: sketch.parents.length - 1 }), { maxLength: 4 })
    return fc.record({
      sketch: fc.constant(sketch),
      base: fc.constantFrom(...THREE),
      folded: roles,
      unstacked: roles,
      isGrouped: fc.boolean(),
    })
  })
  .map(({ sketch, base, folded, unstacked, isGrouped }) => {
    const org = orgOf(sketch)
    const placing = { ...base, folded: new Set(folded), unstacked: new Set(unstacked), isGrouped }
    return { org, placing, layout: placeOrg(org, placing) }
  })
  // Numbers are read in a failing case more easily than typed arrays.
  .map((value) => Object.assign(value, { toString: () => JSON.stringify([...value.org.structure.parent]) }))
