// Findings as a table, a row each: for sorting, for counting, for whoever works through them.
import { cardListOf } from '../../analysis/parts'
import type { Analysis, Finding } from '../../analysis/types'
import { isRange, type Measured, rounded } from '../../base/range'
import type { Steps } from '../../base/steps'
import type { Words } from '../../base/words'
import { becauseOf, chipOf, issueName, roleName, sentenceOf } from '../../i18n/sentences'
import { roleAt } from '../../model/roles'
import type { Org } from '../../model/types'
import { csvLine } from '../csv'
import { fileName } from '../file-name'

export const format = { id: 'findings', extension: 'csv', mediaType: 'text/csv' } as const

export interface FindingsFile {
  readonly name: string
  readonly mediaType: string
  /** Of its text, in a row. */
  readonly pieces: readonly string[]
}

/** Cards after which the work may be interrupted. */
const CARDS = 32

/** In the order of the cards on the page, in the form that spreadsheets of the language open. */
export function* findingSteps(org: Org, analysis: Analysis, words: Words): Steps<FindingsFile> {
  const between = words.number(1.5, 1).includes(',') ? ';' : ','
  const pieces = [`\ufeff${csvLine([...HEADER, 'stake', 'chip'], between)}`]
  const cards = cardListOf(analysis)
  for (let start = 0; start < cards.length; start += CARDS) {
    let piece = ''
    for (const { findings } of cards.from(start, CARDS))
      for (const finding of findings) {
        const stake = finding.stake === 0 ? '' : String(rounded(finding.stake))
        piece += csvLine([...cellsOf(org, finding, words), stake, chipOf(finding, words)], between)
      }
    pieces.push(piece)
    yield
  }
  return { name: fileName(org.doc.organization.name ?? '', 'findings', format.extension), mediaType: format.mediaType, pieces }
}

/** In the order of the analysis, with commas: what other programs read. */
export function findingsCsv(org: Org, { findings }: Pick<Analysis, 'findings'>, words: Words): string {
  const told = findings.filter(({ state }) => state === 'flagged' || state === 'unknown')
  return csvLine(HEADER) + told.map((finding) => csvLine(cellsOf(org, finding, words))).join('')
}

const HEADER = ['code', 'state', 'severity', 'role', 'issueType', 'contacts', 'share', 'sentence'] as const

function cellsOf(org: Org, finding: Finding, words: Words): readonly string[] {
  const role = roleAt(org, finding.subject.role ?? '')
  const issue = org.issueTypeAt.get(finding.subject.issueType ?? '')
  return [
    finding.code,
    finding.state,
    finding.severity ?? '',
    role === undefined ? '' : roleName(org, role),
    issue === undefined ? '' : issueName(org, issue),
    numeral(finding.contacts),
    numeral(finding.share),
    finding.state === 'flagged' ? sentenceOf(org, finding, words) : becauseOf(finding, words),
  ]
}

function numeral(value: Measured): string {
  if (value === null) return ''
  return isRange(value) ? `${rounded(value.low)}–${rounded(value.high)}` : String(rounded(value))
}
