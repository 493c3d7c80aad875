// The organisations that everything large is tried on: the laws of their making.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readText } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import { orgOfFile } from '../organisations'
import { branches } from './organisation/branches.mjs'
import { meetsCustomers, spans, titles } from './organisation/tree.mjs'
import { organisation } from './organisation.mjs'

const anyOptions = fc.record({
  n: fc.integer({ min: 60, max: 3000 }),
  seed: fc.nat(),
  tops: fc.constantFrom(1 as const, 2 as const, 3 as const),
  hasStacks: fc.boolean(),
})
const runs = { numRuns: 60, seed: 20_261_122 }

function reportsIn({ parent }: { parent: Int32Array }) {
  const reports = new Int32Array(parent.length)
  for (const up of parent) if (up >= 0) reports[up]!++
  return reports
}

test('every manager has 3 to 12 reports, some of whom have none beside others who have', () => {
  fc.assert(
    fc.property(anyOptions, ({ n, ...options }) => {
      const { tree } = organisation(n, options)
      const reports = reportsIn(tree)
      expect([...reports].filter((count) => count > 0).every((count) => count >= spans.least && count <= spans.most)).toBe(true)
      expect([...tree.parent].filter((up) => up < 0).length).toBe(options.tops)
      expect(tree.parent.every((up, role) => up < role)).toBe(true)
    }),
    runs,
  )
})

test('leaves are at many depths, and depth grows as the logarithm does', () => {
  const [small, large] = [1000, 100_000].map((n) => {
    const { tree } = organisation(n)
    const reports = reportsIn(tree)
    return new Set([...tree.depth].filter((_, role) => reports[role] === 0))
  })
  expect(small!.size).toBeGreaterThan(2)
  expect(large!.size).toBeGreaterThan(4)
  expect(Math.max(...large!)).toBeLessThan(3 * Math.max(...small!))
})

test('one branch is clearly the largest', () => {
  const { tree } = organisation(10_000)
  const sizes = branches.map((_, k) => tree.branch.filter((one) => one === k).length).sort((a, b) => b - a)
  expect(sizes[0]! / sizes[1]!).toBeGreaterThan(1.5)
})

test('the same for the same size and seed, another for another', () => {
  expect(organisation(500).text).toBe(organisation(500).text)
  expect(organisation(500, { seed: 2 }).text).not.toBe(organisation(500).text)
})

test('no two reports without reports of their own share a manager and a title, unless stacks are asked for', () => {
  const pairs = (hasStacks: boolean) => {
    const { tree } = organisation(2000, { hasStacks })
    const reports = reportsIn(tree)
    const leaves = [...tree.parent.keys()].filter((role) => reports[role] === 0)
    return leaves.length - new Set(leaves.map((role) => `${tree.parent[role]} ${tree.title[role]}`)).size
  }
  expect(pairs(false)).toBe(0)
  expect(pairs(true)).toBeGreaterThan(500)
})

describe('as a file', () => {
  test('read without a word, with as many roles as asked for', () => {
    for (const options of [{}, { tops: 3 as const }, { hasStacks: true, hasPeople: true }]) {
      const { draft, diagnostics } = readText('test', organisation(3000, options).text)
      const { org, diagnostics: more } = buildOrg([draft!])
      expect(diagnostics).toEqual([])
      expect(more.filter(({ code }) => code !== 'several-tops')).toEqual([])
      expect(org?.doc.roles.length).toBe(3000)
    }
  })

  test('about a hundred bytes a role, in pieces that a string can hold', () => {
    let bytes = 0
    let longest = 0
    for (const piece of organisation(100_000).pieces()) {
      bytes += piece.length
      longest = Math.max(longest, piece.length)
    }
    expect(bytes / 100_000).toBeGreaterThan(90)
    expect(bytes / 100_000).toBeLessThan(130)
    expect(longest).toBeLessThan(2 ** 20)
  })

  test('between one and one and a half kinds of contact a role at every size, most of them by title', () => {
    for (const n of [300, 3000, 30_000]) {
      const { contacts, doc } = orgOfFile(organisation(n).text)
      expect(contacts.length / n).toBeGreaterThan(1)
      expect(contacts.length / n).toBeLessThan(1.5)
      const staffed = doc.touchpoints!.flatMap(({ staffedBy }) => staffedBy ?? []) as string[]
      expect(staffed.filter((ref) => ref.startsWith('title:')).length).toBeGreaterThan(10)
    }
  })

  test('who meets customers by title stands so in the file', () => {
    const { text, tree } = organisation(1000)
    const { structure } = orgOfFile(text)
    const reports = reportsIn(tree)
    for (let role = 0; role < 1000; role++)
      expect(structure.distance[role] === 1, titles[tree.title[role]!]).toBe(reports[role] === 0 && meetsCustomers(tree.title[role]!))
  })

  test('as other libraries read it, it is the same line', () => {
    const { flatPieces, tree } = organisation(200)
    const rows = JSON.parse([...flatPieces()].join('')) as { id: string; parentId: string; name: string; title: string }[]
    expect(rows.map(({ parentId }) => (parentId === '' ? -1 : Number(parentId.slice(1))))).toEqual([...tree.parent])
    expect(rows.every(({ name, title }) => name.length > 5 && title.length > 0)).toBe(true)
  })
})
