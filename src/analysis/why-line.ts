// Numbers of the reporting line: people, roles, layers, people a manager (domain.md 4.2).

import { cellAt } from '../base/table'
import type { Org } from '../model/types'
import { MOST_PARTS, restOf } from './why-parts'
import { type Explanation, type Part, WITHOUT_CASES } from './why-types'

type LineFigure = 'people' | 'roles' | 'layers' | 'span'

const same = (value: number) => ({ pessimistic: value, optimistic: value })
const UNITS = { people: 'people', roles: 'roles', layers: 'layers', span: 'peopleEach' } as const
const PARTS: Readonly<Record<LineFigure, (org: Org) => readonly Part[]>> = { people, roles, layers, span }

export function explainLine(org: Org, name: LineFigure): Explanation {
  const all = PARTS[name](org)
  const sum = all.reduce((total, { adds }) => total + (adds.pessimistic ?? 0), 0)
  return {
    ...WITHOUT_CASES,
    figure: { name },
    value: name === 'span' ? quotient(all) : sum,
    unit: UNITS[name],
    isQuotient: name === 'span',
    parts: all.slice(0, MOST_PARTS),
    rest: restOf(all.slice(MOST_PARTS)),
    missing: [],
    rule: name,
  }
}

/** Where the file does not say how many people a role stands for it counts as one (domain.md 3.6). */
const headsOf = (org: Org, role: number) => cellAt(org.doc.roles, 'headcount', role) ?? 1
const everyRole = (org: Org) => Array.from(org.structure.parent, (_, role) => role)

function people(org: Org): readonly Part[] {
  return everyRole(org)
    .map((role) => ({ kind: 'role', role, adds: same(headsOf(org, role)) }) as const)
    .filter(({ adds }) => adds.pessimistic > 0)
    .sort((a, b) => b.adds.pessimistic - a.adds.pessimistic)
}

function roles({ structure }: Org): readonly Part[] {
  const counts = Array.from({ length: structure.layers }, () => 0)
  for (const depth of structure.depth) counts[depth] = (counts[depth] ?? 0) + 1
  return counts.map((count, i) => ({ kind: 'layer', layer: i + 1, adds: same(count) }))
}

/** One of the longest lines, from the top down: a layer a role. */
function layers({ structure }: Org): readonly Part[] {
  const deepest = structure.depth.indexOf(structure.layers - 1)
  const line: Part[] = []
  for (let role = deepest; role >= 0; role = structure.parent[role] as number) line.unshift({ kind: 'role', role, adds: same(1) })
  return line
}

function span(org: Org): readonly Part[] {
  const { parent, firstChild } = org.structure
  const heads = (isMeant: (role: number) => boolean) => {
    let sum = 0
    for (let role = 0; role < parent.length; role++) if (isMeant(role)) sum += headsOf(org, role)
    return sum
  }
  return [
    { kind: 'count', of: 'reports', adds: same(heads((role) => parent[role] !== -1)) },
    { kind: 'count', of: 'managers', adds: same(heads((role) => firstChild[role] !== -1)) },
  ]
}

/** null where nobody manages. */
function quotient([reports, managers]: readonly Part[]): number | null {
  const below = managers?.adds.pessimistic ?? 0
  return below > 0 ? (reports?.adds.pessimistic ?? 0) / below : null
}
