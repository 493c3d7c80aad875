// Nested JSON: an object, or a list of them, whose objects hold lists of like objects under `children`, one of its other names, or any name,
// also another one on every level. Walked with a stack of its own: a chain of half a million reports is as good as any.
import { once } from '../../base/memo'
import { isObject, type JsonObject, labelOf, textOf } from '../cells'
import { foldedName } from '../fields'
import { type Format, NOTHING, type ReadOptions } from '../format'
import { gridOf } from '../grid'
import { NOBODY, placedLinkage } from '../linkage'
import { linkagesIn } from '../linkages'
import { valuesWithin } from '../lists'
import { readPeople } from '../people'
import type { Source } from '../source'

/** What reports are called. */
const CHILD_NAMES = new Set(
  `children subordinates reports directreports directsubordinates reportees employees people members staff teams departments
  childorgs childdepartments childunits childnodes subunits subteams subdepartments subdivisions downtree orghassuborganization hassuborganization kinder mitarbeiter
  unterstellte hijos enfants subordinados подчиненные сотрудники 下属 子部门`.split(/\s+/),
)
/** Names that other things use as well: believed only where a child has children of the same name. */
const LOOSE_CHILD_NAMES = new Set(
  'items nodes units sections divisions organisations organizations branches positions roles courses kids team'.split(' '),
)
/** Lists of objects that are no reports, whatever is in them. */
const OTHER_LISTS =
  /^(e?mails?|phones?|phonenumbers|address(es)?|skills|tags|labels|links|photos|images|groups|entitlements|roles|permissions|history|events|projects|tasks|goals|kpis|measures|metrics|responsibilities|certifications|education|languages|documents|attachments|fields|columns|properties|attributes|meta|metadata|schemas|managers?|parents?|edges|relations(hips)?|memberships|ims|addresses|x509certificates|assignedlicenses|assignedplans|businessphones|legend|colors|styles)$/

const SNIFFED_NODES = 2000

export const format: Format = {
  id: 'nested',
  sniff: (source) => {
    const tree = treeIn(source, SNIFFED_NODES)
    if (!tree) return 0
    const labelled = tree.nodes.filter((node) => labelOf(node.value) !== null).length
    if (labelled < tree.nodes.length / 2) return 0
    if (tree.names.has('children')) return 0.9
    return tree.isUsual ? 0.75 : tree.isDeep ? 0.7 : 0.45
  },
  read: (source, diagnostics, options) => {
    const tree = wholeTree(source, options)
    if (!tree) return NOTHING
    const grid = gridOf(
      tree.nodes.map(({ value }) => value),
      tree.nodes.map((_, i) => i + 1),
      [],
      tree.keys,
    )
    const parent = Int32Array.from(tree.nodes, (node) => node.parent)
    const asked = options.link || options.fields?.reportsTo !== undefined ? linkagesIn(grid, options) : []
    if (tree.strangers > 0) diagnostics.warn('children-unreadable', { file: source.name, params: { count: tree.strangers } }, 'left-out')
    const childNames = [...tree.keys].join(', ')
    const linkage = placedLinkage(grid, 'nested', parent, 1)
    const { recognised, understood, ...result } = readPeople(source.name, grid, [...asked, linkage], diagnostics, options)
    if (!recognised || !understood) return NOTHING
    const links = understood.links.map((link) => (link.shape === 'nested' ? { ...link, manager: childNames } : link))
    const account = tree.strangers === 0 ? understood.account : withStrangers(understood.account, tree.strangers)
    const fields = asked.length > 0 ? recognised.fields : { ...recognised.fields, reportsTo: childNames }
    return { ...result, recognised: { ...recognised, fields }, understood: { ...understood, links, account } }
  },
}

interface Node {
  readonly value: JsonObject
  /** Index into nodes, NOBODY = a root. */
  readonly parent: number
}
interface Tree {
  /** Parents before children, siblings in order. */
  readonly nodes: readonly Node[]
  /** Folded names under which children were found. */
  readonly names: ReadonlySet<string>
  readonly keys: ReadonlySet<string>
  /** Called as reports mostly are. */
  readonly isUsual: boolean
  /** At least three levels. */
  readonly isDeep: boolean
  readonly strangers: number
}

const wholeTree = once((source: Source, _: ReadOptions) => treeIn(source, Infinity))

/** The roots stand at the top of the file, or up to three levels down under keys of a wrapper. */
function treeIn(source: Source, limit: number): Tree | null {
  const json = source.json()
  if (json.kind !== 'value') return null
  const places = valuesWithin(json.value)
  const usual = bestOf(places.map(({ value }) => treeFrom(value, limit, false)))
  if (usual && (usual.isDeep || usual.names.has('children') || places[0]?.value === usual.nodes[0]?.value)) return usual
  const any = bestOf(places.map(({ value }) => treeFrom(value, limit, true)))
  return any && any.nodes.length > (usual?.nodes.length ?? 0) ? any : usual
}

