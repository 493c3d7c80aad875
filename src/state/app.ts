// The store and its doors. `apply` (doors/changing.ts) is the only one through which a document changes.
import { createStore, type StoreApi } from 'zustand/vanilla'
import { SHOWN_FIRST } from '../scene/overlays'
import type { Looked } from '../worker/looked'
import type { Opened } from '../worker/opening'
import type { ReadFile, ReadProgress } from '../worker/read'
import { arranging } from './doors/arranging'
import { asking } from './doors/asking'
import { changing } from './doors/changing'
import { folding } from './doors/folding'
import { importing } from './doors/importing'
import { keeping } from './doors/keeping'
import { opening } from './doors/opening'
import { presenting } from './doors/presenting'
import { readerOf } from './doors/reading'
import { searching } from './doors/searching'
import { toolsFor } from './doors/tools'
import { trying } from './doors/trying'
import { turning } from './doors/turning'
import type { KeepPort } from './keeping/types'
import type { SlicePort } from './slices'
import type { AppState, Session, View } from './types'

/** What the store needs from outside. */
export interface Ports {
  /** `looked`: how it will be looked at, so that the chart which is shown can be made first. */
  readonly read: (
    files: readonly ReadFile[],
    report: (progress: ReadProgress) => void,
    asked: { readonly looked: Looked; readonly today: string | undefined; readonly signal: AbortSignal },
  ) => Promise<Opened>
  readonly sample: (name: string) => Promise<ReadFile>
  /** Where the browser keeps things; without it nothing outlives the page. */
  readonly keep?: KeepPort
  /** The page's spare time; without it what takes long is done at once. */
  readonly slices?: SlicePort
}
export interface App extends Actions {
  readonly store: StoreApi<AppState>
}
export type Actions = ReturnType<typeof actionsOn>

export function createApp(ports: Ports, initial: Partial<Session & View> = {}): App {
  const store = createStore<AppState>(() => initialState(initial))
  return { store, ...actionsOn(store, ports) }
}

function actionsOn(store: StoreApi<AppState>, ports: Ports) {
  const tools = toolsFor(store, ports)
  const reader = readerOf(tools)
  const change = changing(tools)
  return {
    ...arranging(tools),
    ...asking(tools),
    ...change,
    ...folding(tools),
    ...importing(tools, reader, change.apply),
    ...keeping(tools, reader.read),
    ...opening(tools, reader.read),
    ...presenting(tools),
    ...searching(tools),
    ...trying(tools),
    ...turning(tools),
  }
}

export function initialState(given: Partial<Session & View> = {}): AppState {
  const view: View = {
    orientation: 'conventional',
    order: 'distance',
    isBoth: false,
    overlay: SHOWN_FIRST,
    folded: new Set(),
    unstacked: new Set(),
    trail: [],
    theme: 'system',
    language: 'en',
    isPanelOpen: true,
    isPanelOpenBesideBoth: false,
    isSheetTall: false,
    isOutlineOpen: false,
    isMapShown: true,
  }
  const at = { orientation: view.orientation, order: view.order, folded: new Set<number>(), unstacked: new Set<number>(), isGrouped: true }
  const session: Session = {
    diagnostics: [],
    areDiagnosticsOpen: false,
    reading: null,
    importing: null,
    notice: null,
    stand: { at, turning: null },
    pointed: -1,
    focused: -1,
    isFirstVisit: true,
    isMotionReduced: false,
    prefersDark: false,
    today: undefined,
    isNarrow: false,
    presenting: null,
    trial: null,
    areKeysShown: false,
    isExportShown: false,
    exportChoices: null,
    keeping: 'off',
    recent: [],
    opened: 0,
    counted: null,
  }
  return { workbook: { history: null, origin: null }, view: overlaid(view, given), session: overlaid(session, given) }
}

function overlaid<T extends object>(base: T, given: object): T {
  return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, (given as Record<string, unknown>)[key] ?? value])) as T
}
