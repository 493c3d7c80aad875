// Boxes and the lines between them: which end of a line is above, and which kind of line is the reporting line where there are several.
import { isObject, type JsonObject, textOf } from './cells'
import { foldedName } from './fields'
import { type Column, type Grid, gridOf } from './grid'
import { Keys } from './keys'
import { countsOf, type Linkage, MISSING, NOBODY, scoreOf } from './linkage'
import { candidates, isLabelColumn, namedColumns, trustAsTarget } from './links'

export interface Edge {
  readonly from: string
  readonly to: string
  readonly kind: string
}

const FROM = /^(from|source|src|start|tail|parent|fromid|sourceid|parentid|fromnode|sourcenode|fromkey|begin|u|von|от)$/
const TO = /^(to|target|dst|dest|destination|end|head|child|toid|targetid|childid|tonode|targetnode|tokey|v|nach|zu|к)$/
const KIND = /^(type|kind|relation|relationship|label|rel|edgetype|category|name|predicate)$/

/** So many items say whether the others are worth a look. */
const FEW = 20

/** Lines of a list, if that is what most of its items are: `{ from, to }`, `{ data: { source, target } }`, `[a, b]`. */
export function edgesIn(items: readonly unknown[]): readonly Edge[] | null {
  const few = items.slice(0, FEW)
  if (few.filter((item) => edgeOf(item) !== null).length < few.length * 0.8) return null
  const edges = items.flatMap((item) => edgeOf(item) ?? [])
  return edges.length > 0 && edges.length >= items.length * 0.8 ? edges : null
}

function edgeOf(item: unknown): Edge | null {
  if (Array.isArray(item)) {
    const [from, to] = item.map(textOf)
    return item.length === 2 && from != null && to != null ? { from, to, kind: '' } : null
  }
  if (!isObject(item)) return null
  const entries = Object.entries(item)
  const end = (name: RegExp) => entries.find(([key]) => name.test(foldedName(key)))?.[1]
  const [from, to] = [endOf(end(FROM)), endOf(end(TO))]
  if (from !== null && to !== null) return { from, to, kind: textOf(end(KIND)) ?? '' }
  const { data } = item
  return isObject(data) ? edgeOf(data) : null
}

/** An end may be the box itself. */
function endOf(value: unknown): string | null {
  if (!isObject(value)) return textOf(value)
  return textOf(value.id) ?? textOf(value.key) ?? textOf(value.name)
}

/** The boxes at the ends of lines, in order of appearance, for files that list no others. */
export function boxesOf(edges: readonly Edge[]): Grid {
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
  return gridOf(
    ids.map((id) => ({ id })),
    ids.map((_, i) => i + 1),
  )
}

/** Lines over a grid of boxes, by the column that most ends are found in; boxes that are only ends of lines are made. */
export function edgeLinkages(grid: Grid, edges: readonly Edge[]): readonly Linkage[] {
  const named = namedColumns(grid)
  const kinds = [...new Set(edges.map(({ kind }) => kind))]
  const groups =
    kinds.length > 1 && kinds.length <= 12 ? [edges, ...kinds.map((kind) => edges.filter((edge) => edge.kind === kind))] : [edges]
  return candidates(grid, (column) => trustAsTarget(column, named))
    .slice(0, 4)
    .flatMap(({ column, trust }) => {
      const keys = new Keys(grid, column, isLabelColumn(column, named))
      return groups.map((group) => straighter(grid, keys, column, group, trust))
    })
    .sort((a, b) => b.score - a.score)
}

/** Lines that run from a report to its manager are called so; others mostly run down. */
const UPWARDS = /report|managedby|childof|memberof|belongs|partof|subordinateto|suborganizationof/

function straighter(grid: Grid, keys: Keys, column: Column, edges: readonly Edge[], trust: number): Linkage {
  const [down, up] = [alongEdges(grid, keys, column, edges, false, trust), alongEdges(grid, keys, column, edges, true, trust)]
  const saysUp = edges.length > 0 && edges.every(({ kind }) => UPWARDS.test(foldedName(kind)))
  if (Math.abs(up.score - down.score) < 1e-9) return saysUp ? up : down
  return up.score > down.score ? up : down
}

function alongEdges(grid: Grid, keys: Keys, column: Column, edges: readonly Edge[], isUp: boolean, trust: number): Linkage {
  const parent = new Int32Array(grid.length).fill(NOBODY)
  let [found, second] = [0, 0]
  for (const { from, to } of edges) {
    const [below, above] = [keys.find(isUp ? from : to), keys.find(isUp ? to : from)]
    if (below === undefined || below === above) continue
    if (parent[below] !== NOBODY) {
      if (parent[below] !== above) second++
      continue
    }
    parent[below] = above ?? MISSING
    if (above !== undefined) found++
  }
  const counts = { ...countsOf(parent, keys.repeated, null), named: edges.length, resolved: found }
  const single = edges.length === 0 ? 0 : 1 - second / edges.length
  const score = found === 0 ? 0 : scoreOf(counts, grid.length) * trust * single
  return { shape: 'graph', id: column, by: [], parent, made: [], isLabel: keys.isLabel, isGuess: false, counts, score }
}

export function objectOf(node: unknown): JsonObject | null {
  if (isObject(node)) return node
  const text = textOf(node)
  return text === null ? null : { id: text }
}
