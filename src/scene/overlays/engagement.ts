// How content people are in a role, by whatever survey asks them, 0 to 100. What one or two people answered is theirs, and is kept back.
import { numberAt } from '../../base/table'
import { hasNumbers, numbersIn } from '../readings/bands'
import { isSmallGroup } from '../readings/groups'
import { frontHeadline } from '../readings/headline'
import type { Overlay } from './overlay'

const POINTS = [35, 50, 65, 80]
/** Under it people are on the whole not content. */
const HALF = 50

export const overlay: Overlay = {
  id: 'engagement',
  place: 9,
  lacks: ({ doc }) => !hasNumbers(doc.roles.columns.engagement),
  tells: ({ org, words }) =>
    numbersIn(org, words, {
      id: 'engagement',
      edges: POINTS,
      numberOf: (role) => numberAt(org.doc.roles.columns.engagement, role),
      isKept: (role) => isSmallGroup(org, role),
    }),
  headline: (said) => frontHeadline(said, 'engagement', (band) => band < POINTS.indexOf(HALF) + 1),
}
