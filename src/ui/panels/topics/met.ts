// What a role meets, a line an issue type: how many cases, and what becomes of them.
import { walksAt } from '../../../analysis/parts'
import type { Analysis, CaseRef, Walk } from '../../../analysis/types'
import { between } from '../../../base/range'
import type { Org } from '../../../model/types'
import type { Outcome } from '../../../scene/gauge'

export interface Met {
  readonly issueType: number
  /** null where the file counts none. */
  readonly contacts: number | null
  /** null: out of scope, it is not ours to settle. */
  readonly outcome: Outcome | null
}

/** In scope first, then by contacts. */
export function metBy(org: Org, analysis: Analysis, role: number): readonly Met[] {
  return tally(org, walksAt(analysis, role), (line) => org.contacts.role[line] === role)
}

function tally(org: Org, walks: readonly Walk[], isOurs: (line: number) => boolean): readonly Met[] {
  const { contacts } = org
  const met = new Map<string, { issueType: number; isIn: boolean; weight: number }>()
  for (let line = 0; line < contacts.length; line++) {
    if (!isOurs(line)) continue
    const issueType = contacts.issueType[line] as number
    const isIn = (contacts.boundary[line] as number) < 0
    const key = `${issueType} ${isIn}`
    const before = met.get(key)?.weight ?? 0
    met.set(key, { issueType, isIn, weight: before + (contacts.weight[line] as number) })
  }
  return [...met.values()]
    .sort((a, b) => Number(b.isIn) - Number(a.isIn) || b.weight - a.weight || a.issueType - b.issueType)
    .map(({ issueType, isIn, weight }) => ({
      issueType,
      contacts: contacts.areCounted ? weight : null,
      outcome: isIn
        ? outcomeOf(
            org,
            walks.filter((walk) => walk.issueType === issueType),
          )
        : null,
    }))
}

/** Counted as the analysis counts: what its two runs do not agree on is a pair. */
export function outcomeOf(org: Org, walks: readonly Walk[]): Outcome {
  const low = { settled: 0, escalated: 0, never: 0 }
  const high = { settled: 0, escalated: 0, never: 0 }
  let all = 0
  for (const walk of walks) {
    const weight = weightOf(org, walk)
    const { step } = walk
    const [best, worst] = step !== null && typeof step === 'object' ? [step.low, step.high] : [step, step]
    all += weight
    low[endOf(worst)] += weight
    high[endOf(best)] += weight
  }
  return {
    all,
    settled: between(low.settled, high.settled),
    escalated: between(low.escalated, high.escalated),
    never: between(low.never, high.never),
  }
}
const endOf = (step: number | null) => (step === null ? 'never' : step === 0 ? 'settled' : 'escalated')

/** Contacts; where the file counts none the part of the cases that have this value. */
function weightOf(org: Org, { contacts, isStretch, share, issueType, value }: Walk): number {
  if (contacts !== null) return contacts
  if (isStretch) return share
  const values = org.doc.issueTypes?.[issueType]?.values
  const points = Array.isArray(values) ? values : []
  return points.find((one) => 'amount' in one && one.amount === value)?.share ?? 1
}

/** The case of a kind that tells most: one not settled on the spot before others. */
export function caseOf(cases: readonly CaseRef[], issueType: string | undefined): CaseRef | null {
  return cases.find((one) => one.issueType === issueType) ?? null
}
