// Units in one list and the people in them in another: a box a unit, and everybody under theirs.
import { cellAtPath } from './cells'
import { foldedName, ID_NAMES } from './fields'
import { type Column, type Grid, gridOf, textAt } from './grid'
import type { FoundGrid } from './gridFormat'
import { Keys } from './keys'
import { MISSING, NOBODY, placedLinkage } from './linkage'
import { linkagesIn } from './linkages'
import { namedColumns } from './links'
import { type FoundList, listGridsIn } from './lists'
import type { Source } from './source'

const UNIT_NAMES = /dep(art)?(ment|t)|unit|team|org|division|group|area|section|branch|abteilung|bereich|отдел|部门/
const LEADS = 0.3
const FOUND = 0.9

/** Every pair of lists of which one tells the units of the other, unless its people say who leads them. */
export function unitsWithPeople(source: Source): readonly FoundGrid[] {
  const lists = listGridsIn(source)
  if (lists.length < 2) return []
  const leadless = lists.filter(({ grid }) => (linkagesIn(grid, {})[0]?.score ?? 0) < LEADS)
  return leadless.flatMap((people) => lists.filter((units) => units !== people).flatMap((units) => together(units, people) ?? []))
}

type ListGrid = ReturnType<typeof listGridsIn>[number]

function together(units: ListGrid, people: ListGrid): FoundGrid | null {
  const id = idOf(units.grid)
  if (!id || namedColumns(people.grid).nameParts.length === 0) return null
  const keys = new Keys(units.grid, id, false)
  const unit = people.grid.columns.find((column) => UNIT_NAMES.test(foldedName(column.name)) && leadsTo(people.grid, column, keys))
  if (!unit || keys.repeated > 0) return null
  const above = linkagesIn(units.grid, {}).find(({ score, made }) => score >= LEADS && made.length === 0)
  const parent = new Int32Array(units.grid.length + people.grid.length).fill(NOBODY)
  if (above) parent.set(above.parent)
  for (let row = 0; row < people.grid.length; row++) {
    const text = textAt(unit, row)
    if (text !== null) parent[units.grid.length + row] = keys.find(text) ?? MISSING
  }
  const rows = [...apart(units, id, people), ...people.rows]
  const grid = gridOf(
    rows,
    rows.map((_, i) => i + 1),
  )
  return { name: `${units.name} + ${people.name}`, grid, given: [placedLinkage(grid, 'nested', parent, 0.9)] }
}

function idOf(grid: Grid): Column | undefined {
  const trust = (column: Column) => ID_NAMES.indexOf(foldedName(column.name))
  return [...grid.columns].filter((column) => trust(column) >= 0).sort((a, b) => trust(a) - trust(b))[0]
}

function leadsTo(grid: Grid, column: Column, keys: Keys): boolean {
  let [said, found] = [0, 0]
  for (let row = 0; row < grid.length; row++) {
    const text = textAt(column, row)
    if (text === null) continue
    said++
    if (keys.find(text) !== undefined) found++
  }
  return said > 0 && found >= said * FOUND
}

/** Unit 1 is not person 1: where both lists count from one, units are called by their list as well. */
function apart({ name, rows }: FoundList, { name: id }: Column, people: FoundList): FoundList['rows'] {
  const taken = new Set(people.rows.map((row) => String(cellAtPath(row, [id]))))
  if (!rows.some((row) => taken.has(String(row[id])))) return rows
  return rows.map((row) => ({ ...row, [id]: `${name} ${row[id]}` }))
}
