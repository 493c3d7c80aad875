// The store and its doors. `apply` is the only one through which a document changes.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlipOrder, Orientation } from '../layout/types'
import { applyEdit, validateEdit } from '../model/edits/apply'
import type { Edit } from '../model/edits/edit'
import type { RoleId } from '../model/types'
import type { ReadFile, ReadOutput, ReadProgress } from '../worker/read'
import { Cancelled } from '../worker/rpc'
import { placingFor, selectBranch, selectDoc, selectIsFlipping, selectIsPanelOpen, selectOrg } from './derived'
import { begun, changed, redone, undone } from './history'
import { headedFor, scrubbed, stepped } from './turning'
import type { AppState, Notice, Origin, Session, ThemeChoice, View, Workbook } from './types'

/** What the store needs from outside. */
export interface Ports {
  readonly read: (files: readonly ReadFile[], report: (progress: ReadProgress) => void, signal: AbortSignal) => Promise<ReadOutput>
  readonly sample: (name: string) => Promise<ReadFile>
}
export interface App extends Actions {
  readonly store: StoreApi<AppState>
}
export type Actions = ReturnType<typeof actionsOn>

export function createApp(ports: Ports, initial: Partial<Session & View> = {}): App {
  const store = createStore<AppState>(() => initialState(initial))
  return { store, ...actionsOn(store, ports) }
}

export function initialState(given: Partial<Session & View> = {}): AppState {
  const view: View = {
    orientation: 'conventional',
    order: 'distance',
    isBoth: false,
    folded: new Set(),
    unstacked: new Set(),
    selection: null,
    cardsOf: null,
    openCard: null,
    theme: 'system',
    language: 'en',
    isPanelOpen: true,
    isPanelOpenBesideBoth: false,
    isSheetTall: false,
  }
  const at = { orientation: view.orientation, order: view.order, folded: new Set<number>(), unstacked: new Set<number>(), isGrouped: true }
  const session: Session = {
    diagnostics: [],
    areDiagnosticsOpen: false,
    reading: null,
    notice: null,
    stand: { at, turning: null },
    pointed: -1,
    focused: -1,
    isFirstVisit: true,
    isMotionReduced: false,
    prefersDark: false,
    opened: 0,
  }
  return { workbook: { history: null, origin: null }, view: overlaid(view, given), session: overlaid(session, given) }
}

function overlaid<T extends object>(base: T, given: object): T {
  return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, (given as Record<string, unknown>)[key] ?? value])) as T
}

