// What outlives the page: it begins with what was kept, brings back earlier organisations, and forgets where it is asked to.
import type { OrgDoc } from '../../model/types'
import { selectDoc } from '../derived'
import type { Linked } from '../hash'
import { keeperOf, LAST, LIST, sampleId, textName, viewName } from '../keeping/keeper'
import { asValue, type List, listIn, putBack, toldIn, usedAgain, without } from '../keeping/list'
import type { Kept } from '../keeping/types'
import { lookAsValue, lookIn } from '../keeping/view'
import { opening } from './opening'
import { type ReadingOptions, readerOf } from './reading'
import type { Tools } from './tools'

/** A drawer that does not open in this time is as good as none. */
const PATIENCE_MS = 2500

export const keeping = (tools: Tools) => {
  const { get, ports, look, setSession, say } = tools
  const port = ports.keep
  const keeper = port && keeperOf(tools, port)
  const read = readerOf(tools)
  const { openSample } = opening(tools)
  let hasBegun = false
  let taken: OrgDoc | null = null
  let removed: { readonly entry: Kept; readonly at: number; readonly text: unknown; readonly view: unknown } | null = null

  /** The entry of the drawer's list, its text read and looked at as `options` say. */
  const bringBack = async (list: List, id: string, options: ReadingOptions): Promise<boolean> => {
    const entry = list.entries.find((one) => one.id === id)
    if (!port || !keeper || !entry) return false
    const [text] = await port.drawer.read([textName(id)])
    const file = { name: `${entry.name}.json`, blob: new Blob([typeof text === 'string' ? text : '']) }
    const isOpened = await read([file], entry.origin, { failed: 'page.keep.broken', ...options })
    if (isOpened) keeper.took(entry)
    return isOpened
  }
  const changeList = (job: (list: List) => List, rest: Readonly<Record<string, unknown>> = {}) =>
    port?.drawer
      .change([LIST], ([value]) => {
        const list = job(listIn(value))
        setSession({ recent: list.entries })
        return { [LIST]: asValue(list), ...rest }
      })
      .then(() => port.tell({ kind: 'listed' }), cannot) ?? Promise.resolve()
  const cannot = () => say({ tone: 'bad', key: 'page.keep.unreachable' })
  const listKept = async (): Promise<List> => {
    const [value] = (await port?.drawer.read([LIST])) ?? []
    const list = listIn(value)
    setSession({ recent: list.entries })
    return list
  }

  /** Opens one of the kept as it was looked at last, or as this page looks at its own now. */
  const openKept = async (id: string, isLookMine = false) => {
    if (!port || !keeper) return
    await keeper.save()
    try {
      const [list, [view]] = await Promise.all([listKept(), port.drawer.read([viewName(id)])])
      const mine = lookAsValue(get().view)
      const isOpened = await bringBack(list, id, { look: (org) => lookIn(isLookMine ? mine : view, org) })
      if (isOpened) {
        setSession({ isFirstVisit: false })
        await changeList((now) => usedAgain(now, id))
      }
    } catch {
      cannot()
    }
  }

  tools.subscribe(({ view: { theme, language } }, before) => {
    if (theme !== before.view.theme || language !== before.view.language) port?.preferences.write({ theme, language })
  })

  return {
    /** What was open here last, as it was looked at; else the sample. What a link asks for goes before what was kept. */
    async begin(sample: string, linked: Linked = {}) {
      if (hasBegun) return
      hasBegun = true
      const kept = port && (await within(port.later, lastKept(), PATIENCE_MS))
      if (selectDoc(get()) || get().session.reading) return // the reader was faster
      if (!kept) return openSample(sample)
      setSession({ isFirstVisit: false })
      const options: ReadingOptions = { look: (org) => ({ ...lookIn(kept.view, org), ...linked }) }
      if (kept.sample !== null) return openSample(kept.sample, options)
      if (await bringBack(kept.list, kept.id, options)) return
      const { notice } = get().session
      await openSample(sample)
      if (notice) say(notice)
    },
    /** Of what is open here, where the browser keeps it. */
    keptId: () => keeper?.mine() ?? null,
    /** The page is left, or may be: what is not written yet is written now. */
    keepNow: () => keeper?.save() ?? Promise.resolve(),
    /** Back on the page: other tabs may have been busy. */
    async lookAround() {
      try {
        const list = await listKept()
        const mine = list.entries.find((one) => one.id === keeper?.mine())
        if (mine) keeper?.compare(mine.id, mine.revision)
      } catch {} // it is told when there is something to lose
    },
    /** Another tab said something. */
    heard(message: unknown) {
      const told = toldIn(message)
      if (told?.kind === 'saved') keeper?.compare(told.id, told.revision)
      if (told?.kind === 'forgotten') keeper?.rest()
      else if (told) void listKept().catch(() => {})
    },
    openKept: (id: string) => openKept(id),
    /** What another tab made of the organisation that is open here. */
    async showOther() {
      const id = keeper?.other()
      if (id) await openKept(id, true)
    },
    async forgetKept(id: string) {
      if (!port) return
      try {
        const [list, [text, view]] = await Promise.all([listKept(), port.drawer.read([textName(id), viewName(id)])])
        const at = list.entries.findIndex((one) => one.id === id)
        const entry = list.entries[at]
        if (!entry) return
        removed = { entry, at, text, view }
        await changeList((now) => without(now, id), { [textName(id)]: undefined, [viewName(id)]: undefined })
        say({ tone: 'good', key: 'page.recent.removed', params: { name: entry.name }, action: 'putBack' })
      } catch {
        cannot()
      }
    },
    async putBack() {
      if (!removed) return
      const { entry, at, text, view } = removed
      removed = null
      setSession({ notice: null })
      await changeList((now) => putBack(now, entry, at), { [textName(entry.id)]: text, [viewName(entry.id)]: view })
    },
    /** Asks first: what is forgotten does not come back. */
    askForgetAll: () => say({ tone: 'calm', key: 'page.recent.sure', params: { count: get().session.recent.length }, action: 'forgetAll' }),
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

  async function lastKept() {
    if (!port) return null
    const [value, last] = await port.drawer.read([LIST, LAST])
    const list = listIn(value)
    setSession({ recent: list.entries })
    const own = port.tab.read()
    const id = [own, last].find(
      (one): one is string => typeof one === 'string' && (isSample(one) || list.entries.some((kept) => kept.id === one)),
    )
    if (id === undefined) return null
    const [view] = await port.drawer.read([viewName(id)])
    return { id, list, view, sample: isSample(id) ? id.slice(sampleId('').length) : null }
  }
}

const isSample = (id: string) => id.startsWith(sampleId(''))

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
