// A workbook: every sheet is tried, hidden ones too; the one whose columns lead best from one row to another is the organisation.
import { gridFormat, type TriedGrid } from '../gridFormat'
import { sheetsIn } from '../tables'
import type { NamedSheet } from '../workbook'

export const format = gridFormat({
  id: 'workbook',
  confidence: { least: 0.57, most: 0.93, chosen: 0.93 },
  grids: (source, options) => (source.sheets ? sheetsIn(source, options) : []),
  told: ({ name: file, sheets }, taken, tried, diagnostics) => {
    const others = (sheets ?? []).filter((one) => one.name !== taken.name && one.records.length > 0)
    const isHidden = (sheets ?? []).some((one) => one.name === taken.name && one.isHidden)
    if (isHidden) diagnostics.note('sheet-hidden', { file, params: { sheet: taken.name } })
    if (others.length > 0)
      diagnostics.note('sheets-unread', { file, params: { sheet: taken.name, sheets: others.map(({ name }) => name) } }, 'not-read')
    return {
      sheet: {
        name: taken.name,
        isHidden,
        siblings: (sheets ?? []).filter((one) => one.name !== taken.name).map((one) => sibling(one, tried)),
      },
    }
  },
})

function sibling({ name, isHidden, records }: NamedSheet, tried: readonly TriedGrid[]) {
  const found = tried.find((one) => one.name === name)
  return { name, isHidden, rows: found?.grid.length ?? records.length, lead: Math.round((found?.linkages[0]?.score ?? 0) * 1000) / 1000 }
}
