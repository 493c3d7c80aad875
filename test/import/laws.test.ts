// What holds for every file, not only for those we thought of.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultIn } from '../../src/import/jsonFault'
import { readFile, readText } from '../../src/import/read'

interface Person {
  readonly id: string
  readonly reportsTo: string | null
}
const peopleIn = (text: string) => (readText('x', text).draft?.sections.people?.rows ?? []) as readonly Person[]

/** A random tree as parents by index, each before its reports. */
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 60 }).map((picks) => picks.map((pick, i) => (i === 0 ? -1 : pick % i)))

interface Nested {
  readonly name: string
  readonly children: Nested[]
}
const nestedOf = (parents: readonly number[]): Nested => {
  const nodes = parents.map((_, i): Nested => ({ name: `role ${i}`, children: [] }))
  for (const [i, parent] of parents.entries()) nodes[parent]?.children.push(nodes[i] as Nested)
  return nodes[0] as Nested
}
const byId = (people: readonly Person[]) => [...people].sort((a, b) => (a.id < b.id ? -1 : 1))

describe('a tree is the same tree', () => {
  test('whether it is nested, a flat list or an outline', () => {
    fc.assert(
      fc.property(trees, (parents) => {
        const expected = byId(parents.map((parent, i) => ({ id: `role ${i}`, reportsTo: parent < 0 ? null : `role ${parent}` })))
        const nested = peopleIn(JSON.stringify(nestedOf(parents)))
        const flat = peopleIn(
          JSON.stringify(parents.map((parent, i) => ({ id: `role ${i}`, managerId: parent < 0 ? null : `role ${parent}` }))),
        )
        const pick = (people: readonly Person[]) => byId(people).map(({ id, reportsTo }) => ({ id, reportsTo }))
        expect(pick(nested)).toEqual(expected)
        expect(pick(flat)).toEqual(expected)
        if (parents.length === 1) return
        const lines: string[] = []
        const write = (node: Nested, depth: number) => {
          lines.push(`${'  '.repeat(depth)}${node.name}`)
          for (const child of node.children) write(child, depth + 1)
        }
        write(nestedOf(parents), 0)
        const roles = readText('x', lines.join('\n')).draft?.sections.roles?.rows as readonly Person[]
        const dashed = (id: string | null) => id?.replace(' ', '-') ?? null
        expect(byId(roles).map(({ id, reportsTo }) => ({ id, reportsTo }))).toEqual(
          byId(expected.map(({ id, reportsTo }) => ({ id: dashed(id) as string, reportsTo: dashed(reportsTo) }))),
        )
      }),
    )
  })

  test('in whatever order its rows stand', () => {
    const shuffled = trees.chain((parents) => {
      const rows = parents.map((parent, i) => ({ no: i, boss: parent < 0 ? '' : parent, name: `n${i}` }))
      return fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))
    })
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        const [one, two] = [readText('x', JSON.stringify(rows)), readText('x', JSON.stringify(others))]
        expect(two.recognised).toEqual(one.recognised)
        expect(byId(two.draft?.sections.people?.rows as readonly Person[])).toEqual(
          byId(one.draft?.sections.people?.rows as readonly Person[]),
        )
      }),
    )
  })
})

describe('nothing that is dropped throws', () => {
  test('no JSON value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { draft, diagnostics } = readText('x', text)
        expect(draft === null).toBe(diagnostics.some((one) => one.severity === 'error'))
      }),
    )
  })

  test('no list of objects whose keys are ours and whose values are anything', () => {
    const key = fc.constantFrom(
      'id',
      'managerId',
      'manager',
      'name',
      'title',
      'children',
      'headstand',
      'people',
      'roles',
      'FTE',
      '__proto__',
    )
    const rows = fc.array(fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }), { noNullPrototype: true }), { maxLength: 12 })
    fc.assert(
      fc.property(rows, fc.boolean(), (list, isWrapped) => {
        const text = JSON.stringify(isWrapped ? { headstand: '1.0', people: list, roles: list, grants: list[0] ?? null } : list)
        expect(() => structuredClone(readText('x', text))).not.toThrow()
      }),
    )
  })

  test('no bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readFile('x', bytes)))
  })

  test('no text of lines and indentation', () => {
    const line = fc.tuple(
      fc.nat(6),
      fc.constantFrom(' ', '\t'),
      fc.constantFrom('Agent', '- Lead', 'x ×', 'meets:', 'settles: refund up to', 'A meets: b of ×3,,', '…'),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        readText('x', lines.map(([n, blank, text]) => blank.repeat(n) + text).join('\n'))
      }),
    )
  })
})

test('the scanner finds a fault, within the text, exactly where JSON.parse refuses', () => {
  const mark = fc.constantFrom('', ',', '"', ']', '}', '{', "'", '0', '.', 'x', '\n', '\\', ':', '-', 'e')
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.nat(), mark, (text, at, char) => {
      const i = at % (text.length + 1)
      const changed = text.slice(0, i) + char + text.slice(i + 1)
      const fault = faultIn(changed)
      expect(fault === null).toBe(isJson(changed))
      const line = changed.split('\n')[(fault?.line ?? 1) - 1]
      expect(fault?.column ?? 1).toBeLessThanOrEqual((line as string).length + 1)
    }),
    { numRuns: 2000 },
  )
})

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
