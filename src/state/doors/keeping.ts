// What outlives the page: it begins with what was kept, brings back earlier organisations, and forgets where it is asked to.
import type { OrgDoc } from '../../model/types'
import { selectDoc } from '../derived'
import type { Linked } from '../hash'
import { keeperOf } from '../keeping/keeper'
import { entryName, found, gone, LAST, listIn, refIn, sampleIn, textName, toldIn, usedName, viewName } from '../keeping/list'
import { hasKept, remember } from '../keeping/preferences'
import type { Kept, KeptRef } from '../keeping/types'
import { lookAsValue, lookIn } from '../keeping/view'
import { opening } from './opening'
import type { Reader, ReadingOptions } from './reading'
import type { Tools } from './tools'

/** What was open last: one of the kept, or a sample by its name. */
interface Last {
  readonly entry: Kept | null
  readonly sample: string
  readonly view: unknown
}

/** A drawer that does not open in this time is not waited for. */
const PATIENCE_MS = 2500

export const keeping = (tools: Tools, read: Reader) => {
  const { get, ports, look, setSession, say } = tools
  const port = ports.keep
  const keeper = port && keeperOf(tools, port)
  const { openSample } = opening(tools, read)
  let hasBegun = false
  let taken: OrgDoc | null = null
  /** What was removed last, as it stood in the drawer. */
  let removed: Readonly<Record<string, unknown>> | null = null

  const bringBack = async (entry: Kept, options: ReadingOptions): Promise<boolean> => {
    if (!port || !keeper) return false
    const [text] = await port.drawer.read([textName(entry.id)])
    const blob = text instanceof Blob ? text : new Blob([typeof text === 'string' ? text : ''])
    const file = { name: `${entry.name}.json`, blob }
    const isOpened = await read([file], entry.origin, { failed: 'page.keep.broken', ...options })
    if (isOpened) keeper.took(entry)
    return isOpened
  }
  const listKept = async (): Promise<readonly Kept[]> => {
    const recent = port ? await listIn(port.drawer) : []
    setSession({ recent })
    return recent
  }
  const cannot = () => say({ tone: 'bad', key: 'page.keep.unreachable' })

  /** Opens one of the kept as it was looked at last, or as this page looks at its own now. */
  const openKept = async (ref: KeptRef, isLookMine = false) => {
    if (!port || !keeper) return
    try {
      await keeper.save()
      const entry = found(await listKept(), ref)
      if (!entry) return cannot()
      const [view] = isLookMine ? [lookAsValue(get().view)] : await port.drawer.read([viewName(entry.id)])
      if (await bringBack(entry, { look: (org) => lookIn(view, org) })) {
        setSession({ isFirstVisit: false })
        await keeper.save()
      }
    } catch {
      cannot()
    }
  }

  tools.subscribe(({ view: { theme, language } }, before) => {
    if (theme !== before.view.theme || language !== before.view.language) port && remember(port.preferences, { theme, language })
  })

  return {
    /** For the next file, in another session too. Nothing of an organisation may be in it. */
    rememberExport(exportChoices: Readonly<Record<string, unknown>>) {
      setSession({ exportChoices })
      if (port) remember(port.preferences, { exportChoices })
    },
    /** What was open here last, as it was looked at; else the sample. What a link asks for goes before what was kept. */
    async begin(sample: string, linked: Linked = {}) {
      if (hasBegun) return
      hasBegun = true
      const lasting = port && hasKept(port.preferences.read()) ? lastKept().catch(() => null) : null
      const kept = port && lasting && (await within(port.later, lasting, PATIENCE_MS))
      if (selectDoc(get()) || get().session.reading) return // the reader was faster
      if (kept) return openLast(kept, sample, linked)
      await openSample(sample)
      void listKept().catch(() => {})
      const shown = selectDoc(get())
      // A drawer that opens late still holds what is the reader's own.
      void lasting?.then((late) => {
        const isUntouched = selectDoc(get()) === shown && get().session.isFirstVisit && !get().session.reading
        if (late && isUntouched) void openLast(late, sample, linked)
      })
    },
    /** What is open here, where the browser keeps it. */
    keptHere: () => keeper?.mine() ?? null,
    /** The page is left, or may be: what is not written yet is written now. */
    keepNow: () => keeper?.saveNow() ?? Promise.resolve(),
    /** Back on the page: other tabs may have been busy. */
    async lookAround() {
      try {
        keeper?.compare(await listKept())
      } catch {} // it is told when there is something to lose
    },
    /** Another tab said something. */
    heard(message: unknown) {
      const told = toldIn(message)
      if (!told) return
      if (told.kind === 'forgotten') return keeper?.rest()
      keeper?.heard(told)
      void listKept().catch(() => {})
    },
    openKept: (entry: KeptRef) => openKept(entry),
    /** What another tab made of the organisation that is open here. */
    async showOther() {
      const other = keeper?.other()
      if (other) await openKept(other, true)
    },
    async forgetKept({ id, name }: Kept) {
      if (!port) return
      try {
        const names = [entryName(id), textName(id), viewName(id), usedName(id)]
        const values = await port.drawer.read(names)
        removed = Object.fromEntries(names.map((one, i) => [one, values[i]]))
        await port.drawer.put(gone([id]))
        await listKept()
        port.tell({ kind: 'listed' })
        say({ tone: 'good', key: 'page.recent.removed', params: { name }, action: 'putBack' })
      } catch {
        cannot()
      }
    },
    async putBack() {
      if (!port || !removed) return
      try {
        await port.drawer.put(removed)
        removed = null
        setSession({ notice: null })
        await listKept()
        port.tell({ kind: 'listed' })
      } catch {
        cannot()
      }
    },
    /** Asks first: what is forgotten does not come back. */
    async askForgetAll() {
      await keeper?.save()
      say({ tone: 'calm', key: 'page.recent.sure', params: { count: get().session.recent.length }, action: 'forgetAll' })
    },
    async forgetAll() {
      if (!port) return
      try {
        await keeper?.save()
        await port.drawer.clear()
        port.preferences.write(null)
        port.tab.write(null)
        keeper?.rest()
        removed = null
        port.tell({ kind: 'forgotten' })
        say({ tone: 'good', key: 'page.recent.forgotten' })
      } catch {
        cannot()
      }
    },
    /** The reader has this document as a file. */
    saved(doc: OrgDoc) {
      taken = doc
    },
    /** Whether something would be lost if the page were left now. */
    isAtRisk() {
      const { session, workbook } = get()
      const isChanged = (workbook.history?.past.length ?? 0) > 0
      return (session.keeping === 'full' || session.keeping === 'missing') && isChanged && selectDoc(get()) !== taken
    },
    /** The address was changed: the page is looked at as it says. */
    heed: (linked: Linked) => look(linked),
  }

  async function openLast({ entry, sample: name, view }: Last, sample: string, linked: Linked) {
    setSession({ isFirstVisit: false })
    const options: ReadingOptions = { look: (org) => ({ ...lookIn(view, org), ...linked }) }
    if (!entry) return openSample(name, options)
    if (await bringBack(entry, options)) return
    const { notice } = get().session
    await openSample(sample)
    if (notice) say(notice)
  }

  async function lastKept(): Promise<Last | null> {
    if (!port) return null
    const list = await listKept()
    const [last] = await port.drawer.read([LAST])
    for (const value of [port.tab.read(), last]) {
      const ref = refIn(value)
      const entry = ref && (found(list, ref) ?? null)
      const sample = ref && sampleIn(ref)
      if (!ref || !(entry || sample)) continue
      const [view] = await port.drawer.read([viewName(entry?.id ?? ref.id)])
      return { entry, sample: sample ?? '', view }
    }
    return null
  }
}

/** null where it fails or takes too long. */
function within<T>(later: (ms: number, job: () => void) => () => void, job: Promise<T>, ms: number): Promise<T | null> {
  return new Promise((resolve) => {
    const stop = later(ms, () => resolve(null))
    job.then(
      (value) => {
        stop()
        resolve(value)
      },
      () => {
        stop()
        resolve(null)
      },
    )
  })
}
