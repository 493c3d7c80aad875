// What a reader may ask of an export: the dialog fills it in, the command line too. Plain data; and what comes of it: pages, and a report.
import type { Orientation } from '../layout/types'
import type { RoleId } from '../model/types'
import type { SceneInput } from '../scene/build'
import type { Hidden } from '../scene/labels'
import type { ThemeId } from '../scene/theme'
import type { Scene, View } from '../scene/types'
import type { Size } from './page'

export type Kind = 'svg' | 'png' | 'pdf'
export type Part =
  /** As it is seen on the page now. */
  | { readonly kind: 'view' }
  | { readonly kind: 'everything' }
  /** One role and everybody below it, as a chart of its own. */
  | { readonly kind: 'branch'; readonly role: RoleId }
  /** As many layers from the top; what is below is counted on the boxes where it was cut (“+37 below”). As the chart stands unless told. */
  | { readonly kind: 'levels'; readonly levels: number; readonly orientation?: Orientation }
  /** The conventional and the flipped chart on one page. */
  | { readonly kind: 'both' }
  /** The same as two pages: before it was flipped, and after. */
  | { readonly kind: 'before-after' }
  /** Everything, branch by branch on pages of readable boxes, with a page of contents before them. */
  | { readonly kind: 'pages' }

export interface Request {
  readonly kind: Kind
  readonly size: Size
  readonly part: Part
  readonly hide: Pick<Hidden, 'names' | 'pay'>
  /** Dark is for PNG only; elsewhere it is light. */
  readonly theme: ThemeId
  /** Pixels a unit of the page, 1 … 4; of PNG. */
  readonly ratio: number
  /** How paper is filled; of PDF: one page of its own size, pages of paper in a row, or one picture over sheets that are glued together. */
  readonly paper: 'one' | 'paged' | 'poster'
}

/** What the page shows now. What is folded, hidden, followed or laid over there is so in every export. */
export interface Source extends Pick<SceneInput, 'org' | 'analysis' | 'words' | 'chart' | 'overlays' | 'followed' | 'headline' | 'hidden'> {
  /** For `view`; without one everything is drawn. */
  readonly view?: View
}

/** Cheap: what will come of a request, before any of it is drawn. Elements and bytes are of the largest file, roughly. */
export interface Estimate {
  readonly pages: number
  readonly boxes: number
  readonly elements: number
  readonly bytes: number
  readonly weight: Weight
}
/** Over 2,000 elements or 1 MB a file is slow to edit; over 20,000 or 10 MB, or 400 pages, it is refused, and pages or a branch are offered. */
export type Weight = 'comfortable' | 'heavy' | 'too large'

export interface Exported {
  readonly pages: readonly ExportedPage[]
  readonly report: Report
}
export interface ExportedPage {
  /** Of its file, without the extension: `pinfold-outfitters-flipped`. */
  readonly name: string
  /** For people, as in a list of pages. */
  readonly title: string
  readonly scene: Scene
  /** Of the page, in points; `scene.bounds` has it in units of ¾ pt. */
  readonly points: { readonly width: number; readonly height: number }
  readonly boxes: number
}

export interface Report {
  readonly boxes: number
  /** Boxes that were not wholly on the page. */
  readonly leftOut: number
  /** Roles below boxes where a branch was cut or folded. */
  readonly below: number
  /** Lines that had to be shortened with an ellipsis. */
  readonly shortened: number
  /** The smallest text on the chart, in points; null where there is none. */
  readonly smallest: number | null
  /** What somebody followed is left out where not every stop is on the page. */
  readonly isFollowedLeftOut: boolean
  /** What was changed in texts so that every program draws them: none of these is empty. */
  readonly changes: readonly Change[]
  readonly elements: number
  readonly weight: Weight
}
export interface Change {
  readonly kind: 'emoji' | 'control' | 'half' | 'composed' | 'blank'
  readonly count: number
  /** The first few texts in which it was, as they are drawn. */
  readonly places: readonly string[]
}

/** What would be read from further away: tried, not guessed. */
export interface Offer {
  readonly part: Part
  readonly size: Size
  /** Its smallest text. */
  readonly points: number
}
