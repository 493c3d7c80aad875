// In a file of people, people become roles: leaf people with the same title under the same manager are one role with a headcount,
// everybody else is a role of one (domain.md 2.3, "People become roles").
import { byCodeUnit } from '../base/order'
import type { Checked } from './drafts'
import { foldedTitle } from './titles'
import type { Person, PersonRow, Role, RoleId } from './types'

export interface PeopleAsRoles {
  readonly roles: readonly Checked<Role>[]
  readonly people: readonly Person[]
  /** Ids of people whose role bears another's id, so that a reference to any of them finds the role. */
  readonly aliases: ReadonlyMap<string, string>
}

/** `isGrouped` off gives one box a person. Rows that name a role of the file are people in it and make no box. */
export function rolesOfPeople(rows: readonly Checked<PersonRow>[], isGrouped: boolean): PeopleAsRoles {
  const inRoles = rows.filter((row) => row.value.role !== undefined)
  const boxes = rows.filter((row) => row.value.role === undefined)
  const managers = new Set(boxes.map((row) => row.value.reportsTo).filter((id) => id !== undefined && id !== null) as string[])
  const groups = isGrouped ? alikeOf(boxes, managers) : boxes.map((row) => [row])
  const roles: Checked<Role>[] = []
  const people: Person[] = inRoles.map((row) => personOf(row.value, row.value.role as RoleId, true))
  const aliases = new Map<string, string>()
  for (const group of groups) {
    const first = group[0] as Checked<PersonRow>
    const id = group.reduce((least, { value }) => (value.id < least ? value.id : least), first.value.id) as RoleId
    const role = group.length === 1 ? roleOfOne(first.value) : roleOfMany(id, group)
    roles.push({ value: role, place: first.place })
    for (const row of group) {
      people.push(personOf(row.value, id, role.rest === undefined))
      if (row.value.id !== id) aliases.set(row.value.id, id)
    }
  }
  return { roles, people, aliases }
}

/** Leaf people with one title under one manager are together, everybody else is alone; in order of first appearance. */
function alikeOf(boxes: readonly Checked<PersonRow>[], managers: ReadonlySet<string>): readonly Checked<PersonRow>[][] {
  const groups: Checked<PersonRow>[][] = []
  const known = new Map<string, Checked<PersonRow>[]>()
  const folded = new Map<string, string>()
  for (const row of boxes) {
    const { id, title, reportsTo } = row.value
    if (managers.has(id) || title === undefined || title === null || title.trim() === '') {
      groups.push([row])
      continue
    }
    let name = folded.get(title)
    if (name === undefined) folded.set(title, (name = foldedTitle(title)))
    const key = `${name.length} ${name}${reportsTo === undefined || reportsTo === null ? '' : ` ${reportsTo}`}`
    const group = known.get(key)
    if (group) group.push(row)
    else {
      const begun = [row]
      known.set(key, begun)
      groups.push(begun)
    }
  }
  return groups
}

/** Keys we do not know stay with the person unless the role bears them. */
function personOf({ id, name, rest }: PersonRow, role: RoleId, keepsRest: boolean): Person {
  return { id, ...(name === undefined ? {} : { name }), role, ...(keepsRest && rest !== undefined ? { rest } : {}) }
}

function roleOfOne(row: PersonRow): Role {
  const { name: _, role: __, ...rest } = row
  return { headcount: 1, ...rest, id: row.id as RoleId }
}

/**
 * What all of a group agree on stays, the title as the first by id spells it; a number they differ in becomes their mean; anything else is
 * not known.
 */
function roleOfMany(id: RoleId, group: readonly Checked<PersonRow>[]): Role {
  const byId = [...group].sort((a, b) => byCodeUnit(a.value.id, b.value.id))
  const rows = byId.map((row) => roleOfOne(row.value) as unknown as Record<string, unknown>)
  const first = rows[0] as Record<string, unknown>
  const shared: [string, unknown][] = []
  for (const key of Object.keys(first)) {
    const values = rows.map((row) => row[key])
    if (values.every((value) => JSON.stringify(value) === JSON.stringify(first[key]))) shared.push([key, first[key]])
    else if (key === 'title') shared.push([key, first[key]])
    else if (values.every((value) => typeof value === 'number')) shared.push([key, mean(values as number[])])
  }
  const headcount = rows.reduce((sum, row) => sum + (typeof row.headcount === 'number' ? row.headcount : 1), 0)
  return { ...(Object.fromEntries(shared) as unknown as Role), id, headcount }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
