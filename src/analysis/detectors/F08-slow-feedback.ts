// F08 Slow feedback path: a note reaches the one who could change the rule, but late (domain.md F08).
import { openChannels } from '../../model/channels'
import { idOf } from '../../model/roles'
import { hopsTo, isClosed, type Note, noteOf, notRecorded } from '../feedback'
import { isAbove, isAtLeast, judgeRuns, NOT_APPLICABLE, type PairRule, type Verdict } from '../finding'
import type { Run } from '../kleene'
import type { Pair, Survey } from '../survey'
import type { FindingSeverity } from '../types'

export const detector: PairRule = {
  code: 'F08',
  of: 'pair',
  isAside: true,
  isSpokenOf: ({ org }) => openChannels(org).length > 0 || !isClosed(org),
  whole: notRecorded,
  judge: (pair) => {
    const note = pair.survey.heardNote(pair.at)
    return !note?.there ? NOT_APPLICABLE : judgeRuns(note.there.low === note.there.high, (run) => verdict(pair, note, run))
  },
  say: (pair) => {
    const { org } = pair.survey
    const { owner, there } = noteOf(org, pair.role, pair.issueType)
    const hops = typeof owner === 'number' ? hopsTo(org, pair.role, pair.issueType, owner) : []
    const days = there && Number.isFinite(there.high) ? there.high : (there?.low ?? null)
    const slowest = hops.reduce<(typeof hops)[number] | null>(
      (most, one) => (most && most.hop.delay.low >= one.hop.delay.low ? most : one),
      null,
    )
    return {
      evidence: {
        days,
        customersFirst: days === null || !org.contacts.areCounted ? null : hitFirst(pair, days),
        owner: typeof owner === 'number' ? idOf(org, owner) : null,
        hops: hops.map(({ role, hop }) => ({ from: idOf(org, role), to: idOf(org, hop.to), days: hop.delay.low, channel: hop.channel.id })),
      },
      remedies: [
        ...(slowest ? [{ kind: 'channel' as const, channel: { ...slowest.hop.channel, everyDays: 7, delayDays: 0 } }] : []),
        ...(typeof owner === 'number' && hops.length > 1
          ? [
              {
                kind: 'channel' as const,
                channel: { from: idOf(org, pair.role), to: idOf(org, owner), everyDays: 7, delayDays: 0, twoWay: true },
              },
            ]
          : []),
      ],
      because: { code: 'delay-not-known' },
    }
  },
}

const hitFirst = ({ survey, weight }: Pair, days: number): number => (weight / survey.org.doc.organization.periodDays) * days

function verdict(pair: Pair, { there }: Note, run: Run): Verdict | null {
  const { thresholds, org } = pair.survey
  const days = there === null ? 0 : run === 'pessimistic' ? there.high : there.low
  if (!isAbove(days, thresholds.slowFeedbackDays)) return null
  return { weight: pair.weight, severity: org.contacts.areCounted ? bySize(pair.survey, hitFirst(pair, days)) : 'low' }
}

function bySize({ thresholds }: Survey, customers: number): FindingSeverity {
  if (isAtLeast(customers, thresholds.customersHitHigh)) return 'high'
  return isAtLeast(customers, thresholds.customersHitMedium) ? 'medium' : 'low'
}
