// Workbooks: every sheet is tried, hidden ones too.
import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { joinFiles } from '../../../src/import/join'
import { readAny } from '../../../src/import/read'
import { buildOrg } from '../../../src/model/build'

const fixture = (name: string) => readAny(name, new Uint8Array(readFileSync(`fixtures/workbooks/${name}`)))
const peopleIn = ({ draft }: Awaited<ReturnType<typeof readAny>>) => draft?.sections.people?.rows ?? []

test('the staff are found on the second sheet, under its titles, with the zeros of their numbers', async () => {
  const read = await fixture('staff-on-second-sheet.xlsx')
  expect(read.recognised).toMatchObject({
    format: 'workbook',
    sheet: 'Staff',
    fields: { id: 'Staff No', reportsTo: 'Line manager', name: 'Full name', title: 'Job title', unit: 'Department', headcount: 'FTE' },
  })
  expect(peopleIn(read)[3]).toEqual({
    id: '0019',
    reportsTo: '0012',
    name: 'Lin Sato',
    title: 'Sales assistant',
    unit: 'Shops',
    headcount: 0.5,
  })
  const unread = read.diagnostics.find(({ code }) => code === 'sheets-unread')
  expect(unread?.places[0]?.params).toEqual({ sheet: 'Staff', sheets: ['Read me', 'Lists'] })
})
test('a hidden sheet is read and said to be hidden', async () => {
  const read = await fixture('people-on-hidden-sheet.xlsx')
  expect(peopleIn(read)).toHaveLength(3)
  expect(read.diagnostics.map(({ code }) => code)).toContain('sheet-hidden')
})
test('numbers are ids as well as texts are, also in a sheet of LibreOffice', async () => {
  expect(peopleIn(await fixture('numbers-as-ids.ods'))).toEqual([
    { id: '1', title: 'Owner', reportsTo: null },
    { id: '2', title: 'Cook', reportsTo: '1' },
    { id: '3', title: 'Waiter', reportsTo: '1' },
  ])
})
test('a sheet can be chosen by its name', async () => {
  const rows = (boss: string) => [
    ['id', 'reportsTo'],
    [boss, ''],
    ['z', boss],
  ]
  const bytes = await writeXlsx({
    sheets: [
      { name: 'Today', rows: rows('a') },
      { name: 'Tomorrow', rows: rows('b') },
    ],
  })
  expect((await readAny('x', bytes, { sheet: 'Tomorrow' })).draft?.sections.people?.rows[0]).toMatchObject({ id: 'b' })
})
test('bytes that only begin like a workbook are said to be broken, never thrown', async () => {
  const whole = new Uint8Array(readFileSync('fixtures/workbooks/staff-on-second-sheet.xlsx'))
  for (const share of [0.1, 0.5, 0.9]) {
    const { draft, diagnostics } = await readAny('x', whole.subarray(0, Math.floor(whole.length * share)))
    expect([draft, diagnostics[0]?.severity]).toEqual([null, 'error'])
  }
})

test('staff on one sheet and an approval matrix on another are read together, and joined', async () => {
  const name = 'fixtures/workbooks/staff-and-powers.xlsx'
  const [result] = joinFiles([await readAny('x', new Uint8Array(readFileSync(name)))])
  expect(result?.recognised).toMatchObject({ format: 'workbook', sheet: 'Staff', records: 4 })
  expect(result?.understood?.authority).toMatchObject({
    grants: 5,
    subjects: [
      { said: 'Seller', by: 'title', found: 2 },
      { said: 'Head of shop', by: 'title', found: 1 },
      { said: 'Owner', by: 'title', found: 1 },
    ],
  })
  expect(result?.diagnostics.find(({ code }) => code === 'sheets-unread')?.places[0]?.params?.sheets).toEqual(['Read me'])
  expect(buildOrg(result?.draft ? [result.draft] : []).org?.held.length).toBe(5)
})
