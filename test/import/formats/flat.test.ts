// One list, under whatever names: names propose a pair of columns, counting decides.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cellAtPath } from '../../../src/import/cells'
import { type ReadOptions, readFile, readText } from '../../../src/import/read'

const read = (rows: unknown, options?: ReadOptions) => readText('x', JSON.stringify(rows), options)
type Linked = readonly { readonly id: string; readonly reportsTo: string | null }[]
const links = (rows: unknown, options?: ReadOptions) => {
  const people = (read(rows, options).draft?.sections.people?.rows ?? []) as Linked
  return Object.fromEntries(people.map((row) => [row.id, row.reportsTo]))
}
const fixture = (name: string) => readFile(name, new Uint8Array(readFileSync(`fixtures/${name}`)))

describe('which columns', () => {
  test.each([
    [{ id: 1 }, { parentId: 1 }],
    [{ 'Employee ID': 1 }, { 'Reports To': 1 }],
    [{ EMPLOYEE_NUMBER: 1 }, { supervisor_id: 1 }],
    [{ _id: 1 }, { boss: 1 }],
    [{ uuid: 1 }, { 'manager.id': 1 }],
    [{ 'Staff No.': 1 }, { 'Team Leader': 1 }],
    [{ کد: 1 }, { مدیر: 1 }],
    [{ 'Post Unique Reference': 1 }, { 'Reports to Senior Post': 1 }],
  ])('%j and %j', (id, manager) => {
    const [idKey, managerKey] = [Object.keys(id)[0] as string, Object.keys(manager)[0] as string]
    const rows = [
      { [idKey]: 'a', [managerKey]: null },
      { [idKey]: 'b', [managerKey]: 'a' },
    ]
    expect(links(rows)).toEqual({ a: null, b: 'a' })
    expect(read(rows).recognised?.fields).toEqual({ id: idKey, reportsTo: managerKey })
  })

  test('a plausible wrong id does not win: the one whose links all lead somewhere does, and the next best is said', () => {
    const { recognised } = fixture('flat-plausible-wrong-id.json')
    expect(recognised?.fields).toMatchObject({ id: 'employeeNumber', reportsTo: 'supervisorId' })
    expect(recognised?.runnerUp).toBeDefined()
  })

  const byNumber = (numbers: readonly number[], supervisors: readonly (number | null)[], names?: readonly (string | null)[]) =>
    numbers.map((empNo, i) => ({
      id: i + 1,
      empNo,
      supervisor: supervisors[i],
      ...(names ? { supervisorName: names[i], name: 'ABCD'[i] } : {}),
    }))

  test('of two ids that both lead to a tree, the one that agrees with the managers’ names wins', () => {
    const numbers = [3, 1, 4, 2]
    const supervisors = [null, 3, 1, 3]
    expect(read(byNumber(numbers, supervisors)).recognised?.fields.id).toBe('id')
    expect(read(byNumber(numbers, supervisors, [null, 'A', 'B', 'A'])).recognised?.fields.id).toBe('empNo')
    expect(read(byNumber(numbers, supervisors, [null, 'C', 'A', 'C'])).recognised?.fields.id).toBe('id')
  })

  test('of two ids that both resolve, the one without a cycle wins', () => {
    expect(read(byNumber([3, 2, 4, 1], [null, 3, 2, 2])).recognised?.fields.id).toBe('empNo')
  })

  test('an id that repeats gives way to one that does not', () => {
    const rows = byNumber([1, 2, 3, 4], [null, 1, 1, 2]).map((row, i) => ({ ...row, id: i < 2 ? 1 : 2 }))
    expect(read(rows).recognised?.fields.id).toBe('empNo')
  })

  test('a manager column filled once gives way to one that ties the file together', () => {
    const rows = [
      { id: 1, reportsTo: null, supervisorId: null },
      { id: 2, reportsTo: 1, supervisorId: 1 },
      { id: 3, reportsTo: null, supervisorId: 1 },
      { id: 4, reportsTo: null, supervisorId: 2 },
    ]
    expect(read(rows).recognised?.fields.reportsTo).toBe('supervisorId')
  })

  test('two managers’ columns: the one that ties the file together, whatever it is called', () => {
    const rows = [
      { id: 'a', managerId: 'zz', reportsToPosition: null },
      { id: 'b', managerId: 'yy', reportsToPosition: 'a' },
      { id: 'c', managerId: 'a', reportsToPosition: 'b' },
    ]
    expect(read(rows).recognised).toMatchObject({
      fields: { id: 'id', reportsTo: 'reportsToPosition' },
      runnerUp: { id: 'id', reportsTo: 'managerId', resolved: 0.333 },
    })
  })

  test('chosen columns are taken, even where nothing would have been recognised', () => {
    const rows = [
      { 'Staff No': 1, Über: '' },
      { 'Staff No': 2, Über: 1 },
    ]
    expect(read(rows).draft).toBeNull()
    expect(links(rows, { fields: { id: 'Staff No', reportsTo: 'Über' } })).toEqual({ 1: null, 2: '1' })
  })

  test('managers given by name or address lead to ids where there are ids', () => {
    const rows = [
      { no: 7, name: 'Ann Lee', manager: '' },
      { no: 8, name: 'Bo Ek', manager: 'ann  LEE' },
    ]
    expect(links(rows)).toEqual({ 7: null, 8: '7' })
    expect(fixture('flat-manager-by-name.json').recognised?.fields).toMatchObject({ id: 'Name', reportsTo: 'Manager', name: 'Name' })
  })

  test('where nobody is anybody’s manager, a certain name is enough; a vague one is not', () => {
    expect(links([{ id: 'a', managerId: 'x' }])).toEqual({ a: 'x' })
    expect(links([{ id: 'a', reportsTo: null }])).toEqual({ a: null })
    expect(read([{ id: 'a', parent: 'x' }]).draft).toBeNull()
    expect(read([{ id: 'a', name: 'A' }]).draft).toBeNull()
  })
})

