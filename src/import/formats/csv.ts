// Rows with a mark between their cells: comma, semicolon, tab or bar. The head decides whether it is one; a table is an organisation where
// one of its columns leads to another.
import { once } from '../../base/memo'
import { readDelimited } from '../delimited'
import type { Format, ReadOptions } from '../format'
import { confidenceIn, type Linked, linked, readList } from '../list'
import { type Sheet, sheetOf } from '../sheet'
import type { Source } from '../source'

export const format: Format = {
  id: 'csv',
  sniff: (source, options) => {
    const looked = lookAt(source, options)
    return looked ? confidenceIn(looked.linked, { least: 0.56, most: 0.92, chosen: 0.94 }) : 0
  },
  read: (source, diagnostics, options) => {
    const looked = lookAt(source, options)
    if (!looked) return { draft: null, recognised: null }
    looked.sheet.tell(source.name, diagnostics)
    return readList(source.name, 'flat', looked.sheet, looked.linked, diagnostics, options)
  },
}

interface Looked {
  readonly sheet: Sheet
  readonly linked: Linked
}
const lookAt = once((source: Source, options: ReadOptions): Looked | null => {
  const delimited = isProse(source) ? null : readDelimited(source.decoded().text, source.head ?? '')
  const sheet = delimited && sheetOf(delimited.records)
  return sheet && { sheet, linked: linked(sheet.rows, options, sheet.isNameless) }
})

/** JSON, markup, nothing: what is none is not taken apart. */
function isProse({ head }: Source): boolean {
  const start = head?.trimStart() ?? ''
  return start === '' || /^[[{<]/.test(start)
}
