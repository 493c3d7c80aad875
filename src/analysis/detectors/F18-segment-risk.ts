// F18 Segment value at risk (a), and the more a segment is worth the worse it is served (b) (domain.md F18).
import { once } from '../../base/memo'
import { byCodeUnit } from '../../base/order'
import { highOf, lowOf, type Measured } from '../../base/range'
import { isLeftOutOfWorth } from '../../model/worth'
import { FINE, flaggedAs, isAbove, isAtLeast, judge, NOT_APPLICABLE, NOT_KNOWN, nothingArrives, type Verdict } from '../finding'
import { aboutEach } from '../listed'
import type { Survey } from '../survey'
import { countedOf } from '../totals'
import type { Because, SegmentTotals } from '../types'

type Part = { readonly part: 'a'; readonly segment: SegmentTotals } | { readonly part: 'b' }

export const detector = aboutEach<Part>({
  code: 'F18',
  isPartly: true,
  whole: (survey) => nothingArrives(survey) ?? notCounted(survey) ?? (survey.isMoney ? null : { code: 'no-risk' }),
  list: (survey) => [...(survey.isMoney ? valued(survey).map((segment) => ({ part: 'a' as const, segment })) : []), { part: 'b' as const }],
  judge: (survey, one) => {
    if (nothingArrives(survey) ?? notCounted(survey)) return NOT_APPLICABLE
    if (one.part === 'b') return judgeServed(survey)
    return judge(verdictOf(survey, one.segment, highOf), verdictOf(survey, one.segment, lowOf))
  },
  subject: (survey, one) => (one.part === 'b' ? { part: 'b' } : { segment: survey.org.doc.segments?.[one.segment.segment]?.id as string }),
  role: () => -1,
  say: (survey, one) => {
    if (one.part === 'b') {
      const isWorthKnown = valued(survey).every(({ clv }) => clv !== null)
      return {
        evidence: { part: 'b', pairs: turnedIn(survey) },
        because: { code: isWorthKnown ? 'depends-on-unknown' : 'worth-not-known' },
      }
    }
    const { clv, equity, riskPerPeriod, firstContactResolution } = one.segment
    const { doc } = survey.org
    const { customers, margin, retention } = doc.segments?.[one.segment.segment] ?? {}
    const inputs = {
      customers: customers ?? null,
      margin: margin ?? null,
      retention: retention ?? null,
      discountRate: doc.strategy?.discountRate ?? null,
    }
    const worst = sharesOf(survey, one.segment, highOf)
    return {
      evidence: { part: 'a', ...worst, clv, ...inputs, equity, riskPerPeriod, firstContactResolution },
      because: { code: 'depends-on-unknown' },
    }
  },
})

/** Why what a segment meets is not known at all. */
function notCounted({ org: { contacts } }: Survey): Because | null {
  if (!contacts.areCounted) return { code: 'no-demand' }
  return contacts.segment.some((segment, line) => segment < 0 && (contacts.boundary[line] as number) < 0) ? { code: 'no-segments' } : null
}

/** Segments whose worth counts, in order of id. */
const valued = once((survey: Survey): readonly SegmentTotals[] => {
  const { org } = survey
  const id = (at: number) => org.doc.segments?.[at]?.id as string
  return countedOf(survey)
    .segments.filter(({ segment }) => !isLeftOutOfWorth(org, segment))
    .sort((a, b) => byCodeUnit(id(a.segment), id(b.segment)))
})

type End = (value: NonNullable<Measured>) => number
const sum = (parts: readonly number[]) => parts.reduce((all, part) => all + part, 0)
const endOf = (value: Measured, end: End) => (value === null ? 0 : end(value))

function sharesOf(survey: Survey, { riskPerPeriod, equity }: SegmentTotals, end: End) {
  const all = valued(survey)
  const risk = sum(all.map((one) => endOf(one.riskPerPeriod, end)))
  const worth = sum(all.map((one) => one.equity ?? 0))
  const shareOfRisk = risk > 0 ? endOf(riskPerPeriod, end) / risk : 0
  const shareOfEquity = worth > 0 ? (equity ?? 0) / worth : 0
  return { shareOfRisk, shareOfEquity, ratio: shareOfEquity > 0 ? shareOfRisk / shareOfEquity : null }
}

function verdictOf(survey: Survey, segment: SegmentTotals, end: End): Verdict | null {
  const { ratio } = sharesOf(survey, segment, end)
  const { riskRatio, riskRatioHigh } = survey.thresholds
  if (ratio === null || !isAtLeast(ratio, riskRatio)) return null
  return { weight: 0, severity: isAtLeast(ratio, riskRatioHigh) ? 'high' : 'medium' }
}

/** Pairs of segments of which the one worth more is settled less often at first contact. */
function turnedIn(survey: Survey) {
  return pairsOf(survey, (more, less, points) => isAbove(lowOf(less) - highOf(more), points))
}
const mayBeTurned = (survey: Survey) => pairsOf(survey, (more, less, points) => isAbove(highOf(less) - lowOf(more), points))

function pairsOf(survey: Survey, isTurned: (more: NonNullable<Measured>, less: NonNullable<Measured>, points: number) => boolean) {
  const { org, thresholds } = survey
  const id = ({ segment }: SegmentTotals) => org.doc.segments?.[segment]?.id as string
  const known = valued(survey).flatMap((one) => {
    const { clv, contacts, firstContactResolution: resolution } = one
    return clv !== null && contacts !== null && contacts > 0 && resolution !== null ? [{ id: id(one), clv, resolution }] : []
  })
  return known.flatMap((more) =>
    known.flatMap((less) =>
      isAbove(more.clv, less.clv) && isTurned(more.resolution, less.resolution, thresholds.fcrPoints)
        ? [{ more: more.id, less: less.id, moreSettled: more.resolution, lessSettled: less.resolution }]
        : [],
    ),
  )
}

function judgeServed(survey: Survey) {
  if (valued(survey).length < 2) return NOT_APPLICABLE
  if (turnedIn(survey).length > 0) return flaggedAs('medium')
  return mayBeTurned(survey).length > 0 || valued(survey).some(({ clv }) => clv === null) ? NOT_KNOWN : FINE
}
