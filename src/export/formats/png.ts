// The drawing as a picture of pixels: what goes anywhere. Here its size and its marks; whoever has a canvas paints it.

import type { Steps } from '../../base/steps'
import type { Page } from '../../scene/furniture'
import type { Scene } from '../../scene/types'
import { type DrawingInput, drawingName, drawingSteps } from '../drawing'

export const format = { id: 'png', extension: 'png', mediaType: 'image/png' } as const

/** Every browser's canvas goes as far; Google Slides takes no more pixels (slides.md 4, 8). */
const LONGEST_SIDE = 8192
const MOST_PIXELS = 25_000_000

export interface PngDrawing {
  readonly name: string
  readonly mediaType: string
  readonly scene: Scene
  /** Pixels a unit of the page: as asked for, or what there may be of them. */
  readonly ratio: number
}

export function* pngSteps(input: DrawingInput, ratio: number): Steps<PngDrawing> {
  const { scene } = yield* drawingSteps(input)
  return { name: drawingName(input, format.extension), mediaType: format.mediaType, scene, ratio: ratioFor(scene.bounds, ratio) }
}

export function ratioFor({ width, height }: Page, wanted: number): number {
  return Math.min(wanted, LONGEST_SIDE / width, LONGEST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)))
}
