// The three things worth saying first of an organisation, each a code with numbers the analysis says. Three kinds, so that three different
// things are said; what is not certain is not claimed: a statement that may be wrong in one of the two runs is not made, or says its range.
import { once } from '../base/memo'
import { byCodeUnit } from '../base/order'
import { between, highOf, isRange, lowOf, type Measured, type Range } from '../base/range'
import { threshold } from '../model/thresholds'
import type { Org } from '../model/types'
import type { Analysis, Figure, SegmentTotals } from './types'

type Known = number | Range

export type Statement =
  /** How much is settled by whom it comes to; of kinds of case where the file counts no contacts. */
  | { readonly kind: 'settled'; readonly contacts: number | null; readonly share: Known }
  /** A segment that is at risk out of proportion. Shares of the organisation's. */
  | { readonly kind: 'worth'; readonly code: 'risk'; readonly segment: number; readonly worth: number; readonly risk: Known }
  /** From the dearest segment to the cheapest more and more is settled on the spot. */
  | { readonly kind: 'worth'; readonly code: 'dearer'; readonly dearest: SegmentShare; readonly cheapest: SegmentShare }
  /** Told to nobody who could change the rule. */
  | { readonly kind: 'voice'; readonly contacts: Known; readonly of: number }
  /** Cases of one kind that nobody on their way may settle; without contacts where the file counts none and none of them is settled. */
  | {
      readonly kind: 'ends'
      readonly code: 'stops'
      readonly issueType: number
      readonly contacts: Known | null
      readonly of: number | null
    }
  /** What becomes of what is not settled on the spot, where nothing more telling is known. */
  | { readonly kind: 'ends'; readonly code: 'rest'; readonly escalated: Known; readonly unresolved: Known; readonly areCounted: boolean }
  /** One role that most of what is handed on goes through. */
  | { readonly kind: 'passes'; readonly role: number; readonly share: Known; readonly arrivals: Known }

export interface SegmentShare {
  readonly segment: number
  readonly settled: Known
}
interface Weighed {
  readonly says: Statement
  /** Share of the organisation's contacts, or of what it puts at risk, that the statement is about: at least. */
  readonly weight: number
  /** Money is at stake out of proportion, as a finding would say it (F18): that goes before what is counted in contacts. */
  readonly isMoney?: boolean
}

const MOST = 3

/** Three at most; empty while nothing is known of what becomes of cases. Linear in segments and issue types. */
export const tellingOf = (org: Org, analysis: Analysis): readonly Statement[] => told(analysis, org)

const told = once((analysis: Analysis, org: Org): readonly Statement[] => {
  const first = settled(analysis)
  if (!first) return []
  const others = [worth(org, analysis), voice(analysis), ends(org, analysis), passes(org, analysis)].filter((one) => one !== null)
  others.sort((a, b) => Number(b.isMoney ?? false) - Number(a.isMoney ?? false) || b.weight - a.weight)
  return [first, ...others.map(({ says }) => says)].slice(0, MOST)
})

/** Where the number a statement begins with comes from. */
export function figureOf(org: Org, says: Statement): Figure {
  const segmentId = (segment: number) => org.doc.segments?.[segment]?.id ?? ''
  switch (says.kind) {
    case 'settled':
      return { name: 'settled' }
    case 'worth':
      return says.code === 'risk'
        ? { name: 'risk', segment: segmentId(says.segment) }
        : { name: 'settled', segment: segmentId(says.dearest.segment) }
    case 'voice':
      return { name: 'unheard' }
    case 'ends':
      return says.code === 'stops'
        ? { name: 'deadEnds', issueType: org.doc.issueTypes?.[says.issueType]?.id ?? '' }
        : { name: 'afterHandOffs' }
    case 'passes':
      return { name: 'handOffs' }
  }
}

/** Of all cases; where the file counts none, of the kinds of case met. */
export function settledShare({ totals, issues }: Analysis): Measured {
  if (totals.contacts !== null || totals.firstContactResolution !== null) return totals.firstContactResolution
  const weight = issues.reduce((sum, one) => sum + one.weight, 0)
  if (weight === 0) return null
  const sum = (end: (m: Known) => number) => issues.reduce((all, one) => all + end(one.settledAtFirstContact), 0)
  return between(sum(lowOf) / weight, sum(highOf) / weight)
}

/** Nothing between 0 and 100 % is nothing said. */
const isTold = (share: Known) => !(isRange(share) && share.low <= 0.005 && share.high >= 0.995)

function settled(analysis: Analysis): Statement | null {
  const share = settledShare(analysis)
  return share !== null && isTold(share) ? { kind: 'settled', contacts: analysis.totals.contacts, share } : null
}

function worth(org: Org, analysis: Analysis): Weighed | null {
  const [a, b] = [atRisk(org, analysis), dearer(org, analysis)]
  return a && b ? (!a.isMoney && b.weight > a.weight ? b : a) : (a ?? b)
}

