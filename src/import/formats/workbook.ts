// A workbook: every sheet is tried, hidden ones too; the one whose columns lead best from one row to another is the organisation.
import type { Format, ReadOptions } from '../format'
import { isChosen, type Linked, linked, readList } from '../list'
import { type Sheet, sheetOf } from '../sheet'
import type { Source } from '../source'
import type { NamedSheet } from '../workbook'

const WEAKEST = 0.02
const WEAKEST_NAMELESS = 0.3

export const format: Format = {
  id: 'workbook',
  sniff: (source, options) => {
    const looked = lookAt(source, options)
    return looked ? (looked.isChosen ? 0.93 : 0.57 + 0.36 * looked.score) : 0
  },
  read: (source, diagnostics, options) => {
    const looked = lookAt(source, options)
    if (!looked) return { draft: null, recognised: null }
    const { sheet, table } = looked
    const others = (source.sheets ?? []).filter((one) => one !== sheet && one.records.length > 0).map(({ name }) => name)
    if (sheet.isHidden) diagnostics.note('sheet-hidden', { file: source.name, params: { sheet: sheet.name } })
    if (others.length > 0)
      diagnostics.note('sheets-unread', { file: source.name, params: { sheet: sheet.name, sheets: others } }, 'not-read')
    table.tell(source.name, diagnostics)
    const result = readList(source.name, 'flat', table, looked.linked, diagnostics, options)
    return result.recognised ? { ...result, recognised: { ...result.recognised, sheet: sheet.name } } : result
  },
}

interface Looked {
  readonly sheet: NamedSheet
  readonly table: Sheet
  readonly linked: Linked
  readonly isChosen: boolean
  readonly score: number
}
const looks = new WeakMap<Source, Looked | null>()
function lookAt(source: Source, options: ReadOptions): Looked | null {
  let looked = looks.get(source)
  if (looked === undefined) {
    const tried = (source.sheets ?? []).flatMap((sheet) => lookAtSheet(sheet, options) ?? [])
    looked = tried.reduce<Looked | null>((best, one) => (best === null || one.score > best.score ? one : best), null)
    looks.set(source, looked)
  }
  return looked
}

function lookAtSheet(sheet: NamedSheet, options: ReadOptions): Looked | null {
  if (options.sheet !== undefined && options.sheet !== sheet.name) return null
  const table = sheetOf(sheet.records)
  if (!table) return null
  const found = linked(table.rows, options, table.isNameless)
  const score = found.pairs[0]?.score ?? 0
  const chosen = isChosen(found.columns, options)
  if (!chosen && score < (table.isNameless ? WEAKEST_NAMELESS : WEAKEST)) return null
  return { sheet, table, linked: found, isChosen: chosen, score }
}
