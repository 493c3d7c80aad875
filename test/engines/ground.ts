// The one colour under a line of text, where there is one and nothing else comes near.
import { boundsOf } from '../../src/scene/cut'
import type { Colour, Mark, Scene, TextMark } from '../../src/scene/types'

const AIR = 8

export function colourUnder(scene: Scene, marks: readonly Mark[], line: TextMark): Colour | null {
  const { x, y, width, height } = boundsOf(line)
  let ground: Colour = scene.background
  for (const mark of marks) {
    if (mark === line) continue
    const b = boundsOf(mark)
    if (b.x > x + width + AIR || b.x + b.width < x - AIR || b.y > y + height || b.y + b.height < y) continue
    const isUnder = b.x <= x - AIR && b.x + b.width >= x + width + AIR && b.y <= y && b.y + b.height >= y + height
    if (mark.kind !== 'rectangle' || !mark.fill || !isUnder) return null
    ground = mark.fill
  }
  return ground
}
