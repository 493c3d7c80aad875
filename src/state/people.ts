// Who is in a role, by name; linked once an organisation.
import { once } from '../base/memo'
import { cellAt } from '../base/table'
import { roleOfPerson } from '../model/roles'
import type { Org } from '../model/types'

/** People as lists by role: the first of a role, then the next of each; -1 = no more. In the order of the file. */
export interface PeopleByRole {
  readonly roleOf: Int32Array
  readonly first: Int32Array
  readonly next: Int32Array
}
export const peopleByRole = once(({ doc }: Org): PeopleByRole => {
  const count = doc.people?.length ?? 0
  const roleOf = new Int32Array(count).fill(-1)
  const first = new Int32Array(doc.roles.length).fill(-1)
  const next = new Int32Array(count).fill(-1)
  for (let person = count - 1; person >= 0 && doc.people; person--) {
    const role = roleOfPerson(doc, person) ?? -1
    roleOf[person] = role
    if (role < 0) continue
    next[person] = first[role] as number
    first[role] = person
  }
  return { roleOf, first, next }
})

/** '' where it is not known. */
export function personName({ doc }: Org, person: number): string {
  return (doc.people && cellAt(doc.people, 'name', person)) ?? ''
}

export function personId({ doc }: Org, person: number): string {
  return (doc.people && cellAt(doc.people, 'id', person)) ?? ''
}

/** Indexes of the people who are in a role. */
export function peopleOf(org: Org, role: number): readonly number[] {
  const { first, next } = peopleByRole(org)
  const people: number[] = []
  for (let person = first[role] as number; person >= 0; person = next[person] as number) people.push(person)
  return people
}
export function namesIn(org: Org, role: number): readonly string[] {
  return peopleOf(org, role)
    .map((person) => personName(org, person))
    .filter((name) => name !== '')
}
