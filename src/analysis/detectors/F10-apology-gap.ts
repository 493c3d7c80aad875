// F10 Apology gap: an apology is due and the one who is there may not give it (domain.md F10). Reported by role.

import { groupedBy } from '../../base/group'
import { byCodeUnit } from '../../base/order'
import { cellAt } from '../../base/table'
import { idOf } from '../../model/roles'
import { apologyRefused, type Refusal } from '../apology'
import { byShare, type Detector, type Judged, judge, ofRoles } from '../finding'
import { NO, type Truth, UNKNOWN, YES } from '../kleene'
import type { EntryRole, Survey } from '../survey'

export const code = 'F10'

export const detect: Detector['detect'] = (survey) => {
  const refusals = groupedBy(apologyRefused(survey).all, (one) => one.role)
  const ownOf = (entry: EntryRole) => refusals.get(entry.role) ?? NONE
  return ofRoles(
    survey,
    code,
    (entry) => judgedRole(survey, entry, ownOf(entry)),
    (entry) => {
      const { org } = survey
      const own = ownOf(entry)
      return {
        evidence: {
          issueTypes: issueTypes(survey, own),
          faultOf: survey.cases.authority
            .grantsOf(entry.role)
            .filter(({ grant }) => grant.kind === 'apologise')
            .map(({ grant }) => grant.faultOf ?? null),
          unit: cellAt(org.doc.roles, 'unit', entry.role) ?? null,
        },
        remedies: [{ kind: 'grant', grant: { role: idOf(org, entry.role), kind: 'apologise', faultOf: 'any' } }],
        because: own.some((one) => org.doc.issueTypes?.[one.issueType]?.apologyDue === undefined)
          ? { code: 'apology-due-not-known' }
          : { code: 'apology-not-known' },
      }
    },
  )
}
const NONE: readonly Refusal[] = []
const NOT_APPLICABLE: Judged = { state: 'not applicable', severity: null, pessimistic: 0, optimistic: 0 }

function judgedRole(survey: Survey, entry: EntryRole, own: readonly Refusal[]): Judged {
  if (own.length === 0) return NOT_APPLICABLE
  const verdict = (atLeast: Truth) => {
    let weight = 0
    let isSome = false
    for (const one of own) {
      if (one.truth < atLeast) continue
      isSome = true
      weight += one.weight
    }
    return isSome ? { weight, severity: byShare(survey, weight / entry.weight) } : null
  }
  return judge(verdict(UNKNOWN), verdict(YES))
}

function issueTypes(survey: Survey, own: readonly Refusal[]) {
  const byIssue = new Map<string, { contacts: number; causedBy: string | null }>()
  for (const one of own) {
    if (one.truth === NO) continue
    const issueType = survey.org.doc.issueTypes?.[one.issueType]
    const known = byIssue.get(issueType?.id as string)
    byIssue.set(issueType?.id as string, { contacts: (known?.contacts ?? 0) + one.weight, causedBy: issueType?.causedBy ?? null })
  }
  return [...byIssue].map(([issueType, said]) => ({ issueType, ...said })).sort((a, b) => byCodeUnit(a.issueType, b.issueType))
}
