// Findings as a table. A cell that a spreadsheet would take for a formula is made harmless.

import type { Analysis } from '../../analysis/types'
import { isRange, type Measured, rounded } from '../../base/range'
import type { Words } from '../../base/words'
import { becauseOf, issueName, roleName, sentenceOf } from '../../i18n/sentences'
import { roleAt } from '../../model/roles'
import type { Org } from '../../model/types'

const HEADER = ['code', 'state', 'severity', 'role', 'issueType', 'contacts', 'share', 'sentence']

export function findingsCsv(org: Org, analysis: Analysis, words: Words): string {
  const rows = analysis.findings
    .filter((one) => one.state === 'flagged' || one.state === 'unknown')
    .map((finding) => {
      const role = roleAt(org, finding.subject.role ?? '')
      const issue = org.issueTypeAt.get(finding.subject.issueType ?? '')
      return [
        finding.code,
        finding.state,
        finding.severity ?? '',
        role === undefined ? '' : roleName(org, role),
        issue === undefined ? '' : issueName(org, issue),
        cell(finding.contacts),
        cell(finding.share),
        finding.state === 'flagged' ? sentenceOf(org, finding, words) : becauseOf(finding, words),
      ]
    })
  return [HEADER, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('')
}

function cell(value: Measured): string {
  if (value === null) return ''
  return isRange(value) ? `${rounded(value.low)}–${rounded(value.high)}` : String(rounded(value))
}

function quoted(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