function actionsOn(store: StoreApi<AppState>, ports: Ports) {
  const { getState: get, setState: set } = store
  const setWorkbook = (part: Partial<Workbook>) => set((s) => ({ workbook: { ...s.workbook, ...part } }))
  const setView = (part: Partial<View>) => set((s) => ({ view: { ...s.view, ...part } }))
  const setSession = (part: Partial<Session>) => set((s) => ({ session: { ...s.session, ...part } }))

  /** The page heads for what the view asks; at once where motion is reduced. */
  const follow = () =>
    set((s) => {
      const wanted = placingFor(s)
      const stand = s.session.isMotionReduced || s.view.isBoth ? { at: wanted, turning: null } : headedFor(s.session.stand, wanted)
      return { session: { ...s.session, stand } }
    })
  /** Good news has been heard once the reader goes on. */
  const goOn = () => {
    if (get().session.notice?.tone === 'good') setSession({ notice: null })
  }
  const look = (part: Partial<View>) => {
    goOn()
    setView(part)
    follow()
  }
  const opposite = (orientation: Orientation): Orientation => (orientation === 'flipped' ? 'conventional' : 'flipped')
  const toggled = <T>(set: ReadonlySet<T>, item: T) =>
    set.has(item) ? new Set([...set].filter((one) => one !== item)) : new Set([...set, item])

  const opened = ({ doc, diagnostics }: ReadOutput, origin: Origin) => {
    if (!doc) return
    setWorkbook({ history: begun(doc), origin })
    setView({ selection: null, cardsOf: null, openCard: null, isSheetTall: false, folded: new Set(), unstacked: new Set() })
    set((s) => ({
      session: {
        ...s.session,
        diagnostics,
        areDiagnosticsOpen: false,
        notice: null,
        opened: s.session.opened + 1,
        pointed: -1,
        focused: -1,
        stand: { at: placingFor(s), turning: null },
      },
    }))
  }
  /** Reads, and keeps what is there where nothing can be read. True where something was opened. */
  const read = async (files: readonly ReadFile[], origin: Origin): Promise<boolean> => {
    get().session.reading?.cancel()
    const controller = new AbortController()
    const names = files.map((file) => file.name)
    const reading = { names, progress: null, cancel: () => controller.abort() }
    setSession({ reading })
    const isCurrent = () => get().session.reading?.cancel === reading.cancel
    try {
      const output = await ports.read(
        files,
        (progress) => isCurrent() && setSession({ reading: { ...reading, progress } }),
        controller.signal,
      )
      if (output.doc) {
        opened(output, origin)
        const unread = output.diagnostics.filter((one) => one.severity === 'error')
        if (unread.length > 0) say({ tone: 'bad', key: 'page.read.partly', diagnostics: unread })
      }
      if (!output.doc) say({ tone: 'bad', key: 'page.read.failed', params: { names }, diagnostics: output.diagnostics })
      return output.doc !== null
    } catch (error) {
      if (error instanceof Cancelled) return false
      globalThis.reportError?.(error) // a fault of ours, or no memory left: the console is the place to look it up
      say({ tone: 'bad', key: 'page.read.broke', params: { names } })
      return false
    } finally {
      if (isCurrent()) setSession({ reading: null })
    }
  }
  const setPanelOpen = (isOpen: boolean) => setView(get().view.isBoth ? { isPanelOpenBesideBoth: isOpen } : { isPanelOpen: isOpen })
  const say = (notice: Notice) => setSession({ notice })

  return {
    say,
    hush: () => setSession({ notice: null }),
    /** Escape: what the page says is put away first, then the selection. */
    letGo() {
      if (get().session.notice) setSession({ notice: null })
      else setView({ selection: null, cardsOf: null, openCard: null })
    },

    /** All of them or none; one step for undo. */
    apply(edits: readonly Edit[]): boolean {
      const { history } = get().workbook
      if (!history) return false
      let doc = history.doc
      for (const edit of edits) {
        const problem = validateEdit(doc, edit)
        if (problem) {
          say({ tone: 'bad', key: `edit.${problem}` })
          return false
        }
        doc = applyEdit(doc, edit)
      }
      setWorkbook({ history: changed(history, edits, doc) })
      return true
    },
    undo() {
      const { history } = get().workbook
      if (!history) return
      setWorkbook({ history: undone(history) })
      if (get().session.notice?.offersUndo) setSession({ notice: null })
    },
    redo() {
      const { history } = get().workbook
      if (history) setWorkbook({ history: redone(history) })
    },

    show: (orientation: Orientation) => look({ orientation, isBoth: false }),
    showBoth: () => look({ isBoth: true, orientation: 'flipped' }),
    flip: () => look({ orientation: opposite(get().view.orientation), isBoth: false }),
    setOrder: (order: FlipOrder) => look({ order }),
    /** Folds or unfolds the branch below a role, or opens or closes the stack it stands for. */
    toggleBranch(id: RoleId) {
      const { folded, unstacked } = get().view
      const role = selectOrg(get())?.roleAt.get(id) ?? -1
      const does = selectBranch(get(), role)
      if (does === 'fold' || does === 'unfold') look({ folded: toggled(folded, id) })
      else if (does) look({ unstacked: toggled(unstacked, id) })
    },

    /** The clock's door: `ms` have passed. */
    step: (ms: number) => set((s) => ({ session: { ...s.session, stand: stepped(s.session.stand, placingFor(s), ms) } })),
    scrub(t: number) {
      set((s) => ({ session: { ...s.session, stand: scrubbed(s.session.stand, t) } }))
    },
    /** The hand lets go: in between it stays stopped, at an end the turn is over and the view says so. */
    release() {
      const { turning } = get().session.stand
      if (!turning || (turning.t > 0 && turning.t < 1)) return
      const at = turning.t <= 0 ? turning.from : turning.to
      setSession({ stand: { at, turning: null } })
      look({ orientation: at.orientation, order: at.order })
    },
    /** Space: stops a turn, and lets a stopped one go on to where it was bound. */
    holdOrGo() {
      const { stand } = get().session
      if (!stand.turning || !selectIsFlipping(get())) return
      if (stand.turning.heading === 'stopped') follow()
      else setSession({ stand: { ...stand, turning: { ...stand.turning, heading: 'stopped' } } })
    },

    /** On the chart: the panel then shows what is said of that role. */
    select(role: RoleId | null) {
      goOn()
      setView({ selection: role === null ? null : { kind: 'role', role }, cardsOf: role, openCard: null })
      if (role !== null && !selectIsFlipping(get())) setSession({ isFirstVisit: false })
    },
    /** In the panel: the chart then shows its role, and the other cards stay. */
    openCard(key: string, role: RoleId) {
      goOn()
      setView({ openCard: key, selection: { kind: 'role', role } })
    },
    closeCard: () => setView({ openCard: null, selection: null }),
    point: (role: number) => {
      if (get().session.pointed !== role) setSession({ pointed: role })
    },
    /** Where the keyboard is in the tree; -1 = elsewhere. */
    focusOn: (role: number) => {
      if (get().session.focused !== role) setSession({ focused: role })
    },
    setTheme: (theme: ThemeChoice) => setView({ theme }),
    /** The list is at the foot of the panel. */
    showDiagnostics() {
      setPanelOpen(true)
      setView({ isSheetTall: true })
      setSession({ isFirstVisit: false, areDiagnosticsOpen: true })
    },
    setDiagnosticsOpen: (areDiagnosticsOpen: boolean) => setSession({ areDiagnosticsOpen }),
    setSheetTall: (isSheetTall: boolean) => setView({ isSheetTall }),
    togglePanel: () => setPanelOpen(!selectIsPanelOpen(get())),
    endFirstVisit: () => setSession({ isFirstVisit: false }),
    setMotionReduced: (isMotionReduced: boolean) => setSession({ isMotionReduced }),
    setPrefersDark: (prefersDark: boolean) => setSession({ prefersDark }),

    async openFiles(files: readonly ReadFile[]) {
      const isOpened = await read(files, { kind: 'files', names: files.map((file) => file.name) })
      if (isOpened) setSession({ isFirstVisit: false })
    },
    async openSample(name: string) {
      if (selectDoc(get())) setSession({ isFirstVisit: false })
      try {
        await read([await ports.sample(name)], { kind: 'sample', name })
      } catch {
        say({ tone: 'bad', key: 'page.sample.missing' })
      }
    },
  }
}
