// F10 Apology gap: an apology is due and the one who is there may not give it (domain.md F10). Reported by role.
import { byCodeUnit } from '../../base/order'
import { cellAt } from '../../base/table'
import { idOf } from '../../model/roles'
import type { IssueType } from '../../model/types'
import { NOT_DUE, refusalsOf } from '../apology'
import { byShare, type Detector, judge, NOT_APPLICABLE, type Verdict } from '../finding'
import { NO, type Truth, UNKNOWN, YES } from '../kleene'
import type { EntryRole } from '../survey'

export const detector: Detector = {
  code: 'F10',
  of: 'role',
  judge: (entry) => (isAnyDue(entry) ? judge(verdict(entry, UNKNOWN), verdict(entry, YES)) : NOT_APPLICABLE),
  say: (entry) => {
    const { role, survey } = entry
    const { org, authority } = survey
    const due = [...groupsOf(entry)].map((group) => issueOf(entry, group))
    return {
      evidence: {
        issueTypes: issueTypes(entry),
        faultOf: authority
          .grantsOf(role)
          .filter(({ grant }) => grant.kind === 'apologise')
          .map(({ grant }) => grant.faultOf ?? null),
        unit: cellAt(org.doc.roles, 'unit', role) ?? null,
      },
      remedies: [{ kind: 'grant', grant: { role: idOf(org, role), kind: 'apologise', faultOf: 'any' } }],
      because: due.some(({ apologyDue }) => apologyDue === undefined) ? { code: 'apology-due-not-known' } : { code: 'apology-not-known' },
    }
  },
}

function isAnyDue(entry: EntryRole): boolean {
  const refusals = refusalsOf(entry.survey)
  for (let group = entry.firstGroup; group < entry.endGroup; group++) if (refusals[group] !== NOT_DUE) return true
  return false
}

function verdict(entry: EntryRole, atLeast: Truth): Verdict | null {
  const refusals = refusalsOf(entry.survey)
  let weight = 0
  let isSome = false
  for (let group = entry.firstGroup; group < entry.endGroup; group++) {
    const truth = refusals[group] as number
    if (truth === NOT_DUE || truth < atLeast) continue
    isSome = true
    weight += entry.survey.cases.weight(group)
  }
  return isSome ? { weight, severity: byShare(entry, weight) } : null
}

/** For which an apology is, or may be, due. */
function* groupsOf({ survey, firstGroup, endGroup }: EntryRole): Generator<number> {
  const refusals = refusalsOf(survey)
  for (let group = firstGroup; group < endGroup; group++) if (refusals[group] !== NOT_DUE) yield group
}

function issueOf({ survey: { org, cases } }: EntryRole, group: number): IssueType {
  return (org.doc.issueTypes ?? [])[cases.kind(group).issueType] as IssueType
}

function issueTypes(entry: EntryRole) {
  const refusals = refusalsOf(entry.survey)
  const byIssue = new Map<string, { contacts: number; causedBy: string | null }>()
  for (const group of groupsOf(entry)) {
    if (refusals[group] === NO) continue
    const { id, causedBy } = issueOf(entry, group)
    byIssue.set(id, { contacts: (byIssue.get(id)?.contacts ?? 0) + entry.survey.cases.weight(group), causedBy: causedBy ?? null })
  }
  return [...byIssue].map(([issueType, said]) => ({ issueType, ...said })).sort((a, b) => byCodeUnit(a.issueType, b.issueType))
}
