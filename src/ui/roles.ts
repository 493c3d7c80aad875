// How a role is called on the page.

import { cellAt } from '../base/table'
import type { OrgDoc } from '../model/types'

export function peopleIn(doc: OrgDoc, role: number): number {
  return cellAt(doc.roles, 'headcount', role) ?? 1
}
export function unitOf(doc: OrgDoc, role: number): string {
  const unit = cellAt(doc.roles, 'unit', role)
  return unit ? (doc.units.find((one) => one.id === unit)?.name ?? '') : ''
}
