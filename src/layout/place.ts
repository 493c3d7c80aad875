import { finish, type Steps } from '../base/steps'
import type { Org } from '../model/types'
import { assemble } from './assemble'
import { standByDistance } from './distance'
import { drawnOf } from './drawn'
import { canBeListed, isTooWide, placeNarrow } from './narrow'
import { standByRank } from './ranked'
import { SIZES, type Sizes, TIGHT } from './sizes'
import type { Layout, Placing } from './types'

/**
 * One placed chart: boxes, lines, rows, customers and their ribbons, in chart units from (0, 0).
 * Where nobody is known to meet customers there is no distance: the flipped chart is then the mirror, under a field that is not known.
 * Linear in roles and contacts (sorting aside: tracks of a gap, boxes with ribbons); never throws: an Org is valid.
 */
export function placeOrg(org: Org, placing: Placing, sizes?: Sizes): Layout {
  return finish(placeSteps(org, placing, null, sizes))
}

/**
 * The same chart as `placeOrg` makes, with less work where `before` is a chart by rank of the same kind: of the same roles and reporting lines,
 * but with others folded or stacked, or before an edit of something else. Branches in which nothing has changed are moved as they are.
 */
export function placeAgain(org: Org, before: Layout | null, placing: Placing): Layout {
  return finish(placeSteps(org, placing, before))
}

/** The same as either, in steps of a few ten thousand roles each. */
export function* placeSteps(
  org: Org,
  placing: Placing,
  before: Layout | null = null,
  sizes: Sizes = placing.isTight ? TIGHT : SIZES,
): Steps<Layout> {
  const drawn = yield* drawnOf(org, placing, sizes)
  const isFlipped = placing.orientation === 'flipped'
  const isByDistance = isFlipped && placing.order === 'distance' && org.structure.distance.includes(1)
  const alike = before && isAlike(before, placing) ? before : null
  const stance = yield* isByDistance ? standByDistance(org, drawn, sizes) : standByRank(org, drawn, sizes, isFlipped, alike)
  const isShort = placing.isNarrow === true && canBeListed(drawn)
  if (isShort && isByDistance) return placeNarrow(org, placing, drawn, stance)
  const chart = yield* assemble(org, placing, drawn, stance, sizes)
  return isShort && isTooWide(chart) ? placeNarrow(org, placing, drawn, stance) : chart
}

function isAlike({ placing, isList }: Layout, { orientation, order, isGrouped, isTight = false }: Placing): boolean {
  const isSame = placing.orientation === orientation && (orientation === 'conventional' || placing.order === order)
  return isSame && placing.isGrouped === isGrouped && (placing.isTight ?? false) === isTight && !isList
}
