// What the page holds, in three slices by how long it lives. Nothing here can be derived from something else here.

import type { CaseRef, Figure } from '../analysis/types'
import type { Language } from '../i18n/words'
import type { Corrections, Understood } from '../import/understood'
import type { FlipOrder, Layout, Orientation } from '../layout/types'
import type { Edit } from '../model/edits/edit'
import type { Diagnostic, Org, OrgDoc, RoleId } from '../model/types'
import type { ReadFile, ReadProgress } from '../worker/read'
import type { History } from './history'
import type { Kept } from './keeping/types'
import type { Stand } from './turning'

/** Where the organisation came from. */
export type Origin = { readonly kind: 'sample'; readonly name: string } | { readonly kind: 'files'; readonly names: readonly string[] }

/** Lives with the file; undo works on it. */
export interface Workbook {
  readonly history: History | null
  readonly origin: Origin | null
}

/** What the panel tells of; the chart rings it or follows it. */
export type Topic =
  | { readonly kind: 'role'; readonly role: RoleId }
  | { readonly kind: 'segment'; readonly segment: string }
  | { readonly kind: 'issue'; readonly issueType: string }
  /** A card of the list, open in its place. `issueType` is '' where the card is about the role alone. */
  | { readonly kind: 'card'; readonly role: RoleId; readonly issueType: string }
  /** `upTo`: the stop the reader has stepped to; null = the whole walk. */
  | { readonly kind: 'case'; readonly of: CaseRef; readonly by: 'route' | 'chart'; readonly upTo: number | null }
  | { readonly kind: 'way'; readonly from: RoleId; readonly to: RoleId }
  | { readonly kind: 'why'; readonly figure: Figure }
  /** All totals, read aloud. */
  | { readonly kind: 'totals' }
  /** Whose rules stand in the way. */
  | { readonly kind: 'roadblocks' }
  /** What counts as much, first for the rule of this code; '' = from the beginning. */
  | { readonly kind: 'thresholds'; readonly code: string }
export type ThemeChoice = 'system' | 'light' | 'dark'

/** How it is looked at; no undo. */
export interface View {
  readonly orientation: Orientation
  readonly order: FlipOrder
  readonly isBoth: boolean
  /** Id of what is laid over the chart (`scene/overlays`). */
  readonly overlay: string
  readonly folded: ReadonlySet<RoleId>
  readonly unstacked: ReadonlySet<RoleId>
  /** What was asked, one thing leading to the next; the last is shown, going back drops it. Empty: the list of findings. */
  readonly trail: readonly Topic[]
  readonly theme: ThemeChoice
  readonly language: Language
  readonly isPanelOpen: boolean
  /** Two charts need the page: beside both the panel is away until it is asked for. */
  readonly isPanelOpenBesideBoth: boolean
  /** On a narrow page the panel is a sheet: low, or most of the page. */
  readonly isSheetTall: boolean
  /** The roles as a list at the left, beside the picture. */
  readonly isOutlineOpen: boolean
  /** A small map of the whole chart, while only part of it is on the page. */
  readonly isMapShown: boolean
}

/** Something the page says, until it is put away. Keys and parameters, as everywhere. */
export interface Notice {
  readonly tone: 'good' | 'calm' | 'bad'
  readonly key: string
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>
  /** What is wrong in a file, said below the sentence. */
  readonly diagnostics?: readonly Diagnostic[]
  readonly offersUndo?: boolean
  /** What the reader is offered to do about it; `NoticeBoard` knows how. */
  readonly action?: NoticeAction
  /** Gives up what it tells of, while that is going on. */
  readonly cancel?: () => void
}
export type NoticeAction = 'reread' | 'download' | 'showOther' | 'putBack' | 'forgetAll'
/** Whether what is on the page is in the browser's own store: `off` = there is nothing of the reader's to keep, or none may be. */
export type Keeping = 'off' | 'saving' | 'kept' | 'full' | 'missing'
export interface Reading {
  readonly names: readonly string[]
  readonly progress: ReadProgress | null
  readonly cancel: () => void
}

/** Files that are looked at before they are opened; what is on the page stays as it is meanwhile. */
export interface Importing {
  readonly files: readonly ImportingFile[]
  /** What they make together; null where only powers are read and nobody is open to have them. */
  readonly org: Org | null
  /** Of the conventional chart, where it was made on the way. */
  readonly layout: Layout | null
  readonly diagnostics: readonly Diagnostic[]
  /** `open`: what is read is added to the organisation on the page, as one change. `none`: it is that organisation already. */
  readonly goes: 'new' | 'open' | 'none'
  /** Read again with what was corrected. */
  readonly again: { readonly progress: ReadProgress | null } | null
  /** The last correction made no organisation, for these reasons, and was taken back. */
  readonly refused: readonly Diagnostic[] | null
}
export interface ImportingFile extends ReadFile {
  readonly corrections: Corrections
  /** Null where it could not be read. */
  readonly understood: Understood | null
  /** It was read as files with these columns were corrected the last time. */
  readonly isRemembered: boolean
}

/** The story on the whole screen. */
export interface Presenting {
  readonly step: number
  /** The step before; until the turn from it is half done, its words are those that go. */
  readonly cameFrom?: number
  readonly isBlank: boolean
  /** Names of people and pay: hidden from the room until somebody asks. */
  readonly areNamesShown: boolean
  /** How it was looked at before; given back afterwards. */
  readonly before: View
}

/** Changes tried on a copy before they are made: nothing of it is in the document or its history, and nothing is kept. */
export interface Trial {
  /** Tried until they are made or let go. */
  readonly chosen: readonly Edit[]
  /** The same with what is pointed at, while it is; null = nothing is. */
  readonly glanced: readonly Edit[] | null
}

/** Until the page is left. */
export interface Session {
  readonly diagnostics: readonly Diagnostic[]
  readonly areDiagnosticsOpen: boolean
  readonly reading: Reading | null
  readonly importing: Importing | null
  readonly notice: Notice | null
  readonly stand: Stand
  /** Role under the pointer; -1 = none. */
  readonly pointed: number
  /** Role where the keyboard is; -1 = none. */
  readonly focused: number
  readonly isFirstVisit: boolean
  readonly isMotionReduced: boolean
  /** The page is as narrow as a phone. */
  readonly isNarrow: boolean
  /** What the platform prefers; the theme follows it while it is left to the system. */
  readonly prefersDark: boolean
  /** As `2026-11-22`, where the reader is; what was accepted until a day before is a finding again. */
  readonly today: string | undefined
  readonly presenting: Presenting | null
  readonly trial: Trial | null
  readonly areKeysShown: boolean
  readonly isExportShown: boolean
  /** How the last file was asked for, in the export dialog's own terms; null = never. */
  readonly exportChoices: Readonly<Record<string, unknown>> | null
  readonly keeping: Keeping
  /** What is kept in this browser, the last one used first. */
  readonly recent: readonly Kept[]
  /** Counts organisations opened, so that the chart knows a new one from a changed one. */
  readonly opened: number
  /** Of a large organisation the document that was counted last; what is on the page may be a few edits further. */
  readonly counted: OrgDoc | null
}

export interface AppState {
  readonly workbook: Workbook
  readonly view: View
  readonly session: Session
}
