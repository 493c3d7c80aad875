// A page as a picture of pixels: what goes anywhere. Here how many; whoever has a canvas paints it.
import type { Page } from '../../scene/furniture'

export const format = { id: 'png', extension: 'png', mediaType: 'image/png' } as const

/** Every browser's canvas goes as far; Google Slides takes no more pixels (slides.md 4, 8). */
const LONGEST_SIDE = 8192
const MOST_PIXELS = 25_000_000

/** Pixels a unit of the page: as asked for, or as many as there may be. */
export function ratioFor({ width, height }: Page, wanted: number): number {
  return Math.min(wanted, LONGEST_SIDE / width, LONGEST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)))
}
