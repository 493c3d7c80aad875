import { expect, test } from 'vitest'
import { buildOrg } from '../../src/model/build'
import { linesOf } from '../../src/ui/chart/tree'

function org(rows: readonly { id: string; reportsTo?: string }[]) {
  const built = buildOrg([{ file: 'test', sections: { roles: { rows } }, whole: {} }])
  if (!built.org) throw new Error('no organisation')
  return built.org
}
const small = org([{ id: 'top' }, { id: 'a', reportsTo: 'top' }, { id: 'b', reportsTo: 'top' }, { id: 'a1', reportsTo: 'a' }])

test('an open tree lists every role once, managers before their reports, with its level and its place among siblings', () => {
  const lines = linesOf(small.structure, () => true)
  expect(lines.map(({ role, level, place, siblings }) => [small.roleIds[role], level, place, siblings])).toEqual([
    ['top', 1, 1, 1],
    ['a', 2, 1, 2],
    ['a1', 3, 1, 1],
    ['b', 2, 2, 2],
  ])
})

test('a closed branch lists nobody below it, and who has no reports is neither open nor closed', () => {
  const lines = linesOf(small.structure, (role) => small.roleIds[role] === 'top')
  expect(lines.map(({ role, isOpen }) => [small.roleIds[role], isOpen])).toEqual([
    ['top', true],
    ['a', false],
    ['b', null],
  ])
})

test('a chain of 20,000 does not end the page', () => {
  const chain = org(Array.from({ length: 20_000 }, (_, i) => ({ id: `r${i}`, ...(i > 0 ? { reportsTo: `r${i - 1}` } : {}) })))
  expect(linesOf(chain.structure, () => true).at(-1)?.level).toBe(20_000)
})
