// How much of their time those who lead spend with customers.
import { numberAt } from '../../base/table'
import type { Org } from '../../model/types'
import { hasNumbers, numbersIn } from '../readings/bands'
import { isLeader } from '../readings/groups'
import { underIt } from '../readings/headline'
import { readingsIn } from '../readings/told'
import type { Overlay } from './overlay'

/** Shares; anything above none is some. */
const SHARES = [0.0001, 0.05, 0.2, 0.5]
/** Bands under a twentieth. */
const LITTLE = 2

export const overlay: Overlay = {
  id: 'customer-time',
  place: 14,
  lacks: (org) => !hasNumbers(org.doc.roles.columns.customerTime) && !isNoneKnown(org),
  tells: ({ org, words }) => {
    const { customerTime } = org.doc.roles.columns
    // Known to be none is no time at all.
    const timeOf = (role: number) => (numberAt(customerTime, role) === null ? 0 : numberAt(customerTime, role))
    const told = numbersIn(org, words, {
      id: 'customer-time',
      edges: SHARES,
      numberOf: (role) => (isLeader(org, role) ? timeOf(role) : null),
    })
    return {
      ...told,
      saidOf: (role) =>
        told.bandOf(role) < 0 ? '' : words.say('overlay.customer-time.said', { share: words.percent(timeOf(role) as number) }),
    }
  },
  headline: (said) => {
    const readings = readingsIn(said)
    if (!readings) return null
    const { org, words } = said
    let [count, of] = [0, 0]
    for (let role = 0; role < org.doc.roles.length; role++) {
      const band = readings.bandOf(role)
      if (band >= 0) of++
      if (band >= 0 && band < LITTLE) count++
    }
    return of < 2 ? null : { first: words.say('overlay.customer-time.headline', { count, of }), second: underIt(words, readings, org) }
  },
}

const isNoneKnown = ({ doc }: Org): boolean => doc.roles.columns.customerTime.kind === 'number'
