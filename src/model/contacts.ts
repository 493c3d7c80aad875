// Who meets what: every demand row split between the roles that staff its touchpoint (domain.md 2.3 "References by title", 3.1, 3.6).
// Without demand every (touchpoint × issue type) pair weighs 1.
import { byCodeUnit } from '../base/order'
import { cellAt } from '../base/table'
import type { Diagnostics } from './diagnostics'
import type { RoleRefs } from './titles'
import type { Boundary, Contacts, OrgDoc, RoleId, Staffing, Touchpoint } from './types'

export function staffingOf(doc: OrgDoc, roleIds: readonly RoleId[], refs: RoleRefs, diagnostics: Diagnostics): Staffing {
  return (doc.touchpoints ?? []).map((touchpoint) => staffOf(doc, touchpoint, roleIds, refs, diagnostics))
}

function staffOf(doc: OrgDoc, touchpoint: Touchpoint, roleIds: readonly RoleId[], refs: RoleRefs, diagnostics: Diagnostics) {
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
  for (const [role, share] of byHeadcount(doc, [...plain])) add(role, share * left)
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0)
  if (total > 0 && Math.abs(total - 1) > 1e-9) {
    diagnostics.warn('shares-off', { subject: touchpoint.id, params: { section: 'touchpoints', sum: total } }, 'scaled')
    for (const [role, share] of shares) shares.set(role, share / total)
  }
  return [...shares]
    .map(([role, share]) => ({ role, share }))
    .sort((a, b) => byCodeUnit(roleIds[a.role] as string, roleIds[b.role] as string))
}

/** By headcount where all are known and somebody is there, else equally. */
function byHeadcount(doc: OrgDoc, roles: readonly number[]): [number, number][] {
  const heads = roles.map((role) => cellAt(doc.roles, 'headcount', role))
  const total = heads.reduce<number>((sum, head) => sum + (head ?? Number.NaN), 0)
  return roles.map((role, i) => [role, total > 0 ? (heads[i] as number) / total : 1 / roles.length])
}

interface Line {
  readonly key: string
  readonly role: number
  readonly touchpoint: number
  readonly segment: number
  readonly issueType: number
  readonly weight: number
  readonly row: number
  readonly boundary: number
}

export function contactsOf(
  doc: OrgDoc,
  roleIds: readonly RoleId[],
  staffing: Staffing,
  at: { touchpoint: ReadonlyMap<string, number>; segment: ReadonlyMap<string, number>; issueType: ReadonlyMap<string, number> },
  diagnostics: Diagnostics,
): Contacts {
  const lines: Line[] = []
  const add = (key: string, row: number, touchpoint: number, segment: number, issueType: number, weight: number) => {
    const staff = staffing[touchpoint]
    const boundary = boundaryOf(doc, doc.segments?.[segment]?.id, doc.issueTypes?.[issueType]?.id as string)
    for (const { role, share } of staff ?? []) {
      if (weight * share > 0) lines.push({ key, role, touchpoint, segment, issueType, weight: weight * share, row, boundary })
    }
  }
  if (doc.demand) {
    const demand = doc.demand
    for (let row = 0; row < demand.length; row++) {
      const id = cellAt(demand, 'id', row) as string
      const touchpointId = cellAt(demand, 'touchpoint', row)
      const issueTypeId = cellAt(demand, 'issueType', row)
      const segmentId = cellAt(demand, 'segment', row)
      const touchpoint = at.touchpoint.get(touchpointId)
      const issueType = at.issueType.get(issueTypeId)
      const missing = (key: string, ref: string) =>
        diagnostics.warn('reference-missing', { subject: id, params: { section: 'demand', key, ref } }, 'left-out')
      if (touchpoint === undefined) missing('touchpoint', touchpointId)
      if (issueType === undefined) missing('issueType', issueTypeId)
      if (touchpoint === undefined || issueType === undefined) continue
      let segment = -1
      if (segmentId !== undefined && segmentId !== null) {
        segment = at.segment.get(segmentId) ?? -1
        if (segment < 0) missing('segment', segmentId)
      }
      const contacts = cellAt(demand, 'perPeriod', row)
      if (contacts === undefined) diagnostics.warn('contacts-not-known', { subject: id, params: { section: 'demand' } }, 'left-out')
      if (contacts) {
        if (!staffing[touchpoint]?.length)
          diagnostics.warn('nobody-staffs', { subject: touchpointId, params: { section: 'touchpoints' } }, 'left-out')
        add(id, row, touchpoint, segment, issueType, contacts)
      }
    }
  } else {
    doc.touchpoints?.forEach((touchpoint, t) => {
      doc.issueTypes?.forEach((issueType, i) => {
        add(JSON.stringify([touchpoint.id, issueType.id]), -1, t, -1, i, 1)
      })
    })
  }
  lines.sort((a, b) => byCodeUnit(a.key, b.key) || byCodeUnit(roleIds[a.role] as string, roleIds[b.role] as string))
  const column = (pick: (line: Line) => number) => Int32Array.from(lines, pick)
  return {
    length: lines.length,
    role: column((line) => line.role),
    touchpoint: column((line) => line.touchpoint),
    segment: column((line) => line.segment),
    issueType: column((line) => line.issueType),
    weight: Float64Array.from(lines, (line) => line.weight),
    row: column((line) => line.row),
    boundary: column((line) => line.boundary),
    areCounted: doc.demand !== undefined,
  }
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
