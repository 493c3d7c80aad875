// The drawing as SVG text that PowerPoint, Keynote, Impress, Figma and Inkscape read alike (slide-safe.json, core).

import { finish, type Steps } from '../../base/steps'
import { textsIn } from '../../base/table'
import type { Layout } from '../../layout/types'
import { svgSteps as textSteps } from '../../render/svg'
import { beside } from '../../scene/beside'
import { type SceneInput, saidOf, sceneSteps } from '../../scene/build'
import { type Cut, cutToPage } from '../../scene/cut'
import { organisationName } from '../../scene/headline'
import { hasEmoji } from '../../scene/text/clean'
import type { Mark, Scene, View } from '../../scene/types'
import { fileName } from '../file-name'
import { boxesOf, finenessOf, HALF_SLIDE, isFar, type Size, SLIDE, shownView, type What, wholeView } from '../page'

export interface SvgInput extends Omit<SceneInput, 'medium' | 'view' | 'isBrief'> {
  readonly size: Size
  readonly what: What
  /** What the page shows now; needed for `what: 'view'`. */
  readonly view?: View
  /** A second chart on the same page, to the right of the first; everything of both is drawn. */
  readonly beside?: Layout
}
export interface Report {
  readonly elements: number
  readonly bytes: number
  readonly boxes: number
  /** Boxes that were not wholly on the page. */
  readonly leftOut: number
  /** Lines that had to be shortened with an ellipsis. */
  readonly shortened: number
  /** Emoji are dropped: no slide program draws them reliably. */
  readonly emojiDropped: boolean
  /** Over 2,000 elements or 1 MB a file is slow to edit; over 20,000 or 10 MB it should be parted. */
  readonly size: 'comfortable' | 'heavy' | 'too large'
}
export interface SvgFile {
  readonly name: string
  readonly mediaType: string
  /** Of its text, in a row. */
  readonly pieces: readonly string[]
  readonly report: Report
}

export const format = { id: 'svg', extension: 'svg', mediaType: 'image/svg+xml' } as const

/** Byte-equal for equal input. Never throws. */
export function writeSvg(input: SvgInput): SvgFile & { readonly text: string } {
  const file = finish(svgSteps(input))
  return { ...file, text: file.pieces.join('') }
}

/** The same, in steps of a few milliseconds. */
export function* svgSteps(input: SvgInput): Steps<SvgFile> {
  const { scene, leftOut } = yield* drawing(input)
  yield
  const { pieces, elements } = yield* textSteps(scene)
  const said = { org: input.org, analysis: input.analysis, words: input.words, medium: 'slide' } as const
  return {
    name: fileName(organisationName(said), input.beside ? 'both' : layoutOf(input.chart).placing.orientation, format.extension),
    mediaType: format.mediaType,
    pieces,
    report: yield* reportOf(scene, pieces, elements, leftOut.length, input),
  }
}

function layoutOf(chart: SvgInput['chart']): Layout {
  return 'from' in chart ? chart.to : chart
}

function* drawing(input: SvgInput): Steps<Cut> {
  const { size, view } = input
  if (input.what === 'view' && view) return cutToPage(yield* drawn(input, input.chart, shownView(view, size)))
  const said = saidOf({ ...input, medium: 'slide' })
  const whole = (chart: SvgInput['chart'], slide = SLIDE) => drawn(input, chart, wholeView(said, chart, size, slide))
  if (!input.beside) return { scene: yield* whole(input.chart), leftOut: [] }
  const left = yield* whole(input.chart, HALF_SLIDE)
  const right = yield* whole(input.beside, HALF_SLIDE)
  return { scene: beside([left, right]), leftOut: [] }
}

function* drawn(input: SvgInput, chart: SvgInput['chart'], view: View): Steps<Scene> {
  const layout = layoutOf(chart)
  const isBrief = input.what === 'everything' && input.size === 'natural' && finenessOf(layout) !== 'cards'
  const scene = yield* sceneSteps({ ...input, chart, medium: 'slide', view, isBrief })
  if (!isFar(layout, view)) return scene
  return { ...scene, description: `${scene.description} ${input.words.say('export.slabs', { boxes: boxesOf(layout) })}` }
}

/** Of so many titles it is looked whether they hold emoji. */
const LOOKED_AT = 5000

function* reportOf(
  scene: Scene,
  pieces: readonly string[],
  elements: number,
  leftOut: number,
  { org }: Pick<SvgInput, 'org'>,
): Steps<Report> {
  const encoder = new TextEncoder()
  let bytes = 0
  for (const piece of pieces) {
    bytes += encoder.encode(piece).length
    yield
  }
  let [emojiDropped, looked] = [false, 0]
  for (const title of textsIn(org.doc.roles.columns.title)) {
    emojiDropped ||= hasEmoji(title)
    if (emojiDropped || ++looked >= LOOKED_AT) break
  }
  return {
    elements,
    bytes,
    boxes: scene.marks.reduce((count, mark) => (mark.kind === 'group' && mark.key.startsWith('role-') ? count + 1 : count), 0),
    leftOut,
    shortened: shortenedIn(scene.marks),
    emojiDropped,
    size: elements > 20_000 || bytes > 1e7 ? 'too large' : elements > 2000 || bytes > 1e6 ? 'heavy' : 'comfortable',
  }
}

function shortenedIn(marks: readonly Mark[]): number {
  let count = 0
  for (const mark of marks) {
    if (mark.kind === 'group') count += shortenedIn(mark.marks)
    else if (mark.kind === 'text' && mark.text.endsWith('…')) count++
  }
  return count
}
