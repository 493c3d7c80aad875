// What comes first on the screen and in the output: stake, severity, code, subject (domain.md 3.1). One number a row says all four, so that
// to sort rows is to sort numbers.
import { type Judgements, STATES, UNKNOWN_STATE } from './finding'
import type { Stakes } from './stakes'

/** Rows in order: by row which of the judgements it is of, and of which of their subjects. */
export interface Order {
  readonly code: Uint8Array
  readonly subject: Int32Array
}

/** Judgements in order of code. Rows that are ok or not applicable, most of all rows in a large file, only `withOk`. */
export function inOrder(judgements: readonly Judgements[], stakes: Stakes, withOk: boolean): Order {
  const codes = judgements.length
  const subjects = Math.max(1, stakes.ofPair.length, stakes.ofRole.length)
  const ranks = ranked(stakes)
  const wanted = withOk ? STATES.length : UNKNOWN_STATE + 1
  const keys = new Float64Array(countOf(judgements, wanted))
  let k = 0
  for (let code = 0; code < codes; code++) {
    const { of, state, severity } = judgements[code] as Judgements
    const rank = of === 'pair' ? ranks.ofPair : ranks.ofRole
    for (let subject = 0; subject < state.length; subject++) {
      if ((state[subject] as number) >= wanted) continue
      // Below 2^53 up to millions of pairs: stakes × 4 severities × codes × subjects.
      keys[k++] = (((rank[subject] as number) * 4 + 2 - (severity[subject] as number)) * codes + code) * subjects + subject
    }
  }
  keys.sort()
  const rows = { code: new Uint8Array(k), subject: new Int32Array(k) }
  for (let row = 0; row < k; row++) {
    const key = keys[row] as number
    const rest = Math.floor(key / subjects)
    rows.subject[row] = key - rest * subjects
    rows.code[row] = rest % codes
  }
  return rows
}

function countOf(judgements: readonly Judgements[], wanted: number): number {
  let count = 0
  for (const { state } of judgements) for (let i = 0; i < state.length; i++) if ((state[i] as number) < wanted) count++
  return count
}

/** By subject, the largest stake first; equal stakes are of one rank. */
function ranked({ ofPair, ofRole }: Stakes): { readonly ofPair: Int32Array; readonly ofRole: Int32Array } {
  const sorted = new Float64Array(ofPair.length + ofRole.length)
  sorted.set(ofPair)
  sorted.set(ofRole, ofPair.length)
  sorted.sort()
  const rankOf = new Map<number, number>()
  for (let i = 0; i < sorted.length; i++) rankOf.set(sorted[i] as number, sorted.length - i)
  const ranks = (stakes: Float64Array) => {
    const found = new Int32Array(stakes.length)
    for (let i = 0; i < found.length; i++) found[i] = rankOf.get(stakes[i] as number) as number
    return found
  }
  return { ofPair: ranks(ofPair), ofRole: ranks(ofRole) }
}
