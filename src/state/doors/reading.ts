// Bytes become the organisation on the page; what was there stays until something else is.
import type { Org } from '../../model/types'
import { keepReady } from '../../scene/far/ready'
import type { Opened } from '../../worker/opening'
import type { ReadFile, ReadProgress } from '../../worker/read'
import { Cancelled } from '../../worker/rpc'
import { awaitCount, lookedAt, placingFor, seed } from '../derived'
import { begun } from '../history'
import type { AppState, Origin, View } from '../types'
import type { Tools } from './tools'

export interface ReadingOptions {
  /** How it is looked at from the start; as a whole and with nothing chosen unless told. Asked before there is an organisation, too. */
  readonly look?: (org: Org | null) => Partial<View>
  /** The sentence where nothing can be read. */
  readonly failed?: string
}
export type Reader = (files: readonly ReadFile[], origin: Origin, options?: ReadingOptions) => Promise<boolean>
export type Readers = ReturnType<typeof readerOf>
/** What was read, and the end of what is still made of it. */
export interface Taken {
  readonly output: Opened
  readonly controller: AbortController
}

export function readerOf({ get, set, ports, maker, setSession, endTrial, say }: Tools) {
  /** What is still made of the organisation on the page ends with it. */
  let current = new AbortController()

  const seenFrom = (state: AppState, org: Org | null, look: ReadingOptions['look']): AppState => ({
    ...state,
    view: {
      ...state.view,
      ...state.session.presenting?.before,
      trail: [],
      isSheetTall: false,
      folded: new Set(),
      unstacked: new Set(),
      ...look?.(org),
    },
    session: { ...state.session, presenting: null }, // the story was another file's
  })
  const opened = ({ org, diagnostics, layout, ready, uncounted }: Opened, origin: Origin, look: ReadingOptions['look']) => {
    if (!org) return
    endTrial()
    if (layout && ready) keepReady(layout, ready)
    seed({ org, ...(layout ? { layouts: [layout] } : {}), ...(uncounted ? { uncounted } : {}) })
    awaitCount(org.doc)
    set((s) => {
      const seen = seenFrom({ ...s, workbook: { history: begun(org.doc), origin } }, org, look)
      const session = {
        ...seen.session,
        diagnostics,
        areDiagnosticsOpen: false,
        notice: null,
        opened: s.session.opened + 1,
        counted: null,
        pointed: -1,
        focused: -1,
        stand: { at: placingFor(seen), turning: null },
      }
      return { ...seen, session }
    })
  }
  /** Reads, and says how far it is. Null where that was ended, by the reader or by a fault, which was then told. */
  const take = async (files: readonly ReadFile[], { look }: ReadingOptions = {}): Promise<Taken | null> => {
    get().session.reading?.cancel()
    const controller = new AbortController()
    const names = files.map((file) => file.name)
    const reading = { names, progress: null, cancel: () => controller.abort() }
    setSession({ reading })
    const isCurrent = () => get().session.reading?.cancel === reading.cancel
    try {
      return await takenQuietly(files, controller, (progress) => isCurrent() && setSession({ reading: { ...reading, progress } }), look)
    } catch (error) {
      if (!(error instanceof Cancelled)) broke(error, names)
      return null
    } finally {
      if (isCurrent()) setSession({ reading: null })
    }
  }
  /** The same, and nobody is told: it throws what goes wrong. */
  const takenQuietly = async (
    files: readonly ReadFile[],
    controller: AbortController,
    report: (progress: ReadProgress) => void,
    look?: ReadingOptions['look'],
  ): Promise<Taken> => {
    const looked = lookedAt(seenFrom(get(), null, look))
    return { output: await ports.read(files, report, { looked, today: get().session.today, signal: controller.signal }), controller }
  }
  const broke = (error: unknown, names: readonly string[]) => {
    globalThis.reportError?.(error) // a fault of ours, or no memory left: the console is the place to look it up
    say({ tone: 'bad', key: 'page.read.broke', params: { names } })
  }
  /** Puts what was read on the page. */
  const put = ({ output, controller }: Taken, origin: Origin, look?: ReadingOptions['look']): void => {
    const { org, layout = null, later } = output
    if (!org) return
    if (current !== controller) current.abort()
    current = controller
    opened(output, origin, look)
    const unread = output.diagnostics.filter((one) => one.severity === 'error')
    if (unread.length > 0) say({ tone: 'bad', key: 'page.read.partly', diagnostics: unread })
    if (later) void maker.receive(org, layout, later, controller.signal)
    else maker.count()
  }
  /** Reads, and keeps what is there where nothing can be read. True where something was opened. */
  const read: Reader = async (files, origin, options = {}) => {
    const taken = await take(files, options)
    if (!taken) return false
    const { org, diagnostics } = taken.output
    if (org) put(taken, origin, options.look)
    else say({ tone: 'bad', key: options.failed ?? 'page.read.failed', params: { names: files.map((file) => file.name) }, diagnostics })
    return org !== null
  }
  return { read, take, takenQuietly, broke, put }
}
