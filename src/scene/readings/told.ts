// What an overlay says of every role, asked once: a frame looks it up.
import type { Analysis } from '../../analysis/types'
import { once } from '../../base/memo'
import type { Layout } from '../../layout/types'
import type { Org } from '../../model/types'
import type { Said } from '../headline'
import { peopleIn } from '../labels'
import type { Overlay, Readings, Telling } from '../overlays/overlay'
import { placeOf, STATES } from './states'

type Asked = Pick<Said, 'org' | 'analysis' | 'words' | 'overlays' | 'hidden'>

export const readingsIn = ({ org, analysis, words, overlays = [], hidden = {} }: Asked): Readings | null =>
  readingsOf(overlays, { org, analysis, words, hidden })

/** The first of the overlays that says something of each role; null where none does. */
function readingsOf(overlays: readonly Overlay[], asked: Telling): Readings | null {
  const telling = overlays.find(({ tells }) => tells)
  if (!telling?.tells) return null
  const known = knownOf(asked.org)(asked.analysis)
  const key = `${telling.id} ${asked.words.language} ${asked.hidden.pay === true}`
  let readings = known.get(key)
  if (!readings) known.set(key, (readings = telling.tells(asked)))
  return readings
}

const knownOf = once((_org: Org) => once((_analysis: Analysis) => new Map<string, Readings>()))

/** People by what is said of their role. */
export const countsOf = once((readings: Readings, org: Org): Float64Array => counted(readings, org, () => true))

/** The same of those a chart stands for, which may be a part: its legend counts them. */
export const countsOn = (readings: Readings, layout: Layout, org: Org): Float64Array => countsOnOf(readings)(layout, org)
const countsOnOf = once((readings: Readings) =>
  once((layout: Layout, org: Org) => counted(readings, org, (role) => (layout.boxOf[role] as number) >= 0)),
)

function counted({ bandOf }: Readings, org: Org, isMeant: (role: number) => boolean): Float64Array {
  const counts = new Float64Array(STATES)
  for (let role = 0; role < org.doc.roles.length; role++) {
    if (!isMeant(role)) continue
    const place = placeOf(bandOf(role))
    counts[place] = (counts[place] as number) + peopleIn(org, role)
  }
  return counts
}
