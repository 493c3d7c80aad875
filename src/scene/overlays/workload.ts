// How much work there is for a role, beside what its people have time for: under, at, or over full.
import { numberAt } from '../../base/table'
import { bandsOf, hasNumbers } from '../readings/bands'
import { frontHeadline } from '../readings/headline'
import { NOT_ASKED, NOT_KNOWN, type Overlay } from './overlay'

/** 1 = full; as near to it as this is at it. */
const NEAR = 0.05 + 1e-9
const [UNDER, AT, OVER] = [0, 1, 2]

export const overlay: Overlay = {
  id: 'workload',
  place: 8,
  lacks: ({ doc }) => !hasNumbers(doc.roles.columns.workload),
  tells: ({ org, words }) => {
    const workOf = (role: number) => numberAt(org.doc.roles.columns.workload, role)
    const bandOf = bandsOf(org, (role) => {
      const work = workOf(role)
      if (work === undefined || work === null) return work === null ? NOT_ASKED : NOT_KNOWN
      return work < 1 - NEAR ? UNDER : work > 1 + NEAR ? OVER : AT
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
