// What comes first on the screen and in the output: stake, severity, code, subject (domain.md 3.1). One number a row says all four, so that
// to sort rows is to sort numbers.
import { type Judgements, STATES, severityOf, stateOf, UNKNOWN_STATE } from './finding'
import { stakeOfPair, stakeOfRole } from './stakes'
import type { Survey } from './survey'

/** Rows in order: by row which of the judgements it is of, and of which of their subjects. */
export interface Order {
  readonly code: Uint8Array
  readonly subject: Int32Array
}

/** Judgements in order of code. Rows that are ok or not applicable, most of all rows in a large file, only `withOk`. */
export function inOrder(survey: Survey, judgements: readonly Judgements[], withOk: boolean): Order {
  const codes = judgements.length
  const subjects = judgements.reduce((most, { verdicts }) => Math.max(most, verdicts.length), 1)
  const places = placesIn(survey)
  const ranks = ranked(survey)
  const wanted = withOk ? STATES.length : UNKNOWN_STATE + 1
  const keys = new Float64Array(countOf(judgements, wanted))
  let k = 0
  for (let code = 0; code < codes; code++) {
    const { detector, verdicts } = judgements[code] as Judgements
    for (let subject = 0; subject < verdicts.length; subject++) {
      const verdict = verdicts[subject] as number
      if (stateOf(verdict) >= wanted) continue
      const rank = detector.of === 'listed' ? ranks.ofRole(detector.role(survey, subject)) : ranks[detector.of][subject]
      const place = detector.of === 'listed' ? subject : places[detector.of].of[subject]
      // Below 2^53 up to millions of pairs: stakes × 4 severities × codes × subjects.
      keys[k++] = (((rank as number) * 4 + 2 - severityOf(verdict)) * codes + code) * subjects + (place as number)
    }
  }
  keys.sort()
  const rows = { code: new Uint8Array(k), subject: new Int32Array(k) }
  for (let row = 0; row < k; row++) {
    const key = keys[row] as number
    const rest = Math.floor(key / subjects)
    const code = rest % codes
    const { of } = (judgements[code] as Judgements).detector
    const place = key - rest * subjects
    rows.code[row] = code
    rows.subject[row] = of === 'listed' ? place : (places[of].at[place] as number)
  }
  return rows
}

function countOf(judgements: readonly Judgements[], wanted: number): number {
  let count = 0
  for (const { verdicts } of judgements) for (const verdict of verdicts) if (stateOf(verdict) < wanted) count++
  return count
}

interface Places {
  /** By subject its place in order of ids, and by place the subject. */
  readonly of: Int32Array
  readonly at: Int32Array
}
function placesIn(survey: Survey): { readonly pair: Places; readonly role: Places } {
  const { pairStart } = survey.columns
  const pair = { of: new Int32Array(survey.pairCount), at: new Int32Array(survey.pairCount) }
  const role = { of: new Int32Array(survey.entryCount), at: survey.inOrder }
  let place = 0
  role.at.forEach((entry, k) => {
    role.of[entry] = k
    for (let at = pairStart[entry] as number; at < (pairStart[entry + 1] as number); at++) {
      pair.at[place] = at
      pair.of[at] = place++
    }
  })
  return { pair, role }
}

/** By subject, the largest stake first; equal stakes are of one rank. */
function ranked(survey: Survey) {
  const { pairCount, entryCount } = survey
  const stakes = new Float64Array(pairCount + entryCount + 1)
  for (let at = 0; at < entryCount; at++) {
    const entry = survey.entryRole(at)
    for (const pair of entry.pairs) stakes[pair.at] = stakeOfPair(pair)
    stakes[pairCount + at] = stakeOfRole(entry)
  }
  const sorted = stakes.slice().sort()
  const rankOf = new Map<number, number>()
  for (let i = 0; i < sorted.length; i++) rankOf.set(sorted[i] as number, sorted.length - i)
  const ranks = Int32Array.from(stakes, (stake) => rankOf.get(stake) as number)
  const role = ranks.subarray(pairCount, pairCount + entryCount)
  const nothing = ranks[pairCount + entryCount] as number
  const byRole = new Int32Array(survey.org.doc.roles.length).fill(nothing)
  for (let at = 0; at < entryCount; at++) byRole[survey.entryRole(at).role] = role[at] as number
  return { pair: ranks.subarray(0, pairCount), role, ofRole: (at: number) => byRole[at] ?? nothing }
}
