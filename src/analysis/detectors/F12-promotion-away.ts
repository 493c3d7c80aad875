// F12 Promotion away from the customer: every way up leads away from the counter (domain.md F12).
import { once } from '../../base/memo'
import { cellAt } from '../../base/table'
import { idOf } from '../../model/roles'
import { RoleRefs } from '../../model/titles'
import type { Org } from '../../model/types'
import { FINE, flaggedAs, isAtLeast, NOT_APPLICABLE, NOT_KNOWN } from '../finding'
import { aboutRoles, isRecorded, nobodyMeets } from '../listed'
import type { Survey } from '../survey'

export const detector = aboutRoles({
  code: 'F12',
  whole: (survey) => nobodyMeets(survey) ?? (isRecorded(survey, 'promotesTo') ? null : { code: 'no-promotions' }),
  judge: (survey, role) => {
    const { distance } = survey.org.structure
    if (distance[role] !== 1) return NOT_APPLICABLE
    const steps = stepsUp(survey.org, role)
    if (steps === undefined) return NOT_KNOWN
    if (steps.length === 0) return flaggedAs('medium')
    if (steps.some((to) => distance[to] === 1)) return FINE
    const fall = smallestFall(survey, role, steps)
    return flaggedAs(fall !== null && isAtLeast(fall, survey.thresholds.customerTimeFall) ? 'medium' : 'low')
  },
  say: (survey, role) => {
    const { org } = survey
    const steps = stepsUp(org, role) ?? []
    return {
      evidence: {
        promotesTo: steps.map((to) => ({
          role: idOf(org, to),
          distance: (org.structure.distance[to] as number) < 0 ? null : org.structure.distance[to],
        })),
        customerTime: timeOf(survey, role) ?? null,
        fall: smallestFall(survey, role, steps),
      },
      because: { code: 'promotions-not-known' },
    }
  },
})

const refsOf = once(({ doc, structure }: Org) => new RoleRefs(doc, structure.parent))

/** undefined = not known; references that lead nowhere are as if they were not there. */
function stepsUp(org: Org, role: number): readonly number[] | undefined {
  const refs = cellAt(org.doc.roles, 'promotesTo', role)
  if (refs === undefined) return undefined
  const found = (refs ?? []).flatMap((ref) => refsOf(org).target(ref, role) ?? [])
  return found.length === 0 && refs?.length ? undefined : found
}

const timeOf = ({ org }: Survey, role: number) => cellAt(org.doc.roles, 'customerTime', role)

/** Of the time with customers, the share that is lost on the step that keeps most of it; null where it is not known. */
function smallestFall(survey: Survey, role: number, steps: readonly number[]): number | null {
  const own = timeOf(survey, role)
  const times = steps.map((to) => timeOf(survey, to))
  if (typeof own !== 'number' || own <= 0 || times.length === 0 || times.some((time) => typeof time !== 'number')) return null
  return Math.min(...times.map((time) => (own - (time as number)) / own))
}
