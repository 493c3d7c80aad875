// What a role is called on the chart, cleaned once an organisation: a title, a second line, how many people.

import { cellAt } from '../base/table'
import type { Words } from '../base/words'
import type { Layout } from '../layout/types'
import { idOf, roleAt } from '../model/roles'
import type { Org } from '../model/types'
import type { Medium } from './medium'
import { cleanText } from './text/clean'

export interface Labels {
  /** Title, else the person's name, else the id; never empty. */
  readonly title: (role: number) => string
  /** Unit, else the name of the person where the title is another. */
  readonly unit: (role: number) => string
  /** Not known counts as one. */
  readonly people: (role: number) => number
  readonly isVacant: (role: number) => boolean
}

const made = new WeakMap<Org, Map<string, Labels>>()

/** What is kept from the room that looks on. */
export interface Hidden {
  /** Of people: a role without a title is then called by its unit; ids may be names and are hidden with them. */
  readonly names?: boolean
  /** The customers' hairline under a conventional chart at rest. */
  readonly customers?: boolean
}

export function labelsOf(org: Org, medium: Medium, words: Words, { names: areNamesHidden = false }: Hidden = {}): Labels {
  let byMedium = made.get(org)
  if (!byMedium) {
    byMedium = new Map()
    made.set(org, byMedium)
  }
  const key = `${medium} ${words.language} ${areNamesHidden}`
  const known = byMedium.get(key)
  if (known) return known
  const labels = makeLabels(org, medium, words, areNamesHidden)
  byMedium.set(key, labels)
  return labels
}

function makeLabels(org: Org, medium: Medium, words: Words, areNamesHidden: boolean): Labels {
  const clean = (text: string | null | undefined) => (typeof text === 'string' ? cleanText(text, medium) : '')
  const names = areNamesHidden ? new Map<number, string>() : namesByRole(org)
  const units = new Map(org.doc.units.map((unit) => [unit.id as string, clean(unit.name) || clean(unit.id)]))
  const titles: string[] = []
  const roles = org.doc.roles
  const placeOf = (role: number) => {
    const id = cellAt(roles, 'unit', role)
    return typeof id === 'string' ? (units.get(id) ?? '') : ''
  }
  const nameless = (role: number) => (areNamesHidden ? placeOf(role) : clean(names.get(role)) || clean(idOf(org, role)))
  const title = (role: number) => {
    titles[role] ??= clean(cellAt(roles, 'title', role)) || nameless(role) || words.say('scene.role.untitled')
    return titles[role]
  }
  const unit = (role: number) => {
    const place = placeOf(role)
    if (place !== '') return place === title(role) && areNamesHidden ? '' : place
    const name = clean(names.get(role))
    return name === title(role) ? '' : name
  }
  const people = (role: number) => {
    const count = cellAt(roles, 'headcount', role)
    return typeof count === 'number' ? count : 1
  }
  return { title, unit, people, isVacant: (role) => cellAt(roles, 'headcount', role) === 0 }
}

/** Names of people who have a role for themselves. */
function namesByRole(org: Org): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  const shared = new Set<number>()
  const people = org.doc.people
  for (let i = 0; people && i < people.length; i++) {
    const role = roleAt(org, cellAt(people, 'role', i))
    const name = cellAt(people, 'name', i) ?? cellAt(people, 'id', i)
    if (role === undefined || typeof name !== 'string') continue
    if (names.has(role)) shared.add(role)
    else names.set(role, name)
  }
  for (const role of shared) names.delete(role)
  return names
}

const counted = new WeakMap<Layout, Map<number, number>>()
/** People in the box: of the role, or of all roles in its stack. */
export function peopleInBox(layout: Layout, role: number, labels: Labels): number {
  if ((layout.stacked[role] ?? 1) <= 1) return labels.people(role)
  let stacks = counted.get(layout)
  if (!stacks) {
    stacks = new Map()
    layout.boxOf.forEach((head, i) => {
      const stack = stacks as Map<number, number>
      if ((layout.stacked[head] ?? 1) > 1) stack.set(head, (stack.get(head) ?? 0) + labels.people(i))
    })
    counted.set(layout, stacks)
  }
  return stacks.get(role) ?? labels.people(role)
}
