// A drawing or the organisation itself becomes a file of the reader's: written here, handed to the browser, never sent anywhere.
import type { Steps } from '../../base/steps'
import type { DrawingInput } from '../../export/drawing'
import { documentName } from '../../export/file-name'
import { findingSteps } from '../../export/formats/findings'
import { type PngDrawing, pngSteps } from '../../export/formats/png'
import { reportSteps } from '../../export/formats/report'
import { svgSteps } from '../../export/formats/svg'
import type { Size, What } from '../../export/page'
import { textOf } from '../../model/write'
import { themeFor } from '../../scene/theme'
import type { App } from '../../state/app'
import { selectDoc, selectIsCounting } from '../../state/derived'
import { inSlices } from '../../state/slices'
import { type Scenery, sceneryOf } from '../chart/scenery'
import { pictureOf } from './picture'
import { slicesOfPage } from './slices'
import type { Stages } from './stages'

/** Of the frame of a click; what takes longer goes on between frames, and says so. */
const AT_ONCE_MS = 20
/** What is done sooner needs no notice. */
const NOTICED_MS = 150

/** One file for each chart on the page: two where both are shown. Always light, as slides and paper are. */
export function saveDrawing(app: App, stages: Stages, what: What, size: Size): Promise<void> {
  return saveWritten(app, 'page.exported', () => drawingsOf(app, stages, what, size).map((input) => inPieces(svgSteps(input))))
}

/** The same as pixels, three a unit: a slide of 3840 × 2160. */
export function savePicture(app: App, stages: Stages, what: What): Promise<void> {
  return saveWritten(app, 'page.exported.plain', () =>
    drawingsOf(app, stages, what, '16:9').map((input) => asPicture(pngSteps(input, PIXELS))),
  )
}
const PIXELS = 3

/** A row a finding, in a table. */
export function saveFindings(app: App): Promise<void> {
  return saveWritten(app, 'page.exported.plain', ({ org, analysis, words }) => [inPieces(findingSteps(org, analysis, words))])
}

/** What was found, on one page for people. */
export function saveReport(app: App): Promise<void> {
  return saveWritten(app, 'page.exported.plain', ({ org, analysis, words }) => [inPieces(reportSteps(org, analysis, words))])
}

interface Written {
  readonly name: string
  readonly blob: Blob | Promise<Blob>
}

function* inPieces(
  steps: Steps<{ readonly name: string; readonly mediaType: string; readonly pieces: readonly string[] }>,
): Steps<Written> {
  const { name, mediaType, pieces } = yield* steps
  return { name, blob: new Blob([...pieces], { type: mediaType }) }
}

function* asPicture(steps: Steps<PngDrawing>): Steps<Written> {
  const drawing = yield* steps
  yield
  return { name: drawing.name, blob: pictureOf(drawing) }
}

/** Nothing is handed over before all of it is written; what takes long says so and can be given up. */
async function saveWritten(
  app: App,
  said: string,
  begin: (of: Pick<Scenery, 'org' | 'analysis' | 'words'>) => readonly Steps<Written>[],
): Promise<void> {
  const state = app.store.getState()
  const scenery = sceneryOf(state)
  if (!scenery || selectIsCounting(state)) {
    app.say({ tone: 'calm', key: 'page.export.counting' })
    return
  }
  const asked = new AbortController()
  const cancel = () => asked.abort()
  const waiting = setTimeout(() => app.say({ tone: 'calm', key: 'page.export.writing', cancel }), NOTICED_MS)
  try {
    const files: { readonly name: string; readonly blob: Blob }[] = []
    for (const steps of begin(scenery)) {
      const file = await inSlices(steps, slicesOfPage(), asked.signal, { atOnceMs: AT_ONCE_MS })
      if (!file) return app.say({ tone: 'calm', key: 'page.export.cancelled' })
      files.push({ name: file.name, blob: file.blob instanceof Blob ? file.blob : await file.blob })
    }
    for (const { name, blob } of files) save(name, blob)
    const names = files.map(({ name }) => name)
    app.say({ tone: 'good', key: said, params: { names } })
  } catch {
    app.say({ tone: 'bad', key: 'page.export.failed' })
  } finally {
    clearTimeout(waiting)
  }
}

function drawingsOf(app: App, stages: Stages, what: What, size: Size): DrawingInput[] {
  return stages.list().flatMap(({ orientation, stage }) => {
    const scenery = sceneryOf(app.store.getState(), orientation ?? undefined)
    const view = stage.view()
    if (!scenery || !view) return []
    const { org, analysis, turn, words, followed, overlay } = scenery
    const chart = turn.from === turn.to ? turn.to : turn
    return [{ org, analysis, chart, theme: themeFor('light'), words, followed, overlays: [overlay], view, what, size }]
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
