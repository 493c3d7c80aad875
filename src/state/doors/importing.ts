// Files from outside: what needs no look is opened at once, everything else is shown first and opened, or not, by the reader. What is on the
// page stays as it is until then.
import { rowsOf } from '../../base/table'
import type { Corrections, Understood } from '../../import/understood'
import type { AddEdit, Edit } from '../../model/edits/edit'
import type { OrgDoc } from '../../model/types'
import { textOf } from '../../model/write'
import type { ReadFile, ReadProgress } from '../../worker/read'
import { Cancelled } from '../../worker/rpc'
import { selectDoc } from '../derived'
import { isOurs, isToBeShown } from '../recognition'
import { forgetReading, rememberedReading, rememberReading } from '../remembered'
import type { Importing, ImportingFile } from '../types'
import type { Readers, Taken } from './reading'
import type { Tools } from './tools'

/** What was read of some files, whatever becomes of it. */
interface Seen {
  readonly taken: Taken
  readonly files: readonly ImportingFile[]
  readonly goes: Importing['goes']
}

export const importing = (tools: Tools, reader: Readers, apply: (edits: readonly Edit[]) => boolean) => {
  const { get, ports, setSession, say, subscribe } = tools
  const slip = ports.keep?.preferences
  /** On the sheet. */
  let shown: Seen | null = null
  /** What the files on the sheet were taken for before anybody corrected anything: they are remembered by it. */
  let first: readonly (Understood | null)[] = []
  /** What was opened without a look, for whoever wants to look after all. */
  let opened: Seen | null = null
  let again = new AbortController()
  subscribe(({ session }, before) => {
    if (session.opened !== before.session.opened) opened = null
  })

  const show = (seen: Seen) => {
    shown = seen
    const { org, layout, diagnostics } = seen.taken.output
    setSession({
      importing: { files: seen.files, org, layout: layout ?? null, diagnostics, goes: seen.goes, again: null, refused: null },
      notice: null,
    })
  }
  const close = () => {
    again.abort()
    if (shown?.goes !== 'none') shown?.taken.controller.abort()
    shown = null
    first = []
    setSession({ importing: null })
  }
  const put = ({ taken, files }: Seen) => {
    reader.put(taken, { kind: 'files', names: files.map(({ name }) => name) })
    setSession({ isFirstVisit: false })
  }
  const filesOf = (
    files: readonly ReadFile[],
    understood: readonly (Understood | null)[],
    isRemembered = false,
  ): readonly ImportingFile[] =>
    files.map((file, i) => ({
      corrections: {},
      ...file,
      understood: understood[i] ?? null,
      isRemembered: isRemembered && isCorrected(file),
    }))

  /** What an earlier reader of such files said, which is asked first. */
  const withRemembered = (files: readonly ReadFile[], understood: readonly (Understood | null)[]): readonly ReadFile[] =>
    files.map((file, i) => {
      const one = understood[i]
      const corrections = slip && one && !isOurs(one) && !isCorrected(file) ? rememberedReading(slip, one) : null
      return corrections ? { ...file, corrections } : file
    })

  /** Reads; where nobody is in the files but powers are, they are read together with the organisation on the page. */
  const see = async (files: readonly ReadFile[], take: (files: readonly ReadFile[]) => Promise<Taken | null>): Promise<Seen | null> => {
    const taken = await take(files)
    if (!taken) return null
    const seen = { taken, files: filesOf(files, taken.output.understood), goes: 'new' } as const
    const doc = openDoc()
    if (taken.output.org || !taken.output.understood.some((one) => one?.authority) || !doc) return seen
    const joined = await take([asFile(doc), ...files])
    if (!joined?.output.org) return joined && seen
    const output = { ...joined.output, understood: joined.output.understood.slice(1) }
    return { taken: { ...joined, output }, files: filesOf(files, output.understood), goes: 'open' }
  }
  /** The reader's own; nobody asked for powers in a sample. */
  const openDoc = (): OrgDoc | null => (get().workbook.origin?.kind === 'files' ? selectDoc(get()) : null)

  const open = async (given: readonly ReadFile[]) => {
    const take = (files: readonly ReadFile[]) => reader.take(files)
    const seen = await see(given, take)
    if (!seen) return
    const { understood, diagnostics } = seen.taken.output
    const told = withRemembered(given, understood)
    const isTold = told.some((file, i) => file !== given[i])
    const remembered = isTold ? await see(told, take) : null
    const best =
      remembered && (remembered.taken.output.org || !seen.taken.output.org)
        ? { ...remembered, files: filesOf(told, remembered.taken.output.understood, true) }
        : seen
    if (!best.taken.output.org && !best.files.some((file) => file.understood))
      return say({ tone: 'bad', key: 'page.read.failed', params: { names: given.map(({ name }) => name) }, diagnostics })
    if (shown || best.goes === 'open' || !best.taken.output.org || isToBeShown(best.files)) {
      first = understood
      return show(best)
    }
    put(best)
    opened = { ...best, goes: 'none' }
    const foreign = best.files.filter((file) => file.understood && !isOurs(file.understood))
    if (foreign.length > 0 && !get().session.notice)
      say({ tone: 'calm', key: 'import.opened', params: openedAs(best, foreign), action: 'reread' })
  }

  const reread = async (files: readonly ReadFile[]) => {
    const sheet = get().session.importing
    if (!sheet) return
    again.abort()
    const controller = new AbortController()
    again = controller
    const isCurrent = () => again === controller && !controller.signal.aborted
    const report = (progress: ReadProgress) => {
      const now = get().session.importing
      if (now && isCurrent()) setSession({ importing: { ...now, again: { progress } } })
    }
    // What was said shows at once; what comes of it when it has been read.
    const said = sheet.files.length === files.length ? sheet.files.map((file, i) => ({ ...file, ...files[i] })) : sheet.files
    setSession({ importing: { ...sheet, files: said, again: { progress: null }, refused: null } })
    const settle = (part: Partial<Importing>) => {
      const now = get().session.importing
      if (now && isCurrent()) setSession({ importing: { ...now, files: shown?.files ?? now.files, again: null, ...part } })
    }
    try {
      const seen = await see(files, (asked) => reader.takenQuietly(asked, controller, report))
      if (!seen || !isCurrent()) return
      const isAnything = seen.taken.output.org || seen.files.some((file) => file.understood && (file.understood.authority || !sheet.org))
      if (!isAnything) return settle({ refused: seen.taken.output.diagnostics })
      if (shown && shown.goes !== 'none') shown.taken.controller.abort()
      show(seen)
    } catch (error) {
      if (!(error instanceof Cancelled))
        reader.broke(
          error,
          files.map(({ name }) => name),
        )
      settle({})
    }
  }

  return {
    /** Opened, or shown first; beside a sheet that is open they are added to what is on it. */
    async openFiles(files: readonly ReadFile[]) {
      const sheet = get().session.importing
      await open(sheet ? [...sheet.files.map(asGiven), ...files] : files)
    },
    /** One file is to be read otherwise. */
    async correct(at: number, corrections: Corrections) {
      const files = get().session.importing?.files ?? []
      await reread(files.map((file, i) => asGiven(i === at ? { ...file, corrections } : file)))
    },
    /** A file goes off the sheet; the last one ends it. */
    async putAside(at: number) {
      const files = get().session.importing?.files ?? []
      if (files.length < 2) return close()
      first = first.filter((_, i) => i !== at)
      await reread(files.filter((_, i) => i !== at).map(asGiven))
    },
    /** What is being read again is not; the sheet says what it said. */
    stopReadingAgain() {
      const sheet = get().session.importing
      again.abort()
      if (sheet) setSession({ importing: { ...sheet, files: shown?.files ?? sheet.files, again: null } })
    },
    /** What was opened without a look is looked at. */
    lookAgain() {
      if (!opened) return
      first = opened.files.map(({ understood }) => understood)
      show(opened)
    },
    cancelImport: close,
    /** What is on the sheet is opened, or added to what is open. `isRemembered`: files with such columns are read like this from now on. */
    importShown(isRemembered = false) {
      const seen = shown
      if (!seen || get().session.importing?.again) return
      if (slip)
        for (const [i, file] of seen.files.entries()) {
          const one = first[i]
          if (!one) continue
          if (isRemembered && isCorrected(file)) rememberReading(slip, one, file.corrections)
          else forgetReading(slip, one)
        }
      const { org } = seen.taken.output
      if (seen.goes === 'open' && org) {
        const before = selectDoc(get())
        close()
        const edit = before && addedBetween(before, org.doc, seen.files)
        if (!edit) return say({ tone: 'calm', key: 'import.nothing' })
        if (apply([edit])) say({ tone: 'good', key: 'import.added', params: { powers: edit.rows.grants?.length ?? 0 }, offersUndo: true })
        return
      }
      if (!org) return
      shown = null
      close()
      if (seen.goes === 'new') {
        put(seen)
        opened = { ...seen, goes: 'none' }
      }
    },
  }
}

