// What each column of a grid is for us: what was chosen, what the linkage uses, what names say, and where no name says it, what the values
// look like.
import { EMAIL_NAMES, foldedName, ID_NAMES, isSensitive, MANAGER_LABEL_NAMES, rolesByName } from './fields'
import { type Column, type Grid, sampleOf, textAt } from './grid'
import type { Linkage } from './linkage'
import type { ColumnRole, Corrections, UnderstoodColumn } from './understood'

export interface RoledColumn {
  readonly column: Column
  readonly role: ColumnRole
  readonly confidence: number
  readonly isGuess: boolean
  /** Its values are not shown: private, or they name somebody by what is. */
  readonly isHidden: boolean
}

type GivenRole = Pick<RoledColumn, 'role' | 'confidence' | 'isGuess'>

const LOOKED_AT = 100_000
const MOST_LOOKED_AT = 1000
const FEWEST_LOOKED_AT = 50

export function sampledRows(grid: Grid): readonly number[] {
  const most = Math.max(FEWEST_LOOKED_AT, Math.min(MOST_LOOKED_AT, Math.floor(LOOKED_AT / Math.max(1, grid.columns.length))))
  return sampleOf(grid.length, most)
}

export function columnRoles(grid: Grid, linkage: Linkage, id: Column | null, corrections: Corrections): readonly RoledColumn[] {
  const roles = new Map<Column, GivenRole>()
  const give = (column: Column | undefined, role: ColumnRole, confidence: number, isGuess = false) => {
    if (column && !roles.has(column)) roles.set(column, { role, confidence, isGuess })
  }
  const columnNamed = new Map(grid.columns.map((column) => [column.name, column] as const))
  const chosen = Object.entries(corrections.columns ?? {}).filter(([name]) => columnNamed.has(name))
  for (const [name, role] of chosen) give(columnNamed.get(name), role, 1)
  const isFree = (role: ColumnRole) => role === 'level' || !chosen.some(([, one]) => one === role)
  const isByPapers = id !== null && isPrivate(id, corrections)
  if (id && !isByPapers && !isName(id, grid)) give(id, 'id', linkage.id === id ? certainty(linkage) : 0.9, linkage.isGuess)
  const [above] = linkage.by
  if (linkage.by.length > 1 && linkage.shape === 'levels')
    for (const column of linkage.by) give(column, 'level', certainty(linkage), linkage.isGuess)
  else if (linkage.shape === 'nested-set')
    for (const column of linkage.by) give(column, column === above ? 'left' : 'right', certainty(linkage))
  else give(above, ROLE_OF_SHAPE[linkage.shape] ?? 'manager', certainty(linkage), linkage.isGuess)
  for (const column of grid.columns) {
    if (isPrivate(column, corrections)) give(column, 'sensitive', 0.95)
    else if (MANAGER_LABEL_NAMES.has(foldedName(column.name))) give(column, 'manager-name', 0.9)
  }
  const free = grid.columns.filter((column) => column.filled > 0 && (!roles.has(column) || (column === id && linkage.isLabel)))
  const named = rolesByName(
    free.map((column) => column.name),
    new Set(),
  )
  for (const { role, column, confidence } of named) if (isFree(role)) give(columnNamed.get(column), role, confidence)
  for (const column of grid.columns) {
    const folded = foldedName(column.name)
    if (EMAIL_NAMES.includes(folded)) give(column, 'email', 0.9)
    else if (linkage.id === column) give(column, 'id', certainty(linkage), linkage.isGuess)
    else if (ID_NAMES.slice(0, 24).includes(folded)) give(column, 'left-out', 0.9)
  }
  guessByValues(grid, roles, isFree, corrections, grid.isNameless || linkage.isGuess)
  return grid.columns.map((column) => {
    const given = roles.get(column) ?? { role: 'left-out', confidence: 0.5, isGuess: false }
    return { column, ...given, isHidden: given.role === 'sensitive' || (isByPapers && linkage.by.includes(column)) }
  })
}

const ROLE_OF_SHAPE: Readonly<Partial<Record<Linkage['shape'], ColumnRole>>> = { path: 'path', levels: 'level', downward: 'children' }

/** A column of names that ids are taken from keeps being the name. */
function isName(column: Column, grid: Grid): boolean {
  return rolesByName(
    grid.columns.filter((one) => one.filled > 0).map((one) => one.name),
    new Set(),
  ).some((one) => one.role === 'name' && one.column === column.name)
}

