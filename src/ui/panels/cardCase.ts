// The case of a card that is most worth going along with: of those not settled on the spot the commonest.
import { casesAt } from '../../analysis/follow'
import type { Card, CaseRef } from '../../analysis/types'
import type { Org } from '../../model/types'

const known = new WeakMap<Card, CaseRef | null>()

/** null where the card is about the role alone, or the case does not arrive. */
export function caseOfCard(org: Org, card: Card): CaseRef | null {
  let found = known.get(card)
  if (found === undefined) {
    const issueType = card.issueType === null ? undefined : org.doc.issueTypes?.[card.issueType]?.id
    found = issueType === undefined ? null : (casesAt(org, card.role).find((one) => one.issueType === issueType) ?? null)
    known.set(card, found)
  }
  return found
}
