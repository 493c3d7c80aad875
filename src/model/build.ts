// Drafts become a document, a document becomes an Org: validated and indexed, with every problem collected, not the first.
//
//   drafts ─ check rows ─► people become roles ─► sound hierarchy ─► units, ids, values ─► OrgDoc ─ resolve references, index ─► Org
import { byCodeUnit } from '../base/order'
import { type CellKind, cellAt, rowAt, type TableSpec, tableOf } from '../base/table'
import { contactsOf, staffingOf } from './contacts'
import { Diagnostics } from './diagnostics'
import { type Checked, checkDrafts } from './drafts'
import { demand as demandShape, role as roleShape } from './format'
import { nameOf, soundHierarchy } from './hierarchy'
import { withUniqueIds } from './ids'
import { type PersonRow, rolesOfPeople } from './people'
import { idOf } from './roles'
import type { Fields, JsonSchema, Shape } from './shape'
import { parentOf, structureOf } from './structure'
import { RoleRefs } from './titles'
import type {
  Demand,
  Diagnostic,
  Draft,
  Held,
  IssueType,
  OpenRoute,
  Org,
  Organization,
  OrgDoc,
  Person,
  Role,
  RoleRef,
  SectionName,
  Staffing,
  Unit,
  UnitId,
} from './types'
import { soundValues } from './values'

export interface Built {
  /** null where there is no role at all. */
  readonly org: Org | null
  readonly diagnostics: readonly Diagnostic[]
}
export interface BuildOptions {
  /** Off: one box a person (domain.md 2.3, "People become roles"). */
  readonly isGrouped?: boolean
}

/** One organisation from what several files say; the order of the files and of their rows changes no result. Never throws for bad data. */
export function buildOrg(drafts: readonly Draft[], options: BuildOptions = {}): Built {
  const diagnostics = new Diagnostics()
  const doc = docOf(drafts, options.isGrouped ?? true, diagnostics)
  if (doc.roles.length === 0) {
    const file = drafts[0]?.file
    diagnostics.error('not-an-organisation', { ...(file === undefined ? {} : { file }), params: { seen: 'nobody' } })
    return { org: null, diagnostics: diagnostics.list() }
  }
  const org = index(doc, diagnostics)
  return { org, diagnostics: diagnostics.list() }
}

/** The Org of a document that was built before and since edited: references are resolved anew, nothing is repaired. */
export function orgOf(doc: OrgDoc): { readonly org: Org; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics = new Diagnostics()
  const org = index(doc, diagnostics)
  return { org, diagnostics: diagnostics.list() }
}

const DEFAULT_PERIOD_DAYS = 30

function docOf(drafts: readonly Draft[], isGrouped: boolean, diagnostics: Diagnostics): OrgDoc {
  const { sections, whole, rest } = checkDrafts(drafts, diagnostics)
  const rows = <T>(name: SectionName) => sections[name] as readonly Checked<T>[] | undefined
  const values = <T>(name: SectionName, prefix: string) => {
    const found = rows<T & { readonly id?: string }>(name)
    return found && withUniqueIds(prefix, found, diagnostics).map((row) => row.value)
  }
  const fromPeople = rolesOfPeople(withUniqueIds('person', rows<PersonRow>('people') ?? [], diagnostics), isGrouped)
  const boxes = withUniqueIds<Role>('role', [...(rows<Role>('roles') ?? []), ...fromPeople.roles], diagnostics) as readonly Checked<Role>[]
  const roles = soundHierarchy(boxes, fromPeople.aliases, diagnostics)
  const people = rows('people') ? peopleOf(fromPeople.people, roles, diagnostics) : undefined
  const demand = values<Demand>('demand', 'd')?.map((row) => soundValues(row, 'demand', diagnostics))
  const given = <K extends string>(key: K, value: unknown) => (value === undefined ? {} : ({ [key]: value } as Record<K, never>))
  return {
    organization: { periodDays: DEFAULT_PERIOD_DAYS, ...(whole.organization as Partial<Organization> | undefined) },
    coverage: (whole.coverage as OrgDoc['coverage'] | undefined) ?? {},
    units: unitsOf(values<Unit>('units', 'unit') ?? [], roles),
    roles: tableOf(roleSpec, roles),
    ...given('people', people && tableOf(PERSON_COLUMNS, people)),
    ...given('segments', values('segments', 'segment')),
    ...given('touchpoints', values('touchpoints', 'touchpoint')),
    ...given(
      'issueTypes',
      values<IssueType>('issueTypes', 'issue')?.map((row) => soundValues(row, 'issueTypes', diagnostics)),
    ),
    ...given('demand', demand && tableOf(demandSpec, demand)),
    ...given('grants', values('grants', 'grant')),
    ...given('routes', values('routes', 'route')),
    ...given('feedback', values('feedback', 'channel')),
    ...given('strategy', whole.strategy),
    ...given('thresholds', whole.thresholds),
    ...given('accepted', whole.accepted),
    ...(Object.keys(rest).length > 0 ? { rest } : {}),
  }
}

