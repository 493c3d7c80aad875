// F15 Result-only measures: who is near the customer is measured on volume and speed alone (domain.md F15).
import { cellAt } from '../../base/table'
import { idOf } from '../../model/roles'
import { FINE, flaggedAs, NOT_APPLICABLE, NOT_KNOWN } from '../finding'
import { aboutRoles, isRecorded, nobodyMeets, policyOwnersIn } from '../listed'
import type { Survey } from '../survey'

/** So near, what one is measured on reaches the customer. */
const NEAR = 2

export const detector = aboutRoles({
  code: 'F15',
  whole: (survey) => nobodyMeets(survey) ?? (isSaid(survey) ? null : { code: 'no-measures' }),
  judge: (survey, role) => {
    const distance = survey.org.structure.distance[role] as number
    if ((distance < 1 || distance > NEAR) && !policyOwnersIn(survey).has(role)) return NOT_APPLICABLE
    const measures = cellAt(survey.org.doc.roles, 'measures', role)
    if (measures === undefined) return isComplete(survey) ? NOT_APPLICABLE : NOT_KNOWN
    if (!measures?.length) return NOT_APPLICABLE
    if (measures.some(({ kind }) => kind === 'effect')) return FINE
    if (measures.some(({ kind }) => kind === undefined)) return NOT_KNOWN
    return flaggedAs(distance === 1 ? 'high' : 'medium')
  },
  say: ({ org }, role) => {
    const measures = cellAt(org.doc.roles, 'measures', role) ?? []
    const named = (kind: 'result' | 'effect') => measures.flatMap((one) => (one.kind === kind ? [one.name ?? one.id ?? ''] : []))
    return {
      evidence: { result: named('result'), effect: named('effect') },
      remedies: [{ kind: 'measure', role: idOf(org, role), measure: { name: 'Customer satisfaction', kind: 'effect' } }],
      because: { code: measures.length > 0 ? 'measure-kind-not-known' : 'measures-not-known' },
    }
  },
})

const isComplete = ({ org }: Survey): boolean => org.doc.coverage.measures === 'complete'
const isSaid = (survey: Survey): boolean => isRecorded(survey, 'measures') || isComplete(survey)
