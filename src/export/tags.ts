// Where a branch was cut the box says how many roles are below it, and on which page; a head whose own place is on another page says on which.
// Small plates on the edge of a box, in the size of its type.
import { placesOf } from '../layout/places'
import type { Layout } from '../layout/types'
import { idOf } from '../model/roles'
import type { Org } from '../model/types'
import { FAR } from '../scene/far/farness'
import { keyOf } from '../scene/keys'
import { penFor } from '../scene/pen'
import { roomFor } from '../scene/text/measure'
import type { Theme } from '../scene/theme'
import type { GroupMark, Mark, View } from '../scene/types'

export interface Tag {
  readonly role: number
  /** `above`: on the edge towards whoever it reports to. */
  readonly side: 'above' | 'below'
  /** The longest first: the first that is no wider than its box is written. */
  readonly texts: readonly string[]
  /** For people who do not see it. */
  readonly about: string
}

/** Type and height in units of the page; a tag is never smaller than this, however small its box is. */
const SMALLEST = 10
const SIZE = 12

export function drawTags(org: Org, layout: Layout, view: View, theme: Theme, tags: readonly Tag[]): Mark[] {
  if (view.kx < FAR) return []
  const places = placesOf(org.structure)
  const inOrder = [...tags].sort((a, b) => (places[a.role] as number) - (places[b.role] as number))
  return inOrder.flatMap((tag) => drawTag(org, layout, view, theme, tag))
}

function drawTag(org: Org, { x, y, w, h, placing }: Layout, view: View, theme: Theme, { role, side, texts, about }: Tag): GroupMark[] {
  const chart = penFor(view)
  const size = Math.max(SMALLEST, Math.min(14, SIZE * chart.k))
  const [left, right] = [chart.x(x[role] as number), chart.x((x[role] as number) + (w[role] as number))]
  const widthOf = (text: string) => roomFor(text, { size, bold: true }) + size
  const text = texts.find((one) => widthOf(one) <= right - left)
  if (text === undefined) return []
  const [width, height] = [widthOf(text), size * 1.45]
  const isFlipped = placing.orientation === 'flipped'
  // On a flipped chart the line to whoever it reports to leaves from the middle of the lower edge.
  const at = isFlipped ? right - width - 8 * chart.k : (left + right - width) / 2
  const edge = chart.y((y[role] as number) + (side === 'below' ? (h[role] as number) : 0))
  const plate = { x: at, y: edge - height / 2, width, height }
  if (plate.x < 0 || plate.y < 0 || plate.x + width > view.width || plate.y + height > view.height) return []
  const page = penFor({ kx: 1, ky: 1, x: 0, y: 0 })
  const marks: Mark[] = [
    page.rectangle(plate, { fill: theme.paper, radius: height / 2, stroke: { colour: theme.inkSecond, width: 1 } }),
    page.text(at + width / 2, edge + size * 0.355, text, { size, bold: true, anchor: 'middle', fill: theme.ink }),
  ]
  return [{ kind: 'group', key: keyOf(side, idOf(org, role)), title: about, marks }]
}