/** The segment that risks most for what it is worth. */
function atRisk({ doc }: Org, { totals: { customerEquity, riskPerPeriod }, segments }: Analysis): Weighed | null {
  if (customerEquity === null || customerEquity <= 0 || riskPerPeriod === null) return null
  const valued = segments.filter(({ equity }) => equity !== null)
  const risks = valued.map((one) => one.riskPerPeriod)
  if (valued.length < 2 || risks.includes(null)) return null
  const sum = (end: (m: Known) => number) => risks.reduce<number>((all, one) => all + end(one as Known), 0)
  const [least, most] = [sum(lowOf), sum(highOf)]
  let worst: { readonly segment: number; readonly worth: number; readonly risk: Known } | null = null
  for (const { segment, equity, riskPerPeriod: own } of valued) {
    if (equity === null || equity <= 0 || own === null || lowOf(own) <= 0) continue
    // At worst for the segment the others risk as little as they may, at best as much.
    const share = between(lowOf(own) / (most - highOf(own) + lowOf(own)), highOf(own) / (least - lowOf(own) + highOf(own)))
    const one = { segment, worth: equity / customerEquity, risk: share }
    if (worst === null || lowOf(one.risk) / one.worth > lowOf(worst.risk) / worst.worth) worst = one
  }
  const excess = worst ? lowOf(worst.risk) - worst.worth : 0
  if (!worst || excess <= 0) return null
  const isMoney = lowOf(worst.risk) >= threshold(doc, 'riskRatio') * worst.worth
  return { says: { kind: 'worth', code: 'risk', ...worst }, weight: excess, isMoney }
}

/** Only where it is so from segment to segment, without exception and in both runs, and the ends are as far apart as a finding asks. */
function dearer({ doc }: Org, { segments }: Analysis): Weighed | null {
  const known = segments.filter(({ contacts, clv }) => contacts !== null && contacts > 0 && clv !== null)
  if (known.length < 2 || known.length < segments.filter(({ contacts }) => contacts !== 0).length) return null
  const byWorth = [...known].sort((a, b) => (b.clv as number) - (a.clv as number))
  const settledOf = ({ firstContactResolution }: SegmentTotals) => firstContactResolution
  const isSteady = byWorth.every((one, i) => {
    const next = byWorth[i + 1]
    if (!next) return true
    const [own, other] = [settledOf(one), settledOf(next)]
    return own !== null && other !== null && (one.clv as number) > (next.clv as number) && highOf(own) < lowOf(other)
  })
  const [dearest, cheapest] = [byWorth[0] as SegmentTotals, byWorth.at(-1) as SegmentTotals]
  const [less, more] = [settledOf(dearest), settledOf(cheapest)]
  if (!isSteady || less === null || more === null) return null
  const apart = lowOf(more) - highOf(less)
  if (apart < threshold(doc, 'fcrPoints')) return null
  return {
    says: {
      kind: 'worth',
      code: 'dearer',
      dearest: { segment: dearest.segment, settled: less },
      cheapest: { segment: cheapest.segment, settled: more },
    },
    weight: apart,
  }
}

function voice({ totals: { unheard, contacts } }: Analysis): Weighed | null {
  if (unheard === null || contacts === null || contacts <= 0 || lowOf(unheard) <= 0) return null
  return { says: { kind: 'voice', contacts: unheard, of: contacts }, weight: lowOf(unheard) / contacts }
}

function ends(org: Org, analysis: Analysis): Weighed | null {
  return stops(org, analysis) ?? rest(analysis)
}

/** The kind of case that stops most often. */
function stops({ doc, contacts: { areCounted } }: Org, { issues }: Analysis): Weighed | null {
  const all = issues.reduce((sum, { weight }) => sum + weight, 0)
  const id = (issueType: number) => doc.issueTypes?.[issueType]?.id ?? ''
  // Uncounted, a number of kinds says nothing; that none is ever settled does.
  const open = issues.filter(({ unresolved, weight }) => (areCounted ? lowOf(unresolved) > 0 : weight > 0 && lowOf(unresolved) >= weight))
  const [most] = open.sort((a, b) => lowOf(b.unresolved) - lowOf(a.unresolved) || byCodeUnit(id(a.issueType), id(b.issueType)))
  if (!most) return null
  const { issueType, unresolved, weight } = most
  const counts = areCounted ? { contacts: unresolved, of: weight } : { contacts: null, of: null }
  return { says: { kind: 'ends', code: 'stops', issueType, ...counts }, weight: lowOf(unresolved) / all }
}

function rest({ issues, totals }: Analysis): Weighed | null {
  const weight = issues.reduce((sum, one) => sum + one.weight, 0)
  const range = (of: (issue: (typeof issues)[number]) => Known) =>
    between(
      issues.reduce((sum, one) => sum + lowOf(of(one)), 0),
      issues.reduce((sum, one) => sum + highOf(of(one)), 0),
    )
  const unresolved = totals.unresolved ?? range((one) => one.unresolved)
  const here = range((one) => one.settledAtFirstContact)
  const escalated =
    totals.escalatedResolved ?? between(Math.max(0, weight - highOf(here) - highOf(unresolved)), weight - lowOf(here) - lowOf(unresolved))
  return { says: { kind: 'ends', code: 'rest', escalated, unresolved, areCounted: totals.contacts !== null }, weight: 0 }
}

function passes({ doc }: Org, { bottleneck, totals: { contacts } }: Analysis): Weighed | null {
  if (!bottleneck || contacts === null || contacts <= 0) return null
  const { role, share, arrivals } = bottleneck
  if (lowOf(share) < threshold(doc, 'arrivalShare')) return null
  return { says: { kind: 'passes', role, share, arrivals }, weight: lowOf(arrivals) / contacts }
}
