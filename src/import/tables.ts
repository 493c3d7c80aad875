// Every table of a file, whatever holds it.
import { once } from '../base/memo'
import type { ReadOptions } from './format'
import { recordsIn } from './formats/csv'
import { type Grid, gridOf } from './grid'
import { listsIn } from './lists'
import { sheetOf } from './sheet'
import type { Source } from './source'

const MOST_LISTS = 6

export const tablesIn = once((source: Source, options: ReadOptions): readonly Grid[] => {
  const records = source.sheets
    ? source.sheets.filter(({ name }) => (options.sheet ?? name) === name).map((sheet) => sheet.records)
    : [recordsIn(source, options)]
  const tables = records.flatMap((one) => (one ? (sheetOf(one, options)?.grid ?? []) : []))
  const json = source.json()
  if (json.kind !== 'value') return tables
  const lists = listsIn(json.value).slice(0, MOST_LISTS)
  return [...tables, ...lists.map(({ rows, at, strangers }) => gridOf(rows, at, strangers))]
})
