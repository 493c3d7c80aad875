// One true sentence of an overlay, over the chart: how many of those whom customers meet are in the bands that matter, beside all others;
// and under it, of how many nothing can be said.
import type { Words } from '../../base/words'
import type { Org } from '../../model/types'
import type { Headline, Said } from '../headline'
import { peopleIn } from '../labels'
import { KEPT, NOT_KNOWN, type Readings } from '../overlays/overlay'
import { placeOf } from './states'
import { countsOf, readingsIn } from './told'

export interface Share {
  /** People in the bands that are meant, of all who are in any. */
  readonly count: number
  readonly of: number
}

/** Of the people customers meet, and of all others. */
export function shareOf(
  org: Org,
  { bandOf }: Readings,
  isMeant: (band: number) => boolean,
): { readonly front: Share; readonly others: Share } {
  const sums = { front: { count: 0, of: 0 }, others: { count: 0, of: 0 } }
  for (let role = 0; role < org.doc.roles.length; role++) {
    const band = bandOf(role)
    if (band < 0) continue
    const sum = org.structure.distance[role] === 1 ? sums.front : sums.others
    const people = peopleIn(org, role)
    sum.of += people
    if (isMeant(band)) sum.count += people
  }
  return sums
}

/** `overlay.<id>.headline`; null where of fewer than two of those anything is known. */
export function frontHeadline(said: Said, id: string, isMeant: (band: number) => boolean): Headline | null {
  const readings = readingsIn(said)
  if (!readings) return null
  const { front, others } = shareOf(said.org, readings, isMeant)
  if (front.of < 2) return null
  const params = { count: front.count, of: front.of, others: others.count, ofOthers: others.of, band: readings.bands[0] ?? '' }
  return { first: said.words.say(`overlay.${id}.headline`, params), second: underIt(said.words, readings, said.org) }
}

export function underIt(words: Words, readings: Readings, org: Org): string {
  const counts = countsOf(readings, org)
  return words.say('overlay.under', { unknown: counts[placeOf(NOT_KNOWN)] as number, kept: counts[placeOf(KEPT)] as number })
}
