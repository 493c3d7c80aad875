// Rows with a mark between their cells: comma, semicolon, tab or bar. The head decides whether it is one; a table is an organisation where
// one of its columns leads to another.
import { readDelimited } from '../delimited'
import type { Format, ReadOptions } from '../format'
import { isChosen, type Linked, linked, readList } from '../list'
import { type Sheet, sheetOf } from '../sheet'
import type { Source } from '../source'

const WEAKEST = 0.02
/** Columns that nobody named must lead nearly everywhere. */
const WEAKEST_NAMELESS = 0.3

export const format: Format = {
  id: 'csv',
  sniff: (source, options) => {
    const looked = lookAt(source, options)
    if (!looked) return 0
    if (looked.isChosen) return 0.94
    const score = looked.linked.pairs[0]?.score ?? 0
    return score >= (looked.sheet.isNameless ? WEAKEST_NAMELESS : WEAKEST) ? 0.56 + 0.36 * score : 0
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
  readonly isChosen: boolean
}
const looks = new WeakMap<Source, Looked | null>()
function lookAt(source: Source, options: ReadOptions): Looked | null {
  let looked = looks.get(source)
  if (looked === undefined) {
    const delimited = isProse(source) ? null : readDelimited(source.decoded().text, source.head ?? '')
    const sheet = delimited && sheetOf(delimited.records)
    const found = sheet && linked(sheet.rows, options, sheet.isNameless)
    looked = sheet && found && { sheet, linked: found, isChosen: isChosen(found.columns, options) }
    looks.set(source, looked)
  }
  return looked
}

/** JSON, markup, nothing: what is none is not taken apart. */
function isProse({ head }: Source): boolean {
  const start = head?.trimStart() ?? ''
  return start === '' || /^[[{<]/.test(start)
}
