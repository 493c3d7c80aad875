// What a reading tells about itself, and that reading again with a correction is the same function: only what was corrected changes.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReadOptions, type ReadResult, readFile, readText } from '../../src/import/read'
import { addsUp } from './addsUp'

interface Row {
  readonly id: string
  readonly reportsTo: string | null
  readonly name?: string
}
const rowsIn = ({ draft }: ReadResult) => (draft?.sections.people?.rows ?? []) as readonly Row[]
const links = (result: ReadResult) => Object.fromEntries(rowsIn(result).map((row) => [row.id, row.reportsTo]))
const fixture = (name: string, options?: ReadOptions) => readFile('x', new Uint8Array(readFileSync(`fixtures/${name}`)), options)

describe('a table in which nobody seems to lead anybody', () => {
  const CARDS = 'Card,Who,Goes to\n11,Ann,\n12,Bo,11\n13,Cy,77\n14,Di,78\n15,Ed,79\n'

  test('is refused, and shows its columns and rows all the same', () => {
    const { draft, diagnostics, understood } = readText('x', CARDS)
    expect(draft).toBeNull()
    expect(diagnostics.map(({ code }) => code)).toEqual(['not-an-organisation'])
    expect(understood).toMatchObject({ separator: ',', headerRow: 1, links: [], isPlain: false })
    expect(understood?.columns.map(({ header }) => header)).toEqual(['Card', 'Who', 'Goes to'])
    expect(understood?.account).toMatchObject({ rowsIn: 5, placed: 0, leftOut: [{ because: 'unlinked', rows: [2, 3, 4, 5, 6] }] })
  })

  test('is read as soon as somebody says which column is which', () => {
    const one = readText('x', CARDS, { columns: { Card: 'id' } })
    expect(one.understood?.columns.map(({ role }) => role)).toContain('id')
    const both = readText('x', CARDS, { columns: { Card: 'id', 'Goes to': 'manager' } })
    expect(both.draft).not.toBeNull()
    expect(both.understood?.account).toMatchObject({ rowsIn: 5, placed: 5, asTheyAre: 2 })
  })

  test.each([['[{"code":"a","title":"red"},{"code":"b","title":"blue"}]'], ['code|title\na|red\nb|blue']])('%s', (text) => {
    expect(readText('x', text).understood?.columns.map(({ header }) => header)).toEqual(['code', 'title'])
  })

  test('is not what somebody says is something else', () => expect(readText('x', CARDS, { format: 'ldif' }).understood).toBeNull())
})

describe('what is told', () => {
  test('every column has a role, samples that are in the file, and a guess is said to be one', () => {
    const { understood } = fixture('traps/nonsense-header.csv')
    expect(understood?.columns.map(({ header, role, isGuess }) => [header, role, isGuess])).toEqual([
      ['x1', 'id', true],
      ['x2', 'name', true],
      ['x3', 'title', true],
      ['x4', 'manager', true],
    ])
    expect(understood?.columns[0]).toMatchObject({ samples: ['E-1', 'E-2', 'E-3'], filled: 4, distinct: 4, of: 4 })
    expect(understood?.isPlain).toBe(false)
  })

  test('the plausible wrong column is named and beaten, with what speaks against it', () => {
    const [taken, next] = fixture('traps/lookalike-ids.csv').understood?.links ?? []
    expect(taken).toMatchObject({ id: 'employee no', manager: 'supervisor', named: 4, resolved: 4, cycles: 0, agreement: 1 })
    expect(next).toMatchObject({ id: 'id', manager: 'supervisor', resolved: 3 })
    expect(next?.score).toBeLessThan(taken?.score as number)
  })

  test('a small clean file is plain', () => {
    expect(fixture('shapes/flat-list.json').understood).toMatchObject({
      isPlain: true,
      format: { is: 'flat' },
      encoding: { is: 'utf-8', confidence: 1 },
    })
  })

  test('a private column has no samples and is in no first row', () => {
    const { understood } = fixture('traps/personal-columns.csv')
    expect(JSON.stringify(understood)).not.toMatch(/1970|Any Street|123-45/)
  })
})

