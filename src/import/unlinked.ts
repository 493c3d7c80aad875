// A table in which nobody was found to lead anybody: its columns are shown, so that somebody may say which of them does.
import { columnRoles, sampledRows, understoodColumn } from './columnRoles'
import { correctionsIn, type ReadOptions, type UnderstoodRows } from './format'
import type { Grid } from './grid'
import { NOBODY, placedLinkage } from './linkage'
import { ownIds } from './links'
import { listGridsIn } from './lists'
import { firstRows } from './people'
import { seenIn } from './seen'
import type { Source } from './source'
import { delimitedIn, sheetsIn } from './tables'

export interface Unlinked {
  /** The format that reads it as soon as its columns are known. */
  readonly format: 'csv' | 'workbook' | 'flat'
  readonly rows: UnderstoodRows
}

/** null where the file is no table, or was asked to be something else. */
export function unlinkedIn(source: Source, options: ReadOptions): Unlinked | null {
  if (options.format !== undefined) return null
  const found = tableIn(source, options)
  if (!found || found.grid.length < 2 || found.grid.columns.length < 2) return null
  const { grid, format } = found
  const linkage = placedLinkage(grid, 'flat', new Int32Array(grid.length).fill(NOBODY), 0)
  const roles = columnRoles(grid, linkage, ownIds(grid, new Set()), correctionsIn(options))
  const looked = sampledRows(grid)
  const mark = format === 'csv' ? delimitedIn(source, options)?.mark : undefined
  return {
    format,
    rows: {
      ...(mark === undefined ? {} : { separator: mark }),
      ...(grid.headerRow === undefined ? {} : { headerRow: grid.headerRow }),
      ...(found.sheet === undefined ? {} : { sheet: sheetNamed(found.sheet, source) }),
      shape: 'flat',
      columns: roles.map((one) => understoodColumn(grid, one, looked)),
      links: [],
      account: {
        rowsIn: grid.length,
        placed: 0,
        asTheyAre: 0,
        repaired: [],
        leftOut: [{ because: 'unlinked', rows: Array.from(grid.at) }],
        made: 0,
      },
      firstRows: firstRows(grid, roles),
    },
  }
}

interface Table {
  readonly format: Unlinked['format']
  readonly grid: Grid
  readonly sheet?: string
}

function tableIn(source: Source, options: ReadOptions): Table | null {
  if (source.sheets) {
    const sheets = sheetsIn(source, options).map(({ grid, name }): Table => ({ format: 'workbook', grid, sheet: name }))
    return sheets.reduce<Table | null>((longest, one) => (longest && longest.grid.length >= one.grid.length ? longest : one), null)
  }
  const { seen } = seenIn(source)
  const grid = seen === 'table' ? sheetsIn(source, options)[0]?.grid : seen === 'objects' ? listGridsIn(source)[0]?.grid : undefined
  return grid ? { format: seen === 'table' ? 'csv' : 'flat', grid } : null
}

function sheetNamed(taken: string, { sheets }: Source): NonNullable<UnderstoodRows['sheet']> {
  const all = sheets ?? []
  const siblings = all
    .filter(({ name }) => name !== taken)
    .map(({ name, isHidden, records }) => ({ name, isHidden, rows: records.length, lead: 0 }))
  return { name: taken, isHidden: all.some(({ name, isHidden }) => name === taken && isHidden), siblings }
}
