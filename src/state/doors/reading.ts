// Bytes become the organisation on the page; what was there stays until something else is.
import type { Org } from '../../model/types'
import type { ReadFile, ReadOutput } from '../../worker/read'
import { Cancelled } from '../../worker/rpc'
import { placingFor, selectOrg } from '../derived'
import { begun } from '../history'
import type { Origin, View } from '../types'
import type { Tools } from './tools'

export interface ReadingOptions {
  /** How it is looked at from the start; as a whole and with nothing chosen unless told. */
  readonly look?: (org: Org) => Partial<View>
  /** The sentence where nothing can be read. */
  readonly failed?: string
}

export function readerOf({ get, set, ports, setWorkbook, setView, setSession, say }: Tools) {
  const opened = ({ doc, diagnostics }: ReadOutput, origin: Origin, look: ReadingOptions['look']) => {
    if (!doc) return
    setWorkbook({ history: begun(doc), origin })
    setView({
      ...get().session.presenting?.before,
      trail: [],
      isSheetTall: false,
      folded: new Set(),
      unstacked: new Set(),
      ...look?.(selectOrg(get()) as Org),
    })
    set((s) => ({
      session: {
        ...s.session,
        diagnostics,
        areDiagnosticsOpen: false,
        notice: null,
        opened: s.session.opened + 1,
        pointed: -1,
        focused: -1,
        presenting: null, // the story was another file's
        stand: { at: placingFor(s), turning: null },
      },
    }))
  }
  /** Reads, and keeps what is there where nothing can be read. True where something was opened. */
  return async (
    files: readonly ReadFile[],
    origin: Origin,
    { look, failed = 'page.read.failed' }: ReadingOptions = {},
  ): Promise<boolean> => {
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
        opened(output, origin, look)
        const unread = output.diagnostics.filter((one) => one.severity === 'error')
        if (unread.length > 0) say({ tone: 'bad', key: 'page.read.partly', diagnostics: unread })
      }
      if (!output.doc) say({ tone: 'bad', key: failed, params: { names }, diagnostics: output.diagnostics })
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
}
