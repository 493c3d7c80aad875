// A document's references resolved into an Org. After an edit only what the edit can have changed is resolved again; all other parts are the
// same columns as before.
import { byCodeUnit } from '../base/order'
import { cellAt } from '../base/table'
import { contactsOf, staffingOf } from './contacts'
import { Diagnostics } from './diagnostics'
import { nameAt } from './hierarchy'
import { idOf } from './roles'
import { parentOf, structureOf } from './structure'
import { RoleRefs } from './titles'
import type { Grant, Held, OpenRoute, Org, OrgDoc, RoleRef, SectionName, Staffing } from './types'
import { tellWorth } from './worth'

/** Of a document whose rows are checked and sound. */
export function resolved(doc: OrgDoc, diagnostics: Diagnostics): Org {
  const at = {
    touchpoint: indexOf(doc.touchpoints),
    segment: indexOf(doc.segments),
    issueType: indexOf(doc.issueTypes),
  }
  const parent = parentOf(doc)
  const refs = new RoleRefs(doc, parent)
  const staffing = staffingOf(doc, refs, diagnostics)
  tellResiduals(doc, parent, diagnostics)
  tellWorth(doc, diagnostics)
  return {
    doc,
    structure: structureOf(parent, meetingIn(doc, staffing)),
    segmentAt: at.segment,
    touchpointAt: at.touchpoint,
    issueTypeAt: at.issueType,
    held: heldIn(doc, refs, diagnostics),
    routes: openRoutes(doc, refs, diagnostics),
    contacts: contactsOf(doc, staffing, at, diagnostics),
    policyOwners: policyOwners(doc, refs, diagnostics),
  }
}

/** What grants and routes do not touch. */
const STANDING = ['roles', 'people', 'touchpoints', 'segments', 'issueTypes', 'demand', 'strategy'] as const

/**
 * The Org of a document that an edit made of another one's: a part that the edit cannot have changed is the very part it was. Costs what the
 * edit changes; anything but grants and routes is resolved anew.
 */
export function orgAfter(before: Org, doc: OrgDoc): Org {
  if (STANDING.some((key) => before.doc[key] !== doc[key])) return resolved(doc, new Diagnostics())
  const silent = new Diagnostics()
  const refs = new RoleRefs(doc, before.structure.parent)
  return {
    ...before,
    doc,
    held: before.doc.grants === doc.grants ? before.held : heldAfter(before, doc, refs, silent),
    routes: before.doc.routes === doc.routes ? before.routes : openRoutes(doc, refs, silent),
  }
}

const indexOf = (rows: readonly { readonly id: string }[] = []): ReadonlyMap<string, number> => new Map(rows.map(({ id }, i) => [id, i]))

/** Roles known to meet customers, some more than once. */
function meetingIn({ roles }: OrgDoc, staffing: Staffing): ArrayLike<number> {
  if (roles.columns.meetsCustomers.kind === 'absent') return staffing.role
  const meeting = [...staffing.role]
  for (let role = 0; role < roles.length; role++) if (cellAt(roles, 'meetsCustomers', role) === true) meeting.push(role)
  return meeting
}

/** Only a top can hold what is not delegated. */
function tellResiduals({ roles }: OrgDoc, parent: Int32Array, diagnostics: Diagnostics): void {
  if (roles.columns.residualAuthority.kind === 'absent') return
  for (let role = 0; role < roles.length; role++) {
    if (cellAt(roles, 'residualAuthority', role) !== true || (parent[role] as number) < 0) continue
    diagnostics.warn('residual-below-top', { subject: cellAt(roles, 'id', role), params: { who: nameAt(roles, role) } }, 'left-out')
  }
}

/** Tells each reference of a row once, however many roles a title makes of the row. */
function missingIn(section: SectionName, subject: string, diagnostics: Diagnostics): (key: string, ref: string) => void {
  let told: Set<string> | null = null
  return (key, ref) => {
    if (told?.has(ref)) return
    told ??= new Set()
    told.add(ref)
    diagnostics.warn('reference-missing', { subject, params: { section, key, ref } }, 'left-out')
  }
}

function heldIn(doc: OrgDoc, refs: RoleRefs, diagnostics: Diagnostics): Held {
  const grants = doc.grants ?? []
  return heldOf(doc, grants, 0, grants.length, refs, diagnostics)
}

