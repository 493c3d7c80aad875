// What the file accepts, line by line, beside the findings that it speaks of as they are now.
import { canonical } from '../model/canonical'
import type { Accepted, Org } from '../model/types'
import { placesAccepted } from './accepted'
import { type Detector, FLAGGED_STATE, stateOf } from './finding'
import { partsOf } from './parts'
import { rowAbout } from './rows'
import type { Analysis, Finding } from './types'

/** A line, and the findings: none where it has been mended meanwhile. */
export interface AcceptedLine {
  readonly line: Accepted
  readonly count: number
  readonly from: (start: number, count: number) => readonly Finding[]
}
export function acceptedIn(analysis: Analysis, org: Org): readonly AcceptedLine[] {
  const parts = partsOf(analysis)
  if (!parts) return []
  const { survey, judgements } = parts
  return (org.doc.accepted ?? []).map((line) => {
    const found = judgements.find(({ detector }) => detector.code === line.code)
    const places = found ? placesAccepted(survey, found.detector, line).filter((at) => isFlagged(found.verdicts[at])) : []
    return {
      line,
      count: places.length,
      from: (start, count) => places.slice(start, start + count).map((at) => rowAbout(survey, found?.detector as Detector, at)),
    }
  })
}
/** Which line of the file accepts a finding that is flagged. */
export function acceptanceIn(analysis: Analysis, org: Org): (finding: Finding) => Accepted | undefined {
  const lines = acceptedIn(analysis, org)
  const known = new Map(lines.flatMap(({ line, count, from }) => from(0, count).map((finding) => [keyOf(finding), line] as const)))
  return (finding) => (known.size === 0 ? undefined : known.get(keyOf(finding)))
}
const keyOf = ({ code, subject }: Finding): string => canonical([code, subject])

const isFlagged = (verdict: number | undefined) => verdict !== undefined && stateOf(verdict) === FLAGGED_STATE
