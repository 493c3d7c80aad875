// What is at stake in the walks of a pair or of an entry role: money at risk a period where F18 can be judged, else contacts that are not
// settled at first contact (domain.md 3.1). Where the runs differ, the pessimistic: nothing is hidden by not being known.
import { once } from '../base/memo'
import { rounded } from '../base/range'
import type { EntryRole, Pair, Survey } from './survey'

export interface Stakes {
  /** In the order of the survey's pairs and entry roles. */
  readonly ofPair: Float64Array
  readonly ofRole: Float64Array
}

export const stakesOf = once(stakesIn)

function stakesIn(survey: Survey): Stakes {
  const exact = new Float64Array(survey.pairs.length)
  for (const pair of survey.pairs) exact[pair.at] = stakeIn(survey, pair)
  const ofRole = new Float64Array(survey.entryRoles.length)
  for (let i = 0; i < ofRole.length; i++) {
    let sum = 0
    for (const { at } of (survey.entryRoles[i] as EntryRole).pairs) sum += exact[at] as number
    ofRole[i] = rounded(sum)
  }
  return { ofPair: exact.map(rounded), ofRole }
}

function stakeIn(survey: Survey, pair: Pair): number {
  const { weight, segment } = survey.org.contacts
  let stake = 0
  for (const group of pair.groups) {
    for (const { slice, pessimistic } of group.cases) {
      if (pessimistic.step === 0) continue
      if (!survey.isMoney) {
        stake += group.weight * slice.share
        continue
      }
      for (const line of group.lines) {
        stake += (weight[line] as number) * slice.share * (survey.riskOf(segment[line] as number, pessimistic) ?? 0)
      }
    }
  }
  return stake
}
