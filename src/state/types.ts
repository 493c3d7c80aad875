// What the page holds, in three slices by how long it lives. Nothing here can be derived from something else here.

import type { Language } from '../i18n/words'
import type { FlipOrder, Orientation } from '../layout/types'
import type { Diagnostic, OrgDoc, RoleId } from '../model/types'
import type { ReadProgress } from '../worker/read'
import type { History } from './history'
import type { Stand } from './turning'

/** Where the organisation came from. */
export type Origin = { readonly kind: 'sample'; readonly name: string } | { readonly kind: 'files'; readonly names: readonly string[] }

/** Lives with the file; undo works on it. */
export interface Workbook {
  readonly history: History | null
  readonly origin: Origin | null
}

export type Selection = { readonly kind: 'role'; readonly role: RoleId } | null
export type ThemeChoice = 'system' | 'light' | 'dark'

/** How it is looked at; no undo. */
export interface View {
  readonly orientation: Orientation
  readonly order: FlipOrder
  readonly isBoth: boolean
  readonly folded: ReadonlySet<RoleId>
  readonly unstacked: ReadonlySet<RoleId>
  readonly selection: Selection
  /** The panel shows the cards of this role only. */
  readonly cardsOf: RoleId | null
  /** Key of the card that is open in the panel. */
  readonly openCard: string | null
  readonly theme: ThemeChoice
  readonly language: Language
  readonly isPanelOpen: boolean
  /** Two charts need the page: beside both the panel is away until it is asked for. */
  readonly isPanelOpenBesideBoth: boolean
  /** On a narrow page the panel is a sheet: low, or most of the page. */
  readonly isSheetTall: boolean
}

/** Something the page says, until it is put away. Keys and parameters, as everywhere. */
export interface Notice {
  readonly tone: 'good' | 'bad'
  readonly key: string
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>
  /** What is wrong in a file, said below the sentence. */
  readonly diagnostics?: readonly Diagnostic[]
  readonly offersUndo?: boolean
}
export interface Reading {
  readonly names: readonly string[]
  readonly progress: ReadProgress | null
  readonly cancel: () => void
}

/** Until the page is left. */
export interface Session {
  readonly diagnostics: readonly Diagnostic[]
  readonly areDiagnosticsOpen: boolean
  readonly reading: Reading | null
  readonly notice: Notice | null
  readonly stand: Stand
  /** Role under the pointer; -1 = none. */
  readonly pointed: number
  /** Role where the keyboard is; -1 = none. */
  readonly focused: number
  readonly isFirstVisit: boolean
  readonly isMotionReduced: boolean
  /** What the platform prefers; the theme follows it while it is left to the system. */
  readonly prefersDark: boolean
  /** Counts organisations opened, so that the chart knows a new one from a changed one. */
  readonly opened: number
}

export interface AppState {
  readonly workbook: Workbook
  readonly view: View
  readonly session: Session
}

export type Opened = { readonly doc: OrgDoc; readonly diagnostics: readonly Diagnostic[] }
