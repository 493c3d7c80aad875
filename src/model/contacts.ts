// Who meets what: every demand row split between the roles that staff its touchpoint (domain.md 2.3 "References by title", 3.1, 3.6).
// Without demand every (touchpoint × issue type) pair weighs 1.
import { groupedBy } from '../base/group'
import { cellAt, numberAt, type Table } from '../base/table'
import type { Diagnostics } from './diagnostics'
import { orderOf, roleOrderOf } from './rank'
import type { RoleRefs, Roles } from './titles'
import type { Boundary, Contacts, Demand, OrgDoc, Staffing, Touchpoint } from './types'

export function staffingOf(doc: OrgDoc, refs: RoleRefs, diagnostics: Diagnostics): Staffing {
  const touchpoints = doc.touchpoints ?? []
  const shares = new Shares(doc)
  const staff = touchpoints.map((touchpoint) => staffOf(touchpoint, shares, refs, diagnostics))
  const start = new Int32Array(touchpoints.length + 1)
  for (const [at, { role }] of staff.entries()) start[at + 1] = (start[at] as number) + role.length
  const role = new Int32Array(start[staff.length] as number)
  const share = new Float64Array(role.length)
  for (const [at, own] of staff.entries()) {
    role.set(own.role, start[at])
    share.set(own.share, start[at])
  }
  return { start, role, share }
}

function staffOf(touchpoint: Touchpoint, shares: Shares, refs: RoleRefs, diagnostics: Diagnostics): Pick<Staffing, 'role' | 'share'> {
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
  const plain: Roles[] = []
  let given = 0
  for (const staffed of touchpoint.staffedBy ?? []) {
    if (typeof staffed === 'string') plain.push(rolesOf(staffed))
    else {
      const roles = rolesOf(staffed.role)
      if (roles.length === 0) continue
      given += staffed.share
      shares.add(roles, staffed.share)
    }
  }
  shares.add(eachOnce(plain), Math.max(0, 1 - given))
  const staff = shares.take()
  const total = staff.share.reduce((sum, share) => sum + share, 0)
  if (!(total > 0) || Math.abs(total - 1) <= TOLERANCE) return staff
  diagnostics.warn('shares-off', { subject: touchpoint.id, params: { section: 'touchpoints', sum: total } }, 'scaled')
  return { role: staff.role, share: staff.share.map((share) => share / total) }
}
const TOLERANCE = 1e-9

/** All of some lists of roles, nobody twice; each list is in order. */
function eachOnce(lists: readonly Roles[]): Roles {
  if (lists.length < 2) return lists[0] ?? []
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let length = 0
  for (const roles of lists) {
    all.set(roles, length)
    length += roles.length
  }
  all.sort()
  let kept = 0
  for (let i = 0; i < length; i++) if (i === 0 || all[i] !== all[i - 1]) all[kept++] = all[i] as number
  return all.subarray(0, kept)
}

/** Shares of one touchpoint after the other. */
class Shares {
  private readonly share: Float64Array
  private readonly isIn: Uint8Array
  private readonly roles: number[] = []

  constructor(private readonly doc: OrgDoc) {
    this.share = new Float64Array(doc.roles.length)
    this.isIn = new Uint8Array(doc.roles.length)
  }

  /** Parts a share by headcount where all are known and somebody is there, else equally. */
  add(roles: Roles, whole: number): void {
    const heads = headsOf(this.doc, roles)
    for (let i = 0; i < roles.length; i++) {
      const role = roles[i] as number
      if (this.isIn[role] === 0) {
        this.isIn[role] = 1
        this.share[role] = 0
        this.roles.push(role)
      }
      const part = heads ? (numberAt(this.doc.roles.columns.headcount, role) as number) / heads : 1 / roles.length
      this.share[role] = (this.share[role] as number) + part * whole
    }
  }

  /** Who has a share, in order of role id; nobody has one afterwards. */
  take(): Pick<Staffing, 'role' | 'share'> {
    const role = this.inOrderOfId()
    const share = new Float64Array(role.length)
    for (let i = 0; i < role.length; i++) {
      share[i] = this.share[role[i] as number] as number
      this.isIn[role[i] as number] = 0
    }
    this.roles.length = 0
    return { role, share }
  }

  private inOrderOfId(): Int32Array {
    const { roles, isIn } = this
    const found = new Int32Array(roles.length)
    if (roles.length < 2) {
      found.set(roles)
      return found
    }
    const { rank, inOrder } = roleOrderOf({ doc: this.doc })
    if (roles.length > isIn.length / 32) {
      let k = 0
      for (const role of inOrder) if (isIn[role] === 1) found[k++] = role
      return found
    }
    for (let k = 0; k < found.length; k++) found[k] = rank[roles[k] as number] as number
    found.sort()
    for (let k = 0; k < found.length; k++) found[k] = inOrder[found[k] as number] as number
    return found
  }
}

/** The people of some roles; 0 where some are not known. */
function headsOf(doc: OrgDoc, roles: Roles): number {
  let heads = 0
  for (let i = 0; i < roles.length; i++) heads += numberAt(doc.roles.columns.headcount, roles[i] as number) ?? Number.NaN
  return heads > 0 ? heads : 0
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
  for (const { touchpoint } of arrivals) length += staffAt(staffing, touchpoint)
  const column = () => new Int32Array(length)
  const lines = { role: column(), touchpoint: column(), segment: column(), issueType: column(), row: column(), boundary: column() }
  const weights = new Float64Array(length)
  let line = 0
  for (const { touchpoint, segment, issueType, weight, row } of arrivals) {
    const boundary = areBounded ? boundaryOf(doc, doc.segments?.[segment]?.id, doc.issueTypes?.[issueType]?.id as string) : -1
    const end = staffing.start[touchpoint + 1] as number
    for (let staff = staffing.start[touchpoint] as number; staff < end; staff++) {
      const part = weight * (staffing.share[staff] as number)
      if (!(part > 0)) continue
      lines.role[line] = staffing.role[staff] as number
      lines.touchpoint[line] = touchpoint
      lines.segment[line] = segment
      lines.issueType[line] = issueType
      lines.row[line] = row
      lines.boundary[line] = boundary
      weights[line++] = part
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

/** How many staff a touchpoint. */
const staffAt = ({ start }: Staffing, touchpoint: number): number => (start[touchpoint + 1] as number) - (start[touchpoint] as number)

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
    if (staffAt(staffing, touchpoint) === 0) unstaffed.add(touchpointId)
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
