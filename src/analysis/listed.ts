// Rules about things that are not met at a desk: any role of the file, or a list that the rule makes once.
import { once } from '../base/memo'
import { roleOrderOf } from '../model/rank'
import { idOf } from '../model/roles'
import type { Judged, ListedRule, Rule, Said } from './finding'
import type { Survey } from './survey'
import type { Because, Subject } from './types'

interface RoleRule extends Rule {
  readonly judge: (survey: Survey, role: number) => Judged
  readonly figures?: ListedRule['figures']
  readonly say: (survey: Survey, role: number) => Said
}

/** A row a role, in order of ids. */
export function aboutRoles({ judge, figures, say, ...rule }: RoleRule): ListedRule {
  const roleOf = ({ org }: Survey, at: number) => roleOrderOf(org).inOrder[at] as number
  return {
    ...rule,
    of: 'listed',
    isByRole: true,
    count: ({ org }) => org.doc.roles.length,
    judge: (survey, at) => judge(survey, roleOf(survey, at)),
    subject: (survey, at) => ({ role: idOf(survey.org, roleOf(survey, at)) }),
    role: roleOf,
    at: ({ org }, role) => (role < 0 ? [] : [roleOrderOf(org).rank[role] as number]),
    ...(figures ? { figures: (survey: Survey, at: number) => figures(survey, roleOf(survey, at)) } : {}),
    say: (survey, at) => say(survey, roleOf(survey, at)),
  }
}

interface ListRule<One> extends Rule {
  /** In order of ids. */
  readonly list: (survey: Survey) => readonly One[]
  readonly judge: (survey: Survey, one: One) => Judged
  readonly subject: (survey: Survey, one: One) => Subject
  /** -1 = the organisation. */
  readonly role: (survey: Survey, one: One) => number
  readonly figures?: (survey: Survey, one: One) => ReturnType<NonNullable<ListedRule['figures']>>
  readonly say: (survey: Survey, one: One) => Said
}

/** A row an entry of a list, which is made once a survey. */
export function aboutEach<One>({ list, judge, subject, role, figures, say, ...rule }: ListRule<One>): ListedRule {
  const listOf = once(list)
  const one = (survey: Survey, at: number) => listOf(survey)[at] as One
  const byRole = once((survey: Survey): ReadonlyMap<number, readonly number[]> => {
    const found = new Map<number, number[]>()
    listOf(survey).forEach((each, at) => {
      const role_ = role(survey, each)
      const known = found.get(role_)
      if (known) known.push(at)
      else found.set(role_, [at])
    })
    return found
  })
  return {
    ...rule,
    of: 'listed',
    count: (survey) => listOf(survey).length,
    judge: (survey, at) => judge(survey, one(survey, at)),
    subject: (survey, at) => subject(survey, one(survey, at)),
    role: (survey, at) => role(survey, one(survey, at)),
    at: (survey, at) => byRole(survey).get(at) ?? NOWHERE,
    ...(figures ? { figures: (survey: Survey, at: number) => figures(survey, one(survey, at)) } : {}),
    say: (survey, at) => say(survey, one(survey, at)),
  }
}
const NOWHERE: readonly number[] = []

/** Whether the file says anything of it at any role. */
export const isRecorded = ({ org }: Survey, ...keys: readonly (keyof Survey['org']['doc']['roles']['columns'])[]): boolean =>
  keys.some((key) => org.doc.roles.columns[key].kind !== 'absent')

/** Roles that own the policy of some issue type. */
export const policyOwnersIn = once(({ org }: Survey): ReadonlySet<number> => {
  const found = new Set<number>()
  for (const owner of org.policyOwners) {
    if (owner.kind === 'role') found.add(owner.role)
    if (owner.kind === 'titled') for (const role of owner.roles) found.add(role)
  }
  return found
})

/** Nobody is known to meet customers. */
export const nobodyMeets = ({ org }: Survey): Because | null => (org.structure.distance.includes(1) ? null : { code: 'no-touchpoints' })
