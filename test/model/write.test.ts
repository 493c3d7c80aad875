// What is written is what was read, however large, and a large text is written in small pieces.
import { expect, test } from 'vitest'
import { buildOrg } from '../../src/model/build'
import { fileOf, piecesOf, textOf } from '../../src/model/write'
import { organisation } from '../bench/organisation.mjs'
import { built, orgOfFile, pinfold } from '../organisations'

const large = organisation(5000)
const told = (file: unknown) => JSON.stringify(file)

test('a small file is indented', () => {
  const { doc } = pinfold()
  expect([...piecesOf(doc)]).toEqual([`${JSON.stringify(fileOf(doc), null, 2)}\n`])
})
test('a large one says the same, a row a line', () => {
  const { doc } = orgOfFile(large.text)
  const text = textOf(doc)
  expect(told(JSON.parse(text))).toBe(told(fileOf(doc)))
  expect(text.split('\n').length).toBeGreaterThan(doc.roles.length)
  expect(orgOfFile(text)).toEqual(orgOfFile(large.text))
})
test('what rows say beside what we know, and what is none, is in it', () => {
  const file = JSON.parse(large.text)
  Object.assign(file.roles[3], { badge: 7, measures: [{ id: 'm', extra: 1 }], pay: null, title: 'a "quoted" title' })
  Object.assign(file, { note: { length: 1, columns: {} } })
  const { doc } = orgOfFile(file)
  expect(told(JSON.parse(textOf(doc)))).toBe(told(fileOf(doc)))
  expect(fileOf(doc)).toMatchObject({ note: { length: 1, columns: {} } })
})
test('no piece holds more than a few hundred rows', () => {
  const people = Array.from({ length: 9000 }, (_, i) => ({ id: `p${i}`, reportsTo: i === 0 ? null : 'p0', title: `t${i}` }))
  const { doc } = buildOrg([{ file: 'x', sections: { people: { rows: people } }, whole: {} }]).org ?? { doc: null }
  const lines = [...piecesOf(doc ?? pinfold().doc)].map((piece) => piece.split('\n').length)
  expect(lines.length).toBeGreaterThan(8)
  expect(Math.max(...lines)).toBeLessThan(600)
  expect(built(large.text).org).not.toBeNull()
})
