// Every number marked † in domain.md 3, by the names of 3.6; a file may give its own.
import type { OrgDoc } from './types'

export const THRESHOLDS = {
  severityHigh: 0.25,
  severityMedium: 0.05,
  deepStep: 2,
  promiseHours: 24,
  slowHours: 48,
  wrongBranchDistance: 4,
  controlGap: 0.25,
  controlGapHigh: 0.5,
  support: 0.5,
  silentShare: 0.05,
  slowFeedbackDays: 14,
  customersHitHigh: 100,
  customersHitMedium: 20,
  roundTripDays: 60,
  payRatio: 0.8,
  tenureRatio: 0.5,
  workload: 1,
  firstContactShare: 0.5,
  customerTimeFall: 0.5,
  utilisation: 0.8,
  arrivalShare: 0.5,
  singleHigh: 0.1,
  singleMedium: 0.02,
  overlap: 2 / 3,
  overlapHigh: 0.5,
  outOfScopeHigh: 0.25,
  outOfScopeMedium: 0.1,
  riskRatio: 1.5,
  riskRatioHigh: 2,
  fcrPoints: 0.05,
  leaderDistance: 3,
  goSeeDays: 90,
  engagement: 50,
  engagementGap: 10,
  engagementGapHigh: 20,
} as const

export type ThresholdName = keyof typeof THRESHOLDS

export function threshold(doc: Pick<OrgDoc, 'thresholds'>, name: ThresholdName): number {
  const own = doc.thresholds
  return own && Object.hasOwn(own, name) ? (own[name] as number) : THRESHOLDS[name]
}

export function thresholdsOf(doc: Pick<OrgDoc, 'thresholds'>): Readonly<Record<ThresholdName, number>> {
  const names = Object.keys(THRESHOLDS) as ThresholdName[]
  return Object.fromEntries(names.map((name) => [name, threshold(doc, name)])) as Record<ThresholdName, number>
}

/** What a threshold is counted in: a share of a whole, a part of something else (which may be more than all of it) … */
export type ThresholdUnit = 'share' | 'part' | 'times' | 'hours' | 'days' | 'steps' | 'customers' | 'points'
interface Bounds {
  readonly unit: ThresholdUnit
  readonly most: number
  readonly isWhole: boolean
}
const UNITS: Readonly<Record<ThresholdUnit, Omit<Bounds, 'unit'>>> = {
  share: { most: 1, isWhole: false },
  part: { most: 10, isWhole: false },
  times: { most: 100, isWhole: false },
  hours: { most: 24 * 365, isWhole: false },
  days: { most: 3650, isWhole: false },
  steps: { most: 100, isWhole: true },
  customers: { most: 1e9, isWhole: false },
  points: { most: 100, isWhole: false },
}
const UNIT_OF: Readonly<Partial<Record<ThresholdName, ThresholdUnit>>> = {
  deepStep: 'steps',
  promiseHours: 'hours',
  slowHours: 'hours',
  wrongBranchDistance: 'steps',
  slowFeedbackDays: 'days',
  customersHitHigh: 'customers',
  customersHitMedium: 'customers',
  roundTripDays: 'days',
  payRatio: 'part',
  tenureRatio: 'part',
  workload: 'part',
  utilisation: 'part',
  riskRatio: 'times',
  riskRatioHigh: 'times',
  leaderDistance: 'steps',
  goSeeDays: 'days',
  engagement: 'points',
  engagementGap: 'points',
  engagementGapHigh: 'points',
}
/** What a threshold is counted in, most are shares, and how far it may go. */
export function boundsOf(name: ThresholdName): Bounds {
  const unit = UNIT_OF[name] ?? 'share'
  return { unit, ...UNITS[unit] }
}

/** The first is never more than the second: what is high is no less than what is medium. */
const IN_ORDER: readonly (readonly [ThresholdName, ThresholdName])[] = [
  ['severityMedium', 'severityHigh'],
  ['controlGap', 'controlGapHigh'],
  ['customersHitMedium', 'customersHitHigh'],
  ['singleMedium', 'singleHigh'],
  ['overlapHigh', 'overlap'],
  ['outOfScopeMedium', 'outOfScopeHigh'],
  ['riskRatio', 'riskRatioHigh'],
  ['engagementGap', 'engagementGapHigh'],
]
export const isInOrder = (values: Readonly<Record<ThresholdName, number>>): boolean =>
  IN_ORDER.every(([less, more]) => values[less] <= values[more])
