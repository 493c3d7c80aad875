// A document in the own format: what `convert` writes and *Save as* saves. Reading it again gives the same organisation.
import { rowsOf } from '../base/table'
import { SECTIONS } from './format'
import { isRecord } from './shape'
import type { OrgDoc } from './types'
import { CURRENT_VERSION } from './upgrade'

/** Plain JSON; keys we did not know stand where they stood. */
export function fileOf(doc: OrgDoc): Readonly<Record<string, unknown>> {
  const { rest, roles, people, demand, ...lists } = doc
  const sections: Readonly<Record<string, unknown>> = {
    ...lists,
    roles: rowsOf(roles),
    ...(people ? { people: rowsOf(people) } : {}),
    ...(demand ? { demand: rowsOf(demand) } : {}),
  }
  const order = ['organization', 'coverage', ...Object.keys(SECTIONS), 'strategy', 'thresholds', 'accepted']
  const given = order.filter((key) => sections[key] !== undefined && !isEmptyRecord(sections[key]))
  return Object.fromEntries([
    ['headstand', CURRENT_VERSION],
    ...given.map((key) => [key, unfolded(sections[key])]),
    ...Object.entries(rest ?? {}),
  ])
}

export function textOf(doc: OrgDoc): string {
  return `${JSON.stringify(fileOf(doc), null, 2)}\n`
}

function isEmptyRecord(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 0
}

/** `rest` back among the keys it was taken from. */
function unfolded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unfolded)
  if (!isRecord(value)) return value
  const { rest, ...known } = value
  const entries = Object.entries(known).map(([key, one]) => [key, unfolded(one)] as const)
  return Object.fromEntries(isRecord(rest) ? [...entries, ...Object.entries(rest)] : entries)
}
