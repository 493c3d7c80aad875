// In which order the page tells what counts as much, and how a number is typed: shares as percentages.
import { THRESHOLDS_OF } from '../../../analysis/why-thresholds'
import { boundsOf, type ThresholdName } from '../../../model/thresholds'

export const PARTS = {
  severity: ['severityHigh', 'severityMedium'],
  hands: ['deepStep', 'promiseHours', 'slowHours', 'wrongBranchDistance'],
  control: ['controlGap', 'controlGapHigh', 'support'],
  heard: ['silentShare', 'slowFeedbackDays', 'customersHitHigh', 'customersHitMedium', 'roundTripDays'],
  worth: ['payRatio', 'tenureRatio', 'workload', 'firstContactShare'],
  rise: ['customerTimeFall'],
  bottleneck: ['utilisation', 'arrivalShare'],
  alone: ['singleHigh', 'singleMedium'],
  strategy: ['overlap', 'overlapHigh', 'outOfScopeHigh', 'outOfScopeMedium'],
  risk: ['riskRatio', 'riskRatioHigh', 'fcrPoints'],
  lead: ['leaderDistance', 'goSeeDays'],
  content: ['engagement', 'engagementGap', 'engagementGapHigh'],
} as const satisfies Readonly<Record<string, readonly ThresholdName[]>>
export type PartOfThresholds = keyof typeof PARTS

/** Where the numbers of a rule stand; undefined where it has none. */
export function partOf(code: string): PartOfThresholds | undefined {
  const [name] = THRESHOLDS_OF[code] ?? []
  const parts = Object.entries(PARTS) as [PartOfThresholds, readonly ThresholdName[]][]
  return parts.find(([, names]) => name !== undefined && names.includes(name))?.[0]
}

const PERCENT = new Set(['share', 'part'])
const factorOf = (name: ThresholdName) => (PERCENT.has(boundsOf(name).unit) ? 100 : 1)

export const toText = (name: ThresholdName, value: number): string => String(Math.round(value * factorOf(name) * 1e4) / 1e4)

/** A comma is as good as a point. NaN where it is no number. */
export function fromText(name: ThresholdName, text: string): number {
  const plain = text.trim().replace(/\s*%$/, '').replace(',', '.')
  if (plain === '') return Number.NaN
  return Math.round((Number(plain) / factorOf(name)) * 1e9) / 1e9
}
