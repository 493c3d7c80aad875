// What of the file a figure rests on: the rows of demand that fed it, the grants along the ways of its cases, the routes they took.
import { floats } from '../base/growing'
import { byCodeUnit } from '../base/order'
import { PairIndex } from '../base/pairs'
import { cellAt } from '../base/table'
import { heldAt, idOf } from '../model/roles'
import type { Grant, HeldGrant, SingleNeed } from '../model/types'
import type { CaseContext } from './authority'
import type { CaseKind } from './kinds'
import { APOLOGISE } from './needs'
import type { Survey } from './survey'
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
  const grants = decidedBy === 'nothing' ? NO_GRANTS : grantsOf(survey, fed, decidedBy === 'apologies')
  return {
    rows: rows.slice(0, MOST_ROWS),
    moreRows: Math.max(0, rows.length - MOST_ROWS),
    grants: grants.first,
    moreGrants: grants.more,
    routes: decidedBy === 'decisions' ? routesOf(survey, fed) : [],
  }
}

/** The most contacts first. Rows alike were counted as one line (model/contacts.ts): here each is itself again. */
function rowsOf({ org, columns }: Survey, fed: Fed): readonly FeedingRow[] {
  const { demand } = org.doc
  const { contacts } = org
  if (!demand) return []
  const keyOf = (row: number) =>
    JSON.stringify([
      cellAt(demand, 'touchpoint', row),
      cellAt(demand, 'segment', row) ?? null,
      cellAt(demand, 'issueType', row),
      cellAt(demand, 'values', row) ?? (cellAt(demand, 'values', row) === null ? 0 : null),
    ])
  const fedBy = new Float64Array(demand.length)
  for (const group of fed.groups) {
    for (let k = columns.lineStart[group] as number; k < (columns.lineStart[group + 1] as number); k++) {
      const line = columns.lines[k] as number
      if (fed.segment !== undefined && contacts.segment[line] !== fed.segment) continue
      const row = contacts.row[line] as number
      fedBy[row] = (fedBy[row] as number) + (contacts.weight[line] as number)
    }
  }
  const counted = new Map<string, number>()
  for (let row = 0; row < fedBy.length; row++) if ((fedBy[row] as number) > 0) counted.set(keyOf(row), fedBy[row] as number)
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

interface Deciding {
  /** Those with a say in the most contacts first. */
  readonly first: readonly DecidingGrant[]
  readonly more: number
}
const NO_GRANTS: Deciding = { first: [], more: 0 }

/** Each grant at each role once. Which cases come to a role is added up by their kind before its grants are looked at. */
function grantsOf(survey: Survey, fed: Fed, isAboutApology: boolean): Deciding {
  const { org, cases, authority } = survey
  const { held } = org
  const met = new PairIndex()
  const weight = floats()
  for (const group of fed.groups) {
    const kind = cases.kind(group).at
    for (const role of isAboutApology ? [cases.entry(group)] : rolesOn(survey, group)) {
      const at = met.placeOf(role, kind)
      if (at === weight.length) weight.push(0)
      weight.add(at, cases.weight(group))
    }
  }
  const asked = new PairIndex()
  const doesSpeak: boolean[] = []
  const speaks = (grant: number, kind: CaseKind) => {
    const at = asked.placeOf(grant, kind.at)
    if (at === doesSpeak.length) {
      const needs = isAboutApology ? [{ kind: APOLOGISE }] : (kind.needs ?? []).flatMap((need) => need.alternatives)
      doesSpeak.push(needs.some((need) => speaksOf((org.doc.grants ?? [])[grant] as Grant, need, kind.context)))
    }
    return doesSpeak[at] as boolean
  }
  const hasASayIn = new Map<number, number>()
  for (let at = 0; at < met.count; at++) {
    const kind = survey.columns.kinds[met.secondOf(at)] as CaseKind
    for (const line of authority.linesOf(met.firstOf(at)))
      if (speaks(held.grant[line] as number, kind)) hasASayIn.set(line, (hasASayIn.get(line) ?? 0) + weight.at(at))
  }
  const idAt = (line: number) => (org.doc.grants ?? [])[held.grant[line] as number]?.id as string
  const roleIdAt = (line: number) => idOf(org, held.role[line] as number)
  const first = smallest(
    [...hasASayIn],
    MOST_GRANTS,
    ([a, one], [b, other]) => other - one || byCodeUnit(idAt(a), idAt(b)) || byCodeUnit(roleIdAt(a), roleIdAt(b)),
  )
  return { first: first.map(([line]) => heldAt(org, line)), more: hasASayIn.size - first.length }
}

/** The first in order, without putting all in order. */
function smallest<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): readonly T[] {
  const first: T[] = []
  for (const item of items) {
    if (first.length === count && compare(item, first[count - 1] as T) >= 0) continue
    let to = first.length
    while (to > 0 && compare(item, first[to - 1] as T) < 0) to--
    first.splice(to, 0, item)
    if (first.length > count) first.pop()
  }
  return first
}

/** The entry role and all after it, as far as any of its cases goes. */
function rolesOn({ cases, ways }: Survey, group: number): readonly number[] {
  let farthest = -1
  let most = 0
  for (let one = cases.first(group); one < cases.end(group); one++) {
    const count = cases.along(one, 'pessimistic') + cases.agreeing(one, 'pessimistic').length
    if (count > most) {
      most = count
      farthest = one
    }
  }
  if (cases.first(group) === cases.end(group)) return []
  const roles = [cases.entry(group)]
  if (farthest < 0) return roles
  const { issueType } = cases.kind(group)
  for (let left = cases.along(farthest, 'pessimistic'); left > 0; left--) roles.push(ways.next(roles.at(-1) as number, issueType))
  return [...roles, ...cases.agreeing(farthest, 'pessimistic')]
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
function routesOf(survey: Survey, fed: Fed): readonly DecidingRoute[] {
  const { org, cases, ways } = survey
  const byEnds = new Map(org.routes.map((open) => [`${open.from} ${open.to}`, open]))
  const found = new Map<string, DecidingRoute>()
  for (const group of fed.groups) {
    const isAgreed = cases.kind(group).isAgreed
    if (ways.isLine(cases.entry(group)) && !isAgreed) continue
    const path = rolesOn(survey, group)
    for (let i = 1; i < path.length; i++) {
      const open = byEnds.get(`${path[i - 1]} ${path[i]}`)
      // Up the line and by a route to one's manager look alike, and are.
      if (open && org.structure.parent[open.from] !== open.to) found.set(`${open.route.id} ${open.from}`, { ...open, id: open.route.id })
    }
  }
  return [...found.values()].map(({ id, from, to }) => ({ id, from, to })).sort((a, b) => byCodeUnit(a.id, b.id) || a.from - b.from)
}
