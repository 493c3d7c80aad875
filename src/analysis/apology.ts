// Who may not say sorry although an apology is due: judged at the role facing the customer, never up the chain (domain.md F10).

import { both, NO, not, type Truth, UNKNOWN, YES } from './kleene'
import type { Survey } from './survey'

export interface Refusal {
  readonly role: number
  readonly issueType: number
  readonly weight: number
  /** Whether an apology is due and not permitted. */
  readonly truth: Truth
}
export interface Refusals {
  readonly all: readonly Refusal[]
  /** Σ weight of what is refused at least so certainly. */
  readonly atLeast: (truth: Truth) => number
}

/** One entry a group of contacts for which an apology is, or may be, due. */
export function apologyRefused(survey: Survey): Refusals {
  const all = survey.pairs.flatMap((pair) => {
    const issueType = survey.org.doc.issueTypes?.[pair.issueType]
    const due: Truth = issueType?.apologyDue === undefined ? UNKNOWN : issueType.apologyDue === true ? YES : NO
    if (due === NO) return []
    return pair.groups.map((group) => {
      const permitted = survey.cases.authority.mayApologise(pair.role, issueType?.causedBy, group.context)
      return { role: pair.role, issueType: pair.issueType, weight: group.weight, truth: both(due, not(permitted)) }
    })
  })
  return { all, atLeast: (truth) => all.reduce((sum, one) => (one.truth >= truth ? sum + one.weight : sum), 0) }
}
