// All ways to say who leads whom that a grid allows, the best first. A file may allow several: the most plausible name can be the wrong one,
// and a path can say it better than a column of managers that is half empty.
import { byCodeUnit } from '../base/order'
import type { ReadOptions } from './format'
import { type Column, type Grid, sampleOf, textAt } from './grid'
import { type Linkage, NOBODY, understoodLink } from './linkage'
import { pairsIn } from './links'
import { depth } from './ways/depth'
import { downward } from './ways/downward'
import { nestedSet } from './ways/nestedSet'
import { paths } from './ways/paths'
import type { Way } from './ways/way'

const WAYS: readonly Way[] = [nestedSet, downward, paths, depth]

/** A pair of named columns this good leaves nothing to look for. */
const CLEAR = 0.97
/** Named columns may lead nearly nowhere and still be meant; columns that nobody named must lead nearly everywhere. */
const WEAKEST = 0.02
const WEAKEST_WAY = 0.2
const WEAKEST_OPEN = 0.3
const CLEAN = 0.7
const OUTDONE = 0.7
const MOST_TOLD = 5

export function linkagesIn(grid: Grid, options: ReadOptions): readonly Linkage[] {
  if (grid.length === 0) return []
  const chosen = chosenColumns(grid, options)
  const pairs = grid.isNameless ? openPairs(grid) : pairsIn(grid, false).filter(({ score }) => score >= WEAKEST)
  const isClear = (pairs[0]?.score ?? 0) >= CLEAR && !isAsked(options)
  const ways = isClear ? [] : WAYS.flatMap((way) => way(grid)).filter(({ score }) => score >= WEAKEST_WAY)
  const named = sorted([...pairs, ...ways])
  const open = grid.isNameless || (named[0] && isClean(named[0])) ? [] : openPairs(grid)
  const found = unlike(sorted([...named.map((one) => besides(one, open)), ...open])).slice(0, MOST_TOLD)
  return chosen ? chosenFirst(grid, found, chosen) : found
}

const sorted = (linkages: readonly Linkage[]) => [...linkages].sort((a, b) => b.score - a.score || byCodeUnit(nameOf(a), nameOf(b)))
const nameOf = (linkage: Linkage) => `${linkage.id?.name ?? ''} ${linkage.by.map((column) => column.name).join(' ')}`

/** There is no reason to look at other columns. */
function isClean(linkage: Linkage): boolean {
  return linkage.score >= CLEAN && isFlawless(linkage)
}

/** Everybody named is found, once, and nobody goes in circles. */
function isFlawless({ counts: { named, resolved, cycles, repeated } }: Linkage): boolean {
  return named === resolved && cycles === 0 && repeated === 0
}

/** A way to read a column of managers is worth less where another finds all of them. */
function besides(one: Linkage, others: readonly Linkage[]): Linkage {
  const isOutdone = !isFlawless(one) && others.some((other) => other.by[0] === one.by[0] && isFlawless(other))
  return isOutdone ? { ...one, score: one.score * OUTDONE } : one
}

/** Pairs of columns of which a name says nothing, or not enough. */
function openPairs(grid: Grid): readonly Linkage[] {
  return pairsIn(grid, true)
    .filter(({ score, counts }) => score >= WEAKEST_OPEN && counts.cycles === 0 && counts.named > 1)
    .filter((pair) => !isChance(grid, pair))
}

/** Small numbers are found by any column of small numbers, ratings as well as managers: then all but one row must be below another. */
function isChance({ length }: Grid, { id, parent, counts }: Linkage): boolean {
  const number = (row: number) => Number((id && textAt(id, row)) ?? Number.NaN)
  const rows = sampleOf(length, 100)
  if (rows.every((row) => Math.abs(number(row) - row) <= 1)) return counts.resolved < length - 1 || !parent.includes(NOBODY)
  if (rows.every((row) => Number.isInteger(number(row)) && number(row) <= length * 2)) return counts.resolved !== length - 1
  return counts.resolved === length
}

/** Two ways that say the same of every row are one. */
function unlike(linkages: readonly Linkage[]): readonly Linkage[] {
  const isSame = (a: Linkage, b: Linkage) => a.parent.length === b.parent.length && a.parent.every((above, row) => above === b.parent[row])
  return linkages.filter((one, i) => !linkages.slice(0, i).some((before) => isSame(before, one)))
}

interface Chosen {
  readonly id: string | undefined
  readonly manager: string | undefined
}
function isAsked({ link, fields, columns }: ReadOptions): boolean {
  return (
    link !== undefined ||
    fields?.id !== undefined ||
    fields?.reportsTo !== undefined ||
    Object.values(columns ?? {}).some((role) => role === 'id' || role === 'manager')
  )
}

/** Whether somebody named columns that the grid has. */
export function chosenColumns(grid: Grid, options: ReadOptions): Chosen | null {
  if (!isAsked(options)) return null
  const { link, fields, columns } = options
  const isThere = (name: string | undefined) =>
    name !== undefined && (link || grid.columns.some((column) => column.name === name)) ? name : undefined
  const columnWith = (role: string) => Object.entries(columns ?? {}).find(([, one]) => one === role)?.[0]
  const id = isThere(columnWith('id') ?? link?.id ?? fields?.id)
  const manager = isThere(columnWith('manager') ?? link?.manager ?? fields?.reportsTo)
  return id === undefined && manager === undefined ? null : { id, manager }
}

function chosenFirst(grid: Grid, found: readonly Linkage[], chosen: Chosen): readonly Linkage[] {
  const fits = (linkage: Linkage) => {
    const { id, manager } = understoodLink(linkage)
    return (chosen.id === undefined || id === chosen.id) && (chosen.manager === undefined || manager === chosen.manager)
  }
  const known = found.find(fits)
  if (known) return [{ ...known, score: Math.max(known.score, WEAKEST), isGuess: false }, ...found.filter((one) => one !== known)]
  const column = (name: string | undefined): Column | undefined => grid.columns.find((one) => one.name === name)
  const [id, manager] = [column(chosen.id) ?? found[0]?.id ?? undefined, column(chosen.manager) ?? found[0]?.by[0]]
  if (!manager || (chosen.id !== undefined && !column(chosen.id))) return found
  const pair = pairsIn(grid, false, { id, manager })[0]
  return pair ? [{ ...pair, score: Math.max(pair.score, WEAKEST) }, ...found] : found
}

/** How sure a format may be of rows so linked: between `least` and `most` by how well they lead, `chosen` where somebody named the columns. */
export function confidenceIn(
  grid: Grid,
  linkages: readonly Linkage[],
  options: ReadOptions,
  { least, most, chosen }: Readonly<Record<'least' | 'most' | 'chosen', number>>,
): number {
  const best = linkages[0]
  if (!best) return 0
  const asked = chosenColumns(grid, options)
  return asked?.id !== undefined && asked.manager !== undefined ? chosen : least + (most - least) * Math.min(1, best.score)
}
