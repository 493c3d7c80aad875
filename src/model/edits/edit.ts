// Changes as plain data: the one door through which a document changes (undo, remedies, scenarios, minutes all speak it).
import type { ThresholdName } from '../thresholds'
import type {
  Accepted,
  Coverage,
  Demand,
  FeedbackChannel,
  Grant,
  IssueType,
  Measure,
  OrgDoc,
  RoleRef,
  Route,
  Segment,
  Touchpoint,
} from '../types'

/** Adds a grant, or replaces the one with the same id. */
export interface GrantEdit {
  readonly kind: 'grant'
  readonly grant: Omit<Grant, 'id'> & { readonly id?: string }
}
/** Changes the limit of one grant; null = no limit. */
export interface LimitEdit {
  readonly kind: 'limit'
  readonly grant: string
  readonly limit: number | null
}
/** Adds an escalation route, or replaces the one with the same id. */
export interface RouteEdit {
  readonly kind: 'route'
  readonly route: Omit<Route, 'id'> & { readonly id?: string }
}
/** Says of a role, or of all with a title, whether customers meet it. */
export interface MeetsEdit {
  readonly kind: 'meets'
  readonly role: RoleRef
  readonly meets: boolean
}
/** Adds a feedback channel, or replaces the one with the same id. */
export interface ChannelEdit {
  readonly kind: 'channel'
  readonly channel: Omit<FeedbackChannel, 'id'> & { readonly id?: string }
}
/** Measures a role by one thing more. */
export interface MeasureEdit {
  readonly kind: 'measure'
  readonly role: RoleRef
  readonly measure: Measure
}
/** Names a deputy for a role. */
export interface DeputyEdit {
  readonly kind: 'deputy'
  readonly role: RoleRef
  readonly deputy: RoleRef
}
/** Lets a role go and see customers every so many days; null = never. */
export interface GoSeeEdit {
  readonly kind: 'goSee'
  readonly role: RoleRef
  readonly everyDays: number | null
}
/** Adds what one file or one template brings beside the roles: rows, or replacements of those with the same ids. */
export interface AddEdit {
  readonly kind: 'add'
  /** What it is called in history: a file by its name, a template by its id (`template.<id>`). */
  readonly from: { readonly kind: 'file' | 'template'; readonly name: string }
  readonly rows: {
    readonly segments?: readonly Segment[]
    readonly touchpoints?: readonly Touchpoint[]
    readonly issueTypes?: readonly IssueType[]
    readonly demand?: readonly Demand[]
    readonly grants?: readonly Grant[]
    readonly routes?: readonly Route[]
    readonly feedback?: readonly FeedbackChannel[]
  }
  readonly coverage?: Coverage
}
/** The same at many places, as one step. */
export interface EachEdit {
  readonly kind: 'each'
  readonly edits: readonly Edit[]
}
/** Accepts findings, because …; `because: null` takes that back. */
export interface AcceptEdit {
  readonly kind: 'accept'
  readonly of: readonly Pick<Accepted, 'code' | 'subject'>[]
  readonly because: string | null
  readonly by?: string
  /** The last day, as `2026-11-22`. */
  readonly until?: string
}
/** Says what counts as much; null = what is usual. */
export interface ThresholdEdit {
  readonly kind: 'threshold'
  readonly name: ThresholdName
  readonly value: number | null
}
export type Edit =
  | GrantEdit
  | LimitEdit
  | RouteEdit
  | ChannelEdit
  | MeasureEdit
  | DeputyEdit
  | GoSeeEdit
  | MeetsEdit
  | AddEdit
  | EachEdit
  | AcceptEdit
  | ThresholdEdit

/** What a file in this folder exports, named for its kind. */
export interface EditKind<E extends Edit> {
  readonly kind: E['kind']
  /** A code of `edit.<code>` in the catalogue where the edit cannot be applied, else null. */
  readonly validate: (doc: OrgDoc, edit: E, every: EditDoor) => string | null
  readonly apply: (doc: OrgDoc, edit: E, every: EditDoor) => OrgDoc
}
/** An edit of whatever kind: for edits that hold others. */
export interface EditDoor {
  readonly validate: (doc: OrgDoc, edit: Edit) => string | null
  readonly apply: (doc: OrgDoc, edit: Edit) => OrgDoc
}
