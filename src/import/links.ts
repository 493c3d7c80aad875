// Which column says who somebody is, and which one who leads them? Names only propose; every (id, manager) pair is then tried out and
// counted, because the most plausible name can be the wrong one: in a real export `id` resolved 87 of 106 links, all of them wrong, while
// `employeeNumber` resolved all 106.
import {
  CERTAIN_MANAGER_NAMES,
  EMAIL_NAMES,
  foldedName,
  ID_NAMES,
  isKnownName,
  isSensitive,
  MANAGER_LABEL_NAMES,
  MANAGER_NAMES,
  MANAGER_WORDS,
  OTHER_LINES,
  rolesByName,
  saidOfManager,
} from './fields'
import { type Column, type Grid, sampleOf, textAt } from './grid'
import { foldedName as foldedPerson, isNobody, Keys } from './keys'
import { countsOf, type Linkage, MISSING, NOBODY, scoreOf } from './linkage'

/** Rows of larger files are not all tried with every pair: a sample says which pairs are worth it. */
const SMALL = 2000
const SAMPLE = 2000
/** Of a large file. */
const MOST_TRIED = 3
const MOST_CANDIDATES = 8

export interface LinkChoice {
  readonly id?: Column | undefined
  readonly manager?: Column | undefined
}

/** Every pair worth a thought, the best first. `isOpen`: any column may say who a row is, and where no name says so without a doubt, who leads it. */
export function pairsIn(grid: Grid, isOpen: boolean, choice: LinkChoice = {}): readonly Linkage[] {
  const named = namedColumns(grid)
  const isManagerOpen = isOpen && !grid.columns.some((column) => column.filled > 0 && isCertain(column))
  const targets = choice.id
    ? [{ column: choice.id, trust: 1 }]
    : candidates({ columns: named.joined ? [...grid.columns, named.joined] : grid.columns }, (column) =>
        isOpen ? openTarget(column, grid, named) : trustAsTarget(column, named),
      )
  const managers = choice.manager
    ? [{ column: choice.manager, trust: 1 }]
    : candidates(grid, (column) => (isManagerOpen ? openManager(column, grid) : trustAsManager(column)))
  const pairs = targets.flatMap((target) =>
    managers.filter(({ column }) => column !== target.column).map((manager) => ({ target, manager })),
  )
  const witness = witnessIn(grid, named)
  const keys = new Map<Column, Keys>()
  const keysOf = (column: Column) => {
    let found = keys.get(column)
    if (!found) keys.set(column, (found = new Keys(grid, column, isLabelColumn(column, named))))
    return found
  }
  if (targets.length === 0) return unnamedRows(grid, managers, named, witness)
  const tried = ({ target, manager }: Pair): Linkage => {
    const linkage = tryPair(grid, keysOf(target.column), manager.column, witness, isOpen)
    return { ...linkage, score: linkage.score * target.trust * manager.trust * affinity(target, manager, targets) }
  }
  const first = grid.length > SMALL && !isOpen ? pairs[0] : undefined
  const obvious = first && tried(first)
  if (obvious && isBeyondDoubt(obvious, grid)) return [obvious]
  return worthTrying(grid, pairs, named)
    .map((pair) => (pair === first && obvious ? obvious : tried(pair)))
    .sort((a, b) => b.score - a.score)
}

/** In a large file the columns whose names say most, if they lead everywhere, without a circle, and nobody contradicts. */
function isBeyondDoubt({ score, counts }: Linkage, { length }: Grid): boolean {
  return score >= 0.97 && counts.cycles === 0 && counts.repeated === 0 && counts.tops < length / 10 && (counts.agreement ?? 1) >= 0.95
}

/** `manager email` means `email`, not the `id` that stands there too. */
function affinity(target: Candidate, manager: Candidate, targets: readonly Candidate[]): number {
  const said = saidOfManager(manager.column.name)
  const isMeant = ({ column }: Candidate) => {
    const name = foldedName(column.name)
    return name === said || (said.length > 3 && name.length > 3 && (name.includes(said) || said.includes(name)))
  }
  return said === '' || isMeant(target) || !targets.some(isMeant) ? 1 : NOT_MEANT
}
const NOT_MEANT = 0.93

export interface Candidate {
  readonly column: Column
  readonly trust: number
}
/** Rows that name who leads them and not themselves: grouped posts, whose managers stand in another file. */
function unnamedRows(grid: Grid, managers: readonly Candidate[], { isCounted }: NamedColumns, witness: Witness | null): readonly Linkage[] {
  const manager = managers.find(({ column }) => isCertain(column))?.column
  return manager && isCounted ? [{ ...tryPair(grid, new Keys(grid, NO_IDS, false), manager, witness, false), id: null }] : []
}
const NO_IDS: Column = { name: '', cell: () => null, filled: 0, lists: 0, nested: 0 }

