// What the findings come to: cases get stuck, none does, it is not known, or nobody has said what customers bring.
import { cardListOf, isOnTheWay } from '../../analysis/parts'
import type { Analysis } from '../../analysis/types'

export type Verdict = 'stuck' | 'none' | 'unknown' | 'unsaid'

/** They are there without all being put in order. */
const A_FEW = 50

export function verdictOf(analysis: Analysis): Verdict {
  const cards = cardListOf(analysis)
  if (cards.stuck > 0) return 'stuck'
  if (cards.from(0, A_FEW).some(isOnTheWay) || cards.from(0, cards.length).some(isOnTheWay)) return 'unknown'
  return analysis.walks.length === 0 ? 'unsaid' : 'none'
}

/** What was looked at where nothing was found, and what could not be. */
export interface LookedAt {
  readonly kinds: number
  readonly roles: number
  /** Findings that are nowhere known, by code. */
  readonly unknown: readonly string[]
}
export function lookedAt({ walks, roles, findings }: Analysis): LookedAt {
  const unknown = new Set(findings.filter((one) => one.state === 'unknown').map((one) => one.code))
  return { kinds: new Set(walks.map((walk) => walk.issueType)).size, roles: roles.length, unknown: [...unknown].sort() }
}
