// How a role is called on the page.
import { cellAt } from '../base/table'
import type { Words } from '../base/words'
import type { Org, OrgDoc } from '../model/types'

export function peopleIn(doc: OrgDoc, role: number): number {
  return cellAt(doc.roles, 'headcount', role) ?? 1
}
export function titleOf(doc: OrgDoc, role: number, words: Words): string {
  return cellAt(doc.roles, 'title', role) || words.say('page.role.untitled')
}
export function unitOf(doc: OrgDoc, role: number): string {
  const unit = cellAt(doc.roles, 'unit', role)
  return unit ? (doc.units.find((one) => one.id === unit)?.name ?? '') : ''
}
/** Title, unit and number of people, for those who do not see the box. */
export function sayRole({ doc }: Org, role: number, words: Words): string {
  return words.say('page.role', { title: titleOf(doc, role, words), unit: unitOf(doc, role), people: peopleIn(doc, role) })
}
