// A drawing painted into a file of pixels. A canvas that is too large for a browser stays empty without a word: then a smaller one is tried.
import type { PngDrawing } from '../../export/formats/png'
import { paint } from '../../render/paint'

/** Under this a picture is of no use. */
const SMALLEST = 0.25

export async function pictureOf({ scene, ratio, mediaType }: PngDrawing): Promise<Blob> {
  await document.fonts.ready
  for (let pixelRatio = ratio; pixelRatio >= Math.min(ratio, SMALLEST); pixelRatio /= 2) {
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.floor(scene.bounds.width * pixelRatio))
    canvas.height = Math.max(1, Math.floor(scene.bounds.height * pixelRatio))
    const context = canvas.getContext('2d')
    if (!context) continue
    paint(scene, context, { pixelRatio })
    if (isBlank(canvas)) continue
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mediaType))
    if (blob) return blob
  }
  throw new Error('no canvas holds the drawing')
}

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
