// What a far picture asks of every box, made ahead: for a million boxes it takes longer than a frame, so it comes from where the chart was
// placed.
import { type Slabs, slabsOf } from '../../layout/slabs'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { type Generations, generationsOf } from './generations'
import { type Widths, widthsOf } from './leaders'
import { type Levels, levelsOf } from './levels'
import { type Reach, reachOf } from './reach'
import { frontsOf } from './stretches'

/** Plain data. */
export interface Ready {
  readonly reach: Reach
  readonly levels: Levels
  readonly fronts: readonly Int32Array[]
  readonly generations: Generations
  /** By distance, where managers have a line of their own; elsewhere slabs. */
  readonly widths?: Widths
  readonly slabs?: Slabs
}

export function readyFor(layout: Layout, structure: Structure): Ready {
  const isByDistance = layout.placing.orientation === 'flipped' && layout.placing.order === 'distance'
  return {
    reach: reachOf(layout, structure),
    levels: levelsOf(layout, structure),
    fronts: frontsOf(layout, structure),
    generations: generationsOf(layout, structure),
    ...(isByDistance ? { widths: widthsOf(layout, structure) } : { slabs: slabsOf(layout, structure) }),
  }
}

/** Of a layout that came from elsewhere. */
export function keepReady(layout: Layout, { reach, levels, fronts, generations, widths, slabs }: Ready): void {
  reachOf.keep(layout, reach)
  levelsOf.keep(layout, levels)
  frontsOf.keep(layout, fronts)
  generationsOf.keep(layout, generations)
  if (widths) widthsOf.keep(layout, widths)
  if (slabs) slabsOf.keep(layout, slabs)
}
