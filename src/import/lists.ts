// Where in a JSON value the lists are: at the top, or up to three levels down under the keys of a wrapper (`{ "meta": …, "data": [ … ] }`).
import { once } from '../base/memo'
import { isObject, type JsonObject } from './cells'
import { type Grid, gridOf } from './grid'
import type { Source } from './source'

export interface FoundValue {
  /** `data.items`; '' = the whole. */
  readonly name: string
  readonly value: unknown
}

const DEEPEST_WRAPPER = 3
/** A wrapper has few keys; a dictionary of thousands is none. */
const WIDEST_WRAPPER = 200

/** The value itself and what stands in the objects of its first levels. */
export function valuesWithin(value: unknown): readonly FoundValue[] {
  const found: FoundValue[] = [{ name: '', value }]
  let level: readonly FoundValue[] = found
  for (let depth = 0; depth < DEEPEST_WRAPPER; depth++) {
    level = level.flatMap((one) => below(one))
    found.push(...level)
  }
  return found
}

function below({ name, value }: FoundValue): readonly FoundValue[] {
  // One dictionary in a list of one is a wrapper too.
  if (Array.isArray(value)) return value.length === 1 && isObject(value[0]) ? [{ name, value: value[0] }] : []
  return isObject(value) ? inside(value, name) : []
}

function inside(object: JsonObject, name: string): readonly FoundValue[] {
  const found: FoundValue[] = []
  let seen = 0
  for (const key in object) {
    if (++seen > WIDEST_WRAPPER) break
    const value = object[key]
    if (typeof value === 'object' && value !== null) found.push({ name: name === '' ? key : `${name}.${key}`, value })
  }
  return found
}

export interface FoundList {
  readonly name: string
  readonly rows: readonly JsonObject[]
  /** Places of the rows, 1-based. */
  readonly at: readonly number[]
  readonly strangers: readonly number[]
}

/** Lists that hold objects, the longest first. */
function listsIn(value: unknown): readonly FoundList[] {
  return valuesWithin(value)
    .flatMap(({ name, value: items }) => (Array.isArray(items) && items.some(isObject) ? [listOf(name, items)] : []))
    .sort((a, b) => b.rows.length - a.rows.length)
}

const MOST_LISTS = 6

/** The longest lists of a file as grids. */
export const listGridsIn = once((source: Source): readonly (FoundList & { readonly grid: Grid })[] => {
  const json = source.json()
  if (json.kind !== 'value') return []
  return listsIn(json.value)
    .slice(0, MOST_LISTS)
    .map((list) => ({ ...list, grid: gridOf(list.rows, list.at, list.strangers) }))
})

function listOf(name: string, items: readonly unknown[]): FoundList {
  if (items.every(isObject)) return { name, rows: items, at: Array.from(items, (_, i) => i + 1), strangers: [] }
  return {
    name,
    rows: items.filter(isObject),
    at: items.flatMap((item, i) => (isObject(item) ? [i + 1] : [])),
    strangers: items.flatMap((item, i) => (isObject(item) ? [] : [i + 1])),
  }
}
