// Rows with marks between their cells: as spreadsheets save them, and as they arrive.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFile, readText } from '../../../src/import/read'

interface Person {
  readonly id: string
  readonly reportsTo: string | null
  readonly name?: string
  readonly title?: string
  readonly headcount?: number
}
const fixture = (name: string) => readFile(name, new Uint8Array(readFileSync(`fixtures/${name}`)))
const peopleIn = (result: ReturnType<typeof readText>) => (result.draft?.sections.people?.rows ?? []) as readonly Person[]
const links = (result: ReturnType<typeof readText>) => peopleIn(result).map(({ id, reportsTo }) => [id, reportsTo])
const codes = (result: ReturnType<typeof readText>) => result.diagnostics.map(({ code }) => code)

describe('a table', () => {
  test('keeps the zeros before a staff number, and half posts', () => {
    const people = peopleIn(fixture('csv-staff.csv'))
    expect(people[1]).toEqual({
      id: '0112',
      reportsTo: '0107',
      name: 'Ivo Brandt',
      title: 'Head of service',
      unit: 'Service',
      headcount: 1,
    })
    expect(people[4]?.headcount).toBe(0.6)
  })
  test.each([
    ['csv-semicolons-windows-1252.csv', 'Jürgen Kühn', 'Geschäftsführer'],
    ['csv-utf-16-tabs.csv', 'Ása Jónsdóttir', 'Forstjóri'],
    ['csv-single-quotes.csv', undefined, 'Owner, founder'],
    ['csv-rows-in-one-cell.csv', 'Ada Ost', 'Director'],
    ['csv-bars.txt', undefined, 'Rector'],
    ['csv-no-header.csv', 'Rosa Engel', 'Director'],
  ])('%s is read whatever its marks, quotes and letters', (name, person, title) => {
    const people = peopleIn(fixture(name))
    expect(people[0]).toMatchObject({ reportsTo: null, title, ...(person ? { name: person } : {}) })
    expect(people.slice(1).every(({ reportsTo }) => people.some(({ id }) => id === reportsTo))).toBe(true)
  })
  test('whose header comes late says what was skipped; managers may be given by name', () => {
    const read = fixture('csv-rows-before-header.csv')
    expect(links(read)).toEqual([
      ['Ana Silva', null],
      ['Bea Costa', 'Ana Silva'],
      ['Caio Dias', 'Bea Costa'],
      ['Duarte, Eva', 'Bea Costa'],
    ])
    expect(read.diagnostics.find(({ code }) => code === 'rows-before-header')?.places[0]?.params).toEqual({ count: 3, row: 5 })
  })
  test('says of short and long rows what was done, by the number the spreadsheet shows, and loses none', () => {
    const read = fixture('csv-odd-rows.csv')
    expect(peopleIn(read).map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5'])
    expect(peopleIn(read)[1]?.title).toBe('Lead,\nnight shift')
    const rowOf = (code: string) => read.diagnostics.find((one) => one.code === code)?.places.map(({ row }) => row)
    expect([rowOf('row-short'), rowOf('row-long')]).toEqual([[4], [5]])
  })
  test('in which no column leads to another is no organisation, and is said to be a table', () => {
    const read = readText('x', 'city,rain\nOslo,3\nRome,1\nBonn,2\n')
    expect(read.draft).toBeNull()
    expect(read.diagnostics[0]?.places[0]?.params?.seen).toBe('table')
  })
})

const cell = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `n${text.replace(/[\0\r\n]/g, ' ').trim()}`)
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

test('any organisation comes back whatever mark, line end and letters its cells hold', () => {
  const staff = fc.array(fc.tuple(fc.nat(), cell), { minLength: 3, maxLength: 40 })
  fc.assert(
    fc.property(staff, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n'), (people, mark, end) => {
      const rows = people.map(([pick, title], i) => [String(i + 1), title, i === 0 ? '' : String((pick % i) + 1)])
      const text = [['id', 'title', 'manager id'], ...rows].map((row) => row.map(quoted).join(mark)).join(end)
      const read = readText('x', text)
      expect(read.recognised?.format).toBe('csv')
      expect(peopleIn(read)).toEqual(
        rows.map(([id, title, above]) => ({ id, title: title?.trim(), reportsTo: above === '' ? null : above })),
      )
      expect(codes(read)).toEqual([])
    }),
  )
})
