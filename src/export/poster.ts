// One drawing over sheets of paper that are glued together: each sheet holds what meets it and nothing else, overlaps the next by one box, and
// says where it goes (“B2 of C4”).
import { type Box, overlaps } from '../base/geometry'
import { boundsOf } from '../scene/cut'
import type { Page } from '../scene/furniture'
import type { Mark, Scene } from '../scene/types'

export interface Poster {
  /** How much larger than the drawing: it fills its sheets. */
  readonly scale: number
  /** Row by row from the top left; those on which there is nothing are there too, for a poster has no holes. */
  readonly sheets: readonly Sheet[]
}
export interface Sheet {
  readonly scene: Scene
  /** Column and row: `B2`. */
  readonly place: string
  /** Of the last sheet. */
  readonly of: string
}

/** A4 on its side within a margin that printers leave, 96 px an inch; below it stands the place. */
export const SHEET: Page = { width: 1046, height: 696 }
/** Of a sheet at most, where boxes are large. */
const MOST_OVERLAP = 1 / 2

/** At least as large as it is drawn, over as few sheets as that takes. */
export function posterOf(scene: Scene, sheet: Page = SHEET): Poster {
  const { bounds, marks } = scene
  const boxes = marks.map(boundsOf)
  const largest = largestBox(marks, boxes)
  const across = spanOf(bounds.width, sheet.width, largest.width)
  const down = spanOf(bounds.height, sheet.height, largest.height)
  const scale = Math.min(across.scale, down.scale)
  const page = { width: sheet.width / scale, height: sheet.height / scale }
  const of = placeAt(across.count - 1, down.count - 1)
  const sheets = startsOf(down, bounds.height, page.height).flatMap((y, row) =>
    startsOf(across, bounds.width, page.width).map((x, column) => {
      const window = { x: bounds.x + x, y: bounds.y + y, ...page }
      return { scene: { ...scene, bounds: window, marks: meeting(marks, boxes, window) }, place: placeAt(column, row), of }
    }),
  )
  return { scale, sheets }
}

function meeting(marks: readonly Mark[], boxes: readonly Box[], window: Box): readonly Mark[] {
  return marks.filter((_, i) => overlaps(grown(boxes[i] as Box), window))
}
/** A line has no area, and a stroke reaches beyond its box. */
const STROKE = 4
const grown = ({ x, y, width, height }: Box): Box => ({
  x: x - STROKE,
  y: y - STROKE,
  width: width + 2 * STROKE,
  height: height + 2 * STROKE,
})

function largestBox(marks: readonly Mark[], boxes: readonly Box[]): Page {
  let [width, height] = [0, 0]
  marks.forEach((mark, i) => {
    if (mark.kind !== 'group' || !mark.key.startsWith('role-')) return
    width = Math.max(width, (boxes[i] as Box).width)
    height = Math.max(height, (boxes[i] as Box).height)
  })
  return { width, height }
}

interface Span {
  readonly count: number
  readonly overlap: number
  /** What may be drawn larger by this on so many sheets. */
  readonly scale: number
}
function spanOf(whole: number, sheet: number, largest: number): Span {
  const overlap = Math.min(largest, sheet * MOST_OVERLAP)
  const count = whole <= sheet ? 1 : Math.ceil((whole - overlap) / (sheet - overlap))
  return { count, overlap, scale: (count * sheet) / (whole + (count - 1) * overlap) }
}
/** Each begins before the end of the one before it; the drawing stands in the middle of what they cover. */
function startsOf({ count, overlap }: Span, whole: number, page: number): readonly number[] {
  const covered = count * (page - overlap) + overlap
  return Array.from({ length: count }, (_, i) => i * (page - overlap) - (covered - whole) / 2)
}

/** Columns are letters, as in a spreadsheet: A … Z, AA … */
function placeAt(column: number, row: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
