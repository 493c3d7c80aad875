// What is at stake in the walks of a pair or of an entry role: money at risk a period where F18 can be judged, else contacts that are not
// settled at first contact (domain.md 3.1). Where the runs differ, the pessimistic: nothing is hidden by not being known.
import { rounded } from '../base/range'
import type { EntryRole, Pair, Survey } from './survey'

/** As it is said. */
export const stakeOfPair = (pair: Pair): number => rounded(exactStakeOfPair(pair))
export const stakeOfRole = (entry: EntryRole): number => rounded(exactStakeOfRole(entry))

/** Of any role; nothing where it meets nothing. */
export function stakeAt(survey: Survey, role: number): number {
  const entry = survey.entryRoleOf(role)
  return entry ? stakeOfRole(entry) : 0
}

export const exactStakeOfPair = ({ survey, from, to }: Pair): number => stakeIn(survey, from, to)

function exactStakeOfRole({ survey, from, to }: EntryRole): number {
  const { groupStart } = survey.columns
  let sum = 0
  for (let pair = from; pair < to; pair++) sum += stakeIn(survey, groupStart[pair] as number, groupStart[pair + 1] as number)
  return sum
}

/** Of some groups. */
function stakeIn(survey: Survey, from: number, to: number): number {
  const { cases, columns, areStakesMoney, org } = survey
  const { lines, lineStart } = columns
  const { segment, weight } = org.contacts
  let stake = 0
  for (let group = from; group < to; group++) {
    for (let one = cases.first(group); one < cases.end(group); one++) {
      const step = cases.step(one, 'pessimistic')
      if (step === 0) continue
      if (!areStakesMoney) {
        stake += cases.weight(group) * cases.share(one)
        continue
      }
      for (let k = lineStart[group] as number; k < (lineStart[group + 1] as number); k++) {
        const line = lines[k] as number
        const risk = survey.riskOf(segment[line] as number, step)
        if (!Number.isNaN(risk)) stake += (weight[line] as number) * cases.share(one) * risk
      }
    }
  }
  return stake
}
