// F09 Unanswered note: a note reaches the one who could change the rule, and nothing comes back, or late (domain.md F09).
import { openChannels } from '../../model/channels'
import { idOf } from '../../model/roles'
import { isClosed, type Note, noteOf, notRecorded } from '../feedback'
import { isAbove, judgeRuns, NOT_APPLICABLE, type PairRule, type Verdict } from '../finding'
import { holdsIn, not, type Run } from '../kleene'
import type { Pair } from '../survey'

export const detector: PairRule = {
  code: 'F09',
  of: 'pair',
  isAside: true,
  isSpokenOf: ({ org }) => openChannels(org).length > 0 || !isClosed(org),
  whole: notRecorded,
  judge: (pair) => {
    const note = pair.survey.heardNote(pair.at)
    return !note?.there ? NOT_APPLICABLE : judgeRuns(false, (run) => verdict(pair, note, run))
  },
  say: (pair) => {
    const { org } = pair.survey
    const { owner, there, back } = noteOf(org, pair.role, pair.issueType)
    const isOwned = typeof owner === 'number'
    return {
      evidence: {
        owner: isOwned ? idOf(org, owner) : null,
        daysThere: finite(there?.low),
        daysBack: finite(back?.low),
      },
      remedies: isOwned
        ? [{ kind: 'channel', channel: { from: idOf(org, owner), to: idOf(org, pair.role), everyDays: 30, delayDays: 0 } }]
        : [],
      because: { code: back ? 'delay-not-known' : 'feedback-not-known' },
    }
  },
}
const finite = (days: number | undefined): number | null => (days !== undefined && Number.isFinite(days) ? days : null)

/** The pessimistic run takes every doubt for a fault. */
function verdict({ survey, weight }: Pair, { there, back, isUnanswered }: Note, run: Run): Verdict | null {
  if (!holdsIn(run, not(isUnanswered))) return { weight, severity: 'medium' }
  if (!there || !back) return null
  const days = run === 'pessimistic' ? there.high + back.high : there.low + back.low
  return isAbove(days, survey.thresholds.roundTripDays) ? { weight, severity: 'low' } : null
}
