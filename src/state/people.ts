// Who is in a role, by name; linked once a document.
import { cellAt } from '../base/table'
import type { Org, OrgDoc } from '../model/types'

/** People as lists by role: the first of a role, then the next of each; -1 = no more. In the order of the file. */
export interface PeopleByRole {
  readonly roleOf: Int32Array
  readonly first: Int32Array
  readonly next: Int32Array
}
const known = new WeakMap<OrgDoc, PeopleByRole>()

export function peopleByRole({ doc, roleAt, roleIds }: Org): PeopleByRole {
  let people = known.get(doc)
  if (people) return people
  const count = doc.people?.length ?? 0
  const roleOf = new Int32Array(count).fill(-1)
  const first = new Int32Array(roleIds.length).fill(-1)
  const next = new Int32Array(count).fill(-1)
  for (let person = count - 1; person >= 0 && doc.people; person--) {
    const role = roleAt.get(cellAt(doc.people, 'role', person)) ?? -1
    roleOf[person] = role
    if (role < 0) continue
    next[person] = first[role] as number
    first[role] = person
  }
  people = { roleOf, first, next }
  known.set(doc, people)
  return people
}

/** '' where it is not known. */
export function personName({ doc }: Org, person: number): string {
  return (doc.people && cellAt(doc.people, 'name', person)) ?? ''
}

export function namesIn(org: Org, role: number): readonly string[] {
  const { first, next } = peopleByRole(org)
  const names: string[] = []
  for (let person = first[role] as number; person >= 0; person = next[person] as number) names.push(personName(org, person))
  return names.filter((name) => name !== '')
}
