// What an organisation is: the own format `headstand 1.0` as values (domain.md 2). Absent = not known, null = known to be none.
import type { Table } from '../base/table'

declare const brand: unique symbol
export type Id<Kind extends string> = string & { readonly [brand]: Kind }
export type RoleId = Id<'role'>
export type UnitId = Id<'unit'>
export type SegmentId = Id<'segment'>
export type TouchpointId = Id<'touchpoint'>
export type IssueTypeId = Id<'issueType'>
export type GrantId = Id<'grant'>
/** An id, or `title:Cashier`: every role with that title as a source, the nearest manager with it as a target. */
export type RoleRef = string

/** Keys we do not know travel with the entity they stand on. */
export interface Extra {
  readonly rest?: Readonly<Record<string, unknown>>
}

export interface Organization extends Extra {
  readonly id?: string
  readonly name?: string
  readonly currency?: string
  /** Days that every volume in the file is counted over. */
  readonly periodDays: number
  readonly reportingLineOwnership?: 'stays' | 'moves'
}
export type Coverage = Readonly<Record<string, 'complete' | 'partial'>>

export interface Unit extends Extra {
  readonly id: UnitId
  readonly name?: string
  readonly parent?: UnitId | null
}
export interface Measure extends Extra {
  readonly id?: string
  readonly name?: string
  readonly kind?: 'result' | 'effect'
  readonly about?: {
    readonly touchpoints?: readonly string[]
    readonly issueTypes?: readonly string[]
    readonly segments?: readonly string[]
  }
  readonly controlledShare?: number
}
/** One box on the chart: a post, which may stand for several people (`headcount`). */
export interface Role extends Extra {
  readonly id: RoleId
  readonly title?: string | null
  readonly unit?: UnitId | null
  readonly reportsTo?: RoleId | null
  readonly headcount?: number | null
  readonly deputy?: readonly RoleRef[] | null
  readonly pay?: number | null
  readonly payBand?: { readonly min: number; readonly max: number } | null
  readonly payMidpoint?: number | null
  readonly tenureYears?: number | null
  readonly workload?: number | null
  readonly hourlyCost?: number | null
  /** Clock hours until a case handed to this role is acted on. */
  readonly responseHours?: number | null
  readonly escalationMinutes?: number | null
  readonly customerTime?: number | null
  readonly goSeeEveryDays?: number | null
  readonly promotesTo?: readonly RoleRef[] | null
  readonly measures?: readonly Measure[] | null
  readonly priorities?: readonly string[] | null
  readonly known?: readonly string[] | null
  readonly meetsCustomers?: boolean | null
  readonly residualAuthority?: boolean | null
  readonly engagement?: number | null
}
export interface Person extends Extra {
  readonly id: string
  readonly name?: string | null
  readonly role: RoleId
}
export interface Segment extends Extra {
  readonly id: SegmentId
  readonly name?: string
  readonly customers?: number | null
  readonly margin?: number | null
  readonly retention?: number | null
  readonly clv?: number | null
  readonly primary?: boolean
  readonly internal?: boolean
  readonly promiseHours?: number | null
  readonly channels?: readonly string[]
  readonly alternatives?: 'none' | 'some' | 'many'
  readonly effort?: string
}
export type StaffedBy = RoleRef | { readonly role: RoleRef; readonly share: number }
export interface Touchpoint extends Extra {
  readonly id: TouchpointId
  readonly name?: string
  readonly channel?: string | null
  readonly unit?: UnitId | null
  readonly staffedBy?: readonly StaffedBy[] | null
}
export interface SingleNeed extends Extra {
  readonly kind: string
  /** `"value"` = the value of this case. */
  readonly amount?: number | 'value' | null
  readonly policy?: string
  readonly system?: string
  readonly unit?: string
}
export interface AnyNeed extends Extra {
  readonly anyOf: readonly Need[]
}
export type Need = SingleNeed | AnyNeed
export type Values =
  | readonly { readonly amount: number; readonly share: number }[]
  | readonly { readonly from: number; readonly to: number; readonly share: number }[]
  | { readonly p50: number; readonly p90: number }
  | { readonly mean: number }
