// What of the file a figure rests on: the rows of demand that fed it, the grants along the ways of its cases, the routes they took.
import { byCodeUnit } from '../base/order'
import { cellAt } from '../base/table'
import type { Grant, HeldGrant, SingleNeed } from '../model/types'
import type { CaseContext } from './authority'
import { APOLOGISE } from './needs'
import type { CaseGroup, Survey } from './survey'
import type { Fed, Sum } from './why-parts'

/** A row of demand, and how much of it counts here: a touchpoint of several roles splits it. */
export interface FeedingRow {
  /** Index into doc.demand. */
  readonly row: number
  readonly id: string
  readonly touchpoint: string
  readonly segment: string | null
  readonly issueType: string
  readonly perPeriod: number
  readonly counted: number
}
/** A grant, at one of the roles that hold it, that speaks of what the cases need. */
export type DecidingGrant = HeldGrant
export interface DecidingRoute {
  readonly id: string
  readonly from: number
  readonly to: number
}
export interface Origin {
  readonly rows: readonly FeedingRow[]
  readonly moreRows: number
  readonly grants: readonly DecidingGrant[]
  readonly moreGrants: number
  readonly routes: readonly DecidingRoute[]
}

const MOST_ROWS = 50
const MOST_GRANTS = 24

/** `decidedBy`: which grants had a say; nobody decides how many contacts arrive. */
export function originOf(survey: Survey, { fed }: Sum, decidedBy: 'decisions' | 'apologies' | 'nothing'): Origin {
  const rows = rowsOf(survey, fed)
  const grants = decidedBy === 'nothing' ? [] : grantsOf(survey, fed, decidedBy === 'apologies')
  return {
    rows: rows.slice(0, MOST_ROWS),
    moreRows: Math.max(0, rows.length - MOST_ROWS),
    grants: grants.slice(0, MOST_GRANTS),
    moreGrants: Math.max(0, grants.length - MOST_GRANTS),
    routes: decidedBy === 'decisions' ? routesOf(survey, fed) : [],
  }
}

/** The most contacts first. Rows alike were counted as one line (model/contacts.ts): here each is itself again. */
function rowsOf({ org }: Survey, fed: readonly Fed[]): readonly FeedingRow[] {
  const { demand } = org.doc
  if (!demand) return []
  const keyOf = (row: number) =>
    JSON.stringify([
      cellAt(demand, 'touchpoint', row),
      cellAt(demand, 'segment', row) ?? null,
      cellAt(demand, 'issueType', row),
      cellAt(demand, 'values', row) ?? (cellAt(demand, 'values', row) === null ? 0 : null),
    ])
  const counted = new Map<string, number>()
  for (const { lines } of fed) {
    for (const line of lines) {
      const key = keyOf(org.contacts.row[line] as number)
      counted.set(key, (counted.get(key) ?? 0) + (org.contacts.weight[line] as number))
    }
  }
  const alike = new Map<string, number[]>()
  const whole = new Map<string, number>()
  for (let row = 0; row < demand.length; row++) {
    const perPeriod = cellAt(demand, 'perPeriod', row)
    const key = keyOf(row)
    if (!perPeriod || !counted.has(key)) continue
    whole.set(key, (whole.get(key) ?? 0) + perPeriod)
    alike.set(key, [...(alike.get(key) ?? []), row])
  }
  const rows = [...alike].flatMap(([key, own]) => {
    const share = (counted.get(key) as number) / (whole.get(key) as number)
    return own.map((row) => {
      const perPeriod = cellAt(demand, 'perPeriod', row) as number
      return {
        row,
        id: cellAt(demand, 'id', row) as string,
        touchpoint: cellAt(demand, 'touchpoint', row),
        segment: cellAt(demand, 'segment', row) ?? null,
        issueType: cellAt(demand, 'issueType', row),
        perPeriod,
        counted: perPeriod * share,
      }
    })
  })
  return rows.sort((a, b) => b.counted - a.counted || byCodeUnit(a.id, b.id))
}

/** Each grant at each role once, those with a say in the most contacts first. */
function grantsOf(survey: Survey, fed: readonly Fed[], isAboutApology: boolean): readonly DecidingGrant[] {
  const found = new Map<string, { readonly held: DecidingGrant; weight: number }>()
  for (const { group } of fed) {
    const needs = isAboutApology ? [{ kind: APOLOGISE }] : (group.needs ?? []).flatMap((need) => need.alternatives)
    for (const role of isAboutApology ? [group.entry] : rolesOn(group)) {
      for (const held of survey.authority.grantsOf(role)) {
        if (!needs.some((need) => speaksOf(held.grant, need, group.context))) continue
        const key = JSON.stringify([held.grant.id, role])
        const known = found.get(key)
        if (known) known.weight += group.weight
        else found.set(key, { held, weight: group.weight })
      }
    }
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight || byCodeUnit(a.held.grant.id, b.held.grant.id)).map(({ held }) => held)
}

/** As far as any of its cases goes. */
function rolesOn(group: CaseGroup): readonly number[] {
  const hands = group.cases.reduce<readonly number[]>(
    (all, { pessimistic }) => (pessimistic.hands.roles.length > all.length ? pessimistic.hands.roles : all),
    [],
  )
  return group.cases.length === 0 ? [] : [group.entry, ...hands]
}

function speaksOf(grant: Grant, need: SingleNeed, context: CaseContext): boolean {
  const agrees = (a: string | undefined, b: string | undefined) => a === undefined || b === undefined || a === b
  const admits = (list: readonly string[] | null | undefined, value: string | null | undefined) =>
    !list || value === undefined || (value !== null && list.includes(value))
  const { scope } = grant
  return (
    grant.kind === need.kind &&
    agrees(grant.policy, need.policy) &&
    agrees(grant.system, need.system) &&
    agrees(grant.unit, need.unit) &&
    admits(scope?.issueTypes, context.issueType) &&
    admits(scope?.segments, context.segment) &&
    admits(scope?.units, context.unit) &&
    admits(scope?.channels, context.channel)
  )
}

/** Each once, in order of id. */
function routesOf({ org }: Survey, fed: readonly Fed[]): readonly DecidingRoute[] {
  if (org.routes.length === 0) return []
  const byEnds = new Map(org.routes.map((open) => [`${open.from} ${open.to}`, open]))
  const found = new Map<string, DecidingRoute>()
  for (const { group } of fed) {
    const path = rolesOn(group)
    for (let i = 1; i < path.length; i++) {
      const open = byEnds.get(`${path[i - 1]} ${path[i]}`)
      // Up the line and by a route to one's manager look alike, and are.
      if (open && org.structure.parent[open.from] !== open.to) found.set(`${open.route.id} ${open.from}`, { ...open, id: open.route.id })
    }
  }
  return [...found.values()].map(({ id, from, to }) => ({ id, from, to })).sort((a, b) => byCodeUnit(a.id, b.id) || a.from - b.from)
}
