// The lines of a legend, in two columns, and how high they are.
import type { Layout } from '../../layout/types'
import type { Org } from '../../model/types'
import { KEPT, NOT_KNOWN, type Readings } from '../overlays/overlay'
import { placeOf } from './states'
import { countsOn } from './told'

export const CHIP = { width: 36, height: 17, pitch: 21.5, radius: 3 } as const
/** From the top to the first line. */
export const HEAD = 24

export interface Entry {
  readonly band: number
  readonly people: number
}

/** A band nobody is in is told all the same: it is part of the scale. */
export function entriesOf(readings: Readings, layout: Layout, org: Org): readonly Entry[] {
  const counts = countsOn(readings, layout, org)
  const people = (band: number) => counts[placeOf(band)] as number
  const bands = readings.bands.map((_, band) => ({ band, people: people(band) }))
  return [...bands, ...[NOT_KNOWN, KEPT].map((band) => ({ band, people: people(band) })).filter((other) => other.people > 0)]
}

export const rowsOf = (entries: readonly Entry[]): number => Math.ceil(entries.length / 2)

export const legendHeight = (readings: Readings, layout: Layout, org: Org): number =>
  HEAD + rowsOf(entriesOf(readings, layout, org)) * CHIP.pitch
