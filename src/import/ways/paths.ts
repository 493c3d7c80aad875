// The whole way from the top in every row: a list, a text with marks between its steps, a code such as `1.2.3` or `/1/2/`, or one column a
// level. The steps may be rows of the file, or units that no row stands for; the way may run down or up, with the row itself or without.
import { textOf } from '../cells'
import { EMAIL_NAMES, foldedName, isSensitive, MANAGER_WORDS } from '../fields'
import { type Column, type Grid, sampleOf, textAt } from '../grid'
import { foldedKey, Keys } from '../keys'
import { countsOf, type Linkage, type MadeBox, MISSING, NOBODY, placedLinkage, scoreOf } from '../linkage'
import { candidates, isCertain, isLabelColumn, namedColumns, trustAsTarget } from '../links'
import type { Shape } from '../understood'
import type { Way } from './way'

/** Steps of a row, and the columns they come from. */
interface Trail {
  readonly shape: Shape
  readonly columns: readonly Column[]
  readonly stepsAt: (row: number) => readonly string[]
  /** The name says that it is one. */
  readonly isNamed: boolean
  /** What stands between the steps, for codes. */
  readonly isCode: boolean
  readonly isGuess?: boolean
}

export const paths: Way = (grid) => {
  const trails = [...pathColumns(grid), ...levelColumns(grid)].slice(0, 6)
  if (trails.length === 0) return []
  const named = namedColumns(grid)
  const targets = candidates(grid, (column) => trustAsTarget(column, named)).slice(0, 4)
  return trails.flatMap((trail) => [
    ...targets
      .filter(({ column }) => !trail.columns.includes(column))
      .flatMap(({ column, trust }) => {
        const keys = new Keys(grid, column, isLabelColumn(column, named))
        return [true, false].flatMap((isDown) => throughRows(grid, trail, keys, isDown, trust) ?? [])
      }),
    ...(trail.isNamed
      ? [throughBoxes(grid, trail, named.name)]
      : trail.isCode
        ? [throughBoxes(grid, trail, named.name)].filter(({ made }) => made.length === 0)
        : []),
  ])
}

const PATH_NAMES =
  /(?<!photo|image|img|file|avatar|picture)path|chain|hierarch|lineage|ancest|breadcrumb|reportingline|organizationnode|orgnode|^dn$|distinguishedname|wbs|outlinenumber|pfad|иерарх/
const MARKS = [' > ', '>', ' › ', '›', ' → ', '→', ' » ', '»', ' / ', '/', '\\', ' | ', '|', ' - ', ';', ':', '.', ','] as const
const LOOKED_AT = 500

function pathColumns(grid: Grid): readonly Trail[] {
  const sample = sampleOf(grid.length, LOOKED_AT)
  return grid.columns.flatMap((column): readonly Trail[] => {
    const folded = foldedName(column.name)
    const isNamed = PATH_NAMES.test(folded)
    if (EMAIL_NAMES.includes(folded) || isSensitive(column.name)) return []
    if (column.lists > grid.length / 2 && column.filled === 0)
      return isNamed || MANAGER_WORDS.test(folded) ? [trailOf(column, (row) => listAt(column, row), true, false)] : []
    if (/^(dn|distinguishedname)$/.test(folded)) return [trailOf(column, (row) => stepsOfDn(textAt(column, row)), true, true)]
    const texts = sample.flatMap((row) => textAt(column, row) ?? [])
    if (texts.length < 2 || column.lists > 0) return []
    const isCode = texts.every((text) => /^[\d./-]+$/.test(text)) && texts.some((text) => /\d[./-]\d|^\/\d/.test(text))
    if (!isNamed && !isCode) return []
    const mark = MARKS.find((one) => texts.filter((text) => text.includes(one)).length > texts.length * 0.4)
    if (mark === undefined) return []
    return [trailOf(column, (row) => stepsOf(textAt(column, row), mark), isNamed, isCode)]
  })
}

const trailOf = (column: Column, stepsAt: Trail['stepsAt'], isNamed: boolean, isCode: boolean): Trail => ({
  shape: 'path',
  columns: [column],
  stepsAt,
  isNamed,
  isCode,
})

function listAt(column: Column, row: number): readonly string[] {
  const cell = column.cell(row)
  return Array.isArray(cell) ? cell.flatMap((item) => textOf(item) ?? []) : []
}

function stepsOf(text: string | null, mark: string): readonly string[] {
  if (text === null) return []
  return text
    .split(mark)
    .map((step) => step.trim())
    .filter((step) => step !== '')
}

