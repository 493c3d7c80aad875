// F11 Undervalued ambassador: who stands for the house is paid least, stays shortest, works most and is trusted least (domain.md F11).
import { once } from '../../base/memo'
import { between, highOf, lowOf, type Measured } from '../../base/range'
import { type Cell, cellAt } from '../../base/table'
import { roleTotalsIn } from '../columns'
import { FINE, flaggedAs, isAbove, NOT_APPLICABLE, NOT_KNOWN } from '../finding'
import { NO, type Truth, UNKNOWN, YES } from '../kleene'
import { aboutRoles, isRecorded, nobodyMeets } from '../listed'
import { medianOf, offTheFront } from '../median'
import type { Survey } from '../survey'

/** Of four marks so many make the case. */
const ENOUGH = 3
/** Figures of fewer people are not shown: they would be somebody’s. */
const SMALL = 3

export const detector = aboutRoles({
  code: 'F11',
  whole: (survey) => nobodyMeets(survey) ?? (canBeJudged(survey) ? null : { code: 'no-pay' }),
  judge: (survey, role) => {
    if (survey.org.structure.distance[role] !== 1 || offTheFront(survey).length === 0) return NOT_APPLICABLE
    const marks = Object.values(marksOf(survey, role))
    const [known, possible] = [marks.filter((mark) => mark === YES).length, marks.filter((mark) => mark !== NO).length]
    if (known >= ENOUGH) return flaggedAs(known > ENOUGH ? 'high' : 'medium')
    return possible >= ENOUGH ? NOT_KNOWN : FINE
  },
  say: (survey, role) => {
    const { org } = survey
    const marks = Object.entries(marksOf(survey, role))
    const isSmall = (cellAt(org.doc.roles, 'headcount', role) ?? 1) < SMALL
    const { pay, tenure } = ratiosOf(survey, role)
    const weight = survey.entryRoleOf(role)?.weight ?? 0
    return {
      evidence: {
        marks: marks.flatMap(([name, mark]) => (mark === YES ? [name] : [])),
        ...(isSmall ? { isSmall } : {}),
        open: marks.flatMap(([name, mark]) => (mark === UNKNOWN ? [name] : [])),
        payRatio: isSmall ? null : pay,
        tenureRatio: isSmall ? null : tenure,
        workload: isSmall ? null : (cellAt(org.doc.roles, 'workload', role) ?? null),
        firstContactShare: firstContactShareOf(survey, role),
        shareOfContacts: allIn(survey) > 0 ? weight / allIn(survey) : null,
        ...meansIn(survey),
      },
      because: { code: 'marks-not-known' },
    }
  },
})

/** With fewer than three of the four recorded anywhere nobody can be flagged. */
function canBeJudged(survey: Survey): boolean {
  const recorded = [
    isRecorded(survey, 'pay', 'payBand'),
    isRecorded(survey, 'tenureYears'),
    isRecorded(survey, 'workload'),
    survey.entryCount > 0,
  ]
  return recorded.filter((is) => is).length >= ENOUGH
}

const allIn = once((survey: Survey): number => {
  let sum = 0
  for (let at = 0; at < survey.entryCount; at++) sum += survey.entryRole(at).weight
  return sum
})

function payOf({ org }: Survey, role: number): Cell<number> {
  const band = cellAt(org.doc.roles, 'payBand', role)
  return cellAt(org.doc.roles, 'pay', role) ?? (band ? (band.min + band.max) / 2 : undefined)
}
const tenureOf = ({ org }: Survey, role: number) => cellAt(org.doc.roles, 'tenureYears', role)
const medians = once((survey: Survey) => {
  const others = offTheFront(survey)
  return {
    pay: medianOf(survey, others, (role) => payOf(survey, role)),
    tenure: medianOf(survey, others, (role) => tenureOf(survey, role)),
  }
})

/** Of so few people that it would be somebody’s, a mean or a median is not shown. */
const meansIn = once((survey: Survey) => {
  const { org } = survey
  const [front, behind] = [true, false].map((isFront) => {
    let [people, sum] = [0, 0]
    for (let role = 0; role < org.doc.roles.length; role++) {
      const pay = payOf(survey, role)
      if ((org.structure.distance[role] === 1) !== isFront || typeof pay !== 'number') continue
      const heads = cellAt(org.doc.roles, 'headcount', role) ?? 1
      people += heads
      sum += heads * pay
    }
    return { people, mean: people >= SMALL ? sum / people : null }
  }) as [{ people: number; mean: number | null }, { people: number; mean: number | null }]
  const { pay, tenure } = medians(survey)
  const isTold = behind.people >= SMALL
  return {
    medianPay: isTold ? pay : null,
    medianTenure: isTold ? tenure : null,
    meanPayFront: front.mean,
    meanPayBehind: behind.mean,
  }
})

function ratiosOf(survey: Survey, role: number) {
  const ratio = (own: Cell<number>, median: number | null) =>
    typeof own === 'number' && median !== null && median > 0 ? own / median : null
  const { pay, tenure } = medians(survey)
  return { pay: ratio(payOf(survey, role), pay), tenure: ratio(tenureOf(survey, role), tenure) }
}

function marksOf(survey: Survey, role: number): Readonly<Record<'pay' | 'tenure' | 'workload' | 'trust', Truth>> {
  const { payRatio, tenureRatio, workload, firstContactShare } = survey.thresholds
  const { pay, tenure } = ratiosOf(survey, role)
  const work = cellAt(survey.org.doc.roles, 'workload', role)
  const below = (value: number | null, limit: number): Truth => (value === null ? UNKNOWN : isAbove(limit, value) ? YES : NO)
  const settled = firstContactShareOf(survey, role)
  const low = below(settled && lowOf(settled), firstContactShare)
  const high = below(settled && highOf(settled), firstContactShare)
  return {
    pay: below(pay, payRatio),
    tenure: below(tenure, tenureRatio),
    workload: typeof work === 'number' ? (isAbove(work, workload) ? YES : NO) : UNKNOWN,
    trust: low === high ? low : UNKNOWN,
  }
}

/** Of what the role meets, the share it settles itself. */
function firstContactShareOf(survey: Survey, role: number): Measured {
  const entry = survey.entryRoleOf(role)
  if (!entry || entry.weight === 0) return null
  const { settledAtFirstContact: settled } = roleTotalsIn(entry)
  return between(lowOf(settled) / entry.weight, highOf(settled) / entry.weight)
}
