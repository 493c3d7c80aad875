// Walking the picture with arrows, on any chart of any organisation.

import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type Direction, endOfRow, neighbourOf, outermostRow, type Place, startOf } from '../../src/layout/neighbour'
import { placeOrg } from '../../src/layout/place'
import type { Layout } from '../../src/layout/types'
import { roleAt } from '../../src/model/roles'
import { pinfold } from '../gallery/org'
import { anyCase, CONVENTIONAL, DISTANCE, drawn, MIRROR, orgOf } from './orgs'

vi.setConfig({ testTimeout: 60_000 })
const RUNS = { numRuns: 200 }
const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down']
const OPPOSITE = { left: 'right', right: 'left', up: 'down', down: 'up' } as const

const role = (index: number): Place => ({ kind: 'role', role: index })
function centre(layout: Layout, place: Place) {
  if (place.kind === 'role') {
    const of = (numbers: ArrayLike<number>) => numbers[place.role] as number
    return { x: of(layout.x) + of(layout.w) / 2, y: of(layout.y) + of(layout.h) / 2, top: of(layout.y) }
  }
  const box = layout.customers!.segments.find(({ segment }) => segment === place.segment)!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, top: box.y }
}
const places = (layout: Layout): Place[] => [
  ...drawn(layout).map(role),
  ...(layout.customers?.segments ?? []).map(({ segment }): Place => ({ kind: 'segment', segment })),
]
const keyOf = (place: Place) => JSON.stringify(place)
/** Boxes that stand over one another in one row: only grids have them. */
const isAlone = (layout: Layout, place: Place) =>
  place.kind === 'segment' ||
  drawn(layout).every(
    (other) => other === place.role || layout.row[other] !== layout.row[place.role] || layout.x[other] !== layout.x[place.role],
  )

describe('an arrow', () => {
  test('moves in the direction asked, and to a box that is drawn', () => {
    fc.assert(
      fc.property(anyCase, ({ layout }) => {
        for (const place of places(layout))
          for (const direction of DIRECTIONS) {
            const next = neighbourOf(layout, place, direction)
            if (!next) continue
            const [a, b] = [centre(layout, place), centre(layout, next)]
            if (direction === 'left') expect(b.x).toBeLessThan(a.x)
            if (direction === 'right') expect(b.x).toBeGreaterThan(a.x)
            if (direction === 'up') expect(b.top).toBeLessThan(a.top)
            if (direction === 'down') expect(b.top).toBeGreaterThan(a.top)
            if (next.kind === 'role') expect(layout.boxOf[next.role]).toBe(next.role)
          }
      }),
      RUNS,
    )
  })

  test('to the right and then to the left comes back to the column it came from, and to the box where it stands alone', () => {
    fc.assert(
      fc.property(anyCase, ({ layout }) => {
        for (const place of places(layout))
          for (const direction of ['left', 'right'] as const) {
            const next = neighbourOf(layout, place, direction)
            const back = next && neighbourOf(layout, next, OPPOSITE[direction])
            if (!next) continue
            expect(back && centre(layout, back).x).toBe(centre(layout, place).x)
            if (isAlone(layout, place)) expect(back).toEqual(place)
          }
      }),
      RUNS,
    )
  })

  test('reaches every box and every segment from where the keyboard comes in', () => {
    fc.assert(
      fc.property(anyCase, ({ layout }) => {
        const start = startOf(layout)!
        const reached = new Map([[keyOf(start), start]])
        for (const place of reached.values())
          for (const direction of DIRECTIONS) {
            const next = neighbourOf(layout, place, direction)
            if (next) reached.set(keyOf(next), next)
          }
        expect(new Set(reached.keys())).toEqual(new Set(places(layout).map(keyOf)))
      }),
      RUNS,
    )
  })

  test('up or down meets the nearest box of the next row', () => {
    fc.assert(
      fc.property(anyCase, ({ layout }) => {
        for (const from of drawn(layout)) {
          const next = neighbourOf(layout, role(from), 'down')
          if (next?.kind !== 'role' || layout.row[next.role] === layout.row[from]) continue
          const away = (other: number) => Math.abs(centre(layout, role(other)).x - centre(layout, role(from)).x)
          const row = layout.rows[layout.row[next.role] as number]!
          expect(away(next.role)).toBeCloseTo(Math.min(...[...row.roles].map(away)), 6)
        }
      }),
      RUNS,
    )
  })

  test('from a role that is folded away starts where its box is', () => {
    const org = orgOf({ parents: [-1, 0, 0, 1, 1] })
    const layout = placeOrg(org, { ...CONVENTIONAL, folded: new Set([1]) })
    expect(neighbourOf(layout, role(3), 'right')).toEqual(role(2))
    expect(neighbourOf(layout, role(3), 'up')).toEqual(role(0))
    expect(neighbourOf(layout, role(99), 'up')).toBeNull()
  })
})

describe('on Pinfold', () => {
  const at = (id: string) => role(roleAt(pinfold(), id as never)!)
  const walk = (layout: Layout, from: Place, ...directions: Direction[]) =>
    directions.reduce<Place | null>((place, direction) => place && neighbourOf(layout, place, direction), from)

  test('by distance one goes up from who meets customers to the customers above', () => {
    const layout = placeOrg(pinfold(), DISTANCE)
    const up = walk(layout, at('cash-n'), 'up')
    expect(up?.kind).toBe('segment')
    expect(up && pinfold().doc.segments?.[(up as { segment: number }).segment]?.name).toBe('Business accounts')
    expect(walk(layout, at('cash-n'), 'up', 'right', 'right', 'right')).toBeNull()
    expect(walk(layout, at('cash-n'), 'down')).toEqual(at('mgr-n'))
    expect(walk(layout, at('cash-n'), 'up', 'up')).toBeNull()
  })

  test('the conventional chart has them below, and the mirror above', () => {
    expect(walk(placeOrg(pinfold(), CONVENTIONAL), at('cash-n'), 'down')?.kind).toBe('segment')
    expect(walk(placeOrg(pinfold(), MIRROR), at('cash-n'), 'up')?.kind).toBe('segment')
  })

  test('Home, End, Page up and Page down go to the ends', () => {
    const layout = placeOrg(pinfold(), DISTANCE)
    expect(endOfRow(layout, at('acct'), 'first')).toEqual(at('cash-n'))
    expect(endOfRow(layout, at('acct'), 'last')).toEqual(at('agent'))
    expect(outermostRow(layout, at('cash-n'), 'last')).toEqual(role(layout.rows.at(-1)!.roles[0]!))
    expect(outermostRow(layout, at('lead'), 'first')).toEqual(at('agent'))
  })
})

test('a step looks at a few boxes, not at all', () => {
  const wide = placeOrg(orgOf({ parents: [-1, ...Array<number>(20_000).fill(0)] }), CONVENTIONAL)
  let read = 0
  const x = new Proxy(wide.x, {
    get(target, key) {
      read++
      return Reflect.get(target, key)
    },
  })
  const from = role(wide.rows[1]!.roles[10_000]!)
  for (const direction of DIRECTIONS) expect(neighbourOf({ ...wide, x }, from, direction)).toBeDefined()
  expect(read).toBeLessThan(400)
})
