// Rows with a mark between their cells: comma, semicolon, tab or bar. The head decides whether it is one; a table is an organisation where
// one of its columns leads to another.
import { once } from '../../base/memo'
import { readDelimited } from '../delimited'
import { boxesOf, edgeLinkages, edgesIn } from '../edges'
import type { ReadOptions } from '../format'
import { type FoundGrid, gridFormat } from '../gridFormat'
import { type Sheet, sheetOf } from '../sheet'
import type { Source } from '../source'

const delimitedIn = once((source: Source, { separator }: ReadOptions) =>
  isProse(source) ? null : readDelimited(source.decoded().text, source.head ?? '', separator),
)

/** The records of a table in text form; null where the file is none. */
export function recordsIn(source: Source, options: ReadOptions): readonly (readonly string[])[] | null {
  return delimitedIn(source, options)?.records ?? null
}

export const format = gridFormat({
  id: 'csv',
  confidence: { least: 0.56, most: 0.92, chosen: 0.94 },
  grids: (source, options) => {
    const records = recordsIn(source, options)
    const sheet = records && sheetOf(records, options)
    return sheet ? [{ ...sheet, name: '' }, ...linesIn(sheet)] : []
  },
  told: (source) => {
    const mark = delimitedIn(source, {})?.mark
    return mark === undefined ? {} : { separator: mark }
  },
})

/** A table may hold lines between boxes instead of boxes: `source,target`. */
function linesIn({ grid, tell }: Sheet): readonly FoundGrid[] {
  if (grid.columns.length > MOST_EDGE_COLUMNS) return []
  const itemAt = (row: number) => Object.fromEntries(grid.columns.map((column) => [column.name, column.cell(row)]))
  const edges = edgesIn([itemAt(0)]) && edgesIn(Array.from({ length: grid.length }, (_, row) => itemAt(row)))
  if (!edges) return []
  const boxes = boxesOf(edges)
  return [{ name: '', grid: boxes, given: edgeLinkages(boxes, edges).filter(({ score }) => score > 0.3), trust: 0.95, tell }]
}
const MOST_EDGE_COLUMNS = 6

/** JSON, markup, LDIF, nothing: what is none is not taken apart. */
function isProse({ head }: Source): boolean {
  const start = head?.trimStart() ?? ''
  return start === '' || /^([[{<]|dn:|version: 1\s)/.test(start)
}
