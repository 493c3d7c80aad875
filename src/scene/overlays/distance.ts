// How near a role is to the customer, by steps of the reporting line: whom customers meet is told strongest.
import { bandsOf } from '../readings/bands'
import { placeOf } from '../readings/states'
import { countsOf, readingsIn } from '../readings/told'
import { NOT_ASKED, NOT_KNOWN, type Overlay } from './overlay'

/** Steps away at which all that are farther are told as one. */
const FAR = 4

export const overlay: Overlay = {
  id: 'distance',
  place: 10,
  lacks: ({ structure }) => !structure.distance.includes(1),
  tells: ({ org, words }) => {
    const isKnown = org.structure.distance.includes(1)
    const stepsOf = (role: number) => (org.structure.distance[role] as number) - 1
    const isLinked = (role: number) => (org.structure.distance[role] as number) > 0
    const bandOf = bandsOf(org, (role) => (isLinked(role) ? FAR - Math.min(FAR, stepsOf(role)) : isKnown ? NOT_ASKED : NOT_KNOWN))
    const say = (steps: number) => words.say('overlay.distance.said', { steps })
    return {
      bands: Array.from({ length: FAR + 1 }, (_, band) =>
        band === 0 ? words.say('overlay.distance.far', { steps: FAR }) : say(FAR - band),
      ),
      scale: 'ordered',
      bandOf,
      saidOf: (role) => (isLinked(role) ? say(stepsOf(role)) : isKnown ? words.say('overlay.distance.none') : ''),
      title: words.say('overlay.distance.title'),
    }
  },
  headline: (said) => {
    const readings = readingsIn(said)
    if (!readings) return null
    const counts = countsOf(readings, said.org)
    const at = (band: number) => counts[placeOf(band)] as number
    const [meet, one] = [at(FAR), at(FAR - 1)]
    if (meet === 0) return null
    const { people } = said.analysis.file
    const first = said.words.say('overlay.distance.headline', {
      count: meet,
      of: people,
      one,
      farther: Math.max(0, people - meet - one - at(NOT_ASKED)),
    })
    return { first, second: said.words.say('overlay.distance.under', { count: at(NOT_ASKED) }) }
  },
}
