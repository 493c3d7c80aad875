// Objects that are found by their keys: `{ "ann": { "manager": null }, "bo": { "manager": "ann" } }`, `{ "bo": "ann" }`, or a tree of keys,
// `{ "Managing director": { "Head of sales": {} } }`.
import { once } from '../../base/memo'
import { isObject, type JsonObject, textOf } from '../cells'
import { boxesOf, edgeLinkages } from '../edges'
import { isFieldName } from '../fields'
import { type Column, type Grid, gridOf } from '../grid'
import { type FoundGrid, gridFormat } from '../gridFormat'
import { NOBODY, placedLinkage } from '../linkage'
import { valuesWithin } from '../lists'
import type { Source } from '../source'

export const format = gridFormat({
  id: 'dict',
  confidence: { least: 0.35, most: 0.83, chosen: 0.93 },
  grids: (source) => dictsIn(source),
})

const KEY = '(key)'
const FEWEST = 2

const dictsIn = once((source: Source): readonly FoundGrid[] => {
  const json = source.json()
  if (json.kind !== 'value') return []
  const objects = valuesWithin(json.value).filter(({ value }) => isObject(value)) as readonly {
    readonly name: string
    readonly value: JsonObject
  }[]
  const tree = treeOfKeys(json.value)
  return [...objects.flatMap(({ value }) => dictOf(value)), ...(tree ? [tree] : [])]
})

function dictOf(value: JsonObject): readonly FoundGrid[] {
  const keys = Object.keys(value)
  if (keys.length < FEWEST) return []
  const entries = Object.entries(value)
  if (entries.every(([, one]) => one === null || typeof one === 'string')) return pairsOf(entries as readonly [string, string | null][])
  if (entries.every(([, one]) => Array.isArray(one) && one.every((item) => textOf(item) !== null)))
    return listsOf(entries as readonly [string, readonly unknown[]][])
  const rows = entries.filter(([, one]) => isObject(one))
  if (rows.length < FEWEST || rows.length < entries.length * 0.7) return []
  const strangers = entries.flatMap(([, one], i) => (isObject(one) ? [] : [i + 1]))
  const at = entries.flatMap(([, one], i) => (isObject(one) ? [i + 1] : []))
  const grid = gridOf(
    rows.map(([, one]) => one as JsonObject),
    at,
    strangers,
  )
  return [
    {
      name: '',
      grid: withKeys(
        grid,
        rows.map(([key]) => key),
      ),
    },
  ]
}

/** Keys are ids; where they look like names and nothing else gives any, they are those too. */
function withKeys(grid: Grid, keys: readonly string[]): Grid {
  const column = (name: string): Column => ({ name, cell: (row) => keys[row], filled: keys.length, lists: 0, nested: 0 })
  const areNames = keys.filter((key) => /^\p{L}[^\d]*\s\p{L}/u.test(key)).length > keys.length / 2
  const hasNames = grid.columns.some(({ name }) => /name|label/i.test(name))
  return { ...grid, columns: [column(KEY), ...(areNames && !hasNames ? [column('name')] : []), ...grid.columns] }
}

/** Who leads each: a manager who has no key of their own is a box too. */
function pairsOf(entries: readonly (readonly [string, string | null])[]): readonly FoundGrid[] {
  const edges = entries.flatMap(([to, from]) => (from === null || from.trim() === '' ? [] : [{ from: from.trim(), to, kind: '' }]))
  if (edges.length === 0) return []
  const boxes = boxesOf([...edges, ...entries.flatMap(([key, from]) => (from === null ? [{ from: key, to: key, kind: '' }] : []))])
  const given = edgeLinkages(boxes, edges).filter(({ score, counts }) => score > 0.6 && counts.tops <= Math.max(1, boxes.length / 3))
  return given.length > 0 ? [{ name: '', grid: boxes, given: given.slice(0, 1), trust: 0.8 }] : []
}

/** Who is below each. */
function listsOf(entries: readonly (readonly [string, readonly unknown[]])[]): readonly FoundGrid[] {
  const edges = entries.flatMap(([from, below]) => below.map((to) => ({ from, to: textOf(to) as string, kind: '' })))
  if (edges.length < FEWEST) return []
  const boxes = boxesOf(edges)
  const given = edgeLinkages(boxes, edges).filter(({ score }) => score > 0.6)
  return given.length > 0 ? [{ name: '', grid: boxes, given: given.slice(0, 1), trust: 0.8 }] : []
}

// ---- a tree of keys -------------------------------------------------------------------------------------------------------------------

interface Node {
  readonly row: JsonObject
  readonly parent: number
}
const MOST_LOOKED_AT = 100_000

/** null unless every key is a box or a field that boxes have, and what ends a branch is nothing, a name, or names. */
function treeOfKeys(value: unknown): FoundGrid | null {
  if (!isObject(value)) return null
  const nodes: Node[] = []
  let isBare = true
  let levels = 0
  const stack: { readonly value: unknown; readonly label: string | null; readonly parent: number; readonly depth: number }[] = [
    { value, label: null, parent: NOBODY, depth: 0 },
  ]
  for (let one = stack.pop(); one; one = stack.pop()) {
    if (nodes.length > MOST_LOOKED_AT) return null
    const { value: below, label, parent, depth } = one
    let at = parent
    if (label !== null) {
      const fields = isObject(below) ? Object.entries(below).filter(([key, cell]) => isField(key, cell)) : []
      const text = textOf(below)
      if (fields.length > 0 || text !== null) isBare = false
      if (typeof below === 'number' || typeof below === 'boolean' || (text !== null && !/^\p{L}[^/\\:@^~<>{}=]{0,80}$/u.test(text)))
        return null
      at = nodes.push({ row: { title: label, ...Object.fromEntries(fields), ...(text === null ? {} : { name: text }) }, parent }) - 1
      levels = Math.max(levels, depth)
    }
    const children = childrenOf(below)
    if (children === null) return null
    for (const [key, child] of children.toReversed()) stack.push({ value: child, label: key, parent: at, depth: depth + 1 })
  }
  if (nodes.length < 3 || levels < 2) return null
  const looksNamed = nodes.filter(({ row }) => /[\p{Lu}\p{Lo}]|\s/u.test(String(row.title))).length
  if (!isBare && looksNamed < nodes.length * 0.7) return null
  const grid = gridOf(
    nodes.map(({ row }) => row),
    nodes.map((_, i) => i + 1),
  )
  const linkage = placedLinkage(
    grid,
    'dict',
    Int32Array.from(nodes, ({ parent }) => parent),
    0.9,
  )
  return { name: '', grid, given: [linkage], trust: looksNamed < nodes.length * 0.7 ? 0.6 : 0.8 }
}

const isField = (key: string, cell: unknown) => isFieldName(key) && (typeof cell !== 'object' || cell === null)

/** null where something is in it that is neither a box nor a field. */
function childrenOf(value: unknown): readonly (readonly [string, unknown])[] | null {
  if (value === null || typeof value === 'string') return []
  if (Array.isArray(value)) {
    const items: (readonly [string, unknown])[] = []
    for (const item of value) {
      if (isObject(item)) items.push(...Object.entries(item))
      else if (typeof item === 'string') items.push([item, null])
      else return null
    }
    return items
  }
  return isObject(value) ? Object.entries(value).filter(([key, cell]) => !isField(key, cell)) : null
}
