// A drawing or the organisation itself becomes a file of the reader's: written here, handed to the browser, never sent anywhere.
import { documentName } from '../../export/file-name'
import { type SvgInput, svgSteps } from '../../export/formats/svg'
import type { Size, What } from '../../export/page'
import { textOf } from '../../model/write'
import { themeFor } from '../../scene/theme'
import type { App } from '../../state/app'
import { selectDoc, selectIsCounting } from '../../state/derived'
import { inSlices } from '../../state/slices'
import { sceneryOf } from '../chart/scenery'
import { slicesOfPage } from './slices'
import type { Stages } from './stages'

/** Of the frame of a click; what takes longer goes on between frames, and says so. */
const AT_ONCE_MS = 32
/** What is done sooner needs no notice. */
const NOTICED_MS = 150

/** One file for each chart on the page: two where both are shown. Always light, as slides and paper are. */
export async function saveDrawing(app: App, stages: Stages, what: What, size: Size): Promise<void> {
  if (selectIsCounting(app.store.getState())) {
    app.say({ tone: 'calm', key: 'page.export.counting' })
    return
  }
  const asked = new AbortController()
  const cancel = () => asked.abort()
  const sayIt = () => app.say({ tone: 'calm', key: 'page.export.writing', cancel })
  try {
    const names: string[] = []
    for (const input of drawingsOf(app, stages, what, size)) {
      const written = inSlices(svgSteps(input), slicesOfPage(), asked.signal, { atOnceMs: AT_ONCE_MS })
      const waiting = setTimeout(sayIt, NOTICED_MS)
      const file = await written
      clearTimeout(waiting)
      if (!file) return app.say({ tone: 'calm', key: 'page.export.cancelled' })
      save(file.name, new Blob([...file.pieces], { type: file.mediaType }))
      names.push(file.name)
    }
    app.say({ tone: 'good', key: 'page.exported', params: { names } })
  } catch {
    app.say({ tone: 'bad', key: 'page.export.failed' })
  }
}

function drawingsOf(app: App, stages: Stages, what: What, size: Size): SvgInput[] {
  return stages.list().flatMap(({ orientation, stage }) => {
    const scenery = sceneryOf(app.store.getState(), orientation ?? undefined)
    const view = stage.view()
    if (!scenery || !view) return []
    const { org, analysis, turn, words, followed } = scenery
    const chart = turn.from === turn.to ? turn.to : turn
    return [{ org, analysis, chart, theme: themeFor('light'), words, followed, view, what, size }]
  })
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
