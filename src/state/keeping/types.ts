// What is kept in the browser, and what keeping needs from it.
import type { Origin } from '../types'

/** Values under names. */
export interface Drawer {
  readonly names: () => Promise<readonly string[]>
  readonly read: (names: readonly string[]) => Promise<readonly unknown[]>
  /** All of it or nothing, handed over before it returns, so that a page may do it while it is left; undefined takes away. */
  readonly put: (values: Readonly<Record<string, unknown>>) => Promise<void>
  readonly clear: () => Promise<void>
}
/** A small thing kept beside the drawer, read without waiting. Never throws; what cannot be read is null. */
export interface Slip {
  readonly read: () => unknown
  /** null takes it away. */
  readonly write: (value: unknown) => void
}
export interface KeepPort {
  readonly drawer: Drawer
  /** How the page is liked, whatever is open: all tabs share it. */
  readonly preferences: Slip
  /** Which organisation this tab has open; another tab has its own. */
  readonly tab: Slip
  /** Calls once, `ms` later, unless what it returns is called before. */
  readonly later: (ms: number, job: () => void) => () => void
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly freshId: () => string
  /** Speaks to the other tabs; what they say comes back by `heard`. */
  readonly tell: (message: Told) => void
}

/**
 * One organisation in the drawer. Every save is a new entry, which takes away the one it was made from and no other: what another tab
 * made of the same one meanwhile stays beside it.
 */
export interface Kept {
  readonly id: string
  /** The same for all that were made from one another. */
  readonly line: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  readonly origin: Origin
  /** Characters of the text. */
  readonly size: number
  /** Of the text: two that differ are two texts. */
  readonly print: string
}
/** Where an organisation stands in the drawer. */
export type KeptRef = Pick<Kept, 'id' | 'line'>

/** What tabs say to one another. Never anything of the organisation but its number. */
export type Told =
  /** `over` is no longer there. */
  | { readonly kind: 'saved'; readonly id: string; readonly line: string; readonly over: readonly string[] }
  | { readonly kind: 'listed' }
  | { readonly kind: 'forgotten' }