interface Pair {
  readonly target: Candidate
  readonly manager: Candidate
}

export function candidates({ columns }: Pick<Grid, 'columns'>, trustIn: (column: Column) => number): readonly Candidate[] {
  return columns
    .filter((column) => column.filled > 0 || isCertain(column))
    .map((column) => ({ column, trust: trustIn(column) }))
    .filter(({ trust }) => trust > 0)
    .sort((a, b) => b.trust - a.trust)
    .slice(0, MOST_CANDIDATES)
}

/** The column of whole names, if there is one. */
export interface NamedColumns {
  readonly name: Column | undefined
  readonly nameParts: readonly Column[]
  /** First and last name as one, where no column has both. */
  readonly joined: Column | undefined
  /** Rows have a title and a number of heads: they are posts. */
  readonly isCounted: boolean
}
export function namedColumns(grid: Grid): NamedColumns {
  const filled = grid.columns.filter((column) => column.filled > 0)
  const roles = rolesByName(
    filled.map((column) => column.name),
    new Set(),
  )
  const columnOf = (role: string) => filled.find((column) => column.name === roles.find((one) => one.role === role)?.column)
  const [name, first, last] = [columnOf('name'), columnOf('first-name'), columnOf('last-name')]
  return {
    name,
    nameParts: [name, first, last].filter((column) => column !== undefined),
    joined: name ? undefined : joinedName(first, last),
    isCounted: columnOf('title') !== undefined && columnOf('headcount') !== undefined,
  }
}

/** Where names are kept in two columns, managers are named by both of them. */
function joinedName(first: Column | undefined, last: Column | undefined): Column | undefined {
  if (!first || !last) return undefined
  const cell = (row: number) => [first, last].flatMap((part) => textAt(part, row) ?? []).join(' ') || null
  return { name: `${first.name} + ${last.name}`, cell, filled: Math.max(first.filled, last.filled), lists: 0, nested: 0 }
}

export function trustAsTarget(column: Column, named: NamedColumns): number {
  const name = foldedName(column.name)
  const rank = ID_NAMES.indexOf(name)
  if (rank >= 0) return 1 - rank / 1000
  if (isLabelColumn(column, named)) return 0.9
  if (isSensitive(column.name)) return 0.4
  return /(id|no|nr|num|number|code|key|ref|reference|nummer|numero|номер|id0?value)$/.test(name) && trustAsManager(column) === 0 ? 0.85 : 0
}

/** A column that is known for something else is no manager. */
function openManager(column: Column, grid: Grid): number {
  return trustAsManager(column) || (grid.isNameless || !isKnownName(column.name) ? 0.8 : 0)
}

/** Ids are mostly different; told from a sample. */
function openTarget(column: Column, grid: Grid, named: NamedColumns): number {
  const trust = trustAsTarget(column, named)
  if (trust > 0) return trust
  if (column.filled < grid.length * 0.6 || (!grid.isNameless && OTHER_NUMBERS.test(foldedName(column.name)))) return 0
  const texts = sampleOf(grid.length, SAMPLE).map((row) => textAt(column, row))
  return new Set(texts).size >= texts.length * 0.8 ? OPEN : 0
}

const OPEN = 0.75
const OTHER_NUMBERS = /amount|limit|salary|price|pay|cost|total|sum|count|age|year|date|phone|zip|quantity/

export function isLabelColumn(column: Column, { name, joined }: NamedColumns): boolean {
  const folded = foldedName(column.name)
  return column === name || column === joined || EMAIL_NAMES.includes(folded) || /^(dn|distinguishedname|entrydn)$/.test(folded)
}

function trustAsManager(column: Column): number {
  const name = foldedName(column.name)
  const rank = MANAGER_NAMES.indexOf(name)
  if (rank >= 0) return 1 - rank / 1000
  if (!MANAGER_WORDS.test(name) || /count|date|salary|title|level/.test(name)) return 0
  return OTHER_LINES.test(name) ? 0.6 : 0.8
}

export function isCertain(column: Column): boolean {
  return CERTAIN_MANAGER_NAMES.has(foldedName(column.name))
}

