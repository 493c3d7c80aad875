// Which column says who somebody is, and which one who leads them? Names only propose; every (id, manager) pair is then tried out and
// counted, because the most plausible name can be the wrong one: in a real export `id` resolved 87 of 106 links, all of them wrong, while
// `employeeNumber` resolved all 106.
import { type Column, cellOf, type JsonObject, textOf } from './columns'
import {
  CERTAIN_MANAGER_NAMES,
  EMAIL_NAMES,
  type FieldColumns,
  foldedName,
  ID_NAMES,
  MANAGER_LABEL_NAMES,
  MANAGER_NAMES,
  MANAGER_WORDS,
} from './fields'

export interface Pair {
  /** Column whose values managers are named by; usually the id, sometimes a name or an e-mail address. */
  readonly target: Column
  readonly manager: Column
  /** Share of the links that lead to somebody, 0–1. */
  readonly resolved: number
  /** 0–1: resolved, weighed by repeated ids, cycles, tops, agreement with a column of managers' names and trust in the names. */
  readonly score: number
}

/** Words that stand for "nobody" where no row has them for an id. */
const NOBODY = new Set([
  '',
  'null',
  'none',
  'na',
  'nil',
  'nan',
  'xx',
  '0',
  'ceo',
  'root',
  'undefined',
  'top',
  'nobody',
  'vacant',
  'notapplicable',
  'nd',
])

/** Ids compare exactly; names and addresses without case and doubled blanks. */
export function foldedKey(value: string, isLabel: boolean): string {
  return isLabel ? value.normalize('NFC').replace(/\s+/g, ' ').toLowerCase() : value
}

/** Every pair worth a thought, the best first. Where columns have no names (`isNameless`) any of them may be either. */
export function pairsIn(
  rows: readonly JsonObject[],
  columns: readonly Column[],
  fields: FieldColumns,
  isNameless = false,
): readonly Pair[] {
  const targets = candidatesFor(columns, (column) => (isNameless ? 0.6 : trustAsTarget(column, fields)))
  const managers = candidatesFor(columns, (column) => (isNameless ? 0.8 : trustAsManager(column)))
  const label = managerLabels(rows, columns, fields)
  const keys = new Map<Column, Keyed>(targets.map(({ column }) => [column, keyed(rows, column, isLabelColumn(column, fields))]))
  const pairs: Pair[] = []
  for (const { column: target, trust: trustInTarget } of targets) {
    for (const { column: manager, trust: trustInManager } of managers) {
      if (manager === target) continue
      const counted = countLinks(rows, keys.get(target) as Keyed, manager, label)
      const score = scoreOf(counted, isCertain(manager)) * trustInTarget * trustInManager
      pairs.push({ target, manager, resolved: counted.links === 0 ? 0 : counted.resolved / counted.links, score })
    }
  }
  return pairs.sort((a, b) => b.score - a.score)
}

interface Candidate {
  readonly column: Column
  readonly trust: number
}
function candidatesFor(columns: readonly Column[], trustIn: (column: Column) => number): readonly Candidate[] {
  return columns
    .map((column) => ({ column, trust: trustIn(column) }))
    .filter(({ trust }) => trust > 0)
    .sort((a, b) => b.trust - a.trust)
    .slice(0, 8)
}

function trustAsTarget(column: Column, fields: FieldColumns): number {
  if (column.filled === 0) return 0
  const name = foldedName(column.name)
  const rank = ID_NAMES.indexOf(name)
  if (rank >= 0) return 1 - rank / 1000
  if (isLabelColumn(column, fields)) return 0.9
  return /(id|no|nr|num|number|code|key|ref|reference|nummer|numero)$/.test(name) && trustAsManager(column) === 0 ? 0.85 : 0
}

function isLabelColumn(column: Column, fields: FieldColumns): boolean {
  return EMAIL_NAMES.includes(foldedName(column.name)) || (fields.name?.length === 1 && fields.name[0] === column.name)
}

function trustAsManager(column: Column): number {
  const name = foldedName(column.name)
  const rank = MANAGER_NAMES.indexOf(name)
  if (rank >= 0) return 1 - rank / 1000
  return MANAGER_WORDS.test(name) ? 0.8 : 0
}

function isCertain(column: Column): boolean {
  return CERTAIN_MANAGER_NAMES.has(foldedName(column.name))
}

