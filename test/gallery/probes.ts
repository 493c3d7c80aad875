// Colours at known inner points. A picture difference cannot see a pale box that vanished; a probe can (slides.md 11).
import { allMarks, boundsOf } from '../../src/scene/cut'
import type { Colour, RectangleMark, Scene } from '../../src/scene/types'

export interface Probe {
  readonly x: number
  readonly y: number
  readonly colour: Colour
}
/** Half of the 5 × 5 pixels a probe looks at, and a pixel of air for soft edges. */
const CLEAR = 4

/** A point inside every rectangle that has one which nothing painted later comes near. */
export function probesOf(scene: Scene): Probe[] {
  const marks = [...allMarks(scene.marks)]
  const bounds = marks.map(boundsOf)
  const isFree = (from: number, x: number, y: number) =>
    bounds.every((b, i) => i <= from || x < b.x - CLEAR || y < b.y - CLEAR || x > b.x + b.width + CLEAR || y > b.y + b.height + CLEAR)
  return marks.flatMap((mark, i) => {
    if (mark.kind !== 'rectangle' || mark.fill === undefined || mark.width < 12 || mark.height < 10) return []
    const point = pointsIn(mark).find(([x, y]) => isFree(i, x, y) && x > 3 && y > 3 && x < scene.bounds.width - 3 && y < scene.bounds.height - 3)
    return point ? [{ x: Math.round(point[0]), y: Math.round(point[1]), colour: mark.fill }] : []
  })
}

function pointsIn({ x, y, width, height }: RectangleMark): readonly (readonly [number, number])[] {
  const shares = [0.5, 0.9, 0.1, 0.75, 0.25, 0.6, 0.35]
  return shares.flatMap((sx) => shares.map((sy) => [x + 5 + (width - 10) * sx, y + 5 + (height - 10) * sy] as const))
}

/** Median of 5 × 5 pixels, a channel at a time. */
export function colourAt(pixels: Uint8Array | Uint8ClampedArray, width: number, { x, y }: Pick<Probe, 'x' | 'y'>): readonly [number, number, number] {
  const channel = (offset: number) => {
    const values: number[] = []
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) values.push(pixels[((y + dy) * width + x + dx) * 4 + offset] as number)
    return values.sort((a, b) => a - b)[12] as number
  }
  return [channel(0), channel(1), channel(2)]
}

/** The largest difference of a channel. */
export function differs(colour: Colour, [r, g, b]: readonly [number, number, number]): number {
  const value = Number.parseInt(colour.slice(1), 16)
  return Math.max(Math.abs(((value >> 16) & 255) - r), Math.abs(((value >> 8) & 255) - g), Math.abs((value & 255) - b))
}