function certainty({ score, isGuess }: Linkage): number {
  const sure = Math.min(1, 0.4 + 0.6 * score)
  return isGuess ? sure * 0.7 : sure
}

/** Private, and nobody said that it is to be read. */
export function isPrivate(column: Column, corrections: Corrections): boolean {
  return isSensitive(column.name) && corrections.columns?.[column.name] === undefined && !isKept(column, corrections)
}

function isKept(column: Column, { keepSensitive = false }: Corrections): boolean {
  return typeof keepSensitive === 'boolean' ? keepSensitive : keepSensitive.includes(column.name)
}

/** Addresses, names and titles know each other by their looks; whatever looks like a number of a person's papers is left out. */
function guessByValues(
  grid: Grid,
  roles: Map<Column, GivenRole>,
  isFree: (role: ColumnRole) => boolean,
  corrections: Corrections,
  isUnnamed: boolean,
): void {
  const has = (...wanted: readonly ColumnRole[]) => [...roles.values()].some(({ role }) => wanted.includes(role))
  const rows = sampledRows(grid)
  const looks = grid.columns
    .filter((column) => !roles.has(column) && column.filled > 0 && column.nested === 0)
    .map((column) => ({ column, texts: rows.flatMap((row) => textAt(column, row) ?? []) }))
    .filter(({ texts }) => texts.length > 0)
  const share = (texts: readonly string[], look: RegExp) =>
    texts.filter((text) => text.length < 200 && look.test(text)).length / texts.length
  const distinct = (texts: readonly string[]) => new Set(texts).size / texts.length
  const guess = (column: Column, role: ColumnRole, confidence: number) => roles.set(column, { role, confidence, isGuess: true })
  for (const { column, texts } of looks) {
    if (PAPERS.some((look) => share(texts, look) > 0.8)) {
      if (!isKept(column, corrections)) guess(column, 'sensitive', 0.7)
    } else if (share(texts, /^[^\s@]+@[^\s@]+\.[^\s@]+$/) > 0.7 && !has('email')) guess(column, 'email', 0.9)
  }
  const worded = looks.filter(({ column, texts }) => !roles.has(column) && share(texts, /^\p{L}[^\d@/\\{}<>]{0,80}$/u) > 0.7)
  if (!has('name', 'first-name', 'last-name') && isFree('name')) {
    const name = worded.find(({ texts }) => distinct(texts) >= 0.9 && share(texts, /\S\s+\S|^\p{Script=Han}{2,4}$/u) > 0.5)
    if (name) guess(name.column, 'name', 0.6)
  }
  if (isUnnamed && !has('title') && isFree('title')) {
    const title = worded.find(({ column, texts }) => !roles.has(column) && new Set(texts).size > 1 && share(texts, /^.{2,}$/) > 0.9)
    if (title) guess(title.column, 'title', 0.5)
  }
}

/** Numbers of people's papers and accounts, as some countries write them. */
const PAPERS: readonly RegExp[] = [
  /^\d{3}-\d{2}-\d{4}$/, // US
  /^\d{6}-\d{4}$/, // Denmark, Iceland, Sweden
  /^[A-Z]{2}\d{2}( ?[A-Z0-9]{4}){3,7}( ?[A-Z0-9]{1,3})?$/, // IBAN
  /^\d{3}\.\d{3}\.\d{3}-\d{2}$/, // Brazil
  /^[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/, // United Kingdom
  /^\d{3}-\d{3}-\d{3} \d{2}$/, // Russia
]

const SHORT = 40
export function understoodColumn(
  grid: Grid,
  { column, role, confidence, isGuess, isHidden }: RoledColumn,
  rows: readonly number[],
): UnderstoodColumn {
  const values = new Set<string>()
  let filled = 0
  for (const row of rows) {
    const text = cellText(column, row)
    if (text === '') continue
    filled++
    values.add(text)
  }
  const samples = isHidden ? [] : [...values].slice(0, 3).map((text) => shortened(text, SHORT))
  const shown = Math.round(confidence * 100) / 100
  return {
    header: column.name,
    role,
    confidence: shown,
    isGuess,
    samples,
    filled,
    distinct: values.size,
    of: Math.min(rows.length, grid.length),
  }
}

/** A cell as a person would read it. */
export function cellText(column: Column, row: number): string {
  const cell = column.cell(row)
  if (Array.isArray(cell)) return cell.filter((item) => typeof item !== 'object').join(', ')
  return textAt(column, row) ?? ''
}

export function shortened(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
