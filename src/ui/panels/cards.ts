// Which cards the panel shows, and what stands on one, short of the sentence.

import { cardListOf, walksAt } from '../../analysis/parts'
import type { Analysis, Card, CardList, Walk } from '../../analysis/types'
import { onceEach } from '../../base/memo'
import type { Words } from '../../base/words'
import type { Edit } from '../../model/edits/edit'
import { idOf, roleAt } from '../../model/roles'
import type { Org, RoleId } from '../../model/types'
import { selectAnalysis, selectOrg } from '../../state/derived'
import type { AppState, Topic } from '../../state/types'

/** The organisation’s own card stands at no role. */
const WHOLE = '' as RoleId

export function topicOfCard(org: Org, card: Card): Extract<Topic, { kind: 'card' }> {
  const issueType = card.issueType === null ? '' : (org.doc.issueTypes?.[card.issueType]?.id ?? '')
  return { kind: 'card', role: card.role < 0 ? WHOLE : idOf(org, card.role), issueType }
}
export function cardKey(org: Org, card: Card): string {
  const { role, issueType } = topicOfCard(org, card)
  return `${role}/${issueType}`
}

/** All of them, a page at a time; null where nothing is counted yet. */
export function selectCardList(state: AppState): CardList | null {
  const analysis = selectAnalysis(state)
  return analysis && cardListOf(analysis)
}
/** Of one role, in the order of the analysis. */
export function selectCardsOf(state: AppState, role: RoleId): readonly Card[] {
  const analysis = selectAnalysis(state)
  const org = selectOrg(state)
  return analysis && org ? cardsAt(analysis, role, org) : NONE
}
const NONE: readonly Card[] = []
const cardsAt = onceEach((analysis: Analysis, id: RoleId, org: Org): readonly Card[] => {
  const role = roleAt(org, id)
  return role === undefined ? NONE : cardListOf(analysis).at(role)
})

/** What its findings offer, each once: they often ask for the same thing. */
export function remediesOf(card: Card): readonly Edit[] {
  const seen = new Map<string, Edit>()
  for (const { remedies } of card.findings) for (const edit of remedies) seen.set(JSON.stringify(edit), edit)
  return [...seen.values()]
}

/** How many cases; nothing of what is not about cases. */
export function sayPlaceCases({ findings: [first], issueType }: Card, words: Words): string {
  const contacts = first?.contacts ?? null
  return contacts === null && issueType === null ? '' : words.say('page.cases', { count: contacts })
}

/** How far the cases of a card go: the fewest and the most hands among those not settled on the spot; null = some never arrive. */
export interface Hands {
  readonly fewest: number
  readonly most: number | null
}

export function handsOf(analysis: Analysis, { role, issueType }: Card): Hands | null {
  return handsAt(analysis, role).get(issueType) ?? null
}
const handsAt = onceEach((analysis: Analysis, role: number): ReadonlyMap<number | null, Hands> => {
  const hands = new Map<number | null, Hands>()
  for (const walk of walksAt(analysis, role)) {
    for (const step of stepsOf(walk)) {
      if (step === 0) continue
      const { fewest, most } = hands.get(walk.issueType) ?? { fewest: Number.POSITIVE_INFINITY, most: 0 }
      hands.set(walk.issueType, {
        fewest: Math.min(fewest, step ?? fewest),
        most: most === null || step === null ? null : Math.max(most, step),
      })
    }
  }
  return hands
})
function stepsOf({ step }: Walk): readonly (number | null)[] {
  return step !== null && typeof step === 'object' ? [step.low, step.high] : [step]
}
