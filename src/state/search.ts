// Finding roles by what one knows of them: a title, a unit, a name; and customers and kinds of case beside them. Distinct texts are folded
// once (foldedTexts.ts); a keystroke is a scan of these and one pass over the roles.
import { finish, type Steps } from '../base/steps'
import { type Column, textsIn } from '../base/table'
import { idOf } from '../model/roles'
import type { Org } from '../model/types'
import { type FoldedTexts, foldSteps, gradesOf, MIDDLE, START, WORD } from './foldedTexts'
import { folded, wordsIn } from './letters'
import { type PeopleByRole, peopleSteps, personName } from './people'

export interface Hit {
  readonly kind: 'role' | 'segment' | 'issue'
  /** Index of the role, segment or issue type. */
  readonly at: number
  /** Of the people in the role the one who is meant, or the only one; null where nobody is, or names are hidden. */
  readonly person: string | null
}
export interface Hits {
  readonly words: readonly string[]
  /** The best first. */
  readonly best: readonly Hit[]
  readonly count: number
}

interface Index {
  readonly titles: FoldedTexts
  /** Index into `titles`, by role; below 0 = none. */
  readonly titleOf: Int32Array
  /** Of roles that have no title, which go by them. */
  readonly ids: FoldedTexts
  /** Index into `ids`, by role; -1 = it has a title. null where all have. */
  readonly idOf: Int32Array | null
  readonly units: FoldedTexts
  /** Index into `units`, by role; below 0 = none. */
  readonly unitOf: Int32Array
  readonly names: FoldedTexts
  /** Index into `names`, by person; below 0 = not known. */
  readonly nameOf: Int32Array
  readonly people: PeopleByRole
  readonly segments: FoldedTexts
  readonly issues: FoldedTexts
}
const indexes = new WeakMap<Org, Index>()

/** Whether a keystroke is a scan and nothing more. */
export const isSearchReady = (org: Org): boolean => indexes.has(org)

/** Builds what `search` needs, so that the first keystroke is as quick as the others. */
export function* prepareSearch(org: Org): Steps<void> {
  if (!indexes.has(org)) indexes.set(org, yield* indexSteps(org))
}
function indexOf(org: Org): Index {
  finish(prepareSearch(org))
  return indexes.get(org) as Index
}

/**
 * Everything in which each word of `query` is found, in a title, a unit or a name; the first `most` of it.
 * Beginnings before middles, titles before units before names, then by the reporting line from the top. Customers and kinds of case, which
 * are few, come before roles they tie with.
 */
export function search(
  org: Org,
  query: string,
  { most, areNamesHidden }: { readonly most: number; readonly areNamesHidden: boolean },
): Hits {
  const words = wordsIn(query)
  if (words.length === 0) return { words, best: [], count: 0 }
  const index = indexOf(org)
  const ranking = new Ranking(most)
  for (const kind of ['segment', 'issue'] as const) {
    const pool = kind === 'segment' ? index.segments : index.issues
    const grades = words.map((word) => gradesOf(pool, word))
    for (let at = 0; at < pool.ends.length; at++) ranking.put(rankOf(grades, at), kind, at)
  }
  const ranks = rolesRanked(org, index, words, areNamesHidden)
  for (const role of org.structure.preorder) ranking.put(ranks[role] as number, 'role', role)
  const best = ranking.best().map(({ kind, at }) => ({
    kind,
    at,
    person: kind === 'role' && !areNamesHidden ? personIn(org, index.people, at, words) : null,
  }))
  return { words, best, count: ranking.count }
}

// ---- ranking ---------------------------------------------------------------------------------------------------------------------

const NOT_FOUND = -1
/** Lower is better; worst last. A word costs what the best of its places costs. */
const COST = {
  title: { [START]: 0, [WORD]: 1, [MIDDLE]: 4 },
  unit: { [START]: 2, [WORD]: 2, [MIDDLE]: 5 },
  name: { [START]: 3, [WORD]: 3, [MIDDLE]: 6 },
} as const
const DEAREST = 9
const costs = (field: keyof typeof COST) => Uint8Array.from([DEAREST, COST[field][MIDDLE], COST[field][WORD], COST[field][START]])
const TITLE_COST = costs('title')
const UNIT_COST = costs('unit')
const NAME_COST = costs('name')

function rankOf(grades: readonly Uint8Array[], at: number): number {
  let rank = 0
  for (const of of grades) {
    const grade = of[at] as number
    if (grade === 0) return NOT_FOUND
    rank += TITLE_COST[grade] as number
  }
  return rank
}

