// Texture over slabs of one line: neighbours that wear the same are one patch, so that a row nothing is known of is a few marks.
import type { Box } from '../../base/geometry'
import { KEPT, NOT_KNOWN } from '../overlays/overlay'
import { penFor } from '../pen'
import type { Theme } from '../theme'
import type { Mark } from '../types'
import { drawTexture } from './texture'

const PAGE = penFor({ kx: 1, ky: 1, x: 0, y: 0 })
/** px: neighbours as near as this are one; a wider patch would have its stripes too far apart. */
const NEAR = 2.5
const WIDEST = 220

export class Patches {
  private patches: (Box & { width: number; readonly band: number })[] = []

  constructor(private readonly theme: Theme) {}

  /** `atOnce`: of a slab that stands over others. */
  add(box: Box, band: number | undefined, atOnce?: Mark[]): void {
    if (band !== NOT_KNOWN && band !== KEPT) return
    if (atOnce) {
      atOnce.push(...this.draw(box, band))
      return
    }
    const last = this.patches.at(-1)
    const isNext = last?.band === band && Math.abs(last.y - box.y) < 0.5 && box.x >= last.x && box.x - last.x - last.width < NEAR
    if (isNext && box.x + box.width - last.x <= WIDEST) last.width = box.x + box.width - last.x
    else this.patches.push({ ...box, band })
  }

  /** All since it was last asked. */
  drawn(): Mark[] {
    const { patches } = this
    this.patches = []
    return patches.flatMap((patch) => this.draw(patch, patch.band))
  }

  private draw({ x, y, width, height }: Box, band: number): Mark[] {
    const marks: Mark[] = []
    for (let from = x; from < x + width; from += WIDEST)
      marks.push(...drawTexture(PAGE, { x: from, y, width: Math.min(WIDEST, x + width - from), height }, band, this.theme))
    return marks
  }
}
