// One object of a foreign file as a row of our section `people`: the recognised cells under our names, nothing invented for the others.
import type { Diagnostics } from '../model/diagnostics'
import type { Place } from '../model/types'
import { type Column, cellOf, type JsonObject, textOf } from './columns'
import { type FieldColumns, type FieldName, isSensitive } from './fields'

export interface PersonRow {
  readonly id: string
  readonly reportsTo: string | null
  readonly name?: string
  readonly title?: string
  readonly unit?: string
  readonly headcount?: number
  readonly pay?: number
}
export type PersonCells = Omit<PersonRow, 'id' | 'reportsTo'>

/** Reads the recognised cells of a row; what a number column holds and is no number is told and left out. */
export function personCells(
  row: JsonObject,
  fields: FieldColumns,
  columnBy: ReadonlyMap<string, Column>,
  place: Place,
  diagnostics: Diagnostics,
): PersonCells {
  const cells: [FieldName, string | number][] = []
  for (const [field, names] of Object.entries(fields) as [FieldName, readonly string[]][]) {
    const texts = names.map((name) => textOf(cellOf(row, (columnBy.get(name) as Column).path))).filter((text) => text !== null)
    if (texts.length === 0) continue
    const text = texts.join(' ')
    if (field !== 'headcount' && field !== 'pay') {
      cells.push([field, text])
      continue
    }
    const number = numberOf(text)
    if (number !== null) cells.push([field, number])
    else diagnostics.warn('number-unreadable', { ...place, params: { key: names.join(' + '), value: text.slice(0, 60) } }, 'cell-left-out')
  }
  return Object.fromEntries(cells)
}

/** `65000.00 USD`, `£12,500`, `0.5`; null for anything that two countries read differently or that is below zero. */
export function numberOf(text: string): number | null {
  const digits = /^[^\d.,-]{0,4}(\d[\d, ' ]*(?:\.\d+)?)[^\d.,]{0,12}$/u.exec(text)?.[1]
  if (digits === undefined || !/^\d+(\.\d+)?$|^\d{1,3}([, ' ]\d{3})+(\.\d+)?$/.test(digits.trim())) return null
  return Number(digits.replace(/[, ' ]/g, ''))
}

/** Our field → theirs, as `check` shows it; first and last name are joined. */
export function shownFields(fields: FieldColumns): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([field, names]) => [field, names.join(' + ')]))
}

/** Says which columns were not read, the private ones apart; gives the private ones. */
export function leaveAside(
  file: string,
  columns: readonly Column[],
  read: ReadonlySet<string>,
  diagnostics: Diagnostics,
): readonly string[] {
  const unread = columns.filter((column) => !read.has(column.name)).map((column) => column.name)
  const isPrivate = (name: string) =>
    isSensitive(name) || isSensitive(name.split('.')[0] as string) || isSensitive(name.split('.')[1] ?? '')
  const leftAside = unread.filter(isPrivate)
  const others = unread.filter((name) => !isPrivate(name))
  if (leftAside.length > 0) diagnostics.note('columns-private', { file, params: named(leftAside) }, 'not-read')
  if (others.length > 0) diagnostics.note('columns-unknown', { file, params: named(others) }, 'not-read')
  return leftAside
}

const NAMED = 12
/** A sentence holds a dozen names and a number. */
function named(columns: readonly string[]): { readonly columns: readonly string[]; readonly more: number } {
  const short = columns.slice(0, NAMED).map((name) => (name.length > 60 ? `${name.slice(0, 59)}…` : name))
  return { columns: short, more: columns.length - short.length }
}
