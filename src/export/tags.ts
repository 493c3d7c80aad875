// Where a branch was cut the box says how many roles are below it, and on which page; a head whose own place is on another page says on which.
// Small plates on the edge of a box, in the size of its type. A line of the box that a plate would cover gives way.
import { overlaps } from '../base/geometry'
import { placesOf } from '../layout/places'
import type { Layout } from '../layout/types'
import type { Org } from '../model/types'
import { allMarks, boundsOf } from '../scene/cut'
import { FAR } from '../scene/far/farness'
import { liftAt } from '../scene/far/levels'
import { roleKey } from '../scene/keys'
import { contrast } from '../scene/looks'
import { momentOf } from '../scene/moment'
import { type Pen, penFor } from '../scene/pen'
import { roomFor } from '../scene/text/measure'
import type { Theme } from '../scene/theme'
import type { Colour, GroupMark, Mark, Scene, View } from '../scene/types'

export interface Tag {
  readonly role: number
  /** `above`: over the box, where its head is told. */
  readonly side: 'above' | 'below'
  /** The longest first: the first that is no wider than its box is written. */
  readonly texts: readonly string[]
  /** For people who do not see it. */
  readonly about: string
}

/** Type in units of the page; a tag is never smaller than this, however small its box is. */
const SMALLEST = 10
const SIZE = 12
const LARGEST = 14
/** Of its height, how much lies over the box. */
const OVER = { below: 0.36, above: 0.03 } as const

const PAGE = penFor({ kx: 1, ky: 1, x: 0, y: 0 })

export function withTags(scene: Scene, org: Org, layout: Layout, view: View, theme: Theme, tags: readonly Tag[]): Scene {
  if (tags.length === 0 || view.kx < FAR) return scene
  const places = placesOf(org.structure)
  const pen = penFor(view, liftAt(org.structure, momentOf(layout), view))
  const cards = new Map(scene.marks.flatMap((mark) => (mark.kind === 'group' && mark.key.startsWith('role-') ? [[mark.key, mark]] : [])))
  const drawn: GroupMark[] = []
  for (const tag of [...tags].sort((a, b) => (places[a.role] as number) - (places[b.role] as number))) {
    const key = roleKey(org, tag.role)
    const card = cards.get(key)
    const plate = drawTag(tag, key, card ? groundOf(card) : undefined, layout, pen, view, theme)
    if (!plate) continue
    drawn.push(plate)
    if (card) cards.set(key, { ...card, marks: uncovered(card.marks, plate) })
  }
  const marks = scene.marks.map((mark) => (mark.kind === 'group' ? (cards.get(mark.key) ?? mark) : mark))
  return { ...scene, marks: [...marks, ...drawn] }
}

function drawTag(
  { role, side, texts, about }: Tag,
  key: string,
  ground: Colour | undefined,
  layout: Layout,
  pen: Pen,
  view: View,
  theme: Theme,
): GroupMark | null {
  const { x, y, w, h, placing } = layout
  const size = Math.max(SMALLEST, Math.min(LARGEST, SIZE * pen.k))
  const [left, right] = [pen.x(x[role] as number), pen.x((x[role] as number) + (w[role] as number))]
  const widthOf = (text: string) => roomFor(text, { size, bold: true }) + size
  const text = texts.find((one) => widthOf(one) <= right - left)
  if (text === undefined) return null
  const [width, height] = [widthOf(text), size * 1.45]
  // On a flipped chart the line to whoever it reports to leaves from the middle of the lower edge.
  const at = placing.orientation === 'flipped' ? right - width - 8 * pen.k : (left + right - width) / 2
  const top =
    side === 'below'
      ? pen.y((y[role] as number) + (h[role] as number)) - height * OVER.below
      : pen.y(y[role] as number) - height * (1 - OVER.above)
  if (at < 0 || top < 0 || at + width > view.width || top + height > view.height) return null
  const stroke = { colour: edgeOn(ground, theme), width: 1 }
  const marks = [
    PAGE.rectangle({ x: at, y: top, width, height }, { fill: theme.paper, radius: height / 2, stroke }),
    PAGE.text(at + width / 2, top + height / 2 + size * 0.355, text, { size, bold: true, anchor: 'middle', fill: theme.ink }),
  ]
  return { kind: 'group', key: key.replace(/^role/, side), title: about, marks }
}

/** The colour of the card itself, which is painted last of its boxes. */
function groundOf({ marks }: GroupMark): Colour | undefined {
  const boxes = marks.filter((mark) => mark.kind === 'rectangle')
  return boxes.reduce((a, b) => (b.width * b.height > a.width * a.height + 1 ? b : a), boxes[0] as (typeof boxes)[number])?.fill
}
function edgeOn(ground: Colour | undefined, { inkSecond, ink, paper }: Theme): Colour {
  return [inkSecond, ink].find((colour) => ground === undefined || contrast(colour, ground) >= 3) ?? paper
}

/** How much of a line may be covered: the air over and under its letters. */
const AIR = 2
function uncovered(marks: readonly Mark[], plate: GroupMark): readonly Mark[] {
  const [{ x, y, width, height }] = [...allMarks(plate.marks)].map(boundsOf) as [ReturnType<typeof boundsOf>]
  return marks.filter((mark) => mark.kind !== 'text' || !overlaps(boundsOf(mark), { x, y: y + AIR, width, height: height - 2 * AIR }))
}
