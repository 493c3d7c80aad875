// The drawing as SVG text that PowerPoint, Keynote, Impress, Figma and Inkscape read alike (slide-safe.json, core).

import { textsIn } from '../../base/table'
import type { Layout } from '../../layout/types'
import { svgText } from '../../render/svg'
import { beside } from '../../scene/beside'
import { buildScene, type SceneInput, saidOf } from '../../scene/build'
import { allMarks, type Cut, cutToPage } from '../../scene/cut'
import { organisationName } from '../../scene/headline'
import { hasEmoji } from '../../scene/text/clean'
import type { GroupMark, Scene, View } from '../../scene/types'
import { fileName } from '../file-name'
import { HALF_SLIDE, type Size, shownView, type What, wholeView } from '../page'

export interface SvgInput extends Omit<SceneInput, 'medium' | 'view'> {
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
export interface WrittenFile {
  readonly name: string
  readonly mediaType: string
  readonly text: string
  readonly report: Report
}

export const format = { id: 'svg', extension: 'svg', mediaType: 'image/svg+xml' } as const

/** Byte-equal for equal input. Never throws. */
export function writeSvg(input: SvgInput): WrittenFile {
  const { scene, leftOut } = drawing(input)
  const text = svgText(scene)
  const said = { org: input.org, analysis: input.analysis, words: input.words, medium: 'slide' } as const
  const layout = 'from' in input.chart ? input.chart.to : input.chart
  return {
    name: fileName(organisationName(said), input.beside ? 'both' : layout.placing.orientation, format.extension),
    mediaType: format.mediaType,
    text,
    report: reportOf(scene, text, leftOut.length, input),
  }
}

function drawing(input: SvgInput): Cut {
  const { size, view } = input
  const said = saidOf({ ...input, medium: 'slide' })
  const draw = (chart: SvgInput['chart'], on: View) => buildScene({ ...input, chart, medium: 'slide', view: on })
  if (input.what === 'view' && view) return cutToPage(draw(input.chart, shownView(view, size)))
  if (!input.beside) return { scene: draw(input.chart, wholeView(said, input.chart, size)), leftOut: [] }
  const [left, right] = [input.chart, input.beside].map((chart) => draw(chart, wholeView(said, chart, size, HALF_SLIDE))) as [Scene, Scene]
  return { scene: beside([left, right]), leftOut: [] }
}

function reportOf(scene: Scene, text: string, leftOut: number, { org }: SvgInput): Report {
  const elements = text.split('\n').filter((line) => /^<(?!\/)/.test(line)).length
  const bytes = new TextEncoder().encode(text).length
  let shortened = 0
  for (const mark of allMarks(scene.marks)) if (mark.kind === 'text' && mark.text.endsWith('…')) shortened++
  return {
    elements,
    bytes,
    boxes: scene.marks.filter((mark): mark is GroupMark => mark.kind === 'group' && mark.key.startsWith('role-')).length,
    leftOut,
    shortened,
    emojiDropped: [...textsIn(org.doc.roles.columns.title)].some(hasEmoji),
    size: elements > 20_000 || bytes > 1e7 ? 'too large' : elements > 2000 || bytes > 1e6 ? 'heavy' : 'comfortable',
  }
}
