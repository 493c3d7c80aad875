// Who meets what: every demand row split between the roles that staff its touchpoint (domain.md 2.3 "References by title", 3.1, 3.6).
// Without demand every (touchpoint × issue type) pair weighs 1.
import { groupedBy } from '../base/group'
import { byCodeUnit } from '../base/order'
import { cellAt, type Table } from '../base/table'
import type { Diagnostics } from './diagnostics'
import { orderOf } from './rank'
import { idOf } from './roles'
import type { RoleRefs } from './titles'
import type { Boundary, Contacts, Demand, OrgDoc, Staffing, Touchpoint } from './types'

export function staffingOf(doc: OrgDoc, refs: RoleRefs, diagnostics: Diagnostics): Staffing {
  return (doc.touchpoints ?? []).map((touchpoint) => staffOf(doc, touchpoint, refs, diagnostics))
}

function staffOf(doc: OrgDoc, touchpoint: Touchpoint, refs: RoleRefs, diagnostics: Diagnostics) {
  if (!touchpoint.staffedBy) return undefined
  const shares = new Map<number, number>()
  const add = (role: number, share: number) => shares.set(role, (shares.get(role) ?? 0) + share)
  const rolesOf = (ref: string) => {
    const found = refs.sources(ref)
    if (found.length === 0)
      diagnostics.warn(
        'reference-missing',
        { subject: touchpoint.id, params: { section: 'touchpoints', key: 'staffedBy', ref } },
        'left-out',
      )
    return found
  }
  const plain = new Set<number>()
  let given = 0
  for (const staffed of touchpoint.staffedBy) {
    if (typeof staffed === 'string') {
      for (const role of rolesOf(staffed)) plain.add(role)
    } else {
      const roles = rolesOf(staffed.role)
      if (roles.length === 0) continue
      given += staffed.share
      for (const [role, share] of byHeadcount(doc, roles)) add(role, share * staffed.share)
    }
  }
  const left = Math.max(0, 1 - given)
  for (const [role, share] of byHeadcount(doc, plain)) add(role, share * left)
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  if (total > 0 && Math.abs(total - 1) > 1e-9) {
    diagnostics.warn('shares-off', { subject: touchpoint.id, params: { section: 'touchpoints', sum: total } }, 'scaled')
    for (const [role, share] of shares) shares.set(role, share / total)
  }
  return [...shares].map(([role, share]) => ({ role, share })).sort((a, b) => byCodeUnit(idOf({ doc }, a.role), idOf({ doc }, b.role)))
}

/** By headcount where all are known and somebody is there, else equally. */
function byHeadcount(doc: OrgDoc, of: Iterable<number>): [number, number][] {
  const roles = [...of]
  const heads = roles.map((role) => cellAt(doc.roles, 'headcount', role))
  const total = heads.reduce<number>((sum, head) => sum + (head ?? Number.NaN), 0)
  return roles.map((role, i) => [role, total > 0 ? (heads[i] as number) / total : 1 / roles.length])
}

/** Contacts that arrive alike, before they are split between those who meet them. */
interface Arrival {
  /** The id of its row, of several the smallest: arrivals are in its order. */
  readonly key: string
  readonly touchpoint: number
  readonly segment: number
  readonly issueType: number
  readonly weight: number
  readonly row: number
}
interface Places {
  readonly touchpoint: ReadonlyMap<string, number>
  readonly segment: ReadonlyMap<string, number>
  readonly issueType: ReadonlyMap<string, number>
}

export function contactsOf(doc: OrgDoc, staffing: Staffing, at: Places, diagnostics: Diagnostics): Contacts {
  const arrivals = doc.demand ? merged(doc, doc.demand, arrivalsIn(doc.demand, staffing, at, diagnostics)) : everyPair(doc)
  const areBounded = (doc.strategy?.boundaries?.length ?? 0) > 0
  let length = 0
  for (const { touchpoint } of arrivals) length += staffing[touchpoint]?.length ?? 0
  const column = () => new Int32Array(length)
  const lines = { role: column(), touchpoint: column(), segment: column(), issueType: column(), row: column(), boundary: column() }
  const weights = new Float64Array(length)
  let line = 0
  for (const { touchpoint, segment, issueType, weight, row } of arrivals) {
    const boundary = areBounded ? boundaryOf(doc, doc.segments?.[segment]?.id, doc.issueTypes?.[issueType]?.id as string) : -1
    for (const { role, share } of staffing[touchpoint] ?? []) {
      if (!(weight * share > 0)) continue
      lines.role[line] = role
      lines.touchpoint[line] = touchpoint
      lines.segment[line] = segment
      lines.issueType[line] = issueType
      lines.row[line] = row
      lines.boundary[line] = boundary
      weights[line++] = weight * share
    }
  }
  const cut = (cells: Int32Array) => (line < length ? cells.slice(0, line) : cells)
  return {
    length: line,
    role: cut(lines.role),
    touchpoint: cut(lines.touchpoint),
    segment: cut(lines.segment),
    issueType: cut(lines.issueType),
    weight: line < length ? weights.slice(0, line) : weights,
    row: cut(lines.row),
    boundary: cut(lines.boundary),
    areCounted: doc.demand !== undefined,
  }
}

