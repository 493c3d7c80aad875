// Rows with a mark between their cells: comma, semicolon, tab or bar. The head decides whether it is one; a table is an organisation where
// one of its columns leads to another.
import { boxesOf, edgeLinkages, edgesIn } from '../edges'
import { type FoundGrid, gridFormat } from '../gridFormat'
import type { Sheet } from '../sheet'
import { delimitedIn, sheetsIn } from '../tables'

export const format = gridFormat({
  id: 'csv',
  confidence: { least: 0.56, most: 0.92, chosen: 0.94 },
  grids: (source, options) => (source.sheets ? [] : sheetsIn(source, options).flatMap((sheet) => [sheet, ...linesIn(sheet)])),
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
