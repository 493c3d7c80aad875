// How many people report to a role directly, with the kind of managing work that goes with so many (domain.md 1.7): words, no judgement.
import { once } from '../../base/memo'
import type { Org } from '../../model/types'
import { peopleIn } from '../labels'
import { bandIn, bandsOf } from '../readings/bands'
import { isLeader } from '../readings/groups'
import { NOT_ASKED, type Overlay } from './overlay'

const EDGES = [6, 8, 11, 16]
const KINDS = ['player', 'coach', 'supervisor', 'facilitator', 'coordinator']

export const overlay: Overlay = {
  id: 'span',
  place: 11,
  lacks: ({ structure }) => structure.parent.every((manager) => manager < 0),
  tells: ({ org, words }) => {
    const reports = reportsOf(org)
    const bandOf = bandsOf(org, (role) => (isLeader(org, role) ? bandIn(EDGES, reports[role] as number) : NOT_ASKED))
    return {
      bands: KINDS.map((kind, band) =>
        words.say('overlay.span.band', { kind: words.say(`overlay.span.${kind}`), from: EDGES[band - 1] ?? null, to: EDGES[band] ?? null }),
      ),
      scale: 'ordered',
      bandOf,
      saidOf: (role) => (bandOf(role) < 0 ? '' : words.say('overlay.span.said', { count: reports[role] as number })),
      title: words.say('overlay.span.title'),
    }
  },
  headline: ({ org, words }) => {
    const reports = reportsOf(org).filter((_, role) => isLeader(org, role))
    if (reports.length === 0) return null
    const [least, most] = reports.reduce(([low, high], count) => [Math.min(low, count), Math.max(high, count)], [Infinity, 0] as [
      number,
      number,
    ])
    return {
      first: words.say('overlay.span.headline', { roles: reports.length, least, most }),
      second: words.say('overlay.span.under'),
    }
  },
}

/** People, by the role they report to. */
const reportsOf = once((org: Org): Float64Array => {
  const reports = new Float64Array(org.doc.roles.length)
  org.structure.parent.forEach((manager, role) => {
    if (manager >= 0) reports[manager] = (reports[manager] as number) + peopleIn(org, role)
  })
  return reports
})