/** Rows of demand whose references lead somewhere, in order of id. */
function arrivalsIn(demand: Table<Demand>, staffing: Staffing, at: Places, diagnostics: Diagnostics): readonly Arrival[] {
  const arrivals: Arrival[] = []
  const unstaffed = new Set<string>()
  for (let row = 0; row < demand.length; row++) {
    const key = cellAt(demand, 'id', row) as string
    const touchpointId = cellAt(demand, 'touchpoint', row)
    const issueTypeId = cellAt(demand, 'issueType', row)
    const segmentId = cellAt(demand, 'segment', row)
    const touchpoint = at.touchpoint.get(touchpointId)
    const issueType = at.issueType.get(issueTypeId)
    const missing = (name: string, ref: string) =>
      diagnostics.warn('reference-missing', { subject: key, params: { section: 'demand', key: name, ref } }, 'left-out')
    if (touchpoint === undefined) missing('touchpoint', touchpointId)
    if (issueType === undefined) missing('issueType', issueTypeId)
    if (touchpoint === undefined || issueType === undefined) continue
    let segment = -1
    if (segmentId !== undefined && segmentId !== null) {
      segment = at.segment.get(segmentId) ?? -1
      if (segment < 0) missing('segment', segmentId)
    }
    const weight = cellAt(demand, 'perPeriod', row)
    if (weight === undefined) diagnostics.warn('contacts-not-known', { subject: key, params: { section: 'demand' } }, 'left-out')
    if (!weight) continue
    if (!staffing[touchpoint]?.length) unstaffed.add(touchpointId)
    arrivals.push({ key, touchpoint, segment, issueType, weight, row })
  }
  for (const subject of unstaffed) diagnostics.warn('nobody-staffs', { subject, params: { section: 'touchpoints' } }, 'left-out')
  return byKey(arrivals)
}

function byKey(arrivals: readonly Arrival[]): readonly Arrival[] {
  const { inOrder } = orderOf(arrivals.map((arrival) => arrival.key))
  return Array.from(inOrder, (i) => arrivals[i] as Arrival)
}

/** Rows alike in all that matters are one: a long list at a touchpoint of many roles does not become their product. */
function merged(doc: OrgDoc, demand: Table<Demand>, arrivals: readonly Arrival[]): readonly Arrival[] {
  const segments = (doc.segments?.length ?? 0) + 1
  const issueTypes = doc.issueTypes?.length ?? 0
  const alike = groupedBy(arrivals, ({ touchpoint, segment, issueType, row }) => {
    const place = (touchpoint * segments + segment + 1) * issueTypes + issueType
    const values = cellAt(demand, 'values', row)
    return values === undefined ? place : `${place} ${JSON.stringify(values)}`
  })
  if (alike.size === arrivals.length) return arrivals
  return [...alike.values()].map((rows) => ({ ...(rows[0] as Arrival), weight: rows.reduce((sum, one) => sum + one.weight, 0) }))
}

/** Where the file has no demand every touchpoint meets every issue type. */
function everyPair(doc: OrgDoc): readonly Arrival[] {
  const pairs = (doc.touchpoints ?? []).flatMap((touchpoint, t) =>
    (doc.issueTypes ?? []).map((issueType, i) => ({
      key: JSON.stringify([touchpoint.id, issueType.id]),
      ...{ touchpoint: t, segment: -1, issueType: i, weight: 1, row: -1 },
    })),
  )
  return byKey(pairs)
}

/** A boundary matches where every list it gives contains the row's value; with text only it matches nothing (domain.md 3.1, 3.6). */
function boundaryOf(doc: OrgDoc, segment: string | undefined, issueType: string): number {
  const lists = (boundary: Boundary) => [boundary.issueTypes, boundary.segments].filter((list) => list !== undefined && list !== null)
  return (doc.strategy?.boundaries ?? []).findIndex(
    (boundary) =>
      lists(boundary).length > 0 &&
      (boundary.issueTypes?.includes(issueType) ?? true) &&
      (boundary.segments === undefined || boundary.segments === null || (segment !== undefined && boundary.segments.includes(segment))),
  )
}
