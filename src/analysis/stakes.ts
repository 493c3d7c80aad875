// What is at stake in the walks of a pair or of an entry role: money at risk a period where F18 can be judged, else contacts that are not
// settled at first contact (domain.md 3.1). Where the runs differ, the pessimistic: nothing is hidden by not being known.
import { once } from '../base/memo'
import { rounded } from '../base/range'
import type { CaseGroup } from './cases'
import type { Outcome } from './outcome'
import type { Pair, Survey } from './survey'

export interface Stakes {
  /** In the order of the survey's pairs and entry roles. */
  readonly ofPair: Float64Array
  readonly ofRole: Float64Array
}

export const stakesOf = once(stakesIn)

function stakesIn(survey: Survey): Stakes {
  const exact = Float64Array.from(survey.pairs, (pair) => stakeIn(survey, pair))
  const ofRole = Float64Array.from(survey.entryRoles, ({ pairs }) =>
    rounded(pairs.reduce((sum, pair) => sum + (exact[pair.at] as number), 0)),
  )
  return { ofPair: exact.map(rounded), ofRole }
}

function stakeIn(survey: Survey, pair: Pair): number {
  let stake = 0
  for (const group of pair.groups) {
    for (const { slice, pessimistic } of group.cases) {
      if (pessimistic.step === 0) continue
      if (survey.isMoney) stake = riskAdded(survey, stake, group, slice.share, pessimistic)
      else stake += group.weight * slice.share
    }
  }
  return stake
}

function riskAdded(survey: Survey, stake: number, { lines }: CaseGroup, share: number, outcome: Outcome): number {
  const { weight, segment } = survey.org.contacts
  let sum = stake
  for (const line of lines) sum += (weight[line] as number) * share * (survey.riskOf(segment[line] as number, outcome) ?? 0)
  return sum
}
