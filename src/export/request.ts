// What a reader may ask of an export: the dialog fills it in, the command line too. Plain data.
import type { RoleId } from '../model/types'
import type { Hidden } from '../scene/labels'
import type { ThemeId } from '../scene/theme'
import type { Size } from './page'

export type Kind = 'svg' | 'png' | 'pdf'
export type Part =
  /** As it is seen on the page now. */
  | { readonly kind: 'view' }
  | { readonly kind: 'everything' }
  /** One role and everybody below it. */
  | { readonly kind: 'branch'; readonly role: RoleId }
  /** As many layers from the top; what is below is counted on the boxes where it was cut (“+37 below”). */
  | { readonly kind: 'levels'; readonly levels: number }
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
  readonly theme: ThemeId
  /** Pixels a unit of the page, 1 … 4; of PNG. */
  readonly ratio: number
  /** How paper is filled; of PDF: one page of its own size, pages of paper in a row, or one picture over sheets that are glued together. */
  readonly paper: 'one' | 'paged' | 'poster'
}
