// F20 Unguarded grant: money may be given without a limit, or with a limit that nothing counts (domain.md F20): the counter-flag.
import { groupedBy } from '../../base/group'
import { once } from '../../base/memo'
import { byCodeUnit } from '../../base/order'
import { idOf } from '../../model/roles'
import type { Grant } from '../../model/types'
import { FINE, flaggedAs, NOT_KNOWN } from '../finding'
import { aboutEach } from '../listed'
import { isMonetary } from '../needs'
import type { Survey } from '../survey'

interface Given {
  readonly grant: Grant
  readonly holders: readonly number[]
}

export const detector = aboutEach<Given>({
  code: 'F20',
  whole: ({ org }) => (org.doc.grants === undefined && org.doc.coverage.authority !== 'complete' ? { code: 'no-grants' } : null),
  list: (survey) =>
    (survey.org.doc.grants ?? [])
      .flatMap((grant, at) => {
        const holders = holdersOf(survey).get(at) ?? []
        return isMonetary(grant.kind) && holders.length > 0 ? [{ grant, holders }] : []
      })
      .sort((a, b) => byCodeUnit(a.grant.id, b.grant.id)),
  judge: ({ org }, { grant, holders }) => {
    if (grant.limit === undefined) return NOT_KNOWN
    if (grant.limit !== null && grant.per) return FINE
    return flaggedAs(holders.some((role) => org.structure.distance[role] === 1) ? 'medium' : 'low')
  },
  subject: (_, { grant }) => ({ grant: grant.id }),
  role: (_, { holders }) => (holders.length === 1 ? (holders[0] as number) : -1),
  say: ({ org }, { grant, holders }) => ({
    evidence: {
      grant: grant.id,
      power: grant.kind,
      holders: holders
        .slice(0, 100)
        .map((role) => idOf(org, role))
        .sort(byCodeUnit),
      limit: grant.limit ?? null,
      per: grant.per ?? null,
    },
    remedies: typeof grant.limit === 'number' ? [{ kind: 'grant', grant: { ...grant, per: 'case' } }] : [],
    because: { code: 'limit-not-known' },
  }),
})

/** By grant who has it. */
const holdersOf = once(({ org: { held } }: Survey): ReadonlyMap<number, readonly number[]> => {
  const lines = groupedBy([...held.grant.keys()].slice(0, held.length), (line) => held.grant[line] as number)
  return new Map([...lines].map(([grant, of]) => [grant, of.map((line) => held.role[line] as number)]))
})
