// Which thresholds a rule looks at, by code (the numbers marked † in domain.md 3), and whether the file has its own.
import { THRESHOLDS, type ThresholdName, threshold } from '../model/thresholds'
import type { Org } from '../model/types'

export interface UsedThreshold {
  readonly name: ThresholdName
  readonly value: number
  /** What it is where a file says nothing. */
  readonly usual: number
  readonly isOwn: boolean
}

const BY_SHARE: readonly ThresholdName[] = ['severityHigh', 'severityMedium']
export const THRESHOLDS_OF: Readonly<Record<string, readonly ThresholdName[]>> = {
  F01: BY_SHARE,
  F02: BY_SHARE,
  F03: ['deepStep', 'promiseHours', 'slowHours'],
  F04: [],
  F05: ['wrongBranchDistance'],
  F06: ['controlGap', 'controlGapHigh', 'support', 'promiseHours'],
  F07: ['silentShare'],
  F08: ['slowFeedbackDays', 'customersHitHigh', 'customersHitMedium'],
  F09: ['roundTripDays'],
  F10: BY_SHARE,
  F11: ['payRatio', 'tenureRatio', 'workload', 'firstContactShare'],
  F12: ['customerTimeFall'],
  F13: ['utilisation', 'arrivalShare'],
  F14: ['singleHigh', 'singleMedium'],
  F15: [],
  F16: ['overlap', 'overlapHigh'],
  F17: ['outOfScopeHigh', 'outOfScopeMedium'],
  F18: ['riskRatio', 'riskRatioHigh', 'fcrPoints'],
  F19: ['leaderDistance', 'goSeeDays'],
  F20: [],
  F21: BY_SHARE,
  F22: ['engagement', 'engagementGap', 'engagementGapHigh'],
}

export function thresholdsOf({ doc }: Org, code: string): readonly UsedThreshold[] {
  return (THRESHOLDS_OF[code] ?? []).map((name) => ({
    name,
    value: threshold(doc, name),
    usual: THRESHOLDS[name],
    isOwn: doc.thresholds !== undefined && Object.hasOwn(doc.thresholds, name),
  }))
}
