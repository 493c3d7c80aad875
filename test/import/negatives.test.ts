// What is no organisation is not made one: a plausible tree that nobody meant is worse than none.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAny } from '../../src/import/read'

const formatOf = async (text: string) => (await readAny('x', new TextEncoder().encode(text))).recognised?.format

const json: readonly (readonly [string, unknown])[] = [
  ['a package', { name: 'x', version: '1.0.0', scripts: { build: 'b', test: 't' }, dependencies: { a: '^1.0.0', b: '~2.0.0' } }],
  ['settings', { editor: { font: { size: 12, family: 'Mono' }, tabs: true }, files: { exclude: { '**/x': true } } }],
  [
    'a map',
    {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { name: 'A' }, geometry: { type: 'Point', coordinates: [1, 2] } }],
    },
  ],
  [
    'orders',
    [
      { id: 1, quantity: 2, items: [{ sku: 'a', price: 5 }] },
      { id: 2, quantity: 1, items: [{ sku: 'b', price: 7 }] },
    ],
  ],
  [
    'a matrix of numbers',
    [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ],
  ],
  ['translations', { en: { hello: 'Hello', bye: 'Goodbye' }, de: { hello: 'Hallo', bye: 'Tschüss' } }],
  [
    'posts',
    [
      { id: 1, title: 'On bread', author: 'Ann Lee', tags: ['a'] },
      { id: 2, title: 'On cake', author: 'Bo Ek', tags: [] },
    ],
  ],
]
test.each(json)('%s', async (_, value) => expect(await formatOf(JSON.stringify(value))).toBeUndefined())

test.each([
  ['flowers', 'sepal_length,sepal_width,species\n5.1,3.5,setosa\n4.9,3.0,setosa\n6.3,3.3,virginica\n'],
  ['sales', 'Region,Q1,Q2,Amount\nNorth,10,20,30\nSouth,5,6,11\nTotal,15,26,41\n'],
  ['products', 'sku,name,price,discount\nA1,Chair,100,10\nA2,Table,200,0\nA3,Lamp,50,5\n'],
  ['contacts', 'Name,E-mail,Phone\nAnn,ann@x.example,1\nBo,bo@x.example,2\n'],
  ['a log', '2026-11-22 10:00 INFO started\n2026-11-22 10:01 WARN slow\n2026-11-22 10:02 INFO done\n'],
  ['a letter', 'Dear Ann,\n\nthank you, and see you soon: on Monday.\n\nBo\n'],
])('%s', async (_, text) => expect(await formatOf(text)).toBeUndefined())

test('a numbered list with ratings is never a tree', async () => {
  const rating = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(rating, async (ratings) => {
      const rows = ratings.map((stars, i) => `${i + 1},Thing ${i},${stars}`)
      expect(await formatOf(['no,thing,stars', ...rows].join('\n'))).toBeUndefined()
      expect(await formatOf(rows.join('\n'))).toBeUndefined()
    }),
  )
})
