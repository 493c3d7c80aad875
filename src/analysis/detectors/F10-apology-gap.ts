// F10 Apology gap: an apology is due and the one who is there may not give it (domain.md F10). Reported by role.

import { groupedBy } from '../../base/group'
import { byCodeUnit } from '../../base/order'
import { cellAt } from '../../base/table'
import { apologyRefused, type Refusal } from '../apology'
import { byShare, type Detector, findingOfRole, type Judged, judge } from '../finding'
import { NO, type Truth, UNKNOWN, YES } from '../kleene'
import type { EntryRole, Survey } from '../survey'

export const code = 'F10'

export const detect: Detector['detect'] = (survey) => {
  const refusals = groupedBy(apologyRefused(survey).all, (one) => one.role)
  return survey.entryRoles.flatMap((entry) => {
    const own = refusals.get(entry.role) ?? []
    const { org } = survey
    return findingOfRole(survey, code, entry.role, judgedRole(survey, entry, own), () => ({
      evidence: {
        issueTypes: issueTypes(survey, own),
        faultOf: survey.cases.authority
          .grantsOf(entry.role)
          .filter(({ grant }) => grant.kind === 'apologise')
          .map(({ grant }) => grant.faultOf ?? null),
        unit: cellAt(org.doc.roles, 'unit', entry.role) ?? null,
      },
      remedies: [{ kind: 'grant', grant: { role: org.roleIds[entry.role] as string, kind: 'apologise', faultOf: 'any' } }],
      because: own.some((one) => org.doc.issueTypes?.[one.issueType]?.apologyDue === undefined)
        ? { code: 'apology-due-not-known' }
        : { code: 'apology-not-known' },
    }))
  })
}

function judgedRole(survey: Survey, entry: EntryRole, own: readonly Refusal[]): Judged {
  if (own.length === 0) return { state: 'not applicable', severity: null, pessimistic: 0, optimistic: 0 }
  const verdict = (atLeast: Truth) => {
    const refused = own.filter((one) => one.truth >= atLeast && one.truth !== NO)
    const weight = refused.reduce((sum, one) => sum + one.weight, 0)
    return refused.length > 0 ? { weight, severity: byShare(survey, weight / entry.weight) } : null
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
