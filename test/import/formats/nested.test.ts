// Objects that hold lists of like objects.
import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/import/read'

const read = (value: unknown) => readText('x', JSON.stringify(value))
const people = (value: unknown) => (read(value).draft?.sections.people?.rows ?? []) as readonly { id: string; reportsTo: string | null }[]
const links = (value: unknown) => people(value).map((row) => [row.id, row.reportsTo])

describe('where the children are', () => {
  const leaf = { name: 'B' }
  test.each([
    ['under `children`', { name: 'A', children: [leaf] }],
    ['under another of its names', { name: 'A', direct_reports: [leaf] }],
    ['in a list of roots', [{ name: 'A', children: [leaf] }]],
    ['in a wrapper', { exported: '2026-11-01', data: { chart: { name: 'A', subordinates: [leaf] } } }],
    ['one alone', { name: 'A', children: leaf }],
    ['by name', { name: 'A', children: { first: leaf } }],
    ['as a text', { name: 'A', children: ['B', 'C'] }],
    ['in a list of lists', { name: 'A', children: [[leaf], []] }],
  ])('%s', (_, value) => {
    expect(links(value).slice(0, 2)).toEqual([
      ['A', null],
      ['B', 'A'],
    ])
  })

  test('managers come before their reports, and reports in order', () => {
    const value = { name: 'A', children: [{ name: 'B', children: [{ name: 'C' }] }, { name: 'D' }, { name: 'E' }] }
    expect(links(value).map(([id]) => id)).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  test('null, [] and a missing key are the same end of the line', () => {
    expect(links({ name: 'A', children: [{ name: 'B', children: null }, { name: 'C', children: [] }, { name: 'D' }] })).toHaveLength(4)
  })

  test('texts under `children` of many objects are their ids, not reports', () => {
    const { draft, recognised } = read([{ id: 'a', children: ['b'] }, { id: 'b', children: [] }, { id: 'c' }])
    expect(recognised).toMatchObject({ format: 'flat', shape: 'downward' })
    expect(draft?.sections.people?.rows).toEqual([
      { id: 'a', reportsTo: null },
      { id: 'b', reportsTo: 'a' },
      { id: 'c', reportsTo: null },
    ])
  })

  test('a list of orders with items is no organisation', () => {
    expect(read([{ id: 1, items: [{ sku: 'a' }] }]).draft).toBeNull()
  })
})

test('place says who reports to whom, so an id may repeat: it is told and kept apart', () => {
  const { draft, diagnostics } = read({
    id: 1,
    children: [
      { id: 2, children: [{ id: 4 }] },
      { id: 3, children: [{ id: 4, children: [{ id: 5 }] }] },
    ],
  })
  expect(draft?.sections.people?.rows).toEqual([
    { id: '1', reportsTo: null },
    { id: '2', reportsTo: '1' },
    { id: '4', reportsTo: '2' },
    { id: '3', reportsTo: '1' },
    { id: '4#2', reportsTo: '3' },
    { id: '5', reportsTo: '4#2' },
  ])
  expect(diagnostics).toMatchObject([{ code: 'id-repeated', places: [{ subject: '4', params: { id: '4#2' } }] }])
})

test('namesakes without ids are told apart in silence', () => {
  const value = { name: 'A', children: [{ name: 'Clerk' }, { name: 'Clerk' }] }
  expect(people(value).map((row) => row.id)).toEqual(['A', 'Clerk', 'Clerk#2'])
  expect(read(value).diagnostics).toEqual([])
})

test('a chain of a hundred thousand is read like any other', () => {
  const depth = 100_000
  const text = `${'{"name":"x","children":['.repeat(depth)}{"name":"y"}${']}'.repeat(depth)}`
  const rows = readText('x', text).draft?.sections.people?.rows as { id: string; reportsTo: string }[]
  expect(rows).toHaveLength(depth + 1)
  expect(rows.at(-1)).toEqual({ id: 'y', reportsTo: `x#${depth}`, name: 'y' })
})
