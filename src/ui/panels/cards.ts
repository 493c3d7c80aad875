// Which cards the panel shows, and what stands on one, short of the sentence.

import type { Analysis, Card, Walk } from '../../analysis/types'
import type { Edit } from '../../model/edits/edit'
import { idOf, roleAt } from '../../model/roles'
import type { Org, RoleId } from '../../model/types'
import { selectAnalysis, selectOrg } from '../../state/derived'
import type { AppState, Topic } from '../../state/types'

export function topicOfCard(org: Org, card: Card): Extract<Topic, { kind: 'card' }> {
  const issueType = card.issueType === null ? '' : (org.doc.issueTypes?.[card.issueType]?.id ?? '')
  return { kind: 'card', role: idOf(org, card.role), issueType }
}
export function cardKey(org: Org, card: Card): string {
  const { role, issueType } = topicOfCard(org, card)
  return `${role}/${issueType}`
}

/** In the order of the analysis; what may be so comes after what is so. */
export function selectCards(state: AppState): readonly Card[] {
  const analysis = selectAnalysis(state)
  return analysis ? cardsIn(analysis) : NONE
}
/** Of one role, in the order of the analysis. */
export function selectCardsOf(state: AppState, role: RoleId): readonly Card[] {
  const analysis = selectAnalysis(state)
  const org = selectOrg(state)
  return analysis && org ? cardsAt(analysis, org, role) : NONE
}
const NONE: readonly Card[] = []
const inOrder = new WeakMap<Analysis, readonly Card[]>()
function cardsIn(analysis: Analysis): readonly Card[] {
  let cards = inOrder.get(analysis)
  if (!cards) {
    cards = [...analysis.cards.filter((card) => card.severity !== null), ...analysis.cards.filter((card) => card.severity === null)]
    inOrder.set(analysis, cards)
  }
  return cards
}
const ofRole = new WeakMap<Analysis, Map<RoleId, readonly Card[]>>()
function cardsAt(analysis: Analysis, org: Org, id: RoleId): readonly Card[] {
  let held = ofRole.get(analysis)
  if (!held) ofRole.set(analysis, (held = new Map()))
  let cards = held.get(id)
  if (!cards) {
    const role = roleAt(org, id)
    cards = analysis.cards.filter((card) => card.role === role)
    held.set(id, cards)
  }
  return cards
}

/** What its findings offer, each once: they often ask for the same thing. */
export function remediesOf(card: Card): readonly Edit[] {
  const seen = new Map<string, Edit>()
  for (const { remedies } of card.findings) for (const edit of remedies) seen.set(JSON.stringify(edit), edit)
  return [...seen.values()]
}

/** Places where cases get stuck: flagged cards about a kind of case, each at the role that meets it. */
export function stuckIn(cards: readonly Card[]): number {
  return cards.filter((card) => card.severity !== null && card.issueType !== null).length
}

/** How far the cases of a card go: the fewest and the most hands among those not settled on the spot; null = some never arrive. */
export interface Hands {
  readonly fewest: number
  readonly most: number | null
}
const handsIn = new WeakMap<Analysis, ReadonlyMap<string, Hands>>()

export function handsOf(analysis: Analysis, card: Card): Hands | null {
  let hands = handsIn.get(analysis)
  if (!hands) handsIn.set(analysis, (hands = countHands(analysis.walks)))
  return hands.get(`${card.role}/${card.issueType}`) ?? null
}
function countHands(walks: readonly Walk[]): ReadonlyMap<string, Hands> {
  const hands = new Map<string, Hands>()
  for (const walk of walks) {
    const key = `${walk.entry}/${walk.issueType}`
    for (const step of stepsOf(walk)) {
      if (step === 0) continue
      const { fewest, most } = hands.get(key) ?? { fewest: Number.POSITIVE_INFINITY, most: 0 }
      hands.set(key, { fewest: Math.min(fewest, step ?? fewest), most: most === null || step === null ? null : Math.max(most, step) })
    }
  }
  return hands
}
function stepsOf({ step }: Walk): readonly (number | null)[] {
  return step !== null && typeof step === 'object' ? [step.low, step.high] : [step]
}