function isCorrected({ corrections }: ReadFile): boolean {
  return corrections !== undefined && Object.keys(corrections).length > 0
}
function asGiven({ name, blob, corrections }: ImportingFile): ReadFile {
  return { name, blob, corrections }
}
/** Without its powers: those that come under the same id take their place, and do not stand beside them. */
function asFile({ grants: _, ...doc }: OrgDoc): ReadFile {
  return { name: `${doc.organization.name ?? ''}.json`, blob: new Blob([textOf(doc)]) }
}

const LISTS = ['segments', 'touchpoints', 'issueTypes', 'routes', 'feedback'] as const
/** What files brought to a document, as one edit; null where it is nothing. */
function addedBetween(before: OrgDoc, after: OrgDoc, files: readonly ReadFile[]): AddEdit | null {
  const isNew = (had: readonly { readonly id?: string }[] | undefined) => {
    const ids = new Set(had?.map(({ id }) => id))
    return ({ id }: { readonly id?: string }) => !ids.has(id)
  }
  const lists = LISTS.map((name) => [name, (after[name] ?? []).filter(isNew(before[name]))] as const)
  const demand = after.demand ? rowsOf(after.demand).filter(isNew(before.demand && rowsOf(before.demand))) : []
  const all = [...lists, ['demand', demand] as const, ['grants', after.grants ?? []] as const].filter(([, rows]) => rows.length > 0)
  const { authority } = after.coverage
  if (all.length === 0) return null
  return {
    kind: 'add',
    from: { kind: 'file', name: files.map(({ name }) => name).join(', ') },
    rows: Object.fromEntries(all),
    ...(authority && authority !== before.coverage.authority ? { coverage: { authority } } : {}),
  }
}

/** What the one line says. */
function openedAs({ taken: { output } }: Seen, foreign: readonly ImportingFile[]) {
  const [{ understood }] = foreign as readonly [ImportingFile]
  const { format, shape, account } = understood as Understood
  return {
    names: foreign.map(({ name }) => name),
    format: format.is,
    shape,
    people: account.placed,
    roles: output.org?.doc.roles.length ?? 0,
    isRemembered: foreign.some((file) => file.isRemembered) ? 1 : 0,
  }
}
