// Who is in a role, by name; linked once.
import { finish, type Steps } from '../base/steps'
import { cellAt, type Table } from '../base/table'
import { roleOfPerson } from '../model/roles'
import type { Org, Person } from '../model/types'

/** People as lists by role: the first of a role, then the next of each; -1 = no more. In the order of the file. */
export interface PeopleByRole {
  readonly roleOf: Int32Array
  readonly first: Int32Array
  readonly next: Int32Array
}
const linked = new WeakMap<Table<Person>, PeopleByRole>()
const NOBODY: PeopleByRole = { roleOf: new Int32Array(0), first: new Int32Array(0), next: new Int32Array(0) }

/** People a step. */
const STEP = 4096

export function* peopleSteps({ doc }: Pick<Org, 'doc'>): Steps<PeopleByRole> {
  const { people, roles } = doc
  if (!people) return NOBODY
  const known = linked.get(people)
  if (known) return known
  const roleOf = new Int32Array(people.length).fill(-1)
  const first = new Int32Array(roles.length).fill(-1)
  const next = new Int32Array(people.length).fill(-1)
  for (let person = people.length - 1; person >= 0; person--) {
    const role = roleOfPerson(doc, person) ?? -1
    roleOf[person] = role
    if (person % STEP === 0) yield
    if (role < 0) continue
    next[person] = first[role] as number
    first[role] = person
  }
  const made = { roleOf, first, next }
  linked.set(people, made) // no edit moves people or roles
  return made
}
const peopleByRole = (org: Pick<Org, 'doc'>): PeopleByRole => finish(peopleSteps(org))

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
  for (let person = first[role] ?? -1; person >= 0; person = next[person] as number) people.push(person)
  return people
}
export function namesIn(org: Org, role: number): readonly string[] {
  return peopleOf(org, role)
    .map((person) => personName(org, person))
    .filter((name) => name !== '')
}
