// F13 Bottleneck approver: many cases wait for one desk, or it has no time for them (domain.md F13).
import { between } from '../../base/range'
import { cellAt } from '../../base/table'
import { type Arrivals, arrivalsIn } from '../arrivals'
import { FINE, isAtLeast, judge, NOT_APPLICABLE, NOT_KNOWN, nothingArrives, type Verdict } from '../finding'
import { inEachRun, type Run } from '../kleene'
import { aboutRoles } from '../listed'
import type { Survey } from '../survey'

export const detector = aboutRoles({
  code: 'F13',
  whole: (survey) => nothingArrives(survey) ?? (survey.org.contacts.areCounted ? null : { code: 'no-demand' }),
  judge: (survey, role) => {
    const { pessimistic, optimistic } = arrivalsIn(survey)
    if ((pessimistic.arrivals[role] as number) === 0 && (optimistic.arrivals[role] as number) === 0) return NOT_APPLICABLE
    if (isOpen(survey, role)) {
      // A share that is wide enough flags by itself; else it is a question of time that the file does not know.
      const [worst, best] = [verdict(survey, role, 'pessimistic'), verdict(survey, role, 'optimistic')]
      return worst && best ? judge(worst, best) : { ...judge(worst ?? UNSURE, best), state: 'unknown' }
    }
    const found = judge(verdict(survey, role, 'pessimistic'), verdict(survey, role, 'optimistic'))
    return found === FINE && mayBe(survey, role) ? NOT_KNOWN : found
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
      because: {
        code:
          capacity === null
            ? 'escalation-minutes-not-known'
            : Number.isNaN(minutes[role] as number)
              ? 'touch-minutes-not-known'
              : 'depends-on-unknown',
      },
    }
  },
})
const UNSURE: Verdict = { weight: 0, severity: 'low' }

const capacityOf = ({ org }: Survey, role: number): number | null => cellAt(org.doc.roles, 'escalationMinutes', role) ?? null

const isOpen = (survey: Survey, role: number): boolean =>
  capacityOf(survey, role) === null ||
  Object.values(inEachRun((run) => arrivalsIn(survey)[run].minutes[role] as number)).some((minutes) => Number.isNaN(minutes))

function verdict(survey: Survey, role: number, run: Run): Verdict | null {
  const { arrivals, minutes, all, open } = arrivalsIn(survey)[run]
  // A share is certain only of all that may be handed on.
  return verdictOf(survey, role, arrivals[role] as number, minutes[role] as number, run === 'optimistic' ? all + open : all)
}

/** Fine in both runs, but no longer so if what the two end otherwise came here on its way, however long that takes. */
const mayBe = (survey: Survey, role: number): boolean =>
  Object.values(arrivalsIn(survey)).some(({ arrivals, minutes, all, open, openMinutes }) => {
    if (open === 0) return false
    const spent = (minutes[role] as number) + openMinutes
    return Number.isNaN(spent) || verdictOf(survey, role, (arrivals[role] as number) + open, spent, all + open) !== null
  })

function verdictOf(survey: Survey, role: number, weight: number, spent: number, all: number): Verdict | null {
  const { utilisation, arrivalShare } = survey.thresholds
  if (weight === 0) return null
  const capacity = capacityOf(survey, role)
  const busy = capacity === null || Number.isNaN(spent) ? 0 : capacity > 0 ? spent / capacity : spent > 0 ? Number.POSITIVE_INFINITY : 0
  if (!isAtLeast(busy, utilisation) && !isAtLeast(weight / all, arrivalShare)) return null
  return { weight, severity: isAtLeast(busy, 1) ? 'high' : 'medium' }
}
