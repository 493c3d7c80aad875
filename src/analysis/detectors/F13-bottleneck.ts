// F13 Bottleneck approver: many cases wait for one desk, or it has no time for them (domain.md F13).
import { once } from '../../base/memo'
import { between } from '../../base/range'
import { cellAt } from '../../base/table'
import { FINE, isAtLeast, judge, NOT_APPLICABLE, nothingArrives, type Verdict } from '../finding'
import { inEachRun, type Run } from '../kleene'
import { aboutRoles } from '../listed'
import type { Survey } from '../survey'

export const detector = aboutRoles({
  code: 'F13',
  whole: (survey) => nothingArrives(survey) ?? (survey.org.contacts.areCounted ? null : { code: 'no-demand' }),
  judge: (survey, role) => {
    if (!survey.org.contacts.areCounted) return NOT_APPLICABLE
    const { pessimistic, optimistic } = arrivalsIn(survey)
    if ((pessimistic.arrivals[role] as number) === 0 && (optimistic.arrivals[role] as number) === 0) return NOT_APPLICABLE
    if (isOpen(survey, role)) {
      // A share that is wide enough flags by itself; else it is a question of time that the file does not know.
      const [worst, best] = [verdict(survey, role, 'pessimistic'), verdict(survey, role, 'optimistic')]
      return worst && best ? judge(worst, best) : { ...judge(worst ?? UNSURE, best), state: 'unknown' }
    }
    return judge(verdict(survey, role, 'pessimistic'), verdict(survey, role, 'optimistic')) ?? FINE
  },
  figures: (survey, role) => {
    const { pessimistic: worst, optimistic: best } = arrivalsIn(survey)
    const share = (of: Arrivals) => (of.all > 0 ? (of.arrivals[role] as number) / of.all : 0)
    return {
      contacts: between(worst.arrivals[role] as number, best.arrivals[role] as number),
      share: between(share(worst), share(best)),
    }
  },
  say: (survey, role) => {
    const { arrivals, passing, minutes, upper, all } = arrivalsIn(survey).pessimistic
    const capacity = capacityOf(survey, role)
    const busy = (spent: number) => (capacity && !Number.isNaN(spent) ? spent / capacity : null)
    const utilisation = busy(minutes[role] as number)
    return {
      evidence: {
        arrivals: arrivals[role],
        shareOfEscalated: all > 0 ? (arrivals[role] as number) / all : null,
        minutes: Number.isNaN(minutes[role] as number) ? null : minutes[role],
        capacity: capacity ?? null,
        utilisation,
        waiting: utilisation !== null && utilisation < 1 ? utilisation / (1 - utilisation) : null,
        atMost: busy(upper[role] as number),
        passThrough: passing[role],
      },
      because: { code: capacity === null ? 'escalation-minutes-not-known' : 'touch-minutes-not-known' },
    }
  },
})
const UNSURE: Verdict = { weight: 0, severity: 'low' }

interface Arrivals {
  /** All cases that are handed on and settled. */
  all: number
  /** By role: such cases that come to it after the first desk, of them those it cannot settle, and the minutes they take. */
  readonly arrivals: Float64Array
  readonly passing: Float64Array
  /** NaN where a case does not say how long it takes. */
  readonly minutes: Float64Array
  /** The same with cases that nobody settles, up to the end of their way. */
  readonly upper: Float64Array
}

/** Cases that end alike go through the same hands, which are walked once. */
const arrivalsIn = once((survey: Survey): Readonly<Record<Run, Arrivals>> => {
  const worst = arrivalsOf(survey, 'pessimistic')
  return survey.isSure ? { pessimistic: worst, optimistic: worst } : { pessimistic: worst, optimistic: arrivalsOf(survey, 'optimistic') }
})

function arrivalsOf(survey: Survey, run: Run): Arrivals {
  const { cases, org, ways, groupCount } = survey
  const issues = Math.max(1, org.doc.issueTypes?.length ?? 0)
  const found = new Map<number, { readonly first: number; weight: number; readonly isSettled: boolean }>()
  for (let group = 0; group < groupCount; group++) {
    const { issueType } = cases.kind(group)
    for (let one = cases.first(group); one < cases.end(group); one++) {
      const step = cases.step(one, run)
      if (step === 0) continue
      const weight = cases.weight(group) * cases.share(one)
      const key = cases.outcome(one, run) * issues + issueType
      const known = found.get(key)
      if (known) known.weight += weight
      else found.set(key, { first: one, weight, isSettled: step !== null })
    }
  }
  const column = () => new Float64Array(org.doc.roles.length)
  const told = { all: 0, arrivals: column(), passing: column(), minutes: column(), upper: column() }
  const add = (to: Float64Array, role: number, by: number) => {
    to[role] = (to[role] as number) + by
  }
  for (const [key, { weight, isSettled }] of found) {
    const issueType = key % issues
    const hands = [...cases.handsOf((key - issueType) / issues, issueType, ways)]
    const minutes = weight === 0 ? 0 : weight * (org.doc.issueTypes?.[issueType]?.touchMinutes ?? Number.NaN)
    if (isSettled) told.all += weight
    hands.forEach((role, at) => {
      add(told.upper, role, minutes)
      if (!isSettled) return
      add(told.arrivals, role, weight)
      add(told.minutes, role, minutes)
      if (at < hands.length - 1) add(told.passing, role, weight)
    })
  }
  return told
}

const capacityOf = ({ org }: Survey, role: number): number | null => cellAt(org.doc.roles, 'escalationMinutes', role) ?? null

const isOpen = (survey: Survey, role: number): boolean =>
  capacityOf(survey, role) === null ||
  Object.values(inEachRun((run) => arrivalsIn(survey)[run].minutes[role] as number)).some((minutes) => Number.isNaN(minutes))

function verdict(survey: Survey, role: number, run: Run): Verdict | null {
  const { arrivals, minutes, all } = arrivalsIn(survey)[run]
  const { utilisation, arrivalShare } = survey.thresholds
  const weight = arrivals[role] as number
  if (weight === 0) return null
  const capacity = capacityOf(survey, role)
  const spent = minutes[role] as number
  const busy = capacity === null || Number.isNaN(spent) ? 0 : capacity > 0 ? spent / capacity : spent > 0 ? Number.POSITIVE_INFINITY : 0
  if (!isAtLeast(busy, utilisation) && !isAtLeast(weight / all, arrivalShare)) return null
  return { weight, severity: isAtLeast(busy, 1) ? 'high' : 'medium' }
}
