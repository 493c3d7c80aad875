// What becomes of what each role meets, as a column a question: sums over branches add them up without looking at a finding.
import { highOf, lowOf } from '../base/range'
import { type Judgements, UNKNOWN_STATE } from './finding'
import { RUNS } from './kleene'
import type { Survey } from './survey'
import type { Analysis, RoleColumns, RoleTotals } from './types'

/** By role index, one column a question; all zero where a role meets nothing. Counted once, when first looked at. */
export const roleColumnsOf = (analysis: Analysis): RoleColumns => analysis.roleColumns

export function roleColumnsIn(survey: Survey, roles: readonly RoleTotals[], judgements: readonly Judgements[]): RoleColumns {
  const { org } = survey
  const n = org.doc.roles.length
  const { contacts } = org
  const column = () => new Float64Array(n)
  const weight = column()
  const settled = { pessimistic: column(), optimistic: column() }
  const escalated = { pessimistic: column(), optimistic: column() }
  const unresolved = { pessimistic: column(), optimistic: column() }
  for (const one of roles) {
    weight[one.role] = one.weight
    settled.pessimistic[one.role] = lowOf(one.settledAtFirstContact)
    settled.optimistic[one.role] = highOf(one.settledAtFirstContact)
    unresolved.pessimistic[one.role] = highOf(one.unresolved)
    unresolved.optimistic[one.role] = lowOf(one.unresolved)
    for (const run of RUNS)
      escalated[run][one.role] = one.weight - (settled[run][one.role] as number) - (unresolved[run][one.role] as number)
  }
  const bySegment = Array.from({ length: (org.doc.segments?.length ?? 0) + 1 }, column)
  for (let line = 0; line < contacts.length; line++) {
    if ((contacts.boundary[line] as number) >= 0) continue
    const segment = contacts.segment[line] as number
    const own = bySegment[segment < 0 ? bySegment.length - 1 : segment] as Float64Array
    const role = contacts.role[line] as number
    own[role] = (own[role] as number) + (contacts.weight[line] as number)
  }
  return { weight, settled, escalated, unresolved, bySegment, ...flagsIn(survey, judgements) }
}

/** Kinds of case by the worst that is said of them. */
function flagsIn({ org, pairs }: Survey, judgements: readonly Judgements[]): Pick<RoleColumns, 'flags' | 'unknown'> {
  const column = () => new Int32Array(org.doc.roles.length)
  const bySeverity = [column(), column(), column()] as const
  const unknown = column()
  const ofPairs = judgements.filter((one) => one.of === 'pair')
  for (const { at, role } of pairs) {
    let worst = -1
    let isOpen = false
    for (const { state, severity } of ofPairs) {
      if ((severity[at] as number) > worst) worst = severity[at] as number
      if (state[at] === UNKNOWN_STATE) isOpen = true
    }
    const counted = worst >= 0 ? bySeverity[worst] : isOpen ? unknown : undefined
    if (counted) counted[role] = (counted[role] as number) + 1
  }
  const [low, medium, high] = bySeverity
  return { flags: { high, medium, low }, unknown }
}
