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
    const stacks = stacksOf(readings, layout, org)
    const bandOf = (box: number) => stacks.get(box)?.band ?? readings.bandOf(box)
    const people = (box: number) => stacks.get(box)?.people ?? peopleIn(org, box)
    const lineOf = once((roles: Int32Array) => new Line(roles, bandOf, people))
    return {
      readings,
      bandOf,
      saidOf: (box, words) => saidOf(readings, bandOf(box), stacks.get(box), box, words),
      bandOfMany: (roles, from, to) => lineOf(roles).most(from, to),
    }
  }),
)

function saidOf(readings: Readings, band: number, stack: Stack | undefined, box: number, words: Words): string {
  if (!stack) return readings.saidOf(box) || sayBand(readings, band, words)
  const said = sayBand(readings, band, words)
  return stack.isMixed ? words.say('overlay.mostly', { said: said || words.say('overlay.asked.not') }) : said
}

/** `not known`, `kept back`, a band; '' for what is not asked. */
export function sayBand({ bands }: Readings, band: number, words: Words): string {
  if (band === NOT_ASKED) return ''
  return bands[band] ?? words.say(OTHER_WORDS[band] as string)
}

interface Stack {
  readonly band: number
  readonly people: number
  /** Not all in it are in this band. */
  readonly isMixed: boolean
}

function stacksOf(readings: Readings, { boxOf, stacked }: Layout, org: Org): ReadonlyMap<number, Stack> {
  const counts = new Map<number, Float64Array>()
  if (stacked.length > 0)
    boxOf.forEach((head, role) => {
      if ((stacked[head] as number) <= 1) return
      let own = counts.get(head)
      if (!own) counts.set(head, (own = new Float64Array(STATES)))
      const place = placeOf(readings.bandOf(role))
      own[place] = (own[place] as number) + peopleIn(org, role)
    })
  return new Map(
    [...counts].map(([head, own]) => {
      const kinds = own.reduce((sum, people) => sum + (people > 0 ? 1 : 0), 0)
      const people = own.reduce((sum, some) => sum + some, 0)
      return [head, { band: kinds === 0 ? readings.bandOf(head) : most(own), people, isMixed: kinds > 1 }]
    }),
  )
}

/** Boxes that are counted together. */
const RUN = 64

/** People by band along a line of boxes, counted up to every 64th: a stretch of it is a difference, and what sticks out at its ends. */
class Line {
  private readonly upTo: Float64Array
  private readonly sum = new Float64Array(STATES)

  constructor(
    private readonly roles: Int32Array,
    private readonly bandOf: (box: number) => number,
    private readonly people: (box: number) => number,
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
    return this.sum.some((people) => people > 0) ? most(this.sum) : this.bandOf(this.roles[from] as number)
  }

  private add(from: number, to: number, sign: number): void {
    for (let k = from; k < to; k++) {
      const box = this.roles[k] as number
      const place = placeOf(this.bandOf(box))
      this.sum[place] = (this.sum[place] as number) + sign * this.people(box)
    }
  }
}
