// Rows that name those below them: `directReports: ["b", "c"]`, or `b; c` in one cell.

import { textOf } from '../cells'
import { foldedName } from '../fields'
import { type Column, type Grid, textAt } from '../grid'
import { Keys } from '../keys'
import { countsOf, type Linkage, NOBODY, scoreOf } from '../linkage'
import { candidates, isLabelColumn, namedColumns, trustAsTarget } from '../links'
import type { Way } from './way'

const NAMES =
  /^(children|childids|subordinates?|subordinateids|reports|directreports?|reportees|downtree|refs|members?|manages|untergebene|mitarbeiter)(ids?)?$/

export const downward: Way = (grid) => {
  const lists = grid.columns.filter((column) => NAMES.test(foldedName(column.name)) && column.lists + column.filled > 0).slice(0, 4)
  if (lists.length === 0) return []
  const named = namedColumns(grid)
  const targets = candidates(grid, (column) => trustAsTarget(column, named)).filter(({ column }) => !lists.includes(column))
  return targets.flatMap(({ column, trust }) => {
    const keys = new Keys(grid, column, isLabelColumn(column, named))
    return lists.map((list) => tryList(grid, keys, list, trust))
  })
}

function tryList(grid: Grid, keys: Keys, list: Column, trust: number): Linkage {
  const parent = new Int32Array(grid.length).fill(NOBODY)
  let [said, found] = [0, 0]
  for (let row = 0; row < grid.length; row++) {
    for (const item of itemsAt(list, row)) {
      said++
      const below = keys.find(item)
      if (below === undefined || below === row || parent[below] !== NOBODY) continue
      found++
      parent[below] = row
    }
  }
  const counts = { ...countsOf(parent, keys.repeated, null), named: said }
  const score = found === 0 ? 0 : scoreOf({ ...counts, resolved: found }, grid.length) * trust * 0.95
  return { shape: 'downward', id: keys.column, by: [list], parent, made: [], isLabel: keys.isLabel, isGuess: false, counts, score }
}

function itemsAt(list: Column, row: number): readonly string[] {
  const cell = list.cell(row)
  if (Array.isArray(cell)) return cell.flatMap((item) => textOf(item) ?? [])
  return textAt(list, row)?.split(/\s*[;,|]\s*/) ?? []
}