export interface IssueType extends Extra {
  readonly id: IssueTypeId
  readonly name?: string
  readonly needs?: readonly Need[] | null
  readonly values?: Values | null
  readonly touchMinutes?: number | null
  readonly apologyDue?: boolean | null
  readonly causedBy?: UnitId | null
  readonly policyOwner?: RoleRef | null
  readonly customerEffortMinutes?: number | null
}
export interface Scope {
  readonly issueTypes?: readonly string[] | null
  readonly segments?: readonly string[] | null
  readonly units?: readonly string[] | null
  readonly channels?: readonly string[] | null
}
export interface Grant extends Extra {
  readonly id: GrantId
  readonly role: RoleRef
  readonly kind: string
  readonly limit?: number | null
  readonly per?: string | null
  readonly policy?: string
  readonly system?: string
  readonly unit?: string
  readonly faultOf?: 'any' | 'own-unit' | readonly string[] | null
  readonly scope?: Scope | null
  /** Delegation level 1–7 (Management 3.0); 5 and more decides alone. */
  readonly level?: number | null
  readonly requiresAgreementOf?: readonly RoleRef[] | null
  readonly conditions?: string
  readonly source?: string
}
export interface Demand extends Extra {
  readonly id?: string
  readonly touchpoint: TouchpointId
  readonly segment?: SegmentId | null
  readonly issueType: IssueTypeId
  readonly perPeriod?: number | null
  readonly values?: Values | null
}
export interface Route extends Extra {
  readonly id: string
  readonly from: RoleRef
  readonly to: RoleRef
  readonly issueTypes?: readonly string[] | null
  readonly ownership?: 'stays' | 'moves'
}
export interface FeedbackChannel extends Extra {
  readonly id: string
  readonly from: RoleRef
  readonly to: RoleRef
  readonly everyDays?: number | null
  readonly delayDays?: number | null
  readonly twoWay?: boolean
  readonly issueTypes?: readonly string[] | null
}
export interface Boundary extends Extra {
  readonly id?: string
  readonly text?: string
  readonly issueTypes?: readonly string[] | null
  readonly segments?: readonly string[] | null
}
export interface Strategy extends Extra {
  readonly priorities?: readonly string[] | null
  readonly boundaries?: readonly Boundary[] | null
  readonly discountRate?: number | null
  readonly lossIf?: { readonly escalated?: number; readonly unresolved?: number } | null
}
export interface Accepted extends Extra {
  readonly code: string
  readonly subject: unknown
  readonly because: string
  readonly by?: string
  readonly until?: string
}

/** What is saved. A list that is undefined is not known; an empty one is known to be empty. */
export interface OrgDoc extends Extra {
  readonly organization: Organization
  readonly coverage: Coverage
  readonly units: readonly Unit[]
  readonly roles: Table<Role>
  readonly people?: Table<Person>
  readonly segments?: readonly Segment[]
  readonly touchpoints?: readonly Touchpoint[]
  readonly issueTypes?: readonly IssueType[]
  readonly demand?: Table<Demand>
  readonly grants?: readonly Grant[]
  readonly routes?: readonly Route[]
  readonly feedback?: readonly FeedbackChannel[]
  readonly strategy?: Strategy
  readonly thresholds?: Readonly<Record<string, number>>
  readonly accepted?: readonly Accepted[]
}

/** The tree by role index, in order of first appearance. -1 = nobody. */
export interface Structure {
  readonly parent: Int32Array
  readonly firstChild: Int32Array
  readonly nextSibling: Int32Array
  /** Steps from the top; a top has 0. */
  readonly depth: Int32Array
  /** Every role once, managers before their reports, siblings in order. */
  readonly preorder: Int32Array
  /** Roles in the branch, the role itself included. */
  readonly branchSize: Int32Array
  readonly tops: Int32Array
  readonly layers: number
  /** 1 = meets customers, others 1 + the fewest reporting-line steps to such a role; -1 = no line to a customer, or nobody known to meet any. */
  readonly distance: Int32Array
}

/** Who staffs which touchpoint, those of one in order of role id. */
export interface Staffing {
  /** Where the staff of each touchpoint begins; the last says where all end. */
  readonly start: Int32Array
  readonly role: Int32Array
  /** Of the touchpoint's contacts; the shares of a touchpoint sum to 1. */
  readonly share: Float64Array
}

/**
 * Who meets what: one line an (entry role × demand row), rows of several staff split between them (domain.md 3.1, 3.6), rows alike in
 * touchpoint, segment, issue type and values taken as one. In canonical order (row id, then role id), so that sums do not depend on the file's order.
 */
