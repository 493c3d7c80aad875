// Large charts: nothing recurses, and work is counted, never timed.
import { expect, test, vi } from 'vitest'
import { type Branches, pack } from '../../src/layout/blocks'
import { placeOrg } from '../../src/layout/place'
import { arrange } from '../../src/layout/tidy'
import { drawn, orgOf, THREE } from './orgs'

vi.setConfig({ testTimeout: 60_000 })

const N = 100_000

test.each([
  ['a chain', (i: number) => i - 1, [N - 1]],
  ['a chain that meets customers at the top', (i: number) => i - 1, [0]],
  ['a chain without customers', (i: number) => i - 1, []],
  ['a star', (i: number) => Math.min(0, i - 1), [1, 50_000, N - 1]],
  ['one top beside another', () => -1, [7]],
] as const)('%s of 100,000 is placed', (_, parentOf, meeting) => {
  const parents = Array.from({ length: N }, (_, i) => parentOf(i))
  const org = orgOf({ parents, touchpoints: meeting.length > 0 ? [[...meeting]] : [] })
  for (const placing of THREE) {
    const layout = placeOrg(org, placing)
    expect(drawn(layout).length).toBe(N)
    expect(layout.bounds.width).toBeGreaterThan(0)
    expect(Number.isFinite(layout.bounds.height)).toBe(true)
    expect(layout.manager).toEqual(Int32Array.from(parents))
  }
})

test('packing is linear, also where rows are many', () => {
  const shapes: [string, (i: number) => number, (i: number, n: number) => boolean][] = [
    ['teams of five', (i) => Math.floor((i - 1) / 5), (i, n) => 5 * i + 1 >= n],
    // Down to the customer in one long line, and at every step of it a branch that ends at customers too.
    ['a spine with counters', (i) => (i % 2 === 0 ? i - 2 : i - 1), (i) => i % 2 === 1],
    // One counter at the end of the line: as many rows as roles, and back offices hanging at every step.
    ['a spine with one counter', (i) => (i % 2 === 0 ? i - 2 : i - 1), (i, n) => i === n - 2 + (n % 2)],
    ['two long lines from one top', (i) => (i < 3 ? 0 : i - 2), (i, n) => i >= n - 2],
    ['a line of counters', (i) => i - 1, () => true],
  ]
  for (const [name, parentOf, meets] of shapes) {
    const steps = (n: number) => n + pack(branches(n, parentOf, (i) => meets(i, n))).steps
    expect(steps(N) / steps(N / 10), name).toBeLessThan(11)
  }
})

function branches(n: number, parentOf: (i: number) => number, meets: (i: number) => boolean): Branches {
  const parent = Int32Array.from({ length: n + 1 }, (_, i) => (i === 0 ? n : i === n ? -1 : parentOf(i)))
  const distance = new Int32Array(n + 1).fill(n + 5)
  const isRooted = new Uint8Array(n + 1)
  for (let i = n - 1; i >= 0; i--) {
    const up = parent[i] as number
    if (meets(i)) {
      distance[i] = 1
      isRooted[i] = 1
    }
    distance[up] = Math.min(distance[up] as number, (distance[i] as number) + 1)
    if (isRooted[i]) isRooted[up] = 1
  }
  for (let i = 1; i < n; i++) distance[i] = Math.min(distance[i] as number, (distance[parent[i] as number] as number) + 1)
  const level = Int32Array.from(distance, (steps, i) => (i === n ? -1 : steps - 1))
  const reach = level.slice()
  for (let i = n - 1; i > 0; i--)
    if (!isRooted[i]) reach[parent[i] as number] = Math.max(reach[parent[i] as number] as number, reach[i] as number)
  const lists = (kind: number) => {
    const [first, last, next] = [0, 1, 2].map(() => new Int32Array(n + 1).fill(-1)) as [Int32Array, Int32Array, Int32Array]
    for (let i = 0; i < n; i++) {
      if (isRooted[i] !== kind) continue
      const up = parent[i] as number
      const before = last[up] as number
      if (before < 0) first[up] = i
      else next[before] = i
      last[up] = i
    }
    return { first, last, next }
  }
  const order = Int32Array.from({ length: n }, (_, i) => i)
  const withGround = Int32Array.from({ length: n + 1 }, (_, k) => (k === 0 ? n : k - 1))
  const hanging = arrange({ order: withGround, ...lists(0), width: new Float64Array(n + 1).fill(100), bottom: level })
  return { count: n, order, parent, isRooted, ...lists(1), level, reach, isTall: new Uint8Array(n), hanging }
}
