import { rowsOf, tableOf } from '../../base/table'
import { DEMAND_COLUMNS } from '../columns'
import type { Demand, OrgDoc } from '../types'
import type { AddEdit, EditKind } from './edit'
import { withRows } from './rows'

/** Adds rows to the lists that stand beside the roles, or replaces those with the same ids; all that one file or one template brings. */
export const add: EditKind<AddEdit> = {
  kind: 'add',
  validate: (_, { rows }) => (Object.values(rows).some((list) => list.length > 0) ? null : 'nothing-to-add'),
  apply: (doc, { rows: { demand, ...lists }, coverage }): OrgDoc => ({
    ...doc,
    ...Object.fromEntries(
      Object.entries(lists).map(([section, rows]) => [section, withRows(doc[section as keyof typeof lists] as readonly Named[], rows)]),
    ),
    ...(demand ? { demand: withDemand(doc.demand, demand) } : {}),
    ...(coverage ? { coverage: { ...doc.coverage, ...coverage } } : {}),
  }),
}

interface Named {
  readonly id: string
}

/** Rows of demand need no id; those without one are new. */
function withDemand(before: OrgDoc['demand'], rows: readonly Demand[]): NonNullable<OrgDoc['demand']> {
  const replaced = new Set(rows.flatMap(({ id }) => id ?? []))
  const kept = before ? rowsOf(before).filter(({ id }) => id === undefined || !replaced.has(id)) : []
  return tableOf(DEMAND_COLUMNS, [...kept, ...rows])
}
