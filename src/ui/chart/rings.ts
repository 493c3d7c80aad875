// The layer over the picture: what the pointer is on, what is selected, where the keyboard is. Never in the scene, so never in an export.
import type { Box } from '../../base/geometry'

export interface Ring {
  readonly box: Box
  readonly kind: 'hovered' | 'selected' | 'focused'
}
const GAP = { hovered: 3, selected: 4, focused: 8 } as const
/** Round the customers' hairline, which has its caption close by. */
const CLOSE = { hovered: 2, selected: 2.5, focused: 5.5 } as const
const THIN = 12
const WIDTH = { hovered: 1.5, selected: 2.5, focused: 2 } as const

export function paintRings(context: CanvasRenderingContext2D, rings: readonly Ring[], ink: string, pixelRatio: number): void {
  const { width, height } = context.canvas
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, width, height)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.strokeStyle = ink
  for (const { box, kind } of rings) {
    const gap = (box.height < THIN ? CLOSE : GAP)[kind]
    context.lineWidth = WIDTH[kind]
    context.setLineDash(kind === 'focused' ? [4, 3] : [])
    context.beginPath()
    context.roundRect(box.x - gap, box.y - gap, box.width + 2 * gap, box.height + 2 * gap, 6 + gap)
    context.stroke()
  }
}
