// Many leaves of one manager as a block, as near to a square as its lines allow. Columns stand in pairs about a rail, and every box is
// reached from the rail by its side, so that no line crosses a box:
//
//     ┌────┐ │ ┌────┐   ┌────┐ │ ┌────┐
//     │    ├─┼─┤    │   │    ├─┼─┤    │
//     └────┘ │ └────┘   └────┘ │ └────┘
import type { CardSize, Sizes } from './sizes'

export interface Grid {
  /** In order, line by line. */
  readonly members: Int32Array
  readonly columns: number
  readonly lines: number
}

export function gridOf(members: Int32Array, sizes: Sizes): Grid {
  const columns = columnsFor(members.length, sizes)
  return { members, columns, lines: Math.ceil(members.length / columns) }
}
export function columnsFor(count: number, { plain, grid }: Sizes): number {
  if (grid.ofPage) return Math.min(grid.ofPage.columns, Math.ceil(count / grid.ofPage.lines))
  const square = Math.ceil(Math.sqrt((count * (plain.height + grid.lineGap)) / (plain.width + grid.railGap)))
  return Math.max(2, square, Math.ceil(count / grid.mostLines))
}

export function gridWidth({ columns }: Pick<Grid, 'columns'>, card: CardSize, { grid }: Sizes): number {
  return columnLeft(columns - 1, card, grid) + card.width + (columns % 2 === 0 ? 0 : grid.railGap / 2)
}
export function gridHeight({ lines }: Pick<Grid, 'lines'>, card: CardSize, { grid }: Sizes): number {
  return lines * (card.height + grid.lineGap) - grid.lineGap
}
/** From the grid's left edge. */
export function columnLeft(column: number, card: CardSize, grid: Sizes['grid']): number {
  const pair = 2 * card.width + grid.railGap + grid.columnGap
  return (column >> 1) * pair + (column & 1) * (card.width + grid.railGap)
}
/** x of every rail, for a grid whose middle is at `middle`. */
export function railsOf(drawnGrid: Grid, middle: number, card: CardSize, sizes: Sizes): number[] {
  const left = middle - gridWidth(drawnGrid, card, sizes) / 2
  const { grid } = sizes
  return Array.from(
    { length: (drawnGrid.columns + 1) >> 1 },
    (_, pair) => left + columnLeft(2 * pair, card, grid) + card.width + grid.railGap / 2,
  )
}
