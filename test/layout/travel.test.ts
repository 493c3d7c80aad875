// A chart goes from the worker to the page without being copied.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buffersIn } from '../../src/base/transfer'
import { placeOrg } from '../../src/layout/place'
import { anyCase, orgOf, PLAIN, THREE } from './orgs'

test('a chart is plain data: a clone of it is the same', () => {
  fc.assert(
    fc.property(anyCase, ({ layout }) => {
      expect(structuredClone(layout)).toEqual(layout)
    }),
    { numRuns: 50 },
  )
})

const count = 5000
const parents = Array.from({ length: count }, (_, i) => Math.floor((i - 1) / 6))
const org = orgOf({ parents, touchpoints: [parents.flatMap((_, i) => (6 * i + 1 >= count && i % 2 === 0 ? [i] : []))] })

test('no chart shares a buffer with another one or with the organisation, so that each may be sent away', () => {
  const looks = [PLAIN, { ...PLAIN, isGrouped: true }, { ...PLAIN, folded: new Set([7]) }]
  const charts = looks.flatMap((look) => [...THREE, ...THREE].map((base) => buffersIn(placeOrg(org, { ...base, ...look }))))
  const all = [...charts.flat(), ...buffersIn(org)]
  expect(new Set(all).size).toBe(all.length)
  expect(charts.every((buffers) => buffers.length > 10)).toBe(true)
})

test('it takes at most 35 bytes a role, 4 more by distance, and 20 more a ribbon', () => {
  for (const placing of THREE) {
    const layout = placeOrg(org, placing)
    const bytes = buffersIn(layout).reduce((sum, buffer) => sum + buffer.byteLength, 0)
    expect(bytes).toBeLessThan(count * (placing.order === 'distance' ? 39 : 35) + layout.ribbons.length * 20 + 1000)
  }
})
