// A nested set: every row has a left and a right bound, and stands within the bounds of those above it.
import { foldedName } from '../fields'
import type { Column, Grid } from '../grid'
import { NOBODY, placedLinkage } from '../linkage'
import type { Way } from './way'

const LEFT = /^(lft|left|lft1|lval|leftbound|nleft|treeleft)$/
const RIGHT = /^(rgt|right|rght|rval|rightbound|nright|treeright)$/

export const nestedSet: Way = (grid) => {
  const [left, right] = [LEFT, RIGHT].map((name) => grid.columns.find((column) => name.test(foldedName(column.name))))
  if (!left || !right) return []
  const parent = parentsBy(grid, left, right)
  return parent ? [placedLinkage(grid, 'nested-set', parent, 0.97, { by: [left, right] })] : []
}

/** null where bounds are no numbers or cross. */
function parentsBy(grid: Grid, left: Column, right: Column): Int32Array | null {
  const bound = (column: Column) => Float64Array.from({ length: grid.length }, (_, row) => Number(column.cell(row) ?? Number.NaN))
  const [from, to] = [bound(left), bound(right)]
  const rows = Array.from({ length: grid.length }, (_, row) => row).sort((a, b) => (from[a] as number) - (from[b] as number))
  const parent = new Int32Array(grid.length).fill(NOBODY)
  const open: number[] = []
  for (const row of rows) {
    if (!((from[row] as number) < (to[row] as number))) return null
    while (open.length > 0 && (to[open.at(-1) as number] as number) < (from[row] as number)) open.pop()
    const above = open.at(-1)
    if (above !== undefined && (to[above] as number) < (to[row] as number)) return null
    parent[row] = above ?? NOBODY
    open.push(row)
  }
  return parent
}
