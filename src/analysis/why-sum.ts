// Figures that are a sum over cases: contacts, hand-offs, hours, money, risk (domain.md 4.4).

import type { Measured } from '../base/range'
import { roleAt } from '../model/roles'
import { isLeftOutOfWorth, lifetimeValue } from '../model/worth'
import { roleTotalsIn } from './columns'
import { issuesAboutMoney } from './totals'
import type { Figure } from './types'
import { countsOf } from './why-finding'
import { missingFor, missingForCode } from './why-missing'
import { originOf } from './why-origin'
import { type Adds, type Sum, sumOf } from './why-parts'
import { thresholdsOf } from './why-thresholds'
import { type Asked, type CasePart, type Explanation, type FigureUnit, measuredOf } from './why-types'

export type SumFigure =
  | 'contacts'
  | 'settled'
  | 'afterHandOffs'
  | 'deadEnds'
  | 'handOffs'
  | 'passThrough'
  | 'waiting'
  | 'extraCost'
  | 'money'
  | 'risk'
  | CodeFigure
/** Figures that count what a finding counts, over all roles. */
type CodeFigure = 'apologies' | 'unheard' | 'heardLate'
const CODES: Readonly<Record<CodeFigure, string>> = { apologies: 'F10', unheard: 'F07', heardLate: 'F08' }
const isOfCode = (name: SumFigure): name is CodeFigure => Object.hasOwn(CODES, name)

interface Rule {
  readonly unit: FigureUnit
  readonly adds: (asked: Asked) => Adds
  /** It is a part of all contacts, and how large a part says something. */
  readonly isShare?: boolean
}
const counts = (isMeant: (step: number | null) => boolean): Rule => ({
  unit: 'contacts',
  adds:
    ({ survey: { cases } }) =>
    (_group, one, run) =>
      isMeant(cases.step(one, run)) ? 1 : 0,
  isShare: true,
})
const ofCode = (name: CodeFigure): Rule => ({
  unit: 'contacts',
  adds: ({ survey }) => {
    const isCounted = countsOf(survey, CODES[name])
    return (group, one, run) => (isCounted(group, one, run) ? 1 : 0)
  },
  isShare: true,
})
const RULES: Readonly<Record<SumFigure, Rule>> = {
  contacts: { unit: 'contacts', adds: () => () => 1 },
  settled: counts((step) => step === 0),
  afterHandOffs: counts((step) => step !== null && step > 0),
  deadEnds: counts((step) => step === null),
  handOffs: {
    unit: 'hands',
    adds:
      ({ survey: { cases } }) =>
      (_group, one, run) =>
        cases.step(one, run) ?? 0,
  },
  passThrough: {
    unit: 'hands',
    adds:
      ({ survey: { cases } }) =>
      (_group, one, run) =>
        Math.max(0, (cases.step(one, run) ?? 0) - 1),
  },
  money: {
    unit: 'money',
    adds: ({ survey }) => {
      const areAboutMoney = issuesAboutMoney(survey.org)
      const { cases } = survey
      return (group, one, run) => {
        const isDecided = cases.step(one, run) === 0 && areAboutMoney[cases.kind(group).issueType]
        return isDecided ? (cases.kind(group).slices[one - cases.first(group)]?.mean ?? Number.NaN) : 0
      }
    },
  },
  apologies: ofCode('apologies'),
  unheard: ofCode('unheard'),
  heardLate: ofCode('heardLate'),
  waiting: {
    unit: 'hours',
    adds:
      ({ survey: { cases } }) =>
      (_group, one, run) =>
        cases.step(one, run) ? cases.hours(one, run) : 0,
  },
  extraCost: {
    unit: 'money',
    adds: ({ survey: { cases, org } }) => {
      const touchMinutes = (org.doc.issueTypes ?? []).map((issueType) => issueType.touchMinutes ?? Number.NaN)
      return (group, one, run) =>
        cases.step(one, run) ? (cases.perHour(one, run) / 60) * (touchMinutes[cases.kind(group).issueType] as number) : 0
    },
  },
  risk: {
    unit: 'money',
    adds:
      ({ survey }) =>
      (_group, one, run, segment) =>
        survey.riskOf(segment, survey.cases.step(one, run)),
  },
}

const DECIDED: Partial<Readonly<Record<SumFigure, Parameters<typeof originOf>[2]>>> = {
  contacts: 'nothing',
  apologies: 'apologies',
  unheard: 'nothing',
  heardLate: 'nothing',
}