export interface Keyed {
  /** Key of the row, or null where it has none. */
  readonly keyOf: readonly (string | null)[]
  /** Key → first row that has it. */
  readonly rowOf: ReadonlyMap<string, number>
  readonly isLabel: boolean
}
export function keyed(rows: readonly JsonObject[], column: Column, isLabel: boolean): Keyed {
  const rowOf = new Map<string, number>()
  const keyOf = rows.map((row, i) => {
    const text = textOf(cellOf(row, column.path))
    if (text === null) return null
    const key = foldedKey(text, isLabel)
    if (!rowOf.has(key)) rowOf.set(key, i)
    return key
  })
  return { keyOf, rowOf, isLabel }
}

/** Row of the manager; null = nobody above, undefined = somebody who is not in the file. The ids speak first, words for nobody second. */
export function managerOf(row: JsonObject, manager: Column, keys: Keyed): number | null | undefined {
  const text = textOf(cellOf(row, manager.path))
  if (text === null) return null
  const at = keys.rowOf.get(foldedKey(text, keys.isLabel))
  if (at !== undefined) return at
  return NOBODY.has(foldedName(text)) ? null : undefined
}

interface Counted {
  readonly rows: number
  /** Rows with somebody above them. */
  readonly links: number
  readonly resolved: number
  readonly distinct: number
  /** Rows that never come to a top. */
  readonly circling: number
  /** Share of the links where the manager's name is the one beside the link; null where no such column is. */
  readonly agreement: number | null
}

function countLinks(rows: readonly JsonObject[], keys: Keyed, manager: Column, label: ManagerLabels | null): Counted {
  const parent = new Int32Array(rows.length).fill(-1)
  let links = 0
  let resolved = 0
  let compared = 0
  let agreed = 0
  rows.forEach((row, i) => {
    const above = managerOf(row, manager, keys)
    if (above === null) return
    if (above === i) return // one's own id is how some files say "the top"
    links++
    if (above === undefined) return
    resolved++
    parent[i] = above
    const said = label && label.column !== manager ? label.said[i] : null
    if (label && said !== null && said !== undefined) {
      compared++
      if (said === label.nameOf[above]) agreed++
    }
  })
  const agreement = compared === 0 ? null : agreed / compared
  return { rows: rows.length, links, resolved, distinct: keys.rowOf.size, circling: countCircling(parent), agreement }
}

function scoreOf(counted: Counted, isCertainName: boolean): number {
  const { rows, links, resolved, distinct, circling, agreement } = counted
  const unique = distinct / rows
  const cover = resolved / Math.max(1, rows - 1)
  const share = links === 0 ? 0 : resolved / links
  const straight = 1 - circling / rows
  const found = unique * share * straight * (0.6 + 0.4 * Math.min(1, cover)) * (agreement === null ? 1 : 0.3 + 0.7 * agreement)
  // Nobody leads anybody, or nobody's manager is in the file: still an organisation where the name leaves no doubt.
  return isCertainName ? Math.max(found, 0.05 * unique) : found
}

function countCircling(parent: Int32Array): number {
  const state = new Uint8Array(parent.length) // 0 new, 1 on the way, 2 comes to a top, 3 circles
  let circling = 0
  const way: number[] = []
  for (let i = 0; i < parent.length; i++) {
    let at = i
    while (at >= 0 && state[at] === 0) {
      state[at] = 1
      way.push(at)
      at = parent[at] as number
    }
    const end = at < 0 || state[at] === 2 ? 2 : 3
    for (const passed of way) state[passed] = end
    if (end === 3) circling += way.length
    way.length = 0
  }
  return circling
}

interface ManagerLabels {
  readonly column: Column
  /** What each row calls its manager. */
  readonly said: readonly (string | null)[]
  readonly nameOf: readonly (string | null)[]
}
/** A column of managers' names beside a column of names: a second witness. */
function managerLabels(rows: readonly JsonObject[], columns: readonly Column[], fields: FieldColumns): ManagerLabels | null {
  const column = columns.find((one) => MANAGER_LABEL_NAMES.has(foldedName(one.name)) && one.filled > 0)
  const nameColumns = fields.name?.map((name) => columns.find((one) => one.name === name)).filter((one) => one !== undefined)
  if (!column || !nameColumns || nameColumns.length === 0) return null
  const folded = (text: string | null) => (text === null || text === '' ? null : foldedKey(text, true))
  return {
    column,
    said: rows.map((row) => folded(textOf(cellOf(row, column.path)))),
    nameOf: rows.map((row) =>
      folded(
        nameColumns
          .map((one) => textOf(cellOf(row, one.path)) ?? '')
          .join(' ')
          .trim(),
      ),
    ),
  }
}
