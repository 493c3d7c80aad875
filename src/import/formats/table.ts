// Rows as lists of cells in JSON: with the names of the columns as the first row, beside them (`{ "columns": […], "data": [[…]] }`), or one
// list a column.
import { once } from '../../base/memo'
import { isObject, type JsonObject, textOf } from '../cells'
import type { ReadOptions } from '../format'
import { type FoundGrid, gridFormat } from '../gridFormat'
import { type FoundValue, valuesWithin } from '../lists'
import { type Records, sheetOf } from '../sheet'
import type { Source } from '../source'

export const format = gridFormat({
  id: 'table',
  confidence: { least: 0.48, most: 0.84, chosen: 0.92 },
  grids: (source, options) => gridsIn(source, options),
})

const gridsIn = once((source: Source, options: ReadOptions): readonly FoundGrid[] => {
  const json = source.json()
  if (json.kind !== 'value') return []
  const values = valuesWithin(json.value)
  const tables = values.flatMap((one) => {
    const records = isObject(one.value) ? byColumn(one.value) : recordsOf(one.value)
    return records ? [{ name: one.name, records: isObject(one.value) ? records : withHeader(records, values) }] : []
  })
  return tables.flatMap(({ name, records }) => {
    const sheet = sheetOf(records, options)
    return sheet ? [{ ...sheet, name }] : []
  })
})

function recordsOf(value: unknown): Records | null {
  if (!Array.isArray(value) || value.length < 2 || !value.every((row) => Array.isArray(row) && row.length > 1)) return null
  return (value as readonly (readonly unknown[])[]).map((row) => row.map(plain))
}

/** Google Charts writes a cell as `{ v: value, f: how it is shown }`. */
function plain(cell: unknown): unknown {
  return isObject(cell) ? (textOf(cell.v) ?? textOf(cell.value) ?? textOf(cell.name) ?? null) : cell
}

/** A list beside it that names as many columns as its rows have cells. */
function withHeader(records: Records, values: readonly FoundValue[]): Records {
  const width = records[0]?.length
  const header = values
    .flatMap(({ value }) => (Array.isArray(value) && value.length === width ? [value.map(nameIn)] : []))
    .find((names) => names.every((name) => name !== null) && new Set(names).size === names.length)
  return header ? [header, ...records] : records
}

const nameIn = (item: unknown) =>
  isObject(item)
    ? (textOf(item.name) ?? textOf(item.fieldName) ?? textOf(item.label) ?? textOf(item.id))
    : typeof item === 'string'
      ? item
      : null

/** `{ "id": [1, 2], "manager": [null, 1] }` */
function byColumn(value: JsonObject): Records | null {
  const columns = Object.entries(value)
  const length = Array.isArray(columns[0]?.[1]) ? columns[0][1].length : 0
  if (columns.length < 2 || length < 2) return null
  if (!columns.every(([, cells]) => Array.isArray(cells) && cells.length === length && !cells.some(isObject))) return null
  return [columns.map(([name]) => name), ...Array.from({ length }, (_, i) => columns.map(([, cells]) => (cells as readonly unknown[])[i]))]
}
