// F16 Priority misalignment: asked for the three priorities, people do not name those of the strategy (domain.md F16).
import { once } from '../../base/memo'
import { cellAt } from '../../base/table'
import { roleOrderOf } from '../../model/rank'
import { idOf } from '../../model/roles'
import { FINE, flaggedAs, isAbove, type ListedRule, NOT_APPLICABLE, NOT_KNOWN } from '../finding'
import type { Survey } from '../survey'

const NAMED = 3

/** The organisation's row, then one a role in order of ids. */
export const detector: ListedRule = {
  code: 'F16',
  of: 'listed',
  whole: (survey) => (strategyOf(survey) === null ? { code: 'no-strategy' } : askedIn(survey) === null ? { code: 'no-priorities' } : null),
  count: ({ org }) => org.doc.roles.length + 1,
  judge: (survey, at) => {
    const asked = askedIn(survey) as Asked
    if (at > 0) return prioritiesOf(survey, roleOf(survey, at)) ? NOT_APPLICABLE : NOT_KNOWN
    const { overlap, overlapHigh } = survey.thresholds
    if (!isAbove(overlap, asked.overlap)) return FINE
    return flaggedAs(isAbove(overlapHigh, asked.overlap) ? 'high' : 'medium')
  },
  subject: (survey, at) => (at === 0 ? {} : { role: idOf(survey.org, roleOf(survey, at)) }),
  role: roleOf,
  at: ({ org }, role) => [role < 0 ? 0 : (roleOrderOf(org).rank[role] as number) + 1],
  say: (survey, at) => ({
    evidence: at === 0 ? { ...askedIn(survey), strategy: strategyOf(survey) } : {},
    because: { code: 'priorities-not-asked' },
  }),
}

function roleOf({ org }: Survey, at: number): number {
  return at === 0 ? -1 : (roleOrderOf(org).inOrder[at - 1] as number)
}

function strategyOf({ org }: Survey): readonly string[] | null {
  const priorities = org.doc.strategy?.priorities
  return priorities?.length ? priorities.slice(0, NAMED) : null
}
function prioritiesOf({ org }: Survey, role: number): readonly string[] | null {
  const priorities = cellAt(org.doc.roles, 'priorities', role)
  return priorities ? priorities.slice(0, NAMED) : null
}

interface Asked {
  /** Of three, on average over the people asked. */
  readonly overlap: number
  readonly people: number
  readonly distinct: number
  /** What naming at random would come to. */
  readonly chance: number
  /** Of the people asked, who name the strategy's first priority first. */
  readonly sameFirst: number
  /** Ids of those who share one at most. */
  readonly farthest: readonly string[]
}

/** null where the strategy names none, or nobody was asked. */
const askedIn = once((survey: Survey): Asked | null => {
  const strategy = strategyOf(survey)
  const { org } = survey
  if (!strategy || org.doc.roles.columns.priorities.kind === 'absent') return null
  const distinct = new Set<string>()
  const farthest: string[] = []
  let [people, shared, first] = [0, 0, 0]
  for (const role of roleOrderOf(org).inOrder) {
    const named = prioritiesOf(survey, role)
    if (!named) continue
    const weight = cellAt(org.doc.roles, 'headcount', role) ?? 1
    const common = new Set(named.filter((one) => strategy.includes(one))).size
    for (const one of named) distinct.add(one)
    people += weight
    shared += weight * common
    if (named[0] === strategy[0]) first += weight
    if (common <= 1) farthest.push(idOf(org, role))
  }
  if (people <= 0) return null
  const chance = distinct.size > 0 ? Math.min(1, NAMED / distinct.size) : 0
  return { overlap: shared / NAMED / people, people, distinct: distinct.size, chance, sameFirst: first / people, farthest }
})
