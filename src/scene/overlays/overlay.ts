// What can be laid over the chart: one file each in this folder, named for its id. Adding one is adding a file.
import type { Analysis } from '../../analysis/types'
import type { Box } from '../../base/geometry'
import type { Steps } from '../../base/steps'
import type { Words } from '../../base/words'
import type { Orientation } from '../../layout/types'
import type { Org } from '../../model/types'
import type { Headline, Said } from '../headline'
import type { Hidden } from '../labels'
import type { Picture } from '../picture'
import type { Mark } from '../types'

export interface Overlay {
  readonly id: string
  /** Where it stands in the list a reader chooses from, 1 first; null = never chosen, drawn by itself. Words: `overlay.<id>`, `overlay.about.<id>`. */
  readonly place: number | null
  /** Whether the file says nothing that it could show: then the list says so, and what is missing (`overlay.lacks.<id>`). */
  readonly lacks?: (org: Org, analysis: Analysis) => boolean
  /** What it asks of all roles at once, where that takes longer than a frame in a large file (`ready.ts`). */
  readonly ready?: { readonly isThere: (analysis: Analysis) => boolean; readonly steps: (analysis: Analysis) => Steps<unknown> }
  /** One thing said of each role: cards and slabs wear it, the legend lists its bands. */
  readonly tells?: (asked: Telling) => Readings
  /** Its legend stands by the conventional chart too, and there is room kept for it; so it is where an overlay `tells`. */
  readonly isOnBoth?: boolean
  /** Of a box, in place of the second line of its card: the longest that has room is said, nothing where it is empty. */
  readonly says?: (picture: Picture, box: number) => readonly string[]
  /** On the cards of those who meet customers in place of their one number. */
  readonly isSaidLarge?: boolean
  /** What it draws runs where reporting lines run: at rest they are left out. */
  readonly isInsteadOfLines?: boolean
  /** Said over the chart in place of its own sentences; null = its own. */
  readonly headline?: (said: Said, orientation: Orientation) => Headline | null
  /** Over bands and lines, below the cards: what belongs to a card but must never hide another. */
  readonly under?: (picture: Picture) => Mark[]
  /** What of the page it has drawn on, where names of bands would hide it. */
  readonly takes?: (picture: Picture) => readonly Box[]
  /** Over everything on the chart. */
  readonly over?: (picture: Picture) => Mark[]
}

/** What a reading is made of. */
export interface Telling {
  readonly org: Org
  readonly analysis: Analysis
  readonly words: Words
  readonly hidden: Hidden
}

/** The role is not asked about (it has no such thing), its value is kept from the reader, or it is not known. */
export const NOT_ASKED = -1
export const KEPT = -2
export const NOT_KNOWN = -3

/** One thing said of every role, in a few bands. Looked up by each frame: O(1), nothing made. */
export interface Readings {
  /** From the least to the most, as words of the legend: “under €30 k”. At most 5. */
  readonly bands: readonly string[]
  /** `ordered`: each band darker than the one before; `apart`: kinds that are not more or less of something. */
  readonly scale: 'ordered' | 'apart'
  /** Index into `bands`, or one of the three above. */
  readonly bandOf: (role: number) => number
  /** In place of the second line of a card: “€30–45 k”, “83 % busy”. '' where nothing is to be said. */
  readonly saidOf: (role: number) => string
  /** Over the legend: what is shown, with its unit. */
  readonly title: string
}
