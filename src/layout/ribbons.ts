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

export function placeRibbons(org: Org, boxOf: Int32Array, boxes: Boxes, field: CustomerField, y1: number, sizes: Sizes): Ribbon[] {
  const pours = poursOf(org, boxOf, boxes, field)
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
  for (const [source, own] of sources)
    squeeze(
      own.length,
      own.reduce((sum, k) => sum + (wanted[k] as number), 0),
      roomIn(source),
    )
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
function poursOf(org: Org, boxOf: Int32Array, boxes: Boxes, field: CustomerField): Pour[] {
  const { contacts, structure } = org
  const ofBox = new Map<number, Float64Array>()
  const places = new Map(field.segments.map((box, k) => [box.segment, k]))
  const unknown = places.get(-1)
  const whole = unknown ?? field.segments.length
  const pour = (role: number, place: number, weight: number) => {
    const box = boxOf[role] as number
    let sums = ofBox.get(box)
    if (!sums) {
      sums = new Float64Array(field.segments.length + 1).fill(-1)
      ofBox.set(box, sums)
    }
    sums[place] = Math.max(0, sums[place] as number) + weight
  }
  for (let i = 0; i < contacts.length; i++) {
    if ((contacts.boundary[i] as number) >= 0) continue
    const place = places.get(contacts.segment[i] as number) ?? whole
    pour(contacts.role[i] as number, place, contacts.areCounted ? (contacts.weight[i] as number) : 0)
  }
  // Somebody is known to meet customers, but not about what.
  if (contacts.length === 0) {
    for (let role = 0; role < boxOf.length; role++) if (structure.distance[role] === 1) pour(role, whole, 0)
  }
  const middle = (role: number) => (boxes.x[role] as number) + (boxes.w[role] as number) / 2
  const pours: Pour[] = []
  for (const role of [...ofBox.keys()].sort((a, b) => middle(a) - middle(b) || a - b))
    (ofBox.get(role) as Float64Array).forEach((sum, place) => {
      if (sum < 0) return
      const box = field.segments[place]
      pours.push({ segment: box?.segment ?? -1, source: box ? place : -1, role, contacts: sum })
    })
  return pours
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
