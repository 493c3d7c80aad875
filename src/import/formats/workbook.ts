// A workbook: every sheet is tried, hidden ones too; the one whose columns lead best from one row to another is the organisation.
import { once } from '../../base/memo'
import type { Format, ReadOptions } from '../format'
import { confidenceIn, type Linked, linked, readList } from '../list'
import { type Sheet, sheetOf } from '../sheet'
import type { Source } from '../source'
import type { NamedSheet } from '../workbook'

export const format: Format = {
  id: 'workbook',
  sniff: (source, options) => {
    const looked = lookAt(source, options)
    return looked ? confidenceIn(looked.linked, { least: 0.57, most: 0.93, chosen: 0.93 }) : 0
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
}
const lookAt = once((source: Source, options: ReadOptions): Looked | null => {
  const tried = (source.sheets ?? []).flatMap((sheet) => lookAtSheet(sheet, options) ?? [])
  return tried.reduce<Looked | null>((best, one) => (best === null || leadIn(one) > leadIn(best) ? one : best), null)
})
const leadIn = ({ linked: { lead } }: Looked): number => lead ?? 0

function lookAtSheet(sheet: NamedSheet, options: ReadOptions): Looked | null {
  if (options.sheet !== undefined && options.sheet !== sheet.name) return null
  const table = sheetOf(sheet.records)
  const found = table && linked(table.rows, options, table.isNameless)
  return found && (found.isChosen || found.lead !== null) ? { sheet, table, linked: found } : null
}
