// Large files of our own are scanned into columns. Whatever is in them: nobody can tell by the result.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReadResult, readFile } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import { fileOf } from '../../src/model/write'
import { organisation } from '../bench/organisation.mjs'

const encoder = new TextEncoder()
const scanned = (bytes: Uint8Array) => readFile('x.json', bytes, { largeFrom: 0 })
const ordinary = (bytes: Uint8Array) => readFile('x.json', bytes, { largeFrom: Number.POSITIVE_INFINITY })

/** All that anybody sees of what was read. */
function seen({ draft, ...told }: ReadResult, isGrouped: boolean) {
  const built = buildOrg(draft ? [draft] : [], { isGrouped })
  const { doc, ...parts } = built.org ?? { doc: null }
  return { ...told, built: built.diagnostics, file: doc && JSON.stringify(fileOf(doc)), parts }
}
function expectSame(bytes: Uint8Array): void {
  for (const isGrouped of [true, false]) expect(seen(scanned(bytes), isGrouped)).toEqual(seen(ordinary(bytes), isGrouped))
}
/** As many sections as came as columns. */
const tablesIn = (bytes: Uint8Array) => Object.keys(scanned(bytes).draft?.tables ?? {}).sort()

describe('a file', () => {
  const files = ['fixtures', 'public/samples'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${folder}/${name}`),
  )
  test.each(files)('%s', (path) => expectSame(readFileSync(path)))
  test('of our own is scanned', () => {
    expect(tablesIn(readFileSync('fixtures/pinfold.json'))).toEqual(['demand', 'roles'])
  })
  test('of the bench', () => {
    const bytes = encoder.encode(organisation(2000).text)
    expect(tablesIn(bytes)).toContain('roles')
    expectSame(bytes)
  })
})

// ---- any file ---------------------------------------------------------------------------------------------------------------------

const id = fc.constantFrom('a', 'b', 'c', 'd', 'é', '"q"', 'tab\t', '\u{1f3ed}', '\ud800', '__proto__', ' ', '')
const text = fc.oneof(id, fc.string({ unit: 'grapheme', maxLength: 5 }))
const number = fc.oneof(
  fc.constantFrom(0, -0, 1, 0.1, 2.5, 1e15, 1e16, 1e18, 1e-7, -3, 123456.789),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
const anything = fc.oneof(text, number, fc.constant(null), fc.boolean(), fc.jsonValue({ maxDepth: 2 }))
const mostly = (usual: fc.Arbitrary<unknown>) => fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: anything })

const roleRow = fc.record(
  {
    id: mostly(id),
    title: mostly(text),
    unit: mostly(fc.constantFrom('north', 'south', null)),
    reportsTo: mostly(fc.oneof(id, fc.constant(null))),
    headcount: mostly(number),
    meetsCustomers: mostly(fc.boolean()),
    known: mostly(fc.constantFrom(['authority'], ['authority', 'feedback'], null)),
    payBand: mostly(fc.constant({ min: 1, max: 2 })),
    badge: fc.integer(),
  },
  { requiredKeys: ['id'], noNullPrototype: true },
)
const personRow = fc.record(
  {
    id: mostly(fc.oneof(id, text)),
    name: mostly(text),
    role: mostly(id),
    title: mostly(text),
    manager: mostly(id),
    reportsTo: mostly(id),
    parentId: mostly(id),
  },
  { requiredKeys: ['id'], noNullPrototype: true },
)
const demandRow = fc.record(
  {
    id: mostly(text),
    touchpoint: mostly(fc.constant('t')),
    issueType: mostly(fc.constant('i')),
    segment: mostly(fc.constantFrom('s', null)),
    perPeriod: mostly(number),
    values: mostly(fc.constantFrom({ mean: 3 }, [{ amount: 1, share: 1 }], [{ amount: 1, share: 2 }], { p50: 2, p90: 1 })),
  },
  { requiredKeys: ['touchpoint', 'issueType'], noNullPrototype: true },
)
const rows = (row: fc.Arbitrary<unknown>) =>
  fc.oneof({ weight: 9, arbitrary: fc.array(row, { maxLength: 8 }) }, { weight: 1, arbitrary: anything })
const anyFile = fc.record(
  {
    headstand: fc.constantFrom('1.0', '1.0', '1.0', '9.0', 7),
    roles: rows(mostly(roleRow)),
    people: rows(mostly(personRow)),
    demand: rows(mostly(demandRow)),
    touchpoints: fc.constant([{ id: 't', staffedBy: ['a', 'title:x'] }]),
    issueTypes: fc.constant([{ id: 'i' }]),
    segments: fc.constant([{ id: 's' }]),
    units: fc.constant([{ id: 'north' }]),
    note: anything,
  },
  { requiredKeys: [], noNullPrototype: true },
)
/** Fewer faults, so that most rows are plain. */
const soundFile = fc.record({
  headstand: fc.constant('1.0'),
  roles: fc.uniqueArray(fc.record({ id: text, title: text, reportsTo: fc.oneof(id, fc.constant(null)), headcount: fc.nat() }), {
    selector: (row) => row.id,
    minLength: 1,
  }),
  people: fc.uniqueArray(fc.record({ id: text, name: text, role: id }), { selector: (row) => row.id }),
})

/** People alone: they become roles. */
const crowd = fc.record({
  headstand: fc.constant('1.0'),
  people: fc.uniqueArray(
    fc.record(
      {
        id: fc.oneof(text, fc.nat(30).map(String)),
        name: text,
        title: fc.option(fc.constantFrom('Cashier', ' cashier', 'Lead', ' ')),
        manager: fc.option(fc.constantFrom('a', 'b', '3', '4')),
        unit: fc.constantFrom('n', 's', 'w'),
        headcount: fc.constantFrom(1, 0.1, 0.7, null),
        pay: fc.oneof(fc.constantFrom(0, -0, 10, 20, 0.3), fc.constant(null)),
        measures: fc.constantFrom([{ id: 'm' }], []),
        badge: fc.constantFrom(1, 2),
      },
      { requiredKeys: ['id'], noNullPrototype: true },
    ),
    { selector: (row) => row.id, minLength: 1, maxLength: 25 },
  ),
})
test('people who become roles', () => {
  fc.assert(
    fc.property(crowd, (file) => expectSame(encoder.encode(JSON.stringify(file)))),
    { numRuns: 200 },
  )
})

test('whatever is in it, it reads as the ordinary way reads it', () => {
  fc.assert(
    fc.property(fc.oneof(anyFile, soundFile), fc.constantFrom(undefined, 1, '\t'), (file, indent) =>
      expectSame(encoder.encode(JSON.stringify(file, null, indent))),
    ),
    { numRuns: 200 },
  )
})

test('damaged anywhere, too', () => {
  const marks = fc.constantFrom(
    '',
    ',',
    '"',
    ']',
    '}',
    '{',
    '[',
    '0',
    '.',
    'x',
    '\n',
    '\\',
    ':',
    '-',
    'e',
    '\u0001',
    '\\u00',
    'é',
    '\ufffd',
  )
  fc.assert(
    fc.property(fc.oneof(anyFile, soundFile), fc.nat(), marks, fc.nat(2), (file, at, mark, cut) => {
      const whole = JSON.stringify(file)
      const i = at % (whole.length + 1)
      expectSame(encoder.encode(whole.slice(0, i) + mark + whole.slice(i + cut)))
    }),
    { numRuns: 200 },
  )
})

test('bytes that are no UTF-8, too', () => {
  fc.assert(
    fc.property(soundFile, fc.nat(), fc.nat(255), (file, at, byte) => {
      const bytes = encoder.encode(JSON.stringify(file))
      bytes[at % bytes.length] = byte
      expectSame(bytes)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['a key twice in a row', '{"headstand":"1.0","roles":[{"id":"a","title":"x","title":"y"}]}'],
  ['a section twice', '{"headstand":"1.0","roles":[{"id":"a"}],"roles":[{"id":"b"}]}'],
  ['a section twice, of which one is none', '{"headstand":"1.0","roles":[{"id":"a"}],"roles":3}'],
  ['a section under an escaped name', '{"headstand":"1.0","roles":[{"id":"a"}],"r\\u006fles":[{"id":"b"}]}'],
  ['a key in escapes', '{"headstand":"1.0","roles":[{"\\u0069d":"a"}]}'],
  ['ids of many digits', '{"headstand":"1.0","roles":[{"id":12345678901234567890},{"id":"b","reportsTo":12345678901234567890}]}'],
  ['no version', '{"roles":[{"id":"a"}],"grants":[]}'],
  ['empty lists', '{"headstand":"1.0","roles":[ ],"people":[],"demand":[]}'],
  ['a mark of byte order', '\ufeff{"headstand":"1.0","roles":[{"id":"a"}]}'],
  ['something behind it', '{"headstand":"1.0","roles":[{"id":"a"}]} x'],
  ['a row that is cut off', '{"headstand":"1.0","roles":[{"id":"a"'],
  ['a value that is too deep', `{"headstand":"1.0","roles":[{"id":"a","x":${'['.repeat(120)}${']'.repeat(120)}}]}`],
])('%s', (_, given) => expectSame(encoder.encode(given)))
