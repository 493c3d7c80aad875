// The drawing as SVG text that PowerPoint, Keynote, Impress, Figma and Inkscape read alike (slide-safe.json, core).

import { finish, type Steps } from '../../base/steps'
import { textsIn } from '../../base/table'
import { svgSteps as textSteps } from '../../render/svg'
import { uncleanIn } from '../../scene/text/clean'
import type { Mark, Scene } from '../../scene/types'
import { type DrawingInput, drawingName, drawingSteps } from '../drawing'

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
export function writeSvg(input: DrawingInput): SvgFile & { readonly text: string } {
  const file = finish(svgSteps(input))
  return { ...file, text: file.pieces.join('') }
}

/** The same, in steps of a few milliseconds. */
export function* svgSteps(input: DrawingInput): Steps<SvgFile> {
  const { scene, leftOut } = yield* drawingSteps(input)
  yield
  const { pieces, elements } = yield* textSteps(scene)
  return {
    name: drawingName(input, format.extension),
    mediaType: format.mediaType,
    pieces,
    report: yield* reportOf(scene, pieces, elements, leftOut.length, input),
  }
}

/** Of so many titles it is looked whether they hold emoji. */
const LOOKED_AT = 5000

function* reportOf(
  scene: Scene,
  pieces: readonly string[],
  elements: number,
  leftOut: number,
  { org }: Pick<DrawingInput, 'org'>,
): Steps<Report> {
  const encoder = new TextEncoder()
  let bytes = 0
  for (const piece of pieces) {
    bytes += encoder.encode(piece).length
    yield
  }
  let [emojiDropped, looked] = [false, 0]
  for (const title of textsIn(org.doc.roles.columns.title)) {
    emojiDropped ||= uncleanIn(title).includes('emoji')
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
