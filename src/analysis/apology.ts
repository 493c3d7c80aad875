// Who may not say sorry although an apology is due: judged at the role facing the customer, never up the chain (domain.md F10).
import { once } from '../base/memo'
import { both, NO, not, type Truth, UNKNOWN, YES } from './kleene'
import type { Survey } from './survey'

/** No apology is due. */
export const NOT_DUE = 3

/** By group of cases: whether an apology is due and not permitted (Truth), or NOT_DUE. */
export const refusalsOf = once((survey: Survey): Uint8Array => {
  const issues = (survey.org.doc.issueTypes ?? []).map(({ apologyDue, causedBy }) => {
    const due: Truth = apologyDue === undefined ? UNKNOWN : apologyDue === true ? YES : NO
    return { due, causedBy }
  })
  const { authority, cases, groupCount } = survey
  const refusals = new Uint8Array(groupCount)
  for (let group = 0; group < groupCount; group++) {
    const { issueType, context } = cases.kind(group)
    const { due, causedBy } = issues[issueType] as (typeof issues)[number]
    refusals[group] = due === NO ? NOT_DUE : both(due, not(authority.mayApologise(cases.entry(group), causedBy, context)))
  }
  return refusals
})
