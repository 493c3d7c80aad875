// Contacts poured from the segments into the columns of those who meet them. Along a segment the ribbons leave in the order of the boxes
// they go to, each as near above its box as the others let it, so that none crosses another where they leave; into a box they go in the
// order of the segments they come from. Out-of-scope contacts are left out; where none are counted all ribbons are alike. One scale for all:
// where a segment or a box would overflow, all shrink alike.
import type { Steps } from '../base/steps'
import type { Org } from '../model/types'
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

const NOTHING = new Int32Array(0)
export const NO_RIBBONS: Ribbons = {
  length: 0,
  y0: 0,
  y1: 0,
  segments: NOTHING,
  start: new Int32Array(1),
  role: NOTHING,
  contacts: new Float32Array(0),
  x0: new Float64Array(0),
  inset: new Float32Array(0),
  perContact: 0,
  thinnest: 0,
}

export function* placeRibbons(
  org: Org,
  boxOf: Int32Array,
  fromLeft: Int32Array,
  boxes: Boxes,
  field: CustomerField,
  y1: number,
  sizes: Sizes,
): Steps<Ribbons> {
  const pours = yield* poursOf(org, boxOf, fromLeft, boxes, field)
  if (pours.length === 0) return NO_RIBBONS
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

function* poursOf(org: Org, boxOf: Int32Array, fromLeft: Int32Array, boxes: Boxes, field: CustomerField): Steps<Pours> {
  const { contacts } = org
  // Contacts of a box as a chain, so that the sums of one box at a time are held.
  const head = new Int32Array(boxOf.length).fill(-1)
  const next = new Int32Array(contacts.length)
  for (let i = contacts.length - 1; i >= 0; i--) {
    if ((contacts.boundary[i] as number) >= 0) continue
    const box = boxOf[contacts.role[i] as number] as number
    next[i] = head[box] as number
    head[box] = i
  }
  yield
  const meeting = contacts.length === 0 ? meetingUncounted(org, boxOf) : null
  const targets = new Int32Array(fromLeft.length)
  let met = 0
  for (let k = 0; k < fromLeft.length; k++) {
    const box = fromLeft[k] as number
    if ((head[box] as number) >= 0 || meeting?.[box] === 1) targets[met++] = box
  }
  sortByMiddle(targets.subarray(0, met), boxes)

  // By 1 + the segment: contacts may not say which.
  const places = new Int32Array((org.doc.segments?.length ?? 0) + 1).fill(field.segments.length)
  field.segments.forEach(({ segment }, k) => {
    places[segment + 1] = k
  })
  const whole = places[0] as number
  yield
  const most = meeting ? met : contacts.length
  const source = new Int32Array(most)
  const role = new Int32Array(most)
  const sum = new Float64Array(most)
  let length = 0
  for (let k = 0; k < met; k++) {
    const box = targets[k] as number
    const from = length
    if (meeting) {
      source[length] = whole
      role[length++] = box
    }
    for (let i = head[box] as number; i >= 0; i = next[i] as number) {
      const place = places[(contacts.segment[i] as number) + 1] as number
      let at = length
      while (at > from && (source[at - 1] as number) >= place) at--
      if (at === length || source[at] !== place) {
        source.copyWithin(at + 1, at, length)
        sum.copyWithin(at + 1, at, length)
        source[at] = place
        sum[at] = 0
        role[length++] = box
      }
      if (contacts.areCounted) sum[at] = (sum[at] as number) + (contacts.weight[i] as number)
    }
  }
  return { length, source, role, contacts: sum }
}

/** Boxes of those who are known to meet customers where the file does not say about what. */
function meetingUncounted({ structure }: Org, boxOf: Int32Array): Uint8Array {
  const isMeeting = new Uint8Array(boxOf.length)
  for (let role = 0; role < boxOf.length; role++) if (structure.distance[role] === 1) isMeeting[boxOf[role] as number] = 1
  return isMeeting
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
