// What each box of a chart wears of an overlay: a role its own band, a stack that of most of its people, and slabs too thin to be seen
// one by one that of most people in them.
import { once } from '../../base/memo'
import type { Words } from '../../base/words'
import type { Layout } from '../../layout/types'
import type { Org } from '../../model/types'
import { peopleIn } from '../labels'
import { NOT_ASKED, type Readings } from '../overlays/overlay'
import { most, OTHER_WORDS, placeOf, STATES } from './states'

export interface Worn {
  readonly readings: Readings
  /** Index into the bands, or one of NOT_ASKED, KEPT, NOT_KNOWN. */
  readonly bandOf: (box: number) => number
  /** In words; '' where nothing is to be said. */
  readonly saidOf: (box: number, words: Words) => string
  /** Of the boxes roles[from] … roles[to - 1] of one line. */
  readonly bandOfMany: (roles: Int32Array, from: number, to: number) => number
}

export const wornOn = (readings: Readings, layout: Layout, org: Org): Worn => wornOf(readings)(layout, org)

const wornOf = once((readings: Readings) =>
  once((layout: Layout, org: Org): Worn => {
    const boxes = boxesOf(readings, layout, org)
    const lineOf = once((roles: Int32Array) => new Line(roles, boxes))
    return {
      readings,
      bandOf: (box) => boxes.band[box] as number,
      saidOf: (box, words) => saidOf(readings, boxes, box, words),
      bandOfMany: (roles, from, to) => lineOf(roles).most(from, to),
    }
  }),
)

function saidOf(readings: Readings, { band, kinds }: Boxes, box: number, words: Words): string {
  const said = sayBand(readings, band[box] as number, words)
  if (kinds[box] === ALONE) return readings.saidOf(box) || said
  return kinds[box] === MIXED ? words.say('overlay.mostly', { said: said || words.say('overlay.asked.not') }) : said
}

/** `not known`, `kept back`, a band; '' for what is not asked. */
export function sayBand({ bands }: Readings, band: number, words: Words): string {
  if (band === NOT_ASKED) return ''
  return bands[band] ?? words.say(OTHER_WORDS[band] as string)
}

/** By box. */
interface Boxes {
  readonly band: Int8Array
  readonly people: Float64Array
  readonly kinds: Uint8Array
}
/** A role for itself; a stack of which all are in one band; one of which some are not. */
const [ALONE, ALIKE, MIXED] = [0, 1, 2] as const

function boxesOf(readings: Readings, { boxOf, stacked }: Layout, org: Org): Boxes {
  const { length } = boxOf
  const boxes = { band: new Int8Array(length), people: new Float64Array(length), kinds: new Uint8Array(length) }
  for (let role = 0; role < length; role++) {
    boxes.band[role] = readings.bandOf(role)
    boxes.people[role] = peopleIn(org, role)
  }
  if (stacked.length > 0) addStacks(boxes, boxOf, stacked)
  return boxes
}

function addStacks({ band, people, kinds }: Boxes, boxOf: Int32Array, stacked: Int32Array): void {
  const placeAt = new Int32Array(boxOf.length).fill(-1)
  const heads: number[] = []
  for (let role = 0; role < boxOf.length; role++) {
    const head = boxOf[role] as number
    if (head >= 0 && (stacked[head] as number) > 1 && placeAt[head] === -1) placeAt[head] = heads.push(head) - 1
  }
  const counts = new Float64Array(heads.length * STATES)
  for (let role = 0; role < boxOf.length; role++) {
    const stack = placeAt[boxOf[role] as number] ?? -1 // a part of a chart leaves some out
    if (stack < 0) continue
    const at = stack * STATES + placeOf(band[role] as number)
    counts[at] = (counts[at] as number) + (people[role] as number)
  }
  heads.forEach((head, stack) => {
    const own = counts.subarray(stack * STATES, (stack + 1) * STATES)
    const all = own.reduce((sum, some) => sum + some, 0)
    if (all > 0) band[head] = most(own)
    people[head] = all
    kinds[head] = own.some((some) => some > 0 && some < all) ? MIXED : ALIKE
  })
}

/** Boxes that are counted together. */
const RUN = 64

/** People by band along a line of boxes, counted up to every 64th: a stretch of it is a difference, and what sticks out at its ends. */
class Line {
  private readonly upTo: Float64Array
  private readonly sum = new Float64Array(STATES)

  constructor(
    private readonly roles: Int32Array,
    private readonly boxes: Boxes,
  ) {
    const runs = Math.floor(roles.length / RUN)
    this.upTo = new Float64Array((runs + 1) * STATES)
    for (let run = 0; run < runs; run++) {
      this.sum.set(this.upTo.subarray(run * STATES, (run + 1) * STATES))
      this.add(run * RUN, (run + 1) * RUN, 1)
      this.upTo.set(this.sum, (run + 1) * STATES)
    }
  }

  most(from: number, to: number): number {
    const [first, last] = [Math.floor(from / RUN), Math.floor(to / RUN)]
    for (let place = 0; place < STATES; place++)
      this.sum[place] = (this.upTo[last * STATES + place] as number) - (this.upTo[first * STATES + place] as number)
    this.add(first * RUN, from, -1)
    this.add(last * RUN, to, 1)
    return this.sum.some((people) => people > 0) ? most(this.sum) : (this.boxes.band[this.roles[from] as number] as number)
  }

  private add(from: number, to: number, sign: number): void {
    for (let k = from; k < to; k++) {
      const box = this.roles[k] as number
      const place = placeOf(this.boxes.band[box] as number)
      this.sum[place] = (this.sum[place] as number) + sign * (this.boxes.people[box] as number)
    }
  }
}
