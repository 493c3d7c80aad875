// Who may not say sorry although an apology is due: judged at the role facing the customer, never up the chain (domain.md F10).

import { once } from '../base/memo'
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
export const apologyRefused = once(refusalsIn)

function refusalsIn(survey: Survey): Refusals {
  const all: Refusal[] = []
  const issues = (survey.org.doc.issueTypes ?? []).map(({ apologyDue, causedBy }) => {
    const due: Truth = apologyDue === undefined ? UNKNOWN : apologyDue === true ? YES : NO
    return { due, causedBy }
  })
  for (const { role, issueType, groups } of survey.pairs) {
    const { due, causedBy } = issues[issueType] as (typeof issues)[number]
    if (due === NO) continue
    for (const { weight, context } of groups) {
      const permitted = survey.cases.authority.mayApologise(role, causedBy, context)
      all.push({ role, issueType, weight, truth: both(due, not(permitted)) })
    }
  }
  return { all, atLeast: (truth) => all.reduce((sum, one) => (one.truth >= truth ? sum + one.weight : sum), 0) }
}
