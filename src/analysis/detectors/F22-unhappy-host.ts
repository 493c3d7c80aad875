// F22 Unhappy host: who meets customers is the least content in the house (domain.md F22).
import { once } from '../../base/memo'
import { cellAt } from '../../base/table'
import { FINE, flaggedAs, isAtLeast, NOT_APPLICABLE, NOT_KNOWN } from '../finding'
import { aboutRoles, isRecorded } from '../listed'
import { medianOf, offTheFront } from '../median'
import type { Survey } from '../survey'

const TOLERANCE = 1e-9

export const detector = aboutRoles({
  code: 'F22',
  isSpokenOf: (survey) => isRecorded(survey, 'engagement'),
  judge: (survey, role) => {
    if (survey.org.structure.distance[role] !== 1) return NOT_APPLICABLE
    const others = othersIn(survey)
    if (others === null) return NOT_APPLICABLE
    const own = cellAt(survey.org.doc.roles, 'engagement', role)
    if (typeof own !== 'number') return NOT_KNOWN
    const { engagement, engagementGap, engagementGapHigh } = survey.thresholds
    const gap = others - own
    if (own >= engagement - TOLERANCE || !isAtLeast(gap, engagementGap)) return FINE
    return flaggedAs(isAtLeast(gap, engagementGapHigh) ? 'high' : 'medium')
  },
  say: (survey, role) => ({
    evidence: { engagement: cellAt(survey.org.doc.roles, 'engagement', role) ?? null, others: othersIn(survey) },
    because: { code: 'engagement-not-known' },
  }),
})

const othersIn = once((survey: Survey) => medianOf(survey, offTheFront(survey), (role) => cellAt(survey.org.doc.roles, 'engagement', role)))
