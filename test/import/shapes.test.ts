// One small bakery in every shape that files have: whatever the shape, the same people report to the same people. What a file is taken for
// stands in fixtures/shapes/expected.json, with a tree of its own where it cannot hold the whole bakery.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readAny } from '../../src/import/read'

type Tree = Readonly<Record<string, string | null>>
interface Expected {
  readonly format: string
  readonly shape: string
  readonly tree?: Tree
}

const FOLDER = 'fixtures/shapes'
const BAKERY: Tree = {
  'Ida Holm': null,
  'Ben Okafor': 'Ida Holm',
  'Ana Ruiz': 'Ida Holm',
  'Cal Duarte': 'Ben Okafor',
  'Dee Lindt': 'Ben Okafor',
  'Eli Novak': 'Ana Ruiz',
  'Fay Chen': 'Ana Ruiz',
  'Gus Berg': 'Eli Novak',
}
const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, 'utf8')) as Readonly<Record<string, Expected>>

test('every file is expected', () => {
  const files = readdirSync(FOLDER).filter((name) => name !== 'expected.json')
  expect(files.sort()).toEqual(Object.keys(expected).sort())
})

test.each(Object.entries(expected))('%s', async (name, { format, shape, tree = BAKERY }) => {
  const { recognised, draft, understood } = await readAny('x', new Uint8Array(readFileSync(`${FOLDER}/${name}`)))
  expect(recognised).toMatchObject({ format, shape })
  const sections = [draft?.sections.people, draft?.sections.roles]
  const rows = sections.flatMap((section) => (section?.rows ?? []) as readonly Readonly<Record<string, string | null>>[])
  const called = new Map(rows.map((row) => [row.id, row.name ?? row.title ?? row.id]))
  const read = Object.fromEntries(
    rows.map((row) => [called.get(row.id), row.reportsTo === null ? null : (called.get(row.reportsTo) ?? row.reportsTo)]),
  )
  expect(read).toEqual(tree)
  expect(understood?.account.placed).toBe((draft?.sections.people ?? draft?.sections.roles)?.rows.length)
})
