// What is kept in the browser, and what keeping needs from it.
import type { Origin } from '../types'

/** Values under names; a change of several is made as a whole or not at all, and no other tab comes between. */
export interface Drawer {
  readonly read: (names: readonly string[]) => Promise<readonly unknown[]>
  /** `job` is handed what stands under `names` and gives what shall stand under any; undefined takes away. */
  readonly change: (names: readonly string[], job: (values: readonly unknown[]) => Readonly<Record<string, unknown>>) => Promise<void>
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
  /** The same, as soon as nobody waits for the page. */
  readonly whenIdle: (job: () => void) => () => void
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly freshId: () => string
  /** Speaks to the other tabs; what they say comes back by `heard`. */
  readonly tell: (message: Told) => void
}

/** One organisation in the drawer; its text and its view stand under names of their own. */
export interface Kept {
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** Goes up by one with every save, so that a tab sees that another one saved. */
  readonly revision: number
  readonly origin: Origin
  /** Characters of the text. */
  readonly size: number
  /** Of the text: two that differ are two texts. */
  readonly print: string
  /** A tab saved on top of this one without knowing it, and left it here. */
  readonly isFromOtherTab: boolean
}

/** What tabs say to one another. Never anything of the organisation but its number. */
export type Told =
  | { readonly kind: 'saved'; readonly id: string; readonly revision: number }
  | { readonly kind: 'listed' }
  | { readonly kind: 'forgotten' }
