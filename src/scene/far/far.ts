// The far picture, as far as others have to know of it: who is spoken of, where, and how.
import type { Ground } from '../picture'
import type { Mark } from '../types'
import { type Branch, branchesFrom } from './branches'
import { farnessOf } from './farness'
import { placesOf, type Told } from './places'
import { drawSlabs, type Slab } from './slabs'
import { type Spread, spreadOf } from './spread'

export interface Far {
  readonly spread: Spread
  readonly branches: readonly Branch[]
  /** These are all there are at this zoom, also those off the page. */
  readonly isWhole: boolean
  /** Slabs of the front line are too thin to speak for themselves: their branch does. */
  readonly isSummed: boolean
  readonly marks: readonly Mark[]
  /** Slabs that are wide enough for a name. */
  readonly wide: readonly Slab[]
  readonly told: readonly Told[]
}

/** A card is then 12 px wide, and its bar cannot be read. */
const SUMMED = 0.07

/** null where boxes are cards. */
export function farOf(ground: Ground): Far | null {
  const share = farnessOf(ground.view)
  if (share === 0 || ground.moment.to.isList) return null
  const { branches, isWhole } = branchesFrom(ground.moment.to, ground.org.structure, ground.view)
  const spread = spreadOf(ground, share, branches)
  const { marks, wide } = drawSlabs(ground, spread)
  return { spread, branches, isWhole, isSummed: ground.chart.kx < SUMMED, marks, wide, told: placesOf(ground, branches, spread) }
}
