// What becomes a file of the reader's without being asked how: written here, handed to the browser, never sent anywhere. The rest: ui/export.
import { documentName } from '../../export/file-name'
import { textOf } from '../../model/write'
import type { App } from '../../state/app'
import { selectDoc } from '../../state/derived'

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

/** Hands a file to the browser, which asks the reader or puts it among the downloads. */
export function save(name: string, blob: Blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000) // some browsers read it late
}
