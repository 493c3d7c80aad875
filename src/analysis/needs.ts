// What an issue type needs, made flat: every need a list of alternatives of which one is enough. `apologise` is judged elsewhere (F10) and dropped.
import type { IssueType, Need, SingleNeed } from '../model/types'

export const APOLOGISE = 'apologise'
const MONETARY = new Set(['refund', 'discount', 'replace', 'goodwill', 'spend'])
export const isMonetary = (kind: string): boolean => MONETARY.has(kind)

export interface RequiredNeed {
  readonly alternatives: readonly SingleNeed[]
}

/** undefined = not known; an empty list = nothing is needed. */
export function requiredNeeds(issueType: IssueType): readonly RequiredNeed[] | undefined {
  if (issueType.needs === undefined) return undefined
  return (issueType.needs ?? []).flatMap((need) => {
    const all = alternativesOf(need)
    const alternatives = all.filter((one) => one.kind !== APOLOGISE)
    return alternatives.length === 0 && all.length > 0 ? [] : [{ alternatives }]
  })
}

function alternativesOf(need: Need): readonly SingleNeed[] {
  return 'anyOf' in need ? need.anyOf.flatMap(alternativesOf) : [need]
}

/** Whether the value of the case decides who may settle it. */
export function dependsOnValue(needs: readonly RequiredNeed[] | undefined): boolean {
  return (needs ?? []).some((need) => need.alternatives.some((one) => one.amount === 'value'))
}

/** A need as it stands in an output: kind, and policy / system / unit where they matter. */
export function describeNeed(need: RequiredNeed): Readonly<Record<string, unknown>> {
  const described = need.alternatives.map(({ kind, policy, system, unit }) =>
    Object.fromEntries(Object.entries({ kind, policy, system, unit }).filter(([, value]) => value !== undefined)),
  )
  return described.length === 1 ? (described[0] as Record<string, unknown>) : { anyOf: described }
}
