// Nested JSON: an object, or a list of them, whose objects hold lists of like objects under `children` or one of its other names.
// Walked with a stack of its own: a chain of half a million reports is as good as any.
import type { Diagnostics } from '../../model/diagnostics'
import { type Column, cellOf, columnsOf, isObject, type JsonObject, labelOf, textOf } from '../columns'
import { firstOf, foldedName, ID_NAMES, recogniseFields } from '../fields'
import type { Format, FormatResult } from '../format'
import { leaveAside, type PersonRow, personCells, shownFields } from '../personRow'
import type { Source } from '../source'

/** What reports are called. */
const CHILD_NAMES = new Set(
  `children subordinates reports directreports directsubordinates reportees employees people members staff teams departments
  childorgs childdepartments childunits childnodes subunits subteams subdepartments subdivisions downtree orghassuborganization hassuborganization kinder hijos enfants`.split(
    /\s+/,
  ),
)
/** Names that other things use as well: believed only where a child has children of the same name. */
const LOOSE_CHILD_NAMES = new Set(
  'items nodes units sections divisions organisations organizations branches positions roles courses kids team'.split(' '),
)

const SNIFFED_NODES = 2000

export const format: Format = {
  id: 'nested',
  sniff: (source) => {
    const tree = treeIn(source, SNIFFED_NODES)
    if (!tree) return 0
    const labelled = tree.nodes.filter((node) => labelOf(node.value) !== null).length
    if (labelled < tree.nodes.length / 2) return 0
    return tree.names.has('children') ? 0.9 : 0.75
  },
  read: (source, diagnostics) => {
    const tree = treeIn(source, Infinity)
    return tree ? readTree(source.name, tree, diagnostics) : { draft: null, recognised: null }
  },
}

interface Node {
  readonly value: JsonObject
  /** Index into nodes, -1 = a root. */
  readonly parent: number
}
interface Tree {
  /** Parents before children, siblings in order. */
  readonly nodes: readonly Node[]
  /** Folded names under which children were found. */
  readonly names: ReadonlySet<string>
  readonly keys: ReadonlySet<string>
  readonly strangers: number
}

/** The roots stand at the top of the file, or up to three levels down under keys of a wrapper. */
function treeIn(source: Source, limit: number): Tree | null {
  const json = source.json()
  if (json.kind !== 'value') return null
  let level: readonly unknown[] = [json.value]
  for (let depth = 0; depth <= 3 && level.length > 0; depth++) {
    const trees = level.map((value) => treeFrom(value, limit)).filter((tree) => tree !== null)
    if (trees.length > 0) return trees.reduce((best, tree) => (tree.nodes.length > best.nodes.length ? tree : best))
    level = level.filter(isObject).flatMap((value) => Object.values(value))
  }
  return null
}

function treeFrom(value: unknown, limit: number): Tree | null {
  const roots = Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : []
  if (roots.length === 0) return null
  const keys = childKeys(roots, limit, !Array.isArray(value))
  if (keys.size === 0 || (!Array.isArray(value) && labelOf(roots[0] as JsonObject) === null && !keys.has('children'))) return null
  const nodes: Node[] = []
  let strangers = Array.isArray(value) ? value.length - roots.length : 0
  const stack: Node[] = roots.map((root) => ({ value: root, parent: -1 })).reverse()
  for (let node = stack.pop(); node && nodes.length < limit; node = stack.pop()) {
    const at = nodes.push(node) - 1
    const found = childrenOf(node.value, keys)
    strangers += found.strangers
    for (let i = found.children.length - 1; i >= 0; i--) stack.push({ value: found.children[i] as JsonObject, parent: at })
  }
  return { nodes, names: new Set([...keys].map(foldedName)), keys, strangers }
}

/**
 * The keys whose lists hold reports here; one that other things use as well counts only if it nests. Under one root, `children` may be
 * texts; in a list of many they are more likely the ids of its other objects.
 */
