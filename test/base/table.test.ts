import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellAt, rowsOf, type TableSpec, tableOf, textsIn } from '../../src/base/table'
import { buffersIn } from '../../src/base/transfer'

interface Row {
  readonly id: string
  readonly title?: string | null
  readonly size?: number | null
  readonly more?: unknown
}
const SPEC: TableSpec<Row> = { id: 'name', title: 'text', size: 'number', more: 'value' }
const row: fc.Arbitrary<Row> = fc.record(
  {
    id: fc.string(),
    title: fc.option(fc.constantFrom('Cashier', 'Lead', '')),
    size: fc.option(fc.double({ noNaN: true })),
    more: fc.option(fc.oneof(fc.boolean(), fc.constant([1, 2]))),
  },
  { requiredKeys: ['id'], noNullPrototype: true },
)

test('rows are what they were: absent, none and present, in a copy too', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const table = tableOf(SPEC, rows)
      expect(rowsOf(table)).toEqual(rows)
      expect(rowsOf(structuredClone(table))).toEqual(rows)
      expect(new Set(textsIn(table.columns.title))).toEqual(new Set(rows.flatMap(({ title }) => title ?? [])))
    }),
  )
})

test('a column that nobody fills costs nothing', () => {
  const table = tableOf(SPEC, [{ id: 'a' }, { id: 'b' }])
  expect(table.columns.size).toBe(table.columns.title)
  expect(buffersIn({ ...table.columns, id: null })).toEqual([])
  expect(cellAt(table, 'size', 1)).toBeUndefined()
})
