// The story a room is walked through, made from the file: the chart as everybody knows it, customers, the turn, rows by distance, what gets
// stuck, one case from hand to hand. What a file knows nothing of is left out of its story.

import { followCase } from '../analysis/follow'
import { cardListOf, isStuck, walksAt } from '../analysis/parts'
import type { Analysis, Card, CaseRef, Walk } from '../analysis/types'
import { once } from '../base/memo'
import type { FlipOrder, Orientation } from '../layout/types'
import { idOf } from '../model/roles'
import type { Org } from '../model/types'
import { isLarge } from './size'
import type { Topic, View } from './types'

export type StoryName = 'chart' | 'customers' | 'turn' | 'distance' | 'stuck' | 'case'

/** One step: what it is called, and what it asks of the view. */
export interface StoryStep {
  /** Unique in its story: `turn`, `stuck-2` … */
  readonly key: string
  readonly name: StoryName
  /** Place among the steps of the same name, from 1. */
  readonly place: number
  readonly orientation: Orientation
  readonly order: FlipOrder
  /** The room is asked where the customers are before it sees them. */
  readonly areCustomersHidden: boolean
  readonly topic: Topic | null
  /** Hands that the step walks by itself before the next one comes; 1 where it does not walk. */
  readonly stops: number
}

const STUCK = 3

/** Never empty, and the first step is the conventional chart. Linear in walks. */
export const storyOf = (org: Org, analysis: Analysis): readonly StoryStep[] => storyIn(analysis, org)

const storyIn = once((analysis: Analysis, org: Org): readonly StoryStep[] => {
  const { distance } = org.structure
  const isMet = distance.includes(1)
  const isFar = distance.some((steps) => steps > 1)
  const before = { orientation: 'conventional', order: 'mirror', areCustomersHidden: false } as const
  const turned = { orientation: 'flipped', order: isMet && isFar ? 'mirror' : 'distance', areCustomersHidden: false } as const
  const after = { ...turned, order: 'distance' } as const
  const foremost = isLarge(org.doc) ? cardListOf(analysis).from(0, FOREMOST) : null
  const stuck = stuckIn(foremost ?? analysis.cards)
  const told = caseOf(org, foremost ? walksOf(analysis, foremost) : analysis.walks)
  return [
    step('chart', { ...before, areCustomersHidden: true }),
    ...(isMet ? [step('customers', before)] : []),
    step('turn', turned),
    ...(isMet && isFar ? [step('distance', after)] : []),
    ...stuck.map((card, i) => step('stuck', { ...after, place: i + 1, topic: topicOf(org, card) })),
    ...(told ? [step('case', { ...after, topic: { kind: 'case', of: told.ref, by: 'route', upTo: 0 }, stops: told.stops })] : []),
  ]
})

/** In a large organisation the story is found among so many: a dozen says as much as a million. */
const FOREMOST = 50
function walksOf(analysis: Analysis, cards: readonly Card[]): readonly Walk[] {
  return [...new Set(cards.map(({ role }) => role))].flatMap((role) => walksAt(analysis, role))
}

/** Those with most at stake; what is the same at another desk is not told twice. */
function stuckIn(cards: readonly Card[]): readonly Card[] {
  const told = new Map<string, Card>()
  for (const card of cards) {
    const about = `${card.findings[0]?.code} ${card.issueType}`
    if (isStuck(card) && told.size < STUCK && !told.has(about)) told.set(about, card)
  }
  return [...told.values()]
}

type Asked = Pick<StoryStep, 'orientation' | 'order' | 'areCustomersHidden'> & Partial<StoryStep>
function step(name: StoryName, asked: Asked): StoryStep {
  const place = asked.place ?? 1
  return { topic: null, stops: 1, ...asked, key: place > 1 ? `${name}-${place}` : name, name, place }
}

/** What the step asks of the view; a case is told up to a hand. Folds stay as they are. */
export function lookOf(
  { orientation, order, topic, stops }: StoryStep,
  upTo = 0,
): Pick<View, 'orientation' | 'order' | 'trail' | 'isBoth'> {
  const told = topic?.kind === 'case' ? { ...topic, upTo: Math.min(stops - 1, Math.max(0, upTo)) } : topic
  return { orientation, order, trail: told ? [told] : [], isBoth: false }
}

function topicOf(org: Org, { role, issueType }: Card): Topic {
  const issue = issueType === null ? undefined : org.doc.issueTypes?.[issueType]
  return { kind: 'card', role: idOf(org, role), issueType: issue?.id ?? '' }
}

/** The case most people in the room can stand up for: the most hands until it is settled, of these what costs most in all; else a dead end. */
function caseOf(org: Org, walks: readonly Walk[]): { readonly ref: CaseRef; readonly stops: number } | null {
  const settled = walks.filter(({ step: hands }) => typeof hands === 'number' && hands > 0)
  const stopped = walks.filter(({ step: hands }) => hands === null)
  const walk = (settled.length > 0 ? settled : stopped).reduce<Walk | null>((best, one) => (best && !isMore(one, best) ? best : one), null)
  const issue = walk && org.doc.issueTypes?.[walk.issueType]
  if (!walk || !issue) return null
  const ref = { entry: idOf(org, walk.entry), issueType: issue.id, value: walk.isStretch ? null : walk.value, segment: null }
  const followed = followCase(org, ref, 'route')
  return followed && { ref, stops: followed.stops.length }
}
function isMore(a: Walk, b: Walk): boolean {
  if (a.path.length !== b.path.length) return a.path.length > b.path.length
  const weight = ({ contacts, cost }: Walk) => (contacts ?? 1) * (typeof cost === 'number' ? cost : 1)
  return weight(a) > weight(b)
}
