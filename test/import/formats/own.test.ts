// Our own format: rows go on unchecked, the file is only brought into shape.
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/import/read'

const read = (value: unknown) => readText('x', JSON.stringify(value))

test('the four names of a manager are one', () => {
  const people = ['manager', 'managerId', 'reportsTo', 'parentId'].map((key, i) => ({ id: `${i}`, [key]: i === 0 ? null : '0' }))
  expect(read({ headstand: '1.0', people }).draft?.sections.people?.rows).toEqual([
    { id: '0', reportsTo: null },
    { id: '1', reportsTo: '0' },
    { id: '2', reportsTo: '0' },
    { id: '3', reportsTo: '0' },
  ])
})

test('a bare array of people is accepted', () => {
  expect(
    read([
      { id: 'ana', manager: null },
      { id: 'bo', manager: 'ana' },
    ]).draft?.sections.people?.rows,
  ).toEqual([
    { id: 'ana', reportsTo: null },
    { id: 'bo', reportsTo: 'ana' },
  ])
})

test('sections stay rows; everything else stands in `whole`, keys we do not know included', () => {
  const file = { headstand: '1.0', organization: { name: 'X' }, roles: [{ id: 'a', ours: [1] }], story: { steps: 3 } }
  expect(read(file).draft).toEqual({
    file: 'x',
    sections: { roles: { rows: [{ id: 'a', ours: [1] }] } },
    whole: { headstand: '1.0', organization: { name: 'X' }, story: { steps: 3 } },
  })
})

describe('versions', () => {
  test('a file of a newer Headstand is refused, with both versions', () => {
    expect(read({ headstand: '2.1', people: [] })).toMatchObject({
      draft: null,
      diagnostics: [{ code: 'newer-version', severity: 'error', places: [{ params: { version: '2.1', ours: '1.0' } }] }],
    })
  })
  test('something that is no version is said', () => {
    expect(read({ headstand: ['1.0'], people: [] }).diagnostics).toMatchObject([{ code: 'version-unreadable' }])
  })
  test('our sections without a version are read, with a note', () => {
    const { draft, diagnostics } = read({ roles: [{ id: 'a' }], grants: [] })
    expect(Object.keys(draft?.sections ?? {})).toEqual(['roles', 'grants'])
    expect(diagnostics).toMatchObject([{ code: 'version-missing', severity: 'note' }])
  })
})

test('a section that is no list is left out and told; the others are read', () => {
  const { draft, diagnostics } = read({ headstand: '1.0', roles: [{ id: 'a' }], grants: 'all of them' })
  expect(Object.keys(draft?.sections ?? {})).toEqual(['roles'])
  expect(diagnostics).toMatchObject([{ code: 'section-unreadable', places: [{ params: { section: 'grants' } }] }])
})

test('what is too deep to be copied is left out and told, its row stays', () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  const { draft, diagnostics } = readText('x', `{"headstand":"1.0","ours":${deep},"roles":[{"id":"a","ours":${deep}}]}`)
  expect(draft).toEqual({ file: 'x', sections: { roles: { rows: [{ id: 'a' }] } }, whole: { headstand: '1.0' } })
  expect(diagnostics).toMatchObject([{ code: 'value-too-deep', places: [{ row: 1 }, {}] }])
})