function rolesRanked(org: Org, index: Index, words: readonly string[], areNamesHidden: boolean): Int32Array {
  const n = org.structure.parent.length
  const ranks = new Int32Array(n)
  const { titleOf, idOf, unitOf } = index
  const byName = new Uint8Array(n)
  for (const word of words) {
    const titles = gradesOf(index.titles, word)
    const ids = idOf && !areNamesHidden ? gradesOf(index.ids, word) : null
    const units = gradesOf(index.units, word)
    byName.fill(0)
    if (!areNamesHidden) gradeByName(index, word, byName)
    for (let role = 0; role < n; role++) {
      if (ranks[role] === NOT_FOUND) continue
      const title = titleOf[role] as number
      const unit = unitOf[role] as number
      let cost = title >= 0 ? (TITLE_COST[titles[title] as number] as number) : DEAREST
      if (ids && idOf && (idOf[role] as number) >= 0) cost = TITLE_COST[ids[idOf[role] as number] as number] as number
      if (unit >= 0) cost = Math.min(cost, UNIT_COST[units[unit] as number] as number)
      cost = Math.min(cost, NAME_COST[byName[role] as number] as number)
      if (cost === DEAREST) ranks[role] = NOT_FOUND
      else ranks[role] = (ranks[role] as number) + cost
    }
  }
  return ranks
}
/** The best that any of its people matches, by role. */
function gradeByName({ names, nameOf, people: { roleOf } }: Index, word: string, byName: Uint8Array): void {
  const grades = gradesOf(names, word)
  for (let person = 0; person < nameOf.length; person++) {
    const name = nameOf[person] as number
    const grade = name >= 0 ? (grades[name] as number) : 0
    const role = roleOf[person] as number
    if (grade > 0 && role >= 0 && grade > (byName[role] as number)) byName[role] = grade
  }
}

interface Ranked {
  readonly kind: Hit['kind']
  readonly at: number
}
/** Keeps the first `most` of each rank, in the order in which they come. */
class Ranking {
  count = 0
  private readonly ranks: Ranked[][] = []
  constructor(private readonly most: number) {}

  put(rank: number, kind: Hit['kind'], at: number) {
    if (rank === NOT_FOUND) return
    this.count++
    const list = (this.ranks[rank] ??= [])
    if (list.length < this.most) list.push({ kind, at })
  }
  best(): readonly Ranked[] {
    return this.ranks.flat().slice(0, this.most)
  }
}

/** Of the people in a role the first in whose name a word is found; else the only one. */
function personIn(org: Org, { first, next }: PeopleByRole, role: number, words: readonly string[]): string | null {
  const one = first[role] ?? -1
  for (let at = one; at >= 0; at = next[at] as number) {
    const name = folded(personName(org, at))
    if (words.some((word) => name.includes(word))) return personName(org, at)
  }
  return one >= 0 && next[one] === -1 ? personName(org, one) || null : null
}

// ---- building --------------------------------------------------------------------------------------------------------------------

function* indexSteps(org: Org): Steps<Index> {
  const { doc } = org
  const { title, unit } = doc.roles.columns
  const titles = yield* foldedOf(title)
  const titleOf = cellsOf(title, doc.roles.length)
  const untitled: number[] = []
  for (let role = 0; role < titleOf.length; role++) if (isNothing(titles, titleOf[role] as number)) untitled.push(role)
  const ids = yield* foldSteps(untitled.map((role) => idOf(org, role)))
  const unitNames = new Map(doc.units.map((one) => [one.id as string, one.name || one.id]))
  const name = doc.people?.columns.name ?? ABSENT
  return {
    titles,
    titleOf,
    ids,
    idOf: untitled.length > 0 ? placesOf(untitled, doc.roles.length) : null,
    units: yield* foldSteps([...textsIn(unit)].map((one) => unitNames.get(one) ?? one)),
    unitOf: cellsOf(unit, doc.roles.length),
    names: yield* foldedOf(name),
    nameOf: cellsOf(name, doc.people?.length ?? 0),
    people: yield* peopleSteps(org),
    segments: yield* foldSteps((doc.segments ?? []).map((one) => one.name || one.id)),
    issues: yield* foldSteps((doc.issueTypes ?? []).map((one) => one.name || one.id)),
  }
}
const ABSENT: Column = { kind: 'absent' }

/** Of a column, which edits leave alone: folded once. */
function* foldedOf(column: Column): Steps<FoldedTexts> {
  if (column.kind !== 'text') return yield* foldSteps([])
  const known = foldedColumns.get(column.pool)
  if (known) return known
  const texts = yield* foldSteps(column.pool)
  foldedColumns.set(column.pool, texts)
  return texts
}
const foldedColumns = new WeakMap<object, FoldedTexts>()

const cellsOf = (column: Column, length: number): Int32Array => (column.kind === 'text' ? column.cells : new Int32Array(length).fill(-1))
const isNothing = ({ ends }: FoldedTexts, text: number): boolean => text < 0 || ends[text] === (text === 0 ? 0 : ends[text - 1])

function placesOf(roles: readonly number[], length: number): Int32Array {
  const places = new Int32Array(length).fill(-1)
  roles.forEach((role, i) => {
    places[role] = i
  })
  return places
}
