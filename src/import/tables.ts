// Every table of a file, whatever holds it.
import { once } from '../base/memo'
import type { ReadOptions } from './format'
import { recordsIn } from './formats/csv'
import type { Grid } from './grid'
import { listGridsIn } from './lists'
import { sheetOf } from './sheet'
import type { Source } from './source'

export const tablesIn = once((source: Source, options: ReadOptions): readonly Grid[] => {
  const records = source.sheets
    ? source.sheets.filter(({ name }) => (options.sheet ?? name) === name).map((sheet) => sheet.records)
    : [recordsIn(source, options)]
  const tables = records.flatMap((one) => (one ? (sheetOf(one, options)?.grid ?? []) : []))
  return [...tables, ...listGridsIn(source).map(({ grid }) => grid)]
})
