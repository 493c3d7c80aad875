// Contacts poured from the segments into the columns of those who meet them. Along a segment the ribbons leave in the order of the boxes
// they go to, each as near above its box as the others let it, so that none crosses another where they leave; into a box they go in the
// order of the segments they come from. Out-of-scope contacts are left out; where none are counted all ribbons are alike. One scale for all:
// where a segment or a box would overflow, all shrink alike.
import type { Steps } from '../base/steps'
import type { Org } from '../model/types'
import type { Drawn } from './drawn'
import { placesOf } from './places'
import { pouredOf } from './poured'
import type { Sizes } from './sizes'
import type { CustomerField, Ribbons } from './types'

/** From box to box, left to right, for each in the order of the segments. */
interface Pours {
  readonly length: number
  /** Place of the segment in the field; the place after the last is the field as a whole. */
  readonly source: Int32Array
  readonly role: Int32Array
  readonly contacts: Float64Array
}
interface Boxes {
  readonly x: Float64Array
  readonly w: Uint16Array
}

/** Of its own for each chart: whoever sends a chart away gives its buffers with it. */
export const noRibbons = (): Ribbons => ({
  length: 0,
  y0: 0,
  y1: 0,
  segments: new Int32Array(0),
  start: new Int32Array(1),
  role: new Int32Array(0),
  contacts: new Float32Array(0),
  x0: new Float64Array(0),
  inset: new Float32Array(0),
  perContact: 0,
  thinnest: 0,
})

export function* placeRibbons(
  org: Org,
  drawn: Pick<Drawn, 'foldedAway'>,
  fromLeft: Int32Array,
  boxes: Boxes,
  field: CustomerField,
  y1: number,
  sizes: Sizes,
): Steps<Ribbons> {
  const pours = yield* poursOf(org, drawn, fromLeft, boxes, field)
  if (pours.length === 0) return noRibbons()
  const { length, source, role, contacts } = pours
  yield
  const { scale, gap } = squeezed(pours, boxes, field, sizes)
  const perContact = sizes.ribbon.perContact * scale
  const thinnest = sizes.ribbon.thinnest * scale
  const widthAt = (k: number) => Math.max(thinnest, (contacts[k] as number) * perContact)

  yield
  const sources = field.segments.length + 1
  const start = new Int32Array(sources + 1)
  for (let k = 0; k < length; k++) start[(source[k] as number) + 1] = (start[(source[k] as number) + 1] as number) + 1
  for (let s = 0; s < sources; s++) start[s + 1] = (start[s + 1] as number) + (start[s] as number)
  const end = start.slice()
  const kept = {
    role: new Int32Array(length),
    contacts: new Float32Array(length),
    x0: new Float64Array(length),
    inset: new Float32Array(length),
  }
  for (let from = 0, to = 0; from < length; from = to) {
    const box = role[from] as number
    let all = 0
    for (to = from; to < length && role[to] === box; to++) all += widthAt(to) + gap
    let inset = ((boxes.w[box] as number) - all + gap) / 2
    for (let k = from; k < to; k++) {
      const width = widthAt(k)
      const s = source[k] as number
      const at = end[s] as number
      end[s] = at + 1
      kept.role[at] = box
      kept.contacts[at] = contacts[k] as number
      kept.inset[at] = inset + width / 2
      kept.x0[at] = (boxes.x[box] as number) + (kept.inset[at] as number)
      inset += width + gap
    }
  }
  const ribbons: Ribbons = {
    length,
    y0: field.y + field.height,
    y1,
    segments: Int32Array.from({ length: sources }, (_, s) => field.segments[s]?.segment ?? -1),
    start,
    ...kept,
    perContact,
    thinnest,
  }
  field.segments.forEach((box, s) => {
    leave(ribbons, s, box.x + sizes.ribbon.inset, box.x + box.width - sizes.ribbon.inset, gap)
  })
  return ribbons
}

/** The scale and the gap at which no box and no segment overflows. */
function squeezed({ length, source, role, contacts }: Pours, { w }: Boxes, field: CustomerField, { ribbon }: Sizes) {
  let scale = 1
  let gap = ribbon.gap
  const squeeze = (count: number, sum: number, room: number) => {
    if (count > 1) gap = Math.min(gap, room / 4 / (count - 1))
    scale = Math.min(scale, (room - gap * (count - 1)) / sum)
  }
  const sums = new Float64Array(field.segments.length + 1)
  const counts = new Int32Array(field.segments.length + 1)
  for (let from = 0, to = 0; from < length; from = to) {
    let sum = 0
    for (to = from; to < length && role[to] === role[from]; to++) {
      const wanted = Math.max(ribbon.thinnest, (contacts[to] as number) * ribbon.perContact)
      const s = source[to] as number
      sum += wanted
      sums[s] = (sums[s] as number) + wanted
      counts[s] = (counts[s] as number) + 1
    }
    squeeze(to - from, sum, (w[role[from] as number] as number) - 2 * ribbon.inset)
  }
  field.segments.forEach((box, s) => {
    if ((counts[s] as number) > 0) squeeze(counts[s] as number, sums[s] as number, box.width - 2 * ribbon.inset)
  })
  return { scale, gap }
}

