// A drawing or the organisation itself becomes a file of the reader's: written here, handed to the browser, never sent anywhere.
import { documentName } from '../../export/file-name'
import { writeSvg } from '../../export/formats/svg'
import type { Size, What } from '../../export/page'
import { textOf } from '../../model/write'
import { themeFor } from '../../scene/theme'
import type { App } from '../../state/app'
import { selectDoc, selectIsCounting } from '../../state/derived'
import { sceneryOf } from '../chart/scenery'
import type { Stages } from './stages'

/** One file for each chart on the page: two where both are shown. Always light, as slides and paper are. */
export function saveDrawing(app: App, stages: Stages, what: What, size: Size) {
  if (selectIsCounting(app.store.getState())) {
    app.say({ tone: 'calm', key: 'page.export.counting' })
    return
  }
  try {
    const names = stages.list().flatMap(({ orientation, stage }) => {
      const scenery = sceneryOf(app.store.getState(), orientation ?? undefined)
      const view = stage.view()
      if (!scenery || !view) return []
      const { org, analysis, turn, words, followed } = scenery
      const chart = turn.from === turn.to ? turn.to : turn
      const { name, mediaType, text } = writeSvg({ org, analysis, chart, theme: themeFor('light'), words, followed, view, what, size })
      save(name, new Blob([text], { type: mediaType }))
      return [name]
    })
    app.say({ tone: 'good', key: 'page.exported', params: { names } })
  } catch {
    app.say({ tone: 'bad', key: 'page.export.failed' })
  }
}

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
