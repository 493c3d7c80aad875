// The case of a card that is most worth going along with: of those not settled on the spot the commonest; where the card speaks of many
// hands, the one that goes through the most of them.
import { casesAt, followCase } from '../../analysis/follow'
import type { Card, CaseRef } from '../../analysis/types'
import type { Org } from '../../model/types'

const known = new WeakMap<Card, CaseRef | null>()

/** null where the card is about the role alone, or the case does not arrive. */
export function caseOfCard(org: Org, card: Card): CaseRef | null {
  let found = known.get(card)
  if (found === undefined) {
    const issueType = card.issueType === null ? undefined : org.doc.issueTypes?.[card.issueType]?.id
    const cases = issueType === undefined ? [] : casesAt(org, card.role).filter((one) => one.issueType === issueType)
    found = (card.findings[0]?.code === 'F03' ? longest(org, cases) : cases[0]) ?? null
    known.set(card, found)
  }
  return found
}

function longest(org: Org, cases: readonly CaseRef[]): CaseRef | undefined {
  const hands = (of: CaseRef) => followCase(org, of, 'route')?.stops.length ?? 0
  return cases.reduce<CaseRef | undefined>((best, one) => (best && hands(best) >= hands(one) ? best : one), undefined)
}
