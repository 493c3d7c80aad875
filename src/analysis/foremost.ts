// Which cards come first: flagged before unknown, then as on the screen (domain.md 3.1): stake, severity, code, subject. The first few dozen are
// found without sorting all of them: a page shows a dozen of a quarter of a million.
import { roleOrderOf } from '../model/rank'
import { type CardColumns, roleOfSubject } from './gather'
import type { Survey } from './survey'

/** So many are known to be first; to see more of them all are put in order. */
const MOST = 60

/** Less than nothing where card `a` comes before card `b`. */
type Comparison = (a: number, b: number) => number

function comparisonOf(survey: Survey, { first, stake, severity, code, place }: CardColumns): Comparison {
  const { rank } = roleOrderOf(survey.org)
  const flagged = (card: number) => Number((severity[card] as number) >= 0)
  /** Pairs of one role stand in order of their issue types. */
  const rankOf = (card: number) => rank[roleOfSubject(survey, first[card] as number)] ?? rank.length
  return (a, b) =>
    flagged(b) - flagged(a) ||
    (stake[b] as number) - (stake[a] as number) ||
    (severity[b] as number) - (severity[a] as number) ||
    (code[a] as number) - (code[b] as number) ||
    (place[a] as number) - (place[b] as number) ||
    rankOf(a) - rankOf(b) ||
    (first[a] as number) - (first[b] as number)
}

export function foremostOf(survey: Survey, cards: CardColumns): Int32Array<ArrayBuffer> {
  const compare = comparisonOf(survey, cards)
  const placed: number[] = []
  for (let card = 0; card < cards.first.length; card++) {
    if (placed.length === MOST && compare(card, placed[MOST - 1] as number) > 0) continue
    let [low, high] = [0, placed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (compare(card, placed[middle] as number) < 0) high = middle
      else low = middle + 1
    }
    placed.splice(low, 0, card)
    if (placed.length > MOST) placed.pop()
  }
  return Int32Array.from(placed)
}

/** All of these, put in order in place. */
export const inOrderOfScreen = (survey: Survey, cards: CardColumns, some: Int32Array): Int32Array => some.sort(comparisonOf(survey, cards))
