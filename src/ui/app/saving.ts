// What becomes a file of the reader's without being asked how: written here, handed to the browser, never sent anywhere. The rest: ui/export.
import { documentName } from '../../export/file-name'
import { textOf } from '../../model/write'
import type { App } from '../../state/app'
import { selectAnalysis, selectDoc, selectOrg } from '../../state/derived'
import { written } from '../export/writing'
import { selectWords } from './context'

/** The organisation in its own format, as it is on the page now. */
export function saveDocument(app: App) {
  const doc = selectDoc(app.store.getState())
  if (!doc) return
  try {
    const name = documentName(doc.organization.name ?? '')
    save(name, new Blob([textOf(doc)], { type: 'application/json' }))
    app.saved(doc)
    app.say({ tone: 'good', key: 'page.saved', params: { name } })
  } catch {
    app.say({ tone: 'bad', key: 'page.save.failed' })
  }
}

/** What was found, on one page for people, without asking how. */
export async function saveReport(app: App): Promise<void> {
  const state = app.store.getState()
  const [org, analysis, words] = [selectOrg(state), selectAnalysis(state), selectWords(state)]
  if (!org || !analysis) return app.say({ tone: 'calm', key: 'dialog.counting' })
  try {
    const file = await written('report', { org, analysis, words }, new AbortController().signal)
    if (!file) return
    save(file.name, file.blob)
    app.say({ tone: 'good', key: 'dialog.saved', params: { name: file.name } })
  } catch {
    app.say({ tone: 'bad', key: 'page.save.failed' })
  }
}

/** Hands a file to the browser, which asks the reader or puts it among the downloads. */
export function save(name: string, blob: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000) // some browsers read it late
}