/** All pairs of a small file; of a large one those that do best on a sample. */
function worthTrying(grid: Grid, pairs: readonly Pair[], named: NamedColumns): readonly Pair[] {
  if (grid.length <= SMALL || pairs.length <= 1) return pairs
  const sample = sampleOf(grid.length, SAMPLE)
  const found = new Map<Column, ReadonlyMap<string, ReadonlySet<string>>>()
  const wanted = [...new Set(pairs.map(({ manager }) => manager.column))].map((column) => ({
    column,
    values: new Set(sample.flatMap((row) => textAt(column, row) ?? [])),
  }))
  for (const target of new Set(pairs.map((pair) => pair.target.column)))
    found.set(target, foundIn(grid, target, wanted, isLabelColumn(target, named)))
  const estimate = ({ target, manager }: Pair) => {
    const values = wanted.find(({ column }) => column === manager.column)?.values.size ?? 0
    const share = values === 0 ? 0 : (found.get(target.column)?.get(manager.column.name)?.size ?? 0) / values
    return Math.max(share, isCertain(manager.column) ? 0.05 : 0) * target.trust * manager.trust
  }
  const ranked = pairs
    .map((pair) => ({ pair, share: estimate(pair) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  const best = ranked[0]?.share ?? 0
  return ranked.filter(({ share }, i) => i < MOST_TRIED && (i === 0 || share > best * 0.2)).map(({ pair }) => pair)
}

/** Which of the wanted values some row of the column has. */
function foundIn(
  grid: Grid,
  target: Column,
  wanted: readonly { readonly column: Column; readonly values: ReadonlySet<string> }[],
  isLabel: boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const fold = (text: string) => (isLabel ? text.toLowerCase() : text)
  const takers = new Map<string, string[]>()
  for (const { column, values } of wanted)
    for (const value of values) {
      const key = fold(value)
      const names = takers.get(key)
      if (names) names.push(column.name)
      else takers.set(key, [column.name])
    }
  const found = new Map(wanted.map(({ column }) => [column.name, new Set<string>()]))
  for (let i = 0; i < grid.length; i++) {
    const text = textAt(target, i)
    const names = text === null ? undefined : takers.get(fold(text))
    for (const name of names ?? []) found.get(name)?.add(fold(text as string))
  }
  return found
}

/** A column of managers' names beside a column of names: a second witness, whose word weighs less where only its cells look like names. */
interface Witness {
  readonly column: Column
  readonly isSure: boolean
  readonly nameOf: (row: number) => string
}
function witnessIn(grid: Grid, { nameParts }: NamedColumns): Witness | null {
  const filled = grid.columns.filter((one) => one.filled > 0)
  const sure = filled.find((one) => MANAGER_LABEL_NAMES.has(foldedName(one.name)))
  const column = sure ?? filled.find((one) => trustAsManager(one) > 0.6 && looksLikeNames(one, grid))
  if (!column || nameParts.length === 0) return null
  return { column, isSure: column === sure, nameOf: (row) => foldedPerson(nameParts.map((part) => textAt(part, row) ?? '').join(' ')) }
}

function looksLikeNames(column: Column, grid: Grid): boolean {
  const texts = sampleOf(grid.length, 100).flatMap((row) => textAt(column, row) ?? [])
  return texts.filter((text) => /^\p{L}[^\d@=]*\s[^\d@=]*$/u.test(text)).length > texts.length * 0.8
}

function tryPair(grid: Grid, keys: Keys, manager: Column, witness: Witness | null, isGuess: boolean): Linkage {
  const parent = new Int32Array(grid.length)
  let [compared, agreed] = [0, 0]
  for (let i = 0; i < grid.length; i++) {
    const above = managerOf(textAt(manager, i), keys)
    parent[i] = above
    if (!witness || witness.column === manager || above < 0 || above === i) continue
    const said = textAt(witness.column, i)
    if (said === null) continue
    compared++
    if (foldedPerson(said) === witness.nameOf(above)) agreed++
  }
  const agreement = compared === 0 ? null : agreed / compared
  const isHeard = witness?.isSure || (agreement ?? 0) >= 0.5
  const counts = countsOf(parent, keys.repeated, isHeard ? agreement : null)
  const found = scoreOf(counts, grid.length) * (isHeard || agreement === null ? 1 : UNCONFIRMED)
  // Nobody leads anybody, or nobody's manager is in the file: still an organisation where the name leaves no doubt.
  const unique = keys.column === NO_IDS ? 1 : 1 - counts.repeated / grid.length
  const score = isCertain(manager) ? Math.max(found, 0.05 * unique) : found
  return { shape: 'flat', id: keys.column, by: [manager], parent, made: [], isLabel: keys.isLabel, isGuess, counts, score }
}

/** A witness who may be speaking of somebody else does not agree. */
const UNCONFIRMED = 0.85

/** Row of the manager, NOBODY or MISSING. The ids speak first, words for nobody second. */
export function managerOf(text: string | null, keys: Keys): number {
  if (text === null) return NOBODY
  return keys.find(text) ?? (isNobody(foldedName(text)) ? NOBODY : MISSING)
}

/** Where managers are given by name or address: the most trusted column of ids proper in which every row has one of its own. */
export function ownIds(grid: Grid, taken: ReadonlySet<Column>): Column | null {
  const trust = (column: Column) => ID_NAMES.indexOf(foldedName(column.name))
  const found = grid.columns.filter((column) => !taken.has(column) && column.filled === grid.length && trust(column) >= 0)
  return found.sort((a, b) => trust(a) - trust(b)).find((column) => new Keys(grid, column, false).repeated === 0) ?? null
}
