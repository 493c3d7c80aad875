// What becomes of what each role meets, as a column a question: sums over branches add them up without looking at a finding.
import { severityOf, stateOf, UNKNOWN_STATE } from './finding'
import { type JudgementColumns, judgementsFrom } from './judge'
import type { Survey } from './survey'
import type { Gauge, Gauges } from './totals'
import type { Analysis, RoleColumns } from './types'

/** By role index, one column a question; all zero where a role meets nothing. Made when first looked at. */
export const roleColumnsOf = (analysis: Analysis): RoleColumns => analysis.roleColumns

/** Linear in roles and pairs. */
export function roleColumnsIn(survey: Survey, gauges: Gauges, judged: JudgementColumns): RoleColumns {
  const { org } = survey
  const n = org.doc.roles.length
  const spread = (own: Float64Array) => {
    const column = new Float64Array(n)
    gauges.role.forEach((role, at) => {
      column[role] = own[at] as number
    })
    return column
  }
  const inRuns = (name: keyof Gauge) => {
    const pessimistic = spread(gauges.pessimistic[name])
    const isSure = gauges.optimistic === gauges.pessimistic
    return { pessimistic, optimistic: isSure ? pessimistic : spread(gauges.optimistic[name]) }
  }
  let bySegment: readonly Float64Array[] | null = null
  return {
    weight: spread(gauges.weight),
    settled: inRuns('settled'),
    escalated: inRuns('escalated'),
    unresolved: inRuns('unresolved'),
    ...flagsIn(survey, judged),
    get bySegment() {
      bySegment ??= segmentsIn(survey)
      return bySegment
    },
  }
}

function segmentsIn({ org }: Survey): readonly Float64Array[] {
  const { contacts, doc } = org
  const bySegment = Array.from({ length: (doc.segments?.length ?? 0) + 1 }, () => new Float64Array(doc.roles.length))
  for (let line = 0; line < contacts.length; line++) {
    if ((contacts.boundary[line] as number) >= 0) continue
    const segment = contacts.segment[line] as number
    const own = bySegment[segment < 0 ? bySegment.length - 1 : segment] as Float64Array
    const role = contacts.role[line] as number
    own[role] = (own[role] as number) + (contacts.weight[line] as number)
  }
  return bySegment
}

/** Kinds of case by the worst that is said of them. */
function flagsIn(survey: Survey, judged: JudgementColumns): Pick<RoleColumns, 'flags' | 'unknown'> {
  const { columns, pairCount, org } = survey
  const column = () => new Int32Array(org.doc.roles.length)
  const bySeverity = [column(), column(), column()] as const
  const unknown = column()
  const ofPairs = judgementsFrom(judged).flatMap(({ detector, verdicts }) => (detector.of === 'pair' ? [verdicts] : []))
  for (let pair = 0; pair < pairCount; pair++) {
    let worst = -1
    let isOpen = false
    for (const verdicts of ofPairs) {
      const verdict = verdicts[pair] as number
      if (severityOf(verdict) > worst) worst = severityOf(verdict)
      if (stateOf(verdict) === UNKNOWN_STATE) isOpen = true
    }
    const counted = worst >= 0 ? bySeverity[worst] : isOpen ? unknown : undefined
    const role = columns.entry[columns.groupStart[pair] as number] as number
    if (counted) counted[role] = (counted[role] as number) + 1
  }
  const [low, medium, high] = bySeverity
  return { flags: { high, medium, low }, unknown }
}
