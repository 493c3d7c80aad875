// Rows in order with a number that says how deep each stands, as project plans and exported outlines have it.
import { foldedName } from '../fields'
import type { Grid } from '../grid'
import { NOBODY, placedLinkage } from '../linkage'
import type { Way } from './way'

const NAMES = /^(level|lvl|outlinelevel|depth|indent|indentation|hierarchylevel|orglevel|ebene|nivel|niveau|уровень|层级|階層)$/

export const depth: Way = (grid) =>
  grid.columns
    .filter((column) => NAMES.test(foldedName(column.name)) && column.filled === grid.length)
    .flatMap((column) => {
      const parent = parentsBy(grid, (row) => Number(column.cell(row)))
      return parent ? [placedLinkage(grid, 'levels', parent, 0.5, { by: [column], isGuess: true })] : []
    })

/** null where a row is more than one step below the one before it, or all stand alike. */
function parentsBy(grid: Grid, depthOf: (row: number) => number): Int32Array | null {
  const parent = new Int32Array(grid.length)
  const open: number[] = []
  const top = depthOf(0)
  let deepest = top
  for (let row = 0; row < grid.length; row++) {
    const at = depthOf(row) - top
    if (!Number.isInteger(at) || at < 0 || at > open.length) return null
    deepest = Math.max(deepest, at + top)
    parent[row] = at === 0 ? NOBODY : (open[at - 1] as number)
    open.length = at
    open.push(row)
  }
  return deepest > top ? parent : null
}
