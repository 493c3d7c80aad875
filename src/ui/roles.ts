// How a role is called on the page.

import { cellAt } from '../base/table'
import type { Words } from '../base/words'
import { roleName } from '../i18n/sentences'
import type { Org, OrgDoc } from '../model/types'

export function peopleIn(doc: OrgDoc, role: number): number {
  return cellAt(doc.roles, 'headcount', role) ?? 1
}
export function unitOf(doc: OrgDoc, role: number): string {
  const unit = cellAt(doc.roles, 'unit', role)
  return unit ? (doc.units.find((one) => one.id === unit)?.name ?? '') : ''
}
/** Name, unit and number of people, for those who do not see the box. */
export function sayRole(org: Org, role: number, words: Words): string {
  return words.say('page.role', { title: roleName(org, role), unit: unitOf(org.doc, role), people: peopleIn(org.doc, role) })
}
