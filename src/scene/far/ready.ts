// What a far picture asks of every box, made ahead: for a million boxes it takes longer than a frame, so it comes from where the chart was
// placed.
import { type Slabs, slabsOf } from '../../layout/slabs'
import type { Layout } from '../../layout/types'
import type { Structure } from '../../model/types'
import { type Levels, levelsOf } from './levels'
import { type Reach, reachOf } from './reach'

/** Plain data. */
export interface Ready {
  readonly reach: Reach
  readonly levels: Levels
  /** Absent where managers have a line of their own. */
  readonly slabs?: Slabs
}

export function readyFor(layout: Layout, structure: Structure): Ready {
  const isByDistance = layout.placing.orientation === 'flipped' && layout.placing.order === 'distance'
  const slabs = isByDistance ? {} : { slabs: slabsOf(layout, structure) }
  return { reach: reachOf(layout, structure), levels: levelsOf(layout, structure), ...slabs }
}

/** Of a layout that came from elsewhere. */
export function keepReady(layout: Layout, { reach, levels, slabs }: Ready): void {
  reachOf.keep(layout, reach)
  levelsOf.keep(layout, levels)
  if (slabs) slabsOf.keep(layout, slabs)
}
