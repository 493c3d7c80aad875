// What building says of every fixture: nothing is wrong with the sound ones, exactly the expected with the broken ones (`build` in
// fixtures/broken/expected.json), and nobody is left out without being counted.

import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { diagnosisOf, placesOf } from '../../src/i18n/diagnoses'
import { wordsFor } from '../../src/i18n/words'
import { readFile } from '../../src/import/read'
import { buildOrg } from '../../src/model/build'
import { idsOf } from '../../src/model/roles'
import { analyse } from '../analysis/public'

const words = wordsFor('en')
const expected = JSON.parse(readFileSync('fixtures/broken/expected.json', 'utf8')) as Record<string, { readonly build?: readonly string[] }>
const files = ['fixtures', 'fixtures/versions', 'fixtures/broken', 'public/samples']
  .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [`${folder}/${entry.name}`] : [])))
  .filter((path) => !/(README\.md|expected\.json|index\.json)$/.test(path))
  .map((path) => ({ path, name: path.split('/').at(-1) as string, draft: readFile(path, new Uint8Array(readFileSync(path))).draft }))

// A file of grants alone adds to another.
const wholes = files.filter(({ draft }) => draft?.sections.people ?? draft?.sections.roles)

describe.each(wholes)('$path', ({ path, name, draft }) => {
  const { org, diagnostics } = buildOrg(draft ? [draft] : [])
  test('says what is wrong with it, and no more', () => {
    const told = diagnostics.filter((one) => one.severity !== 'note').map((one) => one.code)
    expect(told).toEqual(path.startsWith('fixtures/broken/') ? (expected[name]?.build ?? []) : [])
  })
  test('every problem is a sentence', () => {
    for (const one of diagnostics)
      for (const place of placesOf(one)) expect(diagnosisOf(one, place, words)).not.toMatch(/undefined|\{|\[object/)
  })
  test('is an organisation whose invariants hold, and is analysed', () => {
    expect(org).not.toBeNull()
    if (!org) return
    const { parent, preorder, depth } = org.structure
    expect(new Set(idsOf(org)).size).toBe(org.doc.roles.length)
    expect([...preorder].sort((a, b) => a - b)).toEqual(idsOf(org).map((_, i) => i))
    for (const role of preorder) {
      const manager = parent[role] as number
      expect(depth[role]).toBe(manager < 0 ? 0 : (depth[manager] as number) + 1)
    }
    expect(() => analyse(org)).not.toThrow()
  })
})
