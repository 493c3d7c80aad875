// How much work there is for a role, beside what its people have time for: under, at, or over full.
import { numberAt } from '../../base/table'
import { threshold } from '../../model/thresholds'
import { bandsOf, hasNumbers } from '../readings/bands'
import { frontHeadline } from '../readings/headline'
import { NOT_ASKED, NOT_KNOWN, type Overlay } from './overlay'

/** As near under full as this is full; over it is what F11 calls too much. */
const NEAR = 0.05
const ROUNDING = 1e-9
const [UNDER, AT, OVER] = [0, 1, 2]

export const overlay: Overlay = {
  id: 'workload',
  place: 8,
  lacks: ({ doc }) => !hasNumbers(doc.roles.columns.workload),
  tells: ({ org, words }) => {
    const full = threshold(org.doc, 'workload')
    const workOf = (role: number) => numberAt(org.doc.roles.columns.workload, role)
    const bandOf = bandsOf(org, (role) => {
      const work = workOf(role)
      if (work === undefined || work === null) return work === null ? NOT_ASKED : NOT_KNOWN
      return work < full - NEAR - ROUNDING ? UNDER : work > full + ROUNDING ? OVER : AT
    })
    return {
      bands: ['under', 'at', 'over'].map((name) => words.say(`overlay.workload.${name}`)),
      scale: 'ordered',
      bandOf,
      saidOf: (role) => (bandOf(role) < 0 ? '' : words.say('overlay.workload.said', { share: words.percent(workOf(role) as number) })),
      title: words.say('overlay.workload.title'),
    }
  },
  headline: (said) => frontHeadline(said, 'workload', (band) => band === OVER),
}
