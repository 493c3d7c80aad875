// One drawing over sheets of paper that are glued together: each sheet holds what meets it and nothing else, overlaps the next by one box, and
// says where it goes (“B2 of C4”).
import { type Box, overlaps } from '../base/geometry'
import { boundsOf } from '../scene/cut'
import type { Page } from '../scene/furniture'
import type { Mark, Scene } from '../scene/types'

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

/** Sheets row by row from the top left; those on which there is nothing are there too, for a poster has no holes. */
export function posterOf(scene: Scene, sheet: Page = SHEET): readonly Sheet[] {
  const { bounds, marks } = scene
  const boxes = marks.map(boundsOf)
  const largest = largestBox(marks, boxes)
  const columns = startsOf(bounds.width, sheet.width, largest.width)
  const rows = startsOf(bounds.height, sheet.height, largest.height)
  const of = placeAt(columns.length - 1, rows.length - 1)
  return rows.flatMap((y, row) =>
    columns.map((x, column) => {
      const window = { x: bounds.x + x, y: bounds.y + y, ...sheet }
      return { scene: { ...scene, bounds: window, marks: meeting(marks, boxes, window) }, place: placeAt(column, row), of }
    }),
  )
}

/** How many sheets, without cutting any. */
export function sheetsFor({ bounds, marks }: Scene, sheet: Page = SHEET): number {
  const largest = largestBox(marks, marks.map(boundsOf))
  return startsOf(bounds.width, sheet.width, largest.width).length * startsOf(bounds.height, sheet.height, largest.height).length
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

/** As many as cover the whole, each so much before the end of the one before it; the drawing stands in the middle of what they cover. */
function startsOf(whole: number, sheet: number, largest: number): readonly number[] {
  const overlap = Math.min(largest, sheet * MOST_OVERLAP)
  const count = whole <= sheet ? 1 : Math.ceil((whole - overlap) / (sheet - overlap))
  const covered = count * (sheet - overlap) + overlap
  return Array.from({ length: count }, (_, i) => i * (sheet - overlap) - (covered - whole) / 2)
}

/** Columns are letters, as in a spreadsheet: A … Z, AA … */
function placeAt(column: number, row: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row + 1}`
}
