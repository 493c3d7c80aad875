// Autosave. What is on the page is compared with what the drawer holds; where they differ it is written, a while after the last change
// or at once when the page is left. Nothing is read before it is written, so there is nothing to wait for while the page goes; what is
// left to do in the list is done afterwards. Text and view stand apart, so that moving about does not write megabytes.
import type { OrgDoc } from '../../model/types'
import { selectDoc } from '../derived'
import type { Tools } from '../doors/tools'
import { isLarge } from '../size'
import { inSlices } from '../slices'
import type { AppState, Origin } from '../types'
import { entryName, found, gone, LAST, listIn, MOST_KEPT, sampleRef, textName, twinsOf, usedName, viewName } from './list'
import { hasKept, remember } from './preferences'
import type { KeepPort, Kept, KeptRef, Told } from './types'
import { lookAsValue } from './view'
import { type Written, writeSteps, writtenOf } from './written'

/** After the last change. */
const PAUSE_MS = 800

/** What this tab has open, as the drawer knows it. */
interface Held {
  readonly entry: Kept | null
  /** Whose text the entry has; null = it may not be there. */
  readonly doc: OrgDoc | null
  /** How it was looked at, as text. */
  readonly view: string
  /** Entries that this one takes the place of, and that may still be there. */
  readonly over: readonly string[]
}
const NOTHING: Held = { entry: null, doc: null, view: '', over: [] }

