// A workbook: every sheet is tried, hidden ones too; the one whose columns lead best from one row to another is the organisation, and where another
// says who may do what, that is read beside it.
import { once } from '../../base/memo'
import type { Diagnostics } from '../../model/diagnostics'
import { type AuthorityTable, authorityTable, readAuthority } from '../authority'
import type { Format, FormatResult, ReadOptions } from '../format'
import type { Grid } from '../grid'
import { gridFormat, type TriedGrid } from '../gridFormat'
import type { Source } from '../source'
import { sheetsIn } from '../tables'
import type { NamedSheet } from '../workbook'

const people = gridFormat({
  id: 'workbook',
  confidence: { least: 0.57, most: 0.93, chosen: 0.93 },
  grids: (source, options) => (source.sheets ? sheetsIn(source, options) : []),
  told: (source, taken, tried, diagnostics) => {
    const { name: file, sheets } = source
    const read = [taken.name, powersIn(source, {})?.name]
    const others = (sheets ?? []).filter((one) => !read.includes(one.name) && one.records.length > 0)
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

export const format: Format = {
  ...people,
  read: (source, diagnostics, options) => {
    const result = people.read(source, diagnostics, options)
    const powers = powersIn(source, options)
    return powers && result.understood?.sheet?.name !== powers.name ? withPowers(result, source, powers, diagnostics, options) : result
  },
}

interface Powers {
  readonly name: string
  readonly grid: Grid
  readonly table: AuthorityTable
}
const FAIRLY_SURE = 0.7

/** The sheet that says best who may do what. */
const powersIn = once((source: Source, options: ReadOptions): Powers | null => {
  const found = sheetsIn(source, options).flatMap(({ name, grid }) => {
    const table = authorityTable(grid)
    return table && table.score >= FAIRLY_SURE ? [{ name, grid, table }] : []
  })
  return found.reduce<Powers | null>((best, one) => (!best || one.table.score > best.table.score ? one : best), null)
})

function withPowers(
  people: FormatResult,
  { name }: Source,
  { grid, table }: Powers,
  diagnostics: Diagnostics,
  options: ReadOptions,
): FormatResult {
  const { draft, understood } = readAuthority(name, grid, table, diagnostics, options)
  if (!people.draft || !people.understood || !draft || !understood?.authority) return people
  const sections = { ...people.draft.sections, ...draft.sections }
  return { ...people, draft: { ...people.draft, sections }, understood: { ...people.understood, authority: understood.authority } }
}

function sibling({ name, isHidden, records }: NamedSheet, tried: readonly TriedGrid[]) {
  const found = tried.find((one) => one.name === name)
  return { name, isHidden, rows: found?.grid.length ?? records.length, lead: Math.round((found?.linkages[0]?.score ?? 0) * 1000) / 1000 }
}
