// A part of an analysis, without the whole list it stands in.
import { roleTotalsIn } from './columns'
import { detectors } from './detect'
import type { Judgements } from './finding'
import type { Survey } from './survey'
import type { Analysis, Card, CardList, RoleTotals, Walk } from './types'
import { walksOfRole } from './walks'

/** What an analysis was made of. */
export interface Parts {
  readonly survey: Survey
  readonly judgements: readonly Judgements[]
  readonly cards: CardList
  /** The day it was made for, where somebody said. */
  readonly today: string | undefined
}
const kept = new WeakMap<Analysis, Parts>()

export function keepParts(analysis: Analysis, parts: Parts): void {
  kept.set(analysis, parts)
}
/** undefined of an analysis that was not made by `analysisOf`. */
export const partsOf = (analysis: Analysis): Parts | undefined => kept.get(analysis)

export const cardListOf = (analysis: Analysis): CardList => kept.get(analysis)?.cards ?? listed(analysis.cards)

/** null where nothing in scope arrives at the role. */
export function roleTotalsOf(analysis: Analysis, role: number): RoleTotals | null {
  const parts = kept.get(analysis)
  if (!parts) return analysis.roles.find((one) => one.role === role) ?? null
  const entry = parts.survey.entryRoleOf(role)
  return entry ? roleTotalsIn(entry) : null
}

/** Those that start at one role, in order of `Analysis.walks`. */
export function walksAt(analysis: Analysis, role: number): readonly Walk[] {
  const parts = kept.get(analysis)
  if (!parts) return analysis.walks.filter((walk) => walk.entry === role)
  return walksOfRole(parts.survey, role)
}

/** It says of a kind of case that it gets stuck on its way: for these codes flags fly on the chart. */
export const isStuck = ({ findings }: Card): boolean => findings.some(({ code, state }) => state === 'flagged' && onTheWay().has(code))
/** Whether something on the way of a case is flagged, or not known. */
export const isOnTheWay = ({ findings }: Card): boolean => findings.some(({ code }) => onTheWay().has(code))
let codesOnTheWay: ReadonlySet<string> | undefined
/** Asked late: rules know this file too. */
function onTheWay(): ReadonlySet<string> {
  codesOnTheWay ??= new Set(detectors.flatMap((rule) => (rule.of === 'pair' && !rule.isAside ? [rule.code] : [])))
  return codesOnTheWay
}

function listed(cards: readonly Card[]): CardList {
  const flagged = cards.filter((card) => card.severity !== null)
  const inOrder = [...flagged, ...cards.filter((card) => card.severity === null)]
  return {
    length: cards.length,
    flagged: flagged.length,
    stuck: flagged.filter(isStuck).length,
    from: (start, count) => inOrder.slice(start, start + count),
    at: (role) => cards.filter((card) => card.role === role),
    about: (issueType, most) => inOrder.filter((card) => card.issueType === issueType).slice(0, most),
  }
}
