// A grid and its best linkage become people in our names, with an account of every row.
import type { Diagnostics } from '../model/diagnostics'
import { cellText, columnRoles, type RoledColumn, sampledRows, shortened, understoodColumn } from './columnRoles'
import { firstOf, ID_NAMES } from './fields'
import { correctionsIn, type FormatResult, NOTHING, type ReadOptions } from './format'
import type { Column, Grid } from './grid'
import { type Linkage, understoodLink } from './linkage'
import { ownIds } from './links'
import { CellReader, type PersonRow } from './personCells'
import { placeRows } from './placing'
import type { ColumnRole, UnderstoodColumn } from './understood'

/** Reads the rows of a grid as people; the best of `linkages` says who leads them. */
export function readPeople(
  file: string,
  grid: Grid,
  linkages: readonly Linkage[],
  diagnostics: Diagnostics,
  options: ReadOptions,
  others: readonly string[] = [],
): FormatResult {
  const linkage = linkages[0]
  if (!linkage) return NOTHING
  const corrections = correctionsIn(options)
  const id = idColumn(grid, linkage)
  const roles = columnRoles(grid, linkage, id, corrections)
  const reader = new CellReader(file, grid, roles, diagnostics)
  const placed = placeRows(file, grid, linkage, id, reader, corrections, diagnostics)
  const rows: PersonRow[] = []
  const at: number[] = []
  for (let row = 0; row < grid.length; row++) {
    if (placed.leftOut[row]) continue
    rows.push(reader.row(row, placed.ids[row] as string, placed.reportsTo(row)))
    at.push(grid.at[row] as number)
  }
  const boxes = linkage.made.map(({ label }, k) => {
    const box = grid.length + k
    return { id: placed.ids[box] as string, reportsTo: placed.reportsTo(box), title: label, headcount: 0 }
  })
  for (const row of grid.strangers) diagnostics.warn('row-unreadable', { file, row }, 'left-out')
  if (grid.others?.length) diagnostics.note('entries-unread', { file, params: { count: grid.others.length } }, 'left-out')
  if (others.length > 0) diagnostics.note('lists-unread', { file, params: { lists: others } }, 'not-read')
  const looked = sampledRows(grid)
  const columns = roles.map((one) => understoodColumn(grid, one, looked))
  const leftAside = tellUnread(file, columns, diagnostics)
  const [taken, next] = linkages.map(understoodLink)
  return {
    draft: { sections: { people: { rows, at }, ...(boxes.length > 0 ? { roles: { rows: boxes } } : {}) }, whole: {} },
    recognised: {
      shape: linkage.shape,
      records: grid.length,
      fields: fieldsShown(roles, taken ? { id: taken.id || (id?.name ?? ''), reportsTo: taken.manager } : {}),
      ...(next && next.resolved > 0 && next.named > 0
        ? { runnerUp: { id: next.id, reportsTo: next.manager, resolved: Math.round((next.resolved / next.named) * 1000) / 1000 } }
        : {}),
      leftAside,
    },
    understood: {
      ...(grid.headerRow === undefined ? {} : { headerRow: grid.headerRow }),
      shape: linkage.shape,
      columns,
      links: linkages.map(understoodLink),
      account: placed.account,
      firstRows: firstRows(grid, roles),
    },
  }
}

/** Whose text a row goes by: not the name where there are ids proper. */
function idColumn(grid: Grid, { id, isLabel, by }: Linkage): Column | null {
  if (id && !isLabel) return id
  const own = ownIds(grid, new Set(by))
  if (own) return own
  const names = grid.columns.filter((column) => column.filled > 0 && !by.includes(column)).map((column) => column.name)
  const named = id === null ? firstOf(ID_NAMES, names) : undefined
  return id ?? grid.columns.find((column) => column.name === named) ?? null
}

/** Our field → theirs, as `check` shows it; first and last name are joined. */
function fieldsShown(roles: readonly RoledColumn[], linked: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const named = (...wanted: readonly ColumnRole[]) =>
    wanted.flatMap((role) => roles.filter((one) => one.role === role).map(({ column }) => column.name))
  const name = named('name').length > 0 ? named('name') : named('first-name', 'last-name')
  const fields: Record<string, readonly string[]> = {
    name,
    title: named('title'),
    unit: named('unit'),
    headcount: named('headcount'),
    pay: named('pay'),
    payBand: named('pay-min', 'pay-max'),
    location: named('location'),
    grade: named('grade'),
  }
  const shown = Object.entries(fields).filter(([, columns]) => columns.length > 0)
  const given = Object.entries(linked).filter(([, column]) => column !== '')
  return { ...Object.fromEntries(given), ...Object.fromEntries(shown.map(([field, columns]) => [field, columns.join(' + ')])) }
}

const NAMED = 12
/** Says which columns were not read, the private ones apart; gives the private ones. */
function tellUnread(file: string, columns: readonly UnderstoodColumn[], diagnostics: Diagnostics): readonly string[] {
  const headers = (role: ColumnRole) => columns.filter((column) => column.role === role).map(({ header }) => header)
  // A sentence holds a dozen names and a number.
  const named = (all: readonly string[]) => ({
    columns: all.slice(0, NAMED).map((name) => shortened(name, 60)),
    more: Math.max(0, all.length - NAMED),
  })
  const [leftAside, others] = [headers('sensitive'), headers('left-out')]
  if (leftAside.length > 0) diagnostics.note('columns-private', { file, params: named(leftAside) }, 'not-read')
  if (others.length > 0) diagnostics.note('columns-unknown', { file, params: named(others) }, 'not-read')
  return leftAside
}

const FIRST_ROWS = 5
export function firstRows(grid: Grid, roles: readonly RoledColumn[]) {
  return Array.from({ length: Math.min(FIRST_ROWS, grid.length) }, (_, row) => ({
    row: grid.at[row] as number,
    cells: roles.map(({ column, isHidden }) => (isHidden ? '' : shortened(cellText(column, row), 60))),
  }))
}
