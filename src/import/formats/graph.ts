// Boxes in one list and the lines between them in another, as drawing libraries have them; or lines alone.
import { once } from '../../base/memo'
import { isObject, type JsonObject } from '../cells'
import { boxesOf, type Edge, edgeLinkages, edgesIn, objectOf } from '../edges'
import { foldedName } from '../fields'
import { type Grid, gridOf } from '../grid'
import { type FoundGrid, gridFormat } from '../gridFormat'
import { type FoundValue, valuesWithin } from '../lists'
import type { Source } from '../source'

export const format = gridFormat({
  id: 'graph',
  confidence: { least: 0.4, most: 0.88, chosen: 0.9 },
  grids: (source) => graphIn(source),
})

const EDGE_NAMES = /^(edges|links|connections|connectors|relations|relationships|lines|arrows|linkdataarray|elements)$/

const graphIn = once((source: Source): readonly FoundGrid[] => {
  const json = source.json()
  if (json.kind !== 'value') return []
  const values = valuesWithin(json.value)
  return values.flatMap((one) => {
    const edges = Array.isArray(one.value) ? edgesOf(one.value) : null
    return edges ? boxesFor(one, edges, values) : []
  })
})

/** One list may hold both boxes and lines. */
function edgesOf(items: readonly unknown[]): readonly Edge[] | null {
  const whole = edgesIn(items)
  if (whole) return whole
  // A list of both begins with boxes and ends with lines, or the other way round.
  if (edgesIn(items.slice(0, 1)) === null && edgesIn(items.slice(-1)) === null) return null
  const lines = items.filter((item) => edgesIn([item]) !== null)
  return lines.length > 1 && lines.length >= items.length * 0.3 && items.every(isObject) ? edgesIn(lines) : null
}

/** The list of boxes beside the lines, or what in the same list is no line; where there is neither, the ends of the lines. */
function boxesFor({ name, value }: FoundValue, edges: readonly Edge[], values: readonly FoundValue[]): readonly FoundGrid[] {
  const items = value as readonly unknown[]
  const isNamed = EDGE_NAMES.test(foldedName(name.split('.').at(-1) ?? ''))
  const mixed = items.filter((item) => edgesIn([item]) === null)
  const beside = values.filter((one) => one.name !== name && placeOf(one.name) === placeOf(name))
  const grids = mixed.length > 0 ? [gridOfNodes(mixed)] : beside.map((one) => gridOfNodes(nodesIn(one.value)))
  const found = grids
    .filter((grid) => grid !== null)
    .map((grid) => ({ name: '', grid, given: worthy(edgeLinkages(grid, edges)), trust: 1 }))
  if (found.some(({ given }) => given.length > 0)) return found.filter(({ given }) => given.length > 0)
  const alone = boxesOf(edges)
  const isPairs = items.every(Array.isArray)
  return [{ name: '', grid: alone, given: worthy(edgeLinkages(alone, edges)), trust: isNamed ? 0.95 : isPairs ? 0.75 : 0.9 }]
}

const worthy = (linkages: ReturnType<typeof edgeLinkages>) => linkages.filter(({ score }) => score >= 0.3).slice(0, 3)
const placeOf = (name: string) => name.split('.').slice(0, -1).join('.')

function nodesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return []
  return Object.entries(value).map(([id, node]) => (isObject(node) ? { id, ...node } : null))
}

function gridOfNodes(nodes: readonly unknown[]): Grid | null {
  const rows: JsonObject[] = []
  const at: number[] = []
  const strangers: number[] = []
  nodes.forEach((node, i) => {
    const row = objectOf(node)
    if (row === null) strangers.push(i + 1)
    else {
      rows.push(row)
      at.push(i + 1)
    }
  })
  return rows.length > 1 ? gridOf(rows, at, strangers) : null
}
