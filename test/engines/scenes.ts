// What is put before other programs: slides of the gallery, with the points and lines that are looked at in each.

import { svgText } from '../../src/render/svg'
import { allMarks, boundsOf } from '../../src/scene/cut'
import { probesOf } from '../gallery/probes'
import { SCENES } from '../gallery/scenes'
import { colourUnder } from './ground'

/** Light, at rest, on a slide: what people take away. */
const ASKED = /slide|hard-names|pinfold-both/

/** px; of a shorter line a pixel is more than two in a hundred. */
const LONG = 90

export function drawings(names: readonly string[]) {
  return SCENES.filter(({ name, isMoving }) => !isMoving && (names.length > 0 ? names.includes(name) : ASKED.test(name))).map(
    ({ name, draw }) => {
      const scene = draw()
      const { width, height } = scene.bounds
      const marks = [...allMarks(scene.marks)]
      const lines = marks.flatMap((mark) => {
        if (mark.kind !== 'text' || mark.size < 12) return []
        const { x, y, width: w, height: h } = boundsOf(mark)
        if (w < LONG) return []
        const ground = colourUnder(scene, marks, mark)
        return ground ? [{ x: x - 8, y, width: w + 16, height: h, ink: mark.fill, ground }] : []
      })
      return { name, svg: svgText(scene), width, height, probes: probesOf(scene), lines }
    },
  )
}
