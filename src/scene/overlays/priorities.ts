// How many of the strategy's three priorities a role names when its people are asked.
import { cellAt } from '../../base/table'
import type { Org } from '../../model/types'
import { bandsOf, hasValues } from '../readings/bands'
import { frontHeadline } from '../readings/headline'
import { NOT_KNOWN, type Overlay } from './overlay'

const ASKED = 3

export const overlay: Overlay = {
  id: 'priorities',
  place: 12,
  lacks: (org) => strategyOf(org).length === 0 || !hasValues(org.doc.roles.columns.priorities),
  tells: ({ org, words }) => {
    const strategy = strategyOf(org)
    const bandOf = bandsOf(org, (role) => {
      const named = cellAt(org.doc.roles, 'priorities', role)
      return named === undefined ? NOT_KNOWN : strategy.filter((one) => named?.slice(0, ASKED).includes(one)).length
    })
    const bands = Array.from({ length: strategy.length + 1 }, (_, count) =>
      words.say('overlay.priorities.band', { count, of: strategy.length }),
    )
    return {
      bands,
      scale: 'ordered',
      bandOf,
      saidOf: (role) => bands[bandOf(role)] ?? '',
      title: words.say('overlay.priorities.title'),
    }
  },
  headline: (said) => frontHeadline(said, 'priorities', (band) => band === strategyOf(said.org).length),
}

const strategyOf = ({ doc }: Org): readonly string[] => (doc.strategy?.priorities ?? []).slice(0, ASKED)