function childKeys(roots: readonly JsonObject[], limit: number, isOneRoot: boolean): ReadonlySet<string> {
  const found = new Map<string, { objects: number; texts: number }>()
  const nesting = new Set<string>()
  const stack = [...roots]
  for (let seen = 0; stack.length > 0 && seen < Math.min(limit, SNIFFED_NODES); seen++) {
    for (const [key, value] of Object.entries(stack.pop() as JsonObject)) {
      const name = foldedName(key)
      const items = CHILD_NAMES.has(name) || LOOSE_CHILD_NAMES.has(name) ? itemsOf(value) : null
      if (!items) continue
      const objects = items.filter(isObject)
      const before = found.get(key) ?? { objects: 0, texts: 0 }
      found.set(key, { objects: before.objects + objects.length, texts: before.texts + items.length - objects.length })
      if (objects.some((child) => Object.hasOwn(child, key) && (itemsOf(child[key])?.length ?? 0) > 0)) nesting.add(key)
      for (const object of objects) stack.push(object)
    }
  }
  const holds = ([key, { objects, texts }]: [string, { objects: number; texts: number }]) => {
    const name = foldedName(key)
    if (LOOSE_CHILD_NAMES.has(name)) return nesting.has(key)
    return objects > 0 || (name === 'children' && (isOneRoot || texts === 0))
  }
  return new Set([...found].filter(holds).map(([key]) => key))
}

/** A list of children; a list of lists is one list; one object alone is one child, an object of objects its values. */
function itemsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value.some(Array.isArray) ? value.flat() : value
  if (!isObject(value)) return null
  return labelOf(value) !== null ? [value] : Object.values(value).filter(isObject)
}

function childrenOf(node: JsonObject, keys: ReadonlySet<string>): { readonly children: readonly JsonObject[]; readonly strangers: number } {
  const children: JsonObject[] = []
  let strangers = 0
  for (const key of keys) {
    const items = Object.hasOwn(node, key) ? itemsOf(node[key]) : null
    for (const item of items ?? []) {
      const text = textOf(item)
      if (isObject(item)) children.push(item)
      else if (text !== null) children.push({ name: text })
      else if (item !== null) strangers++
    }
  }
  return { children, strangers }
}

function readTree(file: string, tree: Tree, diagnostics: Diagnostics): FormatResult {
  const values = tree.nodes.map((node) => node.value)
  const columns = columnsOf(values).filter((column) => !tree.keys.has(column.path[0]))
  const filled = columns.filter((column) => column.filled > 0).map((column) => column.name)
  const columnBy = new Map(columns.map((column) => [column.name, column] as const))
  const id = columnBy.get(firstOf(ID_NAMES, filled)[0] ?? '')
  const ids = idsOf(file, values, id, diagnostics)
  const fields = recogniseFields(filled, new Set(id ? [id.name] : []))
  const people = tree.nodes.map(({ value, parent }, i): PersonRow => {
    const place = { file, row: i + 1, subject: ids[i] as string }
    const reportsTo = parent < 0 ? null : (ids[parent] as string)
    return { id: ids[i] as string, reportsTo, ...personCells(value, fields, columnBy, place, diagnostics) }
  })
  if (tree.strangers > 0) diagnostics.warn('children-unreadable', { file, params: { count: tree.strangers } }, 'left-out')
  const read = new Set([...(id ? [id.name] : []), ...Object.values(fields).flat()])
  const leftAside = leaveAside(file, columns, read, diagnostics)
  const childNames = [...tree.keys].join(', ')
  return {
    draft: { sections: { people: { rows: people } }, whole: {} },
    recognised: {
      shape: 'nested',
      records: people.length,
      fields: { ...(id ? { id: id.name } : {}), reportsTo: childNames, ...shownFields(fields) },
      leftAside,
    },
  }
}

/** An id for every node: its own, else what it is called; numbered where it is not the first. Place says who reports to whom, so ids may repeat. */
function idsOf(file: string, values: readonly JsonObject[], column: Column | undefined, diagnostics: Diagnostics): readonly string[] {
  const given = values.map((value) => (column ? textOf(cellOf(value, column.path)) : null))
  const known = new Set(given.filter((id) => id !== null))
  const used = new Set<string>()
  const next = new Map<string, number>()
  return given.map((own, i) => {
    const wanted = own ?? labelOf(values[i] as JsonObject) ?? '?'
    let id = wanted
    if (used.has(id) || (own === null && known.has(id))) {
      let n = next.get(wanted) ?? 2
      while (known.has(`${wanted}#${n}`) || used.has(`${wanted}#${n}`)) n++
      next.set(wanted, n + 1)
      id = `${wanted}#${n}`
      if (own !== null) diagnostics.warn('id-repeated', { file, row: i + 1, subject: own, params: { id } }, 'numbered')
    }
    used.add(id)
    return id
  })
}