export function keeperOf({ get, ports, setSession, say, subscribe }: Tools, port: KeepPort) {
  /** By `session.opened`: another organisation may be opened while the last one is being saved. */
  const held = new Map<number, Held>()
  let cancel: (() => void) | null = null
  /** Written in slices, and not yet put away. */
  let written: Written | null = null
  /** What was on the page before, still being written. */
  let leftBehind: { readonly state: AppState; readonly wish: AbortController } | null = null
  /** Forgotten at the reader's wish: not kept again until it changes. */
  let forgotten: OrgDoc | null = null
  let hasTold = false
  /** That something is kept here is remembered. */
  let isKnown = hasKept(port.preferences.read())
  /** What another tab made of our organisation. */
  let elsewhere: KeptRef | null = null
  /** What stands beside ours and is no news; null = not looked at yet. */
  let known: ReadonlySet<string> | null = null

  const isOpen = ({ session: { opened } }: AppState) => opened === get().session.opened
  const heldOf = ({ session: { opened } }: AppState) => held.get(opened) ?? NOTHING
  const isDue = (state: AppState) => {
    const doc = selectDoc(state)
    return doc !== null && doc !== forgotten && !state.session.isFirstVisit && state.session.opened > 0
  }
  /** A file of the reader's, or a sample that is no longer what it was. */
  const isOwn = (state: AppState) => {
    const { origin, history } = state.workbook
    return origin?.kind === 'files' || heldOf(state).entry !== null || (history?.past.length ?? 0) > 0
  }
  const isTextDue = (state: AppState) => isDue(state) && isOwn(state) && heldOf(state).doc !== selectDoc(state)

  subscribe((state, before) => {
    if (state.workbook.origin !== before.workbook.origin && cancel) leave(before)
    if (state.workbook === before.workbook && state.view === before.view && state.session.isFirstVisit === before.session.isFirstVisit)
      return
    if (!isDue(state)) return
    cancel?.()
    cancel = port.later(PAUSE_MS, () => void saveInSlices())
    if (isTextDue(state) && (state.session.keeping === 'kept' || state.session.keeping === 'off')) setSession({ keeping: 'saving' })
  })

  /** The same as `save`, but a large text is written first, while the page goes on; another change drops it. */
  async function saveInSlices(): Promise<void> {
    const doc = selectDoc(get())
    if (doc && isLarge(doc) && isTextDue(get())) {
      const wish = new AbortController()
      cancel = () => wish.abort()
      if (!(await write(doc, wish.signal))) return
    }
    await save()
  }
  async function write(doc: OrgDoc, signal: AbortSignal): Promise<boolean> {
    try {
      const made = await inSlices(writeSteps(doc), ports.slices, signal)
      written = made ?? written
      return made !== null
    } catch (error) {
      failed(error, get()) // no memory left, as a rule
      return false
    }
  }
  /** Another organisation takes the page: what is not written yet of this one is written beside it. */
  function leave(state: AppState) {
    const doc = selectDoc(state)
    cancel?.()
    cancel = null
    if (!doc || !isLarge(doc) || !isTextDue(state) || written?.doc === doc) return void save(state)
    saveLeftBehind()
    const left = { state, wish: new AbortController() }
    leftBehind = left
    void write(doc, left.wish.signal).then((isWritten) => {
      if (isWritten && leftBehind === left) saveLeftBehind()
    })
  }
  /** At once, as far as it is not written yet. */
  function saveLeftBehind() {
    const left = leftBehind
    leftBehind = null
    left?.wish.abort()
    if (left) void save(left.state)
  }

  /** Handed to the drawer before it returns; resolves when it is there and the list is in order, whatever became of it. */
  async function save(state: AppState = get()): Promise<void> {
    if (isOpen(state)) {
      cancel?.()
      cancel = null
    }
    if (!isDue(state)) return
    try {
      if (!(isTextDue(state) ? await writeText(state) : await writeView(state))) return
      hasTold = false
      if (isOpen(state)) setSession({ keeping: isOwn(state) ? 'kept' : 'off' })
      await tidy(state)
    } catch (error) {
      failed(error, state)
    }
  }

  async function writeText(state: AppState): Promise<boolean> {
    const doc = selectDoc(state)
    if (!doc) return false
    const before = heldOf(state)
    const { text, size, print } = written?.doc === doc ? written : writtenOf(doc)
    written = null
    const view = viewOf(state)
    if (before.entry && before.doc && before.entry.print === print && before.entry.size === size) {
      hold(state, { ...before, doc })
      return writeView(state)
    }
    const id = port.freshId()
    const entry: Kept = {
      id,
      line: before.entry?.line ?? id,
      name: doc.organization.name ?? '',
      savedAt: port.now(),
      origin: state.workbook.origin as Origin,
      size,
      print,
    }
    const over = before.entry ? [...before.over, before.entry.id] : before.over
    const now: Held = { entry, doc, view: JSON.stringify(view), over }
    hold(state, now)
    const { id: _, ...value } = entry
    try {
      await port.drawer.put({
        ...gone(over),
        [entryName(id)]: value,
        [textName(id)]: text,
        [viewName(id)]: view,
        [usedName(id)]: entry.savedAt,
        [LAST]: refOf(entry),
      })
    } catch (error) {
      replace(state, (is) => ({ ...is, doc: null }))
      throw error
    }
    replace(state, (is) => ({ ...is, over: is.over.filter((one) => !over.includes(one)) }))
    port.tell({ kind: 'saved', ...refOf(entry), over })
    return true
  }

  async function writeView(state: AppState): Promise<boolean> {
    const before = heldOf(state)
    const { origin } = state.workbook
    const ref = before.entry ?? (origin?.kind === 'sample' ? sampleRef(origin.name) : null)
    const view = viewOf(state)
    if (!ref || JSON.stringify(view) === before.view) return false
    hold(state, { ...before, view: JSON.stringify(view) }, ref)
    try {
      await port.drawer.put({ [viewName(ref.id)]: view, [usedName(ref.id)]: port.now(), [LAST]: refOf(ref) })
    } catch (error) {
      replace(state, (is) => ({ ...is, view: '' }))
      throw error
    }
    return true
  }

  /** Older ones make room, twins become one, and what another tab made of ours is told. */
  async function tidy(state: AppState) {
    const { entry } = heldOf(state)
    const list = await listIn(port.drawer)
    const twins = entry && list.some((one) => one.id === entry.id) ? twinsOf(list, entry) : []
    const kept = list.filter((one) => !twins.includes(one))
    const tooMany = kept.slice(MOST_KEPT)
    if (twins.length + tooMany.length > 0) await port.drawer.put(gone([...twins, ...tooMany].map((one) => one.id)))
    setSession({ recent: kept.slice(0, MOST_KEPT) })
    if (!entry || !isOpen(state) || heldOf(state).entry !== entry) return
    if (kept.some((one) => one.id === entry.id)) return tellOfForks(kept, entry)
    if (found(kept, entry)) return compare(kept)
    replace(state, (is) => ({ ...is, doc: null })) // it had to make room for others, but it is open here
    await save(state)
  }
  /** Another tab saved what we started from, and so did we: said once for each. */
  function tellOfForks(list: readonly Kept[], { id, line }: Kept) {
    const forks = list.filter((one) => one.line === line && one.id !== id)
    const fork = forks.find((one) => one.id === elsewhere?.id || (known !== null && !known.has(one.id)))
    const isTold = fork === undefined || (known?.has(fork.id) ?? false)
    known = new Set(forks.map((one) => one.id))
    if (isTold) return
    elsewhere = refOf(fork)
    say({ tone: 'calm', key: 'page.keep.both', action: 'showOther' })
  }

  function viewOf({ view, session }: AppState) {
    return lookAsValue(session.presenting?.before ?? view)
  }
  function hold(state: AppState, is: Held, ref: KeptRef | null = is.entry) {
    const { opened } = state.session
    held.set(opened, is)
    for (const older of held.keys()) if (older < opened - 1) held.delete(older)
    if (isOpen(state)) port.tab.write(ref && refOf(ref))
    if (!isKnown) remember(port.preferences, { hasKept: true })
    isKnown = true
  }
  function replace({ session: { opened } }: AppState, job: (is: Held) => Held) {
    const is = held.get(opened)
    if (is) held.set(opened, job(is))
  }

  function failed(error: unknown, state: AppState) {
    const because = error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'missing'
    const isLoss = isOwn(state)
    setSession({ keeping: isLoss ? because : 'off' })
    if (!isLoss || hasTold) return
    hasTold = true
    say({ tone: 'bad', key: `page.keep.${because}`, action: 'download' })
  }

  /** Ours is no longer there, and what another tab made of it is: said once. */
  function compare(list: readonly Kept[]) {
    const { entry } = heldOf(get())
    if (!entry || list.some((one) => one.id === entry.id)) return
    const other = found(list, entry)
    if (other) hear(other)
  }
  function hear(other: KeptRef) {
    const isNews = elsewhere === null
    elsewhere = refOf(other)
    if (isNews) say({ tone: 'calm', key: 'page.keep.elsewhere', action: 'showOther' })
  }

  return {
    /** What may be lost with the page is handed to the drawer before it returns. */
    saveNow() {
      saveLeftBehind()
      return save()
    },
    save: saveInSlices,
    compare,
    heard(told: Told) {
      const { entry } = heldOf(get())
      if (told.kind !== 'saved' || !entry || told.line !== entry.line) return
      if (told.over.includes(entry.id) || (elsewhere && told.over.includes(elsewhere.id))) hear(told)
    },
    /** The drawer holds this organisation already: it was just taken from there. */
    took(entry: Kept) {
      elsewhere = null
      known = null
      hold(get(), { ...NOTHING, entry, doc: selectDoc(get()) })
      setSession({ keeping: 'kept' })
    },
    /** What is open, where the drawer has it. */
    mine: () => heldOf(get()).entry,
    other: () => elsewhere,
    rest() {
      cancel?.()
      cancel = null
      held.clear()
      elsewhere = null
      isKnown = false
      forgotten = selectDoc(get())
      setSession({ keeping: 'off', recent: [] })
    },
  }
}

const refOf = ({ id, line }: KeptRef): KeptRef => ({ id, line })