/** Units that roles name and no list defines are units by that name. */
function unitsOf(units: readonly Unit[], roles: readonly Role[]): readonly Unit[] {
  const known = new Set<string>(units.map((unit) => unit.id))
  const added: Unit[] = []
  for (const { unit } of roles) {
    if (unit === undefined || unit === null || known.has(unit)) continue
    known.add(unit)
    added.push({ id: unit as UnitId, name: unit })
  }
  return added.length > 0 ? [...units, ...added] : units
}

function peopleOf(people: readonly Person[], roles: readonly Role[], diagnostics: Diagnostics): readonly Person[] {
  const known = new Set<string>(roles.map((role) => role.id))
  return people.filter(({ id, role }) => {
    if (known.has(role)) return true
    diagnostics.warn('reference-missing', { subject: id, params: { section: 'people', key: 'role', ref: role } }, 'left-out')
    return false
  })
}

/** What a cell of a field is, by its shape: numbers and texts have columns of their own. */
function kindOf({ schema }: Shape<unknown>): CellKind {
  const { type } = (Array.isArray(schema.anyOf) ? schema.anyOf[0] : schema) as JsonSchema
  return type === 'number' ? 'number' : type === 'string' ? 'text' : 'value'
}
const specOf = <Row>(fields: Fields) =>
  Object.fromEntries([
    ...Object.entries(fields).map(([key, shape]) => [key, kindOf(shape)]),
    ['id', 'name'],
    ['rest', 'value'],
  ]) as unknown as TableSpec<Row>
export const PERSON_COLUMNS: TableSpec<Person> = { id: 'name', name: 'text', role: 'text', rest: 'value' }
const roleSpec = specOf<Role>(roleShape.fields)
const demandSpec = specOf<Demand>(demandShape.fields)

function index(doc: OrgDoc, diagnostics: Diagnostics): Org {
  const at = {
    touchpoint: indexOf(doc.touchpoints),
    segment: indexOf(doc.segments),
    issueType: indexOf(doc.issueTypes),
  }
  const parent = parentOf(doc)
  const refs = new RoleRefs(doc, parent)
  const staffing = staffingOf(doc, refs, diagnostics)
  tellResiduals(doc, parent, diagnostics)
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

function indexOf(rows: readonly { readonly id: string }[] = []): ReadonlyMap<string, number> {
  return new Map(rows.map(({ id }, i) => [id, i]))
}

/** Roles known to meet customers. */
function meetingIn({ roles }: OrgDoc, staffing: Staffing): ReadonlySet<number> {
  const meeting = new Set<number>()
  for (const staff of staffing) if (staff) for (const { role } of staff) meeting.add(role)
  if (roles.columns.meetsCustomers.kind !== 'absent')
    for (let i = 0; i < roles.length; i++) if (cellAt(roles, 'meetsCustomers', i) === true) meeting.add(i)
  return meeting
}

/** Only a top can hold what is not delegated. */
function tellResiduals({ roles }: OrgDoc, parent: Int32Array, diagnostics: Diagnostics): void {
  if (roles.columns.residualAuthority.kind === 'absent') return
  for (let i = 0; i < roles.length; i++) {
    if (cellAt(roles, 'residualAuthority', i) !== true || (parent[i] as number) < 0) continue
    const role = rowAt(roles, i)
    diagnostics.warn('residual-below-top', { subject: role.id, params: { who: nameOf(role) } }, 'left-out')
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
  const holders = grants.map((grant) => refs.sources(grant.role))
  const length = holders.reduce((sum, roles) => sum + roles.length, 0)
  const [role, grant] = [new Int32Array(length), new Int32Array(length)]
  const agreement = new Map<number, readonly number[]>()
  let line = 0
  for (const [at, one] of grants.entries()) {
    const roles = holders[at] as ArrayLike<number> & Iterable<number>
    const missing = missingIn('grants', one.id, diagnostics)
    if (roles.length === 0) missing('role', one.role)
    for (const holder of roles) {
      role[line] = holder
      grant[line] = at
      if (one.requiresAgreementOf?.length) {
        const agreeing = agreementOf(doc, one.requiresAgreementOf, holder, refs, missing)
        if (agreeing.length > 0) agreement.set(line, agreeing)
      }
      line++
    }
  }
  return { length, role, grant, agreement }
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
