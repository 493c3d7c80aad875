// F14 Single point of failure: what customers need is in the power of one person without a deputy (domain.md F14; 3.6, judged on atoms).
import { once } from '../../base/memo'
import { byCodeUnit } from '../../base/order'
import { cellAt } from '../../base/table'
import { idOf } from '../../model/roles'
import { FINE, flaggedAs, isAtLeast, NOT_APPLICABLE, NOT_KNOWN, nothingArrives } from '../finding'
import type { Holders } from '../holders'
import { NO, YES } from '../kleene'
import { aboutEach } from '../listed'
import { describeNeed, type RequiredNeed } from '../needs'
import type { Survey } from '../survey'
import type { FindingState } from '../types'

/** So many who may hold it are asked for how many people they are: more are not one. */
const FEW = 8

interface Needed {
  readonly key: string
  readonly need: RequiredNeed
  readonly state: FindingState
  /** Contacts that need it and depend on one person. */
  readonly weight: number
  /** Who holds it alone. */
  readonly holder: number
  readonly values: readonly number[]
  readonly issueTypes: readonly string[]
}

export const detector = aboutEach<Needed>({
  code: 'F14',
  whole: nothingArrives,
  list: (survey) => neededIn(survey),
  judge: (survey, { state, weight }) => {
    if (state !== 'flagged') return state === 'unknown' ? NOT_KNOWN : state === 'ok' ? FINE : NOT_APPLICABLE
    const share = weight / allIn(survey)
    const { singleHigh, singleMedium } = survey.thresholds
    return flaggedAs(isAtLeast(share, singleHigh) ? 'high' : isAtLeast(share, singleMedium) ? 'medium' : 'low')
  },
  subject: (_, { need }) => ({ need: describeNeed(need) }),
  role: (_, { holder }) => holder,
  figures: (survey, { weight }) => ({ contacts: weight, share: allIn(survey) > 0 ? weight / allIn(survey) : null }),
  say: ({ org }, { need, holder, values, issueTypes }) => {
    const manager = holder < 0 ? -1 : (org.structure.parent[holder] as number)
    return {
      evidence: {
        missing: [describeNeed(need)],
        holder: holder < 0 ? null : idOf(org, holder),
        issueTypes: issueTypes.map((issueType) => ({ issueType })),
        values,
      },
      remedies: manager < 0 ? [] : [{ kind: 'deputy', role: idOf(org, holder), deputy: idOf(org, manager) }],
      because: { code: 'holders-not-known' },
    }
  },
})

/** Whether a case needs what a row is about, in the hands of one person: 1 or 0. */
export function dependingOn(survey: Survey, key: string): (group: number, one: number) => number {
  const { cases, holders } = survey
  return (group, one) => {
    const kind = cases.kind(group)
    const isAlone = (at: number) => aloneIn(survey, holders.ofKind(kind, one - cases.first(group), at)).state === 'flagged'
    return (kind.needs ?? []).some((need, at) => JSON.stringify(describeNeed(need)) === key && isAlone(at)) ? 1 : 0
  }
}

const allIn = once(({ columns }: Survey): number => columns.weight.reduce((sum, weight) => sum + weight, 0))

/** One row a need (an `anyOf` is one), in order of what it asks for. */
const neededIn = once((survey: Survey): readonly Needed[] => {
  const { cases, groupCount, holders, columns } = survey
  const weights = new Float64Array(columns.kinds.length)
  for (let group = 0; group < groupCount; group++) {
    const { at } = cases.kind(group)
    weights[at] = (weights[at] as number) + cases.weight(group)
  }
  const found = new Map<
    string,
    { need: RequiredNeed; weight: number; states: Set<FindingState>; holders: Set<number>; values: Set<number>; issues: Set<string> }
  >()
  for (const kind of columns.kinds) {
    for (let slice = 0; slice < kind.slices.length; slice++) {
      // Two needs of a case that ask for the same, for two amounts, are one case.
      const counted = new Set<string>()
      for (let at = 0; at < (kind.needs?.length ?? 0); at++) {
        const need = kind.needs?.[at] as RequiredNeed
        const key = JSON.stringify(describeNeed(need))
        let row = found.get(key)
        if (!row) found.set(key, (row = { need, weight: 0, states: new Set(), holders: new Set(), values: new Set(), issues: new Set() }))
        const { state, holder } = aloneIn(survey, holders.ofKind(kind, slice, at))
        row.states.add(state)
        if (state !== 'flagged') continue
        const { value, share } = kind.slices[slice] as (typeof kind.slices)[number]
        if (!counted.has(key)) row.weight += (weights[kind.at] as number) * share
        counted.add(key)
        row.holders.add(holder)
        if (value !== null && Number.isFinite(value)) row.values.add(value)
        row.issues.add(survey.org.doc.issueTypes?.[kind.issueType]?.id as string)
      }
    }
  }
  return [...found]
    .map(([key, { need, weight, states, holders, values, issues }]): Needed => {
      const state = states.has('flagged') && weight > 0 ? 'flagged' : states.has('unknown') ? 'unknown' : 'ok'
      const holder = state === 'flagged' && holders.size === 1 ? ([...holders][0] as number) : -1
      return { key, need, state, weight, holder, values: [...values].sort((a, b) => a - b), issueTypes: [...issues].sort(byCodeUnit) }
    })
    .sort((a, b) => byCodeUnit(a.key, b.key))
})

function aloneIn(
  survey: Survey,
  { certain, possible, named, truthOf }: Holders,
): { readonly state: FindingState; readonly holder: number } {
  const ok = { state: 'ok', holder: -1 } as const
  if (possible === 0 || certain > FEW) return ok
  if (possible > FEW) return { state: 'unknown', holder: -1 }
  const roles = named('optimistic', possible, new Set()).filter((role) => truthOf(role) !== NO)
  let [least, most] = [0, 0]
  for (const role of roles) {
    const { least: low, most: high } = peopleIn(survey, role)
    if (truthOf(role) === YES) least += low
    most += high
  }
  if (least > 1 + 1e-9) return ok
  const isSure = certain === possible && least > 0 && most <= 1 + 1e-9
  return isSure ? { state: 'flagged', holder: roles.length === 1 ? (roles[0] as number) : -1 } : { state: 'unknown', holder: -1 }
}

/** Of a headcount that is not known at least one, at most two (domain.md 3.6). */
function peopleIn({ org }: Survey, role: number) {
  const headcount = cellAt(org.doc.roles, 'headcount', role)
  const deputies = cellAt(org.doc.roles, 'deputy', role)?.length ?? 0
  return { least: (headcount ?? 1) + deputies, most: (headcount ?? 2) + deputies }
}
