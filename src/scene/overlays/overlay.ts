// What can be laid over the chart: one file each in this folder, named for its id. Adding one is adding a file.
import type { Picture } from '../picture'
import type { Mark } from '../types'

export interface Overlay {
  readonly id: string
  /** Over bands and lines, below the cards: what belongs to a card but must never hide another. */
  readonly under: (picture: Picture) => Mark[]
  /** Over everything on the chart. */
  readonly over: (picture: Picture) => Mark[]
}
