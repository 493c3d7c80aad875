// A list of rows with named cells, wherever it stood: which of its columns says who somebody is, which one who leads them, and what the
// others tell. Names propose; counting decides (links.ts).
import type { Diagnostics } from '../model/diagnostics'
import { type Column, cellOf, columnsOf, type JsonObject, labelOf, textOf } from './columns'
import { EMAIL_NAMES, type FieldColumns, foldedName, ID_NAMES, MANAGER_LABEL_NAMES, recogniseFields } from './fields'
import type { FormatResult, ReadOptions, RunnerUp } from './format'
import { type Keyed, keyed, managerOf, type Pair, pairsIn } from './links'
import { leaveAside, type PersonRow, personCells, shownFields } from './personRow'

export interface Listed {
  readonly rows: readonly JsonObject[]
  /** Place of each row in its list or file, 1-based. */
  readonly at: readonly number[]
  readonly strangers: readonly number[]
  /** Other lists of objects beside it. */
  readonly others: readonly string[]
}

export interface Linked {
  readonly columns: readonly Column[]
  readonly fields: FieldColumns
  readonly pairs: readonly Pair[]
  readonly isNameless: boolean
  /** Whether somebody named the columns of the best pair. */
  readonly isChosen: boolean
  /** How well the best pair leads from row to row, 0–1; null where it leads nowhere. */
  readonly lead: number | null
}

const WEAKEST = 0.02
/** Columns that nobody named must lead nearly everywhere. */
const WEAKEST_NAMELESS = 0.3

/** Every pair of columns tried out on the whole list: the work of sniffing and of reading. */
export function linked(rows: readonly JsonObject[], options: ReadOptions, isNameless = false): Linked {
  const columns = columnsOf(rows)
  const names = columns.filter((column) => column.filled > 0).map((column) => column.name)
  const loose = recogniseFields(names, new Set())
  const pairs = pairGiven(rows, columns, loose, options) ?? pairsIn(rows, columns, loose, isNameless)
  const score = pairs[0]?.score ?? 0
  const lead = score >= (isNameless ? WEAKEST_NAMELESS : WEAKEST) ? score : null
  return { columns, fields: loose, pairs, isNameless, isChosen: isChosen(columns, options), lead }
}
/** How sure a format may be of rows so linked: between `least` and `most` by how well they lead, `chosen` where somebody named the columns. */
export function confidenceIn(
  { isChosen, lead }: Linked,
  { least, most, chosen }: Readonly<Record<'least' | 'most' | 'chosen', number>>,
): number {
  if (isChosen) return chosen
  return lead === null ? 0 : least + (most - least) * lead
}

function isChosen(columns: readonly Column[], { fields = {} }: ReadOptions): boolean {
  return columns.some((column) => column.name === fields.reportsTo) && columns.some((column) => column.name === fields.id)
}

/** The pair that somebody chose, counted like any other. */
function pairGiven(
  rows: readonly JsonObject[],
  columns: readonly Column[],
  fields: FieldColumns,
  options: ReadOptions,
): readonly Pair[] | null {
  const { id, reportsTo } = options.fields ?? {}
  if (id === undefined && reportsTo === undefined) return null
  const pairs = pairsIn(rows, columns, fields)
  const target = columns.find((column) => column.name === id) ?? pairs[0]?.target
  const manager = columns.find((column) => column.name === reportsTo) ?? pairs[0]?.manager
  if (!target || !manager) return pairs
  const counted = pairs.find((pair) => pair.target === target && pair.manager === manager)
  return [counted ?? { target, manager, resolved: 0, score: 1 }, ...pairs.filter((pair) => pair !== counted)]
}

export function readList(
  file: string,
  shape: string,
  listed: Listed,
  found: Linked,
  diagnostics: Diagnostics,
  options: ReadOptions,
): FormatResult {
  const { rows, at } = listed
  const { columns, fields: loose, pairs } = found
  const pair = pairs[0]
  if (!pair) return { draft: null, recognised: null }
  const { target, manager } = pair
  const isLabel = isLabelled(target, loose)
  const id = isLabel ? (ownIds(rows, columns, manager) ?? target) : target
  const byContent = found.isNameless ? fieldsByContent(rows, columns, [id, manager]) : {}
  const fields = { ...byContent, ...chosenFields(columns, id, manager, options) }
  const columnBy = new Map(columns.map((column) => [column.name, column] as const))
  const people = peopleOf(file, rows, at, id, manager, keyed(rows, target, isLabel), diagnostics).map(({ row, i }): PersonRow => {
    const place = { file, row: at[i] as number, subject: row.id }
    return { ...row, ...personCells(rows[i] as JsonObject, fields, columnBy, place, diagnostics) }
  })
  for (const row of listed.strangers) diagnostics.warn('row-unreadable', { file, row }, 'left-out')
  if (listed.others.length > 0) diagnostics.note('lists-unread', { file, params: { lists: listed.others } }, 'not-read')
  const witnesses = columns.map((column) => column.name).filter((name) => MANAGER_LABEL_NAMES.has(foldedName(name)))
  const read = new Set([id.name, manager.name, target.name, ...witnesses, ...Object.values(fields).flat()])
  const leftAside = leaveAside(file, columns, read, diagnostics)
  const runnerUp = runnerUpOf(pairs)
  return {
    draft: { sections: { people: { rows: people, at } }, whole: {} },
    recognised: {
      shape,
      records: rows.length,
      fields: { id: id.name, reportsTo: manager.name, ...shownFields(fields) },
      ...(runnerUp ? { runnerUp } : {}),
      leftAside,
    },
  }
}

