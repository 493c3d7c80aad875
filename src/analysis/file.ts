// What kind of file this is: how many, how deep, and up to which rung of the ladder it says something (domain.md 2.5).
import { cellAt, type Table } from '../base/table'
import type { Org, OrgDoc, Role } from '../model/types'
import type { FileTotals } from './types'

export function fileTotalsOf(org: Org): FileTotals {
  const { structure, doc } = org
  let people = 0
  if (doc.roles.columns.headcount.kind === 'absent') people = doc.roles.length
  else for (let i = 0; i < doc.roles.length; i++) people += cellAt(doc.roles, 'headcount', i) ?? 1
  return { roles: doc.roles.length, people, tops: structure.tops.length, layers: structure.layers, rung: rungOf(doc) }
}

/** The highest rung of which, and of all below it, the file holds at least one entry. */
function rungOf(doc: OrgDoc): number {
  const some = (list: readonly unknown[] | null | undefined) => (list?.length ?? 0) > 0
  const inRoles = (...keys: (keyof Role)[]) => keys.some((key) => isSomewhere(doc.roles, key, isSaid))
  const { strategy } = doc
  const rungs = [
    some(doc.touchpoints) || some(doc.segments) || isSomewhere(doc.roles, 'meetsCustomers', (value) => value === true),
    (doc.issueTypes ?? []).some((issueType) => some(issueType.needs)) || some(doc.grants) || some(doc.routes),
    (doc.demand?.length ?? 0) > 0 ||
      (doc.issueTypes ?? []).some((issueType) => issueType.values) ||
      inRoles('responseHours', 'hourlyCost', 'escalationMinutes'),
    some(doc.feedback) || inRoles('measures', 'priorities') || some(strategy?.priorities) || some(strategy?.boundaries),
    inRoles('pay', 'payBand', 'tenureYears', 'workload') ||
      (doc.segments ?? []).some((segment) => [segment.clv, segment.margin, segment.retention].some((input) => typeof input === 'number')) ||
      typeof strategy?.discountRate === 'number' ||
      (strategy?.lossIf ?? undefined) !== undefined,
  ]
  const missing = rungs.indexOf(false)
  return missing < 0 ? rungs.length : missing
}

function isSomewhere(roles: Table<Role>, key: keyof Role, is: (value: unknown) => boolean): boolean {
  if (roles.columns[key].kind === 'absent') return false
  for (let i = 0; i < roles.length; i++) if (is(cellAt(roles, key, i))) return true
  return false
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
}
