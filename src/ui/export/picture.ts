// A drawing painted into a file of pixels. A canvas that is too large for a browser stays empty without a word: then a smaller one is tried.
import { ratioFor } from '../../export/formats/png'
import { paintSteps } from '../../render/paint'
import type { Scene } from '../../scene/types'
import { inSlices } from '../../state/slices'
import { slicesOfPage } from '../app/slices'

/** Under this a picture is of no use. */
const SMALLEST = 0.25

/** Null once nobody waits for it. */
export async function pictureOf(scene: Scene, ratio: number, signal: AbortSignal): Promise<Blob | null> {
  await document.fonts.ready
  const wanted = ratioFor(scene.bounds, ratio)
  for (let pixelRatio = wanted; pixelRatio >= Math.min(wanted, SMALLEST); pixelRatio /= 2) {
    const canvas = await painted(scene, pixelRatio, signal)
    if (signal.aborted) return null
    if (!canvas || isBlank(canvas)) continue
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png')
      signal.addEventListener('abort', () => resolve(null), { once: true })
    })
    if (blob || signal.aborted) return blob
  }
  throw new Error('no canvas holds the drawing')
}

/** A canvas of its own with all of the scene on it, painted a little at a time; null where there is none, or nobody waits for it. */
export async function painted(scene: Scene, pixelRatio: number, signal: AbortSignal): Promise<HTMLCanvasElement | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(scene.bounds.width * pixelRatio))
  canvas.height = Math.max(1, Math.floor(scene.bounds.height * pixelRatio))
  const context = canvas.getContext('2d')
  if (!context) return null
  await inSlices(paintSteps(scene, context, { pixelRatio }), slicesOfPage(), signal, { atOnceMs: AT_ONCE_MS })
  return signal.aborted ? null : canvas
}
const AT_ONCE_MS = 8

const LOOKED_AT = 64
/** One colour everywhere, looked at from afar. */
function isBlank(canvas: HTMLCanvasElement): boolean {
  const small = document.createElement('canvas')
  small.width = LOOKED_AT
  small.height = LOOKED_AT
  const context = small.getContext('2d', { willReadFrequently: true })
  if (!context) return true
  context.drawImage(canvas, 0, 0, LOOKED_AT, LOOKED_AT)
  const pixels = new Uint32Array(context.getImageData(0, 0, LOOKED_AT, LOOKED_AT).data.buffer)
  return pixels.every((pixel) => pixel === pixels[0])
}
