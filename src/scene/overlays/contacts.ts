// How many cases come to a role in a period: those that customers bring it, and those that are handed to it, settled there or not.
import { flowOf } from '../../analysis/flow'
import { RUNS } from '../../analysis/kleene'
import type { Analysis } from '../../analysis/types'
import { once } from '../../base/memo'
import { between, type Range } from '../../base/range'
import type { Steps } from '../../base/steps'
import { bandIn, bandNames, bandsOf, COARSE, roundEdges } from '../readings/bands'
import { NOT_KNOWN, type Overlay } from './overlay'

/** Besides none. */
const BANDS = 4
/** Less than this of a case is none. */
const SOME = 1e-6

export const overlay: Overlay = {
  id: 'contacts',
  place: 3,
  lacks: (_org, { totals, isUncounted }) => !isUncounted && (totals.contacts ?? 0) === 0,
  ready: { isThere: (analysis) => carriedIn.has(analysis), steps: carriedReadySteps },
  tells: ({ org, analysis, words }) => {
    const carried = carriedIn(analysis)
    const edges = [SOME, ...roundEdges(carried ? [...carried.pessimistic] : [], BANDS, COARSE)]
    const contactsOf = (role: number) =>
      between((carried as Carried).pessimistic[role] as number, (carried as Carried).optimistic[role] as number)
    const bandOf = bandsOf(org, (role) => {
      if (!carried) return NOT_KNOWN
      const band = bandIn(edges, carried.pessimistic[role] as number)
      return band === bandIn(edges, carried.optimistic[role] as number) ? band : NOT_KNOWN
    })
    const period = words.say('scene.period', { days: org.doc.organization.periodDays })
    return {
      bands: bandNames(words, 'contacts', edges),
      scale: 'ordered',
      bandOf,
      saidOf: (role) => (carried ? words.say('overlay.contacts.said', { count: whole(contactsOf(role)) }) : ''),
      title: words.say('overlay.contacts.title', { period }),
    }
  },
  headline: ({ analysis, org, words }) => {
    const { contacts } = analysis.totals
    const carried = carriedIn(analysis)
    if (contacts === null || !carried) return null
    const period = words.say('scene.period', { days: org.doc.organization.periodDays })
    return {
      first: words.say('overlay.contacts.headline', { contacts, handed: handedIn(analysis, carried), period }),
      second: words.say('overlay.contacts.under'),
    }
  },
}

interface Carried {
  readonly pessimistic: Float64Array
  readonly optimistic: Float64Array
}

/** By role, in each run; null where nothing is counted yet, or the file counts none. */
const carriedIn = once((analysis: Analysis): Carried | null => {
  const flow = analysis.totals.contacts === null ? null : flowOf(analysis)
  if (!flow) return null
  const { weight } = analysis.roleColumns
  const { settled, never, open } = flow.hops
  const [pessimistic, optimistic] = RUNS.map((run) => {
    const carried = Float64Array.from(weight)
    flow.to.forEach((role, hop) => {
      carried[role] = (carried[role] as number) + (settled[hop] as number) + (never[hop] as number) + (open[run][hop] as number)
    })
    return carried
  }) as [Float64Array, Float64Array]
  return { pessimistic, optimistic }
})

/** Of what comes to anybody, what no customer brings: more than the hand-offs of the totals, which count those of settled cases alone. */
function handedIn({ roleColumns }: Analysis, carried: Carried): number | Range {
  const sum = (column: ArrayLike<number>) => Array.from(column).reduce((all, one) => all + one, 0)
  const brought = sum(roleColumns.weight)
  return whole(between(sum(carried.pessimistic) - brought, sum(carried.optimistic) - brought))
}

function* carriedReadySteps(analysis: Analysis): Steps<void> {
  yield* flowOf.steps(analysis)
  yield
  carriedIn(analysis)
}

const whole = (contacts: number | Range): number | Range =>
  typeof contacts === 'number'
    ? Math.round(contacts * 10) / 10
    : { low: Math.round(contacts.low * 10) / 10, high: Math.round(contacts.high * 10) / 10 }
