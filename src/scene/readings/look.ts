// The colours of a box that wears what an overlay says of it: the same in both charts, and all through the turn.
import { onceEach } from '../../base/memo'
import { contrast, type Look } from '../looks'
import { mix } from '../mix'
import { KEPT, NOT_KNOWN, type Readings } from '../overlays/overlay'
import type { Theme } from '../theme'
import type { Colour } from '../types'

/** Few bands lie as far apart as there are colours for. */
const PICKED: readonly (readonly number[])[] = [[], [3], [1, 3], [0, 2, 4], [0, 1, 3, 4], [0, 1, 2, 3, 4]]

export function bandLook(theme: Theme, { scale, bands }: Pick<Readings, 'scale' | 'bands'>, band: number): Look {
  return band < 0 ? lookOfOther(theme, band) : lookOfColour(theme, colourOf(theme, scale, bands.length, band))
}

export function colourOf({ reading }: Theme, scale: Readings['scale'], bands: number, band: number): Colour {
  return (scale === 'apart' ? reading.apart[band] : reading.ordered[PICKED[bands]?.[band] ?? band]) as Colour
}

/** From here on a colour is seen on paper without an edge. */
const SEEN = 3

const lookOfColour = onceEach(({ paper, reading }: Theme, fill: Colour): Look => {
  const [dark, light] = reading.inks
  const ink = contrast(dark, fill) >= contrast(light, fill) ? dark : light
  return { fill, edge: contrast(fill, paper) >= SEEN ? fill : reading.edge, ink, second: ink, ...stacked(fill, paper) }
})

const lookOfOther = onceEach(({ paper, reading, ink, inkSecond }: Theme, band: number): Look => {
  const fill = band === NOT_KNOWN ? reading.unknown.fill : band === KEPT ? reading.kept : reading.quiet
  return { fill, edge: reading.edge, ink, second: band === NOT_KNOWN ? ink : inkSecond, ...stacked(fill, paper) }
})

function stacked(fill: Colour, paper: Colour) {
  return { near: mix(paper, fill, 0.6), far: mix(paper, fill, 0.35) }
}
