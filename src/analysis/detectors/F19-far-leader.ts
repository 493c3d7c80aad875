// F19 Leader too far from the customer: decides about customers, is far from them and does not go and see (domain.md F19).
import { cellAt } from '../../base/table'
import { idOf } from '../../model/roles'
import { FINE, flaggedAs, isAbove, isAtLeast, NOT_APPLICABLE, NOT_KNOWN } from '../finding'
import { aboutRoles, isRecorded, nobodyMeets, policyOwnersIn } from '../listed'
import { roadblocksOf } from '../roadblocks'
import type { Survey } from '../survey'

export const detector = aboutRoles({
  code: 'F19',
  whole: (survey) => nobodyMeets(survey) ?? (isRecorded(survey, 'goSeeEveryDays') ? null : { code: 'no-go-see' }),
  judge: (survey, role) => {
    if (!isFarLeader(survey, role)) return NOT_APPLICABLE
    const days = cellAt(survey.org.doc.roles, 'goSeeEveryDays', role)
    if (days === undefined) return NOT_KNOWN
    if (days === null) return flaggedAs('high')
    return isAbove(days, survey.thresholds.goSeeDays) ? flaggedAs('medium') : FINE
  },
  say: (survey, role) => {
    const { doc, structure } = survey.org
    return {
      evidence: {
        distance: (structure.distance[role] as number) < 0 ? null : structure.distance[role],
        goSeeEveryDays: cellAt(doc.roles, 'goSeeEveryDays', role) ?? null,
        customerTime: cellAt(doc.roles, 'customerTime', role) ?? null,
        blocked: roadblocksOf(survey).find((one) => one.role === role)?.contacts ?? null,
      },
      remedies: [{ kind: 'goSee', role: idOf(survey.org, role), everyDays: 30 }],
      because: { code: 'go-see-not-known' },
    }
  },
})

/** Somebody no line joins to a customer is endlessly far (domain.md 3.6). */
function isFarLeader(survey: Survey, role: number): boolean {
  const { distance, firstChild } = survey.org.structure
  const steps = distance[role] as number
  const isFar = steps < 0 || isAtLeast(steps, survey.thresholds.leaderDistance)
  return isFar && ((firstChild[role] as number) >= 0 || policyOwnersIn(survey).has(role))
}