export function explainSum(asked: Asked, figure: Figure, name: SumFigure): Explanation {
  const { survey } = asked
  const { org } = survey
  const { areCounted } = org.contacts
  const { unit, adds, isShare } = RULES[name]
  const isRisk = name === 'risk'
  const sum = sumOf(survey, figure, adds(asked), { byWay: name !== 'contacts' && !isOfCode(name), bySegment: isRisk })
  const parts = isRisk ? sum.parts.map((part) => withRisk(asked, part)) : sum.parts
  const value = saidOrSummed(asked, figure, name, sum)
  return {
    figure,
    value,
    unit: unit === 'contacts' && !areCounted ? 'kinds' : unit,
    whole: isShare ? sum.contacts : null,
    isQuotient: false,
    parts,
    rest: sum.rest,
    ...originOf(survey, sum, DECIDED[name] ?? 'decisions'),
    lossIf: isRisk ? lossIn(asked) : null,
    missing: isOfCode(name) ? missingForCode(survey, CODES[name], sum, value) : missingFor(survey, name, sum, value),
    rule: name,
    thresholds: isOfCode(name) ? thresholdsOf(org, CODES[name]).filter(({ name: of }) => of === 'slowFeedbackDays') : [],
    finding: null,
  }
}

/** As the analysis says it; of what it does not say, the sum by the same rules: null as soon as one part, or what all rests on, is not known. */
function saidOrSummed(asked: Asked, figure: Figure, name: SumFigure, sum: Sum): Measured {
  const said = saidBy(asked, figure, name)
  if (said !== undefined) return said
  const { lossIf } = asked.survey.org.doc.strategy ?? {}
  const isLossKnown = typeof lossIf?.escalated === 'number' && typeof lossIf.unresolved === 'number'
  if (!asked.survey.org.contacts.areCounted || (name === 'risk' && !isLossKnown)) return null
  return measuredOf(sum.adds)
}

function saidBy({ survey, totals }: Asked, { role, segment, issueType }: Figure, name: SumFigure): Measured | undefined {
  const { org } = survey
  if (issueType !== undefined || (role !== undefined && segment !== undefined)) return undefined
  if (role !== undefined) {
    const entry = survey.entryRoleOf(roleAt(org, role) as number)
    const own = entry && roleTotalsIn(entry)
    return (
      own &&
      { contacts: own.contacts, settled: own.settledAtFirstContact, afterHandOffs: own.escalatedResolved, deadEnds: own.unresolved }[
        name as 'contacts'
      ]
    )
  }
  if (segment !== undefined) {
    const own = totals.segments.find((one) => one.segment === org.segmentAt.get(segment))
    return (
      own &&
      {
        contacts: own.contacts,
        settled: own.settledAtFirstContact,
        afterHandOffs: own.escalatedResolved,
        deadEnds: own.unresolved,
        waiting: own.waitingHours,
        risk: own.riskPerPeriod,
      }[name as 'contacts']
    )
  }
  const { contacts, settledAtStep, escalatedResolved, unresolved, handOffs, waitingHours, extraCost, riskPerPeriod } = totals.totals
  const whole = { contacts, settled: settledAtStep?.[0] ?? null, afterHandOffs: escalatedResolved, deadEnds: unresolved }
  const { passThrough, moneyDecidedAtFirstContact: money, apologyNotPermitted: apologies, unheard, heardLate } = totals.totals
  const voice = { apologies, unheard, heardLate }
  return { ...whole, ...voice, handOffs, passThrough, waiting: waitingHours, extraCost, money, risk: riskPerPeriod }[name]
}

/** A risk as its product: contacts × chance × worth. */
function withRisk({ survey }: Asked, part: CasePart): CasePart {
  const { org } = survey
  const worth = isLeftOutOfWorth(org, part.segment) ? 0 : lifetimeValue(org, part.segment)
  const { lossIf } = org.doc.strategy ?? {}
  const chance = (step: number | null) => (step === 0 ? 0 : ((step === null ? lossIf?.unresolved : lossIf?.escalated) ?? null))
  const { step = null } = part
  const isPair = step !== null && typeof step === 'object'
  const runs = { pessimistic: chance(isPair ? step.high : step), optimistic: chance(isPair ? step.low : step) }
  return { ...part, worth, loss: measuredOf(runs) }
}

function lossIn({ survey: { org } }: Asked): Explanation['lossIf'] {
  const { escalated, unresolved } = org.doc.strategy?.lossIf ?? {}
  return { escalated: escalated ?? null, unresolved: unresolved ?? null }
}
