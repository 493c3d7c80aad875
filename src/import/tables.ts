// Every table of a file, whatever holds it: text with marks between its cells, sheets of a workbook, lists of objects.
import { once } from '../base/memo'
import { type Delimited, readDelimited } from './delimited'
import type { ReadOptions } from './format'
import type { Grid } from './grid'
import { listGridsIn } from './lists'
import { type Sheet, sheetOf } from './sheet'
import type { Source } from './source'

/** null where the file is no table in text form. */
export const delimitedIn = once((source: Source, { separator }: ReadOptions): Delimited | null =>
  isProse(source) ? null : readDelimited(source.decoded().text, source.head ?? '', separator),
)

export interface FoundSheet extends Sheet {
  /** Of a workbook's sheet. */
  readonly name: string
}

/** The table of a text, or the sheets of a workbook. */
export const sheetsIn = once((source: Source, options: ReadOptions): readonly FoundSheet[] => {
  const found = source.sheets?.filter(({ name }) => (options.sheet ?? name) === name) ?? [
    { name: '', records: delimitedIn(source, options)?.records ?? [] },
  ]
  return found.flatMap(({ name, records }) => {
    const sheet = sheetOf(records, options)
    return sheet ? [{ ...sheet, name }] : []
  })
})

export const tablesIn = once((source: Source, options: ReadOptions): readonly Grid[] => [
  ...sheetsIn(source, options).map(({ grid }) => grid),
  ...listGridsIn(source).map(({ grid }) => grid),
])

/** JSON, markup, LDIF, nothing: what is none is not taken apart. */
function isProse({ head }: Source): boolean {
  const start = head?.trimStart() ?? ''
  return start === '' || /^([[{<]|dn:|version: 1\s)/.test(start)
}
