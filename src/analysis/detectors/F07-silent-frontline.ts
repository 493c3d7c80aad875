// F07 Silent frontline: who meets customers has no channel to the one who could change the rule (domain.md F07). Reported by role.
import { byCodeUnit } from '../../base/order'
import { idOf } from '../../model/roles'
import { hasChannel, hearersOf, noteOf, notRecorded } from '../feedback'
import { type Detector, isAtLeast, judge, NOT_APPLICABLE, type Verdict } from '../finding'
import { type Truth, UNKNOWN, YES } from '../kleene'
import type { EntryRole, Pair, Survey } from '../survey'
import type { FindingSeverity } from '../types'

export const detector: Detector = {
  code: 'F07',
  of: 'role',
  whole: notRecorded,
  judge: (entry) => (entry.to > entry.from ? judge(verdict(entry, UNKNOWN), verdict(entry, YES)) : NOT_APPLICABLE),
  say: (entry) => {
    const { org } = entry.survey
    const pairs = silentPairs(entry, UNKNOWN)
    const isOwnerKnown = pairs.every((pair) => noteIn(pair).owner !== undefined)
    return {
      evidence: {
        hasChannel: hasChannel(org, entry.role),
        issueTypes: pairs
          .map((pair) => {
            const { owner } = noteIn(pair)
            const issueType = org.doc.issueTypes?.[pair.issueType]?.id as string
            const stopsAt = hearersOf(org, entry.role, pair.issueType).at(-1) as number
            return { issueType, contacts: pair.weight, owner: isRole(owner) ? idOf(org, owner) : null, stopsAt: idOf(org, stopsAt) }
          })
          .sort((a, b) => byCodeUnit(a.issueType, b.issueType)),
      },
      remedies: owners(pairs).map((owner) => ({
        kind: 'channel',
        channel: { from: idOf(org, entry.role), to: idOf(org, owner), everyDays: 7, delayDays: 0, twoWay: true },
      })),
      because: { code: isOwnerKnown ? 'feedback-not-known' : 'policy-owner-not-known' },
    }
  },
}

const isRole = (owner: number | null | undefined): owner is number => typeof owner === 'number'
const noteIn = ({ survey, role, issueType }: Pair) => noteOf(survey.org, role, issueType)
/** Each once, of the silent cases. */
const owners = (pairs: readonly Pair[]) => [...new Set(pairs.flatMap((pair) => noteIn(pair).owner ?? []))]

function silentPairs({ survey, pairs }: EntryRole, atLeast: Truth): readonly Pair[] {
  return pairs.filter(({ at }) => survey.silence(at) >= atLeast)
}

function verdict({ survey, role, weight: all, from, to }: EntryRole, atLeast: Truth): Verdict | null {
  const { groupStart } = survey.columns
  let weight = 0
  let isSome = false
  for (let pair = from; pair < to; pair++) {
    if (survey.silence(pair) < atLeast) continue
    isSome = true
    for (let group = groupStart[pair] as number; group < (groupStart[pair + 1] as number); group++) weight += survey.cases.weight(group)
  }
  return isSome ? { weight, severity: severityOf(survey, role, weight / all) } : null
}

function severityOf({ org, thresholds }: Survey, role: number, share: number): FindingSeverity {
  if (!hasChannel(org, role)) return 'high'
  return isAtLeast(share, thresholds.silentShare) ? 'medium' : 'low'
}
