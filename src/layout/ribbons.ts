// Contacts poured from the segments into the columns of those who meet them. Along a segment the ribbons leave in the order of the boxes
// they go to, each as near above its box as the others let it, so that none crosses another where they leave; into a box they go in the
// order of the segments they come from. Out-of-scope contacts are left out; where none are counted all ribbons are alike. One scale for all: where a segment or a box would overflow, all
// shrink alike.
import type { Org } from '../model/types'
import type { Sizes } from './sizes'
import type { CustomerField, Ribbon, SegmentBox } from './types'

interface Pour {
  readonly segment: number
  /** Place of the segment in the field, -1 = the field as a whole. */
  readonly source: number
  readonly role: number
  readonly contacts: number
}
interface Boxes {
  readonly x: Float64Array
  readonly w: Float32Array
}

export function placeRibbons(
  org: Org,
  boxOf: Int32Array,
  fromLeft: Int32Array,
  boxes: Boxes,
  field: CustomerField,
  y1: number,
  sizes: Sizes,
): Ribbon[] {
  const pours = poursOf(org, boxOf, fromLeft, boxes, field)
  const { inset } = sizes.ribbon
  const targets = runs(pours.map((pour) => pour.role))
  const sources = new Map<number, number[]>()
  pours.forEach(({ source }, k) => {
    if (source < 0) return
    const known = sources.get(source)
    if (known) known.push(k)
    else sources.set(source, [k])
  })
  const roomAt = (k: number) => (boxes.w[(pours[k] as Pour).role] as number) - 2 * inset
  const roomIn = (source: number) => (field.segments[source] as SegmentBox).width - 2 * inset

  const wanted = pours.map(({ contacts }) => Math.max(sizes.ribbon.thinnest, contacts * sizes.ribbon.perContact))
  let scale = 1
  let gap = sizes.ribbon.gap
  const squeeze = (count: number, sum: number, room: number) => {
    if (count > 1) gap = Math.min(gap, room / 4 / (count - 1))
    scale = Math.min(scale, (room - gap * (count - 1)) / sum)
  }
  for (const [from, to] of targets) squeeze(to - from, sumOf(wanted, from, to), roomAt(from))
  for (const [source, own] of sources) {
    const sum = own.reduce((total, k) => total + (wanted[k] as number), 0)
    squeeze(own.length, sum, roomIn(source))
  }
  const widths = wanted.map((width) => width * scale)

  const x1 = new Float64Array(pours.length)
  for (const [from, to] of targets) {
    const role = (pours[from] as Pour).role
    let x = (boxes.x[role] as number) + ((boxes.w[role] as number) - sumOf(widths, from, to) - gap * (to - from - 1)) / 2
    for (let k = from; k < to; k++) {
      x1[k] = x + (widths[k] as number) / 2
      x += (widths[k] as number) + gap
    }
  }
  const x0 = x1.slice()
  for (const [source, own] of sources) leave(own, field.segments[source] as SegmentBox, widths, gap, inset, x0)
  return pours.map(({ segment, role, contacts }, k) => ({
    segment,
    role,
    contacts,
    width: widths[k] as number,
    x0: x0[k] as number,
    y0: field.y + field.height,
    x1: x1[k] as number,
    y1,
  }))
}

/** In the order of the boxes from left to right, and for each in the order of the segments. */
function poursOf(org: Org, boxOf: Int32Array, fromLeft: Int32Array, boxes: Boxes, field: CustomerField): Pour[] {
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
  const meeting = contacts.length === 0 ? meetingUncounted(org, boxOf) : null
  const targets: number[] = []
  for (let k = 0; k < fromLeft.length; k++) {
    const box = fromLeft[k] as number
    if ((head[box] as number) >= 0 || meeting?.[box] === 1) targets.push(box)
  }
  const middle = (role: number) => (boxes.x[role] as number) + (boxes.w[role] as number) / 2
  targets.sort((a, b) => middle(a) - middle(b) || a - b)

  const places = new Map(field.segments.map((box, k) => [box.segment, k]))
  const whole = places.get(-1) ?? field.segments.length
  const sums = new Float64Array(field.segments.length + 1)
  const pours: Pour[] = []
  for (const role of targets) {
    sums.fill(-1)
    if (meeting) sums[whole] = 0
    for (let i = head[role] as number; i >= 0; i = next[i] as number) {
      const place = places.get(contacts.segment[i] as number) ?? whole
      sums[place] = Math.max(0, sums[place] as number) + (contacts.areCounted ? (contacts.weight[i] as number) : 0)
    }
    for (let place = 0; place < sums.length; place++) {
      const contactsHere = sums[place] as number
      const box = field.segments[place]
      if (contactsHere >= 0) pours.push({ segment: box?.segment ?? -1, source: box ? place : -1, role, contacts: contactsHere })
    }
  }
  return pours
}

/** Boxes of those who are known to meet customers where the file does not say about what. */
function meetingUncounted({ structure }: Org, boxOf: Int32Array): Uint8Array {
  const isMeeting = new Uint8Array(boxOf.length)
  for (let role = 0; role < boxOf.length; role++) if (structure.distance[role] === 1) isMeeting[boxOf[role] as number] = 1
  return isMeeting
}

/** Ranges of equal neighbours. */
function runs(values: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (let from = 0, k = 1; k <= values.length; k++) {
    if (k < values.length && values[k] === values[from]) continue
    found.push([from, k])
    from = k
  }
  return found
}
function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0
  for (let k = from; k < to; k++) sum += values[k] as number
  return sum
}

/** Slides the ribbons of one segment to where they want to be, pushed apart, then back within its edges. */
function leave(own: readonly number[], box: SegmentBox, widths: readonly number[], gap: number, inset: number, x: Float64Array) {
  let least = box.x + inset
  for (const k of own) {
    const half = (widths[k] as number) / 2
    x[k] = Math.max(x[k] as number, least + half)
    least = (x[k] as number) + half + gap
  }
  let most = box.x + box.width - inset
  for (let i = own.length - 1; i >= 0; i--) {
    const k = own[i] as number
    const half = (widths[k] as number) / 2
    x[k] = Math.min(x[k] as number, most - half)
    most = (x[k] as number) - half - gap
  }
}
