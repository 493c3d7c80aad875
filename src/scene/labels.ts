// What a role is called on the chart, cleaned when it is looked at: a title, a second line, how many people.
import { once } from '../base/memo'
import { cellAt, numberAt } from '../base/table'
import type { Words } from '../base/words'
import type { Layout } from '../layout/types'
import { idOf, roleOfPerson } from '../model/roles'
import type { Org, OrgDoc } from '../model/types'
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

/** What is kept from the room that looks on. */
export interface Hidden {
  /** Of people: a role without a title is then called by its unit; ids may be names and are hidden with them. */
  readonly names?: boolean
  /** Pay, in bands too. */
  readonly pay?: boolean
  /** The customers' hairline under a conventional chart at rest. */
  readonly customers?: boolean
}

export function labelsOf({ doc }: Org, medium: Medium, words: Words, { names: areNamesHidden = false }: Hidden = {}): Labels {
  const key = `${medium} ${words.language} ${areNamesHidden}`
  const known = labelsFor(doc.roles)
  let held = known.get(key)
  if (held?.units !== doc.units || held.people !== doc.people)
    known.set(key, (held = { units: doc.units, people: doc.people, labels: makeLabels(doc, medium, words, areNamesHidden) }))
  return held.labels
}

interface Held extends Pick<OrgDoc, 'units' | 'people'> {
  readonly labels: Labels
}
/** Edits that change no role, unit or person leave what they are called. */
const labelsFor = once((_roles: OrgDoc['roles']) => new Map<string, Held>())

function makeLabels(doc: OrgDoc, medium: Medium, words: Words, areNamesHidden: boolean): Labels {
  const clean = (text: string | null | undefined) => (typeof text === 'string' ? cleanText(text, medium) : '')
  const { roles, people, units } = doc
  const nameOf = (role: number) => {
    const person = people && !areNamesHidden ? (aloneIn(people, doc)[role] as number) : NOBODY
    return people && person >= 0 ? clean(cellAt(people, 'name', person) ?? cellAt(people, 'id', person)) : ''
  }
  const placeOf = (role: number) => {
    const id = cellAt(roles, 'unit', role)
    const unit = typeof id === 'string' ? unitsById(units).get(id) : undefined
    return unit ? clean(unit.name) || clean(unit.id) : ''
  }
  const nameless = (role: number) => (areNamesHidden ? placeOf(role) : nameOf(role) || clean(idOf({ doc }, role)))
  const title = remembered((role) => clean(cellAt(roles, 'title', role)) || nameless(role) || words.say('scene.role.untitled'))
  const unit = remembered((role) => {
    const place = placeOf(role)
    if (place !== '') return place === title(role) && areNamesHidden ? '' : place
    const name = nameOf(role)
    return name === title(role) ? '' : name
  })
  return { title, unit, people: (role) => peopleIn({ doc }, role), isVacant: (role) => cellAt(roles, 'headcount', role) === 0 }
}

/** Not known counts as one. */
export function peopleIn({ doc }: Pick<Org, 'doc'>, role: number): number {
  const count = numberAt(doc.roles.columns.headcount, role)
  return typeof count === 'number' ? count : 1
}

/** Every frame asks for the same roles again. */
function remembered(make: (role: number) => string): (role: number) => string {
  const made = new Map<number, string>()
  return (role) => {
    let text = made.get(role)
    if (text === undefined) made.set(role, (text = make(role)))
    return text
  }
}

const unitsById = once((units: OrgDoc['units']) => new Map(units.map((unit) => [unit.id as string, unit])))

const NOBODY = -1
const SEVERAL = -2
/** By role, the person who has it alone. */
const aloneIn = once((people: NonNullable<OrgDoc['people']>, doc: OrgDoc): Int32Array => {
  const alone = new Int32Array(doc.roles.length).fill(NOBODY)
  for (let person = 0; person < people.length; person++) {
    const role = roleOfPerson(doc, person)
    if (role !== undefined) alone[role] = alone[role] === NOBODY ? person : SEVERAL
  }
  return alone
})

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
