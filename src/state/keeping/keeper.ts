// Autosave. What is on the page is compared with what the drawer holds; where they differ it is written, a while after the last change
// or at once when the page is left. Text and view stand apart, so that moving about does not write megabytes.
import { textOf } from '../../model/write'
import { selectDoc } from '../derived'
import type { Tools } from '../doors/tools'
import type { AppState, Origin } from '../types'
import { type About, asValue, listIn, type Mine, printOf, type Saved, savedInto } from './list'
import type { KeepPort, Kept } from './types'
import { lookAsValue } from './view'

export const LIST = 'list'
/** Id of what was open last, in whatever tab. */
export const LAST = 'last'
export const textName = (id: string) => `text:${id}`
export const viewName = (id: string) => `view:${id}`
/** A sample as it is fetched has a view and no text. */
export const sampleId = (name: string) => `sample:${name}`

/** After the last change. */
export const PAUSE_MS = 800
/** From here on writing the text takes longer than a frame, and waits until nobody waits for the page. */
const LARGE_ROLES = 20_000

/** What this tab has open, as the drawer knows it. */
interface Held extends Mine {
  readonly doc: unknown
  readonly view: string
}
const NOTHING: Held = { id: null, revision: 0, doc: null, view: '' }

export type Keeper = ReturnType<typeof keeperOf>

export function keeperOf({ get, setSession, say, subscribe }: Tools, port: KeepPort) {
  /** By `session.opened`: a save of the last organisation may still be under way when another one is opened. */
  const held = new Map<number, Held>()
  let cancel: (() => void) | null = null
  let line = Promise.resolve()
  /** Forgotten at the reader's wish: not kept again until it changes. */
  let forgotten: unknown = null
  let hasTold = false
  /** What another tab made of our organisation. */
  let elsewhere: string | null = null

  const isOpen = ({ session: { opened } }: AppState) => opened === get().session.opened
  const heldOf = (state: AppState) => held.get(state.session.opened) ?? NOTHING
  const isDue = (state: AppState) => {
    const doc = selectDoc(state)
    return doc !== null && doc !== forgotten && !state.session.isFirstVisit && state.session.opened > 0
  }
  /** A file of the reader's, or a sample that is no longer what it was. */
  const isOwn = ({ workbook: { origin, history }, session }: AppState) =>
    origin?.kind === 'files' || (held.get(session.opened)?.id ?? null) !== null || (history?.past.length ?? 0) > 0
  const isTextDue = (state: AppState) => isDue(state) && isOwn(state) && heldOf(state).doc !== selectDoc(state)

  subscribe((state, before) => {
    const isOther = state.workbook.origin !== before.workbook.origin
    if (isOther && cancel) void save(before)
    if (state.workbook === before.workbook && state.view === before.view && state.session.isFirstVisit === before.session.isFirstVisit)
      return
    if (!isDue(state)) return
    cancel?.()
    const isLarge = (selectDoc(state)?.roles.length ?? 0) > LARGE_ROLES
    cancel = port.later(PAUSE_MS, () => {
      if (isLarge && isTextDue(get())) cancel = port.whenIdle(() => void save())
      else void save()
    })
    if (isTextDue(state) && (state.session.keeping === 'kept' || state.session.keeping === 'off')) setSession({ keeping: 'saving' })
  })

  /** One after the other; resolves when this one is done, whatever became of it. */
  function save(state: AppState | null = null): Promise<void> {
    cancel?.()
    cancel = null
    line = line.then(() => write(state ?? get()))
    return line
  }

  async function write(state: AppState) {
    if (!isDue(state)) return
    try {
      if (isTextDue(state)) await writeText(state)
      else await writeView(state)
      hasTold = false
      if (isOpen(state)) setSession({ keeping: isOwn(state) ? 'kept' : 'off' })
    } catch (error) {
      failed(error, isOwn(state))
    }
  }

  async function writeText(state: AppState) {
    const doc = selectDoc(state)
    if (!doc) return
    const before = heldOf(state)
    const text = textOf(doc)
    const view = viewOf(state)
    const about: About = {
      name: doc.organization.name ?? '',
      savedAt: port.now(),
      origin: state.workbook.origin as Origin,
      size: text.length,
      print: printOf(text),
    }
    let saved!: Saved
    await port.drawer.change([LIST], ([list]) => {
      saved = savedInto(listIn(list), before, about, port.freshId)
      const { id } = saved.entry
      const gone = saved.dropped.flatMap((one) => [textName(one), viewName(one)])
      return {
        ...Object.fromEntries(gone.map((name) => [name, undefined])),
        [LIST]: asValue(saved.list),
        ...(saved.isTextNew ? { [textName(id)]: text } : {}),
        [viewName(id)]: view,
        [LAST]: id,
      }
    })
    const { entry, foreign, list } = saved
    hold(state, { id: entry.id, revision: entry.revision, doc, view: JSON.stringify(view) })
    setSession({ recent: list.entries })
    if (saved.isTextNew) port.tell({ kind: 'saved', id: entry.id, revision: entry.revision })
    if (foreign) tellOfOther(foreign.id, 'page.keep.both')
  }

  async function writeView(state: AppState) {
    const before = heldOf(state)
    const { origin } = state.workbook
    const id = before.id ?? (origin?.kind === 'sample' ? sampleId(origin.name) : null)
    const view = viewOf(state)
    if (id === null || JSON.stringify(view) === before.view) return
    let isGone = false
    await port.drawer.change([LIST], ([list]) => {
      isGone = before.id !== null && !listIn(list).entries.some((one) => one.id === before.id)
      return isGone ? {} : { [viewName(id)]: view, [LAST]: id }
    })
    if (isGone) return writeText(state) // it had to make room for others; it is open here, so it is put back
    hold(state, { ...before, view: JSON.stringify(view) }, id)
  }

  function viewOf({ view, session }: AppState) {
    return lookAsValue(session.presenting?.before ?? view)
  }
  function hold(state: AppState, is: Held, id = is.id) {
    const { opened } = state.session
    held.set(opened, is)
    for (const older of held.keys()) if (older < opened - 1) held.delete(older)
    elsewhere = null
    if (isOpen(state)) port.tab.write(id)
  }

  function failed(error: unknown, isLoss: boolean) {
    const because = error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'missing'
    setSession({ keeping: isLoss ? because : 'off' })
    if (!isLoss || hasTold) return
    hasTold = true
    say({ tone: 'bad', key: `page.keep.${because}`, action: 'download' })
  }
  function tellOfOther(id: string, key: string) {
    elsewhere = id
    say({ tone: 'calm', key, action: 'showOther' })
  }

  return {
    save,
    /** The drawer holds this organisation already: it was just taken from there. */
    took(entry: Kept) {
      hold(get(), { id: entry.id, revision: entry.revision, doc: selectDoc(get()), view: '' })
      setSession({ keeping: 'kept' })
    },
    /** Another tab saved `id`: said where it is what this tab has open. */
    compare(id: string, revision: number) {
      const mine = heldOf(get())
      if (mine.id === id && mine.revision < revision && elsewhere !== id) tellOfOther(id, 'page.keep.elsewhere')
    },
    mine: () => heldOf(get()).id,
    other: () => elsewhere,
    rest() {
      cancel?.()
      cancel = null
      held.clear()
      forgotten = selectDoc(get())
      setSession({ keeping: 'off', recent: [] })
    },
  }
}