export interface Contacts {
  readonly length: number
  readonly role: Int32Array
  readonly touchpoint: Int32Array
  /** -1 = the row does not say */
  readonly segment: Int32Array
  readonly issueType: Int32Array
  /** Contacts a period; where the file has no demand each (touchpoint × issue type) weighs 1. */
  readonly weight: Float64Array
  /** Index into `doc.demand`, of several rows alike the first by id; -1 where the file has no demand. */
  readonly row: Int32Array
  /** Index of the boundary that puts the line out of scope, or -1. */
  readonly boundary: Int32Array
  /** False where the file has no demand: weights are then no contacts. */
  readonly areCounted: boolean
}

/** Grants at roles, references resolved: one line a (grant × holder), grants in the document's order, then holders by index. */
export interface Held {
  readonly length: number
  readonly role: Int32Array
  /** Index into `doc.grants`. */
  readonly grant: Int32Array
  /** Lines that need agreement: the roles that must agree, by index, in order of id. */
  readonly agreement: ReadonlyMap<number, readonly number[]>
}
/** One line of it (`heldAt`). */
export interface HeldGrant {
  readonly grant: Grant
  readonly role: number
  /** Roles that must agree, by index, in order of id. */
  readonly agreement: readonly number[]
}
/** A route between two roles, references resolved, routes to oneself left out. */
export interface OpenRoute {
  readonly route: Route
  readonly from: number
  readonly to: number
}

/** Who owns the policy of an issue type; `titled`: the nearest of these up the line from the entry role. */
export type PolicyOwner =
  | { readonly kind: 'role'; readonly role: number }
  | { readonly kind: 'titled'; readonly roles: ReadonlySet<number> }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'not known' }

/**
 * A document validated and indexed; plain data, never saved. Past `buildOrg` these invariants hold. Which role an id means is read off the
 * document (`idOf`, `roleAt` in roles.ts).
 */
export interface Org {
  readonly doc: OrgDoc
  readonly structure: Structure
  readonly segmentAt: ReadonlyMap<string, number>
  readonly touchpointAt: ReadonlyMap<string, number>
  readonly issueTypeAt: ReadonlyMap<string, number>
  readonly held: Held
  readonly routes: readonly OpenRoute[]
  readonly contacts: Contacts
  /** By issue type. */
  readonly policyOwners: readonly PolicyOwner[]
}

// ---- reading ------------------------------------------------------------------------------------------------------------------

export type SectionName =
  | 'units'
  | 'roles'
  | 'people'
  | 'segments'
  | 'touchpoints'
  | 'issueTypes'
  | 'demand'
  | 'grants'
  | 'routes'
  | 'feedback'

/** Rows as they were read, unchecked; `at` gives their row numbers in the file (1-based), else their place in the list. */
export interface DraftSection {
  readonly rows: readonly unknown[]
  readonly at?: readonly number[]
}
/** A row of a file's `people`: somebody in a role of the file, or a box of their own. */
export type PersonRow = Partial<Role> & { readonly id: string; readonly name?: string | null; readonly role?: string }

/** A value that is not what its field is, and counts as not known; or one that is odd, and is kept. */
export interface CellFault {
  readonly key: string
  readonly expected: string
  /** A number out of bounds, and the bounds. */
  readonly seen?: Readonly<Record<'value' | 'min' | 'max', string | number>>
}
export interface RowFault extends CellFault {
  /** 1-based */
  readonly row: number
  readonly subject?: string
}
/** Rows that were checked while they were read into columns; none is left out. */
export interface DraftTable<Row> {
  readonly table: Table<Row>
  readonly faults: readonly RowFault[]
}

/** What one file says, before anything is believed. Drafts add up. */
export interface Draft {
  readonly file: string
  readonly sections: { readonly [S in SectionName]?: DraftSection }
  /** Sections of large files that came as columns; they are not among `sections`. */
  readonly tables?: {
    readonly roles?: DraftTable<Role>
    readonly people?: DraftTable<PersonRow>
    readonly demand?: DraftTable<Demand>
  }
  /** organization, coverage, strategy, thresholds, accepted … and keys we do not know. */
  readonly whole: Readonly<Record<string, unknown>>
}

export type Severity = 'error' | 'warning' | 'note'
export interface Place {
  readonly file?: string
  /** 1-based */
  readonly row?: number
  readonly line?: number
  readonly column?: number
  /** The id or name it is about. */
  readonly subject?: string
  /** What is particular here: the manager that is missing, the key that is not a number … */
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>
}
/** One kind of problem and all its places. Words live in the catalogue: `diagnostic.<code>` and `done.<done>`. */
export interface Diagnostic {
  readonly code: string
  readonly severity: Severity
  readonly places: readonly Place[]
  /** What was done about it, as a code. */
  readonly done?: string
}
