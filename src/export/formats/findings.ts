// Findings as a table, a row each: for sorting, for counting, for whoever works through them.
import { isEnded } from '../../analysis/accepted'
import { acceptedIn } from '../../analysis/accepted-lines'
import { cardListOf, partsOf } from '../../analysis/parts'
import type { Analysis, Finding } from '../../analysis/types'
import { isRange, type Measured, rounded } from '../../base/range'
import type { Steps } from '../../base/steps'
import type { Words } from '../../base/words'
import { becauseOf, chipOf, issueName, roleName, sentenceOf } from '../../i18n/sentences'
import { roleAt } from '../../model/roles'
import type { Accepted, Org } from '../../model/types'
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

/** In the order of the cards on the page, then what is accepted with its reason, in the form that spreadsheets of the language open. */
export function* findingSteps(org: Org, analysis: Analysis, words: Words): Steps<FindingsFile> {
  const between = words.number(1.5, 1).includes(',') ? ';' : ','
  const accepted = acceptedIn(analysis, org)
  const more = accepted.length > 0 ? ACCEPTED : NOTHING
  const pieces = [`\ufeff${csvLine([...HEADER, 'stake', 'chip', ...more], between)}`]
  const rowOf = (finding: Finding, line?: Accepted) => {
    const stake = finding.stake === 0 ? '' : String(rounded(finding.stake))
    const reason = more.length > 0 ? [line?.because ?? '', line?.by ?? '', line?.until ?? ''] : NOTHING
    return csvLine([...cellsOf(org, finding, words), stake, chipOf(finding, words), ...reason], between)
  }
  const cards = cardListOf(analysis)
  for (let start = 0; start < cards.length; start += CARDS) {
    for (const card of cards.from(start, CARDS)) {
      // A card of many places is a row each.
      for (let from = 0; from < card.places; from += CARDS) {
        const findings = card.from(from, CARDS).flatMap((place) => place.findings)
        pieces.push(findings.map((finding) => rowOf(finding)).join(''))
        if (from > 0) yield
      }
    }
    yield
  }
  for (const { line, count, from } of accepted) {
    if (isEnded(line, partsOf(analysis)?.today)) continue
    for (let start = 0; start < count; start += CARDS) {
      pieces.push(
        from(start, CARDS)
          .map((finding) => rowOf(finding, line))
          .join(''),
      )
      yield
    }
  }
  return { name: fileName(org.doc.organization.name ?? '', 'findings', format.extension), mediaType: format.mediaType, pieces }
}

/** In the order of the analysis, with commas: what other programs read. */
export function findingsCsv(org: Org, { findings }: Pick<Analysis, 'findings'>, words: Words): string {
  const told = findings.filter(({ state }) => state === 'flagged' || state === 'unknown')
  return csvLine(HEADER) + told.map((finding) => csvLine(cellsOf(org, finding, words))).join('')
}

const ACCEPTED = ['accepted', 'by', 'until'] as const
const NOTHING: readonly string[] = []
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