function isLabelled(column: Column, fields: FieldColumns): boolean {
  return (fields.name?.length === 1 && fields.name[0] === column.name) || EMAIL_NAMES.includes(foldedName(column.name))
}

/** Where managers are given by name or address: the column of ids proper, if every row has one of its own. */
function ownIds(rows: readonly JsonObject[], columns: readonly Column[], manager: Column): Column | null {
  const candidates = columns.filter(
    (column) => column !== manager && column.filled === rows.length && ID_NAMES.includes(foldedName(column.name)),
  )
  const byTrust = candidates.sort((a, b) => ID_NAMES.indexOf(foldedName(a.name)) - ID_NAMES.indexOf(foldedName(b.name)))
  return byTrust.find((column) => keyed(rows, column, false).rowOf.size === rows.length) ?? null
}

function chosenFields(columns: readonly Column[], id: Column, manager: Column, options: ReadOptions): FieldColumns {
  const names = columns.filter((column) => column.filled > 0).map((column) => column.name)
  const found = recogniseFields(names, new Set([id.name, manager.name]))
  const chosen = Object.entries(options.fields ?? {}).filter(
    ([field, name]) => field !== 'id' && field !== 'reportsTo' && names.includes(name),
  )
  return { ...found, ...Object.fromEntries(chosen.map(([field, name]) => [field, [name]])) }
}

/** Where nobody named the columns their contents speak: a name has two words and nobody else has it, a title is what else is words. */
function fieldsByContent(rows: readonly JsonObject[], columns: readonly Column[], taken: readonly Column[]): FieldColumns {
  const worded = columns.filter((column) => {
    const texts = rows.map((row) => textOf(cellOf(row, column.path)) ?? '')
    return !taken.includes(column) && texts.filter((text) => /^\p{L}[^\d@]*$/u.test(text)).length > rows.length * 0.7
  })
  const isOfOne = (column: Column) => new Set(rows.map((row) => textOf(cellOf(row, column.path)))).size >= rows.length * 0.9
  const hasTwoWords = (column: Column) =>
    rows.filter((row) => /\S\s+\S/.test(textOf(cellOf(row, column.path)) ?? '')).length > rows.length / 2
  const name = worded.find((column) => isOfOne(column) && hasTwoWords(column))
  const title = worded.find((column) => column !== name)
  return { ...(name ? { name: [name.name] } : {}), ...(title ? { title: [title.name] } : {}) }
}

interface Placed {
  readonly row: PersonRow
  readonly i: number
}
function peopleOf(
  file: string,
  rows: readonly JsonObject[],
  at: readonly number[],
  id: Column,
  manager: Column,
  keys: Keyed,
  diagnostics: Diagnostics,
): readonly Placed[] {
  const known = new Set(rows.map((row) => textOf(cellOf(row, id.path))))
  const ids = rows.map((row, i) => {
    const cell = cellOf(row, id.path)
    const given = textOf(cell)
    const place = { file, row: at[i] as number }
    if (given === null) {
      const made = freeId(labelOf(row) ?? '?', known)
      diagnostics.warn('id-missing', { ...place, params: { column: id.name, id: made } }, 'named')
      return made
    }
    if (typeof cell === 'number' && Math.abs(cell) >= 1e15 && !Number.isSafeInteger(cell))
      diagnostics.note('digits-lost', { ...place, subject: given, params: { column: id.name } })
    return given
  })
  return rows.map((row, i) => {
    const above = managerOf(row, manager, keys)
    const reportsTo = above === null ? null : above === undefined ? textOf(cellOf(row, manager.path)) : (ids[above] as string)
    return { row: { id: ids[i] as string, reportsTo }, i }
  })
}

function freeId(wanted: string, known: ReadonlySet<string | null>): string {
  let id = wanted
  for (let n = 2; known.has(id); n++) id = `${wanted}#${n}`
  return id
}

/** The best pair that names other columns, if it leads anywhere. */
function runnerUpOf(pairs: readonly Pair[]): RunnerUp | null {
  const next = pairs[1]
  if (!next || next.resolved === 0) return null
  return { id: next.target.name, reportsTo: next.manager.name, resolved: Math.round(next.resolved * 1000) / 1000 }
}