/** `cn=Ann,ou=Sales,dc=corp` → corp, Sales, Ann; the parts of a domain are one. */
export function stepsOfDn(text: string | null): readonly string[] {
  const parts = (text ?? '').split(/(?<!\\),/).map((part) => part.trim())
  const steps = parts.filter((part) => !/^dc=/i.test(part)).map((part) => part.replace(/^[^=]*=/, '').replace(/\\(.)/g, '$1'))
  const domain = parts.filter((part) => /^dc=/i.test(part)).map((part) => part.slice(3))
  return [...(domain.length > 0 ? [domain.join('.')] : []), ...steps.reverse()]
}

const LEVEL_NAMES =
  /^(.*?)(?:level|lvl|ebene|stufe|nivel|niveau|tier|layer|уровень|ระดับ|层级|manager|mgr|supervisor|org|unit|orgunit|dept|department|l|n|h)?(\d{1,2})(?:name|manager)?$/

/** Columns that are one a level: numbered, of one name, or several that name somebody above. */
function levelColumns(grid: Grid): readonly Trail[] {
  const families = new Map<string, Column[]>()
  for (const column of grid.columns) {
    if (column.filled === 0 || isSensitive(column.name)) continue
    const folded = foldedName(column.name.replace(/ \((\d+)\)$/, '$1'))
    const numbered = LEVEL_NAMES.exec(folded)
    const stem = numbered ? folded.replace(/\d{1,2}(?=(name|manager)?$)/, '#') : folded
    families.set(stem, [...(families.get(stem) ?? families.get(`${stem}#`) ?? []), column])
    const first = families.get(stem.replace(/#$/, ''))
    if (numbered && first && first.length === 1 && first[0] !== column)
      families.set(stem, [first[0] as Column, ...(families.get(stem) as Column[])])
  }
  const numbered = [...families.values()].filter(
    (columns) => columns.length >= 2 && new Set(columns).size === columns.length && isTreeLike(grid, columns),
  )
  const leaders = grid.columns.filter(
    (column) => isLeaderColumn(column) && column.filled > 0 && !numbered.some((columns) => columns.includes(column)),
  )
  const distinct = (column: Column) => new Set(sampleOf(grid.length, LOOKED_AT).map((row) => textAt(column, row))).size
  const inOrder =
    leaders.length >= 2 && leaders.length <= 6 ? [...leaders].sort((a, b) => b.filled - a.filled || distinct(a) - distinct(b)) : []
  const units = grid.columns
    .filter((column) => column.filled > 0 && UNITS.test(foldedName(column.name)))
    .sort((a, b) => distinct(a) - distinct(b))
  const isLed = grid.columns.some((column) => column.filled > 0 && isCertain(column))
  const areUnits = !isLed && numbered.length === 0 && units.length >= 2 && units.length <= 8 && isTreeLike(grid, units)
  return [...numbered, ...(inOrder.length > 0 ? [inOrder] : []), ...(areUnits ? [units] : [])].map((columns) => ({
    shape: 'levels',
    columns,
    stepsAt: (row) => columns.flatMap((column) => textAt(column, row) ?? []),
    isNamed: columns !== inOrder,
    isCode: false,
    isGuess: columns === units,
  }))
}

/** Units of units, each in a column of its own. */
const UNITS =
  /^(company|group|ministry|directorate|department|dept|division|section|unit|subunit|branch|bureau|region|area|team|subteam|office|organi[sz]ation|faculty|school|firma|ministerium|abteilung|bereich|referat|gruppe|министерство|департамент|управление|отдел|กระทรวง|กรม|กอง|部门|司|处|部|課)(name)?$/

function isLeaderColumn(column: Column): boolean {
  return (
    /lead|manager|supervisor|head$|director|chief|vorgesetzt|leiter/.test(foldedName(column.name)) &&
    !/(id|no|email|count|date|title)$/.test(foldedName(column.name))
  )
}

/** A step has mostly one step above it: `Skill 1`, `Skill 2` are no levels. Either order. */
function isTreeLike(grid: Grid, columns: readonly Column[]): boolean {
  const sample = sampleOf(grid.length, LOOKED_AT)
  const consistent = (above: Column, below: Column) => {
    const seen = new Map<string, string>()
    let [looked, fits] = [0, 0]
    for (const row of sample) {
      const [high, low] = [textAt(above, row), textAt(below, row)]
      if (high === null || low === null) continue
      const before = seen.get(low)
      if (before === undefined) seen.set(low, high)
      looked++
      if (before === undefined || before === high) fits++
    }
    return looked === 0 ? 1 : fits / looked
  }
  const least = (order: readonly Column[]) => Math.min(...order.slice(1).map((column, i) => consistent(order[i] as Column, column)))
  const filled = columns.some((column) => column.filled > 1)
  const first = new Set(sample.map((row) => textAt(columns[0] as Column, row))).size
  const last = new Set(sample.map((row) => textAt(columns.at(-1) as Column, row))).size
  return filled && Math.min(first, last) <= Math.max(1, sample.length / 2) && Math.max(least(columns), least([...columns].reverse())) >= 0.9
}

/** Steps are rows. `agreement`: how many rows stand one step deeper than the row above them. */
function throughRows(grid: Grid, trail: Trail, keys: Keys, isDown: boolean, trust: number): Linkage | null {
  const parent = new Int32Array(grid.length).fill(NOBODY)
  const length = new Int32Array(grid.length)
  for (let row = 0; row < grid.length; row++) {
    const steps = trail.stepsAt(row)
    const up = isDown ? steps.toReversed() : steps
    let isSelf = true
    length[row] = up.length
    for (const step of up) {
      const at = keys.find(step)
      if (isSelf && at === row) {
        length[row] = (length[row] as number) - 1
        continue
      }
      isSelf = false
      parent[row] = at ?? MISSING
      if (trail.shape !== 'levels' || at !== row) break
    }
  }
  let [linked, deeper] = [0, 0]
  for (let row = 0; row < grid.length; row++) {
    const above = parent[row] as number
    if (above < 0) continue
    linked++
    if (length[row] === (length[above] as number) + 1) deeper++
  }
  if (linked === 0) return null
  const counts = countsOf(parent, keys.repeated, deeper / linked)
  // Several columns that agree on every step say more than any of them alone.
  const more = trail.shape === 'levels' && deeper === linked ? 1.05 : 0.97
  const score = Math.min(1, scoreOf(counts, grid.length) * more) * trust
  return {
    shape: trail.shape,
    id: keys.column,
    by: trail.columns,
    parent,
    made: [],
    isLabel: keys.isLabel,
    isGuess: !trail.isNamed,
    counts,
    score,
  }
}

/** Steps are units: a box is made of each that no row stands for; a row stands at the end of its way, or is its end where it bears its name. */
function throughBoxes(grid: Grid, trail: Trail, name: Column | undefined): Linkage {
  const rows = new Map<string, number>()
  const ways = Array.from({ length: grid.length }, (_, row) => trail.stepsAt(row))
  const keyOf = (steps: readonly string[]) => JSON.stringify(steps.map((step) => foldedKey(step, true)))
  const distinct = new Set(ways.map(keyOf)).size
  const isOwn = (row: number) => {
    const own = name && !trail.columns.includes(name) ? textAt(name, row) : null
    if (own === null || trail.isCode) return trail.isCode || name === undefined || trail.columns.includes(name)
    return foldedKey(own, true) === foldedKey(ways[row]?.at(-1) ?? '', true)
  }
  ways.forEach((steps, row) => {
    const key = keyOf(steps)
    const isThere = steps.length > 0 || (trail.isCode && textAt(trail.columns[0] as Column, row) !== null)
    if (isThere && !rows.has(key) && isOwn(row)) rows.set(key, row)
  })
  const made: (MadeBox & { readonly parent: number })[] = []
  const boxOf = (steps: readonly string[]): number => {
    let at = rows.get(keyOf([])) ?? NOBODY
    for (let k = 1; k <= steps.length; k++) {
      const key = keyOf(steps.slice(0, k))
      let box = rows.get(key)
      if (box === undefined) {
        box = grid.length + made.length
        made.push({ label: steps[k - 1] as string, parent: at })
        rows.set(key, box)
      }
      at = box
    }
    return at
  }
  const above = ways.map((steps, row) =>
    rows.get(keyOf(steps)) !== row ? boxOf(steps) : steps.length === 0 ? NOBODY : boxOf(steps.slice(0, -1)),
  )
  const parent = Int32Array.from([...above, ...made.map((box) => box.parent)])
  // Codes that few rows share are a tree of their own; units that hardly two rows share are more likely something else.
  const shares = trail.isCode ? distinct / grid.length : 1 - (0.5 * made.length) / (made.length + grid.length)
  const trust = (trail.isCode && made.length === 0 ? 0.9 : 0.55) * shares
  const id = trail.isCode && made.length === 0 && distinct === grid.length ? (trail.columns[0] ?? null) : null
  return placedLinkage(grid, trail.shape, parent, trust, {
    id,
    by: trail.columns,
    made,
    isGuess: trail.isGuess ?? (!trail.isNamed && !trail.isCode),
  })
}