/** What the grants from `start` to before `end` give to whom. */
function heldOf(doc: OrgDoc, grants: readonly Grant[], start: number, end: number, refs: RoleRefs, diagnostics: Diagnostics): Held {
  let length = 0
  for (let at = start; at < end; at++) length += refs.sources((grants[at] as Grant).role).length
  const [role, grant] = [new Int32Array(length), new Int32Array(length)]
  const agreement = new Map<number, readonly number[]>()
  let line = 0
  for (let at = start; at < end; at++) {
    const one = grants[at] as Grant
    const missing = missingIn('grants', one.id, diagnostics)
    const holders = refs.sources(one.role)
    if (holders.length === 0) missing('role', one.role)
    role.set(holders, line)
    grant.fill(at, line, line + holders.length)
    for (let k = 0; k < holders.length && one.requiresAgreementOf?.length; k++) {
      const agreeing = agreementOf(doc, one.requiresAgreementOf, holders[k] as number, refs, missing)
      if (agreeing.length > 0) agreement.set(line + k, agreeing)
    }
    line += holders.length
  }
  return { length, role, grant, agreement }
}

/** Only the grants between the first and the last that changed are resolved; the same columns where they give the same to the same. */
function heldAfter({ doc: { grants: old = [] }, held }: Org, doc: OrgDoc, refs: RoleRefs, diagnostics: Diagnostics): Held {
  const grants = doc.grants ?? []
  const shorter = Math.min(old.length, grants.length)
  let first = 0
  while (first < shorter && givesAlike(old[first], grants[first])) first++
  let same = 0
  while (same < shorter - first && givesAlike(old[old.length - 1 - same], grants[grants.length - 1 - same])) same++
  if (first + same === old.length && old.length === grants.length) return held
  const [from, to] = [lineOf(held, first), lineOf(held, old.length - same)]
  const changed = heldOf(doc, grants, first, grants.length - same, refs, diagnostics)
  const later = grants.length - old.length
  const shift = changed.length - (to - from)
  const spliced = (before: Int32Array, middle: Int32Array) => {
    const column = new Int32Array(before.length + shift)
    column.set(before.subarray(0, from))
    column.set(middle, from)
    column.set(before.subarray(to), from + middle.length)
    return column
  }
  const grant = spliced(held.grant, changed.grant)
  if (later !== 0) for (let line = from + changed.length; line < grant.length; line++) grant[line] = (grant[line] as number) + later
  const agreement = new Map<number, readonly number[]>()
  for (const [line, roles] of held.agreement) if (line < from) agreement.set(line, roles)
  for (const [line, roles] of changed.agreement) agreement.set(from + line, roles)
  for (const [line, roles] of held.agreement) if (line >= to) agreement.set(line + shift, roles)
  return { length: held.length + shift, role: spliced(held.role, changed.role), grant, agreement }
}

/** To the same roles, with the same agreement, whatever else is in them. */
const givesAlike = (a: Grant | undefined, b: Grant | undefined): boolean =>
  a === b || (a?.role === b?.role && a?.requiresAgreementOf === b?.requiresAgreementOf)

/** The first line of a grant or of one after it. */
function lineOf({ grant, length }: Held, at: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((grant[middle] as number) < at) low = middle + 1
    else high = middle
  }
  return low
}

function agreementOf(
  doc: OrgDoc,
  asked: readonly RoleRef[],
  role: number,
  refs: RoleRefs,
  missing: (key: string, ref: string) => void,
): readonly number[] {
  const found = new Set<number>()
  for (const ref of asked) {
    const target = refs.target(ref, role)
    if (target === undefined) missing('requiresAgreementOf', ref)
    else if (target !== role) found.add(target)
  }
  return [...found].sort((a, b) => byCodeUnit(idOf({ doc }, a), idOf({ doc }, b)))
}

function openRoutes(doc: OrgDoc, refs: RoleRefs, diagnostics: Diagnostics): readonly OpenRoute[] {
  return (doc.routes ?? []).flatMap((route) => {
    const missing = missingIn('routes', route.id, diagnostics)
    const sources = refs.sources(route.from)
    if (sources.length === 0) missing('from', route.from)
    return [...sources].flatMap((from) => {
      const to = refs.target(route.to, from)
      if (to === undefined) missing('to', route.to)
      return to === undefined || to === from ? [] : [{ route, from, to }]
    })
  })
}

/** For each issue type who owns its policy: everywhere the same role, or by title and so looked up from the entry role. */
function policyOwners(doc: OrgDoc, refs: RoleRefs, diagnostics: Diagnostics): Org['policyOwners'] {
  return (doc.issueTypes ?? []).map((issueType) => {
    const ref = issueType.policyOwner
    if (ref === undefined) return { kind: 'not known' }
    if (ref === null) return { kind: 'nobody' }
    const sources = refs.sources(ref)
    if (sources.length === 0) {
      diagnostics.warn(
        'reference-missing',
        { subject: issueType.id, params: { section: 'issueTypes', key: 'policyOwner', ref } },
        'left-out',
      )
      return { kind: 'not known' }
    }
    return sources.length === 1 ? { kind: 'role', role: sources[0] as number } : { kind: 'titled', roles: new Set(sources) }
  })
}