describe('ids', () => {
  test('zero is an id where some row has it, and nobody where none has', () => {
    const real = [
      { id: 0, managerId: null },
      { id: 1, managerId: 0 },
      { id: 2, managerId: '0' },
    ]
    expect(links(real)).toEqual({ 0: null, 1: '0', 2: '0' })
    expect(links(real.slice(1).concat({ id: 3, managerId: 2 }))).toEqual({ 1: null, 2: null, 3: '2' })
  })

  test.each(['', ' ', 'NULL', 'none', 'N/A', 'XX', '0', 'CEO', 'root'])('%j means nobody', (marker) => {
    expect(
      links([
        { id: 1, managerId: marker },
        { id: 2, managerId: 1 },
      ]),
    ).toEqual({ 1: null, 2: '1' })
  })

  test('a manager who is not in the file stays named, for others to tell', () => {
    expect(
      links([
        { id: 1, managerId: '' },
        { id: 2, managerId: 1 },
        { id: 3, managerId: 'E-77' },
      ]),
    ).toMatchObject({ 3: 'E-77' })
  })

  test('nobody is dropped for lack of an id', () => {
    const { draft, diagnostics } = read([
      { id: 1, managerId: '' },
      { managerId: 1, name: 'Bo' },
      { id: '', managerId: 1 },
    ])
    expect(draft?.sections.people?.rows).toMatchObject([{ id: '1' }, { id: 'Bo', reportsTo: '1' }, { id: '?', reportsTo: '1' }])
    expect(diagnostics).toMatchObject([{ code: 'id-missing', places: [{ row: 2 }, { row: 3 }] }])
  })

  test('`__proto__` and `constructor` are ids like any other', () => {
    const people = fixture('flat-proto-keys.json').draft?.sections.people?.rows
    expect(people).toMatchObject([
      { id: '__proto__', reportsTo: null },
      { id: 'constructor', reportsTo: '__proto__' },
      { id: 'hasOwnProperty', reportsTo: 'constructor' },
    ])
    expect(cellAtPath({}, ['constructor'])).toBeUndefined()
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('fields', () => {
  test('first and last name are joined, amounts are numbers, what is not said is absent', () => {
    expect(fixture('flat-wrapped.json').draft?.sections.people?.rows).toEqual([
      { id: 'E-1', reportsTo: null, name: 'Ada Quist', title: 'Owner', unit: 'Office', headcount: 1, pay: 65000 },
      { id: 'E-2', reportsTo: 'E-1', name: 'Bram Vos', title: 'Baker', unit: 'Bakery', headcount: 0.8, pay: 41500 },
      {
        id: 'E-3',
        reportsTo: 'E-2',
        name: 'Cleo Marsh',
        title: "Baker's help",
        unit: 'Bakery',
        headcount: 0.5,
        pay: 28000,
      },
      { id: 'E-4', reportsTo: 'E-1', name: 'Dan Ek', title: 'Seller', unit: 'Shop', headcount: 1 },
    ])
  })

  test.each(['12.345.67', 'a lot', '-1', '1 2 3'])('%j is no amount: told and left out', (salary) => {
    const { draft, diagnostics } = read([{ id: 1, managerId: '', salary }])
    expect(draft?.sections.people?.rows).toEqual([{ id: '1', reportsTo: null }])
    expect(diagnostics).toMatchObject([{ code: 'number-unreadable', severity: 'warning' }])
  })

  test('private columns are recognised and not read; others are listed', () => {
    const { recognised, draft, diagnostics } = fixture('flat-private-columns.json')
    expect(recognised?.leftAside).toEqual(['Date of birth', 'Home address'])
    expect(JSON.stringify(draft)).not.toMatch(/1970|Any Street/)
    expect(diagnostics.map((one) => [one.code, one.places[0]?.params?.columns])).toEqual([
      ['columns-private', ['Date of birth', 'Home address']],
      ['columns-unknown', ['Favourite colour']],
    ])
  })

  test('markup in a title is text', () => {
    const rows = fixture('flat-html-in-title.json').draft?.sections.people?.rows as { title: string }[]
    expect(rows[0]?.title).toBe('<b>Boss</b> & <script>alert(1)</script>')
  })
})