function* poursOf(
  org: Org,
  { foldedAway }: Pick<Drawn, 'foldedAway'>,
  fromLeft: Int32Array,
  boxes: Boxes,
  field: CustomerField,
): Steps<Pours> {
  const poured = pouredOf(org)
  yield
  const { preorder, branchSize } = org.structure
  const folded = foldedAway.length > 0 ? placesOf(org.structure) : null
  /** Those who are shown by a box, as a range of preorder; stacks hide nobody who meets customers. */
  const endOf = (box: number) => (folded && (foldedAway[box] as number) > 0 ? (branchSize[box] as number) : 1)
  const targets = new Int32Array(fromLeft.length)
  let met = 0
  let most = 0
  for (let k = 0; k < fromLeft.length; k++) {
    const box = fromLeft[k] as number
    const hidden = endOf(box)
    let lines = (poured.start[box + 1] as number) - (poured.start[box] as number)
    for (let i = 1; i < hidden; i++) {
      const role = preorder[((folded as Int32Array)[box] as number) + i] as number
      lines += (poured.start[role + 1] as number) - (poured.start[role] as number)
    }
    if (lines === 0) continue
    targets[met++] = box
    most += lines
  }
  yield
  sortByMiddle(targets.subarray(0, met), boxes)
  yield

  // By 1 + the segment: contacts may not say which.
  const places = new Int32Array((org.doc.segments?.length ?? 0) + 1).fill(field.segments.length)
  field.segments.forEach(({ segment }, k) => {
    places[segment + 1] = k
  })
  const source = new Int32Array(most)
  const role = new Int32Array(most)
  const sum = new Float64Array(most)
  let length = 0
  /** In order of the field, each segment once. */
  const pour = (from: number, box: number, by: number) => {
    for (let line = poured.start[by] as number; line < (poured.start[by + 1] as number); line++) {
      const place = places[(poured.segment[line] as number) + 1] ?? (places[0] as number)
      let at = length
      while (at > from && (source[at - 1] as number) >= place) at--
      if (at === length || source[at] !== place) {
        for (let k = length; k > at; k--) {
          source[k] = source[k - 1] as number
          sum[k] = sum[k - 1] as number
        }
        source[at] = place
        sum[at] = 0
        role[length++] = box
      }
      sum[at] = (sum[at] as number) + (poured.contacts[line] as number)
    }
  }
  for (let k = 0; k < met; k++) {
    const box = targets[k] as number
    const from = length
    pour(from, box, box)
    const hidden = endOf(box)
    for (let i = 1; i < hidden; i++) pour(from, box, preorder[((folded as Int32Array)[box] as number) + i] as number)
  }
  return { length, source, role, contacts: sum }
}

/** In order already, but for managers who meet customers in the mirror: they come before their reports and stand in their middle. */
function sortByMiddle(boxes: Int32Array, { x, w }: Boxes) {
  const middle = (role: number) => (x[role] as number) + (w[role] as number) / 2
  for (let k = 1; k < boxes.length; k++)
    if (middle(boxes[k - 1] as number) > middle(boxes[k] as number)) {
      boxes.sort((a, b) => middle(a) - middle(b) || a - b)
      return
    }
}

/** Slides the ribbons of one segment to where they want to be, pushed apart, then back within its edges. */
function leave({ start, x0, contacts, perContact, thinnest }: Ribbons, source: number, left: number, right: number, gap: number) {
  const from = start[source] as number
  const to = start[source + 1] as number
  const halfAt = (k: number) => Math.max(thinnest, (contacts[k] as number) * perContact) / 2
  let least = left
  for (let k = from; k < to; k++) {
    const half = halfAt(k)
    x0[k] = Math.max(x0[k] as number, least + half)
    least = (x0[k] as number) + half + gap
  }
  let most = right
  for (let k = to - 1; k >= from; k--) {
    const half = halfAt(k)
    x0[k] = Math.min(x0[k] as number, most - half)
    most = (x0[k] as number) - half - gap
  }
}
