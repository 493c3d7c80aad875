// What comes first on the screen and in the output: stake, severity, code, subject (domain.md 3.1).
import { groupedBy } from '../base/group'
import { byCodeUnit } from '../base/order'
import type { Org } from '../model/types'
import { rankOf, worse } from './finding'
import type { Card, Finding } from './types'

export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      b.stake - a.stake ||
      rankOf(b.severity) - rankOf(a.severity) ||
      byCodeUnit(a.code, b.code) ||
      byCodeUnit(a.subject.role ?? '', b.subject.role ?? '') ||
      byCodeUnit(a.subject.issueType ?? '', b.subject.issueType ?? ''),
  )
}

/** Which code tells most of a case that several are flagged for, severity being equal. */
const TELLING = ['F04', 'F05', 'F02', 'F01', 'F03']
const telling = (finding: Finding) => (TELLING.includes(finding.code) ? TELLING.indexOf(finding.code) : TELLING.length)
const byTelling = (a: Finding, b: Finding) =>
  rankOf(b.severity) - rankOf(a.severity) || telling(a) - telling(b) || byCodeUnit(a.code, b.code)

/** Flagged and unknown findings about one (role × issue type), or one role: what a room talks about. Needs them in order. */
export function cardsOf(org: Org, findings: readonly Finding[]): readonly Card[] {
  const told = findings.filter((one) => (one.state === 'flagged' || one.state === 'unknown') && one.subject.role !== undefined)
  const found = groupedBy(told, ({ subject }) => JSON.stringify([subject.role, subject.issueType ?? null]))
  return [...found.values()].map((own) => {
    const flagged = own.filter((finding) => finding.state === 'flagged')
    const [first] = own as [Finding]
    const { role, issueType } = first.subject
    return {
      role: org.roleAt.get(role as string) as number,
      issueType: issueType === undefined ? null : (org.issueTypeAt.get(issueType) as number),
      severity: flagged.map((finding) => finding.severity).reduce((a, b) => (a === null ? b : b === null ? a : worse(a, b)), null),
      stake: first.stake,
      findings: [...flagged.sort(byTelling), ...own.filter((finding) => finding.state !== 'flagged')],
    }
  })
}
