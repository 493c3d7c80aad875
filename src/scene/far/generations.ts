// How far down the line branches are wide enough to be spoken of. All are taken from one depth, so that a picture does not set a part of one
// branch beside the whole of another.
import { once } from '../../base/memo'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { reachOf } from './reach'

/** px: a branch that is named and counted. */
const SPEAKS = 76
/** Of all widths at a depth so much has to speak; from here on they stand fully apart. */
const ENOUGH = 0.55
const APART = 0.7

/** Widths of branches, by depth, summed in bins of a quarter octave. */
export interface Generations {
  readonly sums: readonly Float64Array[]
  readonly totals: readonly number[]
}
const BINS = 128
const DEEPEST = 16
const binOf = (width: number) => Math.max(0, Math.min(BINS - 1, Math.floor(4 * Math.log2(width))))

export const generationsOf = once((layout: Layout, structure: Structure): Generations => {
  const { left, right } = reachOf(layout, structure)
  const { depth, firstChild } = structure
  const depths = Math.min(DEEPEST, structure.layers)
  const sums = Array.from({ length: depths }, () => new Float64Array(BINS))
  const totals = new Array<number>(depths).fill(0)
  for (let role = 0; role < depth.length; role++) {
    const at = depth[role] as number
    if (at >= depths || layout.boxOf[role] !== role) continue
    const width = (right[role] as number) - (left[role] as number)
    totals[at] = (totals[at] as number) + width
    if (firstChild[role] === -1) continue
    const bins = sums[at] as Float64Array
    bins[binOf(width)] = (bins[binOf(width)] as number) + width
  }
  return { sums, totals }
})

export interface Generation {
  readonly depth: number
  /** 0 = zooming in has just parted them from one another, 1 = a little later. */
  readonly apart: number
}

/** The deepest that speaks at this zoom of x. */
export function speakingAt(layout: Layout, structure: Structure, kx: number): Generation {
  const generations = generationsOf(layout, structure)
  for (let depth = generations.totals.length - 1; depth > 0; depth--) {
    const share = shareAt(generations, depth, SPEAKS / kx)
    if (share >= ENOUGH) return { depth, apart: Math.min(1, (share - ENOUGH) / (APART - ENOUGH)) }
  }
  return { depth: 0, apart: 1 }
}

/** Of all widths at a depth those from `least` on; of the bin that `least` lies in a part, so that it changes little by little. */
function shareAt({ sums, totals }: Generations, depth: number, least: number): number {
  const bins = sums[depth] as Float64Array
  const first = binOf(least)
  const within = 4 * Math.log2(least) - first
  let sum = (bins[first] as number) * Math.max(0, Math.min(1, 1 - within))
  for (let bin = first + 1; bin < BINS; bin++) sum += bins[bin] as number
  return sum / (totals[depth] || 1)
}
