// The names of the typefaces. A slide names Arial first, because LibreOffice looks at the first name only; the page has its own name
// for the same metrics (local Arial, else the bundled Arimo), so that every screen has what the width table was measured on.
import type { TextMark } from '../scene/types'

export const SLIDE_FACE = 'Arial, Helvetica, sans-serif'

export const PAGE_SANS = 'Headstand Sans'
export const PAGE_SERIF = 'Source Serif 4'
const SCREEN_SANS = `'${PAGE_SANS}', Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif`
const SCREEN_SERIF = `'${PAGE_SERIF}', Georgia, serif`

/** The `font` of a canvas for a line of text. */
export function canvasFont(mark: TextMark): string {
  return `${mark.italic ? 'italic ' : ''}${mark.bold ? 700 : 400} ${mark.size}px ${mark.face === 'serif' ? SCREEN_SERIF : SCREEN_SANS}`
}
