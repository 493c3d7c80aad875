// The laws every fixture obeys. One loop, no code a fixture: a new file in fixtures/ or public/samples/ is a new case.
// What broken ones are expected to say stands in fixtures/broken/expected.json: under "read" the codes of this room, all of them.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wordsFor } from '../../src/i18n/words'
import { claimsOn } from '../../src/import/formats'
import { readAny } from '../../src/import/read'
import { sourceOfBytes } from '../../src/import/source'
import { unpack } from '../../src/import/unpack'
import { addsUp } from './addsUp'

const BROKEN = 'fixtures/broken'
const expected = JSON.parse(readFileSync(`${BROKEN}/expected.json`, 'utf8')) as Record<string, { readonly read: readonly string[] }>

const isCase = (name: string) => !/^(README\.md|expected\.json|index\.json)$/.test(name)
const casesIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isCase(entry.name))
    .map(({ name }) => ({ name, path: `${folder}/${name}`, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) }))
const sound = [
  'fixtures',
  'fixtures/shapes',
  'fixtures/traps',
  'fixtures/authority',
  'fixtures/versions',
  'fixtures/workbooks',
  'public/samples',
].flatMap(casesIn)
const broken = casesIn(BROKEN)
const words = wordsFor('en')

describe.each(sound)('$path', ({ name, bytes }) => {
  test('reads without an error', async () => {
    const { draft, diagnostics } = await readAny(name, bytes)
    expect(diagnostics.filter((one) => one.severity === 'error')).toEqual([])
    expect(draft).not.toBeNull()
  })
})

test('every broken fixture says what it is expected to say, and nothing expected is missing', () => {
  expect(Object.keys(expected).sort()).toEqual(broken.map((one) => one.name).sort())
})

describe.each(broken)('$path', ({ name, bytes }) => {
  test('says exactly what is expected', async () => {
    const codes = (await readAny(name, bytes)).diagnostics.map((one) => one.code)
    expect([...codes].sort()).toEqual([...(expected[name]?.read ?? [])].sort())
  })
})

describe.each([...sound, ...broken])('$path', ({ name, bytes }) => {
  test('is recognised without its name', async () => {
    const named = await readAny(name, bytes)
    const nameless = await readAny('x', bytes)
    expect(nameless.recognised?.format).toBe(named.recognised?.format)
    expect(nameless.draft?.sections).toEqual(named.draft?.sections)
  })

  test('no two formats tie over it', async () => {
    const unpacked = await unpack(bytes)
    const sheets = unpacked?.kind === 'sheets' ? unpacked.sheets : null
    const confidences = claimsOn({ ...sourceOfBytes(name, bytes), sheets }).map((claim) => claim.confidence)
    expect(new Set(confidences).size).toBe(confidences.length)
  })

  test('is null in draft exactly where an error says why', async () => {
    const { draft, diagnostics } = await readAny(name, bytes)
    expect(draft === null).toBe(diagnostics.some((one) => one.severity === 'error'))
  })

  test('accounts for every row', async () => {
    const { draft, understood } = await readAny(name, bytes)
    if (draft) expect(understood).not.toBeNull()
    if (understood) expect(addsUp(understood.account)).toBe(true)
  })

  test('can be copied to another thread and written as JSON', async () => {
    const result = await readAny(name, bytes)
    expect(structuredClone(result)).toEqual(result)
    expect(() => JSON.stringify(result)).not.toThrow()
  })

  test('has words for everything it says', async () => {
    for (const { code, places, done } of (await readAny(name, bytes)).diagnostics) {
      expect(places.length).toBeGreaterThan(0)
      for (const { params, ...place } of places) {
        const said = words.say(`diagnostic.${code}`, { ...place, ...params })
        expect(said).not.toMatch(/undefined|\{\w+\}|\[object/)
      }
      if (done) expect(words.say(`done.${done}`)).not.toBe('')
    }
  })
})
