// F20 Unguarded grant: money may be given without a limit, or with a limit that nothing counts (domain.md F20): the counter-flag.
import { once } from '../../base/memo'
import { byCodeUnit } from '../../base/order'
import { idOf } from '../../model/roles'
import type { Grant, Org } from '../../model/types'
import { FINE, flaggedAs, NOT_APPLICABLE, NOT_KNOWN } from '../finding'
import { aboutEach } from '../listed'
import { isMonetary } from '../needs'
import type { Survey } from '../survey'

interface Given {
  readonly grant: Grant
  /** Index into the grants of the file. */
  readonly at: number
}

export const detector = aboutEach<Given>({
  code: 'F20',
  whole: ({ org }) => (org.doc.grants === undefined && org.doc.coverage.authority !== 'complete' ? { code: 'no-grants' } : null),
  list: ({ org }) =>
    (org.doc.grants ?? [])
      .map((grant, at) => ({ grant, at }))
      .filter(({ grant }) => isMonetary(grant.kind))
      .sort((a, b) => byCodeUnit(a.grant.id, b.grant.id)),
  judge: (survey, { grant, at }) => {
    const { count, isAtFront } = holdersIn(survey)
    if (count[at] === 0) return NOT_APPLICABLE
    if (grant.limit === undefined) return NOT_KNOWN
    if (grant.limit !== null && grant.per) return FINE
    return flaggedAs(isAtFront[at] === 1 ? 'medium' : 'low')
  },
  subject: (_, { grant }) => ({ grant: grant.id }),
  role: (survey, { at }) => (holdersIn(survey).count[at] === 1 ? (holdersIn(survey).first[at] as number) : -1),
  say: ({ org }, { grant, at }) => ({
    evidence: {
      grant: grant.id,
      power: grant.kind,
      holders: holdersOf(org, at).slice(0, MOST_NAMED),
      limit: grant.limit ?? null,
      per: grant.per ?? null,
    },
    remedies: typeof grant.limit === 'number' ? [{ kind: 'grant', grant: { ...grant, per: 'case' } }] : [],
    because: { code: 'limit-not-known' },
  }),
})

/** Holders that are named, in order of id. */
const MOST_NAMED = 100

/** By grant how many hold it, one of them, and whether one of them meets customers. */
const holdersIn = once(({ org: { doc, held, structure } }: Survey) => {
  const grants = doc.grants?.length ?? 0
  const found = { count: new Int32Array(grants), first: new Int32Array(grants).fill(-1), isAtFront: new Uint8Array(grants) }
  for (let line = 0; line < held.length; line++) {
    const grant = held.grant[line] as number
    const role = held.role[line] as number
    found.count[grant] = (found.count[grant] as number) + 1
    found.first[grant] = role
    if (structure.distance[role] === 1) found.isAtFront[grant] = 1
  }
  return found
})

function holdersOf(org: Org, grant: number): readonly string[] {
  const ids: string[] = []
  for (let line = 0; line < org.held.length; line++) if (org.held.grant[line] === grant) ids.push(idOf(org, org.held.role[line] as number))
  return ids.sort(byCodeUnit)
}
