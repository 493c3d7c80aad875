// Finding roles by what one knows of them: a title, a unit, a name; and customers and kinds of case beside them. Distinct texts are folded
// once into one long string each for titles, units and names; a keystroke is a scan of these and one pass over the roles.

import { once } from '../base/memo'
import { cellAt } from '../base/table'
import { idOf } from '../model/roles'
import type { Org } from '../model/types'
import { endsWord, folded, foldedLetters, wordsIn } from './letters'
import { peopleByRole, personName } from './people'

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

/** How well a text matches a word: nothing, in the middle, where a word begins, where the text begins. */
const MIDDLE = 1
const WORD = 2
const START = 3

/** Distinct texts, one after the other in one string. */
interface Pool {
  readonly all: string
  readonly starts: Int32Array
}
interface Index {
  readonly titles: Pool
  /** Index into `titles`, by role. */
  readonly titleAt: Int32Array
  /** From here on titles are ids, of roles that have no title. */
  readonly firstId: number
  readonly units: Pool
  /** Index into `units`, by role; -1 = none. */
  readonly unitAt: Int32Array
  /** By person. */
  readonly names: Pool
  readonly segments: Pool
  readonly issues: Pool
}

/** Builds what `search` needs, so that the first keystroke is as quick as the others. */
export function prepareSearch(org: Org): void {
  indexOf(org)
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
    for (let at = 0; at < pool.starts.length; at++) ranking.put(rankOf(grades, at), kind, at)
  }
  const ranks = rolesRanked(org, index, words, areNamesHidden)
  for (const role of org.structure.preorder) ranking.put(ranks[role] as number, 'role', role)
  const best = ranking.best().map(({ kind, at }) => ({
    kind,
    at,
    person: kind === 'role' && !areNamesHidden ? personIn(org, at, words) : null,
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
  const { titleAt, unitAt, firstId } = index
  const { roleOf } = peopleByRole(org)
  const byName = new Uint8Array(n)
  for (const word of words) {
    const titles = gradesOf(index.titles, word)
    if (areNamesHidden) titles.fill(0, firstId)
    const units = gradesOf(index.units, word)
    byName.fill(0)
    if (!areNamesHidden) {
      const names = gradesOf(index.names, word)
      for (let person = 0; person < names.length; person++) {
        const grade = names[person] as number
        const role = roleOf[person] as number
        if (grade > 0 && role >= 0 && grade > (byName[role] as number)) byName[role] = grade
      }
    }
    for (let role = 0; role < n; role++) {
      if (ranks[role] === NOT_FOUND) continue
      const unit = unitAt[role] as number
      let cost = TITLE_COST[titles[titleAt[role] as number] as number] as number
      if (unit >= 0) cost = Math.min(cost, UNIT_COST[units[unit] as number] as number)
      cost = Math.min(cost, NAME_COST[byName[role] as number] as number)
      if (cost === DEAREST) ranks[role] = NOT_FOUND
      else ranks[role] = (ranks[role] as number) + cost
    }
  }
  return ranks
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

// ---- scanning --------------------------------------------------------------------------------------------------------------------

/** How well each text of a pool matches a word, one scan through all of them. */
function gradesOf({ all, starts }: Pool, word: string): Uint8Array {
  const grades = new Uint8Array(starts.length)
  let text = 0
  let at = all.indexOf(word)
  while (at >= 0) {
    while (text + 1 < starts.length && (starts[text + 1] as number) <= at) text++
    const start = starts[text] as number
    const grade = at === start ? START : endsWord(all.charCodeAt(at - 1)) ? WORD : MIDDLE
    if (grade > (grades[text] as number)) grades[text] = grade
    // Only the beginning of a word would be better than its middle.
    at = all.indexOf(word, grade === MIDDLE ? at + 1 : (starts[text + 1] ?? all.length))
  }
  return grades
}

/** Of the people in a role the first in whose name a word is found; else the only one. */
function personIn(org: Org, role: number, words: readonly string[]): string | null {
  const { first, next } = peopleByRole(org)
  const one = first[role] as number
  for (let at = one; at >= 0; at = next[at] as number) {
    const name = folded(personName(org, at))
    if (words.some((word) => name.includes(word))) return personName(org, at)
  }
  return one >= 0 && next[one] === -1 ? personName(org, one) || null : null
}

// ---- building --------------------------------------------------------------------------------------------------------------------

const indexOf = once((org: Org): Index => {
  const { doc } = org
  const n = doc.roles.length
  const titles = new Texts()
  const titleAt = new Int32Array(n)
  const untitled: number[] = []
  for (let role = 0; role < n; role++) {
    const title = cellAt(doc.roles, 'title', role)
    if (typeof title === 'string' && title.trim() !== '') titleAt[role] = titles.put(title)
    else untitled.push(role)
  }
  const firstId = titles.list.length
  for (const role of untitled) titleAt[role] = titles.add(idOf(org, role))

  const units = new Texts()
  const unitNames = new Map(doc.units.map((unit) => [unit.id as string, unit.name || unit.id]))
  const unitAt = new Int32Array(n).fill(-1)
  for (let role = 0; role < n; role++) {
    const unit = cellAt(doc.roles, 'unit', role)
    if (typeof unit === 'string') unitAt[role] = units.put(unitNames.get(unit) ?? unit)
  }

  const names = Array.from({ length: doc.people?.length ?? 0 }, (_, person) => personName(org, person))
  return {
    titles: poolOf(titles.list),
    titleAt,
    firstId,
    units: poolOf(units.list),
    unitAt,
    names: poolOf(names),
    segments: poolOf((doc.segments ?? []).map(({ id, name }) => name || id)),
    issues: poolOf((doc.issueTypes ?? []).map(({ id, name }) => name || id)),
  }
})

/** Equal texts once. */
class Texts {
  readonly list: string[] = []
  private readonly known = new Map<string, number>()

  put(text: string): number {
    let at = this.known.get(text)
    if (at === undefined) this.known.set(text, (at = this.add(text)))
    return at
  }
  add(text: string): number {
    return this.list.push(text) - 1
  }
}

const BREAK = '\n'
function poolOf(texts: readonly string[]): Pool {
  const all = foldedLetters(texts.map((text) => text.trim().replace(/\s+/gu, ' ')).join(BREAK))
  const starts = new Int32Array(texts.length)
  for (let i = 1; i < texts.length; i++) starts[i] = all.indexOf(BREAK, starts[i - 1]) + 1
  return { all, starts }
}