describe('what is corrected', () => {
  test('the encoding', () => {
    const russian = fixture('traps/cyrillic-1251.csv')
    expect(russian.understood?.encoding.others.map(({ is }) => is)).toContain('windows-1252')
    expect(rowsIn(fixture('traps/cyrillic-1251.csv', { encoding: 'windows-1252' }))).not.toEqual(rowsIn(russian))
    expect(rowsIn(russian)[0]?.name).toBe('Иванова Анна')
  })

  test('the pair of columns', () => {
    const options = { link: { id: 'id', manager: 'supervisor' } }
    const { understood } = fixture('traps/lookalike-ids.csv', options)
    expect(understood?.links[0]).toMatchObject(options.link)
    expect(understood?.links[1]?.id).toBe('employee no')
  })

  test('the role of a column; the one that had it loses it', () => {
    const text = 'id,name,nick,manager\n1,Ann,A,\n2,Bo,B,1\n'
    const read = readText('x', text, { columns: { nick: 'name' } })
    expect(rowsIn(read).map(({ name }) => name)).toEqual(['A', 'B'])
    expect(read.understood?.columns.filter(({ role }) => role === 'name').map(({ header }) => header)).toEqual(['nick'])
    expect(links(readText('x', 'a,b,c\n1,,3\n2,1,1\n3,1,\n', { columns: { a: 'id', c: 'manager' } }))).toEqual({ 1: '3', 2: '1', 3: null })
  })

  test('the header row, the separator, the sheet of private columns', () => {
    expect(rowsIn(readText('x', 'old,name,boss\nid,name,manager\n1,A,\n2,B,1\n', { headerRow: 2 }))).toHaveLength(2)
    expect(rowsIn(readText('x', 'id;name,x;manager\n1;A,x;\n2;B,x;1\n', { separator: ';' }))[1]).toMatchObject({ id: '2', reportsTo: '1' })
    const kept = fixture('traps/national-id-as-id.csv', { keepSensitive: ['Kennitala'] })
    expect(rowsIn(kept)[0]?.id).toBe('010170-2229')
  })

  const broken = 'id,manager,name\n1,,A\n2,1,B\n3,77,C\n4,3,D\n5,5,E\n6,7,F\n7,6,G\n'
  test('rows whose manager is missing: at the top, under somebody, left out with all below them', () => {
    expect(links(readText('x', broken))[3]).toBe('77')
    expect(links(readText('x', broken, { repairs: { 'manager-missing': { do: 'top' } } }))[3]).toBeNull()
    expect(links(readText('x', broken, { repairs: { 'manager-missing': { do: 'under', id: '2' } } }))[3]).toBe('2')
    const out = readText('x', broken, { repairs: { 'manager-missing': { do: 'leave-out' } } })
    expect(Object.keys(links(out))).toEqual(['1', '2', '5', '6', '7'])
    expect(out.understood?.account.leftOut).toEqual([{ because: 'asked', rows: [4, 5] }])
  })

  test('one row, against what is done with its kind', () => {
    const read = readText('x', broken, {
      repairs: { 'self-manager': { do: 'leave-out' } },
      rows: { 6: { do: 'under', id: '1' }, 2: { do: 'under', id: '4' } },
    })
    expect(links(read)).toMatchObject({ 5: '1', 1: '4' })
  })

  test('a circle is opened where it is first met', () => {
    expect(links(readText('x', broken, { repairs: { cycle: { do: 'top' } } }))).toMatchObject({ 6: null, 7: '6' })
  })

  test('whatever is corrected, the sums add up', () => {
    const repair = fc.constantFrom(
      { do: 'top' },
      { do: 'leave-out' },
      { do: 'under', id: '1' },
      { do: 'under', id: 'nobody' },
    ) as fc.Arbitrary<{ do: 'top' }>
    const cell = fc.constantFrom('', '1', '2', '3', '4', '5', '9', 'NULL')
    const table = fc.array(fc.tuple(cell, cell, fc.constantFrom('', 'Ann', 'Total', 'Vacant', 'Eliminated')), {
      minLength: 2,
      maxLength: 12,
    })
    const repairs = fc.dictionary(fc.constantFrom('manager-missing', 'self-manager', 'cycle', 'id-missing', 'id-repeated'), repair)
    fc.assert(
      fc.property(table, repairs, fc.dictionary(fc.constantFrom('2', '3', '5', '40'), repair), (rows, kinds, single) => {
        const text = ['id,manager id,name', ...rows.map((row) => row.join(','))].join('\n')
        const { understood, draft } = readText('x', text, { repairs: kinds, rows: single })
        if (!understood) return
        expect(addsUp(understood.account)).toBe(true)
        expect(draft?.sections.people?.rows ?? []).toHaveLength(understood.account.placed)
      }),
      { seed: 20 },
    )
  })
})
