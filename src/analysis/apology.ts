// Who may not say sorry although an apology is due: judged at the role facing the customer, never up the chain (domain.md F10).
import { finish, type Steps } from '../base/steps'
import { ROWS_A_STEP } from './cases'
import { both, NO, not, type Truth, UNKNOWN, YES } from './kleene'
import type { Survey } from './survey'

/** No apology is due. */
export const NOT_DUE = 3

const known = new WeakMap<Survey, Uint8Array>()
/** By group of cases: whether an apology is due and not permitted (Truth), or NOT_DUE. One for all who ask of a survey. */
export const refusalsOf = (survey: Survey): Uint8Array => known.get(survey) ?? finish(refusalSteps(survey))

export function* refusalSteps(survey: Survey): Steps<Uint8Array> {
  const issues = (survey.org.doc.issueTypes ?? []).map(({ apologyDue, causedBy }) => {
    const due: Truth = apologyDue === undefined ? UNKNOWN : apologyDue === true ? YES : NO
    return { due, causedBy }
  })
  const { authority, cases, groupCount } = survey
  const refusals = new Uint8Array(groupCount)
  for (let group = 0; group < groupCount; group++) {
    if (group % (ROWS_A_STEP * 8) === 0) yield
    const { issueType, context } = cases.kind(group)
    const { due, causedBy } = issues[issueType] as (typeof issues)[number]
    refusals[group] = due === NO ? NOT_DUE : both(due, not(authority.mayApologise(cases.entry(group), causedBy, context)))
  }
  known.set(survey, refusals)
  return refusals
}
