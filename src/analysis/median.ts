// Medians over the roles behind the front, each counting for its people (domain.md F11, F22; 3.6, unknown headcount weighs 1).
import { once } from '../base/memo'
import { type Cell, cellAt } from '../base/table'
import type { Survey } from './survey'

/** Roles that do not meet customers. */
export const offTheFront = once(({ org }: Survey): readonly number[] =>
  Array.from({ length: org.doc.roles.length }, (_, role) => role).filter((role) => org.structure.distance[role] !== 1),
)

/** Of the roles that say; null where none does. */
export function medianOf({ org }: Survey, roles: readonly number[], of: (role: number) => Cell<number>): number | null {
  const known = roles.flatMap((role) => {
    const value = of(role)
    const weight = cellAt(org.doc.roles, 'headcount', role) ?? 1
    return typeof value === 'number' && weight > 0 ? [{ value, weight }] : []
  })
  known.sort((a, b) => a.value - b.value)
  const half = known.reduce((sum, { weight }) => sum + weight, 0) / 2
  let below = 0
  for (let k = 0; k < known.length; k++) {
    const { value, weight } = known[k] as (typeof known)[number]
    below += weight
    if (below > half + 1e-9) return value
    const next = known[k + 1]
    if (Math.abs(below - half) <= 1e-9 && next) return (value + next.value) / 2
  }
  return known.at(-1)?.value ?? null
}