/** The first in order of depth that is a tree, unless a later one is larger by far. */
function bestOf(trees: readonly (Tree | null)[]): Tree | null {
  return trees.reduce<Tree | null>((best, tree) => (tree && (!best || tree.nodes.length > best.nodes.length * 1.5) ? tree : best), null)
}

function treeFrom(value: unknown, limit: number, isAnyKey: boolean): Tree | null {
  const roots = Array.isArray(value) ? value.filter(isObject) : isObject(value) ? [value] : []
  if (roots.length === 0) return null
  const keys = childKeys(roots, limit, !Array.isArray(value), isAnyKey)
  if (keys.size === 0) return null
  const names = new Set([...keys].map(foldedName))
  if (!Array.isArray(value) && labelOf(roots[0] as JsonObject) === null && !names.has('children')) return null
  const nodes: Node[] = []
  let strangers = Array.isArray(value) ? value.length - roots.length : 0
  let isDeep = false
  const stack: Node[] = roots.map((root) => ({ value: root, parent: NOBODY })).reverse()
  for (let node = stack.pop(); node && nodes.length < limit; node = stack.pop()) {
    const at = nodes.push(node) - 1
    const found = childrenOf(node.value, keys)
    strangers += found.strangers
    if (found.children.length > 0 && node.parent >= 0) isDeep = true
    for (let i = found.children.length - 1; i >= 0; i--) stack.push({ value: found.children[i] as JsonObject, parent: at })
  }
  const isUsual = [...names].some((name) => CHILD_NAMES.has(name) || LOOSE_CHILD_NAMES.has(name))
  return { nodes, names, keys, isUsual, isDeep, strangers }
}

/**
 * The keys whose lists hold reports here; one that other things use as well counts only if it nests. Under one root, `children` may be
 * texts; in a list of many they are more likely the ids of its other objects.
 */
function childKeys(roots: readonly JsonObject[], limit: number, isOneRoot: boolean, isAnyKey: boolean): ReadonlySet<string> {
  const found = new Map<string, { objects: number; labelled: number; texts: number }>()
  const nesting = new Set<string>()
  const stack = [...roots]
  for (let seen = 0; stack.length > 0 && seen < Math.min(limit, SNIFFED_NODES); seen++) {
    for (const [key, value] of Object.entries(stack.pop() as JsonObject)) {
      if (typeof value !== 'object' || value === null) continue
      const name = foldedName(key)
      const isUsual = CHILD_NAMES.has(name) || LOOSE_CHILD_NAMES.has(name)
      if (!isUsual && !(isAnyKey && Array.isArray(value) && !OTHER_LISTS.test(name))) continue
      const items = itemsOf(value)
      if (!items) continue
      const objects = items.filter(isObject)
      const before = found.get(key) ?? { objects: 0, labelled: 0, texts: 0 }
      const labelled = objects.filter((object) => labelOf(object) !== null).length
      found.set(key, {
        objects: before.objects + objects.length,
        labelled: before.labelled + labelled,
        texts: before.texts + items.length - objects.length,
      })
      if (objects.some((child) => Object.hasOwn(child, key) && (itemsOf(child[key])?.length ?? 0) > 0)) nesting.add(key)
      if (LOOSE_CHILD_NAMES.has(name) && objects.some(holdsOthers)) nesting.add(key)
      for (const object of objects) stack.push(object)
    }
  }
  const holds = ([key, { objects, labelled, texts }]: [string, { objects: number; labelled: number; texts: number }]) => {
    const name = foldedName(key)
    if (CHILD_NAMES.has(name))
      return objects > 0 || (name === 'children' && (isOneRoot || texts === 0)) || (isAnyKey && isOneRoot && texts > 0)
    if (isAnyKey) return objects > 0 && labelled >= objects * 0.8
    return nesting.has(key)
  }
  return new Set([...found].filter(holds).map(([key]) => key))
}

/** Whether an object holds reports of another name, as a division holds departments. */
function holdsOthers(object: JsonObject): boolean {
  return Object.entries(object).some(([key, value]) => {
    const name = foldedName(key)
    return Array.isArray(value) && value.some(isObject) && (CHILD_NAMES.has(name) || LOOSE_CHILD_NAMES.has(name))
  })
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

/** What stands among reports and is neither an object nor a name has no row number. */
function withStrangers<A extends { readonly rowsIn: number; readonly leftOut: readonly unknown[] }>(account: A, count: number): A {
  const rows = Array.from({ length: count }, () => 0)
  return { ...account, rowsIn: account.rowsIn + count, leftOut: [...account.leftOut, { because: 'unreadable', rows }] }
}
