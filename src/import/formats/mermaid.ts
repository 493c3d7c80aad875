// Mermaid flowcharts, as notes and wikis have them: `A[Managing director] --> B["Head of sales"]`.
import { once } from '../../base/memo'
import { type Edge, edgeLinkages } from '../edges'
import { gridOf } from '../grid'
import { type FoundGrid, gridFormat } from '../gridFormat'
import type { Source } from '../source'

export const format = gridFormat({
  id: 'mermaid',
  confidence: { least: 0.7, most: 0.96, chosen: 0.97 },
  grids: (source) => gridsIn(source),
})

const START = /^(?:\s|%%[^\n]*\n|---[\s\S]{0,2000}?\n---\s*\n|```(?:mermaid)?\s*\n)*(?:graph|flowchart)\s+(?:TB|TD|BT|LR|RL)\b/
const NODE = /^([\p{L}\p{N}_-]+?)(?:[[({>]+["'`]?(.*?)["'`]?[\])}]+)?(?::::?[\w-]+)?$/u
const ARROW = /\s*(?:<?[-=~.]{2,}\s*(?:"[^"]*"|[^->=|]{0,80}?)\s*[-=.]*[-=]>|[-=]{3,}|-\.->|--[>xo]?|==>|-\.-)(?:\|[^|]*\|)?\s*/u

const gridsIn = once((source: Source): readonly FoundGrid[] => {
  if (!START.test(source.head ?? '')) return []
  const labels = new Map<string, { readonly label: string; readonly line: number }>()
  const edges: Edge[] = []
  const isUp = /^(?:[\s\S]{0,2000}?)(?:graph|flowchart)\s+BT\b/.test(source.head ?? '')
  source
    .decoded()
    .text.split(/\r\n|\r|\n/)
    .forEach((line, i) => {
      for (const statement of line.split(';')) readStatement(statement.trim(), i + 1, labels, edges)
    })
  const ids = [...labels.keys()]
  const grid = gridOf(
    ids.map((id) => ({ id, name: labels.get(id)?.label ?? id })),
    ids.map((id) => labels.get(id)?.line ?? 0),
  )
  const lines = isUp ? edges.map(({ from, to, kind }) => ({ from: to, to: from, kind })) : edges
  return [{ name: '', grid, given: edgeLinkages(grid, lines).filter(({ score }) => score > 0.2) }]
})

const LONGEST = 2000
function readStatement(
  statement: string,
  line: number,
  labels: Map<string, { readonly label: string; readonly line: number }>,
  edges: Edge[],
): void {
  if (
    statement === '' ||
    statement.length > LONGEST ||
    /^(graph|flowchart|subgraph|end|style|classDef|class|click|linkStyle|direction|%%|---|```)\b|^%%|^```|^---$/.test(statement)
  )
    return
  const parts = statement
    .split(new RegExp(ARROW.source, 'u'))
    .map((part) => part.split(/\s*&\s*/).flatMap((node) => nodeIn(node.trim(), line, labels) ?? []))
  for (let k = 1; k < parts.length; k++)
    for (const from of parts[k - 1] ?? []) for (const to of parts[k] ?? []) edges.push({ from, to, kind: '' })
}

function nodeIn(text: string, line: number, labels: Map<string, { readonly label: string; readonly line: number }>): string | null {
  const found = NODE.exec(text)
  if (!found) return null
  const id = found[1] as string
  const label = (found[2] ?? '').replace(/<br\s*\/?>/gi, ' ').trim()
  if (!labels.has(id) || label !== '') labels.set(id, { label: label || id, line: labels.get(id)?.line ?? line })
  return id
}
