// How long people stay in a role: the average of those in it, in years.
import { numberAt } from '../../base/table'
import { hasNumbers, numbersIn } from '../readings/bands'
import { frontHeadline } from '../readings/headline'
import type { Overlay } from './overlay'

const YEARS = [1, 2, 5, 10]
/** Years under which nobody has seen two of anything that comes once a year. */
const SHORT = 2

export const overlay: Overlay = {
  id: 'tenure',
  place: 7,
  lacks: ({ doc }) => !hasNumbers(doc.roles.columns.tenureYears),
  tells: ({ org, words }) =>
    numbersIn(org, words, { id: 'tenure', edges: YEARS, numberOf: (role) => numberAt(org.doc.roles.columns.tenureYears, role) }),
  headline: (said) => frontHeadline(said, 'tenure', (band) => band < YEARS.indexOf(SHORT) + 1),
}
