// F17 Out-of-scope work: time goes into what was decided not to be done (domain.md F17).
import { once } from '../../base/memo'
import { cellAt } from '../../base/table'
import { FINE, flaggedAs, isAtLeast, NOT_APPLICABLE, NOT_KNOWN } from '../finding'
import { aboutRoles } from '../listed'
import type { Survey } from '../survey'

export const detector = aboutRoles({
  code: 'F17',
  whole: notJudged,
  judge: (survey, role) => {
    const { contacts, minutes, all } = timesIn(survey)
    if ((all[role] as number) === 0 && (contacts[role] as number) === 0) return NOT_APPLICABLE
    if (mayBeOut(survey)[role] === 1 && (contacts[role] as number) === 0) return NOT_KNOWN
    if ((contacts[role] as number) === 0) return FINE
    const share = (minutes[role] as number) / (all[role] as number)
    if (Number.isNaN(share)) return NOT_KNOWN
    if (share <= 0) return FINE
    const { outOfScopeHigh, outOfScopeMedium } = survey.thresholds
    return flaggedAs(isAtLeast(share, outOfScopeHigh) ? 'high' : isAtLeast(share, outOfScopeMedium) ? 'medium' : 'low')
  },
  figures: (survey, role) => {
    const { contacts, minutes, all } = timesIn(survey)
    const share = (minutes[role] as number) / (all[role] as number)
    return { contacts: contacts[role] as number, share: Number.isNaN(share) ? null : share }
  },
  say: (survey, role) => {
    const { org } = survey
    const { minutes, all } = timesIn(survey)
    const { contacts, doc } = org
    const found = new Set<number>()
    for (let line = 0; line < contacts.length; line++)
      if (contacts.role[line] === role && (contacts.boundary[line] as number) >= 0) found.add(contacts.boundary[line] as number)
    const hourly = cellAt(doc.roles, 'hourlyCost', role)
    const spent = minutes[role] as number
    return {
      evidence: {
        boundaries: [...found].map((at) => doc.strategy?.boundaries?.[at]?.text ?? doc.strategy?.boundaries?.[at]?.id ?? '').sort(),
        minutes: Number.isNaN(spent) ? null : spent,
        allMinutes: Number.isNaN(all[role] as number) ? null : all[role],
        cost: Number.isNaN(spent) || typeof hourly !== 'number' ? null : (spent / 60) * hourly,
        ofOrganisation: wholeIn(survey),
      },
      because: {
        code: mayBeOut(survey)[role] === 1 && !Number.isNaN(all[role] as number) ? 'segment-not-known' : 'touch-minutes-not-known',
      },
    }
  },
})

/** Of the time of all roles, the share that goes there; null where a case does not say how long it takes. */
const wholeIn = once((survey: Survey): number | null => {
  const { minutes, all } = timesIn(survey)
  const sum = (of: Float64Array) => of.reduce((so, one) => so + one, 0)
  const share = sum(minutes) / sum(all)
  return Number.isFinite(share) ? share : null
})

/** By role: 1 where it is not known who brings a case that a boundary refuses to some. */
const mayBeOut = once(({ org: { contacts, doc } }: Survey): Uint8Array => {
  const found = new Uint8Array(doc.roles.length)
  const refused = (doc.strategy?.boundaries ?? []).filter(({ segments }) => segments?.length)
  if (refused.length === 0) return found
  const isRefused = (doc.issueTypes ?? []).map(({ id }) => refused.some(({ issueTypes }) => issueTypes?.includes(id) ?? true))
  for (let line = 0; line < contacts.length; line++)
    if ((contacts.segment[line] as number) < 0 && isRefused[contacts.issueType[line] as number]) found[contacts.role[line] as number] = 1
  return found
})

function notJudged({ org }: Survey) {
  if (!org.doc.strategy?.boundaries) return { code: 'no-boundaries' }
  return org.contacts.areCounted ? null : { code: 'no-demand' }
}

/** By role: contacts out of scope, their minutes, and all minutes; NaN where a case does not say how long it takes. */
const timesIn = once(({ org }: Survey) => {
  const { contacts, doc } = org
  const column = () => new Float64Array(doc.roles.length)
  const found = { contacts: column(), minutes: column(), all: column() }
  const touch = (doc.issueTypes ?? []).map(({ touchMinutes }) => touchMinutes ?? Number.NaN)
  for (let line = 0; line < contacts.length; line++) {
    const role = contacts.role[line] as number
    const weight = contacts.weight[line] as number
    const minutes = weight === 0 ? 0 : weight * (touch[contacts.issueType[line] as number] as number)
    found.all[role] = (found.all[role] as number) + minutes
    if ((contacts.boundary[line] as number) < 0) continue
    found.minutes[role] = (found.minutes[role] as number) + minutes
    found.contacts[role] = (found.contacts[role] as number) + weight
  }
  return found
})
