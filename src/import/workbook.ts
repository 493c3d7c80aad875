// Sheets of a workbook as records of texts: what a table with marks between its cells would hold.

export type Cell = string | number | boolean | Date | null
export interface NamedSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly records: readonly (readonly string[])[]
}
export type Sheets = readonly NamedSheet[]

export function sheetsFrom(
  sheets: readonly {
    readonly name: string
    readonly hidden?: boolean
    readonly veryHidden?: boolean
    readonly rows: readonly (readonly Cell[])[]
  }[],
): Sheets {
  return sheets.map(({ name, hidden, veryHidden, rows }) => ({
    name,
    isHidden: hidden === true || veryHidden === true,
    records: rows.map((row) => Array.from(row ?? [], textOf)), // rows and cells nobody wrote to may be missing
  }))
}

/** A date by its day, a number as it would be typed; “007” stays a text. */
function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().replace(/T00:00:00\.000Z$/, '')
  return String(cell)
}
