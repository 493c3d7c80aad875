// Changes as plain data: the one door through which a document changes (undo, remedies, scenarios, minutes all speak it).
import type { Grant, OrgDoc, Route } from '../types'

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
export type Edit = GrantEdit | LimitEdit | RouteEdit

/** What a file in this folder exports, named for its kind. */
export interface EditKind<E extends Edit> {
  readonly kind: E['kind']
  /** A code of `edit.<code>` in the catalogue where the edit cannot be applied, else null. */
  readonly validate: (doc: OrgDoc, edit: E) => string | null
  readonly apply: (doc: OrgDoc, edit: E) => OrgDoc
}
