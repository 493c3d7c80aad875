// Findings that somebody has accepted, because …: not everybody must have every authority (domain.md 1.21). They stay true, and stay away
// from cards and flags. No clock in here: whoever asks says what day it is.
import { canonical } from '../model/canonical'
import { roleAt } from '../model/roles'
import { RoleRefs } from '../model/titles'
import type { Accepted, Org } from '../model/types'
import { detectors } from './detect'
import type { Detector } from './finding'
import type { Survey } from './survey'
import type { Subject } from './types'

/** `until` is the last day; without one, or where nobody says what day it is, it holds. Days as `2026-11-22`. */
export const isEnded = ({ until }: Accepted, today: string | undefined): boolean =>
  until !== undefined && today !== undefined && until.slice(0, today.length) < today

/** By rule, in order of code: which of its subjects are accepted; null where none is. */
export function acceptedSubjects(survey: Survey, today: string | undefined): readonly (ReadonlySet<number> | null)[] {
  const inForce = (survey.org.doc.accepted ?? []).filter((one) => !isEnded(one, today))
  return detectors.map((rule) => {
    const own = inForce.filter(({ code }) => code === rule.code)
    return own.length === 0 ? null : new Set(own.flatMap((one) => placesAccepted(survey, rule, one)))
  })
}

/** Subjects of the rule that a line of the file means; of a title those of all roles with it. */
export function placesAccepted(survey: Survey, rule: Detector, { subject }: Accepted): readonly number[] {
  const meant = (subject ?? {}) as Subject
  return rolesMeant(survey.org, meant).flatMap((role) => placesAt(survey, rule, meant, role))
}

/** -1 where the subject is of no role. */
function rolesMeant(org: Org, { role }: Subject): readonly number[] {
  return role === undefined ? [-1] : Array.from(new RoleRefs(org.doc, org.structure.parent).sources(role))
}

function placesAt(survey: Survey, rule: Detector, subject: Subject, role: number): readonly number[] {
  if (rule.of === 'pair') {
    const pair = survey.pairOf(role, survey.org.issueTypeAt.get(subject.issueType ?? '') ?? -1)
    return pair ? [pair.at] : []
  }
  if (rule.of === 'role') {
    const entry = survey.entryRoleOf(role)
    return entry ? [entry.at] : []
  }
  const listed = role < 0 ? Array.from({ length: rule.count(survey) }, (_, at) => at) : rule.at(survey, role)
  return listed.filter((at) => isSame(rule.subject(survey, at), subject))
}

/** Whether a line of the file means this subject. */
export function isMeant(org: Org, { subject }: Accepted, about: Subject): boolean {
  const meant = (subject ?? {}) as Subject
  const role = about.role === undefined ? -1 : (roleAt(org, about.role) ?? -1)
  return isSame(about, meant) && rolesMeant(org, meant).includes(role)
}

/** The role, which may be meant by its title, has been found before. */
function isSame({ role, ...rest }: Subject, { role: meantRole, ...meant }: Subject): boolean {
  return (role === undefined) === (meantRole === undefined) && canonical(rest) === canonical(meant)
}
