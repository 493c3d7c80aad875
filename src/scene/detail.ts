// How much of a box is drawn, by its size on the screen: a whole card, its title alone, or a block of colour.
// So the number of marks follows the screen and not the organisation.

export type Detail = 'card' | 'title' | 'block'

/** Under these, 14 px type would be smaller than 8.5 px. */
const READABLE = 0.6
const CARD = { width: 104, height: 34 }
const TITLE = { width: 30, height: 15 }

/** Width and height of the box in px on the page, and what its type is multiplied by. */
export function detailOf(width: number, height: number, k: number): Detail {
  if (k >= READABLE && width >= CARD.width && height >= CARD.height) return 'card'
  return width >= TITLE.width && height >= TITLE.height ? 'title' : 'block'
}
